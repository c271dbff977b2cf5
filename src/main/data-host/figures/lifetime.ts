import type { CustomerProfile } from '../../../shared/analytics/customer-profile.ts'
import { findAliveProbability } from '../../../shared/analytics/lifetime/bg-nbd-predictions.ts'
import { DAYS_PER_WEEK, type BuyingHistories } from '../../../shared/analytics/lifetime/buying-histories.ts'
import { DEFAULT_HORIZON, discountOrdersWhileAlive, tableDiscountedOrders } from '../../../shared/analytics/lifetime/discounted-orders.ts'
import { fitBgNbdInSteps, type BgNbdFit, type BgNbdResult } from '../../../shared/analytics/lifetime/fit-bg-nbd.ts'
import { expectSpend, fitSpendInSteps, type SpendModel } from '../../../shared/analytics/lifetime/gamma-gamma.ts'
import { pauseForOthers, runSteps, startPace } from './pause.ts'

/** What was fitted at one as-of date: who buys again, and for how much. Depends on the data alone, so it can be kept. */
export interface LifetimeFit {
  readonly buying: BgNbdResult
  /** Null without a model of buying. */
  readonly spend: SpendModel | null
}

export interface Lifetime extends LifetimeFit {
  /** P(still a customer); NaN for whoever never bought, and for all without a model. */
  readonly alive: Float64Array
  /** Value of the next 36 months' margin at 15 % a year, minor units; NaN: not computable. */
  readonly value: Float64Array
  /** The models were fitted to the data as it was before its last change; new fits are on their way. */
  readonly isProvisional: boolean
}

export interface LifetimeInput {
  readonly profile: CustomerProfile
  readonly asOfDay: number
  readonly medianGapDays: number
  /** Margin assumed where the customer's own is not known, 0 to 1. */
  readonly grossMargin: number
  /** Whether some order has a cost. */
  readonly hasCosts: boolean
}

/** Orders from which on a customer's own margin ratio counts (domain 6.6). */
const OWN_MARGIN_ORDERS = 3
/** Fewer customers with the same number of repeat orders than this are cheaper one by one than by a table. */
const TABLE_FROM = 20
const SLICE = 64

/** Fits both models; when `known` holds them, only the customers' figures are computed. */
export async function computeLifetime(input: LifetimeInput, known: LifetimeFit | null, isProvisional = false): Promise<Lifetime> {
  const buyers = listBuyers(input.profile)
  const fit = known ?? (await fitLifetime(input, buyers))
  const n = input.profile.orders.length
  const alive = new Float64Array(n).fill(Number.NaN)
  const value = new Float64Array(n).fill(Number.NaN)
  if (fit.buying.fit && fit.spend) await valueBuyers(input, buyers, fit.buying.fit, fit.spend, { alive, value })
  return { ...fit, alive, value, isProvisional }
}

/** Positions of everybody who bought by the as-of date. */
export function listBuyers({ orders }: Pick<CustomerProfile, 'orders'>): Int32Array {
  const buyers = new Int32Array(orders.length)
  let count = 0
  for (let i = 0; i < orders.length; i++) if (orders[i]! > 0) buyers[count++] = i
  return buyers.subarray(0, count)
}

/** What the model of buying sees of these customers, at an as-of date. */
export function collectHistories(
  { orderDays, firstDay, lastDay }: Pick<CustomerProfile, 'orderDays' | 'firstDay' | 'lastDay'>,
  asOfDay: number,
  buyers: Int32Array
): BuyingHistories {
  return {
    repeats: buyers.map((i) => orderDays[i]! - 1),
    lastDays: buyers.map((i) => lastDay[i]! - firstDay[i]!),
    ageDays: buyers.map((i) => asOfDay - firstDay[i]!)
  }
}

async function fitLifetime({ profile, asOfDay, medianGapDays }: LifetimeInput, buyers: Int32Array): Promise<LifetimeFit> {
  const histories = collectHistories(profile, asOfDay, buyers)
  await pauseForOthers()
  const buying = await runSteps(fitBgNbdInSteps(histories, medianGapDays))
  if (!buying.fit) return { buying, spend: null }
  const means = new Float64Array(buyers.length)
  for (let place = 0; place < buyers.length; place++) means[place] = meanRepeatAmount(profile, buyers[place]!)
  await pauseForOthers()
  return { buying, spend: await runSteps(fitSpendInSteps({ repeats: histories.repeats, means })) }
}

/** Mean amount of the repeat order days; 0 without any. */
export function meanRepeatAmount({ orderDays, revenue, firstDayRevenue }: CustomerProfile, i: number): number {
  return orderDays[i]! > 1 ? (revenue[i]! - firstDayRevenue[i]!) / (orderDays[i]! - 1) : 0
}

async function valueBuyers(
  input: LifetimeInput,
  buyers: Int32Array,
  { parameters }: BgNbdFit,
  spend: SpendModel,
  into: { alive: Float64Array; value: Float64Array }
): Promise<void> {
  const { profile, asOfDay } = input
  const { orderDays, firstDay, lastDay } = profile
  const pace = startPace()
  const buyersWith = new Map<number, number>()
  let oldest = asOfDay
  for (const i of buyers) {
    buyersWith.set(orderDays[i]! - 1, (buyersWith.get(orderDays[i]! - 1) ?? 0) + 1)
    oldest = Math.min(oldest, firstDay[i]!)
  }
  const longestAge = (asOfDay - oldest) / DAYS_PER_WEEK
  const tables = new Map<number, (age: number) => number>()
  for (let at = 0; at < buyers.length; at++) {
    const i = buyers[at]!
    const x = orderDays[i]! - 1
    const age = (asOfDay - firstDay[i]!) / DAYS_PER_WEEK
    let discountedAt = tables.get(x)
    if (!discountedAt) {
      discountedAt =
        buyersWith.get(x)! < TABLE_FROM
          ? (weeks) => discountOrdersWhileAlive(parameters, x, weeks, DEFAULT_HORIZON)
          : tableDiscountedOrders(parameters, x, longestAge, DEFAULT_HORIZON)
      tables.set(x, discountedAt)
    }
    const alive = findAliveProbability(parameters, { x, tx: (lastDay[i]! - firstDay[i]!) / DAYS_PER_WEEK, age })
    const amount = expectSpend(spend, x, meanRepeatAmount(profile, i))
    const value = findMarginRatio(input, i) * amount * discountedAt(age) * alive
    into.alive[i] = alive
    // A sum that overflowed is no value.
    into.value[i] = Number.isFinite(value) ? value : Number.NaN
    if (at % SLICE === SLICE - 1) await pace()
  }
}

/** The customer's own margin ratio where orders have costs and there are enough of them, else the one assumed. */
export function findMarginRatio(
  { profile, hasCosts, grossMargin }: Pick<LifetimeInput, 'profile' | 'hasCosts' | 'grossMargin'>,
  i: number
): number {
  const isOwn = hasCosts && profile.orders[i]! >= OWN_MARGIN_ORDERS && profile.revenue[i]! > 0
  return isOwn ? profile.margin[i]! / profile.revenue[i]! : grossMargin
}
