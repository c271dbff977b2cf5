import type Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { fillShop, insertRow, measureTiny } from '../measure-tiny.ts'
import { addCustomer, addOrder } from '../tiny-workspace.ts'

const day = (offset: number): string => new Date(Date.UTC(2023, 6, 1) + offset * 86_400_000).toISOString().slice(0, 10)

/** The same row of numbers between 0 and 1 every time (Park and Miller). */
function* drawNumbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 48_271) % 2_147_483_647
    yield state / 2_147_483_647
  }
}

/** 150 customers over 1200 days as the model supposes them: each buys at random at a rate of its own and drops out at random. One never bought. */
function fillRegulars(db: Database.Database): void {
  const numbers = drawNumbers(7)
  const draw = (): number => numbers.next().value
  for (let id = 1; id <= 150; id++) {
    addCustomer(db, { id })
    const gapDays = 15 + 60 * draw()
    const dropOut = 0.15 * draw()
    let at = Math.floor(500 * draw())
    do {
      addOrder(db, id, day(at), 10 + Math.floor(9 * draw()))
      at += 1 + Math.floor(-gapDays * Math.log(draw()))
    } while (at <= 1200 && draw() > dropOut)
  }
  addCustomer(db, { id: 151 })
}

/** 365 days before. */
const earlier = (isoDate: string | null): string => new Date(Date.parse(isoDate ?? '') - 365 * 86_400_000).toISOString().slice(0, 10)

describe('customer equity', () => {
  it('is the sum of all values, its mean over the 150 who ever bought; growth compares it with the sum one window earlier', async () => {
    const equity = await measureTiny('k_customer_equity', fillRegulars)
    const mean = await measureTiny('k_clv_mean', fillRegulars)
    const growth = await measureTiny('k_customer_equity_growth', fillRegulars)
    const total = equity.value ?? 0
    expect(equity).toMatchObject({ numerator: total, denominator: 150, fewData: false, missing: null })
    expect(equity.base).toHaveLength(150)
    expect(equity.base).not.toContain(151)
    // Margin at 30% of a ticket of 10 to 18 euros, at most one every 15 days or so for three years: well below 100 orders of 5.40 each.
    expect(mean.value).toBeGreaterThan(0)
    expect(mean.value).toBeLessThan(100 * 540)
    expect(mean.value).toBe(Math.round(total / 150))
    const before = equity.previous ?? 0
    expect(before).toBeGreaterThan(0)
    expect(growth.denominator).toBe(before)
    expect(growth.numerator).toBeCloseTo(total - before, -1)
    expect(growth.value).toBeCloseTo((100 * (total - before)) / before, 1)
    expect(growth).toMatchObject({ span: 'window', noTrend: null })
    expect(equity.span).toBe('history')
  })

  it('values the window before with the parameters of today, not with those found then', async () => {
    const now = await measureTiny('k_customer_equity', fillRegulars)
    const then = await measureTiny('k_customer_equity', (db) => {
      fillRegulars(db)
      insertRow(db, 'settings', { key: 'asOf', value: JSON.stringify(earlier(now.asOf)) })
    })
    const ratio = (now.previous ?? 0) / (then.value ?? 0)
    expect(ratio).not.toBe(1)
    expect(ratio).toBeGreaterThan(0.5)
    expect(ratio).toBeLessThan(2)
  })

  it('compares its growth with that of the window before where the orders reach back far enough, on the same parameters', async () => {
    const inWindows = (days: number) => (db: Database.Database) => {
      fillRegulars(db)
      insertRow(db, 'settings', { key: 'windowDays', value: String(days) })
    }
    const growth = await measureTiny('k_customer_equity_growth', inWindows(250))
    const equity = await measureTiny('k_customer_equity', inWindows(250))
    const [now, before] = [equity.value ?? 0, equity.previous ?? 0]
    expect(growth.value).toBeCloseTo((100 * (now - before)) / before, 1)
    expect(growth.noTrend).toBeNull()
    // Fewer had bought by then, each with the same parameters: what they were worth then grew by another share.
    expect(growth.previous).not.toBeNull()
    expect(growth.previous).not.toBeCloseTo(growth.value ?? 0, 3)
    expect(growth.previous).toBeGreaterThan(-100)
    // 1200 days hold two windows of 500 and no third before them.
    const short = await measureTiny('k_customer_equity_growth', inWindows(500))
    expect(short.value).not.toBeNull()
    expect(short.previous).toBeNull()
    expect(short.noTrend?.en).toMatch(/do not reach back/)
  })

  it('says how many customers it wants, and does not compare with a window that is not there', async () => {
    for (const id of ['k_customer_equity', 'k_clv_mean', 'k_customer_equity_growth']) {
      const metric = await measureTiny(id, fillShop)
      expect(metric, id).toMatchObject({ value: null, missing: { code: 'too-few' } })
      expect(metric.missing?.hint.es, id).not.toBe('')
    }
    const young = await measureTiny('k_customer_equity_growth', (db) => {
      fillRegulars(db)
      insertRow(db, 'settings', { key: 'windowDays', value: '700' })
    })
    expect(young).toMatchObject({ value: null, missing: { code: 'needs-data', needs: ['orders'] } })
  })
})
