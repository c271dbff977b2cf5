import { measureCes, measureCsat, measureNps } from '../../../../shared/analytics/opinions.ts'
import type { Opinions } from '../../../../shared/contract/value-tables.ts'
import { isoDateOfDay } from '../../../../shared/domain/day-number.ts'
import type { OpenWorkspace } from '../../context.ts'
import type { Figures } from '../figures.ts'

interface Answer {
  customer: number
  score: number
}

/** NPS of the latest answer of every live customer in W; CSAT and CES of every answer in W. */
export function describeOpinions({ read }: OpenWorkspace, figures: Figures): Opinions {
  const list = (kind: 'nps' | 'csat' | 'ces'): number[] => {
    const { asOfDay, settings } = figures
    if (asOfDay === null) return []
    const answers = read
      .prepare<unknown[], Answer>(
        `SELECT customer_id AS customer, score FROM surveys WHERE kind = @kind AND at >= @from AND at < @until ORDER BY at, id`
      )
      .all({ kind, from: isoDateOfDay(asOfDay - settings.windowDays + 1), until: isoDateOfDay(asOfDay + 1) })
      .filter(({ customer }) => figures.indexOf(customer) >= 0)
    if (kind !== 'nps') return answers.map(({ score }) => score)
    return [...new Map(answers.map(({ customer, score }) => [customer, score])).values()]
  }
  return { nps: measureNps(list('nps')), csat: measureCsat(list('csat')), ces: measureCes(list('ces')) }
}
