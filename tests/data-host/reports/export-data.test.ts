import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { type CsvType, writeCell } from '../../../src/main/data-host/reports/csv.ts'
import type { HostClient } from '../../../src/shared/contract/index.ts'
import { addCustomer, addOrder, openTinyHost, type TinyHost } from '../evidence/tiny-workspace.ts'

const hosts: TinyHost[] = []
afterEach(() => {
  for (const host of hosts.splice(0)) host.close()
})
async function open(...args: Parameters<typeof openTinyHost>): Promise<TinyHost> {
  const host = await openTinyHost(...args)
  hosts.push(host)
  return host
}

async function importFile(client: HostClient, fileToken: string, preset: string): Promise<void> {
  const { kind, dialect, columns } = await client.imports.inspectFile({ fileToken, preset })
  const mapped = columns.flatMap(({ index, field, decimal, dateOrder }) =>
    field === null ? [] : [{ index, field, decimal: decimal ?? 'dot', dateOrder: dateOrder ?? 'ymd' } as const]
  )
  for await (const event of await client.imports.runImport({ fileToken, kind, preset, dialect, columns: mapped }))
    if (event.type === 'result') expect(event.result.rejects).toEqual([])
}

const NAMES = [
  '=cmd|x',
  '+34 Ana',
  '-Bruno',
  '@Carla',
  "'Diego",
  "'=Elena",
  "''+Fe",
  '＝Gema',
  "'68 Vintage",
  'Hugo, "el Rubio"',
  'Inés\nSegunda',
  'Ñandú Ωmega',
  "O'Brien"
]

describe('exported customers', () => {
  it('say the same when they are imported again', async () => {
    const source = await open((db) => {
      for (const [index, name] of NAMES.entries()) {
        addCustomer(db, { id: index + 1, name, email: `c${index}@example.com` })
        db.prepare('UPDATE customers SET external_id = ?, phone = ?, city = ?, notes = ? WHERE id = ?').run(
          `00${index}`,
          '+34 600 000 000',
          `=city ${index}`,
          `-note ${index}`,
          index + 1
        )
      }
      addCustomer(db, { id: 100, name: 'merged', mergedInto: 1 })
    })
    const path = join(source.folder, 'customers.csv')
    expect(await source.client.reports.exportData({ what: 'customers', fileToken: source.context.files.grant(path) })).toEqual({
      rows: NAMES.length
    })

    const target = await open(() => undefined)
    await importFile(target.client, target.context.files.grant(path), 'generic-customers-en')
    const read = (host: TinyHost): unknown[] =>
      host.context
        .workspace()
        .read.prepare(
          'SELECT external_id, name, email, phone, city, notes FROM customers WHERE merged_into_id IS NULL ORDER BY external_id'
        )
        .all()
    expect(read(target)).toEqual(read(source))
  })

  it('hold no cell a spreadsheet would run, and are CSV in UTF-8 with a mark', async () => {
    const host = await open((db) => {
      for (const [index, name] of NAMES.entries()) addCustomer(db, { id: index + 1, name })
    })
    const path = join(host.folder, 'customers.csv')
    await host.client.reports.exportData({ what: 'customers', fileToken: host.context.files.grant(path) })
    const text = readFileSync(path, 'utf8')
    expect(text.startsWith('\ufeffCustomer ID,Name,')).toBe(true)
    expect(text).not.toMatch(/(^|[,\n])"?[=+\-@＝]/u)
    expect(text.endsWith('\r\n')).toBe(true)
  })
})

describe('exported orders and segments', () => {
  it('write amounts as plain numbers in whole units', async () => {
    const host = await open((db) => {
      addCustomer(db, { id: 1, name: 'Ana' })
      addOrder(db, 1, '2026-10-31', 1234.5)
      addOrder(db, null, '2026-10-30', -12.5)
    })
    const path = join(host.folder, 'orders.csv')
    expect(await host.client.reports.exportData({ what: 'orders', fileToken: host.context.files.grant(path) })).toEqual({ rows: 2 })
    const [, first, second] = readFileSync(path, 'utf8').split('\r\n')
    expect(first).toBe(',2026-10-31,,,Ana,1234.50,EUR,completed,,,,,')
    expect(second).toBe(',2026-10-30,,,,-12.50,EUR,completed,,,,,')
  })

  it('list every segment, the ones without an answer with what they want', async () => {
    const host = await open((db) => {
      addCustomer(db, { id: 1, name: 'Ana' })
      addOrder(db, 1, '2026-10-31', 10)
    })
    const path = join(host.folder, 'segments.csv')
    const { rows } = await host.client.reports.exportData({ what: 'segments', fileToken: host.context.files.grant(path) })
    const text = readFileSync(path, 'utf8')
    expect(text.trim().split('\r\n')).toHaveLength(rows + 1)
    expect(text).toMatch(/^s_all,.*,1,1,10\.00,1,/m)
    expect(text).toMatch(/^s_promoters,[^,]*,[^,]*,,,,,/m)
  })

  it('more rows than a page', async () => {
    const host = await open((db) => {
      for (let id = 1; id <= 4_500; id++) addCustomer(db, { id })
    })
    const path = join(host.folder, 'many.csv')
    expect(await host.client.reports.exportData({ what: 'customers', fileToken: host.context.files.grant(path) })).toEqual({ rows: 4_500 })
    expect(readFileSync(path, 'utf8').trim().split('\r\n')).toHaveLength(4_501)
  })
})

describe('writeCell', () => {
  it('never lets a text cell start like a formula; one apostrophe taken away gives the text back', () => {
    const texts = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '＝', '\t', '\r', '\n', '"', ',', 'a', '7'), maxLength: 6 })
    fc.assert(
      fc.property(texts, fc.constantFrom<CsvType>('text', 'code'), (text, type) => {
        const cell = writeCell(text, type)
        const content = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
        expect(content).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/u)
        expect([text, `'${text}`]).toContain(content)
      })
    )
  })

  it('keeps our own numbers numbers', () => {
    expect(writeCell('-12.50', 'number')).toBe('-12.50')
    expect(writeCell(-3, 'number')).toBe('-3')
  })
})
