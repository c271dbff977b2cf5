/** What was, is and will be: undo and redo while editing. */
export interface History<T> {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
  /** What the newest step changed: typing on in the same place is one step. */
  readonly subject: string | null
}

const LONGEST = 200

export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], subject: null }
}

/** `subject`: where the change was made, when more of the same may follow (`condition 3`); null: a step by itself. */
export function record<T>(history: History<T>, present: T, subject: string | null = null): History<T> {
  if (present === history.present) return history
  if (subject !== null && subject === history.subject) return { ...history, present, future: [] }
  return { past: [...history.past, history.present].slice(-LONGEST), present, future: [], subject }
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], subject: null }
}

export function redo<T>(history: History<T>): History<T> {
  const [after, ...future] = history.future
  if (after === undefined) return history
  return { past: [...history.past, history.present], present: after, future, subject: null }
}
