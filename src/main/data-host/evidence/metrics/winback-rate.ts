import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'
import { hasRows } from '../timed-rows.ts'
import { findWinbackContacts, listContacts } from '../winback-contacts.ts'

/** 100 × lapsed or lost customers sent a winback message who bought within 60 days of it / lapsed or lost customers sent one, up to the end of the window. */
function measure(source: MetricSource): Outcome {
  if (!hasRows(source.db, 'campaigns', `goal = 'winback'`)) return needsData(['campaigns'], 'campaigns-winback')
  if (!source.figures.window) return needsData(['orders'])
  const contacts = findWinbackContacts(source).all
  return makePercentage(contacts.filter(({ returnDay }) => returnDay !== null).length, contacts.length)
}

export const winbackRate: MetricDefinition = {
  id: 'k_winback_rate',
  needs: ['campaigns', 'orders'],
  span: 'history',
  measure,
  measurePrevious: measure,
  listCustomers: (source, part) => listContacts(source.figures, findWinbackContacts(source).all, part === 'numerator' ? 'returned' : 'all')
}
