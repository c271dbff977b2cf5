import { DEFAULT_HORIZON } from '../../../shared/analytics/lifetime/discounted-orders.ts'
import type { SpendModel } from '../../../shared/analytics/lifetime/gamma-gamma.ts'
import type { LifetimeValue } from '../../../shared/contract/value.ts'
import { LIFETIME_HINTS } from '../segments/lifetime-hints.ts'
import type { Figures } from './figures.ts'

const HORIZON = { horizonMonths: DEFAULT_HORIZON.periods, yearlyDiscount: DEFAULT_HORIZON.yearlyDiscount }

const NOTHING = {
  ...HORIZON,
  available: false,
  customers: null,
  totalMinor: null,
  aliveRepeatBuyers: null,
  spend: null,
  bgnbd: null,
  gammaGamma: null,
  warnings: []
}

/** The lifetime values of all together and the models behind them, or why there are none. */
export function describeLifetime({ lifetime: { buying, spend, alive, value }, profile }: Figures): LifetimeValue {
  if (buying.fault !== null || !spend) return { ...NOTHING, reason: buying.fault === null ? null : LIFETIME_HINTS[buying.fault] }
  let customers = 0,
    total = 0,
    repeaters = 0,
    aliveRepeatBuyers = 0
  for (let i = 0; i < value.length; i++) {
    if (profile.orderDays[i]! > 1) {
      repeaters++
      if (alive[i]! >= 0.5) aliveRepeatBuyers++
    }
    if (Number.isNaN(value[i]!)) continue
    customers++
    total += value[i]!
  }
  const { parameters, logLikelihood, warnings } = buying.fit
  return {
    ...HORIZON,
    available: true,
    reason: null,
    customers,
    totalMinor: Math.round(total),
    aliveRepeatBuyers,
    spend: spend.parameters ? 'gamma-gamma' : 'shrunk-mean',
    bgnbd: { ...parameters, logLikelihood, customers: buying.fit.customers, repeaters },
    gammaGamma: describeSpend(spend),
    warnings: [...warnings, ...(spend.fault ? (['spend-without-model'] as const) : [])]
  }
}

export function describeSpend({ parameters, logLikelihood, correlation, customers }: SpendModel): LifetimeValue['gammaGamma'] {
  return parameters && logLikelihood !== null ? { ...parameters, logLikelihood, correlation, customers } : null
}
