import { listDistinct } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome, windowOf } from '../metric-definition.ts'
import { boundsOf, hasRows } from '../timed-rows.ts'

const IN_WINDOW = 'at >= @from AND at < @until'

/** 100 × interactions in W that meet `condition` (our own SQL) / interactions in W. */
function defineInteractionShare(id: string, condition: string): MetricDefinition {
  const measure = (source: MetricSource): Outcome => {
    if (!hasRows(source.db, 'interactions')) return needsData(['interactions'])
    const window = windowOf(source)
    if (!window) return needsData(['orders'])
    const counts = source.db
      .prepare<unknown[], { matching: number; total: number }>(
        `SELECT COUNT(*) FILTER (WHERE ${condition}) AS matching, COUNT(*) AS total FROM interactions WHERE ${IN_WINDOW}`
      )
      .get(boundsOf(window))
    return makePercentage(counts?.matching ?? 0, counts?.total ?? 0)
  }
  return {
    id,
    needs: ['interactions'],
    span: 'window',
    measure,
    measurePrevious: measure,
    listCustomers: (source, part) => {
      const window = windowOf(source)
      if (!window) return new Int32Array()
      const rows = source.db
        .prepare<unknown[], { customer: number | null }>(
          `SELECT DISTINCT customer_id AS customer FROM interactions WHERE ${IN_WINDOW}${part === 'numerator' ? ` AND ${condition}` : ''}`
        )
        .iterate(boundsOf(window))
      return listDistinct(source.figures, rows)
    }
  }
}

export const interactionLearning = defineInteractionShare('k_interaction_learning', `outcome IS NOT NULL AND outcome <> ''`)
export const dialogueRatio = defineInteractionShare('k_dialogue_ratio', `direction = 'in'`)
