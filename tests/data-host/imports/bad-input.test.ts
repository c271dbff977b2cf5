import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { translate } from '../../../src/shared/i18n/translate.ts'
import { digestData, type ImportBench, openImportBench, refusalOf } from '../../support/import-file.ts'
import { makeWorkbook, makeZip } from '../../support/zip-file.ts'

let bench: ImportBench
beforeEach(async () => {
  bench = await openImportBench()
})
afterEach(async () => {
  await bench.close()
})

const MIB = 1024 * 1024
const row = '<row r="1"><c t="inlineStr"><is><t>Nombre</t></is></c><c t="inlineStr"><is><t>Email</t></is></c></row>'
const person = '<row r="2"><c t="inlineStr"><is><t>Ana</t></is></c><c t="inlineStr"><is><t>ana@x.es</t></is></c></row>'
const workbook = (rows: string, change: { doctype?: string } = {}): Buffer => makeWorkbook({ sheets: [{ name: 'S', rows }], ...change })
const bomb = (): Buffer => makeZip([{ name: 'a.csv', content: `a,b\n${'0'.repeat(60 * MIB)}` }])
const lol = `<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}">]>`
const oldOffice = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)])
const locked = Buffer.concat([oldOffice, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(512)])
const good = 'Nombre;Email\nAna;ana@x.es\n'
/** A good archive cut in the middle, as a download that broke off. */
const cut = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2))
/** A part whose packed bytes were damaged. */
const damaged = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes)
  copy.fill(0xff, bytes.indexOf('a.csv') + 6, bytes.indexOf('a.csv') + 20)
  return copy
}

interface BadFile {
  name: string
  make: () => string | Uint8Array
  code: string
  details?: Record<string, string | number>
}

/** What people and attackers bring, and what is said of it. */
const BAD_FILES: readonly (readonly [title: string, file: BadFile])[] = [
  ['an empty file', { name: 'a.csv', make: () => '', code: 'import-empty' }],
  ['blank lines only', { name: 'a.csv', make: () => '\n;;\n\n', code: 'import-empty' }],
  ['a header only', { name: 'a.csv', make: () => 'Nombre;Email\n', code: 'import-empty' }],
  ['rows without a header', { name: 'a.csv', make: () => '1;ana@x.es;2026-01-01\n2;luis@x.es;2026-01-02\n', code: 'import-no-header' }],
  ['a picture called .xlsx', { name: 'a.xlsx', make: () => Buffer.from('89504e470d0a1a0a0000', 'hex'), code: 'import-binary' }],
  ['a document called .csv', { name: 'a.csv', make: () => '%PDF-1.7\nx', code: 'import-binary' }],
  ['a workbook of the old format', { name: 'a.xls', make: () => oldOffice, code: 'import-workbook-old' }],
  [
    'a web page called .xls',
    { name: 'a.xls', make: () => '<html><table><tr><td>Nombre</td></tr></table></html>', code: 'import-workbook-old' }
  ],
  [
    'a workbook of LibreOffice',
    { name: 'a.ods', make: () => makeZip([{ name: 'content.xml', content: '<x/>' }]), code: 'import-workbook-old' }
  ],
  ['a workbook with a password', { name: 'a.xlsx', make: () => locked, code: 'import-workbook-locked' }],
  ['a workbook cut off', { name: 'a.xlsx', make: () => cut(workbook(row + person)), code: 'import-archive-damaged' }],
  ['a workbook whose sheet is no XML', { name: 'a.xlsx', make: () => workbook(`${row}<row r="2"><c>`), code: 'import-workbook-damaged' }],
  ['a workbook whose rows go back', { name: 'a.xlsx', make: () => workbook(row + person + row), code: 'import-workbook-damaged' }],
  [
    'a workbook that names rows no sheet has',
    { name: 'a.xlsx', make: () => workbook(row + person.replace('r="2"', 'r="99999999"')), code: 'import-workbook-damaged' }
  ],
  ['a workbook without rows', { name: 'a.xlsx', make: () => workbook(''), code: 'import-empty' }],
  ['a workbook with a header only', { name: 'a.xlsx', make: () => workbook(row), code: 'import-empty' }],
  [
    'a workbook that asks for another file',
    {
      name: 'a.xlsx',
      make: () => workbook(row + person, { doctype: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' }),
      code: 'import-workbook-entities'
    }
  ],
  [
    'a workbook that laughs a billion times',
    { name: 'a.xlsx', make: () => workbook(row.replace('Nombre', '&c;'), { doctype: lol }), code: 'import-workbook-entities' }
  ],
  [
    'a workbook with an entity nobody declared',
    { name: 'a.xlsx', make: () => workbook(row.replace('Nombre', '&c;')), code: 'import-workbook-damaged' }
  ],
  [
    'a workbook of 3,000 columns',
    {
      name: 'a.xlsx',
      make: () => workbook(`<row r="1">${'<c t="inlineStr"><is><t>x</t></is></c>'.repeat(3000)}</row>`),
      code: 'import-too-many-columns',
      details: { columns: 2001, limit: 2000 }
    }
  ],
  [
    'a workbook too large to be one',
    {
      name: 'a.xlsx',
      make: () => Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(100 * MIB)]),
      code: 'import-too-large',
      details: { limit: 100 }
    }
  ],
  ['an archive that unpacks to fill the disk', { name: 'a.zip', make: bomb, code: 'import-archive-too-large', details: { limit: 1024 } }],
  [
    'an archive of 3,000 parts',
    {
      name: 'a.zip',
      make: () => makeZip(Array.from({ length: 3000 }, (_, at) => ({ name: `${at}.csv`, content: good }))),
      code: 'import-archive-too-large',
      details: { limit: 1024 }
    }
  ],
  [
    'an archive that lies about a size',
    { name: 'a.zip', make: () => makeZip([{ name: 'a.csv', content: good, claims: { size: 3 } }]), code: 'import-archive-damaged' }
  ],
  [
    'an archive whose part is damaged',
    { name: 'a.zip', make: () => damaged(makeZip([{ name: 'a.csv', content: good.repeat(50) }])), code: 'import-archive-damaged' }
  ],
  ['an archive cut off', { name: 'a.zip', make: () => cut(makeZip([{ name: 'a.csv', content: good }])), code: 'import-archive-damaged' }],
  [
    'an archive with a path out of it',
    { name: 'a.zip', make: () => makeZip([{ name: '../../a.csv', content: good }]), code: 'import-archive-damaged' }
  ],
  [
    'an archive with a password',
    { name: 'a.zip', make: () => makeZip([{ name: 'a.csv', content: good, locked: true }]), code: 'import-archive-locked' }
  ],
  ['an archive without tables', { name: 'a.zip', make: () => makeZip([{ name: 'a.jpg', content: 'x' }]), code: 'import-archive-empty' }],
  [
    'an archive in an archive',
    {
      name: 'a.zip',
      make: () => makeZip([{ name: 'a.zip', content: makeZip([{ name: 'a.csv', content: good }]) }]),
      code: 'import-archive-empty'
    }
  ],
  ['an empty archive', { name: 'a.zip', make: () => makeZip([]), code: 'import-archive-empty' }],
  [
    'a picture in an archive, called .csv',
    { name: 'a.zip', make: () => makeZip([{ name: 'a.csv', content: Buffer.from('89504e470d0a1a0a0000', 'hex') }]), code: 'import-binary' }
  ],
  [
    'contacts cut off',
    {
      name: 'a.vcf',
      make: () => 'BEGIN:VCARD\nN:Peña;Ana\nEND:VCARD\nBEGIN:VCARD\nN:Muñoz\n',
      code: 'import-card-damaged',
      details: { line: 4 }
    }
  ],
  [
    'a contact in a contact',
    { name: 'a.vcf', make: () => 'BEGIN:VCARD\nBEGIN:VCARD\nEND:VCARD\nEND:VCARD\n', code: 'import-card-damaged', details: { line: 1 } }
  ],
  [
    'contacts with a NUL',
    { name: 'a.vcf', make: () => 'BEGIN:VCARD\nN:Pe\0ña\nEND:VCARD\n', code: 'import-nul-bytes', details: { line: 2 } }
  ],
  ['a NUL in a text', { name: 'a.csv', make: () => `${good}Lu\0is;l@x.es\n`, code: 'import-nul-bytes', details: { line: 3 } }],
  [
    'a quote that never closes',
    { name: 'a.csv', make: () => `${good}"Luis;l@x.es\n${'x;y\n'.repeat(400_000)}`, code: 'import-unbalanced-quote', details: { line: 3 } }
  ],
  [
    'a cell of two mebibytes',
    { name: 'a.csv', make: () => `${good}${'x'.repeat(2 * MIB)};l@x.es\n`, code: 'import-record-too-long', details: { line: 3 } }
  ],
  [
    'a header of a million columns',
    {
      name: 'a.csv',
      make: () => `${Array.from({ length: 1_000_000 }, (_, at) => `c${at}`).join(',')}\n1,2\n`,
      code: 'import-too-many-columns',
      details: { columns: 1_000_000, limit: 2000 }
    }
  ],
  [
    'two encodings in one file',
    {
      name: 'a.csv',
      make: () => Buffer.concat([Buffer.from('Nombre;Email\nJosé;a@x.es\n'), Buffer.from('Íñigo;b@x.es\n', 'latin1')]),
      code: 'import-encoding-mixed'
    }
  ],
  [
    'half a character in UTF-16',
    {
      name: 'a.csv',
      make: () => Buffer.concat([Buffer.from('\uFEFFNombre;Email\nAna;a@x.es\n', 'utf16le'), Buffer.from([0x41])]),
      code: 'import-encoding',
      details: { encoding: 'utf-16le' }
    }
  ]
]

describe('files that cannot be imported', () => {
  it.each(BAD_FILES)('%s: its own sentence, and nothing changed', async (_, { name, make, code, details = {} }) => {
    const before = digestData(bench.db())
    const path = bench.write(name, make())
    const refused = await refusalOf(() => bench.run(path))
    expect(refused).toEqual({ code, details })
    for (const language of ['en', 'es'] as const) {
      const sentence = translate(language, `errors.${code}`, details)
      expect(sentence).not.toContain('{{')
      expect(sentence.length).toBeGreaterThan(40)
    }
    expect(await bench.client.imports.listBatches()).toEqual([])
    expect(digestData(bench.db())).toBe(before)
  })

  it('says something else of every fault', () => {
    const codes = [...new Set(BAD_FILES.map(([, { code }]) => code))]
    for (const language of ['en', 'es'] as const)
      expect(new Set(codes.map((code) => translate(language, `errors.${code}`))).size).toBe(codes.length)
  })
})

describe('files that look bad and can be read', () => {
  const read = async (name: string, content: string | Uint8Array): Promise<string[][]> =>
    (await bench.inspect(bench.write(name, content))).inspection.sampleRows

  it('keeps columns apart that have the same name, no name or a name of the language it is written in', async () => {
    const { inspection } = await bench.inspect(
      bench.write('h.csv', 'Nombre,Nombre,,__proto__,constructor,hasOwnProperty,Email\na,b,c,d,e,f,g@x.es\n')
    )
    expect(inspection.columns.map(({ name }) => name)).toEqual([
      'Nombre',
      'Nombre',
      '',
      '__proto__',
      'constructor',
      'hasOwnProperty',
      'Email'
    ])
    expect(inspection.sampleRows).toEqual([['a', 'b', 'c', 'd', 'e', 'f', 'g@x.es']])
    expect(inspection.columns.filter(({ field }) => field !== null).map(({ index, field }) => [index, field])).toEqual([
      [0, 'name'],
      [6, 'email']
    ])
  })

  it('reads line ends of three kinds in one file, and refuses only the row that has too many cells', async () => {
    const path = bench.write('m.csv', 'Nombre;Email\rAna;ana@x.es\r\nLuis;l@x.es\nEva;e@x.es;too;much\nIgor\n')
    expect((await bench.inspect(path)).inspection.rows).toBe(4)
    const result = await bench.run(path)
    expect(result).toMatchObject({ rows: 4, created: 3, rejected: 1 })
    expect(result.rejects.map(({ row: at, code }) => [at, code])).toEqual([[4, 'too-many-cells']])
  })

  it('reads tables whose parts are strangely packed or written', async () => {
    expect(await read('sep.csv', 'sep=;\nNombre;Email\nAna;ana@x.es\n')).toEqual([['Ana', 'ana@x.es']])
    expect(
      await read('u.zip', makeZip([{ name: 'año/ñ.tsv', content: Buffer.from('\uFEFFNombre\tEmail\nÁna\tana@x.es\n', 'utf16le') }]))
    ).toEqual([['Ána', 'ana@x.es']])
    expect(await read('x.xlsx', workbook(row + person))).toEqual([['Ana', 'ana@x.es']])
  })

  it('does not confuse a formula, a tag or a link with what it is: text', async () => {
    const nasty = ["=cmd|'/c calc'!A1", '<img src=x onerror=alert(1)>', 'javascript:alert(1)', '@SUM(1)', '+1+1']
    const path = bench.write('n.csv', `Código;Nombre\n${nasty.map((value, at) => `${at};${value}`).join('\n')}\n`)
    expect(await bench.run(path)).toMatchObject({ created: 5 })
    expect(bench.db().prepare('SELECT name FROM customers ORDER BY id').pluck().all()).toEqual(nasty)
  })

  it('does not take the line of totals below a sheet for a customer', async () => {
    const path = bench.write('t.csv', 'Código;Nombre;Población;Total comprado\nC1;Ana Total;Jaén;1,50\nTOTAL;;;3,00\n;Totales;;3,00\n')
    const result = await bench.run(path)
    expect(result).toMatchObject({ created: 1, rejected: 2 })
    expect(result.rejects.map(({ row: at, code }) => [at, code])).toEqual([
      [3, 'totals-row'],
      [4, 'totals-row']
    ])
  })
})
