import { type MetricDefinition, type MetricSource, needsData, noDenominator, type Outcome, windowOf } from '../metric-definition.ts'
import { daySpanOf, sumMargin } from '../order-search.ts'
import { nextDay } from '../../../../shared/domain/calendar-day.ts'
import { findWinbackContacts, listContacts } from '../winback-contacts.ts'

/** Days after the return whose margin counts (domain 4). */
const EARNING_DAYS = 180

/** What the winback campaigns with a known cost cost that had begun by the end of the window, minor units; null: there are none. */
function sumCosts(source: MetricSource): number | null {
  const window = windowOf(source)
  if (!window) return null
  return (
    source.db
      .prepare<[string], number | null>(
        `SELECT SUM(actual_cost_minor) FROM campaigns WHERE goal = 'winback' AND (start_date IS NULL OR start_date < ?)`
      )
      .pluck()
      .get(nextDay(window.to)) ?? null
  )
}

/** 100 × (margin of won-back customers from their return on for 180 days − cost) / cost, over winback campaigns with a cost, up to the end of the window. */
function measure(source: MetricSource): Outcome {
  const span = daySpanOf(source)
  if (!span) return needsData(['orders'])
  const cost = sumCosts(source)
  if (cost === null) return needsData(['campaigns'], 'campaigns-winback-cost')
  if (cost === 0) return noDenominator()
  const { orders, settings } = source.figures
  const contacts = findWinbackContacts(source).costed
  let margin = 0
  let returned = 0
  for (const { i, returnDay } of contacts) {
    if (returnDay === null) continue
    returned++
    margin += sumMargin(orders, i, { after: returnDay - 1, upTo: Math.min(returnDay + EARNING_DAYS, span.upTo) }, settings.grossMargin)
  }
  const gain = Math.round(margin) - cost
  return {
    value: (100 * gain) / cost,
    numerator: gain,
    denominator: cost,
    sample: contacts.length,
    params: { returned, contacted: contacts.length }
  }
}

export const winbackRoi: MetricDefinition = {
  id: 'k_winback_roi',
  needs: ['campaigns', 'orders'],
  span: 'history',
  measure,
  measurePrevious: measure,
  listCustomers: (source, part) =>
    listContacts(source.figures, findWinbackContacts(source).costed, part === 'numerator' ? 'returned' : 'all')
}
