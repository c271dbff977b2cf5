import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { ensureFigures, ensureStoredFigures } from '../../../src/main/data-host/figures/ensure-figures.ts'
import { describeValue } from '../../../src/main/data-host/figures/describe-value.ts'
import type { Figures } from '../../../src/main/data-host/figures/figures.ts'
import { findAliveProbability } from '../../../src/shared/analytics/lifetime/bg-nbd-predictions.ts'
import { DEFAULT_HORIZON, discountOrdersWhileAlive } from '../../../src/shared/analytics/lifetime/discounted-orders.ts'
import { expectSpend } from '../../../src/shared/analytics/lifetime/gamma-gamma.ts'
import { LIFECYCLE_STATES } from '../../../src/shared/contract/customers.ts'
import { fillOrders } from '../../support/fill-orders.ts'
import { openTestWorkspace, resourcesDir, type TestWorkspace } from '../../support/open-test-workspace.ts'
import { simulateOrders } from '../../support/simulate-orders.ts'

const CUSTOMERS = 3000
const CACHED = "SELECT content FROM figure_cache WHERE key LIKE 'lifetime-%'"

/** The best fifth of those `eligible`, by value alone. */
function bestFifth(eligible: number[], valueOf: (i: number) => number): Set<number> {
  return new Set(eligible.toSorted((a, b) => valueOf(b) - valueOf(a)).slice(0, Math.ceil(eligible.length / 5)))
}

describe('lifetime value of 3,000 simulated customers', () => {
  let test: TestWorkspace
  let figures: Figures
  beforeAll(async () => {
    test = await openTestWorkspace((db) => {
      fillOrders(db, CUSTOMERS, simulateOrders({ customers: CUSTOMERS, orders: 20_000, seed: 21 }))
      // Every order has a cost; the first 30 customers' orders cost more than they bring.
      db.exec(`UPDATE orders SET cost_minor = net_minor / 2; UPDATE orders SET cost_minor = net_minor + 100 WHERE customer_id <= 30;
        UPDATE customers SET needs_tags = CASE WHEN id % 3 = 0 THEN 'Rye; quick' WHEN id % 3 = 1 THEN 'quick,rye' END WHERE id % 3 < 2`)
    })
    figures = await ensureStoredFigures(test.workspace, resourcesDir)
  })
  afterAll(() => {
    test.close()
  })

  it('is what the formulas say of each customer', () => {
    const { profile, lifetime, asOfDay } = figures
    const parameters = lifetime.buying.fit!.parameters
    for (let i = 0; i < CUSTOMERS; i += 97) {
      const x = profile.orderDays[i]! - 1
      const history = { x, tx: (profile.lastDay[i]! - profile.firstDay[i]!) / 7, age: (asOfDay! - profile.firstDay[i]!) / 7 }
      const alive = findAliveProbability(parameters, history)
      const later = test.workspace.read
        .prepare(
          'SELECT sum(net_minor) FROM orders WHERE customer_id = ? AND order_date > (SELECT min(order_date) FROM orders WHERE customer_id = ?)'
        )
        .pluck()
        .get(i + 1, i + 1) as number | null
      const amount = expectSpend(lifetime.spend!, x, x > 0 ? (later ?? 0) / x : 0)
      const ratio = profile.orders[i]! >= 3 ? profile.margin[i]! / profile.revenue[i]! : figures.settings.grossMargin
      const expected = ratio * amount * alive * discountOrdersWhileAlive(parameters, x, history.age, DEFAULT_HORIZON)
      expect(lifetime.alive[i]).toBeCloseTo(alive, 12)
      expect(Math.abs(lifetime.value[i]! / expected - 1)).toBeLessThan(1e-8)
    }
  })
  it('puts nobody apart from the rule among the most valuable', () => {
    const { profile, lifetime } = figures
    const all = [...profile.orders.keys()]
    const actual = bestFifth(
      all.filter((i) => profile.isActive[i] === 1),
      (i) => profile.marginWindow[i]!
    )
    const predicted = bestFifth(all, (i) => lifetime.value[i]!)
    const expected = all.filter((i) => actual.has(i) && predicted.has(i)).map((i) => figures.customerIds[i])
    expect(expected.length).toBeGreaterThan(20)
    expect([...(figures.segmentMembers('s_mvc') ?? [])]).toEqual(expected)
  })
  it('finds the most growable among those with the same needs, whatever the spelling', () => {
    const { profile, unrealised } = figures
    const mvc = new Set(figures.segmentMembers('s_mvc'))
    const tagged = [...profile.orders.keys()].filter((i) => profile.isActive[i] === 1 && figures.customerIds[i]! % 3 < 2)
    const margins = tagged.map((i) => profile.marginWindow[i]!).toSorted((a, b) => a - b)
    const rank = 0.9 * (margins.length - 1)
    const low = margins[Math.floor(rank)]!
    const potential = low + (margins[Math.ceil(rank)]! - low) * (rank % 1)
    for (const i of tagged) expect(unrealised![i]).toBeCloseTo(Math.max(0, potential - profile.marginWindow[i]!), 6)
    const members = [...(figures.segmentMembers('s_mgc') ?? [])]
    expect(members.length).toBeGreaterThan(5)
    expect(members.length).toBeLessThanOrEqual(Math.ceil(tagged.length / 5))
    const least = Math.min(...members.map((id) => unrealised![id - 1]!))
    for (const id of members) expect([mvc.has(id), tagged.includes(id - 1)]).toEqual([false, true])
    // Nobody left out has more to gain.
    for (const i of tagged) if (unrealised![i]! > least) expect(members.includes(i + 1) || mvc.has(i + 1)).toBe(true)
  })
  it('finds below zero only those who cost more than they bring', () => {
    const { profile, lifetime } = figures
    const members = [...(figures.segmentMembers('s_bz') ?? [])]
    const expected = [...figures.customerIds].filter((id, i) => id <= 30 && profile.ordersWindow[i]! > 0 && !(lifetime.value[i]! > 0))
    expect(members).toEqual(expected)
    expect(members.length).toBeGreaterThan(0)
  })
  it('calls at risk whom the model has given up, among repeat buyers only', () => {
    const { profile, lifetime, lifecycle } = figures
    const states = [...lifecycle].map((code) => LIFECYCLE_STATES[code])
    const isQuiet = (i: number): boolean => profile.orderDays[i]! > 1 && lifetime.alive[i]! < 0.5
    expect(states.filter((state, i) => state === 'active' && isQuiet(i))).toEqual([])
    expect(states.filter((state, i) => state === 'at_risk' && isQuiet(i)).length).toBeGreaterThan(0)
    // Without a repeat purchase only silence counts.
    const silence = (i: number): number => figures.asOfDay! - profile.lastDay[i]!
    const once = [...states.keys()].filter((i) => states[i] === 'at_risk' && profile.orderDays[i] === 1)
    for (const i of once) expect(silence(i)).toBeGreaterThan(figures.lifecycleThresholds!.riskDays)
  })
  it('is kept in the table by SQL, and the model in the file', async () => {
    const rows = test.workspace.read
      .prepare<[], { customer_id: number; p_alive: number | null; clv_minor: number | null }>(
        'SELECT customer_id, p_alive, clv_minor FROM customer_metrics ORDER BY customer_id'
      )
      .all()
    expect(rows.map(({ clv_minor }) => clv_minor)).toEqual(Array.from(figures.lifetime.value, (value) => Math.round(value) + 0))
    expect(rows.map(({ p_alive }) => p_alive)).toEqual([...figures.lifetime.alive])
    const kept = test.workspace.read.prepare(CACHED).pluck().all() as Buffer[]
    expect(kept.map((content) => JSON.parse(content.toString('utf8')) as unknown)).toEqual([
      { buying: figures.lifetime.buying, spend: figures.lifetime.spend }
    ])
    // A mark in the kept model shows that the next opening reads it instead of fitting again.
    const marked = { ...figures.lifetime.buying.fit, customers: -1 }
    test.workspace.write
      .prepare("UPDATE figure_cache SET content = ? WHERE key LIKE 'lifetime-%'")
      .run(Buffer.from(JSON.stringify({ buying: { fit: marked, fault: null }, spend: figures.lifetime.spend })))
    const again = await ensureFigures(test.reopen(), resourcesDir)
    expect(again.lifetime.buying.fit?.customers).toBe(-1)
    expect(again.lifetime.value).toEqual(figures.lifetime.value)
  })
  it('sums up for the value screen', async () => {
    const { lifetime } = await describeValue(figures)
    expect(lifetime).toMatchObject({
      available: true,
      reason: null,
      customers: CUSTOMERS,
      spend: 'gamma-gamma',
      horizonMonths: 36,
      yearlyDiscount: 0.15
    })
    expect(lifetime.totalMinor).toBe(Math.round(figures.lifetime.value.reduce((sum, value) => sum + value, 0)))
  })
})

describe('lifetime value that cannot be known', () => {
  let test: TestWorkspace | null = null
  afterEach(() => {
    vi.restoreAllMocks()
    test?.close()
    test = null
  })

  it('says why, in both languages', async () => {
    test = await openTestWorkspace((db) => {
      fillOrders(db, 60, simulateOrders({ customers: 60, orders: 400, seed: 2 }))
    })
    const figures = await ensureFigures(test.workspace, resourcesDir)
    expect(figures.segmentSummary('s_mvc')).toMatchObject({
      customers: null,
      missing: { code: 'too-few', hint: { en: expect.stringContaining('100') as string } }
    })
    expect(figures.segmentSummary('s_mgc')).toMatchObject({ customers: null, missing: { code: 'needs-data', needs: ['customers'] } })
    expect(figures.segmentSummary('s_bz')).toMatchObject({ customers: null, missing: { code: 'needs-data', needs: ['orders'] } })
    const { lifetime } = await describeValue(figures)
    expect(lifetime).toMatchObject({ available: false, totalMinor: null, reason: { es: expect.stringContaining('100') as string } })
    expect(figures.lifetime.value.every(Number.isNaN)).toBe(true)
  })
  it('still finds who costs more than they bring, by any cost to serve', async () => {
    test = await openTestWorkspace((db) => {
      const customer = db.prepare("INSERT INTO customers (id, name, created_at, updated_at) VALUES (?, ?, '2020', '2020')")
      const order = db.prepare("INSERT INTO orders (customer_id, order_date, net_minor) VALUES (?, '2025-12-01', 1000)")
      for (let id = 1; id <= 6; id++) customer.run(id, `C${id}`)
      for (let id = 1; id <= 5; id++) order.run(id)
      // Margin 300 each: 1 costs 301, 2 exactly 300, 3 only before the window, 4 in two kinds, 6 never bought.
      db.exec(`INSERT INTO interactions (customer_id, at, direction, kind, cost_minor) VALUES (1, '2025-11-01', 'in', 'support', 301), (2, '2025-11-01', 'in', 'support', 300),
          (3, '2024-11-30', 'in', 'support', 9999), (4, '2025-11-01', 'out', 'visit', 200), (6, '2025-11-01', 'out', 'visit', 500);
        INSERT INTO complaints (customer_id, opened_at, compensation_minor) VALUES (4, '2025-11-02', 101)`)
    })
    const figures = await ensureFigures(test.workspace, resourcesDir)
    expect([...(figures.segmentMembers('s_bz') ?? [])]).toEqual([1, 4])
  })
  it('does not end the figures when nothing can be kept, and says so without quoting data', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    test = await openTestWorkspace((db) => {
      fillOrders(db, 200, simulateOrders({ customers: 200, orders: 2000, seed: 4 }))
      db.exec("CREATE TRIGGER full BEFORE INSERT ON customer_metrics BEGIN SELECT RAISE(ABORT, 'Cliente 7'); END")
    })
    const figures = await ensureStoredFigures(test.workspace, resourcesDir)
    expect(figures.segmentSummary('s_active').missing).toBeNull()
    expect(told.mock.calls).toEqual([['cauce: the customer figures could not be kept in the file (SQLITE_CONSTRAINT_TRIGGER)']])
    // Whatever was relaxed for writing is strict again.
    expect(test.workspace.write.pragma('synchronous', { simple: true })).toBe(2)
    expect(test.workspace.write.pragma('wal_autocheckpoint', { simple: true })).toBe(4000)
  })
})
