import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeValue } from '../../../src/main/data-host/figures/describe-value.ts'
import { ensureFigures, ensureStoredFigures } from '../../../src/main/data-host/figures/ensure-figures.ts'
import type { Figures } from '../../../src/main/data-host/figures/figures.ts'
import { LIFECYCLE_STATES } from '../../../src/shared/contract/customers.ts'
import { RFM_SEGMENTS } from '../../../src/shared/analytics/rfm.ts'
import { fillOrders } from '../../support/fill-orders.ts'
import { openTestWorkspace, resourcesDir, type TestWorkspace } from '../../support/open-test-workspace.ts'
import { simulateOrders } from '../../support/simulate-orders.ts'

const CUSTOMERS = 3000
const ORDERS = 30_000

/** RFM by SQL, as domain 6.2 writes it: the other way to the same scores. */
const RFM_SQL = `
  SELECT customer_id, 1 + (5 * (rank() OVER (ORDER BY last) - 1)) / count(*) OVER () AS r, 1 + (5 * (rank() OVER (ORDER BY days) - 1)) / count(*) OVER () AS f,
    1 + (5 * (rank() OVER (ORDER BY total) - 1)) / count(*) OVER () AS m, orders, total
  FROM (SELECT customer_id, max(order_date) AS last, count(DISTINCT order_date) AS days, count(*) AS orders, sum(net_minor) AS total
        FROM orders WHERE status = 'completed' AND net_minor >= 0 AND order_date <= ? GROUP BY customer_id)`

describe('figures of 30,000 simulated orders', () => {
  let test: TestWorkspace
  let figures: Figures
  beforeAll(async () => {
    test = await openTestWorkspace((db) => {
      fillOrders(db, CUSTOMERS, simulateOrders({ customers: CUSTOMERS, orders: ORDERS, seed: 7 }))
      // What must not count: cancelled, refunded, anonymous (but for the dates), merged, erased.
      db.exec(`UPDATE orders SET status = 'cancelled' WHERE id % 50 = 0; UPDATE orders SET net_minor = -net_minor WHERE id % 61 = 0; UPDATE orders SET customer_id = NULL WHERE id % 67 = 0;
        UPDATE customers SET merged_into_id = 1 WHERE id = 17; UPDATE customers SET status = 'erased' WHERE id = 18; UPDATE orders SET customer_id = 1 WHERE customer_id IN (17, 18)`)
    })
    figures = await ensureStoredFigures(test.workspace, resourcesDir)
  })
  afterAll(() => {
    test.close()
  })

  it('score as SQL does', () => {
    const rows = test.workspace.read
      .prepare<[string], { customer_id: number | null; r: number; f: number; m: number; orders: number; total: number }>(
        RFM_SQL.replace('order_date <= ?', 'order_date <= ? AND customer_id IS NOT NULL')
      )
      .all(figures.asOf ?? '')
    expect(rows.length).toBeGreaterThan(2500)
    for (const row of rows) {
      const i = figures.indexOf(row.customer_id ?? 0)
      expect({
        r: figures.r[i],
        f: figures.f[i],
        m: figures.m[i],
        orders: figures.profile.orders[i],
        total: figures.profile.revenue[i]
      }).toEqual({ r: row.r, f: row.f, m: row.m, orders: row.orders, total: row.total })
    }
  })
  it('put every scored customer in exactly one named segment and every customer in one state', async () => {
    const scored = figures.r.filter((score) => score > 0).length
    expect(RFM_SEGMENTS.reduce((sum, { id }) => sum + (figures.segmentSummary(id).customers ?? 0), 0)).toBe(scored)
    const { lifecycle } = await describeValue(figures)
    expect(lifecycle.map(({ state }) => state)).toEqual([...LIFECYCLE_STATES])
    expect(lifecycle.reduce((sum, { customers }) => sum + customers, 0)).toBe(CUSTOMERS - 2)
  })
  it('leave out merged and erased customers', () => {
    expect(figures.customerIds).toHaveLength(CUSTOMERS - 2)
    expect([figures.indexOf(17), figures.indexOf(18), figures.indexOf(1), figures.indexOf(3000)]).toEqual([-1, -1, 0, CUSTOMERS - 3])
  })
  it('agree with SQL on who is active and what they bring', () => {
    const { window } = figures
    const active = test.workspace.read
      .prepare<[string, string], number>(
        "SELECT DISTINCT customer_id FROM orders WHERE customer_id IS NOT NULL AND status = 'completed' AND net_minor >= 0 AND order_date > ? AND order_date <= ? ORDER BY 1"
      )
      .pluck()
      .all(window?.from ?? '', window?.to ?? '')
    expect([...(figures.segmentMembers('s_active') ?? [])]).toEqual(active)
    expect(figures.segmentSummary('s_active')).toMatchObject({
      customers: active.length,
      revenueShare: 1,
      revenueMinor: figures.revenueWindowTotal
    })
    expect(figures.segmentSummary('s_ssc').customers).toBe(Math.ceil(active.length / 5))
  })
  it('are kept for the table by SQL too, bits in the order of the catalogue', () => {
    const rows = test.workspace.read
      .prepare<[], { customer_id: number; segment_bits: number; lifecycle: string }>(
        'SELECT customer_id, segment_bits, lifecycle FROM customer_metrics ORDER BY customer_id'
      )
      .all()
    expect(rows).toHaveLength(CUSTOMERS - 2)
    const order = figures.segmentSummaries().map(({ id }) => id)
    const bit = 2 ** order.indexOf('s_active')
    expect(rows.filter(({ segment_bits }) => Math.floor(segment_bits / bit) % 2 === 1).map(({ customer_id }) => customer_id)).toEqual([
      ...(figures.segmentMembers('s_active') ?? [])
    ])
  })
  it('come back from the file the same, without raising the revision', async () => {
    const revision = test.workspace.read.prepare('SELECT number FROM revision').pluck().get()
    const again = await ensureFigures(test.reopen(), resourcesDir)
    expect(test.workspace.read.prepare("SELECT count(*) FROM figure_cache WHERE key LIKE 'base-%/%'").pluck().get()).toBeGreaterThan(5)
    expect(again.segmentSummaries()).toEqual(figures.segmentSummaries())
    expect(again.profile).toEqual(figures.profile)
    expect(test.workspace.read.prepare('SELECT number FROM revision').pluck().get()).toBe(revision)
  })
  it('look one window back as if it were then', async () => {
    const current = await ensureFigures(test.workspace, resourcesDir)
    const before = await current.previous()
    expect(before.window).toEqual(current.previousWindow)
    expect(before.revenueWindowTotal).toBe(current.revenuePreviousTotal)
    expect(before.profile.isActive).toEqual(current.profile.wasActive)
    expect(await current.previous()).toBe(before)
  })
  it('are computed again when the data or the settings change, and only then', async () => {
    const before = await ensureFigures(test.workspace, resourcesDir)
    expect(await ensureFigures(test.workspace, resourcesDir)).toBe(before)
    await test.workspace.change(['plan'], () => undefined)
    expect(await ensureFigures(test.workspace, resourcesDir)).toBe(before)
    await test.workspace.change(['customers'], (db) =>
      db.prepare("INSERT INTO orders (customer_id, order_date, net_minor) VALUES (2, '2026-01-01', 100)").run()
    )
    const after = await ensureFigures(test.workspace, resourcesDir)
    expect(after.asOf).toBe('2026-01-01')
    await test.workspace.change(['workspace', 'value'], (db) =>
      db.prepare("INSERT INTO settings VALUES ('asOf', '\"2024-06-30\"') ON CONFLICT (key) DO UPDATE SET value = excluded.value").run()
    )
    expect((await ensureFigures(test.workspace, resourcesDir)).asOf).toBe('2024-06-30')
  })
})

describe('figures of next to nothing', () => {
  it('have no answer without orders, and say what to bring', async () => {
    const test = await openTestWorkspace((db) => {
      db.exec("INSERT INTO customers (id, name, created_at, updated_at) VALUES (1, 'Ana', '2026-01-01', '2026-01-01')")
    })
    const figures = await ensureFigures(test.workspace, resourcesDir)
    expect(figures).toMatchObject({ asOf: null, window: null })
    expect(figures.segmentSummary('s_all')).toMatchObject({ customers: 1, share: 1, revenueMinor: null, missing: null })
    expect(figures.segmentSummary('s_incomplete').customers).toBe(1)
    expect(figures.segmentSummary('s_active')).toMatchObject({ customers: null, missing: { code: 'needs-data', needs: ['orders'] } })
    expect(await describeValue(figures)).toMatchObject({
      asOf: null,
      ssc: null,
      lifecycleThresholds: null,
      concentration: { gini: null, top20Share: null },
      retention: { share: null }
    })
    test.close()
  })
  it('give no scores to fewer than ten buyers', async () => {
    const test = await openTestWorkspace((db) => {
      fillOrders(db, 9, simulateOrders({ customers: 9, orders: 40, seed: 2 }))
    })
    const figures = await ensureFigures(test.workspace, resourcesDir)
    expect(figures.segmentSummary('s_champions')).toMatchObject({ customers: null, missing: { code: 'too-few' } })
    expect(figures.segmentSummary('s_active').missing).toBeNull()
    test.close()
  })
  it('end with a word of ours when the workspace is closed meanwhile', async () => {
    const test = await openTestWorkspace((db) => {
      fillOrders(db, 50, simulateOrders({ customers: 50, orders: 400, seed: 3 }))
    })
    const figures = ensureFigures(test.workspace, resourcesDir)
    test.close()
    await expect(figures).rejects.toMatchObject({ code: 'no-workspace' })
  })
  it('know an empty workspace', async () => {
    const test = await openTestWorkspace(() => undefined)
    const figures = await ensureFigures(test.workspace, resourcesDir)
    expect(figures.segmentSummary('s_all')).toMatchObject({ customers: 0, share: null })
    expect((await describeValue(figures)).customers).toBe(0)
    // Each asks for what it speaks of, not for orders.
    const needsOf = (id: string): unknown => figures.segmentSummary(id).missing?.needs
    expect(['s_promoters', 's_detractors', 's_prospects', 's_active'].map(needsOf)).toEqual([
      ['surveys'],
      ['surveys'],
      ['customers', 'interactions'],
      ['orders']
    ])
    test.close()
  })
})
