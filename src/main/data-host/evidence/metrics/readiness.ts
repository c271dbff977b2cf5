import type { RoundResult } from '../../../../shared/analytics/assessment/score-round.ts'
import { evidenceText, type MetricDefinition, type MetricSource, type Outcome } from '../metric-definition.ts'

interface Index {
  readonly round: string
  readonly ready: number
  /** Σ I_p·ready_p and Σ I_p over the processes with both marks. */
  readonly weighted: number
  readonly importance: number
}

function readIndex({ round, readiness }: RoundResult): Index[] {
  if (!readiness || readiness.ready === null) return []
  let weighted = 0
  let importance = 0
  for (const process of readiness.processes) {
    if (process.ready === null || process.importance === null) continue
    weighted += process.importance * process.ready
    importance += process.importance
  }
  return [{ round, ready: readiness.ready, weighted, importance }]
}

/** READY = Σ I_p·ready_p / Σ I_p of the newest round of the readiness audit (domain 6.13; the formula is ours), beside the round before. */
function measure({ model }: MetricSource): Outcome {
  if (!model) return { code: 'needs-analysis', needs: [], hint: evidenceText('missing.model') }
  const indexes = model.listRounds().flatMap(readIndex)
  const newest = indexes.at(-1)
  if (!newest) return { code: 'needs-entry', needs: [], hint: evidenceText('missing.readiness') }
  return {
    value: newest.ready,
    numerator: newest.weighted,
    denominator: newest.importance,
    // A judgement of people in one room, not a sample.
    sample: Number.POSITIVE_INFINITY,
    entry: { at: newest.round.slice(0, 10), previous: indexes.at(-2)?.ready ?? null }
  }
}

export const readiness: MetricDefinition = { id: 'k_readiness', needs: [], span: 'moment', isVolatile: true, measure }
