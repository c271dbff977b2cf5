import { dayOfIsoDate } from '../../../../shared/domain/day-number.ts'
import { countMembers, listMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'
import { daySpanOf, findOrderDay } from '../order-search.ts'
import { hasRows } from '../timed-rows.ts'

const FOLLOW_UP_DAYS = 180

/** Who had a complaint resolved 180 days or more before the end of the window, and who of them bought in the 180 days after one of those. */
function findComplainants(source: MetricSource): { base: Uint8Array; kept: Uint8Array } {
  const { db, figures } = source
  const base = new Uint8Array(figures.customerIds.length)
  const kept = new Uint8Array(figures.customerIds.length)
  const span = daySpanOf(source)
  if (!span) return { base, kept }
  const rows = db
    .prepare<[], { customer: number; resolved: string }>(
      'SELECT customer_id AS customer, resolved_at AS resolved FROM complaints WHERE resolved_at IS NOT NULL'
    )
    .iterate()
  for (const { customer, resolved } of rows) {
    const day = dayOfIsoDate(resolved)
    const i = figures.indexOf(customer)
    if (i < 0 || !(day <= span.upTo - FOLLOW_UP_DAYS)) continue
    base[i] = 1
    if (findOrderDay(figures.orders, i, { after: day, upTo: day + FOLLOW_UP_DAYS }) !== null) kept[i] = 1
  }
  return { base, kept }
}

/** 100 × complainants with a valid order within 180 days after the complaint was resolved / complainants whose complaint was resolved 180 days before A or earlier. */
function measure(source: MetricSource): Outcome {
  if (!hasRows(source.db, 'complaints')) return needsData(['complaints'])
  if (!source.figures.window) return needsData(['orders'])
  const { base, kept } = findComplainants(source)
  return makePercentage(countMembers(kept), countMembers(base))
}

export const postComplaintRetention: MetricDefinition = {
  id: 'k_post_complaint_ret',
  needs: ['complaints', 'orders'],
  span: 'history',
  measure,
  measurePrevious: measure,
  listCustomers: (source, part) => {
    const { base, kept } = findComplainants(source)
    return listMembers(source.figures, part === 'numerator' ? kept : base)
  }
}
