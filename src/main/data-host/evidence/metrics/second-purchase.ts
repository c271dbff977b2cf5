import { countMembers, listMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'
import { findNewCustomers } from '../new-customers.ts'
import { findOrderDay } from '../order-search.ts'

const FOLLOW_UP_DAYS = 90

/** New customers of W with 90 days to follow, and those of them who bought on a second day within 90 days (orders of one day are one purchase). */
function findBuyers(source: MetricSource): { base: Uint8Array; again: Uint8Array } {
  const { orders, profile } = source.figures
  const base = findNewCustomers(source, FOLLOW_UP_DAYS)
  const again = base.map((isNew, i) => {
    const first = profile.firstDay[i]!
    return isNew === 1 && findOrderDay(orders, i, { after: first, upTo: first + FOLLOW_UP_DAYS }) !== null ? 1 : 0
  })
  return { base, again }
}

/** 100 × new customers with a second order day within 90 days of the first / new customers of W whose first was 90 days before A or earlier. */
function measure(source: MetricSource): Outcome {
  if (!source.figures.window) return needsData(['orders'])
  const { base, again } = findBuyers(source)
  return makePercentage(countMembers(again), countMembers(base))
}

export const secondPurchase: MetricDefinition = {
  id: 'k_second_purchase',
  needs: ['orders'],
  span: 'window',
  lookBack: 1,
  measure,
  measurePrevious: measure,
  listCustomers: (source, part) => {
    const { base, again } = findBuyers(source)
    return listMembers(source.figures, part === 'numerator' ? again : base)
  }
}
