import { useDiagramStore } from '../store/use-diagram.ts'

/** An action begun and not added. */
export interface ActionDraft {
  readonly title: string
  readonly owner: string
  /** ISO date; empty: none yet. */
  readonly dueDate: string
  readonly segmentId: string
}

/** What was begun at a step and not kept yet. */
interface StepDraft {
  readonly decision?: string
  readonly action?: ActionDraft
}

/** By open diagram, then by shape: kept for as long as the diagram is open, whichever step the person goes to. */
const drafts = new WeakMap<object, Map<string, StepDraft>>()

interface DraftKeeper {
  readonly read: (shapeId: string) => StepDraft
  /** Replaces a part of what was begun; `undefined`: it was added or given up. */
  readonly keep: (shapeId: string, part: { decision: string } | { action: ActionDraft | undefined }) => void
}

const isBegun = (text: string | undefined): boolean => (text ?? '').trim() !== ''

/** Whether the person wrote something that is neither added nor given up. */
export const hasWords = ({ decision, action }: StepDraft): boolean =>
  isBegun(decision) || isBegun(action?.title) || isBegun(action?.owner) || isBegun(action?.dueDate)

/** The drafts of one open diagram, held by `owner`. */
export function openDrafts(owner: object): DraftKeeper {
  const steps = drafts.get(owner) ?? new Map<string, StepDraft>()
  drafts.set(owner, steps)
  const read = (shapeId: string): StepDraft => steps.get(shapeId) ?? {}
  return {
    read,
    keep: (shapeId, part) => {
      const { decision = '', action } = { ...read(shapeId), ...part }
      steps.set(shapeId, { decision, ...(action && { action }) })
    }
  }
}

/** The drafts of the open diagram. */
export const useStepDrafts = (): DraftKeeper => openDrafts(useDiagramStore())
