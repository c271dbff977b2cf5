import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waitForSearch } from '../../../src/main/data-host/repositories/search/search-store.ts'
import type { BulkEdit, TableLayout } from '../../../src/shared/contract/customer-table.ts'
import type { CustomerSelection } from '../../../src/shared/contract/customers.ts'
import { buildSearchKey } from '../../../src/shared/domain/search-key.ts'
import { codeOf, startTestHost, type TestHost } from '../../support/local-host.ts'
import { readAllRows } from '../../support/read-all-rows.ts'

interface Person {
  name: string
  email?: string
  phone?: string
  taxId?: string
  address?: string
  city?: string
  postalCode?: string
  externalId?: string
  notes?: string
  tags?: string
  attributes?: Record<string, unknown>
}
const PEOPLE: readonly Person[] = [
  {
    name: 'María José Núñez',
    email: 'mj.nunez@correo.es',
    phone: '+34612345678',
    city: 'A Coruña',
    externalId: 'C-00017',
    tags: 'regalo, precio'
  },
  { name: 'Panadería El Sol S.L.', taxId: 'B-12.345.678', address: 'Calle Mayor, 3', postalCode: '28013', city: 'Madrid' },
  { name: 'Ana O’Brien', email: 'ana-belen@mail.com', phone: '0034 699 11 22 33', notes: 'Alérgica al sésamo', city: 'Madrid' },
  { name: '=Suma Rara', attributes: { Puntos: 120, Tienda: 'Centro' }, city: 'León', externalId: '9' },
  { name: 'Bosco Peña', city: 'Madrid', externalId: '10' }
]

describe('the customers table', () => {
  let test: TestHost
  beforeAll(async () => {
    test = startTestHost()
    const { token } = test.file('table.cauce')
    await test.client.workspace.createWorkspace({ fileToken: token, title: 'Prueba' })
    await test.context.workspace().change(['customers'], (db) => {
      db.prepare("INSERT INTO attributes (id, name, type) VALUES ('Puntos', 'Puntos', 'number'), ('Tienda', 'Tienda', 'text')").run()
      for (const [i, one] of PEOPLE.entries()) {
        const { name, email = null, phone = null, taxId = null, address = null, city = null, postalCode = null, externalId = null } = one
        db.prepare(
          `INSERT INTO customers (id, external_id, name, search_key, email, phone, tax_id, address, city, postal_code, notes, needs_tags, attributes, created_at, updated_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '2026-01-01', '2026-01-01')`
        ).run(
          i + 1,
          externalId,
          name,
          buildSearchKey({ name, email, city, externalId }),
          email,
          phone,
          taxId,
          address,
          city,
          postalCode,
          one.notes ?? null,
          one.tags ?? null,
          one.attributes ? JSON.stringify(one.attributes) : null
        )
        db.prepare('INSERT INTO orders (customer_id, external_id, order_date, net_minor) VALUES (?, ?, ?, ?)').run(
          i + 1,
          i === 2 ? '#ES-1001' : `P${i}`,
          `2026-01-0${i + 1}`,
          1050 * (i + 1)
        )
      }
    })
  })
  afterAll(() => test.end())

  const search = async (text: string): Promise<string[]> => {
    await waitForSearch(test.context.workspace())
    const { rows, isIndexing } = await test.client.customers.listCustomers({
      filter: { search: text },
      sort: { by: 'created', descending: false }
    })
    expect(isIndexing).toBe(false)
    return rows.map(({ name }) => name)
  }

  it.each([
    ['nunez maria', 'María José Núñez'],
    ['NÚÑEZ', 'María José Núñez'],
    ['612 34 56 78', 'María José Núñez'],
    ['0034612345678', 'María José Núñez'],
    ['+34 612-345-678', 'María José Núñez'],
    ['699112233', 'Ana O’Brien'],
    ['+34699112233', 'Ana O’Brien'],
    ['mj.nunez@correo.es', 'María José Núñez'],
    ['ana-belen@mail', 'Ana O’Brien'],
    ["o'brien", 'Ana O’Brien'],
    ['c-00017', 'María José Núñez'],
    ['00017', 'María José Núñez'],
    ['b12345678', 'Panadería El Sol S.L.'],
    ['B-12.345.678', 'Panadería El Sol S.L.'],
    ['panaderia sl', 'Panadería El Sol S.L.'],
    ['mayor 3 28013', 'Panadería El Sol S.L.'],
    ['sesamo', 'Ana O’Brien'],
    ['precio', 'María José Núñez'],
    ['centro 120', '=Suma Rara'],
    ['es-1001', 'Ana O’Brien'],
    ['#ES-1001', 'Ana O’Brien'],
    ['coruna regalo', 'María José Núñez']
  ])('finds %j', async (text, name) => {
    expect(await search(text)).toEqual([name])
  })
  it('finds nobody where one word fits nobody, and nobody by signs alone', async () => {
    expect(await search('nunez madrid')).toEqual([])
    expect(await search('%%')).toEqual([])
  })
  it('follows edits, undo, new and deleted customers', async () => {
    await test.client.customerEdits.updateCustomers({ ids: [5], fields: { notes: 'Cliente del Zócalo' } })
    expect(await search('zocalo')).toEqual(['Bosco Peña'])
    await test.client.workspace.undo()
    expect(await search('zocalo')).toEqual([])
    const { id } = await test.client.customerEdits.addCustomer({ name: 'Quique Zurdo' })
    expect(await search('zurdo')).toEqual(['Quique Zurdo'])
    await test.client.customerEdits.deleteCustomers({ ids: [id] })
    expect(await search('zurdo')).toEqual([])
    await test.client.workspace.undo()
    await test.client.workspace.undo()
    expect(await search('zurdo')).toEqual([])
  })

  it('reads the columns asked, and orders numbers among texts by their size', async () => {
    const columns = [
      'email',
      'tags',
      'revenue',
      'last-order',
      'attribute:number:Puntos',
      'segments',
      'open-complaints',
      'gone',
      'lifecycle'
    ]
    const { rows, cells } = await test.client.customers.listCustomers({ columns, sort: { by: 'external-id', descending: false } })
    expect(rows.map(({ externalId }) => externalId)).toEqual(['9', '10', 'C-00017', null, null])
    expect(cells[0]).toEqual([null, null, 4200, '2026-01-04', 120, expect.any(Number), 0, null, expect.any(String)])
    expect(cells[2]?.slice(0, 3)).toEqual(['mj.nunez@correo.es', 'regalo, precio', 1050])
  })
  it('keeps who meets every condition on columns', async () => {
    const { rows } = await test.client.customers.listCustomers({
      filter: {
        rule: {
          kind: 'group',
          join: 'all',
          not: false,
          rules: [
            { kind: 'field', not: false, field: 'city', operator: 'contains', value: 'madrid' },
            { kind: 'field', not: false, field: 'revenue', operator: 'between', value: [2000, 4000] }
          ]
        }
      }
    })
    expect(rows.map(({ name }) => name)).toEqual(['Ana O’Brien', 'Panadería El Sol S.L.'])
  })

  const edit = async (selection: CustomerSelection, change: BulkEdit): Promise<unknown> => {
    let last: unknown
    for await (const step of await test.client.customerTable.editSelection({ selection, edit: change })) last = step
    return last
  }
  it.each<[string, CustomerSelection, BulkEdit, number]>([
    ['a tag', { ids: [1, 2, 3] }, { do: 'tag', tag: 'regalo' }, 2],
    ['a tag taken off', { filter: {}, except: [] }, { do: 'untag', tag: 'REGALO' }, 1],
    ['an owner', { filter: { search: 'madrid' }, except: [3] }, { do: 'set', field: 'owner', value: 'Ana' }, 2],
    ['a city', { filter: {}, except: [] }, { do: 'set', field: 'city', value: 'Madrid' }, 2],
    ['a state', { ids: [1] }, { do: 'set', field: 'status', value: 'lost' }, 1],
    ['a new campaign', { ids: [1, 4] }, { do: 'campaign', campaign: { name: 'Vuelve', goal: 'winback' } }, 2],
    ['a new list', { ids: [1, 4] }, { do: 'list', list: { name: 'Amigos' } }, 2],
    ['a deletion', { ids: [2, 5] }, { do: 'delete' }, 2]
  ])('makes %s one change that can be taken back', async (_, selection, change, changed) => {
    const { read } = test.context.workspace()
    const before = readAllRows(read)
    expect(await edit(selection, change)).toMatchObject({ state: 'done', changed })
    const after = readAllRows(read)
    expect(after).not.toEqual(before)
    await test.client.workspace.undo()
    expect(readAllRows(read)).toEqual(before)
    await test.client.workspace.redo()
    expect(readAllRows(read)).toEqual(after)
    await test.client.workspace.undo()
  })
  it('refuses what fits nobody or no field, and changes nothing', async () => {
    const before = readAllRows(test.context.workspace().read)
    expect(await codeOf(() => edit({ ids: [99] }, { do: 'tag', tag: 'x' }))).toBe('nobody-selected')
    expect(await codeOf(() => edit({ ids: [1] }, { do: 'set', field: 'status', value: 'erased' }))).toBe('not-found')
    expect(readAllRows(test.context.workspace().read)).toEqual(before)
  })

  const layout: TableLayout = { columns: [{ id: 'name' }, { id: 'city', width: 140 }], sort: { by: 'city', descending: true }, filter: {} }
  it('saves, renames and deletes views, each taken back by one undo, and remembers how the table stood', async () => {
    const { client } = test
    const { id } = await client.customerTable.saveView({ name: 'Ciudades', layout })
    await client.customerTable.renameView({ id, name: 'Por ciudad' })
    expect(await client.customerTable.listViews()).toEqual([{ id, name: 'Por ciudad', layout }])
    await client.customerTable.deleteView({ id })
    expect(await client.customerTable.listViews()).toEqual([])
    await client.workspace.undo()
    await client.workspace.undo()
    expect(await client.customerTable.listViews()).toEqual([{ id, name: 'Ciudades', layout }])
    expect(await client.customerTable.getLayout()).toBeNull()
    await client.customerTable.rememberLayout({ viewId: id, layout })
    expect(await client.customerTable.getLayout()).toEqual({ viewId: id, layout })
    expect(await codeOf(() => client.customerTable.renameView({ id: 'gone', name: 'x' }))).toBe('not-found')
  })

  const exportAs = async (
    name: string,
    more: { columns: string[] | null; format: 'excel-es' | 'csv' | 'exact' | 'xlsx' }
  ): Promise<Buffer> => {
    const { path, token } = test.file(name)
    const selection = { filter: {}, except: [] }
    const sort = { by: 'name', descending: false }
    await test.client.customerTable.exportSelection({ fileToken: token, selection, sort, language: 'es', ...more })
    return readFile(path)
  }
  it('writes the columns shown as a Spanish Excel reads them', async () => {
    const text = (await exportAs('vista.csv', { columns: ['name', 'revenue', 'phone'], format: 'excel-es' })).toString('utf8')
    expect(text.split('\r\n')).toEqual([
      '\ufeffNombre;"Ingresos, histórico";Teléfono',
      "'=Suma Rara;42,00;",
      'Ana O’Brien;31,50;0034 699 11 22 33',
      'Bosco Peña;52,50;',
      "María José Núñez;10,50;'+34612345678",
      'Panadería El Sol S.L.;21,00;',
      ''
    ])
  })
  it('copies exactly for machines, and hides identities while the mask is on', async () => {
    const exact = (await exportAs('exacta.csv', { columns: ['name', 'phone'], format: 'exact' })).toString('utf8')
    expect(exact).toContain('\r\n=Suma Rara,\r\n')
    expect(exact).toContain(',+34612345678\r\n')
    await test.client.privacy.setMask({ isOn: true })
    for (const [name, columns] of [
      ['shown.csv', ['name', 'email', 'phone', 'tax-id', 'address', 'notes', 'attribute:text:Tienda', 'city']],
      ['all.csv', null]
    ] as const) {
      const text = (await exportAs(name, { columns: columns && [...columns], format: 'csv' })).toString('utf8')
      for (const hidden of ['Núñez', 'correo.es', '612345678', '12.345', 'Mayor', 'sésamo', 'Centro', 'C-00017'])
        expect(text).not.toContain(hidden)
      expect(text).toContain('Madrid')
    }
    await test.client.privacy.setMask({ isOn: false })
  })
})
