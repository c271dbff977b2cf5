import { describe, expect, it } from 'vitest'
import { measureOrderGaps } from '../../../../src/shared/analytics/order-gaps.ts'

/** Order days per customer, as the columns hold them: side by side, ascending within a customer. */
function columns(...customers: number[][]): { starts: Int32Array; days: Int32Array } {
  const starts = [0]
  for (const days of customers) starts.push((starts.at(-1) ?? 0) + days.length)
  return { starts: Int32Array.from(starts), days: Int32Array.from(customers.flat()) }
}

describe('days between orders', () => {
  it('are the median over all gaps: 10, 20 and 60 give 20', () => {
    expect(measureOrderGaps(columns([100, 110, 130], [5, 65], [40]), 200)).toEqual({ medianDays: 20, gaps: 3, customers: 2 })
  })

  it('are the mean of the middle two of an even number: 10 and 25 give 17.5', () => {
    expect(measureOrderGaps(columns([0, 10, 35]), 200)?.medianDays).toBe(17.5)
  })

  it('count orders of one day once, and none after the as-of date', () => {
    expect(measureOrderGaps(columns([10, 10, 17, 17, 90]), 80)).toEqual({ medianDays: 7, gaps: 1, customers: 1 })
  })

  it('do not join the last order of one customer to the first of the next', () => {
    expect(measureOrderGaps(columns([1, 4], [500], [503]), 1000)).toEqual({ medianDays: 3, gaps: 1, customers: 1 })
  })

  it('are null when nobody has ordered on two days', () => {
    expect(measureOrderGaps(columns([7], [7, 7], []), 100)).toBeNull()
    expect(measureOrderGaps(columns(), 100)).toBeNull()
  })
})
