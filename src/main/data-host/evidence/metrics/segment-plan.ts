import { listMembers, sumMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'
import { sumSales } from '../outside-orders.ts'

/** 1: member of a segment that an open action names. Segments that are gone, or have no answer, hold nobody. */
function findPlanned({ db, figures }: MetricSource): Uint8Array {
  const planned = new Uint8Array(figures.customerIds.length)
  const segments = db
    .prepare<[], string>(`SELECT DISTINCT segment_id FROM actions WHERE status = 'open' AND segment_id IS NOT NULL`)
    .pluck()
    .all()
  for (const id of segments) {
    const mask = figures.hasSegment(id) ? figures.segmentMask(id) : null
    if (mask) for (let i = 0; i < planned.length; i++) planned[i]! |= mask[i]!
  }
  return planned
}

/** 100 × revenue in W of the customers of segments with an open action / revenue in W of all valid orders. What was planned a window ago is not kept. */
function measure(source: MetricSource): Outcome {
  if (!source.figures.window) return needsData(['orders'])
  const { all } = sumSales(source)
  return makePercentage(sumMembers(source.figures.profile.revenueWindow, findPlanned(source)), all.net, all.orders)
}

export const segmentPlan: MetricDefinition = {
  id: 'k_segment_plan',
  needs: ['orders'],
  span: 'window',
  isVolatile: true,
  measure,
  // Sales without a customer have nobody to list.
  listCustomers: (source, part) => listMembers(source.figures, part === 'numerator' ? findPlanned(source) : source.figures.profile.isActive)
}
