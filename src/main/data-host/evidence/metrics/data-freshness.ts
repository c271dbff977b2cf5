import { finish } from '../../../../shared/analytics/lifetime/minimise.ts'
import { isoDateOfDay } from '../../../../shared/domain/day-number.ts'
import type { Figures } from '../../figures/figures.ts'
import { findPosition } from '../../figures/find-position.ts'
import { countMembers, listMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'

/** The KPI's own, whatever the window of analysis (domain 4). */
const FRESH_DAYS = 365
const kept = new WeakMap<Figures, Uint8Array>()

/** 1: the record was changed, or the customer was in contact or bought, within 365 days of the as-of date. */
export function findFresh(source: MetricSource, asOfDay: number): Uint8Array {
  return finish(findFreshInSteps(source, asOfDay))
}

/** Customers whose contacts are looked at between two pauses. */
const SLICE = 5000

/** The same for whoever has others to let in between. */
export function* findFreshInSteps(
  { db, figures }: Pick<MetricSource, 'db' | 'figures'>,
  asOfDay: number
): Generator<void, Uint8Array, void> {
  const known = kept.get(figures)
  if (known) return known
  const since = asOfDay - FRESH_DAYS
  const { attributes, profile, customerIds } = figures
  const fresh = profile.isActive.map((_, i) =>
    attributes.touchedDay[i]! > since || (profile.orders[i]! > 0 && profile.lastDay[i]! > since) ? 1 : 0
  )
  const contacted = db
    .prepare<[number, number, string, string], number>(
      'SELECT DISTINCT customer_id FROM interactions WHERE customer_id BETWEEN ? AND ? AND at >= ? AND at < ?'
    )
    .pluck()
  for (let from = 0; from < customerIds.length; from += SLICE) {
    yield
    const last = customerIds[Math.min(from + SLICE, customerIds.length) - 1]!
    for (const id of contacted.all(customerIds[from]!, last, isoDateOfDay(since + 1), isoDateOfDay(asOfDay + 1))) {
      const i = findPosition(customerIds, id)
      if (i >= 0) fresh[i] = 1
    }
  }
  kept.set(figures, fresh)
  return fresh
}

/** 100 × live customers with max(updated_at, last interaction, last order) within 365 days of A / live customers. */
function measure(source: MetricSource): Outcome {
  const { asOfDay, customerIds } = source.figures
  if (customerIds.length === 0) return needsData(['customers'])
  if (asOfDay === null) return needsData(['orders'])
  return makePercentage(countMembers(findFresh(source, asOfDay)), customerIds.length)
}

export const dataFreshness: MetricDefinition = {
  id: 'k_data_freshness',
  needs: ['customers'],
  span: 'moment',
  measure,
  noTrend: 'records',
  listCustomers: (source, part) => {
    const { asOfDay, customerIds } = source.figures
    return part === 'denominator' || asOfDay === null ? customerIds : listMembers(source.figures, findFresh(source, asOfDay))
  }
}
