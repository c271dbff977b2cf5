import type Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureFigures } from '../../../src/main/data-host/figures/ensure-figures.ts'
import { buildSearchKey } from '../../../src/shared/domain/search-key.ts'
import { codeOf, startTestHost, type TestHost } from '../../support/local-host.ts'
import { resourcesDir } from '../../support/open-test-workspace.ts'

const STAMP = '2020-01-01T00:00:00.000Z'
const LATER = '2022-05-05T00:00:00.000Z'

/** 10, 11 and 12 are Begoña; 20 and 21 a bakery; 30 and 31 brother and sister. */
function fillShop(db: Database.Database): void {
  const insert = db.prepare(
    `INSERT INTO customers (id, external_id, name, email, phone, city, tax_id, acquisition_date, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  )
  insert.run(10, 'C-10', 'Begoña Núñez Gil', 'bego@correo.example', '600111222', 'Soria', null, '2021-02-02', STAMP, LATER)
  insert.run(11, 'C-11', 'NUÑEZ GIL, Begoña', 'bego@correo.example', null, 'León', '12345678Z', '2019-01-01', STAMP, STAMP)
  insert.run(12, null, 'Begona Nunez', 'bego@correo.example', '600111222', null, null, null, STAMP, '2023-01-01T00:00:00.000Z')
  insert.run(20, null, 'Panadería Sol, S.L.', null, null, null, 'B-12345678', null, STAMP, STAMP)
  insert.run(21, null, 'PANADERIA SOL', null, null, null, 'b12345678', null, STAMP, STAMP)
  insert.run(30, null, 'Andrés Gil Peña', null, '975222333', 'Soria', null, null, STAMP, STAMP)
  insert.run(31, null, 'Lucía Gil Peña', null, '975222333', 'Soria', null, null, STAMP, STAMP)
  for (const row of db.prepare('SELECT id, name, email, city, external_id AS externalId FROM customers').all() as (Parameters<
    typeof buildSearchKey
  >[0] & { id: number })[])
    db.prepare('UPDATE customers SET search_key = ? WHERE id = ?').run(buildSearchKey(row), row.id)
  db.exec(`
    INSERT INTO orders (id, customer_id, order_date, net_minor) VALUES (1, 10, '2026-01-01', 1000), (2, 11, '2026-02-01', 2000), (3, 12, '2026-03-01', 4000), (4, 30, '2026-03-01', 500);
    INSERT INTO interactions (id, customer_id, at, direction, kind) VALUES (1, 11, '2026-01-05', 'in', 'enquiry');
    INSERT INTO complaints (id, customer_id, order_id, opened_at) VALUES (1, 11, 2, '2026-02-03');
    INSERT INTO surveys (id, customer_id, at, kind, score) VALUES (1, 12, '2026-03-04', 'nps', 9);
    INSERT INTO consents (id, customer_id, purpose, channel, status, at) VALUES
      (1, 10, 'marketing', 'email', 'granted', '2025-06-01'), (2, 11, 'marketing', 'email', 'withdrawn', '2025-01-01'), (3, 11, 'marketing', 'sms', 'granted', '2025-01-01');
    INSERT INTO campaigns (id, name, goal) VALUES (1, 'Primavera', 'retention'), (2, 'Verano', 'retention');
    INSERT INTO campaign_members (campaign_id, customer_id) VALUES (1, 10), (1, 11), (2, 11);
    INSERT INTO segments (id, name_en, name_es) VALUES ('u_1', 'List', 'Lista');
    INSERT INTO segment_members (segment_id, customer_id, as_of) VALUES ('u_1', 11, ''), ('u_1', 30, '');
    INSERT INTO customer_flags (customer_id, kind, at) VALUES (11, 'benchmark', '2025-01-01');`)
}

const TABLES = [
  'customers',
  'orders',
  'interactions',
  'complaints',
  'surveys',
  'consents',
  'campaign_members',
  'segment_members',
  'customer_flags'
]

describe('merging duplicates', () => {
  let host: TestHost
  beforeEach(async () => {
    host = startTestHost()
    await host.client.workspace.createWorkspace({ fileToken: host.file('tienda.cauce').token })
    await host.context.workspace().change(['customers'], fillShop)
  })
  afterEach(() => host.end())

  const db = (): Database.Database => host.context.workspace().read
  /** Everything a person would miss, row by row. */
  const snapshot = (): unknown => TABLES.map((table) => [table, db().prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()])
  const ownersOf = (table: string): unknown => db().prepare(`SELECT customer_id FROM ${table} ORDER BY id`).pluck().all()
  const customer = (id: number): Record<string, unknown> =>
    db().prepare<[number], Record<string, unknown>>('SELECT * FROM customers WHERE id = ?').get(id) ?? {}

  it('lists what is one with its reasons, the surest first, and what a merge would do', async () => {
    const { total, clusters } = await host.client.duplicates.listClusters({ view: 'duplicate' })
    expect(total).toBe(2)
    expect(clusters.map(({ customers }) => customers.map(({ id }) => id)).sort()).toEqual([
      [10, 11, 12],
      [20, 21]
    ])
    const bakery = clusters.find(({ key }) => key === '20-21')
    expect(bakery?.pairs[0]?.reasons).toContainEqual(expect.objectContaining({ field: 'taxId', agreement: 'same' }))
    const plan = await host.client.duplicates.planMerge({ customerIds: [12, 10, 11] })
    expect(plan.keepId).toBe(10)
    expect(plan.fields.find(({ field }) => field === 'name')).toMatchObject({ fromId: 12 })
    expect(plan.fields.find(({ field }) => field === 'city')).toEqual({ field: 'city', values: ['Soria', 'León', null], fromId: 10 })
    expect(plan.fields.find(({ field }) => field === 'external_id')).toMatchObject({ fromId: 10 })
    expect(plan.fields.find(({ field }) => field === 'acquisition_date')).toMatchObject({ fromId: 11 })
    expect(plan.moved).toMatchObject({ orders: 2, interactions: 1, complaints: 1, surveys: 1, consents: 2, campaigns: 2 })
    expect(plan.restricted).toEqual([{ purpose: 'marketing', channel: 'email', status: 'withdrawn' }])
  })

  it('keeps the oldest with both timelines, the chosen fields and the most restrictive consent', async () => {
    const { keptId } = await host.client.duplicates.mergeCustomers({
      customerIds: [10, 11, 12],
      choices: [{ field: 'name', fromId: 10 }]
    })
    expect(keptId).toBe(10)
    expect(customer(10)).toMatchObject({
      name: 'Begoña Núñez Gil',
      tax_id: '12345678Z',
      city: 'Soria',
      external_id: 'C-10',
      acquisition_date: '2019-01-01'
    })
    expect([customer(11)['merged_into_id'], customer(12)['merged_into_id']]).toEqual([10, 10])
    expect(ownersOf('orders')).toEqual([10, 10, 10, 30])
    expect([ownersOf('interactions'), ownersOf('complaints'), ownersOf('surveys')]).toEqual([[10], [10], [10]])
    expect(db().prepare('SELECT campaign_id, customer_id FROM campaign_members ORDER BY 1, 2').raw().all()).toEqual([
      [1, 10],
      [1, 11],
      [2, 10]
    ])
    expect(db().prepare('SELECT customer_id FROM segment_members ORDER BY 1').pluck().all()).toEqual([10, 30])
    const newest = db()
      .prepare("SELECT status FROM consents WHERE customer_id = 10 AND channel = 'email' ORDER BY at DESC, id DESC")
      .pluck()
      .get()
    expect(newest).toBe('withdrawn')
    expect(db().pragma('foreign_key_check')).toEqual([])
  })

  it('takes the merged out of lists, counts, figures, search and duplicates', async () => {
    await host.client.duplicates.mergeCustomers({ customerIds: [10, 11, 12] })
    const { rows, total } = await host.client.customers.listCustomers({})
    expect(total).toBe(5)
    expect(rows.find(({ id }) => id === 10)).toMatchObject({ orders: 3, revenueMinor: 7000 })
    expect((await host.client.customers.listCustomers({ filter: { search: 'nunez' } })).rows.map(({ id }) => id)).toEqual([10])
    expect((await host.client.customers.getCustomer({ id: 'C-11' })).row.id).toBe(10)
    const figures = await ensureFigures(host.context.workspace(), resourcesDir)
    expect([...figures.customerIds]).toEqual([10, 20, 21, 30, 31])
    expect((await host.client.duplicates.listClusters({ view: 'duplicate' })).clusters.map(({ key }) => key)).toEqual(['20-21'])
    expect([...(figures.segmentMembers('s_duplicates') ?? [])]).toEqual([20, 21])
  })

  it('is undone and done again exactly', async () => {
    const before = snapshot()
    await host.client.duplicates.mergeCustomers({ customerIds: [10, 11, 12], keepId: 12 })
    const after = snapshot()
    await host.client.workspace.undo()
    expect(snapshot()).toEqual(before)
    await host.client.workspace.redo()
    expect(snapshot()).toEqual(after)
  })

  it('is parted exactly, one after the other, and the parting is undone', async () => {
    const before = snapshot()
    await host.client.duplicates.mergeCustomers({ customerIds: [10, 11, 12] })
    const { merges } = await host.client.duplicates.listMerges({})
    expect(merges.map(({ merged }) => merged.id)).toEqual([12, 11])
    for (const { id } of merges) await host.client.duplicates.unmergeCustomers({ mergeId: id })
    expect(snapshot()).toEqual(before)
    expect(await codeOf(() => host.client.duplicates.unmergeCustomers({ mergeId: merges[0]!.id }))).toBe('merge-gone')
    await host.client.workspace.undo()
    expect(customer(11)['merged_into_id']).toBe(10)
    await host.client.workspace.redo()
    expect(snapshot()).toEqual(before)
  })

  it('parted later, leaves what was added and edited since where it belongs', async () => {
    await host.client.duplicates.mergeCustomers({ customerIds: [10, 11], choices: [{ field: 'city', fromId: 11 }] })
    await host.context.workspace().change(['customers'], (write) => {
      write.prepare("INSERT INTO orders (id, customer_id, order_date, net_minor) VALUES (9, 10, '2026-04-01', 700)").run()
      write.prepare("UPDATE customers SET tax_id = '87654321X', updated_at = '2026-05-01T00:00:00.000Z' WHERE id = 10").run()
      write.prepare('DELETE FROM interactions WHERE id = 1').run()
    })
    const [merge] = (await host.client.duplicates.listMerges({})).merges
    await host.client.duplicates.unmergeCustomers({ mergeId: merge!.id })
    expect(customer(10)).toMatchObject({ city: 'Soria', tax_id: '87654321X' })
    expect(customer(11)).toMatchObject({ merged_into_id: null, city: 'León', tax_id: '12345678Z', external_id: 'C-11' })
    expect(db().prepare('SELECT id, customer_id FROM orders ORDER BY id').raw().all()).toEqual([
      [1, 10],
      [2, 11],
      [3, 12],
      [4, 30],
      [9, 10]
    ])
  })

  it('parts the first of a chain after the second merge, taking its own records out of the last', async () => {
    await host.client.duplicates.mergeCustomers({ customerIds: [11, 12], keepId: 11 })
    await host.client.duplicates.mergeCustomers({ customerIds: [10, 11], keepId: 10 })
    expect(customer(12)['merged_into_id']).toBe(10)
    const merges = (await host.client.duplicates.listMerges({})).merges
    await host.client.duplicates.unmergeCustomers({ mergeId: merges[1]!.id })
    expect(ownersOf('orders')).toEqual([10, 10, 12, 30])
    await host.client.duplicates.unmergeCustomers({ mergeId: merges[0]!.id })
    expect(ownersOf('orders')).toEqual([10, 11, 12, 30])
    expect([customer(11)['merged_into_id'], customer(12)['merged_into_id']]).toEqual([null, null])
  })

  it('merges all with an equal tax id in one change, and leaves the rest to people', async () => {
    const before = snapshot()
    expect(await host.client.duplicates.mergeEqual({ key: 'taxId' })).toEqual({ clusters: 1, merged: 1 })
    expect(customer(21)['merged_into_id']).toBe(20)
    expect(customer(11)['merged_into_id']).toBeNull()
    await host.client.workspace.undo()
    expect(snapshot()).toEqual(before)
    expect(await host.client.duplicates.mergeEqual({ key: 'email' })).toEqual({ clusters: 1, merged: 2 })
  })

  it('remembers who is somebody else, until that is undone', async () => {
    await host.client.duplicates.markDistinct({ customerIds: [20, 21] })
    const keys = async (): Promise<string[]> =>
      (await host.client.duplicates.listClusters({ view: 'duplicate' })).clusters.map(({ key }) => key)
    expect(await keys()).toEqual(['10-11-12'])
    const members = async (): Promise<number[]> => [
      ...((await ensureFigures(host.context.workspace(), resourcesDir)).segmentMembers('s_duplicates') ?? [])
    ]
    expect(await members()).toEqual([10, 11, 12])
    await host.client.workspace.undo()
    expect(await keys()).toHaveLength(2)
    expect(await members()).toEqual([10, 11, 12, 20, 21])
  })

  it('refuses to merge one with itself, nobody, or who is merged already', async () => {
    expect(await codeOf(() => host.client.duplicates.mergeCustomers({ customerIds: [10, 10] }))).toBe('invalid-value')
    expect(await codeOf(() => host.client.duplicates.mergeCustomers({ customerIds: [10, 99] }))).toBe('not-found')
    await host.client.duplicates.mergeCustomers({ customerIds: [10, 11] })
    const before = snapshot()
    expect(await codeOf(() => host.client.duplicates.mergeCustomers({ customerIds: [11, 12] }))).toBe('merge-other')
    expect(snapshot()).toEqual(before)
  })

  it('is stopped when asked, says so, and finds all when it is asked again', { timeout: 60_000 }, async () => {
    await host.context.workspace().change(['customers'], (write) => {
      const insert = write.prepare('INSERT INTO customers (name, email, created_at, updated_at) VALUES (?, ?, ?, ?)')
      for (let i = 0; i < 8000; i++) insert.run(`Socio ${String(i)}`, `socio.${String(i)}@correo.example`, STAMP, STAMP)
    })
    const stop = async (): Promise<void> => {
      for await (const { type } of await host.client.duplicates.searchDuplicates())
        if (type === 'progress') await host.client.duplicates.cancelSearch()
    }
    expect(await codeOf(stop)).toBe('search-cancelled')
    expect((await host.client.duplicates.listClusters({ view: 'duplicate' })).total).toBe(2)
  })

  it('tells how the search goes, then what it found', async () => {
    const events = []
    for await (const event of await host.client.duplicates.searchDuplicates()) events.push(event)
    expect(events.at(-1)).toMatchObject({
      type: 'result',
      summary: {
        customers: 7,
        duplicates: 2,
        reviews: 0,
        equalTaxId: { clusters: 1, merged: 1 },
        equalEmail: { clusters: 1, merged: 2 },
        isAnswerable: true
      }
    })
  })
})
