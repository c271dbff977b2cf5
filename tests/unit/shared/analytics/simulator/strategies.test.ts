import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findBreakEvens } from '../../../../../src/shared/analytics/simulator/break-even.ts'
import type { SimulationInputs } from '../../../../../src/shared/analytics/simulator/resolve-inputs.ts'
import { accumulateKept, accumulateWon, simulate } from '../../../../../src/shared/analytics/simulator/strategies.ts'

/** 100 a month, nobody leaves once won, nothing discounted. */
const PLAIN: SimulationInputs = {
  amount: 6000,
  winCost: 600,
  keepCost: 100,
  retention: 0,
  newRetention: 1,
  careEffect: 1,
  margin: 1200,
  discount: 0,
  horizon: 12,
  customers: 1000
}
const last = (values: readonly number[]): number => values.at(-1) ?? NaN

const someInputs: fc.Arbitrary<SimulationInputs> = fc.record({
  amount: fc.integer({ min: 1, max: 10_000_000 }),
  winCost: fc.integer({ min: 1, max: 100_000 }),
  keepCost: fc.integer({ min: 1, max: 100_000 }),
  retention: fc.double({ min: 0, max: 1, noNaN: true }),
  newRetention: fc.double({ min: 0, max: 1, noNaN: true }),
  careEffect: fc.double({ min: 0, max: 1, noNaN: true }),
  margin: fc.integer({ min: 0, max: 1_000_000 }),
  discount: fc.double({ min: 0, max: 1, noNaN: true }),
  horizon: fc.integer({ min: 1, max: 120 }),
  customers: fc.integer({ min: 1, max: 100_000 })
})

describe('winning', () => {
  it('brings the margin of those who stay, less what was spent', () => {
    const { win } = simulate(PLAIN)
    expect(win.reached).toBe(10)
    expect(win.profit[0]).toBe(-6000)
    expect(win.profit[6]).toBe(0)
    expect(last(win.profit)).toBe(6000)
    expect(win.paybackMonth).toBe(6)
  })

  it('loses a share of them every month and discounts what comes later', () => {
    // 0.9 stay each month, 10 % a month: 100 / 1.1 and 100 × 0.9 / 1.1².
    const won = accumulateWon({ ...PLAIN, newRetention: 0.9 ** 12, discount: 1.1 ** 12 - 1, horizon: 2 })
    expect(won[1]).toBeCloseTo(90.909, 3)
    expect(won[2]).toBeCloseTo(90.909 + 74.38, 3)
  })

  it('counts one month of those who all leave', () => {
    expect(accumulateWon({ ...PLAIN, newRetention: 0 })).toEqual([0, ...Array<number>(12).fill(100)])
  })
})

describe('keeping', () => {
  it('counts only those who would have left', () => {
    const { keep } = simulate(PLAIN)
    expect(keep.reached).toBe(60)
    // Everybody would have bought the first month; from the second on only those looked after are there.
    expect(last(keep.profit)).toBe(60 * 1100 - 6000)
    expect(keep.paybackMonth).toBe(2)
  })

  it('brings nothing where nobody more stays, or where all stay anyway', () => {
    for (const inputs of [
      { ...PLAIN, careEffect: 0 },
      { ...PLAIN, retention: 1 }
    ]) {
      const { keep } = simulate(inputs)
      expect(last(keep.profit)).toBe(-keep.spent)
      expect(keep.paybackMonth).toBeNull()
    }
  })

  it('lasts for the year it was paid for: who stayed leaves at the usual rate afterwards', () => {
    const kept = accumulateKept({ ...PLAIN, horizon: 36 })
    // Looked after to month 12, at month 13 still there, and with a usual retention of 0 gone after that.
    expect(kept[13]).toBe(1200)
    expect(kept[36]).toBe(1200)
  })

  it('spends no more than there are customers to keep', () => {
    const { keep } = simulate({ ...PLAIN, customers: 20 })
    expect([keep.reached, keep.spent]).toEqual([20, 2000])
  })
})

describe('any simulation', () => {
  it('earns more the more a customer brings', () => {
    fc.assert(
      fc.property(someInputs, fc.integer({ min: 0, max: 100_000 }), (inputs, more) => {
        const less = simulate(inputs)
        const richer = simulate({ ...inputs, margin: inputs.margin + more })
        for (const way of ['win', 'keep'] as const) expect(last(richer[way].profit)).toBeGreaterThanOrEqual(last(less[way].profit) - 1e-6)
      })
    )
  })

  it('is finite at both ends of every share and never pays back before it has', () => {
    fc.assert(
      fc.property(someInputs, fc.constantFrom(0, 1), fc.constantFrom(0, 1), (inputs, retention, discount) => {
        const { win, keep } = simulate({ ...inputs, retention, newRetention: retention, discount })
        for (const { profit, paybackMonth } of [win, keep]) {
          expect(profit.every(Number.isFinite)).toBe(true)
          const first = profit.findIndex((value, month) => month > 0 && value >= 0)
          expect(paybackMonth).toBe(first < 0 ? null : first)
        }
      })
    )
  })

  it('leaves nothing at its break-evens', () => {
    fc.assert(
      fc.property(someInputs, (inputs) => {
        const even = findBreakEvens(inputs)
        const near = (profit: number): void => {
          expect(Math.abs(profit)).toBeLessThan(1e-6 * inputs.amount + 1e-6)
        }
        if (even.winCost !== null) near(last(simulate({ ...inputs, winCost: even.winCost }).win.profit))
        if (even.keepCost !== null) near(last(simulate({ ...inputs, keepCost: even.keepCost }).keep.profit))
        if (even.newRetention !== null && even.newRetention > 0)
          near(last(simulate({ ...inputs, newRetention: even.newRetention }).win.profit))
        if (even.evenWinCost !== null) {
          const { win, keep } = simulate({ ...inputs, winCost: even.evenWinCost })
          near(last(win.profit) - last(keep.profit))
        }
      })
    )
  })
})

describe('break-evens', () => {
  it('are what the hand says', () => {
    const even = findBreakEvens(PLAIN)
    expect(even.winCost).toBe(1200)
    expect(even.keepCost).toBe(1100)
    // Keeping leaves 60,000: winning does where ten times as many are won for the same money.
    expect(even.evenWinCost).toBeCloseTo((6000 * 1200) / 66_000, 6)
  })

  it('are none where no share is enough', () => {
    expect(findBreakEvens({ ...PLAIN, winCost: 1300 }).newRetention).toBeNull()
    expect(findBreakEvens({ ...PLAIN, keepCost: 1300 }).careEffect).toBeNull()
    expect(findBreakEvens({ ...PLAIN, margin: -100 })).toEqual({
      winCost: null,
      keepCost: null,
      newRetention: null,
      careEffect: null,
      evenWinCost: null
    })
  })

  it('are nothing at all where even those who leave at once pay', () => {
    expect(findBreakEvens({ ...PLAIN, winCost: 90 }).newRetention).toBe(0)
  })
})
