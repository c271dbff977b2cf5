import { CONTACT_PARTS, countContacts } from '../contact-counts.ts'
import { listDistinct } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome, windowOf } from '../metric-definition.ts'
import { boundsOf, hasRows } from '../timed-rows.ts'

/** 100 × interactions in W of that part / interactions in W. */
function defineInteractionShare(id: string, name: keyof typeof CONTACT_PARTS): MetricDefinition {
  const measure = (source: MetricSource): Outcome => {
    if (!hasRows(source.db, 'interactions')) return needsData(['interactions'])
    if (!windowOf(source)) return needsData(['orders'])
    const counts = countContacts(source)
    return makePercentage(counts[name], counts.total)
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
      const condition = part === 'numerator' ? ` AND ${CONTACT_PARTS[name]}` : ''
      const rows = source.db
        .prepare<unknown[], { customer: number | null }>(
          `SELECT DISTINCT customer_id AS customer FROM interactions WHERE at >= @from AND at < @until${condition}`
        )
        .iterate(boundsOf(window))
      return listDistinct(source.figures, rows)
    }
  }
}

export const interactionLearning = defineInteractionShare('k_interaction_learning', 'taught')
export const dialogueRatio = defineInteractionShare('k_dialogue_ratio', 'inbound')
