import { useLayoutEffect, useState, type RefObject } from 'react'
import type { Frame } from './camera.ts'

/** The size of an element in pixels, followed as it changes. */
export function useFrameSize(frame: RefObject<HTMLElement | null>): Frame {
  const [size, setSize] = useState<Frame>({ width: 1280, height: 800 })
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => {
      setSize({ width: element.clientWidth, height: element.clientHeight })
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [frame])
  return size
}
