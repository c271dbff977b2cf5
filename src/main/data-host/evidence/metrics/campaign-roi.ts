import { listDistinct } from '../customer-lists.ts'
import { type MetricDefinition, type MetricSource, needsData, noDenominator, type Outcome, windowOf } from '../metric-definition.ts'
import { nextDay } from '../../../../shared/domain/calendar-day.ts'

interface Campaign {
  cost: number
  treated: number
  control: number
  treatedMargin: number
  controlMargin: number
}

/** Begun by the end of the window, with a cost and both groups: the others compare nothing. Taken together, which is ours; the KPI's text says so. */
const CAMPAIGNS = `campaigns c WHERE c.actual_cost_minor IS NOT NULL AND (c.start_date IS NULL OR c.start_date < @until)
  AND EXISTS (SELECT 1 FROM campaign_members t WHERE t.campaign_id = c.id AND t.member_group = 'T')
  AND EXISTS (SELECT 1 FROM campaign_members k WHERE k.campaign_id = c.id AND k.member_group = 'C')`

function readCampaigns(source: MetricSource): Campaign[] {
  const window = windowOf(source)
  if (!window) return []
  const margin = 'o.net_minor - COALESCE(o.cost_minor, o.net_minor * (1 - @grossMargin))'
  return source.db
    .prepare<unknown[], Campaign>(
      `WITH counted AS (SELECT c.id, c.actual_cost_minor AS cost FROM ${CAMPAIGNS})
       SELECT cost, COUNT(*) FILTER (WHERE member_group = 'T') AS treated, COUNT(*) FILTER (WHERE member_group = 'C') AS control,
         COALESCE(SUM(${margin}) FILTER (WHERE member_group = 'T'), 0) AS treatedMargin,
         COALESCE(SUM(${margin}) FILTER (WHERE member_group = 'C'), 0) AS controlMargin
       FROM counted JOIN campaign_members m ON m.campaign_id = counted.id
         LEFT JOIN orders o ON o.id = m.converted_order_id AND o.status = 'completed' AND o.net_minor >= 0 AND o.order_date < @until
       GROUP BY counted.id`
    )
    .all({ until: nextDay(window.to), grossMargin: source.figures.settings.grossMargin })
}

/** 100 × (incremental margin − cost) / cost; incremental margin = (margin per treated member − margin per control member) × treated members, margin = that of the orders they converted to. */
function measure(source: MetricSource): Outcome {
  if (!windowOf(source)) return needsData(['orders'])
  const campaigns = readCampaigns(source)
  if (campaigns.length === 0) return needsData(['campaigns'], 'campaigns-roi')
  const sum = (pick: (campaign: Campaign) => number): number => campaigns.reduce((total, campaign) => total + pick(campaign), 0)
  const cost = sum((campaign) => campaign.cost)
  if (cost === 0) return noDenominator()
  const incremental = sum(({ treated, control, treatedMargin, controlMargin }) => treatedMargin - (controlMargin / control) * treated)
  const gain = Math.round(incremental) - cost
  const treated = sum((campaign) => campaign.treated)
  const control = sum((campaign) => campaign.control)
  return {
    value: (100 * gain) / cost,
    numerator: gain,
    denominator: cost,
    sample: Math.min(treated, control),
    params: { campaigns: campaigns.length, treated, control }
  }
}

export const campaignRoi: MetricDefinition = {
  id: 'k_campaign_roi',
  needs: ['campaigns', 'orders'],
  span: 'history',
  measure,
  measurePrevious: measure,
  listCustomers: (source, part) => {
    const window = windowOf(source)
    if (!window) return new Int32Array()
    const condition = part === 'numerator' ? `WHERE m.member_group = 'T' AND m.converted_order_id IS NOT NULL` : ''
    return listDistinct(
      source.figures,
      source.db
        .prepare<unknown[], { customer: number }>(
          `WITH counted AS (SELECT c.id FROM ${CAMPAIGNS})
           SELECT DISTINCT m.customer_id AS customer FROM counted JOIN campaign_members m ON m.campaign_id = counted.id ${condition}`
        )
        .iterate({ until: nextDay(window.to) })
    )
  }
}
