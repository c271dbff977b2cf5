import { COMPLETENESS_TOTAL } from '../../../shared/analytics/completeness.ts'
import { findColumn } from '../../../shared/contract/customer-columns.ts'
import { dayOfIsoDate } from '../../../shared/domain/day-number.ts'
import { normaliseForSearch } from '../../../shared/domain/search-key.ts'
import type { PlainValue } from '../../../shared/segments/compare.ts'
import type { FieldDefinition } from '../../../shared/segments/field-types.ts'
import { parseAttributeField } from '../../../shared/segments/find-field.ts'
import { readAttribute } from '../../../shared/segments/read-attribute.ts'
import type { OpenWorkspace } from '../context.ts'
import { FIGURE_READERS } from '../figures/figure-readers.ts'
import type { Figures } from '../figures/figures.ts'
import { pauseForOthers, runSteps, startPace } from '../figures/pause.ts'
import { sortTexts } from './sort-positions.ts'

/** A number per customer that rises as the column does; NaN: nothing stands there. */
type Values = Float64Array

/** What the table sorts by, of every customer. Null: there is no such column. */
export async function readValues(workspace: OpenWorkspace, figures: Figures, id: string): Promise<Values | null> {
  const column = findColumn(id)
  if (!column) return null
  const figure = FIGURE_READERS[id]?.(figures)
  if (figure) return fillValues(figures, figure)
  const extra = EXTRAS[id]
  if (extra) return extra(workspace, figures)
  return readRecordValues(workspace, figures, column)
}

async function fillValues({ customerIds }: Figures, read: (i: number) => number): Promise<Values> {
  const values = new Float64Array(customerIds.length)
  const pace = startPace()
  for (let i = 0; i < values.length; i += 1) {
    values[i] = read(i)
    if (i % 65_536 === 65_535) await pace()
  }
  return values
}

type ReadExtra = (workspace: OpenWorkspace, figures: Figures) => Promise<Values>
const EXTRAS: Readonly<Record<string, ReadExtra>> = {
  'rfm-scores': (_, figures) =>
    fillValues(figures, (i) => (figures.r[i] === 0 ? Number.NaN : 100 * figures.r[i]! + 10 * figures.f[i]! + figures.m[i]!)),
  segments: (_, figures) => countSegments(figures),
  'last-interaction': (workspace, figures) =>
    readPerCustomer(
      workspace,
      figures,
      `SELECT customer_id, max(at) FROM interactions WHERE customer_id BETWEEN @low AND @high AND at < @until GROUP BY customer_id`,
      dayOf
    ),
  'open-complaints': async (workspace, figures) => {
    const counts = await readPerCustomer(workspace, figures, OPEN_COMPLAINTS, Number)
    return counts.map((count) => (Number.isNaN(count) ? 0 : count))
  },
  completeness: (_, figures) => fillValues(figures, (i) => figures.attributes.completeness[i]! / COMPLETENESS_TOTAL),
  contactable: (_, figures) => fillValues(figures, (i) => figures.contactable?.[i] ?? Number.NaN)
}

const OPEN_COMPLAINTS = `SELECT customer_id, count(*) FROM complaints
  WHERE customer_id BETWEEN @low AND @high AND opened_at < @until AND (resolved_at IS NULL OR resolved_at >= @until) GROUP BY customer_id`

/** The first moment after the as-of date, as text. */
export const untilOf = ({ asOf }: Pick<Figures, 'asOf'>): string => `${asOf ?? '9999-12-31'}~`

const dayOf = (text: PlainValue): number => (typeof text === 'string' ? dayOfIsoDate(text.slice(0, 10)) : Number.NaN)

/** In how many segments each customer is; everybody is in that of all, which does not count. */
const segmentCounts = new WeakMap<Figures, Promise<Values>>()
export function countSegments(figures: Figures): Promise<Values> {
  const known = segmentCounts.get(figures)
  if (known) return known
  const counting = countAll(figures)
  segmentCounts.set(figures, counting)
  return counting
}

async function countAll(figures: Figures): Promise<Values> {
  const counts = new Float64Array(figures.customerIds.length)
  for (const { id } of figures.segmentSummaries()) {
    const mask = id === 's_all' ? null : figures.segmentMask(id)
    if (mask) for (let i = 0; i < counts.length; i += 1) counts[i]! += mask[i]!
    await pauseForOthers()
  }
  return counts
}

/** Customers of one slice: a few milliseconds. */
const SLICE = 1000

async function readPerCustomer(
  { read }: OpenWorkspace,
  figures: Figures,
  sql: string,
  take: (value: PlainValue) => number
): Promise<Values> {
  const { customerIds: ids } = figures
  const values = new Float64Array(ids.length).fill(Number.NaN)
  const statement = read.prepare<[Record<string, string | number>], [number, PlainValue]>(sql).raw()
  const until = untilOf(figures)
  const pace = startPace()
  for (let first = 0; first < ids.length; first += SLICE) {
    if (!read.open) break
    const high = ids[Math.min(first + SLICE, ids.length) - 1]!
    for (const [id, value] of statement.all({ low: ids[first]!, high, until })) {
      const i = figures.indexOf(id)
      if (i >= 0) values[i] = take(value)
    }
    await pace()
  }
  return values
}

async function readRecordValues(workspace: OpenWorkspace, figures: Figures, column: FieldDefinition): Promise<Values> {
  const read = makeReader(column)
  const places = column.choices && new Map(column.choices.map(({ value }, place) => [value, place]))
  if (column.type === 'date') return readRows(workspace, figures, read.expression, (value) => dayOf(read.take(value)))
  if (places && column.id !== 'flags')
    return readRows(workspace, figures, read.expression, (value) => places.get(String(read.take(value))) ?? Number.NaN)
  if (column.type !== 'text' && column.type !== 'tags' && column.id !== 'acquisition-campaign')
    return readRows(workspace, figures, read.expression, (value) => numberOf(read.take(value)))
  return rankTexts(workspace, figures, read)
}

const numberOf = (value: PlainValue): number => (value === null || value === '' ? Number.NaN : Number(value))

/** Texts as their place among all different ones, accents and case aside, numbers by their size. */
async function rankTexts(workspace: OpenWorkspace, figures: Figures, read: Reader): Promise<Values> {
  const codes = new Map<string, number>()
  const values = await readRows(workspace, figures, read.expression, (stored) => {
    const value = read.take(stored)
    if (value === null || value === '') return Number.NaN
    const key = sortKey(String(value))
    const code = codes.get(key) ?? codes.size
    codes.set(key, code)
    return code
  })
  return runSteps(rankCodes(values, codes))
}

const STEP = 8192
function* rankCodes(values: Values, codes: ReadonlyMap<string, number>): Generator<void, Values, void> {
  const keys: string[] = []
  for (const key of codes.keys()) {
    keys.push(key)
    if (keys.length % STEP === 0) yield
  }
  const sorted = yield* sortTexts(keys)
  const ranks = new Float64Array(sorted.length)
  for (let rank = 0; rank < sorted.length; rank += 1) {
    ranks[codes.get(sorted[rank]!)!] = rank
    if (rank % STEP === 0) yield
  }
  for (let i = 0; i < values.length; i += 1) {
    if (!Number.isNaN(values[i]!)) values[i] = ranks[values[i]!]!
    if (i % (8 * STEP) === 0) yield
  }
  return values
}

const LONGEST_NUMBER = 20
const sortKey = (text: string): string => {
  const key = normaliseForSearch(text)
  return /^\d+$/.test(key) ? key.padStart(LONGEST_NUMBER, '0') : key
}

async function readRows(
  { read }: OpenWorkspace,
  figures: Figures,
  expression: string,
  take: (value: PlainValue) => number
): Promise<Values> {
  const values = new Float64Array(figures.customerIds.length).fill(Number.NaN)
  const slice = read
    .prepare<[number, number], [number, PlainValue]>(`SELECT id, ${expression} FROM customers c WHERE id > ? ORDER BY id LIMIT ?`)
    .raw()
  const pace = startPace()
  for (let last = 0; ;) {
    if (!read.open) return values
    const rows = slice.all(last, SLICE)
    for (const [id, value] of rows) {
      const i = figures.indexOf(id)
      if (i >= 0) values[i] = take(value)
    }
    last = rows.at(-1)?.[0] ?? last
    if (rows.length < SLICE) return values
    await pace()
  }
}

interface Reader {
  /** Over a row of customers, named `c`. */
  readonly expression: string
  readonly take: (stored: PlainValue) => PlainValue
}

/** Where a field of the record stands, and what is made of it. */
export function makeReader({ id, type, column }: FieldDefinition): Reader {
  const attribute = parseAttributeField(id)
  if (attribute) return { expression: 'c.attributes', take: (stored) => readAttribute(stored, attribute.type, attribute.name) }
  const expression = EXPRESSIONS[id] ?? `c.${column}`
  return { expression, take: type === 'date' ? (stored) => (typeof stored === 'string' ? stored.slice(0, 10) : null) : (stored) => stored }
}

const EXPRESSIONS: Readonly<Record<string, string>> = {
  flags: `(SELECT group_concat(kind, ', ') FROM customer_flags f WHERE f.customer_id = c.id)`,
  'acquisition-campaign': '(SELECT name FROM campaigns g WHERE g.id = c.acquisition_campaign_id)'
}
