import type { CustomerProfile } from '../../../shared/analytics/customer-profile.ts'
import { findAliveProbability } from '../../../shared/analytics/lifetime/bg-nbd-predictions.ts'
import { DAYS_PER_WEEK, type BuyingHistories } from '../../../shared/analytics/lifetime/buying-histories.ts'
import { DEFAULT_HORIZON, discountOrdersWhileAlive, tableDiscountedOrders } from '../../../shared/analytics/lifetime/discounted-orders.ts'
import { fitBgNbdInSteps, type BgNbdResult } from '../../../shared/analytics/lifetime/fit-bg-nbd.ts'
import { expectSpend, fitSpendInSteps, type SpendModel } from '../../../shared/analytics/lifetime/gamma-gamma.ts'
import { pauseForOthers, runSteps, startPace } from '../pause.ts'

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

/** Discounted orders to expect by age, for each number of repeat orders; made as they are needed. */
export interface PredictionTables {
  readonly longestAge: number
  readonly hasCosts: boolean
  readonly tables: Map<number, (age: number) => number>
}

/** Figures computed before at the same as-of date: they stand for all but `touched`, where the models are the same. */
export interface LifetimeStart {
  readonly lifetime: Lifetime
  readonly tables: PredictionTables
  readonly touched: Int32Array
}

/** Fits both models; when `known` holds them, only the customers' figures are computed. */
export async function computeLifetime(
  input: LifetimeInput,
  known: LifetimeFit | null,
  { isProvisional = false, start = null }: { isProvisional?: boolean; start?: LifetimeStart | null } = {}
): Promise<{ lifetime: Lifetime; tables: PredictionTables }> {
  const buyers = listBuyers(input.profile)
  const fit = known ?? (await fitLifetime(input, buyers))
  const { hasCosts } = input
  const longestAge = findLongestAge(input, buyers)
  if (start && isSameFit(start.lifetime, fit) && start.tables.longestAge === longestAge && start.tables.hasCosts === hasCosts) {
    const [alive, value] = [start.lifetime.alive.slice(), start.lifetime.value.slice()]
    for (const i of start.touched) alive[i] = value[i] = Number.NaN
    const touched = start.touched.filter((i) => input.profile.orders[i]! > 0)
    await valueBuyers(input, fit, { buyers, valued: touched, tables: start.tables }, { alive, value })
    return { lifetime: { ...fit, alive, value, isProvisional }, tables: start.tables }
  }
  const n = input.profile.orders.length
  const alive = new Float64Array(n).fill(Number.NaN)
  const value = new Float64Array(n).fill(Number.NaN)
  const tables = { longestAge, hasCosts, tables: new Map<number, (age: number) => number>() }
  await valueBuyers(input, fit, { buyers, valued: buyers, tables }, { alive, value })
  return { lifetime: { ...fit, alive, value, isProvisional }, tables }
}

/** Weeks since the first order of whoever bought first. */
function findLongestAge({ profile, asOfDay }: LifetimeInput, buyers: Int32Array): number {
  let oldest = asOfDay
  for (const i of buyers) oldest = Math.min(oldest, profile.firstDay[i]!)
  return (asOfDay - oldest) / DAYS_PER_WEEK
}

function isSameFit({ buying, spend }: LifetimeFit, other: LifetimeFit): boolean {
  return JSON.stringify([buying, spend]) === JSON.stringify([other.buying, other.spend])
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
  { buying, spend }: LifetimeFit,
  { buyers, valued, tables: { longestAge, tables } }: { buyers: Int32Array; valued: Int32Array; tables: PredictionTables },
  into: { alive: Float64Array; value: Float64Array }
): Promise<void> {
  if (!buying.fit || !spend) return
  const { profile, asOfDay } = input
  const { parameters } = buying.fit
  const { orderDays, firstDay, lastDay } = profile
  const pace = startPace()
  const buyersWith = new Map<number, number>()
  for (const i of buyers) buyersWith.set(orderDays[i]! - 1, (buyersWith.get(orderDays[i]! - 1) ?? 0) + 1)
  for (let at = 0; at < valued.length; at++) {
    const i = valued[at]!
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
