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
type Steps = Map<string, StepDraft>

/** By diagram, then by shape: kept until it is added or given up, wherever the person goes meanwhile. */
const drafts = new Map<number, Steps>()
/** Of content kept nowhere, for as long as it is open. */
const loose = new WeakMap<object, Steps>()

interface DraftKeeper {
  readonly read: (shapeId: string) => StepDraft
  /** Replaces a part of what was begun; `undefined`: it was added or given up. */
  readonly keep: (shapeId: string, part: { decision: string } | { action: ActionDraft | undefined }) => void
  /** Gives up all that was begun at a step. */
  readonly drop: (shapeId: string) => void
}

const isBegun = (text: string | undefined): boolean => (text ?? '').trim() !== ''

/** Whether the person wrote something that is neither added nor given up. */
export const hasWords = ({ decision, action }: StepDraft): boolean =>
  isBegun(decision) || isBegun(action?.title) || isBegun(action?.owner) || isBegun(action?.dueDate)

function findSteps(diagramId: number | null, owner: object): Steps {
  const found = diagramId === null ? loose.get(owner) : drafts.get(diagramId)
  if (found) return found
  const steps: Steps = new Map()
  if (diagramId === null) loose.set(owner, steps)
  else drafts.set(diagramId, steps)
  return steps
}

/** The drafts of a diagram; `owner` holds those of content kept nowhere. */
export function openDrafts(diagramId: number | null, owner: object): DraftKeeper {
  const steps = findSteps(diagramId, owner)
  const read = (shapeId: string): StepDraft => steps.get(shapeId) ?? {}
  return {
    read,
    keep: (shapeId, part) => {
      const { decision = '', action } = { ...read(shapeId), ...part }
      const next = { decision, ...(action && { action }) }
      if (hasWords(next) || next.action) steps.set(shapeId, next)
      else steps.delete(shapeId)
    },
    drop: (shapeId) => {
      steps.delete(shapeId)
    }
  }
}

/** Another workspace is open: its diagrams have the same numbers, and nothing to do with what was begun. */
export function forgetDrafts(): void {
  drafts.clear()
}

/** The drafts of the open diagram. */
export function useStepDrafts(): DraftKeeper {
  const store = useDiagramStore()
  return openDrafts(store.getState().diagramId, store)
}
