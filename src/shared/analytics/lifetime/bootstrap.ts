import { drawGamma, drawNormal, type RandomSource } from '../chance.ts'
import { makeBgNbdObjective, type BgNbdParameters } from './bg-nbd-likelihood.ts'
import { expectOrders, findAliveProbability } from './bg-nbd-predictions.ts'
import { DAYS_PER_WEEK, groupInSteps, type BuyingHistories } from './buying-histories.ts'
import { choosePanel } from './contribution-panel.ts'
import { estimateDiscountedOrders } from './discounted-orders.ts'
import { expectSpend, refitSpendInSteps, type SpendModel } from './gamma-gamma.ts'
import { holdNear, minimiseInSteps } from './minimise.ts'
import { playFuture, type Future, type FutureModel, type FutureSpan, type KnownCustomer } from './play-future.ts'

/** Every buyer: history, mean amount of the repeat orders, margin ratio; and what the model says with the parameters found. */
export interface ProjectedBase {
  readonly histories: BuyingHistories
  /** Minor units; not looked at without repeats. */
  readonly means: Float64Array
  readonly ratios: Float64Array
  readonly value: Float64Array
  readonly orders: Float64Array
}
export interface BootstrapQuestion extends FutureSpan {
  readonly parameters: BgNbdParameters
  readonly spend: SpendModel
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

/** More customers than this in a resample only cost time: how far the fit of fewer strays is drawn together by √(m / n). */
const MOST_DRAWN = 5_000
/** Up to so many customers the future of every one is played out; beyond, the sum has its mean and variance from a panel. */
const PLAYED_ONE_BY_ONE = 400
/** With fewer fits than this share of the resamples there is no honest range. */
const LEAST_FITS = 0.5
/** Sums drawn for each resample. */
const SUMS_OF_ALL = 2
const SUMS_OF_PANEL = 8
const TURN = 32

/** Sums of one possible future each. */
interface Draws {
  readonly orders: number[]
  readonly value: number[]
}
type Step<T> = Generator<void, T, void>

/**
 * 80 % ranges (domain 6.6) of what today's customers really will do: their orders in `horizonWeeks`, and the discounted margin
 * of their orders over the horizon. Customers are drawn with replacement and both models fitted again, which is what the data
 * leave open about the parameters; with each fit today's customers are played forward, which is what chance adds: who is still
 * there, each one's own rate, leaving and amounts. The range is what lies between the 10th and the 90th per cent of those futures:
 * where the models hold, what comes falls into it four times out of five. Margin ratios are taken as they are. Yields every few
 * milliseconds.
 */
export function* bootstrapInSteps(base: ProjectedBase, question: BootstrapQuestion): Step<BootstrapResult> {
  const { parameters, spend, random, resamples } = question
  const n = base.histories.repeats.length
  const drawn = Math.min(n, MOST_DRAWN)
  const draw = n <= PLAYED_ONE_BY_ONE ? playAll(base, question) : yield* preparePanels(base, question)
  let fits = 0
  for (let k = 0; k < resamples; k++) {
    const sample = drawCustomers(base, drawn, random)
    const buying = yield* refit(sample.histories, parameters)
    const spending = buying && (yield* refitSpendInSteps({ repeats: sample.histories.repeats, means: sample.means }, spend))
    if (!buying || !spending) continue
    const share = Math.sqrt(drawn / n)
    if (yield* draw.add({ buying: goPart(parameters, buying, share), spend: goPartOfSpend(spend, spending, share) })) fits++
  }
  if (fits < LEAST_FITS * resamples) return { fits, value: null, orders: null }
  const { orders, value } = draw.finish()
  return { fits, value: findRange(value), orders: findRange(orders) }
}

interface Drawing {
  /** False where the parameters give no finite sum. */
  readonly add: (model: FutureModel) => Step<boolean>
  readonly finish: () => Draws
}

function findCustomer({ histories: { repeats, lastDays, ageDays }, means }: ProjectedBase, i: number): KnownCustomer {
  return { x: repeats[i]!, tx: lastDays[i]! / DAYS_PER_WEEK, age: ageDays[i]! / DAYS_PER_WEEK, mean: means[i]! }
}

/** Few customers: a few heavy buyers can make the sum, so everybody is played. */
function playAll(base: ProjectedBase, question: BootstrapQuestion): Drawing {
  const draws: Draws = { orders: [], value: [] }
  const customers = Array.from(base.means, (_, i) => findCustomer(base, i))
  function* add(model: FutureModel): Step<boolean> {
    for (let sum = 0; sum < SUMS_OF_ALL; sum++) {
      let orders = 0,
        value = 0
      for (let i = 0; i < customers.length; i++) {
        const future = playFuture(model, customers[i]!, question, question.random)
        orders += future.orders
        if (Number.isFinite(base.value[i]!)) value += future.worth * base.ratios[i]!
        if (i % TURN === TURN - 1) yield
      }
      draws.orders.push(orders)
      draws.value.push(value)
    }
    return true
  }
  return { add, finish: () => draws }
}

/** Many customers: the panel gives the mean of the sum with these parameters, and over all of them how far the sum scatters. */
function* preparePanels(base: ProjectedBase, question: BootstrapQuestion): Step<Drawing> {
  const { horizon, horizonWeeks } = question
  const orders = makePanel(base, question, {
    parts: base.orders,
    expect: ({ buying }, customer) => expectOrders(buying, customer, horizonWeeks),
    read: (future) => future.orders
  })
  yield
  const value = makePanel(base, question, {
    parts: base.value,
    expect: ({ buying, spend }, customer, i) =>
      base.ratios[i]! *
      expectSpend(spend, customer.x, customer.mean) *
      estimateDiscountedOrders(buying, customer.x, customer.age, horizon) *
      findAliveProbability(buying, customer),
    read: (future, i) => base.ratios[i]! * future.worth
  })
  yield
  return {
    *add(model) {
      const sums = [yield* orders.measure(model), yield* value.measure(model)]
      if (!sums.every(({ mean, squares }) => Number.isFinite(mean) && Number.isFinite(squares))) return false
      orders.keep(sums[0]!)
      value.keep(sums[1]!)
      return true
    },
    finish: () => ({ orders: orders.drawSums(), value: value.drawSums() })
  }
}

interface Quantity {
  /** What each customer adds to the sum with the parameters found. */
  readonly parts: Float64Array
  readonly expect: (model: FutureModel, customer: KnownCustomer, i: number) => number
  readonly read: (future: Future, i: number) => number
}
/** Expected sum, and the squared distances of futures from what was expected, brought up to all. */
interface Measured {
  readonly mean: number
  readonly squares: number
}
interface Panel {
  readonly measure: (model: FutureModel) => Step<Measured>
  readonly keep: (measured: Measured) => void
  readonly drawSums: () => number[]
}

function makePanel(base: ProjectedBase, question: BootstrapQuestion, { parts, expect, read }: Quantity): Panel {
  const { random } = question
  const known = parts.map((part) => (Number.isFinite(part) ? part : 0))
  const members = choosePanel(known, base.histories.repeats)
  const total = known.reduce((sum, part) => sum + part, 0)
  const size = known.reduce((sum, part) => sum + Math.abs(part), 0)
  const kept: Measured[] = []
  function* measure(model: FutureModel): Step<Measured> {
    let change = 0,
      squares = 0,
      last = -1,
      expected = 0
    for (let k = 0; k < members.length; k++) {
      const i = members[k]!
      const customer = findCustomer(base, i)
      if (i !== last) expected = expect(model, customer, i)
      last = i
      const part = Math.abs(parts[i]!)
      change += (expected - parts[i]!) / part
      squares += (read(playFuture(model, customer, question, random), i) - expected) ** 2 / part
      if (k % TURN === TURN - 1) yield
    }
    const each = size / Math.max(members.length, 1)
    return { mean: total + change * each, squares: squares * each }
  }
  const drawSums = (): number[] => {
    const variance = kept.reduce((sum, { squares }) => sum + squares, 0) / kept.length
    return kept.flatMap(({ mean }) => Array.from({ length: SUMS_OF_PANEL }, () => drawSum(mean, variance, random)))
  }
  return { measure, keep: (measured) => kept.push(measured), drawSums }
}

/** A sum of many independent amounts: gamma, which is skewed as such sums are and never below zero; normal where the mean is. */
function drawSum(mean: number, variance: number, random: RandomSource): number {
  if (variance === 0) return mean
  if (mean <= 0) return mean + Math.sqrt(variance) * drawNormal(random)
  return (variance / mean) * drawGamma(random, mean ** 2 / variance)
}

/** The 10th and 90th percentile at rank p · (count + 1): with it a new draw falls between them in 80 % of all cases. */
function findRange(values: readonly number[]): Range80 {
  const sorted = Float64Array.from(values).sort()
  const at = (share: number): number => {
    const rank = Math.min(Math.max(share * (sorted.length + 1) - 1, 0), sorted.length - 1)
    const [low, high] = [sorted[Math.floor(rank)] ?? 0, sorted[Math.ceil(rank)] ?? 0]
    return low + (high - low) * (rank - Math.floor(rank))
  }
  return { low: at(0.1), high: at(0.9) }
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

/**
 * From the parameters of the whole base it is only a few steps. Held loosely near them: a resample in which everybody leaves
 * alike has its best fit at infinity, and to leave such resamples out would cut off one side of the range.
 */
function* refit(histories: BuyingHistories, { r, alpha, a, b }: BgNbdParameters): Step<BgNbdParameters | null> {
  const grouped = yield* groupInSteps(histories)
  const start = [r, alpha, a, b].map(Math.log)
  const found = yield* minimiseInSteps(holdNear(makeBgNbdObjective(grouped), start, grouped.customers), start)
  if (found.stop !== 'converged') return null
  const [nextR, nextAlpha, nextA, nextB] = [...found.point].map(Math.exp) as [number, number, number, number]
  return { r: nextR, alpha: nextAlpha, a: nextA, b: nextB }
}

/** From one positive number part of the way to another, on a logarithmic scale. */
const goBetween = (from: number, to: number, share: number): number => (share === 1 ? to : from * (to / from) ** share)

function goPart(from: BgNbdParameters, to: BgNbdParameters, share: number): BgNbdParameters {
  return {
    r: goBetween(from.r, to.r, share),
    alpha: goBetween(from.alpha, to.alpha, share),
    a: goBetween(from.a, to.a, share),
    b: goBetween(from.b, to.b, share)
  }
}

function goPartOfSpend(from: SpendModel, to: SpendModel, share: number): SpendModel {
  if (!from.parameters || !to.parameters)
    return { ...to, observedMean: from.observedMean > 0 ? goBetween(from.observedMean, to.observedMean, share) : to.observedMean }
  return {
    ...to,
    parameters: {
      p: goBetween(from.parameters.p, to.parameters.p, share),
      // q − 1, because all depends on how far it is from 1.
      q: 1 + goBetween(from.parameters.q - 1, to.parameters.q - 1, share),
      gamma: goBetween(from.parameters.gamma, to.parameters.gamma, share)
    }
  }
}
