import { listDistinct, listMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome, windowOf } from '../metric-definition.ts'
import { sumSales } from '../outside-orders.ts'
import { boundsOf, hasRows } from '../timed-rows.ts'

const OPENED = 'complaints WHERE opened_at >= @from AND opened_at < @until'

/** 100 × complaints opened in W / valid orders in W, those of nobody too. */
function measure(source: MetricSource): Outcome {
  if (!hasRows(source.db, 'complaints')) return needsData(['complaints'])
  const window = windowOf(source)
  if (!window) return needsData(['orders'])
  const opened = source.db.prepare<unknown[], { count: number }>(`SELECT COUNT(*) AS count FROM ${OPENED}`).get(boundsOf(window))
  return makePercentage(opened?.count ?? 0, sumSales(source).all.orders)
}

export const complaintRate: MetricDefinition = {
  id: 'k_complaint_rate',
  needs: ['complaints', 'orders'],
  span: 'window',
  measure,
  measurePrevious: measure,
  listCustomers: (source, part) => {
    const window = windowOf(source)
    if (!window) return new Int32Array()
    if (part === 'denominator') return listMembers(source.figures, source.figures.profile.isActive)
    return listDistinct(
      source.figures,
      source.db.prepare<unknown[], { customer: number }>(`SELECT DISTINCT customer_id AS customer FROM ${OPENED}`).iterate(boundsOf(window))
    )
  }
}
