import { useEffect, useState, type RefObject } from 'react'

const REST_MS = 2600

/** Whether the pointer moved a moment ago: tools come with it and go with it. */
export function useAwake(root: RefObject<HTMLElement | null>): boolean {
  const [isAwake, setIsAwake] = useState(false)
  useEffect(() => {
    const element = root.current
    if (!element) return undefined
    let timer = 0
    const onMove = (): void => {
      setIsAwake(true)
      window.clearTimeout(timer)
      timer = window.setTimeout(() => {
        setIsAwake(false)
      }, REST_MS)
    }
    element.addEventListener('pointermove', onMove)
    return () => {
      element.removeEventListener('pointermove', onMove)
      window.clearTimeout(timer)
    }
  }, [root])
  return isAwake
}
