import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'

/** 100 × (live records − groups of duplicates, single records being groups too) / live records. */
function measure({ figures }: MetricSource): Outcome {
  const { groups, groupOf, isAnswerable } = figures.duplicates
  return isAnswerable ? makePercentage(groupOf.length - groups, groupOf.length) : needsData(['customers'], 'duplicates')
}

export const duplicateRate: MetricDefinition = {
  id: 'k_duplicate_rate',
  needs: ['customers'],
  span: 'moment',
  measure,
  // Records beyond one per customer: all of a group but its oldest, the one a merge would keep.
  listCustomers: ({ figures }, part) =>
    part === 'denominator' ? figures.customerIds : figures.customerIds.filter((_, i) => figures.duplicates.groupOf[i] !== i)
}
