export interface SaveState {
  /** waiting: typed, not sent yet; failed: kept here, tried again by itself. */
  readonly status: 'idle' | 'waiting' | 'saving' | 'saved' | 'failed'
  /** When the last write was committed, ISO date-time. */
  readonly savedAt: string | null
}
export interface Autosave {
  /** Notes the newest way to save one field; an earlier one not yet run is replaced. */
  readonly note: (key: string, save: Save) => void
  /** Saves everything noted; false when something could not be saved (it stays noted and is tried again). */
  readonly flush: () => Promise<boolean>
  readonly getState: () => SaveState
  readonly subscribe: (listener: () => void) => () => void
  /** Stops trying again by itself. */
  readonly stop: () => void
}
export type Save = () => Promise<{ savedAt: string }>
/** Runs something later; returns the way to call it off. */
export type Schedule = (run: () => void, delayMs: number) => () => void

const DELAY_MS = 300
const RETRIES_MS = [1000, 2000, 4000, 8000]

/**
 * Saves fields as they are typed: at most `DELAY_MS` after a key is pressed, whether or not the typing goes on, so that an
 * end of power costs less than half a second of text. A field whose save fails stays noted, newest text first, and is tried
 * again; what was noted while a save ran is saved after it.
 */
export function createAutosave(schedule: Schedule): Autosave {
  const noted = new Map<string, Save>()
  const listeners = new Set<() => void>()
  let state: SaveState = { status: 'idle', savedAt: null }
  let running: Promise<boolean> | null = null
  let callOff: (() => void) | null = null
  let failures = 0

  const tell = (change: Partial<SaveState>): void => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const plan = (delayMs: number): void => {
    callOff ??= schedule(() => {
      callOff = null
      void flush()
    }, delayMs)
  }
  const saveAll = async (): Promise<boolean> => {
    tell({ status: 'saving' })
    while (noted.size > 0) {
      for (const [key, save] of [...noted]) {
        try {
          const { savedAt } = await save()
          if (noted.get(key) === save) noted.delete(key)
          tell({ savedAt })
        } catch {
          // Nothing is lost: the field stays noted, the person is told, and it is tried again with growing pauses.
          tell({ status: 'failed' })
          plan(RETRIES_MS[Math.min(failures, RETRIES_MS.length - 1)] ?? DELAY_MS)
          failures++
          return false
        }
      }
    }
    failures = 0
    tell({ status: 'saved' })
    return true
  }
  const flush = (): Promise<boolean> => {
    callOff?.()
    callOff = null
    if (noted.size === 0 && !running) return Promise.resolve(true)
    running ??= saveAll().finally(() => {
      running = null
    })
    return running
  }
  return {
    note: (key, save) => {
      noted.set(key, save)
      if (state.status !== 'failed') tell({ status: 'waiting' })
      if (!running && !callOff) plan(DELAY_MS)
    },
    flush,
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => {
      callOff?.()
      callOff = null
    }
  }
}
