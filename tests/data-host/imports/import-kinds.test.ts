import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { computeLogicalChecksum } from '../../../src/main/data-host/database/logical-checksum.ts'
import type { ImportResult, ImportSettings, MappedColumn } from '../../../src/shared/contract/imports.ts'
import type { ImportKind } from '../../../src/shared/contract/base.ts'
import { translate } from '../../../src/shared/i18n/translate.ts'
import { type ImportBench, openImportBench, refusalOf } from '../../support/import-file.ts'

let bench: ImportBench
beforeEach(async () => {
  bench = await openImportBench()
})
afterEach(async () => {
  expect(bench.db().pragma('foreign_key_check')).toEqual([])
  expect(bench.db().pragma('integrity_check', { simple: true })).toBe('ok')
  await bench.close()
})

const all = (sql: string): unknown[] => bench.db().prepare(sql).raw().all()
const checksum = (): string => computeLogicalChecksum(bench.db())
const rejectsOf = (result: ImportResult): unknown[] => result.rejects.map(({ row, column, code }) => [row, column, code])

let files = 0
type Options = Partial<Omit<ImportSettings, 'columns' | 'kind'>> & { attributes?: Record<string, NonNullable<MappedColumn['attribute']>> }

/** Brings in lines whose header names the fields themselves; commas part the cells. */
async function bring(
  kind: ImportKind,
  lines: string,
  { attributes = {}, ...options }: Options = {},
  verb?: 'forecastImport'
): Promise<ImportResult> {
  const path = bench.write(`file-${String(++files)}.csv`, `${lines.trim()}\n`)
  const fields = (lines.trim().split('\n')[0] ?? '').split(',')
  const columns: MappedColumn[] = fields.map((field, index) => ({
    index,
    field,
    decimal: 'dot',
    dateOrder: 'dmy',
    ...(attributes[field] ? { attribute: attributes[field] } : {})
  }))
  const dialect = { encoding: 'utf-8' as const, delimiter: ',' as const, headerRow: 0 }
  return bench.run(path, () => ({ kind, preset: null, dialect, columns, ...options }), verb)
}

/** Brings the same in as a forecast and for good, and again: the forecast must be the result and the second time change nothing. */
async function bringTwice(kind: ImportKind, lines: string, options: Options = {}): Promise<ImportResult> {
  const before = checksum()
  const forecast = await bring(kind, lines, options, 'forecastImport')
  expect(checksum()).toBe(before)
  const result = await bring(kind, lines, options)
  expect({ ...forecast, batch: result.batch, ms: 0 }).toEqual({ ...result, ms: 0 })
  const after = checksum()
  const again = await bring(kind, lines, options)
  expect(again).toMatchObject({ created: 0, updated: 0, customersCreated: 0, campaignsCreated: 0, customersUpdated: 0 })
  expect(checksum()).toBe(after)
  return result
}

const PEOPLE = `
external_id,name,email,phone,tax_id,city
C1,Ana Ruiz,ana@x.es,+34 600 12 34 56,12345678Z,Vigo
C2,Luis Gil,luis@x.es,600999888,,Lugo
,Eva Sanz,eva@x.es,,,Lugo`

describe('records of customers', () => {
  it('reads contacts in both languages, with their times, and refuses what it can’t place', async () => {
    await bring('customers', PEOPLE)
    const result = await bringTwice(
      'interactions',
      `
external_id,at,direction,kind,channel,subject,first_response_at,cost,customer_id,customer_email
T1,05/03/2026 9:30,Entrante,Consulta,web,Horario,05/03/2026 11:00,,C1,
T2,2026-03-06T18:05:09Z,,Soporte,teléfono,,,1.20,C2,
,07/03/2026,saliente,visita,tienda,,,,,eva@x.es
,08/03/2026,in,,web,,,,,
T1,05/03/2026,in,quote,web,,,,C1,
T5,09/03/2026,in,bailar,web,,,,C1,
T6,09/03/2026,,otro,web,,,,C1,
T7,09/03/2026 10:00,in,visit,,,08/03/2026,,C1,`
    )
    expect(
      all('SELECT customer_id, external_id, at, direction, kind, channel, first_response_at, cost_minor FROM interactions ORDER BY id')
    ).toEqual([
      [1, 'T1', '2026-03-05T09:30:00Z', 'in', 'enquiry', 'web', '2026-03-05T11:00:00Z', null],
      [2, 'T2', '2026-03-06T18:05:09Z', 'in', 'support', 'teléfono', null, 120],
      [3, null, '2026-03-07', 'out', 'visit', 'tienda', null, null],
      [null, null, '2026-03-08', 'in', 'other', 'web', null, null]
    ])
    expect(rejectsOf(result)).toEqual([
      [6, null, 'duplicate-record'],
      [7, 'kind', 'word-unknown'],
      [8, 'direction', 'word-missing'],
      [9, 'first_response_at', 'dates-backwards']
    ])
    expect(result.totals).toEqual({ records: 4, amountMinor: null, from: '2026-03-05', to: '2026-03-08' })
  })

  it('reads complaints with their order, severity and state', async () => {
    await bring('orders', 'external_id,order_date,amount,customer_id\nP1,01/02/2026,10.00,C1')
    const result = await bringTwice(
      'complaints',
      `
external_id,opened_at,category,severity,order,resolved_at,compensation,satisfaction,reopened,customer_id
Q1,03/02/2026,retraso,Alta,P1,05/02/2026,5.00,4,no,C1
Q2,04/02/2026,calidad,2,,,,,sí,C1
Q3,04/02/2026,calidad,,P9,,,,,C1
Q4,04/02/2026,calidad,,,,,9,,C1
Q5,04/02/2026,calidad,,,,-3,,,C1
Q6,04/02/2026,calidad,,,,,,quizá,C1
Q7,04/02/2026,calidad,,,,,,,`
    )
    expect(
      all('SELECT order_id, opened_at, severity, resolved_at, compensation_minor, satisfaction, reopened FROM complaints ORDER BY id')
    ).toEqual([
      [2, '2026-02-03', 3, '2026-02-05', 500, 4, 0],
      [null, '2026-02-04', 2, null, null, null, 1]
    ])
    expect(rejectsOf(result)).toEqual([
      [4, 'order', 'order-unknown'],
      [5, 'satisfaction', 'number-range'],
      [6, 'compensation', 'amount-negative'],
      [7, 'reopened', 'yes-no'],
      [8, null, 'customer-missing']
    ])
  })

  it('reads consents, whatever word says them, and keeps each decision', async () => {
    await bring('customers', PEOPLE)
    await bringTwice(
      'consents',
      `
purpose,status,at,channel,expires_at,customer_email
Publicidad,Sí,01/01/2026,Correo electrónico,,ana@x.es
newsletter,baja,01/02/2026,e-mail,,ana@x.es
Perfilado,no,01/01/2026,,,luis@x.es
sorteos,granted,01/01/2026,WhatsApp,01/01/2027,eva@x.es`
    )
    expect(all('SELECT customer_id, purpose, channel, status, at, expires_at FROM consents ORDER BY id')).toEqual([
      [1, 'marketing', 'email', 'granted', '2026-01-01', null],
      [1, 'marketing', 'email', 'withdrawn', '2026-02-01', null],
      [2, 'profiling', 'todos', 'denied', '2026-01-01', null],
      [3, 'sorteos', 'whatsapp', 'granted', '2026-01-01', '2027-01-01']
    ])
  })

  it('reads survey answers within their scale; a new answer of the same day is not guessed at', async () => {
    await bring('customers', PEOPLE)
    const result = await bringTwice(
      'surveys',
      `
at,score,kind,comment,customer_id
01/03/2026,9,NPS,muy bien,C1
01/03/2026,3,nps,,C1
02/03/2026,5,Satisfacción,,C2
03/03/2026,8,CES,,C2
03/03/2026,11,nps,,C2
03/03/2026,muchos,nps,,C2
03/03/2026,7,,,C2`
    )
    expect(all('SELECT customer_id, kind, score, comment FROM surveys ORDER BY id')).toEqual([
      [1, 'nps', 9, 'muy bien'],
      [1, 'nps', 3, null],
      [2, 'csat', 5, null]
    ])
    expect(rejectsOf(result)).toEqual([
      [5, 'score', 'score-range'],
      [6, 'score', 'score-range'],
      [7, 'score', 'number-format'],
      [8, 'kind', 'word-missing']
    ])
    expect(rejectsOf(await bring('surveys', 'at,score,kind,customer_id\n01/03/2026,5,nps,C1'))).toEqual([[2, null, 'record-several']])
    expect(await bring('surveys', 'at,score,kind,comment,customer_id\n02/03/2026,5,csat,gracias,C2')).toMatchObject({ updated: 1 })
  })

  it('reads campaigns and who was in them', async () => {
    await bring('customers', PEOPLE)
    await bring('orders', 'external_id,order_date,amount,customer_id\nP1,01/02/2026,10.00,C1')
    const result = await bringTwice(
      'campaigns',
      `
external_id,name,goal,start_date,budget,member_group,sent_at,order,customer_id
K1,Primavera,Fidelización,01/03/2026,300.00,T,02/03/2026,P1,C1
K1,Primavera,retention,,,Control,,,C2
K2,Vuelve,reactivación,01/04/2026,,,,,
K1,Primavera,,,,,,,C1
K3,Sin objetivo,,,,,,,C1`
    )
    expect(all('SELECT id, external_id, name, goal, start_date, budget_minor FROM campaigns ORDER BY id')).toEqual([
      [2, 'K1', 'Primavera', 'retention', '2026-03-01', 30_000],
      [4, 'K2', 'Vuelve', 'winback', '2026-04-01', null]
    ])
    expect(all('SELECT campaign_id, customer_id, member_group, sent_at, converted_order_id FROM campaign_members ORDER BY 2')).toEqual([
      [2, 1, 'T', '2026-03-02', 2],
      [2, 2, 'C', null, null]
    ])
    expect(rejectsOf(result)).toEqual([
      [5, null, 'duplicate-record'],
      [6, 'goal', 'word-missing']
    ])
    expect(result).toMatchObject({ created: 3, campaignsCreated: 1 })
  })

  it('makes unknown customers, or refuses their rows, as chosen', async () => {
    const lines = 'at,score,kind,customer_id,customer_name\n01/03/2026,9,nps,C9,Sol Vega'
    expect(rejectsOf(await bring('surveys', lines, { unknownCustomers: 'refuse' }))).toEqual([[2, null, 'customer-unknown']])
    expect(all('SELECT count(*) FROM customers')).toEqual([[0]])
    expect(await bring('surveys', lines)).toMatchObject({ created: 1, customersCreated: 1 })
    expect(all('SELECT external_id, name FROM customers')).toEqual([['C9', 'Sol Vega']])
  })

  it('refuses amounts in another currency, row by row or altogether', async () => {
    const lines = 'at,kind,cost,currency,customer_id\n01/03/2026,visit,5.00,USD,C1\n02/03/2026,visit,5.00,eur,C1'
    expect(rejectsOf(await bring('interactions', lines))).toEqual([[2, 'currency', 'currency-other']])
    expect(await refusalOf(() => bring('interactions', lines, { currency: 'USD' }))).toEqual({
      code: 'import-currency-other',
      details: { currency: 'USD', own: 'EUR' }
    })
  })
})

describe('matching by chosen keys', () => {
  beforeEach(async () => {
    await bring('customers', PEOPLE)
  })

  it('finds by phone and tax id however they are written, in the order chosen', async () => {
    const lines = 'phone,tax_id,city\n600 123 456,,Pontevedra\n,ES-12345678-Z,Tui\n600999888,12345678z,Ourense'
    const result = await bring('customers', lines, { matchBy: ['phone', 'tax_id'] })
    // The third row's phone is Luis's: the tax id after it does not decide.
    expect(result).toMatchObject({ updated: 2, unchanged: 1, created: 0, rejected: 0 })
    expect(all('SELECT name, city, tax_id FROM customers ORDER BY id')).toEqual([
      ['Ana Ruiz', 'Pontevedra', '12345678Z'],
      ['Luis Gil', 'Ourense', '12345678z'],
      ['Eva Sanz', 'Lugo', null]
    ])
  })

  it('refuses a row that fits several, one without any key, and one whose id is somebody else’s', async () => {
    await bring('customers', 'external_id,name,email\nC3,Ana Otra,ana@x.es')
    const result = await bring('customers', 'external_id,name,email,phone\n,,ana@x.es,1\n,,,600111222\nC2,Luis,eva@x.es,', {
      matchBy: ['email']
    })
    expect(rejectsOf(result)).toEqual([
      [2, null, 'customer-several'],
      [3, null, 'customer-unnamed'],
      [4, 'external_id', 'customer-exists']
    ])
    expect(rejectsOf(await bring('customers', 'name,email\nSin correo,', { matchBy: ['email'] }))).toEqual([[2, null, 'key-missing']])
    expect(rejectsOf(await bring('surveys', 'at,score,kind,customer_name\n01/03/2026,9,nps,Ana Ruiz', { matchBy: ['email'] }))).toEqual([
      [2, null, 'key-missing']
    ])
  })

  it('never lets a blank cell overwrite, and lets the first of a file’s rows about one customer decide', async () => {
    await bringTwice('customers', 'external_id,name,city,phone\nC1,,,\nC1,,Tui,\nC1,,Lugo,611222333')
    expect(all("SELECT name, city, phone FROM customers WHERE external_id = 'C1'")).toEqual([['Ana Ruiz', 'Tui', '611222333']])
  })
})

describe('attributes', () => {
  const ATTRIBUTES = {
    'attribute:Puntos': { name: 'Puntos', type: 'number' as const },
    'attribute:Socio': { name: 'Socio', type: 'boolean' as const },
    'attribute:Alta club': { name: 'Alta club', type: 'date' as const },
    'attribute:Talla': { name: 'Talla', type: 'text' as const }
  }
  const lines = `
external_id,name,attribute:Puntos,attribute:Socio,attribute:Alta club,attribute:Talla
C1,Ana,12.5,sí,05/06/2025,M
C2,Luis,,no,,
C3,Eva,muchos,,,
C4,Sol,,quizá,,`

  it('makes attributes of extra columns, and the second file adds to them', async () => {
    const result = await bringTwice('customers', lines, { attributes: ATTRIBUTES })
    expect(all('SELECT external_id, attributes FROM customers ORDER BY id')).toEqual([
      ['C1', '{"Puntos":12.5,"Socio":true,"Alta club":"2025-06-05","Talla":"M"}'],
      ['C2', '{"Socio":false}']
    ])
    expect(rejectsOf(result)).toEqual([
      [4, 'attribute:Puntos', 'number-format'],
      [5, 'attribute:Socio', 'yes-no']
    ])
    expect(result.attributes.map(({ id, type, isNew }) => [id, type, isNew])).toEqual([
      ['Puntos', 'number', true],
      ['Socio', 'boolean', true],
      ['Alta club', 'date', true],
      ['Talla', 'text', true]
    ])
    expect(await bring('customers', 'external_id,attribute:Talla\nC1,L\nC2,S')).toMatchObject({ updated: 2 })
    expect(all('SELECT attributes FROM customers ORDER BY id')).toEqual([
      ['{"Puntos":12.5,"Socio":true,"Alta club":"2025-06-05","Talla":"L"}'],
      ['{"Socio":false,"Talla":"S"}']
    ])
    expect((await bench.client.imports.listAttributes()).map(({ id }) => id)).toEqual(['Alta club', 'Puntos', 'Socio', 'Talla'])
  })

  it('takes the customer’s attributes from files of their records', async () => {
    const orders = 'external_id,order_date,amount,customer_id,attribute:Talla\nP1,01/01/2026,5.00,C1,M\nP2,02/01/2026,6.00,C1,L'
    await bringTwice('orders', orders, { attributes: ATTRIBUTES })
    const survey = await bringTwice('surveys', 'at,score,kind,customer_id,attribute:Talla\n01/01/2026,5,nps,C1,XL')
    expect(survey).toMatchObject({ created: 1, customersUpdated: 1 })
    expect(all('SELECT attributes FROM customers')).toEqual([['{"Talla":"XL"}']])
  })
})

describe('undo and redo of an import', () => {
  const steps: (readonly [ImportKind, string, Options?])[] = [
    ['customers', PEOPLE],
    ['orders', 'external_id,order_date,amount,customer_id\nP1,01/02/2026,10.00,C1\nP2,02/02/2026,20.00,C7'],
    [
      'order-lines',
      'external_id,order_date,amount,product,customer_id\nP1,01/02/2026,4.00,pan,C1\nP1,01/02/2026,5.00,miel,C1\nP5,01/02/2026,5.00,miel,C8'
    ],
    [
      'customers',
      'external_id,name,city,attribute:Talla\nC1,Ana María,,M\nC9,Sol,Tui,',
      { attributes: { 'attribute:Talla': { name: 'Talla', type: 'text' } } }
    ],
    ['interactions', 'external_id,at,kind,customer_id\nT1,01/03/2026,visit,C1\n,02/03/2026,visit,C11'],
    ['interactions', 'external_id,at,kind,outcome,customer_id\nT1,01/03/2026,visit,hecho,C1'],
    ['complaints', 'opened_at,category,order,customer_id\n01/03/2026,retraso,P1,C1'],
    ['consents', 'purpose,status,at,channel,customer_id\nmarketing,sí,01/01/2026,email,C1'],
    ['surveys', 'at,score,kind,customer_id\n01/03/2026,9,nps,C1'],
    ['campaigns', 'name,goal,customer_id\nVuelve,winback,C1\nVuelve,,C12'],
    ['campaigns', 'name,goal,responded_at,customer_id\nVuelve,,05/05/2026,C1'],
    ['order-lines', 'external_id,order_date,amount,product,customer_id\nP1,01/02/2026,7.00,queso,C1']
  ]

  it('goes back and forth over every kind, to the same checksums', async () => {
    const checksums = [checksum()]
    for (const [kind, lines, options] of steps) {
      await bring(kind, lines, options)
      checksums.push(checksum())
    }
    expect(new Set(checksums).size).toBe(checksums.length)
    for (let round = 0; round < 2; round++) {
      for (const expected of checksums.slice(0, -1).reverse()) {
        await bench.client.workspace.undo()
        expect(checksum()).toBe(expected)
      }
      for (const expected of checksums.slice(1)) {
        await bench.client.workspace.redo()
        expect(checksum()).toBe(expected)
      }
    }
    expect((await bench.client.imports.listBatches()).every(({ undone }) => !undone)).toBe(true)
  })

  it('undoes one further back when nothing builds on it, and says what does when something does', async () => {
    await bring('customers', PEOPLE)
    await bring('customers', 'external_id,name\nC20,Mar')
    await bring('surveys', 'at,score,kind,customer_id\n01/03/2026,9,nps,C1')
    const undo = (batch: number): Promise<unknown> => bench.client.imports.undoBatch({ batch })
    const blocked = await refusalOf(() => undo(1))
    expect(blocked).toEqual({ code: 'undo-import-used', details: { what: 'surveys', count: 1 } })
    expect(translate('es', 'errors.undo-import-used', blocked.details)).toContain('(respuestas de encuestas: 1)')
    const before = checksum()
    await undo(2)
    expect(checksum()).not.toBe(before)
    expect(all('SELECT external_id FROM customers ORDER BY id')).toEqual([['C1'], ['C2'], [null]])
    await bring('customers', 'external_id,city\nC1,Tui')
    await undo(3)
    const file = (await bench.client.imports.listBatches())[0]?.fileName ?? ''
    expect(await refusalOf(() => undo(1))).toEqual({ code: 'undo-import-later', details: { file } })
    await undo(4)
    await undo(1)
    expect(all('SELECT count(*) FROM customers')).toEqual([[0]])
  })

  it('leaves what a person wrote since where the import wrote nothing, and is refused where it did', async () => {
    await bring('customers', PEOPLE)
    await bring('customers', 'external_id,city\nC1,Tui')
    await bench.client.customerEdits.updateCustomers({ ids: [1], fields: { notes: 'Prefiere tardes' } })
    await bench.client.imports.undoBatch({ batch: 2 })
    expect(all('SELECT city, notes FROM customers WHERE id = 1')).toEqual([['Vigo', 'Prefiere tardes']])
    expect(await refusalOf(() => bench.client.imports.undoBatch({ batch: 1 }))).toEqual({
      code: 'undo-import-edited',
      details: { count: 1 }
    })
    await bring('customers', 'external_id,city\nC2,Tui')
    await bench.client.customerEdits.updateCustomers({ ids: [2], fields: { city: 'Baiona' } })
    expect(await refusalOf(() => bench.client.imports.undoBatch({ batch: 3 }))).toEqual({
      code: 'undo-import-edited',
      details: { count: 1 }
    })
  })

  it('tells of every record where it came from', async () => {
    await bring('customers', PEOPLE)
    await bring('customers', 'external_id,city,phone\nC1,Tui,\n')
    await bring('customers', 'external_id,city,phone\nC1,Lugo,611000111\n')
    const origins = await bench.client.imports.listOrigins({ table: 'customers', id: 1 })
    expect(origins.madeBy).toMatchObject({ batch: 1, kind: 'customers' })
    expect(origins.changedBy.map(({ batch, values }) => [batch, values])).toEqual([
      [
        3,
        [
          { column: 'phone', before: '+34 600 12 34 56', after: '611000111' },
          { column: 'city', before: 'Tui', after: 'Lugo' }
        ]
      ],
      [2, [{ column: 'city', before: 'Vigo', after: 'Tui' }]]
    ])
    await bench.client.workspace.undo()
    expect((await bench.client.imports.listOrigins({ table: 'customers', id: 1 })).changedBy.map(({ batch }) => batch)).toEqual([2])
  })
})
