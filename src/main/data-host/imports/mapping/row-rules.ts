import { z } from 'zod'
import { normaliseHeader } from '../values/text.ts'

/** Rows to keep by what a column says: one of the words, none of them, or a number above zero. Without the column all are kept. */
const KeepRule = z.union([
  z.strictObject({ column: z.string(), values: z.array(z.string()).min(1) }),
  z.strictObject({ column: z.string(), not: z.array(z.string()).min(1) }),
  z.strictObject({ column: z.string(), sign: z.literal('positive') })
])
/** A cell that holds several values: where to cut it, and the first of them or all (joined by commas). */
const CellRule = z.strictObject({
  column: z.string(),
  split: z.string().min(1),
  take: z.enum(['first', 'all']),
  /** Values that begin so are the program's own and left out. */
  without: z.string().optional(),
  /** Each value stands in quotes of its own. */
  quoted: z.boolean().default(false)
})
/** What a source needs beside the names of its columns; in its preset, so that adding a source stays adding a file. */
export const RowRules = z.strictObject({
  keep: z.array(KeepRule).default([]),
  cells: z.array(CellRule).default([]),
  /** Lines with one cell after a blank line are what the program wrote below the table. */
  footer: z.boolean().default(false)
})
export type RowRules = z.infer<typeof RowRules>

export function hasRowRules({ keep, cells, footer }: RowRules): boolean {
  return footer || keep.length + cells.length > 0
}

/** Whether the row stays; its cells may be changed. */
type RowStep = (cells: string[]) => boolean

/** Where a blank cell of one column takes what the first filled of others holds; indexes of columns. */
export interface Fill {
  into: number
  from: readonly number[]
}

/** Makes the rules ready for a file with these headers. */
export function compileRowRules({ keep, cells, footer }: RowRules, headers: readonly string[], fills: readonly Fill[] = []): RowStep {
  const normalised = headers.map(normaliseHeader)
  const find = (column: string): number => normalised.indexOf(normaliseHeader(column))
  const steps: RowStep[] = [
    ...(footer ? [createFooterStep()] : []),
    ...keep.flatMap((rule) => {
      const at = find(rule.column)
      return at < 0 ? [] : [createKeepStep(rule, at)]
    }),
    ...cells.flatMap((rule) => {
      const at = find(rule.column)
      return at < 0 ? [] : [createCellStep(rule, at)]
    }),
    ...fills.map(createFillStep)
  ]
  return (row) => steps.every((step) => step(row))
}

function createKeepStep(rule: z.infer<typeof KeepRule>, at: number): RowStep {
  if ('sign' in rule) return (row) => /[1-9]/.test(row[at] ?? '') && !/[-−(]/u.test(row[at] ?? '')
  const isWanted = 'values' in rule
  const words = new Set((isWanted ? rule.values : rule.not).map(normaliseHeader))
  return (row) => words.has(normaliseHeader(row[at] ?? '')) === isWanted
}

function createCellStep({ split, take, without, quoted }: z.infer<typeof CellRule>, at: number): RowStep {
  return (row) => {
    const cell = row[at] ?? ''
    if (!cell.includes(split) && !quoted && without === undefined) return true
    const values = cell
      .split(split)
      .map((value) => (quoted ? value.trim().replace(/^"|"$/g, '') : value.trim()))
      .filter((value) => value !== '' && (without === undefined || !value.startsWith(without)))
    row[at] = take === 'first' ? (values[0] ?? '') : values.join(', ')
    return true
  }
}

function createFillStep({ into, from }: Fill): RowStep {
  return (row) => {
    if ((row[into] ?? '').trim() !== '') return true
    const found = from.find((at) => (row[at] ?? '').trim() !== '')
    if (found !== undefined) row[into] = row[found] ?? ''
    return true
  }
}

function createFooterStep(): RowStep {
  let sawBlank = false
  let isBelow = false
  return (row) => {
    const filled = row.filter((cell) => cell !== '').length
    if (filled === 0) sawBlank = true
    else if (sawBlank && filled === 1 && row[0] !== '') isBelow = true
    return !isBelow
  }
}
