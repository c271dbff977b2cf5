import { listMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome, windowOf } from '../metric-definition.ts'
import { sumSales } from '../outside-orders.ts'

/** 100 × net amount of valid orders in W with a customer / net amount of all valid orders in W. */
function measure(source: MetricSource): Outcome {
  if (!windowOf(source)) return needsData(['orders'])
  const { identified, all } = sumSales(source)
  return makePercentage(identified.net, all.net, all.orders)
}

export const identifiedSales: MetricDefinition = {
  id: 'k_identified_sales',
  needs: ['orders'],
  span: 'window',
  measure,
  measurePrevious: measure,
  // Sales without a customer have nobody to list.
  listCustomers: ({ figures }) => listMembers(figures, figures.profile.isActive)
}
