import type { Figures } from '../figures/figures.ts'
import type { MetricSource } from './metric-definition.ts'
import { boundsOf } from './timed-rows.ts'

/** Interactions in a window: all, and those of them with a customer, started by the customer, and with an outcome written down. */
export interface ContactCounts {
  readonly total: number
  readonly known: number
  readonly inbound: number
  readonly taught: number
}
type Period = MetricSource['period']

const NOTHING: ContactCounts = { total: 0, known: 0, inbound: 0, taught: 0 }
/** Conditions of the three parts, our own SQL: the lists of customers use the same. */
export const CONTACT_PARTS = {
  known: 'customer_id IS NOT NULL',
  inbound: `direction = 'in'`,
  taught: `outcome IS NOT NULL AND outcome <> ''`
} as const

/** Several figures count the same table: it is read once for both windows. */
const kept = new WeakMap<Figures, Record<Period, ContactCounts>>()

/** The counts for the window the source reads. */
export function countContacts({ db, figures, period }: MetricSource): ContactCounts {
  const known = kept.get(figures)
  if (known) return known[period]
  const { window, previousWindow } = figures
  const counts: Record<Period, ContactCounts> = { current: NOTHING, previous: NOTHING }
  if (window && previousWindow) {
    const parts = Object.entries(CONTACT_PARTS).map(([name, condition]) => `COUNT(*) FILTER (WHERE ${condition}) AS ${name}`)
    const rows = db
      .prepare<unknown[], ContactCounts & { isNow: 0 | 1 }>(
        `SELECT at >= @middle AS isNow, COUNT(*) AS total, ${parts.join(', ')} FROM interactions
         WHERE at >= @from AND at < @until GROUP BY isNow`
      )
      .all({ from: boundsOf(previousWindow).from, middle: boundsOf(window).from, until: boundsOf(window).until })
    for (const { isNow, ...row } of rows) counts[isNow === 1 ? 'current' : 'previous'] = row
  }
  kept.set(figures, counts)
  return counts[period]
}
