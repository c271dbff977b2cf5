/** What of a walk's step shows that the group worked on it. */
export interface WrittenStep {
  readonly elementId: string
  readonly score: number | null
  readonly justification: string
  readonly decision: string
  readonly notes: string
  readonly answers: readonly string[]
}

/** What a group can leave at a step beside answers to its questions. */
export type Given = 'score' | 'decision' | 'notes' | 'actions'

/** What was left at a step beside answers, so that a step without any says why it counts as done. */
export function listGiven(step: WrittenStep, actions: readonly { readonly elementId: string | null }[]): Given[] {
  const isText = (text: string): boolean => text.trim() !== ''
  const given: Readonly<Record<Given, boolean>> = {
    score: step.score !== null,
    decision: isText(step.decision),
    notes: isText(step.notes) || isText(step.justification),
    actions: actions.some((action) => action.elementId === step.elementId)
  }
  return (['score', 'decision', 'notes', 'actions'] as const).filter((each) => given[each])
}

/**
 * Whether anything was written, scored, decided or agreed at a step; spaces are nothing. Passing by is no answer, so only
 * such a step may be called done.
 */
export function isStepWritten(step: WrittenStep, actions: readonly { readonly elementId: string | null }[]): boolean {
  return step.answers.some((text) => text.trim() !== '') || listGiven(step, actions).length > 0
}
