import { countMembers, intersect, listMembers, sumMembers } from '../customer-lists.ts'
import { type MetricDefinition, type MetricSource, needsData, noDenominator, type Outcome } from '../metric-definition.ts'

const findContinuing = ({ figures: { profile } }: MetricSource): Uint8Array => intersect(profile.wasActive, profile.isActive)

/** 100 × (R_t / R_{t−1} − 1), R = revenue of the customers active in both windows. */
function measure(source: MetricSource): Outcome {
  const { window, profile } = source.figures
  if (!window) return needsData(['orders'])
  const continuing = findContinuing(source)
  const now = sumMembers(profile.revenueWindow, continuing)
  const before = sumMembers(profile.revenuePrevious, continuing)
  if (before === 0) return noDenominator()
  return { value: 100 * (now / before - 1), numerator: now, denominator: before, sample: countMembers(continuing) }
}

export const continuingRevenueGrowth: MetricDefinition = {
  id: 'k_arpc_growth',
  needs: ['orders'],
  span: 'window',
  measure,
  measurePrevious: async (source) => measure({ ...source, figures: await source.figures.previous(), period: 'current' }),
  listCustomers: (source) => listMembers(source.figures, findContinuing(source))
}
