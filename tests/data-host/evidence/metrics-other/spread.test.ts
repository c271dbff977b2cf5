import { describe, expect, it } from 'vitest'
import { fillShop, measureTiny } from '../measure-tiny.ts'
import { addCustomer, addOrder } from '../tiny-workspace.ts'

describe('Gini of revenue', () => {
  it('0, 20, 60 and 100 euros: 2·620 / (4·180) − 5/4; before 20, 30 and 50: 2·230 / (3·100) − 4/3', async () => {
    const metric = await measureTiny('k_gini', fillShop)
    expect(metric.value).toBeCloseTo(0.47222, 5)
    expect(metric.previous).toBeCloseTo(0.2, 10)
    // The six differences between two of them add up to 340; twice that over 2·16 is 21.25; the mean is 45.
    expect(metric).toMatchObject({ numerator: 2125, denominator: 4500, fewData: true })
    expect(metric.base).toEqual([1, 2, 3, 4])
  })

  it('has no answer where nobody paid anything', async () => {
    const metric = await measureTiny('k_gini', (db) => {
      addCustomer(db, { id: 1 })
      addOrder(db, 1, '2026-10-31', 0)
    })
    expect(metric).toMatchObject({ value: null, missing: { code: 'no-denominator' } })
  })
})

describe('repeat buyers', () => {
  it('one of five bought on two days; two tickets of one day are one purchase; one of three before', async () => {
    const metric = await measureTiny('k_repeat', (db) => {
      fillShop(db)
      addCustomer(db, { id: 6 })
      addOrder(db, 6, '2026-06-01', 5)
      addOrder(db, 6, '2026-06-01', 7)
      addOrder(db, 2, '2025-02-01', 5)
    })
    expect(metric).toMatchObject({ value: 20, numerator: 1, denominator: 5 })
    expect(metric.previous).toBeCloseTo(33.3333, 3)
    expect(metric.counted).toEqual([1])
    expect(metric.base).toEqual([1, 2, 3, 4, 6])
  })
})
