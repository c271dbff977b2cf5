import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawGamma, makeRandom } from '../../../../../src/shared/analytics/chance.ts'
import { groupByRepeats, judgePrediction, measureAccuracy } from '../../../../../src/shared/analytics/lifetime/back-test.ts'
import { logLikelihood, makeBgNbdObjective, type BgNbdParameters } from '../../../../../src/shared/analytics/lifetime/bg-nbd-likelihood.ts'
import { expectOrders, expectOrdersOfNew, findAliveProbability } from '../../../../../src/shared/analytics/lifetime/bg-nbd-predictions.ts'
import { groupInSteps, type BuyingHistories } from '../../../../../src/shared/analytics/lifetime/buying-histories.ts'
import { fitBgNbdInSteps } from '../../../../../src/shared/analytics/lifetime/fit-bg-nbd.ts'
import { finish } from '../../../../../src/shared/analytics/lifetime/minimise.ts'
import { projectOrdersInSteps } from '../../../../../src/shared/analytics/lifetime/project-orders.ts'
import { countDistribution } from '../../../../../src/shared/analytics/lifetime/purchase-counts.ts'
import { findRenewal, findSurvival, fitShiftedBeta } from '../../../../../src/shared/analytics/lifetime/shifted-beta.ts'
import { simulateBuyers } from '../../../../support/simulate-buyers.ts'

const PUBLISHED: BgNbdParameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }

describe('shifted-beta-geometric', () => {
  it.each([
    ['regular', [100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1], 0.704, 1.182, -1680.3],
    ['high-end', [100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1], 0.668, 3.806, -1611.2]
  ])('gives the published estimates of the %s customers', (_, percent, alpha, beta, logL) => {
    const { fit } = fitShiftedBeta(percent.map((share) => 10 * share))
    expect(fit?.alpha).toBeCloseTo(alpha, 3)
    expect(fit?.beta).toBeCloseTo(beta, 3)
    expect(fit?.logLikelihood).toBeCloseTo(logL, 1)
    const inPercent = fitShiftedBeta(percent).fit
    expect(inPercent?.alpha).toBeCloseTo(fit!.alpha, 6)
  })
  it('survives and renews by one law, and renewal only rises', () => {
    const beta = { alpha: 0.668, beta: 3.806 }
    for (let t = 1; t < 20; t++) {
      expect(findSurvival(beta, t) / findSurvival(beta, t - 1)).toBeCloseTo(findRenewal(beta, t), 12)
      expect(findRenewal(beta, t + 1)).toBeGreaterThan(findRenewal(beta, t))
    }
    expect(findSurvival(beta, 0)).toBe(1)
  })
  it('says why there is nothing to project', () => {
    expect(fitShiftedBeta([100, 60]).fault).toBe('too-few-periods')
    expect(fitShiftedBeta([100, 60, 61]).fault).toBe('not-falling')
    expect(fitShiftedBeta([100, 100, 100]).fault).toBe('nobody-left')
    expect(fitShiftedBeta([0, 0, 0]).fault).toBe('nobody-left')
    // The same share leaves every time: nobody differs from anybody.
    expect(fitShiftedBeta([1000, 800, 640, 512, 409.6]).fault).toBe('no-convergence')
  })
})

describe('MBG/NBD', () => {
  const histories = simulateBuyers({ customers: 4000, parameters: PUBLISHED, days: 400, seed: 17 })
  const grouped = finish(groupInSteps(histories))
  it('sums the likelihood of every customer, with the gradient it says', () => {
    const { r, alpha, a, b } = PUBLISHED
    const point = [r, alpha, a, b].map(Math.log)
    const objective = makeBgNbdObjective(grouped, 'after-any')
    const gradient = new Float64Array(4)
    let sum = 0
    for (let i = 0; i < 4000; i++)
      sum += logLikelihood(
        PUBLISHED,
        { x: histories.repeats[i]!, tx: histories.lastDays[i]! / 7, age: histories.ageDays[i]! / 7 },
        'after-any'
      )
    expect(-objective.evaluate(Float64Array.from(point), gradient) * 4000).toBeCloseTo(sum, 6)
    point.forEach((_, k) => {
      const at = (step: number): number =>
        objective.evaluate(
          Float64Array.from(point, (value, i) => value + (i === k ? step : 0)),
          new Float64Array(4)
        )
      expect(gradient[k]).toBeCloseTo((at(1e-6) - at(-1e-6)) / 2e-6, 6)
    })
  })
  it('is not certain that a one-time buyer is still there, less so the longer the silence', () => {
    const at = (age: number): number => findAliveProbability(PUBLISHED, { x: 0, tx: 0, age }, 'after-any')
    // 1 ÷ (1 + a/b · ((α + T)/α)^r)
    expect(at(38.86)).toBeCloseTo(1 / (1 + (0.793 / 2.426) * ((4.414 + 38.86) / 4.414) ** 0.243), 12)
    expect(at(10)).toBeGreaterThan(at(100))
    expect(at(0)).toBeCloseTo(2.426 / (2.426 + 0.793), 12)
  })
  it('finds parameters of its own', () => {
    const { fit } = finish(fitBgNbdInSteps(histories, 20, 'after-any'))
    expect(fit?.warnings).not.toContain('parameter-at-limit')
    expect(fit?.logLikelihood).toBeLessThan(0)
  })
})

describe('the unit of time', () => {
  it('does not change the answer: parameters and predictions scale, the log-likelihood by a constant', () => {
    fc.assert(
      fc.property(fc.constantFrom(2, 7, 30), fc.integer({ min: 1, max: 50 }), (factor, seed) => {
        const { repeats, lastDays, ageDays } = simulateBuyers({
          customers: 800,
          parameters: { r: 0.8, alpha: 6, a: 0.9, b: 3 },
          days: 350,
          seed
        })
        const longer: BuyingHistories = {
          repeats,
          lastDays: lastDays.map((day) => day * factor),
          ageDays: ageDays.map((day) => day * factor)
        }
        const one = finish(fitBgNbdInSteps({ repeats, lastDays, ageDays }, 40))
        const other = finish(fitBgNbdInSteps(longer, 40 * factor))
        expect(other.fault).toBe(one.fault)
        if (!one.fit || !other.fit) return
        for (const key of ['r', 'a', 'b'] as const)
          expect(Math.abs(other.fit.parameters[key] / one.fit.parameters[key] - 1)).toBeLessThan(1e-3)
        expect(Math.abs(other.fit.parameters.alpha / one.fit.parameters.alpha / factor - 1)).toBeLessThan(1e-3)
        const orders = repeats.reduce((sum, x) => sum + x, 0)
        expect(other.fit.logLikelihood + orders * Math.log(factor)).toBeCloseTo(one.fit.logLikelihood, 4)
        const history = { x: 3, tx: 20, age: 30 }
        const stretched = { x: 3, tx: 20 * factor, age: 30 * factor }
        expect(expectOrders(other.fit.parameters, stretched, 26 * factor)).toBeCloseTo(expectOrders(one.fit.parameters, history, 26), 3)
      }),
      { numRuns: 12 }
    )
  })
})

describe('counts of purchases', () => {
  it('add up to one, and to the expected number', () => {
    for (const weeks of [1, 10, 38.86]) {
      const shares = countDistribution(PUBLISHED, weeks, 400)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 8)
      expect(shares.reduce((sum, share, x) => sum + x * share, 0)).toBeCloseTo(expectOrdersOfNew(PUBLISHED, weeks), 5)
    }
    expect([...countDistribution(PUBLISHED, 0, 2)]).toEqual([1, 0, 0])
  })
})

describe('projected orders', () => {
  it('are what the formula says of every customer, tabled or not', () => {
    const histories = simulateBuyers({ customers: 3000, parameters: PUBLISHED, days: 400, seed: 8 })
    const projected = finish(projectOrdersInSteps(PUBLISHED, histories, 26))
    for (let i = 0; i < 3000; i += 37) {
      const history = { x: histories.repeats[i]!, tx: histories.lastDays[i]! / 7, age: histories.ageDays[i]! / 7 }
      expect(Math.abs(projected[i]! / expectOrders(PUBLISHED, history, 26) - 1)).toBeLessThan(1e-8)
    }
  })
})

describe('back-test', () => {
  const actual = Int32Array.of(0, 2, 4)
  it('measures errors by hand', () => {
    expect(measureAccuracy([1, 2, 2], actual)).toEqual({ orders: 5, totalError: 5 / 6 - 1, mae: 1, rmse: Math.sqrt(5 / 3) })
    expect(measureAccuracy([], new Int32Array(0))).toEqual({ orders: 0, totalError: null, mae: 0, rmse: 0 })
  })
  it('calls a model usable only when it beats both rules in both errors', () => {
    const repeats = Int32Array.of(0, 1, 2)
    const judge = (predicted: number[], before: number[]): boolean =>
      judgePrediction({ actual, predicted: Float64Array.from(predicted), before: Int32Array.from(before), repeats }).usable
    expect(judge([0.5, 2, 3], [2, 0, 4])).toBe(true)
    // As good as "same again" is not better.
    expect(judge([0, 2, 3], [0, 2, 3])).toBe(false)
    // Better than one rule alone.
    expect(judge([5, 5, 5], [9, 9, 9])).toBe(false)
    expect(judge([0, 1, 1], [0, 2, 4])).toBe(false)
  })
  it('groups by number of repeat orders', () => {
    const predicted = Float64Array.of(0.5, 1, 3)
    expect(groupByRepeats({ actual, predicted, repeats: Int32Array.of(0, 3, 5) }, 2)).toEqual([
      { x: 0, orMore: false, customers: 1, actual: 0, predicted: 0.5 },
      { x: 2, orMore: true, customers: 2, actual: 3, predicted: 2 }
    ])
  })
})

describe('chance', () => {
  it('is the same for the same seed, and has the moments it says', () => {
    expect(makeRandom(5)()).toBe(makeRandom(5)())
    const random = makeRandom(9)
    for (const shape of [0.3, 1, 4]) {
      const draws = Float64Array.from({ length: 20_000 }, () => drawGamma(random, shape))
      const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length
      expect(Math.abs(mean / shape - 1)).toBeLessThan(0.05)
    }
  })
})
