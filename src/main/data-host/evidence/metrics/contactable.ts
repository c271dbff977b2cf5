import { countMembers, intersect, listMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'

/** 100 × active customers who can be reached through a valid channel with a marketing consent in force / active customers. */
function measure({ figures }: MetricSource): Outcome {
  if (!figures.contactable) return needsData(['consents'])
  if (!figures.window) return needsData(['orders'])
  return makePercentage(countMembers(intersect(figures.profile.isActive, figures.contactable)), countMembers(figures.profile.isActive))
}

export const contactable: MetricDefinition = {
  id: 'k_contactable',
  needs: ['orders', 'consents'],
  span: 'window',
  measure,
  // Consents change over time: the window before is judged by those in force at its own end.
  measurePrevious: async (source) => measure({ ...source, figures: await source.figures.previous(), period: 'current' }),
  listCustomers: ({ figures }, part) => {
    const { isActive } = figures.profile
    return listMembers(
      figures,
      part === 'numerator' ? intersect(isActive, figures.contactable ?? new Uint8Array(isActive.length)) : isActive
    )
  }
}
