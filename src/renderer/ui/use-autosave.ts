import { useEffect, useState, useSyncExternalStore } from 'react'
import { createAutosave, type Autosave, type SaveState } from './autosave.ts'

function scheduleTimeout(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs)
  return () => {
    clearTimeout(timer)
  }
}

/** One autosave for as long as the screen stands; what is noted is sent when the screen or the window goes away. */
export function useAutosave(): Autosave {
  const [autosave] = useState(() => createAutosave(scheduleTimeout))
  useEffect(() => {
    const flush = (): void => void autosave.flush()
    window.addEventListener('pagehide', flush)
    window.addEventListener('blur', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('blur', flush)
      flush()
    }
  }, [autosave])
  return autosave
}

export function useSaveState(autosave: Autosave): SaveState {
  return useSyncExternalStore(autosave.subscribe, autosave.getState)
}
