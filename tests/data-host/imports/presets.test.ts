import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inspectFile } from '../../../src/main/data-host/imports/inspect.ts'
import { loadPresets } from '../../../src/main/data-host/imports/mapping/presets.ts'
import { formatRecord } from '../../../src/main/data-host/imports/reading/split.ts'
import type { Inspection } from '../../../src/shared/contract/imports.ts'
import { makeRows, PRESET_FIXTURES, type PresetFixture } from '../../support/preset-fixtures.ts'

const resourcesDir = fileURLToPath(new URL('../../../resources', import.meta.url))
let folder: string
let files = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cauce-presets-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const ENCODERS = {
  'UTF-8': (text: string) => Buffer.from(text),
  'UTF-8 with a mark': (text: string) => Buffer.from(`\uFEFF${text}`),
  'windows-1252': (text: string) => Buffer.from(text.replaceAll('€', '\u0080'), 'latin1'),
  'UTF-16LE': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')
}
const DELIMITERS = [',', ';', '\t']

function toText({ before = '', after = [], header }: PresetFixture, rows: readonly (readonly string[])[], delimiter: string): string {
  return before + [header, ...rows, ...after].map((cells) => formatRecord(cells, delimiter)).join('\r\n') + '\r\n'
}

async function inspect(bytes: Uint8Array, change: { preset?: string } = {}): Promise<Inspection> {
  const path = join(folder, `${String(++files)}.csv`)
  const workFolder = join(folder, `work-${String(files)}`)
  writeFileSync(path, bytes)
  mkdirSync(workFolder)
  return inspectFile({ path, resourcesDir, workFolder, ownPresets: [], currency: 'EUR', ...change }, () => undefined)
}

/** Columns whose cells the preset cuts: what they become is looked at elsewhere. */
function cutColumns(preset: string): Set<string> {
  return new Set((loadPresets(resourcesDir).find(({ id }) => id === preset)?.rows.cells ?? []).map(({ column }) => column))
}

const title = ({ preset, header }: PresetFixture): string => `${preset} (${header[0] ?? ''}, ${header[1] ?? ''} …)`

describe('every source, in four encodings and with three delimiters', () => {
  it('has a fixture for every preset but contacts, which are no delimited text', () => {
    const shown = new Set(PRESET_FIXTURES.map(({ preset }) => preset))
    const ids = readdirSync(join(resourcesDir, 'presets')).map((name) => name.replace('.json', ''))
    expect(ids.filter((id) => !shown.has(id))).toEqual(['vcard'])
  })

  it.each(PRESET_FIXTURES.map((fixture) => [title(fixture), fixture] as const))('%s', async (_, fixture) => {
    const rows = makeRows(fixture)
    const kept = fixture.leftOut ? rows.filter((_row, at) => at !== 5) : rows
    const cut = cutColumns(fixture.preset)
    const compared = fixture.header.flatMap((name, at) => (cut.has(name) ? [] : [at]))
    for (const [encoding, encode] of Object.entries(ENCODERS))
      for (const delimiter of DELIMITERS) {
        const where = `${encoding} ${JSON.stringify(delimiter)}`
        const found = await inspect(encode(toText(fixture, rows, delimiter)))
        expect(found.preset, where).toBe(fixture.preset)
        const mapped = Object.fromEntries(found.columns.flatMap(({ field, name }) => (field === null ? [] : [[field, name]])))
        expect(mapped, where).toEqual(fixture.expects)
        expect(found.rows, where).toBe(12)
        expect(found.rowsLeftOut, where).toBe((fixture.leftOut ? 1 : 0) + (fixture.after ?? []).filter(([cell]) => cell !== '').length)
        const read = found.sampleRows.map((cells) => compared.map((at) => cells[at]))
        expect(read, where).toEqual(kept.map((cells) => compared.map((at) => cells[at])))
        expect(
          found.columns.map(({ name }) => name),
          where
        ).toEqual([...fixture.header])
      }
  })

  it.each(PRESET_FIXTURES.filter(({ header }) => header.length > 3).map((fixture) => [title(fixture), fixture] as const))(
    'is recognised with its columns in another order and two more: %s',
    async (_, fixture) => {
      const header = [...fixture.header.filter((name) => name !== '').reverse(), 'Campo propio (x.y)', 'Añadido']
      const found = await inspect(Buffer.from(toText({ ...fixture, header }, makeRows({ ...fixture, header }), ',')))
      expect(found.preset).toBe(fixture.preset)
      const mapped = found.columns.flatMap(({ field, name }) => (field === null ? [] : [`${field} ← ${name}`]))
      expect(mapped.sort()).toEqual(
        Object.entries(fixture.expects)
          .map(([field, name]) => `${field} ← ${name}`)
          .sort()
      )
    }
  )
})

describe('what a preset does to the cells and rows', () => {
  const read = async (preset: string, cells: Record<string, string>): Promise<Record<string, string>> => {
    const fixture = PRESET_FIXTURES.find((each) => each.preset === preset)
    if (!fixture) throw new Error(preset)
    const rows = makeRows({ ...fixture, leftOut: {} }).slice(0, 1)
    const changed = rows.map((row) => row.map((cell, at) => cells[fixture.header[at] ?? ''] ?? cell))
    const found = await inspect(Buffer.from(toText({ ...fixture, after: [], before: '' }, changed, ',')))
    return Object.fromEntries(fixture.header.map((name, at) => [name, found.sampleRows[0]?.[at] ?? '']))
  }

  it('takes the first of several values Google joins, its labels without the built-in ones, and no birthday without a year', async () => {
    const row = await read('google-contacts', {
      'E-mail 1 - Value': 'ana@x.es ::: ana@trabajo.es',
      'Phone 1 - Value': '600 112 233 ::: 910 000 000',
      Labels: '* myContacts ::: Amigos ::: Panadería',
      Birthday: '--03-15'
    })
    expect(row).toMatchObject({
      'E-mail 1 - Value': 'ana@x.es',
      'Phone 1 - Value': '600 112 233',
      Labels: 'Amigos, Panadería',
      Birthday: ''
    })
  })

  it('reads the quoted list of tags of Mailchimp and the first of several ids of HubSpot', async () => {
    expect(await read('mailchimp', { TAGS: '"Boletín","Feria 2026"' })).toMatchObject({ TAGS: 'Boletín, Feria 2026' })
    expect(await read('hubspot-deals', { 'Associated Contact IDs': '51;62' })).toMatchObject({ 'Associated Contact IDs': '51' })
    expect(await read('outlook', { Birthday: '0/0/00', Categories: 'Clientes;Feria' })).toMatchObject({
      Birthday: '',
      Categories: 'Clientes, Feria'
    })
  })

  it.each([
    ['stripe-payments', 'Status', ['Failed', 'Requires payment method', 'Canceled']],
    ['paypal', 'Type', ['Payment Refund', 'General Currency Conversion']],
    ['paypal', 'Gross', ['-5.00', '(5.00)', '0.00']],
    ['salesforce-opportunity', 'IsWon', ['false', '0', '']],
    ['pipedrive-deals', 'Deal - Status', ['Open', 'Lost']]
  ])('leaves rows of %s out by %s', async (preset, column, values) => {
    const fixture = PRESET_FIXTURES.find((each) => each.preset === preset)
    if (!fixture) throw new Error(preset)
    const [row = []] = makeRows({ ...fixture, leftOut: {} })
    const at = fixture.header.indexOf(column)
    const rows = [row, ...values.map((value) => row.with(at, value))]
    expect(await inspect(Buffer.from(toText(fixture, rows, ',')))).toMatchObject({ rows: 1, rowsLeftOut: values.length })
  })

  it('tells Stripe customers by their ids where a header says something else, and takes no preset when told so', async () => {
    const text = 'id,Correo del cliente,Alta\ncus_Nq1,ana@x.es,2026-01-02\ncus_Nq2,luis@x.es,2026-01-03\n'
    expect(await inspect(Buffer.from(text))).toMatchObject({ preset: 'stripe-customers' })
    expect(await inspect(Buffer.from(text.replaceAll('cus_', 'x_')))).not.toMatchObject({ preset: 'stripe-customers' })
    const none = await inspect(Buffer.from(text), { preset: 'none' })
    expect(none).toMatchObject({ preset: null, kind: 'customers' })
    expect(none.columns.map(({ field }) => field)).toEqual([null, 'email', null])
  })
})
