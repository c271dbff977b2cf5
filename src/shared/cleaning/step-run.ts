import type { StepProblem } from './recipe.ts'

/** Reading that belongs to the import and that steps share with it. */
export interface CleaningTools {
  /** ISO date of a written date, or null when it is none or reads two ways. */
  readDate: (text: string, order: 'ymd' | 'dmy' | 'mdy' | null) => string | null
}

/** Is told what a step does to a row. */
export interface Tell {
  changed: (before: string, after: string) => void
  /** A value the step could not read and left as it stands. */
  unread: (value: string) => void
}

/** Changes a row in place. May throw: then the row is left as it was before the step. */
export type StepRun = (cells: string[], tell: Tell) => void

/** A step made ready for the columns of one file. */
export interface PreparedStep {
  /** Null: it can't be done at all. */
  run: StepRun | null
  /** Columns it looks at, by index. */
  reads: readonly number[]
  problem: StepProblem | null
}

export interface StepPlace {
  /** Names of the columns there are before the step. */
  names: readonly string[]
  tools: CleaningTools
  /** Adds a column after the last one and gives its index. */
  add: (name: string) => number
}

/** What a step makes of one cell; null: it can't read it. */
export type CleanCell = (value: string) => string | null

const REMEMBERED = 20_000

/** The same, remembering what it made of a value: columns repeat, and reading a phone costs a thousand times a look-up. */
export function rememberCells(clean: CleanCell): CleanCell {
  const known = new Map<string, string | null>()
  return (value) => {
    const before = known.get(value)
    if (before !== undefined) return before
    const after = clean(value)
    if (known.size >= REMEMBERED) known.clear()
    known.set(value, after)
    return after
  }
}

/** A step that does the same to every cell of its columns; blank cells are not looked at. */
export function prepareCells(columns: readonly string[] | 'all', { names }: StepPlace, clean: CleanCell): PreparedStep {
  const found = columns === 'all' ? names.map((_, index) => index) : columns.map((name) => names.indexOf(name))
  const reads = found.filter((index) => index >= 0)
  const missing = columns === 'all' ? [] : columns.filter((_, at) => (found[at] ?? -1) < 0)
  return {
    reads,
    problem: missing.length === 0 ? null : { code: 'column-missing', detail: missing.join(', '), rows: 0 },
    run:
      reads.length === 0
        ? null
        : (cells, tell) => {
            for (const index of reads) {
              const before = cells[index] ?? ''
              if (before === '') continue
              const after = clean(before)
              if (after === null) tell.unread(before)
              else if (after !== before) {
                cells[index] = after
                tell.changed(before, after)
              }
            }
          }
  }
}

/** A step that cannot be done on any row. */
export function refuseStep(code: StepProblem['code'], detail: string): PreparedStep {
  return { run: null, reads: [], problem: { code, detail, rows: 0 } }
}
