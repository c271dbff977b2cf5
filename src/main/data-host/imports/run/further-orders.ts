import type Database from 'better-sqlite3'
import type { CustomerAttributes } from './customer-attributes.ts'
import { createBeforeKeeper } from './keep-before.ts'
import { NumberTable } from './number-table.ts'
import { findRefusal, NewCustomers, OrderCustomers, openOrderBook } from './order-customers.ts'
import { listOrderColumns, type OrderStrategy, putOrder } from './order-strategy.ts'
import type { OrderReader } from './read-order.ts'
import { type CellValue, RowWriter } from './row-writer.ts'
import { addTotals, type RunContext } from './run-context.ts'
import { readMaxId } from './secondary-indexes.ts'

interface StoredOrder {
  id: number
  [column: string]: CellValue
}

/** Orders for a workspace that has some: each row is looked up through the indexes before it is written. */
export class FurtherOrders implements OrderStrategy {
  readonly #context: RunContext
  readonly #reader: OrderReader
  readonly #newCustomers: NewCustomers
  readonly #customers: OrderCustomers
  readonly #base: number
  readonly #writer: RowWriter
  /** Row of this file an order that was there before was met in. */
  readonly #met = new NumberTable()
  readonly #byNumber: Database.Statement<[string], StoredOrder>
  readonly #equal: Database.Statement<[number | null, string, number], StoredOrder>
  readonly #update: Database.Statement<CellValue[]>
  readonly #keepBefore: (id: number) => void

  constructor(context: RunContext, reader: OrderReader, attributes: CustomerAttributes) {
    this.#context = context
    this.#reader = reader
    const { db, batchId } = context
    const { columns } = reader
    this.#newCustomers = new NewCustomers(context)
    this.#customers = new OrderCustomers(context, openOrderBook(db, context.settings), this.#newCustomers.writer, attributes)
    this.#base = readMaxId(db, 'orders')
    // One row per statement: the next row's look-up must see it.
    this.#writer = new RowWriter(db, 'orders', [...listOrderColumns(reader), 'occurrence'], { rows: 1, fixed: { batch_id: batchId } })
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
    return this.#reader.externalId === '' ? this.#takeUnnumbered(cells, row) : this.#takeNumbered(cells, row)
  }

  #takeNumbered(cells: readonly string[], row: number): boolean {
    const context = this.#context
    const reader = this.#reader
    const customers = this.#customers
    const found = this.#byNumber.get(reader.externalId)
    if (!found) {
      const customerId = customers.resolve(cells)
      if (this.#refuses(customerId, row)) return false
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
    if (this.#refuses(customerId, row)) return false
    this.#meet(found, customerId, row)
    return true
  }

  /** Refuses the row when it can't be said who bought. */
  #refuses(customerId: number | null, row: number): boolean {
    const refusal = findRefusal(customerId)
    if (refusal !== null) this.#context.rejects.add(row, -1, refusal)
    return refusal !== null
  }

  #takeUnnumbered(cells: readonly string[], row: number): boolean {
    const context = this.#context
    const reader = this.#reader
    const customers = this.#customers
    const customerId = customers.resolve(cells)
    if (this.#refuses(customerId, row)) return false
    const equals = this.#equal.all(customerId, reader.date, reader.amountMinor)
    const free = context.settings.onMatch === 'create' ? undefined : equals.find(({ id }) => id <= this.#base && this.#met.get(id) === 0)
    if (free) this.#meet(free, customerId, row)
    else this.#create(customerId, row, Number(equals.at(-1)?.['occurrence'] ?? 0) + 1)
    return true
  }

  #create(customerId: number | null, row: number, occurrence: number): void {
    const context = this.#context
    const reader = this.#reader
    putOrder(this.#writer, reader, this.#base + row, customerId)
    this.#writer.put(occurrence)
    this.#writer.endRow()
    context.counts.created++
    addTotals(context.counts, reader.amountMinor, reader.date)
  }

  #meet(found: StoredOrder, customerId: number | null, row: number): void {
    const context = this.#context
    const reader = this.#reader
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
    this.#newCustomers.finish()
  }
}
