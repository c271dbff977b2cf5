import { countMembers, intersect, listMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'
import { findNewCustomers } from '../new-customers.ts'
import { findTarget, needsTarget } from '../target-segment.ts'

/** 100 × new customers of W who are in the target segment / new customers of W. */
function measure(source: MetricSource): Outcome {
  if (!source.figures.window) return needsData(['orders'])
  const target = findTarget(source)
  if (!target) return needsTarget()
  const isNew = findNewCustomers(source)
  return makePercentage(countMembers(intersect(isNew, target)), countMembers(isNew))
}

export const targetHit: MetricDefinition = {
  id: 'k_target_hit',
  needs: ['customers', 'orders'],
  span: 'window',
  lookBack: 1,
  // Own segments are kept by hand.
  isVolatile: true,
  measure,
  measurePrevious: measure,
  listCustomers: (source, part) => {
    const isNew = findNewCustomers(source)
    const target = findTarget(source)
    return listMembers(source.figures, part === 'numerator' && target ? intersect(isNew, target) : isNew)
  }
}
