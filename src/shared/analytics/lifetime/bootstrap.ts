import { drawGamma, drawNormal, type RandomSource } from '../chance.ts'
import { makeBgNbdObjective, type BgNbdParameters } from './bg-nbd-likelihood.ts'
import { expectOrders, findAliveProbability } from './bg-nbd-predictions.ts'
import { DAYS_PER_WEEK, groupInSteps, type BuyingHistories } from './buying-histories.ts'
import { estimateDiscountedOrders, type Horizon } from './discounted-orders.ts'
import { expectSpend, refitSpendInSteps, type SpendModel } from './gamma-gamma.ts'
import { minimiseInSteps } from './minimise.ts'

/** Every buyer: history, mean amount of the repeat orders, margin ratio; and what the model says with the parameters found. */
export interface ProjectedBase {
  readonly histories: BuyingHistories
  /** Minor units; not looked at without repeats. */
  readonly means: Float64Array
  readonly ratios: Float64Array
  readonly value: Float64Array
  readonly orders: Float64Array
}
export interface BootstrapQuestion {
  readonly parameters: BgNbdParameters
  readonly spend: SpendModel
  readonly horizon: Horizon
  readonly horizonWeeks: number
  readonly resamples: number
  readonly random: RandomSource
}
/** An 80 % range of a sum. */
export interface Range80 {
  readonly low: number
  readonly high: number
}
export interface BootstrapResult {
  /** Resamples that gave a fit. */
  readonly fits: number
  /** Null where too few did. */
  readonly value: Range80 | null
  readonly orders: Range80 | null
}

/** More customers than this in a resample only cost time: the spread of the smaller ones is drawn together by √(m / n). */
const MOST_DRAWN = 5_000
/** Customers a sum is estimated from, chosen in proportion to what they bring to it. */
const PANEL = 160
/** With fewer fits than this share of the resamples there is no honest range. */
const LEAST_FITS = 0.5
const FUTURES_PER_CUSTOMER = 12
const NOISE_PER_FIT = 8

/**
 * 80 % ranges (domain 6.6): customers are drawn with replacement, both models fitted again, and the sums of today's customers
 * computed with those parameters. The range of value holds what the parameters leave open; the range of orders also what
 * chance adds (every customer's own rate, leaving and luck), so the real number should fall into it four times out of five.
 * Yields every few milliseconds.
 */
export function* bootstrapInSteps(base: ProjectedBase, question: BootstrapQuestion): Generator<void, BootstrapResult, void> {
  const { parameters, spend, random, resamples, horizon, horizonWeeks } = question
  const n = base.histories.repeats.length
  const drawn = Math.min(n, MOST_DRAWN)
  const valuePanel = choosePanel(base.value, base.histories.repeats)
  const orderPanel = choosePanel(base.orders, base.histories.repeats)
  yield
  const shrink = Math.sqrt(drawn / n)
  const values: number[] = []
  const orders: number[] = []
  const historyOf = (i: number): { x: number; tx: number; age: number } => ({
    x: base.histories.repeats[i]!,
    tx: base.histories.lastDays[i]! / DAYS_PER_WEEK,
    age: base.histories.ageDays[i]! / DAYS_PER_WEEK
  })
  for (let k = 0; k < resamples; k++) {
    const sample = drawCustomers(base, drawn, random)
    const again = yield* refit(sample.histories, parameters)
    const spendAgain = again && (yield* refitSpendInSteps({ repeats: sample.histories.repeats, means: sample.means }, spend))
    if (!again || !spendAgain) continue
    values.push(
      yield* compare(valuePanel, (i) => {
        const history = historyOf(i)
        const coming = estimateDiscountedOrders(again, history.x, history.age, horizon) * findAliveProbability(again, history)
        return (base.ratios[i]! * expectSpend(spendAgain, history.x, base.means[i]!) * coming) / base.value[i]!
      })
    )
    orders.push(yield* compare(orderPanel, (i) => expectOrders(again, historyOf(i), horizonWeeks) / base.orders[i]!))
  }
  if (values.length < LEAST_FITS * resamples) return { fits: values.length, value: null, orders: null }
  const totalOrders = sum(base.orders)
  const scatter = Math.sqrt(totalOrders * (yield* measureScatter(orderPanel, base, question, historyOf)))
  const noisy = orders.flatMap((ratio) =>
    Array.from({ length: NOISE_PER_FIT }, () => Math.max(0, totalOrders * (1 + shrink * (ratio - 1)) + scatter * drawNormal(random)))
  )
  return {
    fits: values.length,
    value: findRange(values.map((ratio) => sum(base.value) * (1 + shrink * (ratio - 1)))),
    orders: findRange(noisy)
  }
}

const sum = (values: Float64Array): number => values.reduce((total, value) => (Number.isNaN(value) ? total : total + value), 0)

/** The 10th and 90th percentile, with linear interpolation. */
function findRange(values: readonly number[]): Range80 {
  const sorted = Float64Array.from(values).sort()
  const at = (share: number): number => {
    const rank = share * (sorted.length - 1)
    const [low, high] = [sorted[Math.floor(rank)] ?? 0, sorted[Math.ceil(rank)] ?? 0]
    return low + (high - low) * (rank - Math.floor(rank))
  }
  return { low: at(0.1), high: at(0.9) }
}

/**
 * Customers at even steps through the sum of `parts` (those above zero), by number of repeat orders: the mean of new ÷ old over
 * them is new sum ÷ old sum, whatever the new parameters favour.
 */
function choosePanel(parts: Float64Array, repeats: Int32Array): Int32Array {
  const order = sortByRepeats(
    Int32Array.from(parts, (_, i) => i).filter((i) => parts[i]! > 0),
    repeats
  )
  const total = order.reduce((all, i) => all + parts[i]!, 0)
  const chosen = new Int32Array(order.length === 0 ? 0 : PANEL)
  let passed = 0
  let at = -1
  for (let k = 0; k < chosen.length; k++) {
    const goal = ((k + 0.5) / PANEL) * total
    while (passed < goal && at < order.length - 1) passed += parts[order[++at]!]!
    chosen[k] = order[Math.max(at, 0)]!
  }
  return chosen
}

/** By counting: a sort with a comparison of all customers would hold everybody up. */
function sortByRepeats(members: Int32Array, repeats: Int32Array): Int32Array {
  const next = new Int32Array(members.reduce((most, i) => Math.max(most, repeats[i]!), 0) + 2)
  for (const i of members) next[repeats[i]! + 1]!++
  for (let x = 1; x < next.length; x++) next[x]! += next[x - 1]!
  const sorted = new Int32Array(members.length)
  for (const i of members) sorted[next[repeats[i]!]!++] = i
  return sorted
}

/** Mean of `ratioOf` over the panel; 1 for an empty one. */
function* compare(panel: Int32Array, ratioOf: (i: number) => number): Generator<void, number, void> {
  let total = 0
  let last = -1
  let ratio = 1
  for (let k = 0; k < panel.length; k++) {
    // One who brings much stands in the panel many times.
    if (panel[k] !== last) ratio = ratioOf((last = panel[k]!))
    total += ratio
    if (k % 32 === 31) yield
  }
  return panel.length > 0 ? total / panel.length : 1
}

function drawCustomers(
  { histories, means }: ProjectedBase,
  count: number,
  random: RandomSource
): Pick<ProjectedBase, 'histories' | 'means'> {
  const n = histories.repeats.length
  const chosen = Int32Array.from({ length: count }, () => Math.floor(random() * n))
  return {
    histories: {
      repeats: chosen.map((i) => histories.repeats[i]!),
      lastDays: chosen.map((i) => histories.lastDays[i]!),
      ageDays: chosen.map((i) => histories.ageDays[i]!)
    },
    means: Float64Array.from(chosen, (i) => means[i]!)
  }
}

/** From the parameters of the whole base it is only a few steps. */
function* refit(histories: BuyingHistories, { r, alpha, a, b }: BgNbdParameters): Generator<void, BgNbdParameters | null, void> {
  const grouped = yield* groupInSteps(histories)
  const found = yield* minimiseInSteps(makeBgNbdObjective(grouped), [r, alpha, a, b].map(Math.log))
  if (found.stop !== 'converged') return null
  const [nextR, nextAlpha, nextA, nextB] = [...found.point].map(Math.exp) as [number, number, number, number]
  return { r: nextR, alpha: nextAlpha, a: nextA, b: nextB }
}

/** Variance ÷ mean of what a customer will order, over the panel: futures played out with the customer's own posterior. */
function* measureScatter(
  panel: Int32Array,
  base: ProjectedBase,
  { parameters, horizonWeeks, random }: BootstrapQuestion,
  historyOf: (i: number) => { x: number; tx: number; age: number }
): Generator<void, number, void> {
  let total = 0
  for (let k = 0; k < panel.length; k++) {
    const i = panel[k]!
    const history = historyOf(i)
    const alive = findAliveProbability(parameters, history)
    let squares = 0
    for (let future = 0; future < FUTURES_PER_CUSTOMER; future++)
      squares += (playOut(parameters, history, alive, horizonWeeks, random) - base.orders[i]!) ** 2
    total += squares / FUTURES_PER_CUSTOMER / base.orders[i]!
    if (k % 16 === 15) yield
  }
  return panel.length > 0 ? total / panel.length : 0
}

/** Orders in one possible future: while alive, rate ~ gamma(r + x, α + T) and chance to leave ~ beta(a, b + x). */
function playOut(
  { r, alpha, a, b }: BgNbdParameters,
  { x, age }: { x: number; age: number },
  alive: number,
  weeks: number,
  random: RandomSource
): number {
  if (random() >= alive) return 0
  const rate = drawGamma(random, r + x) / (alpha + age)
  const [leaves, stays] = [drawGamma(random, a), drawGamma(random, b + x)]
  const leaving = leaves / (leaves + stays)
  let orders = 0
  for (let at = -Math.log(1 - random()) / rate; at <= weeks; at -= Math.log(1 - random()) / rate) {
    orders++
    if (random() < leaving) break
  }
  return orders
}
