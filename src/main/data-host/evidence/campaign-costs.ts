import { type MetricSource, windowOf } from './metric-definition.ts'
import { boundsOf } from './timed-rows.ts'

export type CampaignGoal = 'acquisition' | 'onboarding' | 'retention' | 'development' | 'winback'

/** What the campaigns of these goals that began in W cost, minor units; null when none of them has a cost. */
export function sumCampaignCosts(source: MetricSource, goals: readonly CampaignGoal[]): number | null {
  const window = windowOf(source)
  if (!window) return null
  return (
    source.db
      .prepare<unknown[], number | null>(
        `SELECT SUM(actual_cost_minor) FROM campaigns
         WHERE goal IN (SELECT value FROM json_each(@goals)) AND COALESCE(start_date, end_date) >= @from AND COALESCE(start_date, end_date) < @until`
      )
      .pluck()
      .get({ ...boundsOf(window), goals: JSON.stringify(goals) }) ?? null
  )
}
