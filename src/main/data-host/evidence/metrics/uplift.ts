import type { Figures } from '../../figures/figures.ts'
import { listDistinct } from '../customer-lists.ts'
import { type MetricDefinition, type MetricSource, needsData, type Outcome, windowOf } from '../metric-definition.ts'
import { nextDay } from '../../../../shared/domain/calendar-day.ts'

/** Members of campaigns that have both groups and have begun, taken together: ours, for the others compare nothing. The KPI's text says so. */
const MEMBERS = `(SELECT c.id FROM campaigns c WHERE (c.start_date IS NULL OR c.start_date < @until)
    AND EXISTS (SELECT 1 FROM campaign_members t WHERE t.campaign_id = c.id AND t.member_group = 'T')
    AND EXISTS (SELECT 1 FROM campaign_members k WHERE k.campaign_id = c.id AND k.member_group = 'C')) compared
  JOIN campaign_members m ON m.campaign_id = compared.id`

interface Campaign extends Counts {
  start: string | null
}
interface Counts {
  treated: number
  treatedBought: number
  control: number
  controlBought: number
}

/** Both groups of every campaign: one reading for both windows. */
const kept = new WeakMap<Figures, Campaign[]>()

function readCampaigns({ db, figures }: MetricSource): Campaign[] {
  const known = kept.get(figures)
  if (known) return known
  const campaigns = db
    .prepare<[], Campaign>(
      `SELECT c.start_date AS start, COUNT(*) FILTER (WHERE member_group = 'T') AS treated, COUNT(*) FILTER (WHERE member_group = 'C') AS control,
        COUNT(*) FILTER (WHERE member_group = 'T' AND converted_order_id IS NOT NULL) AS treatedBought,
        COUNT(*) FILTER (WHERE member_group = 'C' AND converted_order_id IS NOT NULL) AS controlBought
       FROM campaigns c JOIN campaign_members m ON m.campaign_id = c.id GROUP BY c.id`
    )
    .all()
    .filter(({ treated, control }) => treated > 0 && control > 0)
  kept.set(figures, campaigns)
  return campaigns
}

/** conv_T − conv_C in percentage points over the campaigns with a control group, with the 95 % interval of the difference. */
function measure(source: MetricSource): Outcome {
  const until = findEnd(source)
  if (until === null) return needsData(['orders'])
  const begun = readCampaigns(source).filter(({ start }) => start === null || start < until)
  if (begun.length === 0) return needsData(['campaigns'], 'campaigns-control')
  const sum = (pick: (counts: Counts) => number): number => begun.reduce((total, campaign) => total + pick(campaign), 0)
  return compareGroups({
    treated: sum(({ treated }) => treated),
    treatedBought: sum(({ treatedBought }) => treatedBought),
    control: sum(({ control }) => control),
    controlBought: sum(({ controlBought }) => controlBought)
  })
}

function compareGroups({ treated, treatedBought, control, controlBought }: Counts): Outcome {
  const treatedShare = treatedBought / treated
  const controlShare = controlBought / control
  const value = 100 * (treatedShare - controlShare)
  const margin = 196 * Math.sqrt((treatedShare * (1 - treatedShare)) / treated + (controlShare * (1 - controlShare)) / control)
  return {
    value,
    numerator: 100 * treatedShare,
    denominator: 100 * controlShare,
    sample: Math.min(treated, control),
    margin,
    params: { treated, control, treatedBought, controlBought }
  }
}

function findEnd(source: MetricSource): string | null {
  const window = windowOf(source)
  return window && nextDay(window.to)
}

export const uplift: MetricDefinition = {
  id: 'k_uplift',
  needs: ['campaigns'],
  span: 'history',
  measure,
  measurePrevious: measure,
  // Both numbers are shares of those who bought: they are listed, not their whole group.
  listCustomers: (source, part) => {
    const until = findEnd(source)
    if (until === null) return new Int32Array()
    const group = part === 'numerator' ? 'T' : 'C'
    return listDistinct(
      source.figures,
      source.db
        .prepare<unknown[], { customer: number }>(
          `SELECT DISTINCT m.customer_id AS customer FROM ${MEMBERS} WHERE m.member_group = @group AND m.converted_order_id IS NOT NULL`
        )
        .iterate({ until, group })
    )
  }
}
