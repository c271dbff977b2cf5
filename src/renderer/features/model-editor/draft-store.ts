import type { OwnModelVersion, SaveOutcome } from '../../../shared/contract/own-models.ts'
import type { OwnModel } from '../../../shared/models/own-model.ts'

export interface DraftState {
  readonly draft: OwnModel
  /** waiting: typed, not sent yet; refused: as it stands it can't be kept (the problems say why); failed: tried again by itself. */
  readonly status: 'saved' | 'waiting' | 'saving' | 'refused' | 'failed'
}
export type Stored = OwnModelVersion & { readonly definition: OwnModel }
export interface DraftStore {
  readonly getState: () => DraftState
  readonly subscribe: (listener: () => void) => () => void
  /** Changes the definition and saves it soon. `edit` names what is being changed: one step for undo. `atOnce`: nothing follows, as after a drag. */
  readonly edit: (edit: string, change: (draft: OwnModel) => OwnModel, options?: { atOnce?: boolean }) => void
  /** What the workspace holds now: taken over when somebody else changed it (undo, an import) and nothing waits here. */
  readonly adopt: (stored: Stored) => void
  /** Sends what waits. */
  readonly flush: () => Promise<void>
}
interface Parts {
  readonly stored: Stored
  readonly save: (definition: OwnModel, edit: string) => Promise<SaveOutcome>
  /** Runs something later; returns the way to call it off. */
  readonly schedule: (run: () => void, delayMs: number) => () => void
}

const DELAY_MS = 300
const RETRY_MS = 2000

/**
 * The definition being edited and its way into the workspace. Saves run one after the other; each names the edit it belongs
 * to, so that typing in one field is one step for undo and the next field another.
 */
export function createDraftStore({ stored, save, schedule }: Parts): DraftStore {
  const listeners = new Set<() => void>()
  let state: DraftState = { draft: stored.definition, status: 'saved' }
  let version: OwnModelVersion = stored
  /** The edit that waits, and how to call its saving off. */
  let waiting: { edit: string; callOff: () => void } | null = null
  let running: Promise<void> = Promise.resolve()
  let sends = 0

  const tell = (change: Partial<DraftState>): void => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const wait = (edit: string, delayMs: number): void => {
    waiting?.callOff()
    waiting = {
      edit,
      callOff: schedule(() => {
        void flush()
      }, delayMs)
    }
  }
  const send = async (draft: OwnModel, edit: string): Promise<void> => {
    tell({ status: 'saving' })
    try {
      const answer = await save(draft, edit)
      if (answer.outcome === 'saved') version = answer
      if (!waiting && sends === 1) tell({ status: answer.outcome === 'saved' ? 'saved' : 'refused' })
    } catch {
      // Nothing is lost: it stays here, the person is told, and it is tried again.
      tell({ status: 'failed' })
      if (!waiting) wait(edit, RETRY_MS)
    }
    sends--
  }
  const flush = (): Promise<void> => {
    if (!waiting) return running
    const { edit, callOff } = waiting
    callOff()
    waiting = null
    const { draft } = state
    sends++
    running = running.then(() => send(draft, edit))
    return running
  }
  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    edit: (edit, change, { atOnce = false } = {}) => {
      const draft = change(state.draft)
      if (draft === state.draft) return
      if (waiting && waiting.edit !== edit) void flush()
      tell({ draft, status: 'waiting' })
      wait(edit, DELAY_MS)
      if (atOnce) void flush()
    },
    adopt: (found) => {
      if (waiting || sends > 0 || found.revision < version.revision || found.updatedAt === version.updatedAt) return
      version = found
      tell({ draft: found.definition, status: 'saved' })
    },
    flush
  }
}
