import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countTopFifth, measureConcentration } from '../../../../src/shared/analytics/concentration.ts'
import { chooseTopFifth } from '../../../../src/shared/analytics/strategic-customers.ts'

const measure = (...values: number[]): ReturnType<typeof measureConcentration> => measureConcentration(Float64Array.from(values))

describe('measureConcentration', () => {
  it('gives the first vector', () => {
    const figures = measure(100, 50, 25, 15, 10)
    expect(figures.gini).toBeCloseTo(0.43, 10)
    expect(figures.giniCorrected).toBeCloseTo(0.5375, 10)
    expect(figures.top20Share).toBe(0.5)
  })
  it('gives the second vector', () => {
    const figures = measure(400, 300, 120, 60, 40, 30, 20, 15, 10, 5)
    expect(figures.gini).toBeCloseTo(0.624, 10)
    expect(figures.giniCorrected).toBeCloseTo(0.69333, 5)
    expect(figures.top20Share).toBeCloseTo(0.7, 12)
    expect(figures.largestShare).toBe(0.4)
    expect(figures.topThreeShare).toBe(0.82)
    expect(figures.customersFor80).toBe(3)
  })
  it('sorts customers into A, B and C, with the one who reaches the line still before it', () => {
    // Running shares of 1,000: 40, 70, 82, 88, 92, 95, 97, 98.5, 99.5, 100 %.
    expect(measure(400, 300, 120, 60, 40, 30, 20, 15, 10, 5).abc).toEqual([
      { id: 'a', customers: 3, total: 820 },
      { id: 'b', customers: 3, total: 130 },
      { id: 'c', customers: 4, total: 50 }
    ])
    // 800 of 1,000 is exactly 80 %, 950 exactly 95 %.
    expect(measure(50, 800, 150).abc.map(({ customers }) => customers)).toEqual([1, 1, 1])
    expect(measure(99, 1).abc.map(({ customers }) => customers)).toEqual([1, 0, 1])
  })
  it('leaves those below zero to class C', () => {
    expect(measure(-100, 700, 300, 100).abc).toEqual([
      { id: 'a', customers: 2, total: 1000 },
      { id: 'b', customers: 0, total: 0 },
      { id: 'c', customers: 2, total: 0 }
    ])
  })
  it('adds the squares of the shares', () => {
    // (100² + 50² + 25² + 15² + 10²) / 200² = 13,450 / 40,000.
    expect(measure(100, 50, 25, 15, 10).herfindahl).toBeCloseTo(0.33625, 12)
    expect(measure(1, 1, 1, 1).herfindahl).toBe(0.25)
    expect(measure(0, 0, 0, 1).herfindahl).toBe(1)
  })
  it('tells the extremes apart', () => {
    expect(measure(0, 0, 0, 1)).toMatchObject({ gini: 0.75, giniCorrected: 1, zeroCustomers: 3, customersFor80: 1 })
    expect(measure(1, 1, 1, 1)).toMatchObject({ gini: 0, customersFor80: 4, top20Customers: 1 })
  })
  it('has no shares without value, instead of zeros', () => {
    expect(measure()).toMatchObject({ customers: 0, gini: null, giniCorrected: null, top20Share: null, customersFor80: null, curve: [] })
    expect(measure(0, 0)).toMatchObject({ herfindahl: null, abc: [] })
    expect(measure(0, 0)).toMatchObject({ gini: null, top20Share: null, zeroCustomers: 2 })
  })
  it('counts customers below zero and clips them for the Gini', () => {
    expect(measure(-10, 10, 30)).toMatchObject({ belowZeroCustomers: 1, total: 30, gini: measure(0, 10, 30).gini })
  })
  it('rounds the best fifth up in whole numbers', () => {
    expect([1, 5, 6, 15, 2357].map(countTopFifth)).toEqual([1, 1, 2, 3, 472])
  })
  it('draws a curve that rises from nothing to everything', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 700 }), (values) => {
        const { curve, total } = measure(...values)
        if (total === 0) return
        expect(curve[0]).toEqual({ customers: 0, value: 0 })
        expect(curve.at(-1)).toEqual({ customers: 1, value: 1 })
        expect(curve.length).toBeLessThanOrEqual(201)
        for (const [i, point] of curve.entries())
          expect(point.value).toBeGreaterThanOrEqual(Math.max(point.customers - 1e-9, curve[i - 1]?.value ?? 0))
      })
    )
  })
})

describe('classes A, B and C', () => {
  it('hold everybody and everything once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1_000_000 }), { minLength: 1, maxLength: 60 }), (values) => {
        const { abc, customers, total, customersFor80 } = measure(...values)
        if (total <= 0) return
        expect(abc.reduce((sum, group) => sum + group.customers, 0)).toBe(customers)
        expect(abc.reduce((sum, group) => sum + group.total, 0)).toBe(total)
        expect(abc[0]?.customers).toBe(customersFor80)
        for (const group of abc) expect(group.customers).toBeGreaterThanOrEqual(0)
      })
    )
  })
})

describe('chooseTopFifth', () => {
  it('settles ties at the border by the more recent order, then by place', () => {
    const chosen = chooseTopFifth({
      eligible: new Uint8Array(10).fill(1),
      value: Float64Array.of(9, 5, 5, 5, 1, 1, 1, 1, 1, 1),
      lastDay: Int32Array.of(1, 10, 30, 30, 1, 1, 1, 1, 1, 1)
    })
    expect([...chosen]).toEqual([1, 0, 1, 0, 0, 0, 0, 0, 0, 0])
  })
  it('takes a fifth of the eligible, rounded up, and never a worse one before a better', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ eligible: fc.boolean(), value: fc.integer({ min: -5, max: 5 }), day: fc.integer({ min: 0, max: 3 }) }), {
          maxLength: 60
        }),
        (customers) => {
          const chosen = chooseTopFifth({
            eligible: Uint8Array.from(customers, ({ eligible }) => (eligible ? 1 : 0)),
            value: Float64Array.from(customers, ({ value }) => value),
            lastDay: Int32Array.from(customers, ({ day }) => day)
          })
          const eligible = customers.filter((customer) => customer.eligible)
          const taken = customers.filter((_, i) => chosen[i] === 1)
          expect(taken).toHaveLength(countTopFifth(eligible.length))
          expect(taken.every((customer) => customer.eligible)).toBe(true)
          const left = customers.filter((customer, i) => customer.eligible && chosen[i] === 0)
          for (const { value } of taken) for (const other of left) expect(value).toBeGreaterThanOrEqual(other.value)
        }
      )
    )
  })
})
