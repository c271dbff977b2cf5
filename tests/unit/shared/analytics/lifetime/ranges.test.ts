import { describe, expect, it } from 'vitest'
import { makeRandom } from '../../../../../src/shared/analytics/chance.ts'
import {
  expectOrders,
  expectOrdersWhileAlive,
  findAliveProbability
} from '../../../../../src/shared/analytics/lifetime/bg-nbd-predictions.ts'
import { bootstrapInSteps, type BootstrapResult, type ProjectedBase } from '../../../../../src/shared/analytics/lifetime/bootstrap.ts'
import { choosePanel } from '../../../../../src/shared/analytics/lifetime/contribution-panel.ts'
import { DEFAULT_HORIZON, estimateDiscountedOrders } from '../../../../../src/shared/analytics/lifetime/discounted-orders.ts'
import { expectSpend, type SpendModel } from '../../../../../src/shared/analytics/lifetime/gamma-gamma.ts'
import { finish, holdNear, minimiseInSteps } from '../../../../../src/shared/analytics/lifetime/minimise.ts'
import { playFuture, type KnownCustomer } from '../../../../../src/shared/analytics/lifetime/play-future.ts'
import { simulateBuyers } from '../../../../support/simulate-buyers.ts'

const buying = { r: 0.8, alpha: 8, a: 0.8, b: 2.5 }
const spend: SpendModel = {
  parameters: { p: 6, q: 4, gamma: 1500 },
  fault: null,
  logLikelihood: -1,
  correlation: 0,
  observedMean: 3000,
  customers: 100
}
const withoutModel: SpendModel = { ...spend, parameters: null, fault: 'correlated' }
const span = { horizon: DEFAULT_HORIZON, horizonWeeks: 52 }

describe('playFuture', { timeout: 60_000 }, () => {
  const customers: [string, KnownCustomer, SpendModel][] = [
    ['a one-time buyer', { x: 0, tx: 0, age: 30, mean: 0 }, spend],
    ['a repeat buyer', { x: 4, tx: 28, age: 30, mean: 5000 }, spend],
    ['one who went quiet', { x: 6, tx: 10, age: 40, mean: 2000 }, spend],
    ['a repeat buyer, without a model of amounts', { x: 4, tx: 28, age: 30, mean: 5000 }, withoutModel]
  ]
  it.each(customers)('brings %s on average what the models expect', (_, customer, model) => {
    const random = makeRandom(11)
    const times = 20_000
    const sums = [0, 0, 0, 0] as [number, number, number, number]
    for (let k = 0; k < times; k++) {
      const { orders, worth } = playFuture({ buying, spend: model }, customer, span, random)
      sums[0] += orders
      sums[1] += orders ** 2
      sums[2] += worth
      sums[3] += worth ** 2
    }
    const expected =
      expectSpend(model, customer.x, customer.mean) *
      estimateDiscountedOrders(buying, customer.x, customer.age, DEFAULT_HORIZON) *
      findAliveProbability(buying, customer)
    const standardError = (sum: number, squares: number): number => Math.sqrt((squares / times - (sum / times) ** 2) / times)
    expect(Math.abs(sums[0] / times - expectOrders(buying, customer, 52))).toBeLessThan(4 * standardError(sums[0], sums[1]))
    expect(Math.abs(sums[2] / times - expected)).toBeLessThan(4 * standardError(sums[2], sums[3]))
  })
})

describe('expectOrdersWhileAlive', () => {
  it('goes on smoothly where the formula changes, and stays finite where everybody leaves alike', () => {
    const ordersWith = (a: number): number => expectOrdersWhileAlive({ ...buying, a, b: 3 * a }, 4, 30, 500)
    expect(ordersWith(50 - 1e-9) / ordersWith(50 + 1e-9)).toBeCloseTo(1, 9)
    // One leaves after every fourth order: the mean of a geometric count, cut off by nothing in so long a time.
    expect(expectOrdersWhileAlive({ r: 50, alpha: 10, a: 20_000, b: 60_000 }, 4, 30, 1e4)).toBeCloseTo(4, 2)
  })
})

describe('holdNear', () => {
  it('gives a minimum to what has none, and hardly moves one that is plain', () => {
    const falling = { evaluate: (point: Float64Array, gradient: Float64Array): number => (gradient[0] = -Math.exp(-point[0]!)) * -1 }
    expect(finish(minimiseInSteps(falling, [0])).point[0]).toBeGreaterThan(10)
    const held = finish(minimiseInSteps(holdNear(falling, [0], 100), [0]))
    expect(held.stop).toBe('converged')
    // Where e^(−x) = x / 900.
    expect(Math.exp(-held.point[0]!)).toBeCloseTo(held.point[0]! / 900, 8)
    const bowl = { evaluate: (point: Float64Array, gradient: Float64Array): number => (gradient[0] = point[0]! - 2) ** 2 / 2 }
    expect(finish(minimiseInSteps(holdNear(bowl, [0], 100), [0])).point[0]).toBeCloseTo(2 / (1 + 1 / 900), 6)
  })
})

describe('choosePanel', () => {
  it('holds each as often as they add to the sum, below zero as above', () => {
    const panel = choosePanel(Float64Array.of(4, -2, 0, 2), Int32Array.of(3, 1, 1, 2))
    expect([0, 1, 2, 3].map((i) => panel.filter((member) => member === i).length)).toEqual([80, 40, 0, 40])
    expect(choosePanel(new Float64Array(3), new Int32Array(3)).length).toBe(0)
  })
})

describe('bootstrapInSteps', { timeout: 60_000 }, () => {
  const makeBase = (customers: number, ratio: number): ProjectedBase => {
    const histories = simulateBuyers({ customers, parameters: buying, days: 700, seed: 5 })
    const means = Float64Array.from(histories.repeats, (x, i) => (x === 0 ? 0 : 2000 + 40 * (i % 50)))
    const known = (i: number): KnownCustomer => ({
      x: histories.repeats[i]!,
      tx: histories.lastDays[i]! / 7,
      age: histories.ageDays[i]! / 7,
      mean: means[i]!
    })
    const orders = Float64Array.from(means, (_, i) => expectOrders(buying, known(i), 52))
    const value = Float64Array.from(
      means,
      (mean, i) =>
        ratio *
        expectSpend(spend, known(i).x, mean) *
        estimateDiscountedOrders(buying, known(i).x, known(i).age, DEFAULT_HORIZON) *
        findAliveProbability(buying, known(i))
    )
    return { histories, means, ratios: new Float64Array(customers).fill(ratio), value, orders }
  }
  const ask = (base: ProjectedBase): BootstrapResult =>
    finish(bootstrapInSteps(base, { ...span, parameters: buying, spend, resamples: 60, random: makeRandom(3) }))

  it.each([300, 900])('lays both ranges around what %i customers should bring, wider than chance alone would', (customers) => {
    const base = makeBase(customers, 0.5)
    const { fits, orders, value } = ask(base)
    expect(fits).toBe(60)
    for (const [range, parts] of [
      [orders, base.orders],
      [value, base.value]
    ] as const) {
      const total = parts.reduce((sum, part) => sum + part, 0)
      // The parameters these were drawn from are not quite those that fit them best.
      expect(range!.low).toBeLessThan(1.1 * total)
      expect(range!.high).toBeGreaterThan(0.9 * total)
      expect(range!.high).toBeLessThan(2 * range!.low)
    }
    const expected = base.orders.reduce((sum, part) => sum + part, 0)
    // Orders that came independently of each other would scatter by the root of their number: 2 · 1.28 of it hold 80 %.
    expect(orders!.high - orders!.low).toBeGreaterThan(2.56 * Math.sqrt(expected))
  })
  it('turns the range of value round with a margin below zero', () => {
    const [gain, loss] = [ask(makeBase(900, 0.5)).value!, ask(makeBase(900, -0.5)).value!]
    expect(loss.low).toBeLessThan(loss.high)
    expect(loss.high).toBeLessThan(0)
    expect(loss.low / -gain.high).toBeCloseTo(1, 1)
  })
  it('gives nobody who can buy nothing but zeros', () => {
    const base = makeBase(900, 0)
    expect(ask(base).value).toEqual({ low: 0, high: 0 })
  })
})
