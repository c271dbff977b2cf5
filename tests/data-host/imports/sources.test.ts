import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/node'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ImportBench, openImportBench, refusalOf, toSettings } from '../../support/import-file.ts'
import { makeWorkbook, makeZip } from '../../support/zip-file.ts'

const corpora = fileURLToPath(new URL('../../../../shared/corpora', import.meta.url))

let bench: ImportBench
beforeEach(async () => {
  bench = await openImportBench()
})
afterEach(async () => {
  await bench.close()
})

/** What was made to read files, by this process. */
const listMade = (): string[] =>
  readdirSync(tmpdir())
    .filter((name) => name.startsWith(`cauce-work-${String(process.pid)}-`))
    .flatMap((name) => readdirSync(join(tmpdir(), name), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

const cells = (row: number, values: readonly string[]): string =>
  `<row r="${row}">${values.map((value, at) => value.replace('<c', `<c r="${String.fromCharCode(65 + at)}${row}"`)).join('')}</row>`
const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`
const number = (value: string, style = 0): string => `<c s="${style}"><v>${value}</v></c>`
const header = cells(1, ['Pedido', 'Fecha', 'Cliente', 'Importe'].map(text))

describe('workbooks', () => {
  it('reads what a spreadsheet program wrote: texts, numbers, dates and yes or no', async () => {
    const path = join(bench.folder, 'pedidos.xlsx')
    const date = (day: number): Cell => ({ value: new Date(Date.UTC(2026, 2, day)), type: Date, format: 'dd/mm/yyyy' })
    const data: SheetData = [
      ['Nº pedido', 'Fecha', 'Cliente', 'Importe', 'Pagado'],
      ['P-1', date(5), 'José Muñoz, "Pepe"', 1234.56, true],
      ['P-2', date(6), 'Íñigo\nPeña', 0.1 + 0.2, false]
    ]
    await writeExcelFile(data, { sheet: 'Pedidos' }).toFile(path)
    const { inspection } = await bench.inspect(path)
    expect(inspection).toMatchObject({
      source: 'workbook',
      sheet: 'Pedidos',
      sheets: [{ name: 'Pedidos', rows: 2 }],
      preset: 'generic-orders-es',
      rows: 2
    })
    expect(inspection.sampleRows).toEqual([
      ['P-1', '2026-03-05', 'José Muñoz, "Pepe"', '1234.56', 'true'],
      ['P-2', '2026-03-06', 'Íñigo\nPeña', '0.3', 'false']
    ])
    expect(await bench.run(path)).toMatchObject({ created: 2, totals: { amountMinor: 123_486, from: '2026-03-05', to: '2026-03-06' } })
  })

  it('offers every sheet with its rows, hidden ones last, and takes the one asked for; errors and empty cells are blank', async () => {
    const path = bench.write(
      'libro.xlsx',
      makeWorkbook({
        sheets: [
          { name: 'Oculta', state: 'hidden', rows: header + cells(2, [text('9'), text('2026-01-01'), text('Z'), number('9')]) },
          { name: 'Portada', rows: '' },
          {
            name: 'Enero & febrero',
            rows:
              header +
              cells(2, [text('1'), text('2026-01-25'), text('Ana'), '<c t="e"><v>#DIV/0!</v></c>']) +
              cells(4, [text('2'), text('26 de nunca'), '<c/>', '<c t="str"><f>SUM(A1:A2)</f><v>12.5</v></c>'])
          }
        ]
      })
    )
    const { token, inspection } = await bench.inspect(path)
    expect(inspection.sheets).toEqual([
      { name: 'Portada', rows: 0 },
      { name: 'Enero & febrero', rows: 2 },
      { name: 'Oculta', rows: 1 }
    ])
    expect(inspection).toMatchObject({ sheet: 'Enero & febrero', rows: 2 })
    expect(inspection.sampleRows).toEqual([
      ['1', '2026-01-25', 'Ana', ''],
      ['2', '26 de nunca', '', '12.5']
    ])
    const hidden = await bench.client.imports.inspectFile({ fileToken: token, sheet: 'Oculta' })
    expect(hidden.sampleRows).toEqual([['9', '2026-01-01', 'Z', '9']])
    expect(await refusalOf(() => bench.client.imports.inspectFile({ fileToken: token, sheet: 'Marzo' }))).toEqual({
      code: 'import-sheet-unknown',
      details: { sheet: 'Marzo' }
    })
    // Row 4 of the sheet is row 4 in what is said of it.
    const result = await bench.run(path, (settings) => ({ sheet: 'Enero & febrero', columns: settings.columns }))
    expect(result.rejects.map(({ row, code }) => [row, code])).toEqual([
      [2, 'amount-missing'],
      [4, 'date-format']
    ])
  })

  it('reads dates of both calendars by the format of the cell, and numbers without the noise of fractions', async () => {
    const formats =
      '<numFmt numFmtId="164" formatCode="d&quot; de &quot;mmmm&quot; de &quot;yyyy"/><numFmt numFmtId="165" formatCode="#,##0.00\\ &quot;day&quot;;[Red]-0"/><numFmt numFmtId="166" formatCode="[h]:mm"/>'
    const styles = [0, 14, 164, 165, 166, 22, 20]
    const rows = (): string =>
      cells(1, ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(text)) +
      cells(2, [
        number('46086.5', 5),
        number('46086', 2),
        number('1234.567', 3),
        number('1.25', 4),
        number('0.5', 6),
        number('59', 1),
        number('6.0011223344E11')
      ])
    const read = async (date1904: boolean): Promise<string[] | undefined> => {
      const path = bench.write(
        `${String(date1904)}.xlsx`,
        makeWorkbook({ sheets: [{ name: 'S', rows: rows() }], formats, styles, date1904 })
      )
      return (await bench.inspect(path)).inspection.sampleRows[0]
    }
    expect(await read(false)).toEqual(
      ['2026-03-05 12:00:00', '2026-03-05', '1234.567', '1900-01-31 06:00:00', '12:00:00', '1900-02-28', '600112233440'].with(
        3,
        '1900-01-01 06:00:00'
      )
    )
    expect(await read(true)).toEqual([
      '2030-03-06 12:00:00',
      '2030-03-06',
      '1234.567',
      '1904-01-02 06:00:00',
      '12:00:00',
      '1904-02-29',
      '600112233440'
    ])
  })

  it('joins the pieces of a formatted text, leaves its reading aids out and resolves its escapes', async () => {
    const texts = [
      '<r><t>Pe</t></r><r><rPr><b/></rPr><t xml:space="preserve">ña </t></r><rPh><t>x</t></rPh>',
      'línea_x000D_\nuna',
      'a_x005F_b'
    ]
    const rows =
      cells(1, ['Nombre', 'Notas', 'Email'].map(text)) +
      cells(2, ['<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>', '<c t="s"><v>2</v></c>'])
    const path = bench.write('t.xlsx', makeWorkbook({ sheets: [{ name: 'S', rows }], texts }))
    expect((await bench.inspect(path)).inspection.sampleRows).toEqual([['Peña ', 'línea\nuna', 'a_b']])
  })

  it('keeps the name and digest of the file, and leaves nothing made behind when the import is done', async () => {
    const rows = header + cells(2, [text('1'), text('2026-01-25'), text('Ana'), number('5')])
    const path = bench.write('ventas.xlsx', makeWorkbook({ sheets: [{ name: 'S', rows }] }))
    const before = listMade().length
    const { token, inspection } = await bench.inspect(path)
    expect(listMade().length).toBeGreaterThan(before)
    for await (const event of await bench.client.imports.runImport(toSettings(token, inspection)))
      if (event.type === 'result') expect(event.result).toMatchObject({ created: 1 })
    expect(listMade()).toHaveLength(before)
    const batch = bench
      .db()
      .prepare<[], { name: string; sha: string }>('SELECT file_name AS name, file_sha256 AS sha FROM import_batches')
      .get()
    expect(batch).toEqual({ name: 'ventas.xlsx', sha: createHash('sha256').update(readFileSync(path)).digest('hex') })
  })

  it('stops when it is cancelled, with nothing left', async () => {
    const row = (at: number): string => cells(at, ['A', 'B', 'C', 'D', 'E', 'F'].map(text))
    const rows = Array.from({ length: 60_000 }, (_, at) => row(at + 1)).join('')
    const path = bench.write('large.xlsx', makeWorkbook({ sheets: [{ name: 'S', rows }] }))
    const before = listMade().length
    const stop = new AbortController()
    const call = bench.client.imports.inspectFile({ fileToken: bench.context.files.grant(path) }, { signal: stop.signal })
    setTimeout(() => {
      stop.abort()
    }, 60)
    expect(await refusalOf(() => call)).toMatchObject({ code: 'import-cancelled' })
    expect(listMade()).toHaveLength(before)
  })

  it.skipIf(!existsSync(join(corpora, 'poi-xlsx')))(
    'reads or refuses every workbook of the corpus with a code (skipped where it is missing)',
    async () => {
      const folder = join(corpora, 'poi-xlsx')
      const names = readdirSync(folder).filter((name) => /\.xls[xm]$/.test(name))
      expect(names.length).toBeGreaterThan(20)
      const seen = new Map<string, number>()
      for (const name of names) {
        const outcome = await bench.inspect(join(folder, name)).then(
          () => 'read',
          (error: unknown) => refusalOf(() => Promise.reject(error as Error)).then(({ code }) => code)
        )
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
      }
      expect(seen.get('internal') ?? 0).toBe(0)
      expect(seen.get('read') ?? 0).toBeGreaterThan(names.length / 3)
    }
  )
})

describe('contacts', () => {
  const card = (lines: readonly string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n')

  it('reads cards of the three versions in one file', async () => {
    const old = card([
      'VERSION:2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Mu=C3=B1oz=',
      ' Pe=C3=B1a;Jos=C3=A9',
      'TEL;HOME;FAX:+34 910 000 000',
      'TEL;CELL:+34 600 11 22 33',
      'EMAIL;INTERNET:jose@x.es',
      'ADR;WORK;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;Calle Mayor 1=0A2=C2=BA;Le=C3=B3n;;24001;Espa=C3=B1a'
    ])
    const three = card([
      'VERSION:3.0',
      'N:Ibáñez;Lucía;de la;;',
      'FN:Lucía de la Ibáñez',
      'ORG:Panadería La Espiga\\, S.L.;Ventas',
      'item1.EMAIL;type=WORK:lucia@espiga.es',
      'item2.EMAIL;type=PREF;type=HOME:lucia@casa.es',
      'TEL;type=CELL:600 44 55 66',
      'ADR;type=HOME:;3º B;Gran Vía 5;Cádiz;Cádiz;11001;España',
      'BDAY:1985-04-12',
      'CATEGORIES:Clientes,Feria 2026',
      'NOTE:Prefiere el',
      '  correo\\; llama por la tarde\\nSin gluten'
    ])
    const four = card([
      'VERSION:4.0',
      'FN:Ferretería Núñez',
      'ORG:Ferretería Núñez',
      'TEL;VALUE=uri;TYPE=work:tel:+34-956-11-22-33;ext=4',
      'BDAY:--0412',
      'UID:urn:uuid:4f2'
    ])
    const { inspection } = await bench.inspect(bench.write('contactos.vcf', old + three + four))
    expect(inspection).toMatchObject({ source: 'vcard', preset: 'vcard', kind: 'customers', rows: 3, sheets: [] })
    const rows = inspection.sampleRows.map((row) => Object.fromEntries(inspection.columns.map(({ name }, at) => [name, row[at]])))
    expect(rows[0]).toMatchObject({
      'Given name': 'José',
      'Family name': 'Muñoz Peña',
      Phone: '+34 600 11 22 33',
      'Other phones': '+34 910 000 000',
      'E-mail': 'jose@x.es',
      Street: 'Calle Mayor 1, 2º',
      City: 'León',
      Country: 'España'
    })
    expect(rows[1]).toMatchObject({
      'Given name': 'Lucía de la',
      'Family name': 'Ibáñez',
      Organization: 'Panadería La Espiga, S.L.',
      'E-mail': 'lucia@casa.es',
      'Other e-mails': 'lucia@espiga.es',
      Street: 'Gran Vía 5, 3º B',
      Region: 'Cádiz',
      Birthday: '1985-04-12',
      Categories: 'Clientes, Feria 2026',
      Notes: 'Prefiere el correo; llama por la tarde\nSin gluten'
    })
    expect(rows[2]).toMatchObject({
      'Given name': '',
      Organization: 'Ferretería Núñez',
      Phone: '+34-956-11-22-33',
      Birthday: '',
      UID: 'urn:uuid:4f2'
    })
    expect(await bench.run(join(bench.folder, 'contactos.vcf'))).toMatchObject({ created: 3, rejected: 0 })
  })

  it.each([
    ['windows-1252', (value: string) => Buffer.from(value, 'latin1')],
    ['UTF-8 with a mark', (value: string) => Buffer.from(`\uFEFF${value}`)],
    ['UTF-16', (value: string) => Buffer.from(`\uFEFF${value}`, 'utf16le')]
  ])('reads cards written in %s', async (name, encode) => {
    const path = bench.write(`${name}.vcf`, encode(card(['VERSION:3.0', 'N:Muñoz;José', 'EMAIL:a@x.es'])))
    expect((await bench.inspect(path)).inspection.sampleRows[0]?.slice(0, 2)).toEqual(['José', 'Muñoz'])
  })
})

describe('archives', () => {
  it('offers the tables of a data export like sheets and reads the one asked for, in its own encoding', async () => {
    const account =
      '"Id","IsDeleted","MasterRecordId","Name","ParentId","BillingStreet","BillingCity","BillingState","BillingPostalCode","BillingCountry"\n"001","false","","Ferretería Núñez","","Ancha 1","Cádiz","Cádiz","11001","España"\n"002","true","","Borrada","","","","","",""\n'
    const contact = '"Id","IsDeleted","AccountId","LastName","FirstName","Email"\n"003","0","001","Peña","Íñigo","inigo@x.es"\n'
    const path = bench.write(
      'WE_00D.zip',
      makeZip([
        { name: 'WE/Contact.csv', content: contact },
        { name: 'WE/Account.csv', content: Buffer.from(account, 'latin1') },
        { name: '__MACOSX/._Account.csv', content: 'x' },
        { name: 'WE/readme.html', content: '<p>' }
      ])
    )
    const { token, inspection } = await bench.inspect(path)
    expect(inspection).toMatchObject({
      source: 'archive',
      sheets: [
        { name: 'Account', rows: 2 },
        { name: 'Contact', rows: 1 }
      ],
      sheet: 'Account',
      preset: 'salesforce-account',
      dialect: { encoding: 'windows-1252' },
      rows: 1,
      rowsLeftOut: 1
    })
    const second = await bench.client.imports.inspectFile({ fileToken: token, sheet: 'Contact' })
    expect(second).toMatchObject({ preset: 'salesforce-contact', dialect: { encoding: 'utf-8' }, rows: 1 })
    for await (const event of await bench.client.imports.runImport({ ...toSettings(token, inspection), sheet: 'Account' }))
      if (event.type === 'result') expect(event.result).toMatchObject({ rows: 1, created: 1 })
    expect(bench.db().prepare('SELECT name, city FROM customers').all()).toEqual([{ name: 'Ferretería Núñez', city: 'Cádiz' }])
    for await (const event of await bench.client.imports.runImport({ ...toSettings(token, second), sheet: 'Contact' }))
      if (event.type === 'result') expect(event.result).toMatchObject({ rows: 1, created: 1 })
    const names = (await bench.client.imports.listBatches()).map(({ fileName }) => fileName)
    expect(names.toSorted()).toEqual(['WE_00D.zip › Account', 'WE_00D.zip › Contact'])
  })

  it('offers the files of an audience by their states', async () => {
    const csv = 'Email Address,First Name,MEMBER_RATING,OPTIN_TIME,TAGS\nana@x.es,Ana,3,2026-01-02 10:00:00,"""Feria"""\n'
    const path = bench.write(
      'audience.zip',
      makeZip([
        { name: 'subscribed.csv', content: csv },
        { name: 'cleaned.csv', content: csv }
      ])
    )
    expect((await bench.inspect(path)).inspection).toMatchObject({
      preset: 'mailchimp',
      sheets: [{ name: 'cleaned' }, { name: 'subscribed' }]
    })
  })
})

describe('pasted text', () => {
  it('is read like a file, by token, and goes when it is left', async () => {
    const before = listMade().length
    const pasted = await bench.client.imports.pasteText({
      text: 'Pedido\tFecha\tCliente\tImporte\n1\t25/01/2026\tJosé Muñoz\t1.234,56\n',
      name: '../Portapapeles: 1'
    })
    expect(pasted.name).toBe('Portapapeles  1')
    const inspection = await bench.client.imports.inspectFile({ fileToken: pasted.token })
    expect(inspection).toMatchObject({ dialect: { delimiter: '\t' }, preset: 'generic-orders-es', rows: 1, fileName: 'Portapapeles  1' })
    for await (const event of await bench.client.imports.runImport(toSettings(pasted.token, inspection)))
      if (event.type === 'result') expect(event.result).toMatchObject({ created: 1, totals: { amountMinor: 123_456 } })
    expect(bench.db().prepare('SELECT file_name FROM import_batches').pluck().get()).toBe('Portapapeles  1')
    expect(listMade().length).toBeGreaterThan(before)
    await bench.client.imports.leaveFile({ fileToken: pasted.token })
    expect(listMade()).toHaveLength(before)
    expect(await refusalOf(() => bench.client.imports.pasteText({ text: ' \n', name: 'x' }))).toMatchObject({ code: 'import-empty' })
  })
})
