import { measureNps } from '../../../../shared/analytics/opinions.ts'
import {
  isReading,
  makePercentage,
  type MetricDefinition,
  type MetricSource,
  needsData,
  type Outcome,
  windowOf
} from '../metric-definition.ts'
import { boundsOf, hasRows } from '../timed-rows.ts'

interface Answer {
  customer: number
  score: number
}

/** The latest answer of every live customer in W. */
function readLatestAnswers(source: MetricSource): Answer[] {
  const window = windowOf(source)
  if (!window) return []
  return source.db
    .prepare<unknown[], Answer>(
      `SELECT customer, score FROM (
        SELECT customer_id AS customer, score, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY at DESC, id DESC) AS place
        FROM surveys WHERE kind = 'nps' AND at >= @from AND at < @until) WHERE place = 1 ORDER BY customer`
    )
    .all(boundsOf(window))
    .filter(({ customer }) => source.figures.indexOf(customer) >= 0)
}

const isPromoter = ({ score }: Answer): boolean => score >= 9
const isDetractor = ({ score }: Answer): boolean => score <= 6

/** 100 × (promoters 9–10 − detractors 0–6) / respondents, ±1.96·100·√((p + d − (p − d)²) / n) (domain 6.10). */
function measure(source: MetricSource): Outcome {
  if (!hasRows(source.db, 'surveys', `kind = 'nps'`)) return needsData(['surveys'])
  if (!windowOf(source)) return needsData(['orders'])
  const answers = readLatestAnswers(source)
  const { promoters, detractors, margin } = measureNps(answers.map(({ score }) => score))
  const outcome = makePercentage(promoters - detractors, answers.length)
  if (!isReading(outcome) || margin === null) return outcome
  return { ...outcome, margin, params: { promoters, detractors } }
}

export const nps: MetricDefinition = {
  id: 'k_nps',
  needs: ['surveys'],
  span: 'window',
  measure,
  measurePrevious: measure,
  // Both ends of the scale are counted in the numerator, with opposite signs.
  listCustomers: (source, part) => {
    const answers = readLatestAnswers(source)
    return Int32Array.from(
      answers.filter((answer) => part === 'denominator' || isPromoter(answer) || isDetractor(answer)).map(({ customer }) => customer)
    )
  }
}
