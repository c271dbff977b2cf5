import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import { useCanvasUi, useDiagram, useDiagramStore } from '../store/use-diagram.ts'

/** Keeps the one shape that is chosen in view: as it is chosen, and as a panel makes the canvas narrower. Returns the place to watch. */
export function useKeptInView(isOn: boolean): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  const store = useDiagramStore()
  const view = useCanvasUi((state) => state.view)
  const chosen = useDiagram(({ selection }) => (selection.size === 1 ? [...selection][0] : undefined))
  const reveal = useEffectEvent(() => {
    const shape = chosen === undefined ? undefined : store.getState().items.get(chosen)
    if (!isOn || !view || shape?.item !== 'shape') return
    const seen = view.readSeen()
    // What is larger than the window is in view as well as it can be.
    if (shape.width <= seen.width && shape.height <= seen.height) view.reveal(shape)
  })
  useEffect(() => {
    reveal()
  }, [chosen])
  useEffect(() => {
    if (!place.current) return undefined
    let asked = 0
    const observer = new ResizeObserver(() => {
      // After the canvas has fitted itself to its new size.
      cancelAnimationFrame(asked)
      asked = requestAnimationFrame(() => {
        reveal()
      })
    })
    observer.observe(place.current)
    return () => {
      cancelAnimationFrame(asked)
      observer.disconnect()
    }
  }, [])
  return place
}
