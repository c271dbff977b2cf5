import { chooseTopFifth } from '../../../../shared/analytics/strategic-customers.ts'
import { countMembers, listMembers, sumMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'

function chooseTop({ figures: { profile }, period }: MetricSource): { top: Uint8Array; active: Uint8Array; revenue: Float64Array } {
  const isNow = period === 'current'
  const active = isNow ? profile.isActive : profile.wasActive
  const revenue = isNow ? profile.revenueWindow : profile.revenuePrevious
  return {
    top: chooseTopFifth({ eligible: active, value: revenue, lastDay: isNow ? profile.lastDay : profile.lastDayPrevious }),
    active,
    revenue
  }
}

/** 100 × revenue in W of the ceil(0.20·n) largest active customers / revenue in W of all n. */
function measure(source: MetricSource): Outcome {
  if (!source.figures.window) return needsData(['orders'])
  const { top, active, revenue } = chooseTop(source)
  return makePercentage(sumMembers(revenue, top), sumMembers(revenue, active), countMembers(active))
}

export const topFifthShare: MetricDefinition = {
  id: 'k_top20_share',
  needs: ['orders'],
  span: 'window',
  measure,
  measurePrevious: measure,
  listCustomers: (source, part) => {
    const { top, active } = chooseTop(source)
    return listMembers(source.figures, part === 'numerator' ? top : active)
  }
}
