import type { RoundResult } from '../../../../shared/analytics/assessment/score-round.ts'
import { evidenceText, type MetricDefinition, type MetricSource, type Outcome } from '../metric-definition.ts'

function countStatements({ elements }: RoundResult): { answered: number; statements: number } {
  const rated = elements.filter(({ scale }) => scale === 'maturity')
  return {
    answered: rated.reduce((sum, { answered }) => sum + answered, 0),
    statements: rated.reduce((sum, { statements }) => sum + statements.length, 0)
  }
}

/** Maturity of the newest round of the model's assessment (domain 6.12), beside that of the round before. */
function measure({ model }: MetricSource): Outcome {
  if (!model) return { code: 'needs-analysis', needs: [], hint: evidenceText('missing.model') }
  const rounds = model.listRounds().filter(({ maturity }) => maturity !== null)
  const newest = rounds.at(-1)
  if (!newest || newest.maturity === null) return { code: 'needs-entry', needs: [], hint: evidenceText('missing.assessment') }
  const { answered, statements } = countStatements(newest)
  return {
    value: newest.maturity,
    numerator: answered,
    denominator: statements,
    // A judgement of people in one room, not a sample.
    sample: Number.POSITIVE_INFINITY,
    entry: { at: newest.round.slice(0, 10), previous: rounds.at(-2)?.maturity ?? null }
  }
}

export const maturity: MetricDefinition = { id: 'k_maturity', needs: [], span: 'moment', isVolatile: true, measure }
