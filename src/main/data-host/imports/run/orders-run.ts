import type Database from 'better-sqlite3'
import { createBeforeKeeper } from './keep-before.ts'
import { NumberTable } from './number-table.ts'
import { OrderCustomers, UNFIT } from './order-customers.ts'
import { OrderReader } from './read-order.ts'
import { addTotals, type KindRun, type RunContext } from './run-context.ts'
import { type CellValue, RowWriter } from './row-writer.ts'
import { dropIndexes, isTableEmpty, readMaxId, prepareSorting } from './secondary-indexes.ts'

interface StoredOrder {
  id: number
  [column: string]: CellValue
}

/**
 * Orders, one row each (or, for sources that say so, several rows of which the first carries the order).
 *
 * An order with a number is that number: the same again in the file is refused and names the first row, whether its other
 * cells are equal or not. An order without one is known by customer, date, amount and its nth occurrence in the file, so
 * exact repeats are kept and the same file again changes nothing.
 *
 * The id of a new order is the row it stands in, counted on from the highest id before: so a row is found again from its
 * order without a table in memory.
 */
export class OrdersRun implements KindRun {
  readonly #context: RunContext
  readonly #reader: OrderReader
  readonly #customers: OrderCustomers
  readonly #strategy: OrderStrategy
  readonly #foldsRows: boolean
  #lastNumber = ''
  #lastRow = 0
  #lastRefused = false

  constructor(context: RunContext) {
    this.#context = context
    this.#reader = new OrderReader(context)
    this.#customers = new OrderCustomers(context)
    const start = { context, reader: this.#reader, customers: this.#customers }
    this.#strategy = isTableEmpty(context.db, 'orders') ? new FirstOrders(start) : new FurtherOrders(start)
    this.#foldsRows = context.preset?.rowsOfOrder === 'first-row'
  }

  take(cells: readonly string[], row: number): void {
    const { rejects, counts } = this.#context
    const reader = this.#reader
    if (this.#foldsRows) {
      const number = reader.readNumber(cells)
      if (number !== '' && number === this.#lastNumber) {
        if (this.#lastRefused) rejects.add(row, -1, 'order-refused', this.#lastRow)
        else counts.folded++
        return
      }
      this.#lastNumber = number
      this.#lastRow = row
    }
    this.#lastRefused = !this.#takeOrder(cells, row)
  }

  #takeOrder(cells: readonly string[], row: number): boolean {
    const { rejects } = this.#context
    const problem = this.#reader.read(cells)
    if (problem !== null) {
      rejects.add(row, this.#reader.problemColumn, problem)
      return false
    }
    return this.#strategy.take(cells, row)
  }

  finish(): void {
    this.#strategy.finish()
  }
}

interface Start {
  context: RunContext
  reader: OrderReader
  customers: OrderCustomers
}
interface OrderStrategy {
  /** False when the row was refused. */
  take: (cells: readonly string[], row: number) => boolean
  finish: () => void
}

const OWN_COLUMNS = ['id', 'customer_id', 'external_id', 'order_date', 'net_minor']

/** Writes a new order: the values of `OWN_COLUMNS` and of the reader's columns. A blank status is a completed order. */
function writeOrder(writer: RowWriter, reader: OrderReader, id: number, customerId: number | null): void {
  writer.put(id)
  writer.put(customerId)
  writer.put(reader.externalId === '' ? null : reader.externalId)
  writer.put(reader.date)
  writer.put(reader.amountMinor)
  const { extras } = reader
  for (let at = 0; at < reader.columns.length; at++) {
    const value = extras[at] ?? null
    writer.put(value === null && at === 0 && reader.hasStatus ? 'completed' : value)
  }
}

/** The first orders of a workspace: nothing to match with, so rows go straight in and what they have in common is found set-wise at the end. */
class FirstOrders implements OrderStrategy {
  readonly #start: Start
  readonly #db: Database.Database
  readonly #writer: RowWriter
  readonly #indexes: Map<string, string>
  #unnumbered = 0

  constructor(start: Start) {
    this.#start = start
    this.#db = start.context.db
    this.#indexes = dropIndexes(this.#db, 'orders')
    this.#writer = new RowWriter(this.#db, 'orders', [...OWN_COLUMNS, ...start.reader.columns], {
      ascending: true,
      fixed: { batch_id: start.context.batchId }
    })
  }

  take(cells: readonly string[], row: number): boolean {
    const { context, reader, customers } = this.#start
    const customerId = customers.resolve(cells)
    if (customerId === UNFIT) {
      context.rejects.add(row, -1, 'text-too-long')
      return false
    }
    if (reader.externalId === '') this.#unnumbered++
    writeOrder(this.#writer, reader, row, customerId)
    this.#writer.endRow()
    context.counts.created++
    addTotals(context.counts, reader.amountMinor, reader.date)
    return true
  }

  finish(): void {
    this.#writer.flush()
    this.#start.customers.writer.flush()
    prepareSorting(this.#db)
    this.#refuseRepeatedNumbers()
    this.#start.customers.finish()
    for (const sql of this.#indexes.values()) {
      if (isNumberIndex(sql)) continue
      this.#start.context.stopIfCancelled()
      this.#db.exec(sql)
    }
    if (this.#unnumbered > 0) this.#countOccurrences()
  }

  /** Building the unique index tells whether numbers repeat; looking for the repeats is only needed when it fails. */
  #refuseRepeatedNumbers(): void {
    const sql = [...this.#indexes.values()].find(isNumberIndex)
    if (sql === undefined) return
    try {
      this.#db.exec(sql)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE')) throw error
      this.#deleteRepeats()
      this.#db.exec(sql)
    }
  }

  #deleteRepeats(): void {
    const { context } = this.#start
    const { counts, rejects } = context
    const repeats = this.#db
      .prepare<[], { id: number; first: number; customerId: number | null }>(
        `SELECT id, first, customer_id AS customerId FROM (
           SELECT id, customer_id, min(id) OVER (PARTITION BY external_id) AS first FROM orders WHERE external_id IN (
             SELECT external_id FROM orders WHERE external_id IS NOT NULL GROUP BY external_id HAVING count(*) > 1))
         WHERE id > first ORDER BY id`
      )
      .all()
    const remove = this.#db.prepare('DELETE FROM orders WHERE id = ?')
    for (const { id, first } of repeats) {
      remove.run(id)
      rejects.add(id, -1, 'duplicate-order-number', first)
      counts.created--
    }
    // Customers only the refused rows named were never made, as if the rows had been refused when they were read.
    const removed = this.#db
      .prepare(
        'DELETE FROM customers WHERE batch_id = ? AND id IN (SELECT value FROM json_each(?)) AND id NOT IN (SELECT customer_id FROM orders WHERE customer_id IS NOT NULL)'
      )
      .run(context.batchId, JSON.stringify(repeats.map(({ customerId }) => customerId)))
    counts.customersCreated -= removed.changes
    const totals = this.#db
      .prepare<[], { amountMinor: number | null; from: string | null; to: string | null }>(
        'SELECT sum(net_minor) AS amountMinor, min(order_date) AS "from", max(order_date) AS "to" FROM orders'
      )
      .get()
    Object.assign(counts, { amountMinor: totals?.amountMinor ?? 0, from: totals?.from ?? null, to: totals?.to ?? null })
  }

  /** Gives exact repeats without a number their 2, 3, … in the order of the file; reads the groups off the covering index. */
  #countOccurrences(): void {
    const groups = this.#db
      .prepare<[], { customerId: number | null; date: string; amount: number }>(
        'SELECT customer_id AS customerId, order_date AS date, net_minor AS amount FROM orders WHERE external_id IS NULL GROUP BY customer_id, order_date, net_minor HAVING count(*) > 1'
      )
      .all()
    const members = this.#db.prepare<[number | null, string, number], { id: number }>(
      'SELECT id FROM orders WHERE customer_id IS ? AND order_date = ? AND net_minor = ? AND external_id IS NULL ORDER BY id'
    )
    const number = this.#db.prepare<[number, number]>('UPDATE orders SET occurrence = ? WHERE id = ?')
    for (const { customerId, date, amount } of groups)
      members.all(customerId, date, amount).forEach(({ id }, at) => at > 0 && number.run(at + 1, id))
  }
}

function isNumberIndex(sql: string): boolean {
  return sql.includes('UNIQUE') && sql.includes('external_id')
}

/** Orders for a workspace that has some: each row is looked up through the indexes before it is written. */
class FurtherOrders implements OrderStrategy {
  readonly #start: Start
  readonly #base: number
  readonly #writer: RowWriter
  /** Row of this file an order that was there before was met in. */
  readonly #met = new NumberTable()
  readonly #byNumber: Database.Statement<[string], StoredOrder>
  readonly #equal: Database.Statement<[number | null, string, number], StoredOrder>
  readonly #update: Database.Statement<CellValue[]>
  readonly #keepBefore: (id: number) => void

  constructor(start: Start) {
    this.#start = start
    const { db, batchId } = start.context
    const columns = start.reader.columns
    this.#base = readMaxId(db, 'orders')
    // One row per statement: the next row's look-up must see it.
    this.#writer = new RowWriter(db, 'orders', [...OWN_COLUMNS, ...columns, 'occurrence'], { rows: 1, fixed: { batch_id: batchId } })
    const read = ['id', 'customer_id', 'order_date', 'net_minor', ...columns].join(', ')
    this.#byNumber = db.prepare(`SELECT ${read} FROM orders WHERE external_id = ?`)
    this.#equal = db.prepare(
      `SELECT ${read}, occurrence FROM orders WHERE customer_id IS ? AND order_date = ? AND net_minor = ? AND external_id IS NULL ORDER BY occurrence`
    )
    // A blank cell never overwrites.
    this.#update = db.prepare(
      `UPDATE orders SET ${['customer_id', 'order_date', 'net_minor', ...columns].map((column) => `${column} = coalesce(?, ${column})`).join(', ')} WHERE id = ?`
    )
    this.#keepBefore = createBeforeKeeper(db, batchId, 'orders')
  }

  take(cells: readonly string[], row: number): boolean {
    return this.#start.reader.externalId === '' ? this.#takeUnnumbered(cells, row) : this.#takeNumbered(cells, row)
  }

  #takeNumbered(cells: readonly string[], row: number): boolean {
    const { context, reader, customers } = this.#start
    const found = this.#byNumber.get(reader.externalId)
    if (!found) {
      const customerId = customers.resolve(cells)
      if (customerId === UNFIT) return this.#refuseUnfit(row)
      this.#create(customerId, row, 1)
      return true
    }
    const firstRow = found.id > this.#base ? found.id - this.#base : this.#met.get(found.id)
    if (firstRow > 0) {
      context.rejects.add(row, -1, 'duplicate-order-number', firstRow)
      return false
    }
    if (context.settings.onMatch === 'create') {
      context.rejects.add(row, -1, 'order-exists')
      return false
    }
    const customerId = context.settings.onMatch === 'skip' ? null : customers.resolve(cells)
    if (customerId === UNFIT) return this.#refuseUnfit(row)
    this.#meet(found, customerId, row)
    return true
  }

  #refuseUnfit(row: number): boolean {
    this.#start.context.rejects.add(row, -1, 'text-too-long')
    return false
  }

  #takeUnnumbered(cells: readonly string[], row: number): boolean {
    const { context, reader, customers } = this.#start
    const customerId = customers.resolve(cells)
    if (customerId === UNFIT) return this.#refuseUnfit(row)
    const equals = this.#equal.all(customerId, reader.date, reader.amountMinor)
    const free = context.settings.onMatch === 'create' ? undefined : equals.find(({ id }) => id <= this.#base && this.#met.get(id) === 0)
    if (free) this.#meet(free, customerId, row)
    else this.#create(customerId, row, Number(equals.at(-1)?.['occurrence'] ?? 0) + 1)
    return true
  }

  #create(customerId: number | null, row: number, occurrence: number): void {
    const { context, reader } = this.#start
    writeOrder(this.#writer, reader, this.#base + row, customerId)
    this.#writer.put(occurrence)
    this.#writer.endRow()
    context.counts.created++
    addTotals(context.counts, reader.amountMinor, reader.date)
  }

  #meet(found: StoredOrder, customerId: number | null, row: number): void {
    const { context, reader } = this.#start
    this.#met.set(found.id, row)
    addTotals(context.counts, reader.amountMinor, reader.date)
    const differs = (column: string, value: CellValue): boolean => value !== null && found[column] !== value
    const changed =
      context.settings.onMatch !== 'skip' &&
      (differs('customer_id', customerId) ||
        differs('order_date', reader.date) ||
        differs('net_minor', reader.amountMinor) ||
        reader.columns.some((column, at) => differs(column, reader.extras[at] ?? null)))
    if (!changed) {
      context.counts.unchanged++
      return
    }
    this.#keepBefore(found.id)
    this.#update.run(customerId, reader.date, reader.amountMinor, ...reader.extras, found.id)
    context.counts.updated++
  }

  finish(): void {
    this.#writer.flush()
    this.#start.customers.finish()
  }
}
