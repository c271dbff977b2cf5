import { COMPLETENESS_TOTAL } from '../../../shared/analytics/completeness.ts'
import type { PlainValue } from '../../../shared/segments/compare.ts'
import type { OpenWorkspace } from '../context.ts'
import { FIGURE_READERS } from '../figures/figure-readers.ts'
import type { Figures } from '../figures/figures.ts'
import { pauseForOthers, startPace } from '../pause.ts'
import { dayOf, type Values } from './record-values.ts'

/** What the table sorts by, of every customer. Null: the column is no figure, it stands in the record or is gone. */
export async function readValues(workspace: OpenWorkspace, figures: Figures, id: string): Promise<Values | null> {
  const figure = FIGURE_READERS[id]?.(figures)
  if (figure) return fillValues(figures, figure)
  return (await EXTRAS[id]?.(workspace, figures)) ?? null
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
