import { CUSTOMER_FLAGS } from '../../../../shared/analytics/customer-attributes.ts'
import type { Figures } from '../../figures/figures.ts'
import { countMembers, intersect, listMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, needsData } from '../metric-definition.ts'

/** Every active customer has a value tier (its margin in W ranks it), so what decides is the needs tag. */
function findCovered({ profile, attributes }: Figures): Uint8Array {
  const tagged = attributes.flags.map((flags) => (flags & CUSTOMER_FLAGS.hasTags ? 1 : 0))
  return intersect(profile.isActive, tagged)
}

/** 100 × active customers with both a value tier and at least one needs tag / active customers. Tags carry no date, so there is no figure for the window before. */
export const valueDiffCoverage: MetricDefinition = {
  id: 'k_value_diff_coverage',
  needs: ['orders', 'customers'],
  span: 'window',
  measure: ({ figures }) =>
    figures.window ? makePercentage(countMembers(findCovered(figures)), countMembers(figures.profile.isActive)) : needsData(['orders']),
  listCustomers: ({ figures }, part) => listMembers(figures, part === 'numerator' ? findCovered(figures) : figures.profile.isActive)
}
