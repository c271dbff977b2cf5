import type Database from 'better-sqlite3'
import type { OrderSinks } from './first-orders.ts'
import { NewCustomers } from './order-customers.ts'
import { listOrderColumns } from './order-strategy.ts'
import { OrderReader } from './read-order.ts'
import { type RowBatch, unpackRows } from './row-batch.ts'
import { RowWriter } from './row-writer.ts'
import type { RunContext } from './run-context.ts'
import { dropIndexes, prepareSorting, readMaxId } from './secondary-indexes.ts'

/** Ids, from one to the next. */
const DELETED_AT_ONCE = 50_000

/** The tables a workspace's first orders go into. They are written without indexes; what rows have in common is found set-wise at the end. */
export class FirstOrderTables {
  readonly sinks: OrderSinks & Record<keyof OrderSinks, RowWriter>
  readonly #context: RunContext
  readonly #db: Database.Database
  readonly #newCustomers: NewCustomers
  readonly #indexes: Map<string, string>

  constructor(context: RunContext) {
    this.#context = context
    this.#db = context.db
    // Rows are only added at the end: what is behind is not looked at again.
    this.#db.pragma('cache_size = -4096')
    this.#indexes = dropIndexes(this.#db, 'orders')
    this.#newCustomers = new NewCustomers(context)
    const orders = new RowWriter(this.#db, 'orders', listOrderColumns(new OrderReader(context)), {
      ascending: true,
      fixed: { batch_id: context.batchId }
    })
    this.sinks = { orders, customers: this.#newCustomers.writer }
  }

  /** Writes rows another thread has read. */
  write(table: keyof OrderSinks, batch: RowBatch): void {
    unpackRows(batch, this.sinks[table].width, this.sinks[table])
  }

  finish(): void {
    const { stopIfCancelled } = this.#context
    this.sinks.orders.flush()
    this.sinks.customers.flush()
    prepareSorting(this.#db)
    this.#refuseRepeatedNumbers()
    this.#newCustomers.finish()
    for (const sql of this.#indexes.values()) {
      if (isNumberIndex(sql)) continue
      stopIfCancelled()
      this.#db.exec(sql)
    }
    stopIfCancelled()
    this.#countOccurrences()
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

  /**
   * All in tables and indexes on the disk, read in their order, not in memory: a file may be one order over and over. The index
   * stands only until the unique one can.
   */
  #deleteRepeats(): void {
    const { counts, rejects, batchId, stopIfCancelled } = this.#context
    this.#db.exec(
      `CREATE INDEX orders_repeats ON orders(external_id) WHERE external_id IS NOT NULL;
       CREATE TEMP TABLE repeats (id INTEGER PRIMARY KEY, first INTEGER NOT NULL, customer_id INTEGER)`
    )
    stopIfCancelled()
    this.#db.exec(
      `INSERT INTO temp.repeats SELECT o.id, f.first, o.customer_id FROM (
         SELECT external_id, min(id) AS first FROM orders INDEXED BY orders_repeats WHERE external_id IS NOT NULL
         GROUP BY external_id HAVING count(*) > 1) f
       JOIN orders o INDEXED BY orders_repeats ON o.external_id = f.external_id AND o.external_id IS NOT NULL WHERE o.id > f.first;
       DROP INDEX orders_repeats`
    )
    stopIfCancelled()
    for (const { id, first } of this.#db
      .prepare<[], { id: number; first: number }>('SELECT id, first FROM temp.repeats ORDER BY id')
      .iterate()) {
      rejects.add(id, -1, 'duplicate-order-number', first)
      counts.created--
    }
    // A part at a time: SQLite notes in memory every row one statement is going to delete.
    const remove = this.#db.prepare<[number, number]>(
      'DELETE FROM orders WHERE id IN (SELECT id FROM temp.repeats WHERE id > ? AND id <= ?)'
    )
    const lastId = readMaxId(this.#db, 'orders')
    for (let from = 0; from < lastId; from += DELETED_AT_ONCE) {
      remove.run(from, from + DELETED_AT_ONCE)
      stopIfCancelled()
    }
    // Customers only the refused rows named were never made, as if the rows had been refused when they were read.
    const removed = this.#db
      .prepare(
        'DELETE FROM customers WHERE batch_id = ? AND id IN (SELECT customer_id FROM temp.repeats) AND id NOT IN (SELECT customer_id FROM orders WHERE customer_id IS NOT NULL)'
      )
      .run(batchId)
    this.#db.exec('DROP TABLE temp.repeats')
    counts.customersCreated -= removed.changes
    const totals = this.#db
      .prepare<[], { amountMinor: number | null; from: string | null; to: string | null }>(
        'SELECT sum(net_minor) AS amountMinor, min(order_date) AS "from", max(order_date) AS "to" FROM orders'
      )
      .get()
    Object.assign(counts, { amountMinor: totals?.amountMinor ?? 0, from: totals?.from ?? null, to: totals?.to ?? null })
  }

  /** Gives exact repeats without a number their 2, 3, … in the order of the file; the covering index has them side by side. */
  #countOccurrences(): void {
    this.#db.exec(
      `UPDATE orders SET occurrence = numbered.occurrence FROM (
         SELECT id, row_number() OVER (PARTITION BY customer_id, order_date, net_minor ORDER BY id) AS occurrence
         FROM orders WHERE external_id IS NULL) AS numbered
       WHERE orders.id = numbered.id AND numbered.occurrence > 1`
    )
  }
}

function isNumberIndex(sql: string): boolean {
  return sql.includes('UNIQUE') && sql.includes('external_id')
}
