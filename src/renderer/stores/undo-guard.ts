import { create } from 'zustand'
import type { ChangeEntry } from '../../shared/contract/workspace.ts'

/** What notices about undo and redo are about: one takes the place of the other. */
export const STEP_NOTICE = 'undo'

/** Whether the next step is one of what is open; any other is asked about before it is taken back or done again. */
type OwnsStep = (entry: ChangeEntry) => boolean

interface UndoGuard {
  /** Null: nothing is open that has steps of its own. */
  readonly owns: OwnsStep | null
}

export const useUndoGuard = create<UndoGuard>(() => ({ owns: null }))

/** What is open answers for its steps from now on; returns the way to stop. */
export function guardUndo(owns: OwnsStep): () => void {
  useUndoGuard.setState({ owns })
  return () => {
    if (useUndoGuard.getState().owns === owns) useUndoGuard.setState({ owns: null })
  }
}
