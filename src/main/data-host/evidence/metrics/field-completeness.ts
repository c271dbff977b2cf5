import { COMPLETENESS_TOTAL } from '../../../../shared/analytics/completeness.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'

/** 100 × Σ weights of filled, well-formed fields / (Σ weights × live customers). */
function measure({ figures }: MetricSource): Outcome {
  const { completeness } = figures.attributes
  if (completeness.length === 0) return needsData(['customers'])
  const filled = completeness.reduce((sum, weight) => sum + weight, 0)
  return makePercentage(filled, completeness.length * COMPLETENESS_TOTAL, completeness.length)
}

export const fieldCompleteness: MetricDefinition = {
  id: 'k_field_completeness',
  needs: ['customers'],
  span: 'moment',
  measure,
  listCustomers: ({ figures }, part) =>
    part === 'denominator' ? figures.customerIds : figures.customerIds.filter((_, i) => figures.attributes.completeness[i]! > 0)
}
