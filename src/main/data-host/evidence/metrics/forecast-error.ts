import { expectOrdersWhileAlive } from '../../../../shared/analytics/lifetime/bg-nbd-predictions.ts'
import { DAYS_PER_WEEK } from '../../../../shared/analytics/lifetime/buying-histories.ts'
import type { BgNbdParameters } from '../../../../shared/analytics/lifetime/bg-nbd-likelihood.ts'
import type { Figures } from '../../figures/figures.ts'
import { startPace } from '../../pause.ts'
import { LIFETIME_HINTS } from '../../segments/lifetime-hints.ts'
import { listMembers } from '../customer-lists.ts'
import { type MetricDefinition, type MetricSource, needsData, noDenominator, type Outcome } from '../metric-definition.ts'

const SLICE = 256

/** Expected orders in W of everybody who had bought before it, by the model fitted on what came before. */
async function predictOrders({ profile, lifetime, asOfDay }: Figures, parameters: BgNbdParameters, windowDays: number): Promise<number> {
  const pace = startPace()
  // Customers with as many repeat orders and the same age expect the same while they are there.
  const expected = new Map<number, number>()
  let sum = 0
  for (let i = 0; i < profile.orders.length; i++) {
    if (profile.orders[i] === 0 || asOfDay === null) continue
    const x = profile.orderDays[i]! - 1
    const ageDays = asOfDay - profile.firstDay[i]!
    const key = ageDays * 65_536 + x
    let whileAlive = expected.get(key)
    if (whileAlive === undefined) {
      whileAlive = expectOrdersWhileAlive(parameters, x, ageDays / DAYS_PER_WEEK, windowDays / DAYS_PER_WEEK)
      expected.set(key, whileAlive)
      if (expected.size % SLICE === 0) await pace()
    }
    sum += whileAlive * lifetime.alive[i]!
  }
  return sum
}

/** Order days in W of those who had bought before it: each is a repeat order. */
function countRepeatOrders(now: Figures, before: Figures): number {
  let count = 0
  for (let i = 0; i < now.customerIds.length; i++) if (before.profile.orders[i]! > 0) count += now.profile.orderDaysWindow[i]!
  return count
}

/** 100 × |predicted − actual| / actual repeat orders in W, held out: the model (BG/NBD, domain 6.5) knows only what came before W. */
async function measure({ figures }: MetricSource): Promise<Outcome> {
  if (!figures.window) return needsData(['orders'])
  const before = await figures.previous()
  const { fit, fault } = before.lifetime.buying
  if (fault !== null) return { code: 'too-few', needs: [], hint: LIFETIME_HINTS[fault] }
  const actual = countRepeatOrders(figures, before)
  if (actual === 0) return noDenominator()
  const predicted = await predictOrders(before, fit.parameters, figures.settings.windowDays)
  const miss = Math.abs(predicted - actual)
  return {
    value: (100 * miss) / actual,
    numerator: miss,
    denominator: actual,
    sample: actual,
    params: { predicted: Math.round(predicted) }
  }
}

export const forecastError: MetricDefinition = {
  id: 'k_forecast_error',
  needs: ['orders'],
  span: 'window',
  measure,
  // For the window before, a third model would have to be fitted: as dear as all the other figures together.
  noTrend: 'forecast',
  // Who had bought at least once by then, going by today's figures; of them, who bought again in W.
  listCustomers: ({ figures: { profile, settings, asOfDay }, figures }, part) => {
    const start = (asOfDay ?? 0) - settings.windowDays
    const known = profile.orders.map((orders, i) => (orders > 0 && profile.firstDay[i]! <= start ? 1 : 0))
    return listMembers(
      figures,
      Uint8Array.from(known, (byte, i) => (part === 'numerator' ? byte & profile.isActive[i]! : byte))
    )
  }
}
