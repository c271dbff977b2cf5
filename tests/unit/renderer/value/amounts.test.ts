import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bendMoney, findMoneyTicks } from '../../../../src/renderer/features/value/money-scale.ts'
import { roundAmount } from '../../../../src/renderer/features/value/round-amount.ts'

describe('the bent scale of amounts', () => {
  it('keeps order and sign, and zero where it is', () => {
    const amount = fc.integer({ min: -1e9, max: 1e9 })
    fc.assert(
      fc.property(amount, amount, (one, other) => {
        fc.pre(one < other)
        expect(bendMoney(one, 1000)).toBeLessThan(bendMoney(other, 1000))
        expect(Math.sign(bendMoney(one, 1000))).toBe(Math.sign(one))
      })
    )
  })
  it('has ticks at powers of ten on both sides of zero', () => {
    expect(findMoneyTicks(-5_000, 2_000_000, 1_000)).toEqual([-10_000, -1_000, 0, 1_000, 10_000, 100_000, 1_000_000, 10_000_000])
    expect(findMoneyTicks(0, 500, 1_000)).toEqual([0, 1_000])
  })
})

describe('an estimated amount', () => {
  it.each([
    [1_398_612, 2, 1_400_000],
    [1_398_612, 3, 1_400_000],
    [1_348_612, 3, 1_350_000],
    [-54_621, 2, -55_000],
    [7, 3, 7],
    [0, 3, 0]
  ])('%i to %i figures is %i', (amount, figures, rounded) => {
    expect(roundAmount(amount, figures)).toBe(rounded)
  })
})
