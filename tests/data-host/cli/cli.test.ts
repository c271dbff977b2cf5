import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { useCauce } from './run-cauce.ts'

const { cauce, json, pathOf } = useCauce()

const ORDERS = [
  'Pedido;Cliente;Fecha;Importe',
  'P-1;Ana Prieto;03/01/2026;12,50',
  'P-2;Ana Prieto;14/02/2026;8,00',
  'P-3;Bar La Noria;15/02/2026;240,00',
  'P-4;Bar La Noria;31/02/2026;1,00',
  ''
].join('\n')

describe('the command line', { timeout: 60_000 }, () => {
  it('makes a workspace and tells what is in it', () => {
    expect(json('new', 'a.cauce')).toEqual({ path: pathOf('a.cauce'), customers: 0, orders: 0 })
    expect(json('new', 'b.cauce', '--sample', 'la-espiga')).toMatchObject({ customers: 1284 })
    expect(json('check', 'b.cauce')).toEqual({ ok: true, problems: [] })
    expect(readdirSync(pathOf('.')).sort()).toEqual(['a.cauce', 'b.cauce'])
    expect(json('samples')).toEqual([expect.objectContaining({ id: 'la-espiga', customers: 1284 })])
  })

  it('answers about a business in the shapes that are promised', () => {
    cauce('new', 'b.cauce', '--sample', 'la-espiga')
    const segments = json('segments', 'b.cauce') as { id: string; name: object; kind: string; customers: number | null }[]
    expect(segments.find(({ id }) => id === 's_all')).toMatchObject({
      name: { en: expect.any(String) as string, es: expect.any(String) as string },
      kind: 'built-in',
      customers: 1284,
      share: 1
    })
    const ssc = segments.find(({ id }) => id === 's_ssc')?.customers ?? -1
    const members = json('members', 'b.cauce', 's_ssc') as { customer: string; name: string }[]
    expect(members).toHaveLength(ssc)
    expect(json('customer', 'b.cauce', 'C-0001')).toMatchObject({
      identity: { name: 'Hotel Mirador del Duero' },
      lifecycle: expect.any(String) as string,
      scores: { r: expect.any(Number) as number }
    })
    expect(json('value', 'b.cauce')).toMatchObject({
      asOf: '2026-10-31',
      customers: 1284,
      concentration: { totalMinor: expect.any(Number) as number, customersFor80: expect.any(Number) as number },
      bgnbd: { unit: 'week', converged: true, r: expect.any(Number) as number, repeaters: expect.any(Number) as number },
      gammaGamma: { p: expect.any(Number) as number },
      equityMinor: expect.any(Number) as number
    })
    const evidence = json('evidence', 'b.cauce', 'idic') as {
      model: string
      elements: { metrics: { value: number | null; reason: string | null }[] }[]
    }
    expect(evidence.model).toBe('idic')
    const [first] = evidence.elements.flatMap(({ metrics }) => metrics)
    expect(Object.keys(first ?? {})).toEqual(
      expect.arrayContaining(['window', 'asOf', 'previous', 'trend', 'margin', 'fewData', 'target', 'enteredByHand', 'enteredAt', 'hint'])
    )
    expect(evidence).toMatchObject({ asOf: '2026-10-31', window: { from: '2025-11-01', to: '2026-10-31', days: 365 } })
    for (const { value, reason } of evidence.elements.flatMap(({ metrics }) => metrics)) expect(value === null).toBe(reason !== null)
    expect(json('models', 'idic')).toMatchObject({ id: 'idic' })
  })

  it('computes at another date without changing the file', () => {
    cauce('new', 'b.cauce', '--sample', 'la-espiga')
    const before = readFileSync(pathOf('b.cauce'))
    expect(json('value', 'b.cauce', '--as-of', '2025-06-30')).toMatchObject({ asOf: '2025-06-30' })
    expect(readFileSync(pathOf('b.cauce')).equals(before)).toBe(true)
    expect(json('value', 'b.cauce')).toMatchObject({ asOf: '2026-10-31' })
  })

  it('imports, forecasts, keeps what it refused, and undoes', () => {
    writeFileSync(pathOf('pedidos.csv'), ORDERS)
    cauce('new', 'a.cauce')
    expect(json('inspect', 'pedidos.csv')).toMatchObject({ encoding: 'utf-8', delimiter: ';', headerRow: 0, rows: 4, kind: 'orders' })
    const counts = { rows: 4, created: 3, updated: 0, unchanged: 0, rejected: 1 }
    expect(json('import', 'a.cauce', 'pedidos.csv', '--dry-run')).toMatchObject({ ...counts, batch: null })
    expect(json('value', 'a.cauce')).toMatchObject({ customers: 0 })
    expect(json('import', 'a.cauce', 'pedidos.csv', '--rejects', 'rechazadas.csv')).toMatchObject({
      ...counts,
      rejects: [{ row: expect.any(Number) as number, code: expect.any(String) as string, message: expect.any(String) as string }]
    })
    expect(readFileSync(pathOf('rechazadas.csv'), 'utf8')).toContain('P-4')
    expect(json('import', 'a.cauce', 'pedidos.csv')).toMatchObject({ created: 0, unchanged: 3 })
    expect(json('value', 'a.cauce')).toMatchObject({
      customers: 2,
      concentration: {
        totalMinor: 26_050,
        // 24,000 and 2,050: 92 % and 8 %.
        herfindahl: expect.closeTo(0.854996, 6) as number,
        abc: [
          { id: 'a', customers: 1, totalMinor: 24_000 },
          { id: 'b', customers: 1, totalMinor: 2_050 },
          { id: 'c', customers: 0, totalMinor: 0 }
        ]
      }
    })
    expect(json('undo', 'a.cauce')).toEqual({ undone: { id: expect.any(Number) as number, kind: 'import' } })
    // What changed nothing left nothing to undo.
    expect(cauce('undo', 'a.cauce').code).toBe(1)
    expect(json('value', 'a.cauce')).toMatchObject({ customers: 0 })
    expect(json('check', 'a.cauce')).toEqual({ ok: true, problems: [] })
  })

  it('takes the columns from a mapping file', () => {
    writeFileSync(pathOf('raro.csv'), 'quién,cuándo,cuánto\nAna,2026-01-02,5.00\nLuis,2026-01-03,7.00\n')
    writeFileSync(pathOf('map.json'), JSON.stringify({ quién: 'customer_name', cuándo: 'order_date', cuánto: 'amount' }))
    cauce('new', 'a.cauce')
    expect(json('import', 'a.cauce', 'raro.csv', '--kind', 'orders', '--mapping', 'map.json')).toMatchObject({ created: 2 })
    writeFileSync(pathOf('map.json'), '{"nadie": "order_date"}')
    expect(cauce('import', 'a.cauce', 'raro.csv', '--kind', 'orders', '--mapping', 'map.json')).toMatchObject({
      code: 1,
      err: expect.stringContaining('nadie') as string
    })
  })

  it.each([
    ['a folder', ['value', '.'], 'file-is-folder'],
    ['a file that is not there', ['value', 'nowhere.cauce'], 'file-missing'],
    ['a text file', ['check', 'notes.txt'], 'file-not-ours'],
    ['an empty file', ['check', 'empty.cauce'], 'file-empty'],
    ['data that is not there', ['inspect', 'nowhere.csv'], 'file-missing'],
    ['a workspace that exists', ['new', 'notes.txt'], 'file-exists'],
    ['an unknown sample', ['new', 'x.cauce', '--sample', 'nobody'], 'not-found']
  ])('refuses %s with one sentence', (_, words, code) => {
    writeFileSync(pathOf('notes.txt'), 'notes '.repeat(100))
    writeFileSync(pathOf('empty.cauce'), '')
    const before = readdirSync(pathOf('.'))
    const outcome = cauce(...words, '--json')
    expect(outcome.code).toBe(1)
    expect(outcome.err).toMatch(/^cauce: [^\n]+\n$/)
    expect(JSON.parse(outcome.out)).toEqual({
      error: { code, message: expect.any(String) as string, details: expect.any(Object) as object }
    })
    expect(readdirSync(pathOf('.'))).toEqual(before)
  })

  it('says what is not there in segments that have no answer yet', () => {
    cauce('new', 'a.cauce')
    const { code, out } = cauce('members', 'a.cauce', 's_mvc', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ error: { code: expect.stringMatching(/^needs-/) as string } })
  })

  it('takes everything out into one workbook, and not into a file of commas', () => {
    cauce('new', 'b.cauce', '--sample', 'la-espiga')
    expect(cauce('export', 'b.cauce', 'all', '--out', 'x.csv').code).toBe(2)
    expect(existsSync(pathOf('x.csv'))).toBe(false)
    const { rows } = json('export', 'b.cauce', 'all', '--out', 'x.xlsx') as { rows: number }
    expect(rows).toBeGreaterThan(1284)
    expect(readFileSync(pathOf('x.xlsx')).subarray(0, 2).toString()).toBe('PK')
  })

  it.each([
    [['nonsense']],
    [['value']],
    [['value', 'a', 'b']],
    [['value', 'a', '--nope']],
    [['value', 'a', '--as-of', '2026-02-30']],
    [['import', 'a', 'b', '--decimal', 'point']],
    [['export', 'a', 'customers']]
  ])('exits 2 with the usage on %j', (words) => {
    const { code, out, err } = cauce(...words)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(/^cauce: [^\n]+\n$/)
  })

  it('speaks the language that is asked for', () => {
    expect(cauce('value', 'nowhere.cauce', '--lang', 'es').err).toContain('No existe el archivo nowhere.cauce')
    expect(cauce('help', '--lang=es').out).toContain('Órdenes:')
  })

  it('writes lists to files', () => {
    cauce('new', 'b.cauce', '--sample', 'la-espiga')
    cauce('members', 'b.cauce', 's_champions', '--out', 'campeones.csv')
    const lines = readFileSync(pathOf('campeones.csv'), 'utf8').trimEnd().split('\r\n')
    expect(lines[0]).toBe('customer,name')
    expect(lines.length).toBeGreaterThan(100)
    expect(json('export', 'b.cauce', 'customers', '--out', 'clientes.csv')).toEqual({ rows: 1284, path: pathOf('clientes.csv') })
    expect(json('report', 'b.cauce', 'idic', '--format', 'md', '--out', 'informe.md')).toEqual({ path: pathOf('informe.md') })
    expect(readFileSync(pathOf('informe.md'), 'utf8')).toContain('IDIC')
  })
})
