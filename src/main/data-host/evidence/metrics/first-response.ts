import { medianOf } from '../../../../shared/analytics/selection.ts'
import { listDistinct } from '../customer-lists.ts'
import { type MetricDefinition, type MetricSource, needsData, noDenominator, type Outcome, windowOf } from '../metric-definition.ts'
import { boundsOf, hasRows } from '../timed-rows.ts'

/** What wants an answer: complaints and inbound enquiries opened in W. An answer after the window had not come yet; one before the question is a slip of the pen. */
const OPENED = `(
  SELECT customer_id AS customer, unixepoch(first_response_at) - unixepoch(opened_at) AS seconds, first_response_at AS answered
    FROM complaints WHERE opened_at >= @from AND opened_at < @until
  UNION ALL SELECT customer_id, unixepoch(first_response_at) - unixepoch(at), first_response_at
    FROM interactions WHERE direction = 'in' AND kind = 'enquiry' AND at >= @from AND at < @until)`
const ANSWERED = 'seconds >= 0 AND answered < @until'

/** Median of first answer − opening, in hours. Numerator: those answered; denominator: all opened. */
function measure(source: MetricSource): Outcome {
  const { db } = source
  if (!hasRows(db, 'complaints') && !hasRows(db, 'interactions', `direction = 'in' AND kind = 'enquiry'`))
    return needsData(['complaints', 'interactions'], 'enquiries')
  const window = windowOf(source)
  if (!window) return needsData(['orders'])
  const bounds = boundsOf(window)
  const seconds = db.prepare<unknown[], number>(`SELECT seconds FROM ${OPENED} WHERE ${ANSWERED}`).pluck().all(bounds)
  const opened = db.prepare<unknown[], number>(`SELECT COUNT(*) FROM ${OPENED}`).pluck().get(bounds) ?? 0
  const median = medianOf(Float64Array.from(seconds))
  if (median === null) return opened === 0 ? noDenominator() : needsData(['complaints', 'interactions'], 'first-response')
  return { value: median / 3600, numerator: seconds.length, denominator: opened, sample: seconds.length }
}

export const firstResponse: MetricDefinition = {
  id: 'k_first_response',
  needs: ['complaints', 'interactions'],
  span: 'window',
  measure,
  measurePrevious: measure,
  listCustomers: (source, part) => {
    const window = windowOf(source)
    if (!window) return new Int32Array()
    const condition = part === 'numerator' ? ` WHERE ${ANSWERED}` : ''
    return listDistinct(
      source.figures,
      source.db
        .prepare<unknown[], { customer: number | null }>(`SELECT DISTINCT customer FROM ${OPENED}${condition}`)
        .iterate(boundsOf(window))
    )
  }
}
