import { create } from 'zustand'
import type { InputId, TypedInputs } from '../../../shared/contract/simulator.ts'

interface Draft {
  readonly typed: TypedInputs
  /** The scenario it began as, and the one it stands beside; 0: only the data. */
  readonly scenarioId: number | null
  readonly otherId: number | null
}
const EMPTY: Draft = { typed: {}, scenarioId: null, otherId: null }

/** What was typed in the simulator and not yet saved, as long as the workspace stays open: going elsewhere loses nothing. */
const useStore = create<{ owner: string; draft: Draft }>(() => ({ owner: '', draft: EMPTY }))

export interface DraftActions {
  readonly change: (changed: Partial<Draft>) => void
  readonly type: (id: InputId, value: number) => void
  readonly setBack: (id: InputId) => void
}

/** What was typed, but for one input. */
export function leaveOut(typed: TypedInputs, id: InputId): TypedInputs {
  const { [id]: _gone, ...rest } = typed
  return rest
}

/** The draft of the workspace called `owner`. */
export function useDraft(owner: string): Draft & DraftActions {
  const stored = useStore()
  const draft = stored.owner === owner ? stored.draft : EMPTY
  const change = (changed: Partial<Draft>): void => {
    useStore.setState({ owner, draft: { ...draft, ...changed } })
  }
  return {
    ...draft,
    change,
    type: (id, value) => {
      change({ typed: { ...draft.typed, [id]: value } })
    },
    setBack: (id) => {
      change({ typed: leaveOut(draft.typed, id) })
    }
  }
}
