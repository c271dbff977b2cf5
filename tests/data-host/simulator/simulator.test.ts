import type Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { FigureEntry } from '../../../src/shared/contract/explanations.ts'
import { codeOf } from '../../support/local-host.ts'
import { addCustomer, addOrder, openTinyHost, type TinyHost } from '../evidence/tiny-workspace.ts'

let host: TinyHost
afterEach(() => {
  host.close()
})

/**
 * As-of date 2026-10-31; W begins on 2025-11-01. Customers 1 to 40 bought in the window before, 1 to 30 of them for 100 euros in
 * W too; 41 to 50 are new, for 50 euros.
 */
function fillYears(db: Database.Database): void {
  for (let id = 1; id <= 50; id++) addCustomer(db, { id })
  for (let id = 1; id <= 40; id++) addOrder(db, id, '2025-03-01', 10)
  for (let id = 1; id <= 30; id++) addOrder(db, id, '2026-10-31', 100)
  for (let id = 41; id <= 50; id++) addOrder(db, id, '2026-05-01', 50)
}
function addCampaign(db: Database.Database, id: number, goal: string, euros: number | null): void {
  db.prepare(`INSERT INTO campaigns (id, name, goal, start_date, actual_cost_minor) VALUES (?, 'x', ?, '2026-01-01', ?)`).run(
    id,
    goal,
    euros === null ? null : euros * 100
  )
}

describe('what the data says for the simulator', () => {
  it('is retention, margin, customers and the spends of the window', async () => {
    host = await openTinyHost((db) => {
      fillYears(db)
      addCampaign(db, 1, 'acquisition', 200)
      addCampaign(db, 2, 'onboarding', 30)
      addCampaign(db, 3, 'retention', 60)
      addCampaign(db, 4, 'development', 30)
      addCampaign(db, 5, 'winback', 7)
    })
    const told = await host.client.simulator.getDefaults()
    // Margin: 30 % of 3,500 euros over 40 active customers.
    expect(told.fromData).toEqual({
      retention: 30 / 40,
      margin: 2625,
      customers: 40,
      newCustomers: 10,
      keptCustomers: 30,
      winSpend: 20_000,
      welcomeSpend: 3000,
      keepSpend: 9000
    })
    expect(told).toMatchObject({ missing: {}, retentionBase: 40, isMarginAssumed: true, grossMargin: 0.3, winbackMinor: 700 })
  })

  it('agrees with the KPIs of the same names', async () => {
    host = await openTinyHost((db) => {
      fillYears(db)
      addCampaign(db, 1, 'acquisition', 200)
      addCampaign(db, 2, 'retention', 60)
    })
    const { fromData } = await host.client.simulator.getDefaults()
    const value = async (id: string): Promise<number | null> => (await host.client.models.getMetric({ id })).value
    expect((fromData.winSpend ?? 0) / (fromData.newCustomers ?? 0)).toBe(await value('k_cac'))
    expect((fromData.keepSpend ?? 0) / (fromData.keptCustomers ?? 0)).toBe(await value('k_crc'))
    expect(100 * (fromData.retention ?? 0)).toBe(await value('k_retention'))
    expect(fromData.margin).toBe(await value('k_customer_margin'))
  })

  it('brings a window that is no year to a year', async () => {
    host = await openTinyHost(fillYears)
    await host.client.workspace.updateSettings({ windowDays: 730 })
    const { fromData, missing } = await host.client.simulator.getDefaults()
    // All 50 bought within two years, for 3,900 euros in all; nobody before.
    expect(fromData.margin).toBe(Math.round((Math.round((0.3 * 390_000) / 50) * 365) / 730))
    expect(missing.retention).toBe('few')
  })

  it('is silent where there is too little, and says why', async () => {
    host = await openTinyHost((db) => {
      for (let id = 1; id <= 3; id++) addCustomer(db, { id })
      addOrder(db, 1, '2026-10-31', 10)
      addCampaign(db, 1, 'acquisition', null)
    })
    const { fromData, missing } = await host.client.simulator.getDefaults()
    expect(fromData).toEqual({ customers: 1, newCustomers: 1 })
    expect(missing).toEqual({
      retention: 'few',
      margin: 'few',
      keptCustomers: 'orders',
      winSpend: 'campaigns',
      welcomeSpend: 'campaigns',
      keepSpend: 'campaigns'
    })
  })

  it('is nothing without orders', async () => {
    host = await openTinyHost(() => undefined)
    const { fromData, missing, window } = await host.client.simulator.getDefaults()
    expect([fromData, window]).toEqual([{}, null])
    expect(missing.margin).toBe('orders')
  })
})

describe('scenarios', () => {
  it('are saved, changed, deleted, and every one of that can be undone', async () => {
    host = await openTinyHost(() => undefined)
    const { simulator, workspace } = host.client
    const names = async (): Promise<string[]> => (await simulator.listScenarios()).map(({ name }) => name)
    const bold = await simulator.saveScenario({ name: 'Atrevido', typed: { retention: 0.8, amount: 500_000 } })
    const careful = await simulator.saveScenario({ name: ' Prudente ', typed: {} })
    expect(await simulator.listScenarios()).toEqual([bold, careful])
    expect(careful.name).toBe('Prudente')
    await simulator.saveScenario({ ...bold, typed: { retention: 0.6 } })
    await simulator.deleteScenario({ id: careful.id })
    expect(await names()).toEqual(['Atrevido'])
    expect(await workspace.undo()).toMatchObject({ kind: 'scenario-deleted', details: { name: 'Prudente' } })
    expect(await names()).toEqual(['Atrevido', 'Prudente'])
    await workspace.undo()
    expect((await simulator.listScenarios())[0]).toEqual(bold)
    await workspace.redo()
    expect((await simulator.listScenarios())[0]?.typed).toEqual({ retention: 0.6 })
  })

  it('leave the settings and the figures as they are', async () => {
    host = await openTinyHost(fillYears)
    const before = await host.client.workspace.getState()
    const told = await host.client.simulator.getDefaults()
    await host.client.simulator.saveScenario({ name: 'A', typed: { margin: 1 } })
    expect((await host.client.workspace.getState())?.settings).toEqual(before?.settings)
    expect(await host.client.simulator.getDefaults()).toEqual(told)
  })

  it('refuse values out of range, names of nothing and ids that are not there', async () => {
    host = await openTinyHost(() => undefined)
    const { simulator } = host.client
    expect(await codeOf(() => simulator.saveScenario({ name: 'x', typed: { retention: 2 } }))).toBe('BAD_REQUEST')
    expect(await codeOf(() => simulator.saveScenario({ name: '  ', typed: {} }))).toBe('BAD_REQUEST')
    expect(await codeOf(() => simulator.saveScenario({ id: 9, name: 'x', typed: {} }))).toBe('not-found')
    expect(await codeOf(() => simulator.deleteScenario({ id: 9 }))).toBe('not-found')
    expect(await simulator.listScenarios()).toEqual([])
  })

  it('that cannot be read are left out', async () => {
    host = await openTinyHost((db) => {
      const put = db.prepare('INSERT INTO settings (key, value) VALUES (?, ?)')
      put.run('simulator.1', '{"name":"A","typed":{"retention":7}}')
      put.run('simulator.x', '{"name":"A","typed":{}}')
      put.run('simulator.2', '{"name":"B","typed":{"horizon":24}}')
    })
    expect(await host.client.simulator.listScenarios()).toEqual([{ id: 2, name: 'B', typed: { horizon: 24 } }])
  })
})

describe('what is said of figures', () => {
  it('is there in both languages, once for each, with a source or the word that it is ours', async () => {
    host = await openTinyHost(() => undefined)
    const figures = await host.client.explanations.listFigures()
    expect(figures.length).toBeGreaterThan(20)
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length)
    for (const entry of figures) {
      FigureEntry.parse(entry)
      expect(entry.definition.en).not.toBe(entry.definition.es)
      // What somebody else is quoted for is named.
      if (entry.mark === 'V' || entry.mark === 'L') expect(entry.source, entry.id).toBeDefined()
      else expect(entry.source, entry.id).toBeUndefined()
    }
  })
})
