import { medianOf } from '../../../../shared/analytics/selection.ts'
import type { Figures } from '../../figures/figures.ts'
import { listDistinct } from '../customer-lists.ts'
import { type MetricDefinition, type MetricSource, needsData, noDenominator, type Outcome, windowOf } from '../metric-definition.ts'
import { boundsOf, hasRows } from '../timed-rows.ts'

/** What wants an answer: complaints and inbound enquiries opened in W. */
const OPENED = `(
  SELECT customer_id AS customer, opened_at AS opened, first_response_at AS answered
    FROM complaints WHERE opened_at >= @from AND opened_at < @until
  UNION ALL SELECT customer_id, at, first_response_at
    FROM interactions WHERE direction = 'in' AND kind = 'enquiry' AND at >= @from AND at < @until)`
/** An answer after the window had not come yet; one before the question is a slip of the pen. */
const ANSWERED = 'unixepoch(answered) >= unixepoch(opened) AND answered < @until'

interface Answers {
  opened: number
  /** Median seconds; null: none was answered. */
  median: number | null
  answered: number
}
/** One reading for each window. */
const kept = new WeakMap<Figures, Map<string, Answers>>()

function readAnswers(source: MetricSource): Answers {
  const window = windowOf(source)
  if (!window) return { opened: 0, median: null, answered: 0 }
  const windows = kept.get(source.figures) ?? new Map<string, Answers>()
  kept.set(source.figures, windows)
  const known = windows.get(window.to)
  if (known) return known
  const rows = source.db
    .prepare<unknown[], number | null>(`SELECT CASE WHEN ${ANSWERED} THEN unixepoch(answered) - unixepoch(opened) END FROM ${OPENED}`)
    .pluck()
    .all(boundsOf(window))
  const seconds = Float64Array.from(rows.filter((each) => each !== null))
  const answers = { opened: rows.length, answered: seconds.length, median: medianOf(seconds) }
  windows.set(window.to, answers)
  return answers
}

/** Median of first answer − opening, in hours. Numerator: those answered; denominator: all opened. */
function measure(source: MetricSource): Outcome {
  const { db } = source
  if (!hasRows(db, 'complaints') && !hasRows(db, 'interactions', `direction = 'in' AND kind = 'enquiry'`))
    return needsData(['complaints', 'interactions'], 'enquiries')
  if (!windowOf(source)) return needsData(['orders'])
  const { opened, answered, median } = readAnswers(source)
  if (median === null) return opened === 0 ? noDenominator() : needsData(['complaints', 'interactions'], 'first-response')
  return { value: median / 3600, numerator: answered, denominator: opened, sample: answered }
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
