import type { DiagramShape } from './diagram.ts'

/** `1. Identify`, `2) Differentiate`: the number its author gave it. */
const NUMBERED = /^\s*\d{1,3}[.)]\s/u

/** Whether steps say numbers of their own: theirs and the place in a presentation would contradict each other. */
export const haveOwnNumbers = (steps: readonly Pick<DiagramShape, 'label'>[]): boolean => steps.some(({ label }) => NUMBERED.test(label))
