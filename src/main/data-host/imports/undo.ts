import type Database from 'better-sqlite3'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { CellValue } from './run/row-writer.ts'

/** What may point at a customer or an order that an import made. Rows of the same import go with it. */
const REFERENCES: readonly { table: string; column: string; to: 'customers' | 'orders'; hasBatch: boolean }[] = [
  { table: 'orders', column: 'customer_id', to: 'customers', hasBatch: true },
  { table: 'interactions', column: 'customer_id', to: 'customers', hasBatch: true },
  { table: 'complaints', column: 'customer_id', to: 'customers', hasBatch: true },
  { table: 'consents', column: 'customer_id', to: 'customers', hasBatch: true },
  { table: 'surveys', column: 'customer_id', to: 'customers', hasBatch: true },
  { table: 'campaign_members', column: 'customer_id', to: 'customers', hasBatch: true },
  { table: 'customer_flags', column: 'customer_id', to: 'customers', hasBatch: false },
  { table: 'segment_members', column: 'customer_id', to: 'customers', hasBatch: false },
  { table: 'customers', column: 'merged_into_id', to: 'customers', hasBatch: true },
  { table: 'order_lines', column: 'order_id', to: 'orders', hasBatch: true },
  { table: 'complaints', column: 'order_id', to: 'orders', hasBatch: true },
  { table: 'campaign_members', column: 'converted_order_id', to: 'orders', hasBatch: true }
]
/** Children before parents. */
const TABLES = ['order_lines', 'orders', 'customers'] as const

/**
 * Takes one import back exactly, inside the caller's transaction: rows it made go, rows it changed become what they were.
 * Throws `not-found`, or `undo-blocked` when something later depends on it: another import changed the same rows, or
 * rows of somebody else point at customers or orders made here.
 */
export function undoImport(db: Database.Database, batchId: number, now: Date): void {
  const batch = db.prepare<[number], { undone_at: string | null }>('SELECT undone_at FROM import_batches WHERE id = ?').get(batchId)
  if (!batch || batch.undone_at !== null) throw new CauceError('not-found')
  // Looked up once: orders have no index by import, which every import would pay for.
  const made = TABLES.filter((table) => db.prepare(`SELECT 1 FROM ${table} WHERE batch_id = ? LIMIT 1`).get(batchId) !== undefined)
  refuseIfNeeded(db, batchId, made)
  // Rows the import replaced (lines of a changed order) are made again, so those that stand in their place go first.
  for (const table of made)
    db.prepare(
      `DELETE FROM ${table} WHERE batch_id = ? AND id NOT IN (SELECT row_id FROM import_before WHERE batch_id = ? AND table_name = '${table}')`
    ).run(batchId, batchId)
  for (const table of [...TABLES].reverse()) restoreRows(db, batchId, table)
  db.prepare('DELETE FROM import_before WHERE batch_id = ?').run(batchId)
  db.prepare('UPDATE import_batches SET undone_at = ? WHERE id = ?').run(now.toISOString(), batchId)
}

function refuseIfNeeded(db: Database.Database, batchId: number, made: readonly string[]): void {
  const changedLater = db
    .prepare(
      `SELECT 1 FROM import_before later JOIN import_batches b ON b.id = later.batch_id
       WHERE later.batch_id > ? AND b.undone_at IS NULL AND (
         EXISTS (SELECT 1 FROM import_before mine WHERE mine.batch_id = ? AND mine.table_name = later.table_name AND mine.row_id = later.row_id)
         OR CAST(later.before ->> 'batch_id' AS INTEGER) = ?) LIMIT 1`
    )
    .get(batchId, batchId, batchId)
  if (changedLater) throw new CauceError('undo-blocked')
  for (const { table, column, to, hasBatch } of REFERENCES) {
    if (!made.includes(to)) continue
    const others = hasBatch ? 'AND child.batch_id IS NOT ?' : 'AND ? IS NOT NULL'
    const found = db
      .prepare(`SELECT 1 FROM ${to} parent JOIN ${table} child ON child.${column} = parent.id WHERE parent.batch_id = ? ${others} LIMIT 1`)
      .get(batchId, batchId)
    if (found) throw new CauceError('undo-blocked')
  }
}

function restoreRows(db: Database.Database, batchId: number, table: (typeof TABLES)[number]): void {
  const columns = db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => name)
  const put = db.prepare<CellValue[]>(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`
  )
  // By pages: a large import may have changed more rows than fit in memory, and a statement that reads can't run beside one that writes.
  const page = db.prepare<[number, string, number], { row_id: number; before: string }>(
    'SELECT row_id, before FROM import_before WHERE batch_id = ? AND table_name = ? AND row_id > ? ORDER BY row_id LIMIT 5000'
  )
  for (let rows = page.all(batchId, table, -1); rows.length > 0; rows = page.all(batchId, table, rows.at(-1)?.row_id ?? Infinity)) {
    for (const { before } of rows) {
      const row = JSON.parse(before) as Record<string, CellValue>
      put.run(...columns.map((column) => row[column] ?? null))
    }
  }
}
