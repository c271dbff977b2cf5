import { countMembers, listMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'

/** Orders of one day count once wherever frequency is counted (domain 0): two tickets of one morning are no repeat. */
function findRepeaters({ figures: { profile } }: MetricSource): Uint8Array {
  return profile.isActive.map((_, i) => (profile.orderDaysWindow[i]! >= 2 ? 1 : 0))
}

/** 100 × customers with ≥ 2 valid orders in W, on different days / customers with ≥ 1 valid order in W. */
function measure(source: MetricSource): Outcome {
  if (!source.figures.window) return needsData(['orders'])
  return makePercentage(countMembers(findRepeaters(source)), countMembers(source.figures.profile.isActive))
}

export const repeat: MetricDefinition = {
  id: 'k_repeat',
  needs: ['orders'],
  span: 'window',
  measure,
  measurePrevious: async (source) => measure({ ...source, figures: await source.figures.previous(), period: 'current' }),
  listCustomers: (source, part) =>
    listMembers(source.figures, part === 'numerator' ? findRepeaters(source) : source.figures.profile.isActive)
}
