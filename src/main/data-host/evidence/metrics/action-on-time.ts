import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome, windowOf } from '../metric-definition.ts'

interface Counts {
  onTime: number
  due: number
}

/** 100 × actions completed on or before due_date / actions whose due_date ≤ A; one that was dropped counts as not done. */
function measure(source: MetricSource): Outcome {
  const { db } = source
  const window = windowOf(source)
  if (!window) return needsData(['orders'])
  if (db.prepare('SELECT 1 FROM actions LIMIT 1').get() === undefined) return needsEntries('actions')
  const counts = db
    .prepare<[string], Counts>(
      `SELECT COUNT(*) FILTER (WHERE status = 'done' AND substr(completed_at, 1, 10) <= due_date) AS onTime, COUNT(*) AS due
       FROM actions WHERE due_date <= ?`
    )
    .get(window.to)
  return counts && counts.due > 0 ? makePercentage(counts.onTime, counts.due) : needsEntries('actions-due')
}

/** Nothing to bring in: it comes from working with the app. */
function needsEntries(hint: string): Outcome {
  return { ...needsData([], hint), code: 'needs-entry' }
}

export const actionOnTime: MetricDefinition = {
  id: 'k_action_on_time',
  needs: [],
  span: 'moment',
  isVolatile: true,
  measure,
  measurePrevious: measure
}
