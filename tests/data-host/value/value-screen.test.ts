import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkspaceFile } from '../../../src/main/data-host/database/workspace-file.ts'
import { CURRENT_TIERS } from '../../../src/shared/analytics/current-tiers.ts'
import type { ValueGroup } from '../../../src/shared/contract/value-groups.ts'
import { QUADRANTS } from '../../../src/shared/contract/value-groups.ts'
import { fillOrders } from '../../support/fill-orders.ts'
import { codeOf, startTestHost, type TestHost } from '../../support/local-host.ts'
import { simulateOrders } from '../../support/simulate-orders.ts'

const CUSTOMERS = 2000

describe('the value screen of 2,000 simulated customers', { timeout: 60_000 }, () => {
  let host: TestHost
  const value = (): TestHost['client']['value'] => host.client.value
  const countOf = async (group: ValueGroup): Promise<number> =>
    (await host.client.customers.listCustomers({ limit: 1, filter: { value: group } })).total
  beforeAll(async () => {
    host = startTestHost()
    const { path, token } = host.file('w.cauce')
    createWorkspaceFile(path, { title: 'La Espiga' }, { now: host.context.now })
    await host.client.workspace.openWorkspace({ fileToken: token })
    await host.context.workspace().change(['customers'], (db) => {
      fillOrders(db, CUSTOMERS, simulateOrders({ customers: CUSTOMERS, orders: 14_000, seed: 31 }))
      db.exec("UPDATE orders SET cost_minor = net_minor * 3 / 5, channel = CASE WHEN customer_id % 3 = 0 THEN 'web' ELSE 'shop' END")
      db.exec('UPDATE orders SET cost_minor = net_minor + 500 WHERE customer_id % 50 = 0')
    })
  })
  afterAll(() => host.end())

  it('puts every buyer in exactly one cohort, whatever a cohort is', async () => {
    for (const by of ['week', 'month', 'quarter', 'year', 'channel'] as const) {
      const table = await value().getCohorts({ by })
      const listed = table.rows.reduce((sum, { size }) => sum + size, 0)
      if (by === 'week') expect(table.olderCohorts).toBeGreaterThan(0)
      else expect([by, listed]).toEqual([by, CUSTOMERS])
    }
  })
  it('lists the customers behind a cohort and its cells', async () => {
    for (const grid of ['calendar', 'anniversary', 'rolling'] as const) {
      const { rows } = await value().getCohorts({ by: 'quarter', grid })
      const row = rows.find(({ customers }) => (customers[2] ?? 0) > 0)!
      const options = { by: 'quarter', grid } as const
      expect(await countOf({ by: 'cohort', options, cohort: row.id })).toBe(row.size)
      expect(await countOf({ by: 'cohort', options, cohort: row.id, column: 2 })).toBe(row.customers[2])
    }
    const { rows } = await value().getCohorts({ by: 'channel' })
    const web = rows.find(({ id }) => id === 'web')!
    expect(await countOf({ by: 'cohort', options: { by: 'channel', grid: 'calendar' }, cohort: 'web', column: 1 })).toBe(web.customers[1])
  })
  it('leaves out periods that have not ended, and pays back where a cost is given', async () => {
    await host.client.workspace.updateSettings({ asOf: '2025-12-15' })
    const table = await value().getCohorts({ acquisitionCostMinor: 0 })
    expect(table.rows.at(-1)).toMatchObject({ id: '2025-12-01', paybackColumn: null })
    expect(table.rows.at(-1)?.customers[0]).toBeNull()
    expect(table.rows.at(-2)?.retention[0]).toBe(1)
    expect(table.average.paybackColumn).toBe(0)
    await host.client.workspace.updateSettings({ asOf: null })
  })
  it('counts kept, new and returned buyers of each period', async () => {
    const { points } = await value().getRetention({ period: 'quarter' })
    expect(points.length).toBeGreaterThan(12)
    for (const [k, point] of points.entries()) {
      expect(point.kept).toBeLessThanOrEqual(point.before)
      if (k > 0) expect(point.before).toBe(points[k - 1]?.active)
    }
    const window = await value().getRetention({ period: 'window' })
    const { retention } = await value().getValue()
    expect(window.points.at(-1)).toMatchObject({
      kept: retention.kept,
      before: retention.before,
      share: retention.share,
      yearlyShare: null
    })
  })
  it('says who moved where; rows and columns add up, and the customers are those listed', async () => {
    for (const states of ['lifecycle', 'rfm', 'value'] as const) {
      const movement = await value().getMovement({ states })
      const sums = { from: new Map<string, number>(), to: new Map<string, number>() }
      for (const { from, to, customers } of movement.flows) {
        sums.from.set(from, (sums.from.get(from) ?? 0) + customers)
        sums.to.set(to, (sums.to.get(to) ?? 0) + customers)
      }
      movement.states.forEach((id, k) => {
        expect(sums.from.get(id) ?? 0).toBe(movement.fromCustomers[k])
        expect(sums.to.get(id) ?? 0).toBe(movement.toCustomers[k])
      })
      expect(movement.toCustomers.reduce((sum, count) => sum + count, 0)).toBe(CUSTOMERS)
      const flow = movement.flows.find(({ from, to }) => from !== to)!
      const group = { by: 'movement', options: { states, from: null, to: null }, fromState: flow.from, toState: flow.to } as const
      expect(await countOf(group)).toBe(flow.customers)
    }
    const tiers = await value().getMovement({ states: 'value' })
    expect(tiers.states).toEqual([...CURRENT_TIERS])
    expect(tiers.topLost).toBeGreaterThan(0)
    expect(await codeOf(() => value().getMovement({ from: '2025-12-31', to: '2025-01-01' }))).toBe('invalid-value')
    const elsewhere = await value().getMovement({ from: '2024-03-31', to: '2024-09-30' })
    expect([elsewhere.from, elsewhere.to]).toEqual(['2024-03-31', '2024-09-30'])
  })
  it('cuts the matrix into four parts; with the best fifths the first is the segment MVC', async () => {
    for (const cut of ['top20', 'median'] as const) {
      const matrix = await value().getValueMatrix({ cut })
      expect(matrix.quadrants.map(({ id }) => id)).toEqual([...QUADRANTS])
      expect(matrix.quadrants.reduce((sum, { customers }) => sum + customers, 0)).toBe(CUSTOMERS)
      expect(matrix.binned).toBe(true)
      expect(matrix.points.reduce((sum, { customers }) => sum + customers, 0)).toBe(CUSTOMERS)
      for (const { id, customers } of matrix.quadrants) expect(await countOf({ by: 'quadrant', quadrant: id, cut })).toBe(customers)
    }
    const { quadrants } = await value().getValueMatrix({ cut: 'top20' })
    expect(quadrants[0]?.customers).toBe((await host.client.customers.listCustomers({ filter: { segmentId: 's_mvc' } })).total)
    expect(quadrants.find(({ id }) => id === 'below_zero')?.customers).toBeGreaterThan(0)
  })
  it('pages the lifetime table in the order asked for', async () => {
    for (const by of ['x', 'tx', 'age', 'alive', 'expectedOrders', 'expectedSpend', 'clv', 'margin'] as const) {
      const column = { x: 'x', tx: 'txWeeks', age: 'ageWeeks', alive: 'alive', expectedOrders: 'expectedOrders' } as const
      const page = await value().listLifetimes({ limit: 50, offset: 10, sort: { by, descending: true } })
      expect(page).toMatchObject({ available: true, reason: null, total: CUSTOMERS })
      const key = { ...column, expectedSpend: 'expectedSpendMinor', clv: 'clvMinor', margin: 'marginMinor' } as const
      const values = page.rows.map((row) => row[key[by]] ?? Number.NaN)
      expect(values).toEqual(values.toSorted((a, b) => b - a))
    }
    const { rows } = await value().listLifetimes({ sort: { by: 'x', descending: false }, limit: 20 })
    expect(rows.every(({ x, alive }) => x === 0 && alive === 1)).toBe(true)
    // The other model does not take it for certain that somebody who bought once is still there.
    expect(rows.every(({ aliveCautious }) => aliveCautious !== null && aliveCautious < 1)).toBe(true)
    expect((await value().listLifetimes({ search: 'c1999' })).rows).toMatchObject([{ externalId: 'C1999' }])
  })
  it('puts ranges beside the sums, and finds them again at once', async () => {
    const equity = await value().getEquity({ horizonWeeks: 26 })
    expect(equity).toMatchObject({ available: true, fallback: null, rangeReason: null })
    expect(equity.resamples).toBeGreaterThan(190)
    expect(equity.lowMinor).toBeLessThan(equity.totalMinor!)
    expect(equity.highMinor).toBeGreaterThan(equity.totalMinor!)
    expect(equity.lowOrders).toBeLessThan(equity.expectedOrders!)
    expect(equity.highOrders).toBeGreaterThan(equity.expectedOrders!)
    expect(await value().getEquity({ horizonWeeks: 26 })).toEqual(equity)
  })
  it('hides the last weeks and says how well they were predicted', async () => {
    const test = await value().getBackTest({ weeks: 26 })
    expect(test).toMatchObject({ available: true, weeks: 26, usable: true })
    expect(Math.abs(test.model?.totalError ?? 1)).toBeLessThan(0.3)
    expect(test.nothing).toMatchObject({ orders: 0, totalError: -1 })
    expect(test.byRepeats.reduce((sum, { customers }) => sum + customers, 0)).toBe(test.customers)
    expect(test.histogram.reduce((sum, { actual }) => sum + actual, 0)).toBe(test.customers)
    expect(test.histogram.reduce((sum, { predicted }) => sum + predicted, 0)).toBeCloseTo(test.customers, 6)
    expect(test.tracking.at(-1)?.predicted).toBeGreaterThan(0)
    expect(await value().getBackTest({ calibratedUntil: '2025-12-31' })).toMatchObject({ available: false, usable: false })
    expect((await value().getBackTest({ calibratedUntil: '2000-01-01' })).reason?.en).toMatch(/at least 100 customers/)
  })
  it('names why somebody is strategic, and takes flags back', async () => {
    const before = await value().listStrategic({ limit: 1000 })
    expect(before.rows.every(({ reasons }) => reasons.join() === 'top_value')).toBe(true)
    // Equal ones share a place.
    for (const { rank, currentMinor } of before.rows)
      expect(rank).toBe(1 + before.rows.filter((other) => other.currentMinor > currentMinor).length)
    const top = before.rows[0]!.customerId
    await value().setCustomerFlag({ customerId: 7, kind: 'door_opener', reason: 'conoce a todos' })
    await value().setCustomerFlag({ customerId: top, kind: 'exclude', reason: '' })
    const after = await value().listStrategic({ limit: 1000, reason: 'door_opener' })
    expect(after.rows).toMatchObject([{ customerId: 7, flags: [{ kind: 'door_opener', reason: 'conoce a todos' }] }])
    expect(await countOf({ by: 'strategic', reason: 'door_opener' })).toBe(1)
    expect((await value().listStrategic({ excluded: true })).rows).toMatchObject([{ customerId: top, reasons: ['top_value'] }])
    expect((await host.client.workspace.undo()).kind).toBe('flag-set')
    await host.client.workspace.undo()
    expect(await value().listStrategic({ limit: 1000 })).toEqual(before)
    await host.client.workspace.redo()
    await value().removeCustomerFlag({ customerId: 7, kind: 'door_opener' })
    expect(await value().listStrategic({ limit: 1000 })).toEqual(before)
    expect(await codeOf(() => value().setCustomerFlag({ customerId: 999_999, kind: 'benchmark' }))).toBe('not-found')
  })
  it('scores as it is told, and back', async () => {
    const before = await value().getValue()
    const options = await value().getRfmOptions()
    await value().setRfmOptions({ ...options, bins: 3, scheme: 'b', monetary: 'mean', lookBack: 'window', frequency: 'orders' })
    const after = await value().getValue()
    expect([after.rfm.f[1], after.rfm.f[3]]).toEqual([0, 0])
    expect(after.rfm.segments.map(({ id }) => id)).toContain('others')
    expect(after.rfm.segments.reduce((sum, { customers }) => sum + customers, 0)).toBe(after.rfm.scored)
    expect(after.rfm.scored).toBeLessThan(before.rfm.scored)
    const edges = { r: [1, 2, 3, 3], f: [2, 3, 4, 5], m: [1, 2, 3, 4] }
    expect(await codeOf(() => value().setRfmOptions({ ...options, edges }))).toBe('invalid-value')
    await host.client.workspace.undo()
    expect(await value().getValue()).toEqual(before)
  })
  it('projects contracts, and says why not', async () => {
    const high = await value().projectRetention({ survivors: [1000, 869, 743, 653, 593, 551, 517, 491] })
    expect(high.alpha).toBeCloseTo(0.668, 3)
    expect(high.survival[7]).toBeCloseTo(0.491, 2)
    expect((await value().projectRetention({ survivors: [100, 100, 100] })).reason?.es).toMatch(/Nadie se ha ido/)
  })
})

describe('the value screen of too few customers', () => {
  it('says why there is no model and what stands in', async () => {
    const host = startTestHost()
    const { path, token } = host.file('w.cauce')
    createWorkspaceFile(path, { title: 'La Espiga' }, { now: host.context.now })
    await host.client.workspace.openWorkspace({ fileToken: token })
    const { value } = host.client
    const empty = await Promise.all([
      value.getCohorts(),
      value.getRetention(),
      value.getMovement(),
      value.getValueMatrix(),
      value.listLifetimes(),
      value.getEquity(),
      value.getBackTest(),
      value.listStrategic(),
      value.getOpinions()
    ])
    expect(empty[5]).toMatchObject({ available: false, fallback: { kind: 'history', totalMinor: 0 } })
    expect(empty[6].reason?.es).toMatch(/semana entera/)
    await host.context.workspace().change(['customers'], (db) => {
      fillOrders(db, 90, simulateOrders({ customers: 90, orders: 1350, seed: 3 }))
    })
    const equity = await value.getEquity()
    expect(equity).toMatchObject({ available: false, totalMinor: null, fallback: { kind: 'retention' } })
    expect(equity.reason?.en).toMatch(/at least 100 customers/)
    expect(equity.fallback?.totalMinor).toBe(equity.fallback?.tiers.reduce((sum, { valueMinor }) => sum + (valueMinor ?? 0), 0))
    expect((await value.listLifetimes()).rows[0]).toMatchObject({ alive: null, clvMinor: null })
    expect(await value.getValueMatrix()).toMatchObject({ available: false, points: [] })
    await host.end()
  })
  it('builds nothing on the return of a handful', async () => {
    const host = startTestHost()
    const { path, token } = host.file('few.cauce')
    createWorkspaceFile(path, { title: 'Few' }, { now: host.context.now })
    await host.client.workspace.openWorkspace({ fileToken: token })
    await host.context.workspace().change(['customers'], (db) => {
      fillOrders(db, 12, simulateOrders({ customers: 12, orders: 180, seed: 3 }))
    })
    const { fallback } = await host.client.value.getEquity()
    expect(fallback).toMatchObject({ kind: 'history', tiers: [] })
    expect(fallback?.totalMinor).toBeGreaterThan(0)
    await host.end()
  })
})
