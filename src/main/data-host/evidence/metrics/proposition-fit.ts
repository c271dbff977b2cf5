import { type MetricDefinition, type MetricSource, needsData, noDenominator, type Outcome, windowOf } from '../metric-definition.ts'
import { findTarget, needsTarget } from '../target-segment.ts'
import { boundsOf, hasRows } from '../timed-rows.ts'

interface Answer {
  customer: number
  score: number
}
interface Sides {
  target: Answer[]
  others: Answer[]
}

/** The CSAT answers of the window: of the target segment, and of everybody else. */
function splitAnswers(source: MetricSource, target: Uint8Array): Sides {
  const window = windowOf(source)
  const answers = window
    ? source.db
        .prepare<unknown[], Answer>(
          `SELECT customer_id AS customer, score FROM surveys WHERE kind = 'csat' AND at >= @from AND at < @until ORDER BY customer_id`
        )
        .all(boundsOf(window))
    : []
  const isAimedAt = ({ customer }: Answer): boolean => target[source.figures.indexOf(customer)] === 1
  return { target: answers.filter(isAimedAt), others: answers.filter((answer) => !isAimedAt(answer)) }
}

const findCsat = (answers: readonly Answer[]): number => (100 * answers.filter(({ score }) => score >= 4).length) / answers.length

/** CSAT in W of the target segment − CSAT of all other respondents, in percentage points. */
function measure(source: MetricSource): Outcome {
  const target = findTarget(source)
  if (!target) return needsTarget()
  if (!hasRows(source.db, 'surveys', `kind = 'csat'`)) return needsData(['surveys'], 'csat')
  if (!windowOf(source)) return needsData(['orders'])
  const sides = splitAnswers(source, target)
  if (sides.target.length === 0 || sides.others.length === 0) return noDenominator()
  const [aimedAt, others] = [findCsat(sides.target), findCsat(sides.others)]
  return {
    value: aimedAt - others,
    numerator: aimedAt,
    denominator: others,
    sample: Math.min(sides.target.length, sides.others.length),
    params: { targetAnswers: sides.target.length, otherAnswers: sides.others.length }
  }
}

export const propositionFit: MetricDefinition = {
  id: 'k_prop_fit',
  needs: ['surveys'],
  span: 'window',
  isVolatile: true,
  measure,
  measurePrevious: measure,
  listCustomers: (source, part) => {
    const target = findTarget(source)
    if (!target) return new Int32Array()
    const sides = splitAnswers(source, target)
    const ids = (part === 'numerator' ? sides.target : sides.others).map(({ customer }) => customer)
    return Int32Array.from(new Set(ids.filter((id) => source.figures.indexOf(id) >= 0)))
  }
}
