import { DEFAULT_HORIZON } from '../../../shared/analytics/lifetime/discounted-orders.ts'
import type { LifetimeValue } from '../../../shared/contract/value.ts'
import { LIFETIME_HINTS } from '../segments/lifetime-hints.ts'
import type { Figures } from './figures.ts'

const HORIZON = { horizonMonths: DEFAULT_HORIZON.periods, yearlyDiscount: DEFAULT_HORIZON.yearlyDiscount }

/** The lifetime values of all together, or why there are none. */
export function describeLifetime({ lifetime: { buying, spend, alive, value }, profile }: Figures): LifetimeValue {
  if (buying.fault !== null || !spend) {
    const reason = buying.fault === null ? null : LIFETIME_HINTS[buying.fault]
    return { ...HORIZON, available: false, reason, customers: null, totalMinor: null, aliveRepeatBuyers: null, spend: null, warnings: [] }
  }
  let customers = 0,
    total = 0,
    aliveRepeatBuyers = 0
  for (let i = 0; i < value.length; i++) {
    if (profile.orderDays[i]! > 1 && alive[i]! >= 0.5) aliveRepeatBuyers++
    if (Number.isNaN(value[i]!)) continue
    customers++
    total += value[i]!
  }
  return {
    ...HORIZON,
    available: true,
    reason: null,
    customers,
    totalMinor: Math.round(total),
    aliveRepeatBuyers,
    spend: spend.parameters ? 'gamma-gamma' : 'shrunk-mean',
    warnings: [...buying.fit.warnings, ...(spend.fault ? (['spend-without-model'] as const) : [])]
  }
}
