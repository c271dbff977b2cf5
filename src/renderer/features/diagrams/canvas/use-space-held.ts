import { useEffect, useState, type RefObject } from 'react'

/** Whether Space is held on the canvas: the mouse pans then, whatever it points at. */
export function useSpaceHeld(frame: RefObject<HTMLElement | null>): boolean {
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    const onDown = (event: KeyboardEvent): void => {
      const isHere = event.target instanceof Node && (event.target === document.body || frame.current?.contains(event.target) === true)
      const isField = event.target instanceof Element && event.target.closest('input, textarea, button, select') !== null
      if (event.code === 'Space' && isHere && !isField) setHeld(true)
    }
    const onUp = (event: KeyboardEvent): void => {
      if (event.code === 'Space') setHeld(false)
    }
    const onBlur = (): void => {
      setHeld(false)
    }
    window.addEventListener('keydown', onDown)
    window.addEventListener('keyup', onUp)
    window.addEventListener('blur', onBlur)
    return () => {
      window.removeEventListener('keydown', onDown)
      window.removeEventListener('keyup', onUp)
      window.removeEventListener('blur', onBlur)
    }
  }, [frame])
  return isHeld
}
