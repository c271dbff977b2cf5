import { listDistinct } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome, windowOf } from '../metric-definition.ts'
import { nextDay } from '../../../../shared/domain/calendar-day.ts'
import { hasRows } from '../timed-rows.ts'

const SENT = 'sent_at IS NOT NULL AND sent_at < ?'
const ANSWERED = 'responded_at IS NOT NULL AND responded_at < ?'

/** 100 × campaign members who answered / campaign members who were sent something, up to the end of the window (no window of its own). */
function measure(source: MetricSource): Outcome {
  if (!hasRows(source.db, 'campaign_members')) return needsData(['campaigns'])
  const until = findEnd(source)
  if (until === null) return needsData(['orders'])
  const counts = source.db
    .prepare<[string, string], { answered: number; sent: number }>(
      `SELECT COUNT(*) FILTER (WHERE ${ANSWERED}) AS answered, COUNT(*) AS sent FROM campaign_members WHERE ${SENT}`
    )
    .get(until, until)
  return makePercentage(counts?.answered ?? 0, counts?.sent ?? 0)
}

function findEnd(source: MetricSource): string | null {
  const window = windowOf(source)
  return window && nextDay(window.to)
}

export const responseRate: MetricDefinition = {
  id: 'k_response_rate',
  needs: ['campaigns'],
  span: 'history',
  measure,
  measurePrevious: measure,
  listCustomers: (source, part) => {
    const until = findEnd(source)
    if (until === null) return new Int32Array()
    const condition = part === 'numerator' ? `${SENT} AND ${ANSWERED}` : `${SENT} AND ? <> ''`
    return listDistinct(
      source.figures,
      source.db
        .prepare<[string, string], { customer: number }>(`SELECT DISTINCT customer_id AS customer FROM campaign_members WHERE ${condition}`)
        .iterate(until, until)
    )
  }
}
