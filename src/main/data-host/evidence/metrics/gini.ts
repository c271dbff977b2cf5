import { measureConcentration } from '../../../../shared/analytics/concentration.ts'
import { countMembers, listMembers } from '../customer-lists.ts'
import { type MetricDefinition, type MetricSource, needsData, noDenominator, type Outcome } from '../metric-definition.ts'

/**
 * G = 2·Σ i·v_(i) / (n·Σ v) − (n+1)/n over the revenue in W of the n active customers. The two numbers shown are the same G
 * written as half the mean difference between any two customers, over the mean revenue.
 */
function measure({ figures: { profile, window }, period }: MetricSource): Outcome {
  if (!window) return needsData(['orders'])
  const isNow = period === 'current'
  const active = isNow ? profile.isActive : profile.wasActive
  const { gini, total, customers } = measureConcentration(
    (isNow ? profile.revenueWindow : profile.revenuePrevious).filter((_, i) => active[i])
  )
  if (gini === null) return noDenominator()
  const mean = total / customers
  return { value: gini, numerator: Math.round(gini * mean), denominator: Math.round(mean), sample: countMembers(active) }
}

export const gini: MetricDefinition = {
  id: 'k_gini',
  needs: ['orders'],
  span: 'window',
  measure,
  measurePrevious: measure,
  listCustomers: ({ figures }) => listMembers(figures, figures.profile.isActive)
}
