import { listDistinct } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome, windowOf } from '../metric-definition.ts'
import { boundsOf, hasRows } from '../timed-rows.ts'

const MESSAGES = 'campaign_members m JOIN campaigns c ON c.id = m.campaign_id WHERE m.sent_at >= @from AND m.sent_at < @until'
const AIMED = `c.segment_id IS NOT NULL AND c.segment_id <> ''`

/** 100 × campaign messages in W whose campaign names a segment / campaign messages in W. */
function measure(source: MetricSource): Outcome {
  if (!hasRows(source.db, 'campaign_members')) return needsData(['campaigns'])
  const window = windowOf(source)
  if (!window) return needsData(['orders'])
  const counts = source.db
    .prepare<unknown[], { aimed: number; total: number }>(
      `SELECT COUNT(*) FILTER (WHERE ${AIMED}) AS aimed, COUNT(*) AS total FROM ${MESSAGES}`
    )
    .get(boundsOf(window))
  return makePercentage(counts?.aimed ?? 0, counts?.total ?? 0)
}

export const personalisedShare: MetricDefinition = {
  id: 'k_personalised_share',
  needs: ['campaigns'],
  span: 'window',
  measure,
  measurePrevious: measure,
  listCustomers: (source, part) => {
    const window = windowOf(source)
    if (!window) return new Int32Array()
    const condition = part === 'numerator' ? ` AND ${AIMED}` : ''
    return listDistinct(
      source.figures,
      source.db
        .prepare<unknown[], { customer: number }>(`SELECT DISTINCT m.customer_id AS customer FROM ${MESSAGES}${condition}`)
        .iterate(boundsOf(window))
    )
  }
}
