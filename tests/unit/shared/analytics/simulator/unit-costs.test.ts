import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findWorth } from '../../../../../src/shared/analytics/simulator/steady-worth.ts'
import { computeCostRatio, computeUnitCosts, type Spends } from '../../../../../src/shared/analytics/simulator/unit-costs.ts'

const SPENDS: Spends = {
  winSpend: 3000,
  welcomeSpend: 400,
  keepSpend: 600,
  sharedSpend: 1000,
  welcomePart: 0,
  sharedPart: 0.5,
  newCustomers: 50,
  keptCustomers: 100
}

describe('the costs of one customer', () => {
  it('share out what served both', () => {
    expect(computeUnitCosts(SPENDS)).toEqual({ win: 3500 / 50, keep: 1500 / 100 })
    expect(computeUnitCosts({ ...SPENDS, welcomePart: 1, sharedPart: 1 })).toEqual({ win: 4400 / 50, keep: 600 / 100 })
  })

  it('are unknown where nothing was spent, or it served nobody', () => {
    expect(computeUnitCosts({ ...SPENDS, newCustomers: 0 }).win).toBeNull()
    expect(computeUnitCosts({ ...SPENDS, keptCustomers: null }).keep).toBeNull()
    expect(computeUnitCosts({ ...SPENDS, winSpend: null, sharedSpend: 0 }).win).toBeNull()
  })
})

describe('winning against keeping', () => {
  it('says its own ratio and between which it lies under other allocations', () => {
    // 70 / 15; all shared out to keeping 60 / 20, all of it to winning 88 / 6.
    const answer = computeCostRatio(SPENDS)
    expect(answer?.ratio).toBeCloseTo(70 / 15, 10)
    expect(answer?.range?.low).toBeCloseTo(3, 10)
    expect(answer?.range?.high).toBeCloseTo(88 / 6, 10)
  })

  it('has no range where there is nothing to allocate otherwise', () => {
    expect(computeCostRatio({ ...SPENDS, welcomeSpend: 0, sharedSpend: 0 })).toEqual({ ratio: 10, range: null })
  })

  it('is no ratio without both costs', () => {
    expect(computeCostRatio({ ...SPENDS, keptCustomers: 0 })).toBeNull()
  })

  it('lies within its range whatever the parts', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(part, part, fc.integer({ min: 1, max: 10_000 }), (welcomePart, sharedPart, sharedSpend) => {
        const answer = computeCostRatio({ ...SPENDS, welcomePart, sharedPart, sharedSpend })
        expect(answer?.range?.low).toBeLessThanOrEqual((answer?.ratio ?? NaN) + 1e-9)
        expect(answer?.range?.high).toBeGreaterThanOrEqual((answer?.ratio ?? NaN) - 1e-9)
      })
    )
  })
})

describe('the value of a customer when a steady share stays', () => {
  const worth = (retention: number, discount: number, isNew: boolean): number | null =>
    findWorth({ margin: 100, retention, discount, isNew })

  it('is the sum of all years, discounted', () => {
    // 100 · 0.8 / (1 + 0.1 − 0.8) and 100 · 1.1 / 0.3.
    expect(worth(0.8, 0.1, false)).toBeCloseTo(266.667, 3)
    expect(worth(0.8, 0.1, true)).toBeCloseTo(366.667, 3)
    const years = Array.from({ length: 400 }, (_, t) => 100 * (0.8 / 1.1) ** t)
    expect(worth(0.8, 0.1, true)).toBeCloseTo(
      years.reduce((sum, each) => sum + each, 0),
      6
    )
  })

  it('is one margin where nobody stays and has no end where all stay undiscounted', () => {
    expect(worth(0, 0.1, false)).toBe(0)
    expect(worth(0, 0.1, true)).toBeCloseTo(100, 10)
    expect(worth(1, 0, false)).toBeNull()
    expect(worth(1, 0, true)).toBeNull()
  })
})
