import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeValue } from '../../../src/main/data-host/figures/describe-value.ts'
import { ensureFigures } from '../../../src/main/data-host/figures/ensure-figures.ts'
import type { ValueAnalysis } from '../../../src/shared/contract/value.ts'
import { openTestWorkspace, resourcesDir, type TestWorkspace } from '../../support/open-test-workspace.ts'

const file = fileURLToPath(new URL('../../../../shared/data/cdnow/cdnow-sample.csv', import.meta.url))
const STAMP = '2026-01-01T00:00:00.000Z'

describe.skipIf(!existsSync(file))('CDNOW sample, as of 1997-09-30 (skipped where the file is not beside the project)', () => {
  let test: TestWorkspace
  let value: ValueAnalysis
  beforeAll(async () => {
    const rows = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
    test = await openTestWorkspace(
      (db) => {
        const ids = new Map<string, number>()
        const addCustomer = db.prepare('INSERT INTO customers (external_id, created_at, updated_at) VALUES (?, ?, ?)')
        const addOrder = db.prepare('INSERT INTO orders (customer_id, order_date, net_minor) VALUES (?, ?, ?)')
        for (const [customer = '', date, , amount] of rows) {
          if (!ids.has(customer)) ids.set(customer, Number(addCustomer.run(customer, STAMP, STAMP).lastInsertRowid))
          addOrder.run(ids.get(customer), date, Math.round(Number(amount) * 100))
        }
      },
      { asOf: '1997-09-30' }
    )
    value = await describeValue(await ensureFigures(test.workspace, resourcesDir))
  })
  afterAll(() => {
    test.close()
  })

  it('counts the scores', () => {
    expect(value.rfm).toMatchObject({
      scored: 2357,
      r: [480, 478, 459, 475, 465],
      f: [1411, 0, 439, 214, 293],
      m: [480, 464, 471, 471, 471]
    })
  })
  it('counts the named segments', () => {
    expect(Object.fromEntries(value.rfm.segments.map(({ id, customers }) => [id, customers]))).toEqual({
      s_hibernating: 874,
      s_about_to_sleep: 390,
      s_champions: 335,
      s_potential_loyalist: 312,
      s_loyal: 161,
      s_promising: 147,
      s_at_risk: 78,
      s_need_attention: 54,
      s_cant_lose: 6,
      s_new_rfm: 0
    })
    expect(value.rfm.cells.reduce((sum, cell) => sum + cell.customers, 0)).toBe(2357)
  })
  it('measures the concentration', () => {
    const { concentration } = value
    expect(concentration).toMatchObject({
      customers: 2357,
      totalMinor: 17_311_555,
      top20Customers: 472,
      customersFor80: 900,
      zeroCustomers: 8,
      belowZeroCustomers: 0
    })
    expect(concentration.top20Share).toBeCloseTo(0.6335, 4)
    expect(concentration.gini).toBeCloseTo(0.58528, 5)
  })
  it('fits the published models', () => {
    const { bgnbd, gammaGamma } = value.lifetime
    expect(bgnbd).toMatchObject({ customers: 2357, repeaters: 946 })
    expect(bgnbd?.r).toBeCloseTo(0.2426, 4)
    expect(bgnbd?.alpha).toBeCloseTo(4.4136, 3)
    expect(bgnbd?.a).toBeCloseTo(0.7929, 3)
    expect(bgnbd?.b).toBeCloseTo(2.4259, 3)
    expect(bgnbd?.logLikelihood).toBeCloseTo(-9582.429, 2)
    expect(gammaGamma?.p).toBeCloseTo(6.25, 2)
    expect(gammaGamma?.q).toBeCloseTo(3.744, 2)
    // Amounts are cents here: the scale is a hundredfold, and the density lower by the same factor.
    expect((gammaGamma?.gamma ?? 0) / 100).toBeCloseTo(15.4435, 2)
    expect((gammaGamma?.logLikelihood ?? 0) + 946 * Math.log(100)).toBeCloseTo(-4055.9177, 2)
  })
  it('takes the latest order for the as-of date when none is set', async () => {
    await test.workspace.change(['workspace'], (db) => db.prepare("DELETE FROM settings WHERE key = 'asOf'").run())
    expect((await ensureFigures(test.workspace, resourcesDir)).asOf).toBe('1998-06-30')
  })
})
