import { describe, expect, it } from 'vitest'
import { rateSearch } from '../../../../support/rate-duplicates.ts'
import { makeSpanishCustomers } from '../../../../support/spanish-customers.ts'

describe('a made-up Spanish base with families, namesakes, firms and slips of the pen', () => {
  it.each([
    [1, 6000],
    [2, 6000],
    [3, 3000]
  ])('seed %i: nearly everything is found, and what is found is right', { timeout: 60_000 }, (seed, people) => {
    const { precision, recall } = rateSearch(makeSpanishCustomers(seed, people))
    expect(precision).toBeGreaterThanOrEqual(0.99)
    expect(recall).toBeGreaterThanOrEqual(0.95)
  })
})
