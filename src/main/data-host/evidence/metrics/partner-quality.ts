import { listMembers } from '../customer-lists.ts'
import { type MetricDefinition, type MetricSource, needsData, noDenominator, type Outcome, windowOf } from '../metric-definition.ts'
import { hasPartners, sumPartnerSales } from '../partner-orders.ts'
import { boundsOf, hasRows } from '../timed-rows.ts'

interface Complaints {
  partner: number
  direct: number
}

/** Complaints opened in W about a valid order, by whether it came through a partner. Those about no order can't be told apart. */
function countComplaints(source: MetricSource): Complaints {
  const window = windowOf(source)
  const counts =
    window &&
    source.db
      .prepare<unknown[], Complaints>(
        `SELECT COUNT(*) FILTER (WHERE o.partner_id IS NOT NULL) AS partner, COUNT(*) FILTER (WHERE o.partner_id IS NULL) AS direct
         FROM complaints c JOIN orders o ON o.id = c.order_id
         WHERE c.opened_at >= @from AND c.opened_at < @until AND o.status = 'completed' AND o.net_minor >= 0`
      )
      .get(boundsOf(window))
  return counts ?? { partner: 0, direct: 0 }
}

/** Complaints per 100 orders through partners − complaints per 100 direct orders, in W. */
function measure(source: MetricSource): Outcome {
  if (!hasRows(source.db, 'complaints', 'order_id IS NOT NULL')) return needsData(['complaints'], 'complaints-of-orders')
  if (!windowOf(source)) return needsData(['orders'])
  if (!hasPartners(source)) return needsData(['orders'], 'partners')
  const { partner, all } = sumPartnerSales(source)
  const direct = all.orders - partner.orders
  if (partner.orders === 0 || direct === 0) return noDenominator()
  const complaints = countComplaints(source)
  const partnerRate = (100 * complaints.partner) / partner.orders
  const directRate = (100 * complaints.direct) / direct
  return {
    value: partnerRate - directRate,
    numerator: partnerRate,
    denominator: directRate,
    sample: Math.min(partner.orders, direct),
    params: { partner: complaints.partner, partnerOrders: partner.orders, direct: complaints.direct, directOrders: direct }
  }
}

export const partnerQuality: MetricDefinition = {
  id: 'k_partner_quality',
  needs: ['orders', 'complaints'],
  span: 'window',
  measure,
  measurePrevious: measure,
  listCustomers: (source, part) => {
    const { withPartner, direct } = sumPartnerSales(source)
    return listMembers(source.figures, part === 'numerator' ? withPartner : direct)
  }
}
