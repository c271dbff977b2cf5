import { z } from 'zod'

/**
 * A column by its header, as `nameColumns` writes it: by name and not by place, so that a recipe finds its columns in next
 * month's file too. Columns that an earlier step added can be named like any other.
 */
const ColumnName = z.string().max(500)
const ColumnNames = z.array(ColumnName).min(1).max(300)
/** `all`: every column of the file. */
const AnyColumns = z.union([z.literal('all'), ColumnNames])
const CountryCode = z.string().regex(/^[A-Z]{2}$/)
/** Long enough for a cell of notes. */
const Value = z.string().max(2000)

const base = {
  /** Names the step within its recipe. */
  id: z.string().min(1).max(64),
  /** False: the step is kept and does nothing. */
  on: z.boolean().default(true)
}

export const LETTER_CASES = ['upper', 'lower', 'names'] as const
export const NAME_ORDERS = ['given-first', 'surnames-first'] as const
/** Countries whose tax numbers can be checked. */
export const TAX_COUNTRIES = ['ES', 'MX', 'AR', 'CL'] as const

export const Step = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('trim'), columns: AnyColumns }),
  z.object({ ...base, kind: z.literal('case'), columns: ColumnNames, to: z.enum(LETTER_CASES) }),
  /** Adds three columns after the last one: given name, first surname, second surname. */
  z.object({
    ...base,
    kind: z.literal('split-name'),
    column: ColumnName,
    order: z.enum(NAME_ORDERS),
    into: z.tuple([ColumnName, ColumnName, ColumnName])
  }),
  /** Adds one column that holds what the others hold, blanks left out. */
  z.object({ ...base, kind: z.literal('join'), columns: ColumnNames, separator: z.string().max(10), into: ColumnName }),
  /** `country`: where numbers without a prefix are from. */
  z.object({ ...base, kind: z.literal('phone'), columns: ColumnNames, country: CountryCode }),
  /** `domains`: mistyped domains and what the person said they stand for; no other is changed. */
  z.object({ ...base, kind: z.literal('email'), columns: ColumnNames, domains: z.record(z.string(), z.string()).default({}) }),
  z.object({ ...base, kind: z.literal('tax-id'), columns: ColumnNames, country: z.enum(TAX_COUNTRIES) }),
  /** `order`: what `05/06/2026` means; null leaves dates that can be read two ways as they stand. */
  z.object({ ...base, kind: z.literal('date'), columns: ColumnNames, order: z.enum(['ymd', 'dmy', 'mdy']).nullable() }),
  z.object({
    ...base,
    kind: z.literal('replace'),
    columns: AnyColumns,
    find: z.string().min(1).max(500),
    with: Value,
    mode: z.enum(['text', 'pattern']),
    ignoreCase: z.boolean().default(false)
  }),
  /** Whole cells for whole cells; case, accents and spaces around don't matter in `from`. */
  z.object({
    ...base,
    kind: z.literal('map'),
    columns: ColumnNames,
    values: z.array(z.object({ from: Value, to: Value })).max(20_000)
  }),
  /** Spellings of one thing that a person accepted as such; spellings not named stay. */
  z.object({
    ...base,
    kind: z.literal('merge'),
    columns: ColumnNames,
    groups: z.array(z.object({ to: Value, from: z.array(Value).min(1) })).max(20_000)
  }),
  /** Words that stand for "nothing" become blank. */
  z.object({ ...base, kind: z.literal('blank'), columns: AnyColumns, words: z.array(Value).min(1).max(500) })
])
export type Step = z.infer<typeof Step>
export type StepKind = Step['kind']

/** What is done to the cells of a file before they are mapped to fields; in this order. */
export const Recipe = z.object({ steps: z.array(Step).max(200) })
export type Recipe = z.infer<typeof Recipe>

/** Why a step could not be done, or not on every column. */
export const StepProblem = z.object({
  code: z.enum(['column-missing', 'pattern-unreadable', 'country-unknown', 'step-failed']),
  /** The column, the pattern or the country it speaks of. */
  detail: z.string(),
  /** Rows that the step left as they were for this. */
  rows: z.number().int()
})
export type StepProblem = z.infer<typeof StepProblem>

/** What one step did to the rows seen. */
export const StepReport = z.object({
  id: z.string(),
  /** Rows of which it changed a cell (for added columns: rows that got a value). */
  rows: z.number().int(),
  /** Rows with a value it could not read and left as it stands. */
  unread: z.number().int(),
  /** A few different changes and values left. */
  samples: z.array(z.object({ before: z.string(), after: z.string() })),
  unreadSamples: z.array(z.string()),
  problem: StepProblem.nullable()
})
export type StepReport = z.infer<typeof StepReport>

/** Unique names of the columns of a file: header without spaces around, `#3` where there is none, `City (2)` for the second `City`. */
export function nameColumns(headers: readonly string[]): string[] {
  const taken = new Set<string>()
  return headers.map((header, index) => {
    const plain = header.trim() || `#${String(index + 1)}`
    let name = plain
    for (let n = 2; taken.has(name); n++) name = `${plain} (${String(n)})`
    taken.add(name)
    return name
  })
}
