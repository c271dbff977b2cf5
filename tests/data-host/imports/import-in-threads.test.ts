import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openConnection } from '../../../src/main/data-host/database/connection.ts'
import { toWorkspaceError } from '../../../src/main/data-host/database/sqlite-errors.ts'
import { readInThread } from '../../../src/main/data-host/imports/reading-thread.ts'
import type { ReadRequest } from '../../../src/main/data-host/imports/run/read-first-orders.ts'
import { RowPacker, unpackRows } from '../../../src/main/data-host/imports/run/row-batch.ts'
import type { CellValue, RowSink } from '../../../src/main/data-host/imports/run/row-writer.ts'
import type { ImportJob } from '../../../src/main/data-host/imports/run/run-context.ts'
import { runImport, runImportInThreads } from '../../../src/main/data-host/imports/run/run-import.ts'
import type { ImportResult } from '../../../src/shared/contract/imports.ts'
import { digestData, type ImportBench, openImportBench, refusalOf, toSettings } from '../../support/import-file.ts'
import { makeRandom } from '../../../src/shared/analytics/chance.ts'

// Files over 1 MB with a workspace's first orders are read in one thread and written in another. Each of these has many
// batches of rows; what they leave is compared with what one thread alone leaves.
const resourcesDir = fileURLToPath(new URL('../../../resources', import.meta.url))

let bench: ImportBench
let other: ImportBench
beforeEach(async () => {
  bench = await openImportBench()
  other = await openImportBench()
})
afterEach(async () => {
  for (const each of [bench, other]) {
    expect(each.db().pragma('foreign_key_check')).toEqual([])
    expect(each.db().pragma('integrity_check', { simple: true })).toBe('ok')
    await each.close()
  }
})

const HEAD = 'order id,customer id,customer name,customer email,date,amount,channel,status,note\n'
const NAMES = ['Ana Ruiz', 'Íñigo Peña', '王芳', '"Gil, Eva"', 'O’Neill', '']

/** Orders with all that can happen to a row: known and new customers, nobody, no number, repeats, quotes, accents, and every tenth row at fault. */
function writeOrders(rows: number): string {
  const random = makeRandom(7)
  const pick = (count: number): number => Math.floor(random() * count)
  const lines = Array.from({ length: rows }, (_, row) => {
    const number = pick(4) === 0 ? '' : `P${String(pick(50) === 0 ? pick(row + 1) : row)}`
    const customer = pick(30) === 0 ? '' : `C${String(pick(rows / 10))}`
    const fault = pick(10)
    const date = fault === 1 ? '2026-02-31' : `2026-0${String(Math.floor((row * 8) / rows) + 1)}-1${String(pick(3))}`
    const amount = fault === 2 ? 'x' : `${String(pick(40))}.${pick(2) === 0 ? '50' : '05'}`
    const status = fault === 3 ? '?' : ['paid', 'cancelled', ''][pick(3)]
    const mail = pick(9) === 0 ? `m${String(pick(rows / 20))}@x.es` : ''
    return [
      number,
      customer,
      NAMES[pick(NAMES.length)],
      mail,
      date,
      amount,
      ['web', 'tienda', ''][pick(3)],
      status,
      `n${String(row)}`
    ].join(',')
  })
  return `${HEAD}${lines.join('\n')}\n`
}

function openForImport(of: ImportBench): Database.Database {
  const db = openConnection(of.context.workspace().path, { readOnly: false })
  db.pragma('foreign_keys = OFF')
  return db
}

async function createJob(of: ImportBench, path: string): Promise<ImportJob> {
  const { token, inspection } = await of.inspect(path)
  return { path, resourcesDir, settings: toSettings(token, inspection), stamp: null, keep: true, now: new Date(0) }
}

const listBatches = (of: ImportBench): unknown[] =>
  of.db().prepare('SELECT id, rows, created, updated, unchanged, rejected, file_sha256 FROM import_batches ORDER BY id').all()

/** Imports with two threads, and the same file in this thread alone; expects the same answer and the same data to the last byte. */
async function importBoth(path: string): Promise<ImportResult> {
  const forecast = await bench.run(path, undefined, 'forecastImport')
  const result = await bench.run(path)
  expect({ ...forecast, batch: result.batch, ms: 0 }).toEqual({ ...result, ms: 0 })
  const at = bench.db().prepare<[], { at: string }>('SELECT at FROM import_batches ORDER BY id DESC').get()?.at ?? 0
  const job = { ...(await createJob(other, path)), now: new Date(at) }
  const db = openForImport(other)
  try {
    const alone = runImport(db, job, { onProgress: () => undefined, isCancelled: () => false })
    expect({ ...result, ms: 0 }).toEqual({ ...alone.result, ms: 0 })
  } finally {
    db.close()
  }
  expect(digestData(bench.db())).toBe(digestData(other.db()))
  expect(listBatches(bench)).toEqual(listBatches(other))
  return result
}

describe('read in one thread, written in another', () => {
  it('leaves exactly what one thread leaves', async () => {
    const path = bench.write('orders.csv', writeOrders(30_000))
    const result = await importBoth(path)
    expect(result.rows).toBe(30_000)
    expect(result.created + result.rejected).toBe(30_000)
    expect(result.rejected).toBeGreaterThan(8000)
    const rows = result.rejects.map(({ row }) => row)
    expect(rows).toEqual(rows.toSorted((a, b) => a - b))
    expect(new Set(result.rejects.map(({ code }) => code))).toContain('duplicate-order-number')
    expect(bench.db().prepare('SELECT max(occurrence) FROM orders').pluck().get()).toBeGreaterThan(1)
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
    expect(listBatches(bench)).toMatchObject([{ file_sha256: sha256 }])
  })

  it('matches the customers that are there', async () => {
    const customers = Array.from({ length: 1000 }, (_, id) => `C${String(id)},Name ${String(id)},m${String(id)}@x.es\n`)
    for (const each of [bench, other]) await each.run(each.write('customers.csv', `customer id,name,email\n${customers.join('')}`))
    const result = await importBoth(bench.write('orders.csv', writeOrders(30_000)))
    expect(result.customersCreated).toBeGreaterThan(0)
    const known = 'SELECT count(DISTINCT customer_id) FROM orders WHERE customer_id <= 1000'
    expect(bench.db().prepare(known).pluck().get()).toBeGreaterThan(990)
  })

  it.each([
    ['a NUL byte', 'import-nul-bytes', 'P1,C1,,,2026-01-01,1\0,,,\n'],
    ['a quote that never closes', 'import-unbalanced-quote', 'P1,C1,"Ana,,2026-01-01,1,,,\n'],
    ['a row of too many columns', 'import-too-many-columns', `P1,C1${','.repeat(3000)}\n`]
  ])('leaves nothing when the file has %s near its end, and takes the next file', async (_, code, line) => {
    const good = writeOrders(30_000)
    const before = digestData(bench.db())
    const bad = bench.write('bad.csv', `${good}${line}${'P2,C2,,,2026-01-01,1,,,\n'.repeat(10)}`)
    expect(await refusalOf(() => bench.run(bad))).toMatchObject({ code })
    expect(digestData(bench.db())).toBe(before)
    expect(listBatches(bench)).toEqual([])
    expect(await bench.run(bench.write('good.csv', good))).toMatchObject({ rows: 30_000 })
  })

  it('leaves nothing when cancelled in the middle, and takes the next file', async () => {
    const good = writeOrders(30_000)
    const path = bench.write('many.csv', good + good.slice(HEAD.length).repeat(9))
    const before = digestData(bench.db())
    const { token, inspection } = await bench.inspect(path)
    const abort = new AbortController()
    const cancel = async (): Promise<void> => {
      for await (const event of await bench.client.imports.runImport(toSettings(token, inspection), { signal: abort.signal }))
        if (event.type === 'progress' && event.progress.rows > 0) abort.abort()
    }
    await expect(cancel()).rejects.toThrow()
    expect(digestData(bench.db())).toBe(before)
    expect(listBatches(bench)).toEqual([])
    expect(await bench.run(bench.write('good.csv', good))).toMatchObject({ rows: 30_000 })
  })

  it('ends both threads when the disk is full', async () => {
    const job = await createJob(bench, bench.write('orders.csv', writeOrders(30_000)))
    const before = digestData(bench.db())
    const db = openForImport(bench)
    const cancelled = new SharedArrayBuffer(4)
    const { path: workspacePath } = bench.context.workspace()
    const hooks = {
      onProgress: () => undefined,
      isCancelled: () => false,
      readElsewhere: (request: ReadRequest) => readInThread(request, { workspacePath, cancelled })
    }
    try {
      // SQLite answers as on a full disk when the file may not grow.
      db.pragma('max_page_count = 150')
      const error = await runImportInThreads(db, job, hooks).catch(toWorkspaceError)
      expect(error).toMatchObject({ code: 'disk-full' })
      expect(Atomics.load(new Int32Array(cancelled), 0)).toBe(1)
      // The thread that reads is free again.
      db.pragma('max_page_count = 100000')
      Atomics.store(new Int32Array(cancelled), 0, 0)
      expect(digestData(bench.db())).toBe(before)
      expect((await runImportInThreads(db, job, hooks)).result.rows).toBe(30_000)
    } finally {
      db.close()
    }
  })

  it('lets the process end', async () => {
    const data = bench.write('orders.csv', writeOrders(30_000))
    const host = pathToFileURL(fileURLToPath(new URL('../../../src/main/data-host/host.ts', import.meta.url))).href
    const script = bench.write(
      'import.mjs',
      `import { createLocalHost } from ${JSON.stringify(host)}
const { client, context } = createLocalHost({ resourcesDir: ${JSON.stringify(resourcesDir)} })
await client.workspace.createWorkspace({ fileToken: context.files.grant(${JSON.stringify(join(bench.folder, 'child.cauce'))}) })
const fileToken = context.files.grant(${JSON.stringify(data)})
const { kind, preset, dialect, columns } = await client.imports.inspectFile({ fileToken })
for await (const event of await client.imports.runImport({ fileToken, kind, preset, dialect, columns: columns.filter(({ field }) => field).map(({ index, field, decimal, dateOrder }) => ({ index, field, decimal, dateOrder })) })) if (event.type === 'result') console.log(event.result.rows)
await client.workspace.closeWorkspace()`
    )
    const child = spawn(process.execPath, ['--experimental-strip-types', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()))
    const [code] = (await once(child, 'exit')) as [number | null]
    expect({ code, said }).toEqual({ code: 0, said: '30000\n' })
  })
})

it('counts exact repeats and refuses repeated numbers row by row, however many are equal', async () => {
  const random = makeRandom(3)
  const rows = Array.from({ length: 5000 }, () => ({
    number: random() < 0.5 ? '' : `P${String(Math.floor(random() * 900))}`,
    customer: random() < 0.1 ? '' : `C${String(Math.floor(random() * 4))}`,
    date: `2026-01-0${String(1 + Math.floor(random() * 3))}`
  }))
  const lines = rows.map(({ number, customer, date }) => `${number},${customer},${date},5.00\n`)
  const result = await bench.run(bench.write('repeats.csv', `order id,customer id,date,amount\n${lines.join('')}`))
  const counted = new Map<string, number>()
  const firstRows = new Map<string, number>()
  const wanted: unknown[] = []
  const refused: unknown[] = []
  for (const [at, { number, customer, date }] of rows.entries()) {
    const row = at + 2
    const first = number === '' ? undefined : firstRows.get(number)
    if (first !== undefined) {
      refused.push([row, 'duplicate-order-number', `The same order number stands in row ${String(first)}.`])
      continue
    }
    if (number !== '') firstRows.set(number, row)
    const key = `${customer} ${date}`
    if (number === '') counted.set(key, (counted.get(key) ?? 0) + 1)
    wanted.push([row, number === '' ? null : number, customer === '' ? null : customer, date, number === '' ? counted.get(key) : 1])
  }
  const stored =
    'SELECT o.id, o.external_id, c.external_id, order_date, occurrence FROM orders o LEFT JOIN customers c ON c.id = o.customer_id ORDER BY o.id'
  expect(bench.db().prepare(stored).raw().all()).toEqual(wanted)
  expect(result.rejects.map(({ row, code, message }) => [row, code, message.en])).toEqual(refused.slice(0, 1000))
  expect(result).toMatchObject({ created: wanted.length, rejected: refused.length, totals: { amountMinor: wanted.length * 500 } })
})

it('packs rows and unpacks them as they were, wherever a batch ends', () => {
  const value = fc.oneof(
    fc.constant(null),
    fc.double({ noNaN: true }),
    fc.constantFrom('', 'web', '王芳', 'ñ'),
    fc.string({ unit: 'binary' })
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value, value), { maxLength: 40 }), fc.integer({ min: 1, max: 200 }), (rows, repeat) => {
      const given = Array.from({ length: repeat }, () => rows).flat()
      const taken: CellValue[][] = []
      let row: CellValue[] = []
      const sink: RowSink = {
        put: (cell) => row.push(cell),
        endRow: () => {
          taken.push(row)
          row = []
        },
        flush: () => undefined
      }
      const packer = new RowPacker(3, (batch) => {
        unpackRows(batch, 3, sink)
      })
      for (const cells of given) {
        for (const cell of cells) packer.put(cell)
        packer.endRow()
      }
      packer.flush()
      expect(taken).toEqual(given)
    }),
    { numRuns: 50 }
  )
})
