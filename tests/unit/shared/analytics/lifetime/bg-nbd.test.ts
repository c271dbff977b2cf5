import { describe, expect, it } from 'vitest'
import {
  logLikelihood,
  makeBgNbdObjective,
  makeNbdObjective,
  type BgNbdParameters
} from '../../../../../src/shared/analytics/lifetime/bg-nbd-likelihood.ts'
import {
  expectOrders,
  expectOrdersOfNew,
  findAliveProbability,
  hypergeometric
} from '../../../../../src/shared/analytics/lifetime/bg-nbd-predictions.ts'
import { groupInSteps, thinHistories, type BuyingHistories } from '../../../../../src/shared/analytics/lifetime/buying-histories.ts'
import { fitBgNbdInSteps } from '../../../../../src/shared/analytics/lifetime/fit-bg-nbd.ts'
import { digamma, logGamma } from '../../../../../src/shared/analytics/lifetime/gamma-functions.ts'
import { finish, type Objective } from '../../../../../src/shared/analytics/lifetime/minimise.ts'
import { simulateBuyers } from '../../../../support/simulate-buyers.ts'

const PUBLISHED: BgNbdParameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }

/** The gradient by central differences. */
function slopeOf(objective: Objective, point: readonly number[]): number[] {
  const step = 1e-6
  return point.map((_, k) => {
    const at = (sign: number): number =>
      objective.evaluate(
        Float64Array.from(point, (value, i) => value + (i === k ? sign * step : 0)),
        new Float64Array(point.length)
      )
    return (at(1) - at(-1)) / (2 * step)
  })
}

describe('gamma functions', () => {
  it.each([
    [0.25, 1.2880225246980774],
    [1, 0],
    [3.5, 1.2009736023470743],
    [100, 359.1342053695754]
  ])('ln Γ(%d)', (x, expected) => {
    expect(logGamma(x)).toBeCloseTo(expected, 10)
  })
  it.each([
    [0.25, -4.227453533376265],
    [1, -0.5772156649015329],
    [10, 2.251752589066721]
  ])('ψ(%d)', (x, expected) => {
    expect(digamma(x)).toBeCloseTo(expected, 11)
  })
  it('₂F₁ in closed forms', () => {
    expect(hypergeometric(1, 1, 2, 0.5)).toBeCloseTo(2 * Math.LN2, 12)
    expect(hypergeometric(-0.3, 2, 2, 0.9)).toBeCloseTo(0.1 ** 0.3, 11)
  })
})

describe('BG/NBD at the published parameters', () => {
  it.each([
    [{ x: 2, tx: 30.43, age: 38.86 }, -9.45861, 0.726579, 1.226028, 1.558721],
    [{ x: 1, tx: 1.71, age: 38.86 }, -4.46909, 0.212101, 0.203187, 0.259823],
    [{ x: 0, tx: 0, age: 38.86 }, -0.554713, 1, 0.195098, 0.252073],
    [{ x: 7, tx: 29.43, age: 38.86 }, null, 0.641756, 3.337053, 4.198856],
    [{ x: 4, tx: 5, age: 30 }, null, 0.027201, 0.101898, null]
  ])('%o', (history, logL, alive, in39, in52) => {
    if (logL !== null) expect(logLikelihood(PUBLISHED, history)).toBeCloseTo(logL, 5)
    expect(findAliveProbability(PUBLISHED, history)).toBeCloseTo(alive, 6)
    expect(expectOrders(PUBLISHED, history, 39)).toBeCloseTo(in39, 6)
    if (in52 !== null) expect(expectOrders(PUBLISHED, history, 52)).toBeCloseTo(in52, 6)
  })
  it('looks far ahead', () => {
    expect(expectOrders(PUBLISHED, { x: 7, tx: 29.43, age: 38.86 }, 500)).toBeCloseTo(17.435815, 6)
  })
  it.each([
    [2, 0.10339],
    [39, 1.196723],
    [52, 1.446051]
  ])('a new customer in %d weeks', (weeks, orders) => {
    expect(expectOrdersOfNew(PUBLISHED, weeks)).toBeCloseTo(orders, 6)
  })
  it('gives the same by both series, and next to a = 1', () => {
    const history = { x: 3, tx: 20, age: 30 }
    // r above a + b − 1 takes the other series; a small step in r must not be a jump.
    const below = expectOrders({ r: 2.2189999, alpha: 4, a: 0.793, b: 2.426 }, history, 52)
    const above = expectOrders({ r: 2.2190001, alpha: 4, a: 0.793, b: 2.426 }, history, 52)
    expect(Math.abs(above / below - 1)).toBeLessThan(1e-6)
    const atOne = expectOrders({ ...PUBLISHED, a: 1 }, history, 52)
    const besideOne = expectOrders({ ...PUBLISHED, a: 1.00001 }, history, 52)
    expect(Math.abs(atOne / besideOne - 1)).toBeLessThan(1e-4)
  })
})

describe('the grouped likelihood', () => {
  const buyers = simulateBuyers({ customers: 3000, parameters: PUBLISHED, days: 400, seed: 5 })
  const grouped = finish(groupInSteps(buyers))
  it('loses nobody', () => {
    expect(grouped.weights.reduce((sum, weight) => sum + weight, 0)).toBe(3000)
    expect(grouped.weights.length).toBeLessThan(3000)
    const thin = thinHistories(grouped, 100)
    expect(thin.weights.length).toBeLessThanOrEqual(101)
    expect(thin.customers).toBe(thin.weights.reduce((sum, weight) => sum + weight, 0))
  })
  it('is the sum over customers', () => {
    const { r, alpha, a, b } = PUBLISHED
    const mean = makeBgNbdObjective(grouped).evaluate(Float64Array.of(r, alpha, a, b).map(Math.log), new Float64Array(4))
    let sum = 0
    for (let i = 0; i < 3000; i++)
      sum += logLikelihood(PUBLISHED, { x: buyers.repeats[i]!, tx: buyers.lastDays[i]! / 7, age: buyers.ageDays[i]! / 7 })
    expect(-mean * 3000).toBeCloseTo(sum, 6)
  })
  it.each([
    ['with drop-out', makeBgNbdObjective, [-1.2, 1.4, -0.3, 0.9]],
    ['without', makeNbdObjective, [-1.2, 1.4]]
  ])('%s has the gradient it says', (_, makeObjective, point) => {
    const objective = makeObjective(grouped)
    const gradient = new Float64Array(point.length)
    objective.evaluate(Float64Array.from(point), gradient)
    for (const [k, slope] of slopeOf(objective, point).entries()) expect(gradient[k]).toBeCloseTo(slope, 6)
  })
})

describe('fitBgNbdInSteps', () => {
  it('finds the parameters buyers were drawn from', () => {
    const buyers = simulateBuyers({ customers: 30_000, parameters: PUBLISHED, days: 500, seed: 11 })
    const { fit } = finish(fitBgNbdInSteps(buyers, 20))
    expect(fit?.parameters.r).toBeCloseTo(0.243, 1)
    expect(Math.abs((fit?.parameters.alpha ?? 0) / 4.414 - 1)).toBeLessThan(0.08)
    expect(Math.abs((fit?.parameters.a ?? 0) / 0.793 - 1)).toBeLessThan(0.2)
    expect(Math.abs((fit?.parameters.b ?? 0) / 2.426 - 1)).toBeLessThan(0.2)
    expect(fit?.warnings).toEqual([])
  })
  it('pauses while it works', () => {
    const steps = fitBgNbdInSteps(simulateBuyers({ customers: 20_000, parameters: PUBLISHED, days: 300, seed: 3 }), 20)
    let pauses = 0
    while (!steps.next().done) pauses++
    expect(pauses).toBeGreaterThan(20)
  })
  it('says why there is no model', () => {
    const few = simulateBuyers({ customers: 99, parameters: PUBLISHED, days: 300, seed: 1 })
    expect(finish(fitBgNbdInSteps(few, 20))).toEqual({ fit: null, fault: 'too-few-customers' })
    const once: BuyingHistories = { repeats: new Int32Array(500), lastDays: new Int32Array(500), ageDays: new Int32Array(500).fill(300) }
    expect(finish(fitBgNbdInSteps(once, 20))).toEqual({ fit: null, fault: 'too-few-repeat-buyers' })
    const young = simulateBuyers({ customers: 2000, parameters: PUBLISHED, days: 50, seed: 1 })
    expect(finish(fitBgNbdInSteps(young, 60))).toEqual({ fit: null, fault: 'too-short' })
  })
  it('warns where nobody drops out', () => {
    const loyal = simulateBuyers({ customers: 2000, parameters: { r: 1, alpha: 4, a: 1e-9, b: 5 }, days: 300, seed: 4 })
    const { fit, fault } = finish(fitBgNbdInSteps(loyal, 20))
    expect(fit?.warnings ?? [fault]).toSatisfy((words: string[]) => words.includes('no-drop-out') || words.includes('no-convergence'))
  })
})
