import { expectSpend } from '../../../../shared/analytics/lifetime/gamma-gamma.ts'
import { projectOrdersInSteps } from '../../../../shared/analytics/lifetime/project-orders.ts'
import type { CustomerValue } from '../../../../shared/contract/customer-edits.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { LIFETIME_HINTS } from '../../segments/lifetime-hints.ts'
import type { Figures } from '../figures.ts'
import { collectHistories, meanRepeatAmount } from '../lifetime.ts'
import { runSteps } from '../../pause.ts'
import { orNull, roundOrNull } from './current-value.ts'

/** A year of weeks. */
const HORIZON = 52
/** What a single customer's value is uncertain by (domain 6.6). */
const AROUND = 0.5

/** What one customer may bring, by the models the value screen uses; throws `not-found` for nobody live. */
export async function describeCustomerValue(figures: Figures, customerId: number): Promise<CustomerValue> {
  const i = figures.indexOf(customerId)
  if (i < 0) throw new CauceError('not-found', { what: 'customer' })
  const { profile, lifetime, asOfDay } = figures
  const { fit, fault } = lifetime.buying
  const hasBought = profile.orders[i]! > 0
  const boughtOnce = hasBought && profile.orderDays[i] === 1
  const [expectedOrders] =
    fit && hasBought && asOfDay !== null
      ? await runSteps(projectOrdersInSteps(fit.parameters, collectHistories(profile, asOfDay, Int32Array.of(i)), HORIZON))
      : []
  const clvMinor = roundOrNull(lifetime.value[i]!)
  const spend =
    lifetime.spend && hasBought ? expectSpend(lifetime.spend, profile.orderDays[i]! - 1, meanRepeatAmount(profile, i)) : Number.NaN
  return {
    alive: boughtOnce ? null : orNull(lifetime.alive[i]!),
    boughtOnce,
    expectedOrders: orNull(expectedOrders ?? Number.NaN),
    expectedSpendMinor: roundOrNull(spend),
    clvMinor,
    clvLowMinor: clvMinor === null ? null : Math.round(clvMinor * (1 - AROUND)),
    clvHighMinor: clvMinor === null ? null : Math.round(clvMinor * (1 + AROUND)),
    marginMinor: hasBought ? Math.round(profile.margin[i]!) : null,
    isProvisional: lifetime.isProvisional,
    reason: fault === null ? null : LIFETIME_HINTS[fault]
  }
}
