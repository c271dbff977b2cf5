import type Database from 'better-sqlite3'
import { AttributeColumns } from './attribute-columns.ts'
import { createBeforeKeeper } from './keep-before.ts'
import type { RecordProblem } from './record-reader.ts'
import type { RunContext } from './run-context.ts'
import { readMaxId } from './secondary-indexes.ts'

const PAGE = 2000

/**
 * Attributes of customers in files of their records (an order that says the customer's branch). What rows give is staged in a
 * temporary table and written when all are read: customers that the file makes are not in the table before. Of several rows about
 * one customer the first that gives a value decides, as everywhere.
 */
export class CustomerAttributes {
  readonly #context: RunContext
  readonly #columns: AttributeColumns
  readonly #base: number
  readonly #stage: Database.Statement<[number, string]> | null
  readonly #read: Database.Statement<[number], string> | null

  constructor(context: RunContext) {
    this.#context = context
    this.#columns = new AttributeColumns(context)
    context.attributes.push(...this.#columns.describe())
    this.#base = readMaxId(context.db, 'customers')
    const isUsed = this.#columns.count > 0
    if (isUsed)
      context.db.exec(
        'DROP TABLE IF EXISTS temp.staged_attributes; CREATE TEMP TABLE staged_attributes (customer_id INTEGER PRIMARY KEY, attributes TEXT NOT NULL)'
      )
    this.#stage = isUsed
      ? context.db.prepare(
          'INSERT INTO temp.staged_attributes VALUES (?, ?) ON CONFLICT (customer_id) DO UPDATE SET attributes = excluded.attributes'
        )
      : null
    this.#read = isUsed
      ? context.db.prepare<[number], string>('SELECT attributes FROM temp.staged_attributes WHERE customer_id = ?').pluck()
      : null
  }

  /** Reads a row; null, or why it can't be taken. */
  read(cells: readonly string[]): RecordProblem | null {
    return this.#columns.read(cells)
  }

  /** What the row read last says is the customer's. */
  stage(customerId: number | null): void {
    if (this.#stage === null || customerId === null) return
    const staged = this.#read?.get(customerId) ?? null
    const known = staged === null ? {} : (JSON.parse(staged) as Record<string, unknown>)
    const ids = this.#columns.describe().map(({ id }) => id)
    const merged = this.#columns.merge(staged, (index) => known[ids[index] ?? ''] === undefined)
    if (merged !== null && merged !== staged) this.#stage.run(customerId, merged)
  }

  /** Writes what was staged to the customers; those that had other values are kept as they were for undo. */
  finish(): void {
    if (this.#stage === null) return
    const { db, batchId, now, settings } = this.#context
    const keepBefore = createBeforeKeeper(db, batchId, 'customers')
    const page = db.prepare<[number, number], { id: number; staged: string; stored: string | null }>(
      `SELECT s.customer_id AS id, s.attributes AS staged, c.attributes AS stored FROM temp.staged_attributes s JOIN customers c ON c.id = s.customer_id
       WHERE s.customer_id > ? ORDER BY s.customer_id LIMIT ?`
    )
    const update = db.prepare<[string, string, number]>('UPDATE customers SET attributes = ?, updated_at = ? WHERE id = ?')
    for (let rows = page.all(-1, PAGE); rows.length > 0; rows = page.all(rows.at(-1)?.id ?? Infinity, PAGE)) {
      this.#context.stopIfCancelled()
      for (const { id, staged, stored } of rows) {
        if (id <= this.#base && settings.onMatch !== 'update') continue
        const before = stored === null ? {} : (JSON.parse(stored) as Record<string, unknown>)
        const given = JSON.parse(staged) as Record<string, unknown>
        if (Object.keys(given).every((key) => before[key] === given[key])) continue
        if (id <= this.#base) {
          keepBefore(id)
          this.#context.counts.customersUpdated++
        }
        update.run(JSON.stringify({ ...before, ...given }), now, id)
      }
    }
    db.exec('DROP TABLE temp.staged_attributes')
  }
}
