import { findBelowZero } from '../../segments/below-zero.ts'
import { countMembers, listMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'

/** 100 × active customers whose margin in W minus cost to serve in W is < 0 / active customers. */
function measure({ figures }: MetricSource): Outcome {
  if (!figures.window) return needsData(['orders'])
  // Without any cost every margin is an assumed share of revenue: nobody could be found below zero.
  if (figures.orders.cost === null && figures.costToServe === null) return needsData(['orders'], 'costs')
  return makePercentage(countMembers(findBelowZero(figures)), countMembers(figures.profile.isActive))
}

export const belowZeroShare: MetricDefinition = {
  id: 'k_below_zero_share',
  needs: ['orders'],
  span: 'window',
  measure,
  measurePrevious: async (source) => measure({ ...source, figures: await source.figures.previous(), period: 'current' }),
  listCustomers: ({ figures }, part) => listMembers(figures, part === 'numerator' ? findBelowZero(figures) : figures.profile.isActive)
}
