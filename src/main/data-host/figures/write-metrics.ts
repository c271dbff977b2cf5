import { NO_DAY } from '../../../shared/analytics/customer-profile.ts'
import { RFM_SEGMENTS } from '../../../shared/analytics/rfm.ts'
import { LIFECYCLE_STATES } from '../../../shared/contract/customers.ts'
import { isoDateOfDay } from '../../../shared/domain/day-number.ts'
import type { OpenWorkspace } from '../context.ts'
import type { Figures } from './figures.ts'
import { writeDerived } from './background.ts'
import { readDataNumber } from './load-base.ts'
import { pauseForOthers } from '../pause.ts'

/** Goes up when the rows hold something else, so that an older app's rows are written again. */
const MARKER = 'metrics-2'
const SLICE = 500
const COLUMNS = [
  'customer_id',
  'orders',
  'order_days',
  'first_order_date',
  'last_order_date',
  'recency_days',
  'revenue_minor',
  'revenue_window_minor',
  'margin_window_minor',
  'r',
  'f',
  'm',
  'rfm_segment',
  'lifecycle',
  'is_ssc',
  'p_alive',
  'clv_minor',
  'segment_bits'
] as const

/** What the rows in `customer_metrics` were computed from. */
function describeSource(figures: Figures): string {
  return JSON.stringify([figures.asOf, figures.settings])
}

/** Whether the table in the file already holds these figures. */
export function hasCurrentMetrics(workspace: OpenWorkspace, figures: Figures): boolean {
  const content = workspace.read
    .prepare<[string, number], Buffer>('SELECT content FROM figure_cache WHERE key = ? AND data_number = ?')
    .pluck()
    .get(MARKER, figures.dataNumber)
  return content?.toString('utf8') === describeSource(figures)
}

/**
 * Rewrites `customer_metrics` in short transactions, without raising the revision: figures are derived. The marker goes
 * first and comes back last, so a stop half-way leaves a table that says it is not current.
 */
export async function writeMetrics(workspace: OpenWorkspace, figures: Figures, segmentIds: readonly string[]): Promise<void> {
  if (!workspace.write.open || hasCurrentMetrics(workspace, figures)) return
  const masks = segmentIds.map((id) => figures.segmentMask(id))
  const dates = new Map<number, string>()
  // One turn of the gate per slice: a command of the person waits for a slice, never for the table.
  const inTurn = (work: () => void): Promise<boolean | undefined> =>
    writeDerived(workspace, () => {
      if (readDataNumber(workspace) !== figures.dataNumber) return false
      workspace.write.transaction(work).immediate()
      return true
    })
  const dropMarker = (): void => {
    workspace.write.prepare('DELETE FROM figure_cache WHERE key = ?').run(MARKER)
  }
  if (!(await inTurn(dropMarker))) return
  const insert = workspace.write.prepare(
    `INSERT OR REPLACE INTO customer_metrics (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`
  )
  for (let from = 0; from < figures.customerIds.length; from += SLICE) {
    await pauseForOthers()
    const to = Math.min(from + SLICE, figures.customerIds.length)
    const isDone = await inTurn(() => {
      for (let i = from; i < to; i++) insert.run(...describeCustomer(figures, masks, dates, i))
    })
    if (!isDone) return
  }
  await inTurn(() => {
    workspace.write
      .prepare(
        "DELETE FROM customer_metrics WHERE customer_id NOT IN (SELECT id FROM customers WHERE merged_into_id IS NULL AND status <> 'erased')"
      )
      .run()
    workspace.write
      .prepare('INSERT INTO figure_cache (key, data_number, content) VALUES (?, ?, ?)')
      .run(MARKER, figures.dataNumber, Buffer.from(describeSource(figures)))
  })
}

function describeCustomer(
  figures: Figures,
  masks: readonly (Uint8Array | null)[],
  dates: Map<number, string>,
  i: number
): (number | string | null)[] {
  const { profile } = figures
  const bought = profile.orders[i]! > 0
  const dateOf = (day: number): string | null => {
    if (day === NO_DAY) return null
    const known = dates.get(day) ?? isoDateOfDay(day)
    dates.set(day, known)
    return known
  }
  let bits = 0
  for (let bit = 0; bit < masks.length; bit++) if (masks[bit]?.[i] === 1) bits += 2 ** bit
  const known = (value: number): number | null => (Number.isNaN(value) ? null : value)
  const score = (value: number | undefined): number | null => value || null
  return [
    figures.customerIds[i]!,
    profile.orders[i]!,
    profile.orderDays[i]!,
    dateOf(profile.firstDay[i]!),
    dateOf(profile.lastDay[i]!),
    bought ? (figures.asOfDay ?? 0) - profile.lastDay[i]! : null,
    profile.revenue[i]!,
    profile.revenueWindow[i]!,
    Math.round(profile.marginWindow[i]!),
    score(figures.r[i]),
    score(figures.f[i]),
    score(figures.m[i]),
    RFM_SEGMENTS[figures.rfmSegment[i]! - 1]?.id ?? null,
    LIFECYCLE_STATES[figures.lifecycle[i]!]!,
    figures.isSsc[i]!,
    known(figures.lifetime.alive[i]!),
    known(Math.round(figures.lifetime.value[i]!)),
    bits
  ]
}
