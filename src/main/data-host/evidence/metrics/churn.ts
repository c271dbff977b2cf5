import { countMembers, intersect, listMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'

/** 1: active in the window before, not in W. */
function findGone({ figures: { profile } }: MetricSource): Uint8Array {
  return intersect(
    profile.wasActive,
    profile.isActive.map((byte) => 1 - byte)
  )
}

/** 100 − retention: 100 × customers active in the window before who are not active in W / customers active in the window before. */
function measure(source: MetricSource): Outcome {
  if (!source.figures.window) return needsData(['orders'])
  return makePercentage(countMembers(findGone(source)), countMembers(source.figures.profile.wasActive))
}

export const churn: MetricDefinition = {
  id: 'k_churn',
  needs: ['orders'],
  span: 'window',
  measure,
  measurePrevious: async (source) => measure({ ...source, figures: await source.figures.previous(), period: 'current' }),
  listCustomers: (source, part) => listMembers(source.figures, part === 'numerator' ? findGone(source) : source.figures.profile.wasActive)
}
