import { useEffect, useRef, type ReactNode, type RefObject } from 'react'

/** How many places behind the dot its trail shows. */
const TRAIL = 14

/**
 * A drawn dot where the pointer is, with a short trail; the system's cursor is hidden by the style of `frame`. Moved without
 * React: sixty times a second only one path changes.
 */
export function Laser({ frame }: { frame: RefObject<HTMLElement | null> }): ReactNode {
  const dot = useRef<SVGCircleElement>(null)
  const trail = useRef<SVGPolylineElement>(null)
  useEffect(() => {
    const element = frame.current
    if (!element) return undefined
    let places: { x: number; y: number }[] = []
    let request = 0
    const draw = (): void => {
      const last = places.at(-1)
      if (!last) return
      dot.current?.setAttribute('cx', String(last.x))
      dot.current?.setAttribute('cy', String(last.y))
      dot.current?.setAttribute('visibility', 'visible')
      trail.current?.setAttribute('points', places.map(({ x, y }) => `${x},${y}`).join(' '))
      // The trail catches up with a pointer that rests.
      places = places.length > 1 ? places.slice(1) : places
      request = places.length > 1 ? requestAnimationFrame(draw) : 0
    }
    const onMove = (event: PointerEvent): void => {
      const { left, top } = element.getBoundingClientRect()
      places = [...places, { x: event.clientX - left, y: event.clientY - top }].slice(-TRAIL)
      if (request === 0) request = requestAnimationFrame(draw)
    }
    element.addEventListener('pointermove', onMove)
    return () => {
      element.removeEventListener('pointermove', onMove)
      cancelAnimationFrame(request)
    }
  }, [frame])
  return (
    <svg className="laser" aria-hidden data-testid="laser">
      <polyline ref={trail} />
      <circle ref={dot} r={9} visibility="hidden" />
    </svg>
  )
}
