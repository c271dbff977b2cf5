import { drawGamma, type RandomSource } from '../chance.ts'
import type { BgNbdParameters, History } from './bg-nbd-likelihood.ts'
import { findAliveProbability } from './bg-nbd-predictions.ts'
import { WEEKS_PER_YEAR, type Horizon } from './discounted-orders.ts'
import type { SpendModel } from './gamma-gamma.ts'

/** Both models, at one set of parameters. */
export interface FutureModel {
  readonly buying: BgNbdParameters
  readonly spend: SpendModel
}
/** What one customer is known by: the history and the mean amount of the repeat orders. */
export interface KnownCustomer extends History {
  readonly mean: number
}
/** How far to play: orders are counted for so many weeks, amounts discounted over the periods of the horizon. */
export interface FutureSpan {
  readonly horizon: Horizon
  readonly horizonWeeks: number
}
/** Orders that came, and their discounted revenue. */
export interface Future {
  readonly orders: number
  readonly worth: number
}
const NOTHING: Future = { orders: 0, worth: 0 }

/**
 * One possible future of a customer, drawn from all that the history leaves open: whether still there, rate ~ gamma(r + x, α + T),
 * chance to leave after an order ~ beta(a, b + x), scale of the amounts ~ gamma(q + px, γ + x z̄) and each amount ~ gamma(p).
 */
export function playFuture(
  { buying, spend }: FutureModel,
  customer: KnownCustomer,
  { horizon, horizonWeeks }: FutureSpan,
  random: RandomSource
): Future {
  const { r, alpha, a, b } = buying
  const { x, age } = customer
  if (random() >= findAliveProbability(buying, customer)) return NOTHING
  const rate = drawGamma(random, r + x) / (alpha + age)
  const [leaves, stays] = [drawGamma(random, a), drawGamma(random, b + x)]
  const leaving = leaves / (leaves + stays)
  const drawAmount = startSpending(spend, customer, random)
  const { periods, weeksPerPeriod, yearlyDiscount } = horizon
  const factor = (1 + yearlyDiscount) ** (-weeksPerPeriod / WEEKS_PER_YEAR)
  const end = Math.max(horizonWeeks, periods * weeksPerPeriod)
  let orders = 0,
    worth = 0
  let period = 1,
    inPeriod = 0
  const settle = (): void => {
    if (inPeriod > 0 && period <= periods) worth += drawAmount(inPeriod) * factor ** period
  }
  for (let at = -Math.log(1 - random()) / rate; at <= end; at -= Math.log(1 - random()) / rate) {
    const here = Math.max(1, Math.ceil(at / weeksPerPeriod))
    if (here !== period) {
      settle()
      period = here
      inPeriod = 0
    }
    inPeriod++
    if (at <= horizonWeeks) orders++
    if (random() < leaving) break
  }
  settle()
  return { orders, worth }
}

/** Sums of so many orders of one customer, whose own scale is drawn once. */
function startSpending(
  { parameters, observedMean }: SpendModel,
  { x, mean }: KnownCustomer,
  random: RandomSource
): (orders: number) => number {
  if (!parameters) {
    // The customer's own mean lies somewhere between the one seen and that of all: how far is not known.
    const amount = x === 0 ? observedMean : observedMean + random() * (mean - observedMean)
    return (orders) => orders * amount
  }
  const { p, q, gamma } = parameters
  const scale = (gamma + (x === 0 ? 0 : x * mean)) / drawGamma(random, q + p * x)
  return (orders) => scale * drawGamma(random, p * orders)
}
