import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkspaceFile, openWorkspaceFile } from '../../../src/main/data-host/database/workspace-file.ts'
import { createLocalHost } from '../../../src/main/data-host/host.ts'
import type { HostClient } from '../../../src/shared/contract/index.ts'
import { buildSearchKey } from '../../../src/shared/domain/search-key.ts'
import { resourcesDir } from '../../support/open-test-workspace.ts'

const NAMES = [
  'Zoe Martín',
  'Álvaro Núñez',
  'ana García',
  'Beatriz Pérez',
  'Óscar Gil',
  'Carlos Pena',
  'Éva Sanz',
  'Ñico Ruiz',
  'David Ibáñez',
  'Ines Mora',
  'Luis Gómez',
  ''
]

describe('the customers table and page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cauce-customers-'))
  const path = join(folder, 'test.cauce')
  let client: HostClient
  let close: () => void
  beforeAll(async () => {
    createWorkspaceFile(path, { title: 'Test' })
    const host = createLocalHost({ resourcesDir })
    client = host.client
    const workspace = openWorkspaceFile(path, { changes: host.context.changes, now: host.context.now })
    host.context.setCurrent(workspace)
    close = () => {
      workspace.close()
    }
    await workspace.change(['customers'], (db) => {
      for (const [i, name] of NAMES.entries()) {
        const city = i % 3 === 0 ? 'Ávila' : i % 3 === 1 ? 'Burgos' : null
        const externalId = i === 11 ? '7' : `X-${i}`
        db.prepare(
          'INSERT INTO customers (id, external_id, name, search_key, email, city, needs_tags, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'
        ).run(i + 1, externalId, name, buildSearchKey({ name, city, externalId }), null, city, 'gift, quick', '2020-01-01', '2020-01-01')
        for (let k = 0; k <= i; k++)
          db.prepare('INSERT INTO orders (customer_id, external_id, order_date, net_minor, channel) VALUES (?, ?, ?, ?, ?)').run(
            i + 1,
            `O${i}-${k}`,
            `2025-0${1 + (k % 9)}-1${i % 10}`,
            100 * (i + 1),
            'shop'
          )
      }
      db.exec(`INSERT INTO interactions (customer_id, at, direction, kind, subject) VALUES (2, '2025-03-01T10:00:00Z', 'in', 'support', 'Talla');
        INSERT INTO complaints (customer_id, opened_at, category) VALUES (2, '2025-03-02', 'late'); INSERT INTO surveys (customer_id, at, kind, score) VALUES (2, '2025-03-03', 'nps', 9);
        INSERT INTO consents (customer_id, purpose, channel, status, at) VALUES (2, 'marketing', 'email', 'granted', '2025-03-04');
        INSERT INTO campaigns (id, name, goal) VALUES (1, 'Vuelve', 'winback'); INSERT INTO campaign_members (campaign_id, customer_id, sent_at) VALUES (1, 2, '2025-03-05')`)
    })
  })
  afterAll(() => {
    close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('orders by name, accents and case aside', async () => {
    const { total, rows } = await client.customers.listCustomers({})
    expect(total).toBe(12)
    expect(rows.map(({ name }) => name)).toEqual([
      '7',
      'Álvaro Núñez',
      'ana García',
      'Beatriz Pérez',
      'Carlos Pena',
      'David Ibáñez',
      'Éva Sanz',
      'Ines Mora',
      'Luis Gómez',
      'Ñico Ruiz',
      'Óscar Gil',
      'Zoe Martín'
    ])
  })
  it.each([
    ['alvaro nunez', ['Álvaro Núñez']],
    ['PÉREZ', ['Beatriz Pérez']],
    ['avila gomez', []],
    ['avila', ['Zoe Martín', 'Beatriz Pérez', 'Éva Sanz', 'Ines Mora']],
    ['x-10', ['Luis Gómez']],
    ['%', []]
  ])('finds %j', async (search, names) => {
    const { rows } = await client.customers.listCustomers({ filter: { search }, sort: { by: 'revenue', descending: false } })
    expect(rows.map(({ name }) => name)).toEqual(names)
  })
  it('sorts by every column, both ways, and pages without losing anybody', async () => {
    for (const by of ['name', 'city', 'lifecycle', 'orders', 'revenue', 'last-order', 'rfm-scores', 'email', 'segments', 'completeness']) {
      const up = await client.customers.listCustomers({ sort: { by, descending: false } })
      const down = await client.customers.listCustomers({ sort: { by, descending: true } })
      // Whoever has nothing there comes last either way.
      const blank = up.rows.filter((row) => (by === 'city' && row.city === null) || by === 'email').length
      const filled = up.rows.slice(0, up.rows.length - blank)
      expect(down.rows).toEqual([...filled.toReversed(), ...up.rows.slice(filled.length)])
      const pages = await Promise.all(
        [0, 5, 10].map((offset) => client.customers.listCustomers({ sort: { by, descending: false }, offset, limit: 5 }))
      )
      expect(pages.flatMap(({ rows }) => rows)).toEqual(up.rows)
    }
    const byCity = await client.customers.listCustomers({ sort: { by: 'city', descending: false } })
    expect(byCity.rows.map(({ city }) => city)).toEqual([
      'Ávila',
      'Ávila',
      'Ávila',
      'Ávila',
      'Burgos',
      'Burgos',
      'Burgos',
      'Burgos',
      null,
      null,
      null,
      null
    ])
  })
  it('filters by segment, state, cell and figure, joined by "and"', async () => {
    const all = (await client.customers.listCustomers({})).rows
    const ssc = await client.customers.listCustomers({ filter: { segmentId: 's_ssc' } })
    expect(ssc.rows).toEqual(all.filter(({ isSsc }) => isSsc))
    const cell = all.find(({ r }) => r !== null)
    const inCell = await client.customers.listCustomers({ filter: { rfm: { r: cell?.r ?? 1, f: cell?.f ?? 1 } } })
    expect(inCell.rows).toEqual(all.filter(({ r, f }) => r === cell?.r && f === cell.f))
    const both = await client.customers.listCustomers({ filter: { segmentId: 's_active', search: 'burgos' } })
    expect(both.total).toBe(4)
    // Whoever is no longer there is left out; the rest of the filter still holds.
    const ids = [...all.slice(2, 5).map(({ id }) => id), 9_999_999]
    expect((await client.customers.listCustomers({ filter: { ids } })).rows).toEqual(all.slice(2, 5))
    const chosenSsc = await client.customers.listCustomers({ filter: { ids, segmentId: 's_ssc' } })
    expect(chosenSsc.rows).toEqual(all.slice(2, 5).filter(({ isSsc }) => isSsc))
    const states = await Promise.all(
      (['active', 'at_risk', 'lapsed', 'new'] as const).map((lifecycle) => client.customers.listCustomers({ filter: { lifecycle } }))
    )
    for (const [i, state] of (['active', 'at_risk', 'lapsed', 'new'] as const).entries())
      expect(states[i]?.rows).toEqual(all.filter(({ lifecycle }) => lifecycle === state))
  })
  it('has nobody in a segment without an answer, and refuses one that does not exist', async () => {
    expect(await client.customers.listCustomers({ filter: { segmentId: 's_mgc' } })).toMatchObject({ total: 0, rows: [] })
    await expect(client.customers.listCustomers({ filter: { segmentId: 's_nonsense' } })).rejects.toMatchObject({
      data: { code: 'not-found' }
    })
  })
  it('shows a customer with everything recorded, newest first', async () => {
    const page = await client.customers.getCustomer({ id: 2 })
    expect(page).toMatchObject({
      row: { name: 'Álvaro Núñez', orders: 2, revenueMinor: 400 },
      needsTags: ['gift', 'quick'],
      averageOrderMinor: 200,
      timelineTotal: 7
    })
    expect(page.timeline.map(({ kind }) => kind)).toEqual(['campaign', 'consent', 'survey', 'complaint', 'interaction', 'order', 'order'])
    expect(page.timeline.at(-1)).toMatchObject({ label: 'O1-0', amountMinor: 200, detail: 'shop' })
    expect(page.segments).toEqual(expect.arrayContaining(['s_all', 's_active', 's_promoters', 's_open_complaint']))
    expect(page.elements.length).toBeGreaterThan(0)
    for (const { segmentId } of page.elements) expect(page.segments).toContain(segmentId)
  })
  it('is found by our id and by the external id, which goes first', async () => {
    expect((await client.customers.getCustomer({ id: 'X-4' })).row.id).toBe(5)
    expect((await client.customers.getCustomer({ id: '7' })).row.id).toBe(12)
    expect((await client.customers.getCustomer({ id: '8' })).row.id).toBe(8)
    await expect(client.customers.getCustomer({ id: 'nobody' })).rejects.toMatchObject({ data: { code: 'not-found' } })
    await expect(client.customers.getCustomer({ id: 99 })).rejects.toMatchObject({ data: { code: 'not-found' } })
  })
})
