import { describe, expect, it } from 'vitest'
import type { BgNbdParameters } from '../../../../../src/shared/analytics/lifetime/bg-nbd-likelihood.ts'
import { findAliveProbability } from '../../../../../src/shared/analytics/lifetime/bg-nbd-predictions.ts'
import {
  DEFAULT_HORIZON,
  discountOrdersWhileAlive,
  estimateDiscountedOrders,
  findDert,
  tableDiscountedOrders
} from '../../../../../src/shared/analytics/lifetime/discounted-orders.ts'
import {
  expectSpend,
  fitSpendInSteps,
  makeGammaGammaObjective,
  type SpendModel
} from '../../../../../src/shared/analytics/lifetime/gamma-gamma.ts'
import { finish, minimiseInSteps } from '../../../../../src/shared/analytics/lifetime/minimise.ts'
import { simulateSpending } from '../../../../support/simulate-buyers.ts'

const PUBLISHED: BgNbdParameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
const SPEND: SpendModel = {
  parameters: { p: 6.25, q: 3.74, gamma: 15.44 },
  fault: null,
  logLikelihood: null,
  correlation: null,
  observedMean: 35.08,
  customers: 946
}

describe('expectSpend', () => {
  it.each([
    [2, 22.35, 24.66],
    [1, 11.77, 18.92],
    [7, 73.74, 71.47],
    [2, 25.55, 27.29],
    [0, 0, 35.22]
  ])('x = %d, mean %d', (x, mean, expected) => {
    expect(Math.abs(expectSpend(SPEND, x, mean) - expected)).toBeLessThan(0.06)
  })
  it('draws the own mean half-way to that of all without a model', () => {
    const plain: SpendModel = { ...SPEND, parameters: null, fault: 'correlated', observedMean: 30 }
    expect([expectSpend(plain, 3, 50), expectSpend(plain, 0, 0)]).toEqual([40, 30])
  })
})

describe('fitSpendInSteps', () => {
  const spending = simulateSpending({ customers: 20_000, p: 6.25, q: 3.74, gamma: 1544, seed: 9 })
  it('finds the parameters amounts were drawn from', () => {
    const model = finish(fitSpendInSteps(spending))
    expect(model.fault).toBeNull()
    expect(Math.abs((model.parameters?.p ?? 0) / 6.25 - 1)).toBeLessThan(0.05)
    expect(Math.abs((model.parameters?.q ?? 0) / 3.74 - 1)).toBeLessThan(0.05)
    expect(Math.abs((model.parameters?.gamma ?? 0) / 1544 - 1)).toBeLessThan(0.08)
  })
  it('does not depend on the unit of money', () => {
    const cents = finish(fitSpendInSteps(spending))
    const euros = finish(fitSpendInSteps({ ...spending, means: spending.means.map((mean) => mean / 100) }))
    expect((cents.parameters?.gamma ?? 0) / (euros.parameters?.gamma ?? 1)).toBeCloseTo(100, 3)
    expect((cents.logLikelihood ?? 0) + 20_000 * Math.log(100)).toBeCloseTo(euros.logLikelihood ?? 0, 3)
  })
  it('has the gradient it says', () => {
    const objective = makeGammaGammaObjective(spending)
    const point = [1.1, 0.9, 6]
    const gradient = new Float64Array(3)
    objective.evaluate(Float64Array.from(point), gradient)
    for (let k = 0; k < 3; k++) {
      const at = (step: number): number =>
        objective.evaluate(
          Float64Array.from(point, (value, i) => value + (i === k ? step : 0)),
          new Float64Array(3)
        )
      expect(gradient[k]).toBeCloseTo((at(1e-6) - at(-1e-6)) / 2e-6, 5)
    }
  })
  it('leaves out whoever spent nothing, and says why there is no model', () => {
    const repeats = new Int32Array(60).fill(2)
    const vary = Float64Array.from(repeats, (_, i) => (i < 40 ? 100 + i : 0))
    expect(finish(fitSpendInSteps({ repeats, means: vary })).customers).toBe(40)
    expect(finish(fitSpendInSteps({ repeats: repeats.subarray(20), means: vary.subarray(20) })).fault).toBe('too-few-repeat-buyers')
    expect(finish(fitSpendInSteps({ repeats, means: new Float64Array(60).fill(995) }))).toMatchObject({
      fault: 'no-spread',
      observedMean: 995
    })
    const growing = repeats.map((_, i) => i + 1)
    expect(finish(fitSpendInSteps({ repeats: growing, means: Float64Array.from(growing, (x) => 100 * x) }))).toMatchObject({
      fault: 'correlated',
      correlation: 1
    })
  })
})

describe('minimiseInSteps', () => {
  it('says honestly how it ended', () => {
    const bowl = finish(
      minimiseInSteps(
        { evaluate: ([x = 0, y = 0], slope) => ((slope[0] = 2 * (x - 3)), (slope[1] = 20 * (y + 1)), (x - 3) ** 2 + 10 * (y + 1) ** 2) },
        [0, 0]
      )
    )
    expect(bowl.stop).toBe('converged')
    expect(bowl.point[0]).toBeCloseTo(3, 6)
    expect(bowl.point[1]).toBeCloseTo(-1, 6)
    const endless = finish(minimiseInSteps({ evaluate: ([x = 0], slope) => ((slope[0] = -1), -x) }, [0]))
    expect(endless.stop).toBe('too-many-steps')
    expect(finish(minimiseInSteps({ evaluate: () => Number.NaN }, [0])).stop).toBe('not-finite')
    // The slope points the wrong way: no step ever gets lower.
    expect(finish(minimiseInSteps({ evaluate: ([x = 0], slope) => ((slope[0] = -1), x) }, [0])).stop).toBe('no-descent')
  })
})

describe('discounted orders', () => {
  const histories = [
    [{ x: 2, tx: 30.43, age: 38.86 }, 5.16955, 2.98627],
    [{ x: 0, tx: 0, age: 38.86 }, 1.01875, 0.52112],
    [{ x: 7, tx: 29.43, age: 38.86 }, 12.70087, 7.70811]
  ] as const
  it.each(histories)('%o', (history, dert, weekly) => {
    expect(findDert(PUBLISHED, history, 0.15)).toBeCloseTo(dert, 5)
    const inWeeks = { periods: 156, weeksPerPeriod: 1, yearlyDiscount: 0.15 }
    const sum = discountOrdersWhileAlive(PUBLISHED, history.x, history.age, inWeeks) * findAliveProbability(PUBLISHED, history)
    expect(sum).toBeCloseTo(weekly, 5)
  })
  it.each([0, 1, 7, 60, 400])('are estimated to five digits, x = %d', (x) => {
    for (const parameters of [PUBLISHED, { r: 1.4, alpha: 900, a: 1.2, b: 4 }, { r: 0.3, alpha: 0.5, a: 0.4, b: 20 }])
      for (const age of [0.2, 5, 38.86, 261]) {
        const exact = discountOrdersWhileAlive(parameters, x, age, DEFAULT_HORIZON)
        expect(Math.abs(estimateDiscountedOrders(parameters, x, age, DEFAULT_HORIZON) / exact - 1)).toBeLessThan(1e-5)
      }
  })
  it.each([0, 1, 7, 60, 400])('are tabled to nine digits, x = %d', (x) => {
    const lookUp = tableDiscountedOrders(PUBLISHED, x, 261, DEFAULT_HORIZON)
    for (const age of [0, 0.14, 1, 5, 38.86, 100, 200.7, 261]) {
      const exact = discountOrdersWhileAlive(PUBLISHED, x, age, DEFAULT_HORIZON)
      expect(Math.abs(lookUp(age) / exact - 1)).toBeLessThan(1e-9)
    }
  })
})
