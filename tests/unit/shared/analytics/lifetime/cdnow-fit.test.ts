import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectOrders } from '../../../../../src/shared/analytics/lifetime/bg-nbd-predictions.ts'
import type { BuyingHistories } from '../../../../../src/shared/analytics/lifetime/buying-histories.ts'
import { fitBgNbdInSteps, type BgNbdResult } from '../../../../../src/shared/analytics/lifetime/fit-bg-nbd.ts'
import { expectSpend, fitSpendInSteps, type Spending } from '../../../../../src/shared/analytics/lifetime/gamma-gamma.ts'
import { finish } from '../../../../../src/shared/analytics/lifetime/minimise.ts'
import { dayOfIsoDate } from '../../../../../src/shared/domain/day-number.ts'

const file = fileURLToPath(new URL('../../../../../../shared/data/cdnow/cdnow-sample.csv', import.meta.url))
const AS_OF = dayOfIsoDate('1997-09-30')

/** Amount per order day of every customer up to the as-of date. */
function readDays(): Map<number, number>[] {
  const customers = new Map<string, Map<number, number>>()
  for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const [customer = '', date = '', , amount] = line.split(',')
    const days = customers.get(customer) ?? new Map<number, number>()
    customers.set(customer, days)
    const day = dayOfIsoDate(date)
    if (day <= AS_OF) days.set(day, (days.get(day) ?? 0) + Number(amount))
  }
  return [...customers.values()]
}

describe.skipIf(!existsSync(file))('CDNOW sample, 39 weeks (skipped where the file is not beside the project)', () => {
  let histories: BuyingHistories
  let spending: Spending
  let result: BgNbdResult
  beforeAll(() => {
    const customers = readDays().map((days) => [...days].sort((one, other) => one[0] - other[0]))
    const first = customers.map((days) => days[0]?.[0] ?? 0)
    histories = {
      repeats: Int32Array.from(customers, (days) => days.length - 1),
      lastDays: Int32Array.from(customers, (days, i) => (days.at(-1)?.[0] ?? 0) - first[i]!),
      ageDays: Int32Array.from(first, (day) => AS_OF - day)
    }
    spending = {
      repeats: histories.repeats,
      means: Float64Array.from(
        customers,
        (days) => days.slice(1).reduce((sum, [, amount]) => sum + amount, 0) / Math.max(days.length - 1, 1)
      )
    }
    result = finish(fitBgNbdInSteps(histories, 30))
  })

  it('gives the published parameters', () => {
    expect(histories.repeats.filter((x) => x === 0)).toHaveLength(1411)
    expect(histories.repeats.reduce((sum, x) => sum + x, 0)).toBe(2457)
    const { r, alpha, a, b } = result.fit?.parameters ?? { r: 0, alpha: 0, a: 0, b: 0 }
    for (const [found, own] of [
      [r, 0.242595],
      [alpha, 4.413602],
      [a, 0.792922],
      [b, 2.425907]
    ] as const)
      expect(Math.abs(found / own - 1)).toBeLessThan(5e-4)
    expect(result.fit?.logLikelihood).toBeCloseTo(-9582.4292, 3)
    expect(result.fit?.warnings).toEqual([])
  })
  it('lets one-time buyers leave too, at a slightly better likelihood', () => {
    const { fit } = finish(fitBgNbdInSteps(histories, 30, 'after-any'))
    expect(fit?.logLikelihood).toBeCloseTo(-9582.13, 1)
  })
  it('expects the published orders in the hold-out', () => {
    const parameters = result.fit!.parameters
    let sum = 0
    histories.repeats.forEach((x, i) => {
      sum += expectOrders(parameters, { x, tx: histories.lastDays[i]! / 7, age: histories.ageDays[i]! / 7 }, 39)
    })
    expect(sum).toBeCloseTo(1653.4, 0)
  })
  it('gives the published spend model', () => {
    const model = finish(fitSpendInSteps(spending))
    expect(model.fault).toBeNull()
    expect(model.customers).toBe(946)
    expect(model.parameters?.p).toBeCloseTo(6.25, 2)
    expect(model.parameters?.q).toBeCloseTo(3.744, 2)
    expect(model.parameters?.gamma).toBeCloseTo(15.4435, 2)
    expect(model.logLikelihood).toBeCloseTo(-4055.9177, 2)
    expect(model.correlation).toBeCloseTo(0.113884, 5)
    let sum = 0
    spending.repeats.forEach((x, i) => (sum += expectSpend(model, x, spending.means[i]!)))
    expect(sum / 2357).toBeCloseTo(35.253, 2)
  })
})
