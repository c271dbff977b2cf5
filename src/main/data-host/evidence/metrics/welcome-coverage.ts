import { dayOfIsoDate } from '../../../../shared/domain/day-number.ts'
import type { Figures } from '../../figures/figures.ts'
import { countMembers, intersect, listMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'
import { findNewCustomers } from '../new-customers.ts'
import { hasRows } from '../timed-rows.ts'

const WELCOME_DAYS = 7

/** A first order is the first whatever the window: one reading answers for both. */
const kept = new WeakMap<Figures, Uint8Array>()

/** 1: welcomed on the day of the first order or in the seven days after it. */
function findWelcomed({ figures, db }: MetricSource): Uint8Array {
  const known = kept.get(figures)
  if (known) return known
  const welcomed = new Uint8Array(figures.customerIds.length)
  const rows = db
    .prepare<[], { customer: number; at: string }>(
      `SELECT customer_id AS customer, at FROM interactions WHERE kind = 'welcome' AND customer_id IS NOT NULL`
    )
    .iterate()
  for (const { customer, at } of rows) {
    const i = figures.indexOf(customer)
    if (i < 0 || figures.profile.orders[i] === 0) continue
    const days = dayOfIsoDate(at) - figures.profile.firstDay[i]!
    if (days >= 0 && days <= WELCOME_DAYS) welcomed[i] = 1
  }
  kept.set(figures, welcomed)
  return welcomed
}

/** 100 × new customers of W with a welcome within 7 days of their first order / new customers of W. */
function measure(source: MetricSource): Outcome {
  if (!hasRows(source.db, 'interactions', `kind = 'welcome'`)) return needsData(['interactions'], 'welcomes')
  if (!source.figures.window) return needsData(['orders'])
  const isNew = findNewCustomers(source)
  return makePercentage(countMembers(intersect(isNew, findWelcomed(source))), countMembers(isNew))
}

export const welcomeCoverage: MetricDefinition = {
  id: 'k_welcome_coverage',
  needs: ['interactions', 'orders'],
  span: 'window',
  lookBack: 1,
  measure,
  measurePrevious: measure,
  listCustomers: (source, part) => {
    const isNew = findNewCustomers(source)
    return listMembers(source.figures, part === 'numerator' ? intersect(isNew, findWelcomed(source)) : isNew)
  }
}
