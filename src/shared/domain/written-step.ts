/** What of a walk's step shows that the group worked on it. */
export interface WrittenStep {
  readonly elementId: string
  readonly score: number | null
  readonly justification: string
  readonly decision: string
  readonly notes: string
  readonly answers: readonly string[]
}

/**
 * Whether anything was written, scored, decided or agreed at a step; spaces are nothing. Passing by is no answer, so only
 * such a step may be called done.
 */
export function isStepWritten(step: WrittenStep, actions: readonly { readonly elementId: string | null }[]): boolean {
  const texts = [...step.answers, step.justification, step.decision, step.notes]
  return step.score !== null || texts.some((text) => text.trim() !== '') || actions.some((action) => action.elementId === step.elementId)
}
