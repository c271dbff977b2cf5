import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Recipe } from '../../../src/shared/cleaning/recipe.ts'
import type { ImportResult } from '../../../src/shared/contract/imports.ts'
import { digestData, type ImportBench, openImportBench, refusalOf, toSettings } from '../../support/import-file.ts'

let bench: ImportBench
beforeEach(async () => {
  bench = await openImportBench()
})
afterEach(async () => {
  await bench.close()
})

const CUSTOMERS = [
  'Código;Cliente;Móvil;E-mail;Población',
  'C1;GARCÍA LÓPEZ, ANA;600 11 22 33;Ana@Gmial.com;barcelona',
  'C2;Panadería Gil, S.L.;sin teléfono;info@gil.es; Barcelona ',
  'C3;Luis Pérez;12;luis@gil.es;Madrid'
].join('\n')

const recipe: Recipe = {
  steps: [
    { id: 'trim', on: true, kind: 'trim', columns: 'all' },
    { id: 'split', on: true, kind: 'split-name', column: 'Cliente', order: 'given-first', into: ['Nombre', 'Apellido 1', 'Apellido 2'] },
    { id: 'case', on: true, kind: 'case', columns: ['Nombre', 'Apellido 1', 'Apellido 2'], to: 'names' },
    { id: 'blank', on: true, kind: 'blank', columns: ['Móvil'], words: ['sin teléfono'] },
    { id: 'phone', on: true, kind: 'phone', columns: ['Móvil'], country: 'ES' },
    { id: 'mail', on: true, kind: 'email', columns: ['E-mail'], domains: { 'gmial.com': 'gmail.com' } },
    { id: 'city', on: true, kind: 'merge', columns: ['Población'], groups: [{ to: 'Barcelona', from: ['barcelona'] }] },
    { id: 'gone', on: true, kind: 'case', columns: ['Provincia'], to: 'upper' }
  ]
}

/** Inspects with the recipe, maps the three name columns it adds, and imports. */
async function importCleaned(path: string, verb: 'runImport' | 'forecastImport' = 'runImport'): Promise<ImportResult> {
  const token = bench.context.files.grant(path)
  const inspection = await bench.client.imports.inspectFile({ fileToken: token, recipe })
  const settings = toSettings(token, inspection)
  const columns = [
    ...settings.columns.filter(({ field }) => field !== 'name'),
    ...['name', 'last_name', 'second_last_name'].map((field, at) => ({
      index: inspection.fileColumns + at,
      field,
      decimal: null,
      dateOrder: null
    }))
  ]
  for await (const event of await bench.client.imports[verb]({ ...settings, columns, recipe }))
    if (event.type === 'result') return event.result
  throw new Error('the stream ended without a result')
}

it('shows the columns as they are after the recipe, with what each step did', async () => {
  const path = bench.write('clientes.csv', CUSTOMERS)
  const inspection = await bench.client.imports.inspectFile({ fileToken: bench.context.files.grant(path), recipe })
  expect(inspection.fileColumns).toBe(5)
  expect(inspection.columns.map(({ name }) => name)).toEqual([
    'Código',
    'Cliente',
    'Móvil',
    'E-mail',
    'Población',
    'Nombre',
    'Apellido 1',
    'Apellido 2'
  ])
  expect(inspection.columns[2]?.samples).toEqual(['+34600112233', '12'])
  expect(inspection.cleaning.map(({ id, rows, unread, problem }) => [id, rows, unread, problem?.code ?? null])).toEqual([
    ['trim', 1, 0, null],
    ['split', 3, 0, null],
    ['case', 1, 0, null],
    ['blank', 1, 0, null],
    ['phone', 1, 1, null],
    ['mail', 1, 0, null],
    ['city', 1, 0, null],
    ['gone', 0, 0, 'column-missing']
  ])
})

it('imports what the recipe makes of the file, as forecast, and one undo takes it back', async () => {
  const path = bench.write('clientes.csv', CUSTOMERS)
  const before = digestData(bench.db())
  const forecast = await importCleaned(path, 'forecastImport')
  const result = await importCleaned(path)
  expect(result.cleaning).toEqual(forecast.cleaning)
  expect(result.cleaning.find(({ id }) => id === 'gone')?.problem).toEqual({ code: 'column-missing', detail: 'Provincia', rows: 3 })
  expect(bench.db().prepare('SELECT name, phone, email, city FROM customers ORDER BY id').raw().all()).toEqual([
    ['Ana García López', '+34600112233', 'ana@gmail.com', 'Barcelona'],
    ['Panadería Gil, S.L.', null, 'info@gil.es', 'Barcelona'],
    ['Luis Pérez', '12', 'luis@gil.es', 'Madrid']
  ])
  expect(await importCleaned(path)).toMatchObject({ created: 0, updated: 0, unchanged: 3 })
  await bench.client.imports.undoBatch({ batch: result.batch ?? 0 })
  expect(digestData(bench.db())).toBe(before)
})

it('reads dates as the recipe wrote them: what it made plain is asked no more', async () => {
  const path = bench.write('pedidos.csv', 'Cliente;Fecha;Importe\nAna;05/06/2026;10,50\nEva;07/08/2026;7,25')
  const token = bench.context.files.grant(path)
  const asked = await bench.client.imports.inspectFile({ fileToken: token })
  expect(asked.columns[1]?.ambiguous).toBe('date-order')
  expect(await refusalOf(async () => await readAll(toSettings(token, asked)))).toMatchObject({ code: 'import-ambiguous' })
  const dates: Recipe = { steps: [{ id: 'd', on: true, kind: 'date', columns: ['Fecha'], order: 'dmy' }] }
  const read = await bench.client.imports.inspectFile({ fileToken: token, recipe: dates })
  expect(read.columns[1]).toMatchObject({ ambiguous: null, samples: ['2026-06-05', '2026-08-07'] })
  const result = await readAll({ ...toSettings(token, read), recipe: dates })
  expect(result).toMatchObject({ created: 2, totals: { from: '2026-06-05', to: '2026-08-07' } })
})

it('counts the same when a large file is read in a thread of its own', async () => {
  const rows = Array.from({ length: 60_000 }, (_, i) => `P${String(i)},  Cliente ${String(i % 500)} ,2026-01-05,10.50`)
  const path = bench.write('pedidos.csv', ['Pedido,Cliente,Fecha,Importe', ...rows].join('\n'))
  const trim: Recipe = { steps: [{ id: 't', on: true, kind: 'case', columns: ['Cliente'], to: 'upper' }] }
  const { token, inspection } = await bench.inspect(path)
  const result = await readAll({ ...toSettings(token, inspection), recipe: trim })
  expect(result).toMatchObject({ created: 60_000, customersCreated: 500, cleaning: [{ id: 't', rows: 60_000 }] })
  expect(bench.db().prepare('SELECT min(name) FROM customers').pluck().get()).toBe('CLIENTE 0')
})

async function readAll(settings: Parameters<ImportBench['client']['imports']['runImport']>[0]): Promise<ImportResult> {
  for await (const event of await bench.client.imports.runImport(settings)) if (event.type === 'result') return event.result
  throw new Error('the stream ended without a result')
}

it('suggests steps from the data, until they are done, and finds spellings', async () => {
  const cities = ['Barcelona', 'barcelona', 'Barcelona', 'Barcelna', 'Madrid']
  const rows = cities.map((city, at) => `C${String(at)},Cliente ${String(at)},600 11 22 3${String(at)},${city}`)
  const { token, inspection } = await bench.inspect(bench.write('clientes.csv', ['id,name,phone,city', ...rows].join('\n')))
  const settings = toSettings(token, inspection)
  const suggestions = await bench.client.cleaning.suggestSteps(settings)
  expect(suggestions.map(({ step, rows: touched }) => [step.kind, touched])).toEqual([
    ['case', 1],
    ['phone', 5],
    ['merge', 1]
  ])
  const done: Recipe = { steps: suggestions.map(({ step }, at) => ({ ...step, id: String(at) })) }
  expect(await bench.client.cleaning.suggestSteps({ ...settings, recipe: done })).toEqual([])
  const near = await bench.client.cleaning.findSpellings({ ...settings, recipe: done, column: 'city', method: 'near' })
  expect(near).toEqual({
    distinct: 3,
    clusters: [
      {
        to: 'Barcelona',
        values: [
          { value: 'Barcelona', count: 3 },
          { value: 'Barcelna', count: 1 }
        ]
      }
    ]
  })
  expect((await bench.client.cleaning.countValues({ ...settings, column: 'city' })).values[0]).toEqual({ value: 'Barcelona', count: 2 })
})
