import { listMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'
import { hasPartners, sumPartnerSales } from '../partner-orders.ts'

/** 100 × revenue in W with partner_id NOT NULL / total revenue in W. */
function measure(source: MetricSource): Outcome {
  if (!source.figures.window) return needsData(['orders'])
  if (!hasPartners(source)) return needsData(['orders'], 'partners')
  const { partner, all } = sumPartnerSales(source)
  return makePercentage(partner.net, all.net, all.orders)
}

export const partnerShare: MetricDefinition = {
  id: 'k_partner_share',
  needs: ['orders'],
  span: 'window',
  measure,
  measurePrevious: measure,
  listCustomers: (source, part) =>
    listMembers(source.figures, part === 'numerator' ? sumPartnerSales(source).withPartner : source.figures.profile.isActive)
}
