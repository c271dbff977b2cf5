import type Database from 'better-sqlite3'
import { CauceError } from '../../../shared/domain/errors.ts'
import { buildSearchKey } from '../../../shared/domain/search-key.ts'
import type { Row } from '../database/changes.ts'
import type { ImportUndo } from '../database/undo.ts'
import { BATCH_TABLES, type BatchTable, findMadeTables, listColumns, writeUpsert } from './batch-tables.ts'
import { findLaterEdits, type KeptEdit, refuseBlockedUndo } from './undo-blocks.ts'

/** Rows that stand for themselves in `import_after` only: they come and go with the customers an import made. */
const UNDONE_MERGES = `undone_at IS NOT NULL AND (kept_id IN (SELECT id FROM customers WHERE batch_id = @batch)
  OR merged_id IN (SELECT id FROM customers WHERE batch_id = @batch))`

/**
 * Takes one import back exactly, inside the caller's transaction: rows it made go, rows it changed become what they were, save for
 * what a person has written since in columns it had left alone. Throws `not-found`, or a code that says what later depends on it.
 * With `isRedoable` all of it is kept so that `redoImport` can do it again.
 */
export function undoImport(db: Database.Database, batchId: number, now: Date, { isRedoable = false } = {}): void {
  const batch = db
    .prepare<[number], { at: string; undone_at: string | null }>('SELECT at, undone_at FROM import_batches WHERE id = ?')
    .get(batchId)
  if (!batch || batch.undone_at !== null) throw new CauceError('not-found')
  const made = findMadeTables(db, batchId)
  refuseBlockedUndo(db, batchId, made)
  const edits = findLaterEdits(db, batchId, batch.at)
  // Rows come and go in one go: references are checked when all is done.
  db.pragma('defer_foreign_keys = ON')
  if (isRedoable) keepAfter(db, batchId, made)
  db.prepare(`DELETE FROM merges WHERE ${UNDONE_MERGES}`).run({ batch: batchId })
  // Rows the import replaced (lines of a changed order) are made again, so those that stand in their place go first.
  for (const { name, rowId } of made)
    db.prepare(
      `DELETE FROM ${name} WHERE batch_id = ? AND ${rowId} NOT IN (SELECT row_id FROM import_before WHERE batch_id = ? AND table_name = '${name}')`
    ).run(batchId, batchId)
  for (const table of [...BATCH_TABLES].reverse()) restoreRows(db, batchId, table)
  edits.forEach((edit) => {
    keepEdit(db, edit)
  })
  removeAttributes(db, batchId)
  if (!isRedoable) db.prepare('DELETE FROM import_before WHERE batch_id = ?').run(batchId)
  db.prepare('UPDATE import_batches SET undone_at = ? WHERE id = ?').run(now.toISOString(), batchId)
}

/** Every row the import made or changed, as it stands now. */
function keepAfter(db: Database.Database, batchId: number, made: readonly BatchTable[]): void {
  db.prepare('DELETE FROM import_after WHERE batch_id = ?').run(batchId)
  const keep = (name: string, rowId: string, where: string): void => {
    const row = `json_array(${listColumns(db, name).join(', ')})`
    db.prepare(
      `INSERT OR IGNORE INTO import_after (batch_id, table_name, row_id, after) SELECT @batch, '${name}', ${rowId}, ${row} FROM ${name} WHERE ${where}`
    ).run({
      batch: batchId
    })
  }
  for (const { name, rowId } of made) keep(name, rowId, 'batch_id = @batch')
  for (const { name, rowId } of BATCH_TABLES)
    keep(name, rowId, `${rowId} IN (SELECT row_id FROM import_before WHERE batch_id = @batch AND table_name = '${name}')`)
  keep('merges', 'id', UNDONE_MERGES)
  keep('attributes', '(SELECT count(*) FROM attributes earlier WHERE earlier.id < attributes.id)', 'batch_id = @batch')
}

/** Puts back what rows were before the import changed them. */
function restoreRows(db: Database.Database, batchId: number, table: BatchTable): void {
  const columns = listColumns(db, table.name)
  const values = columns.map((column) => `before ->> '${column}'`)
  db.prepare(writeUpsert(table, columns, values, 'import_before WHERE batch_id = ? AND table_name = ?')).run(batchId, table.name)
}

function keepEdit(db: Database.Database, { table, id, values }: KeptEdit): void {
  const columns = Object.keys(values)
  db.prepare(`UPDATE ${table} SET ${columns.map((column) => `${column} = @${column}`).join(', ')} WHERE id = @id`).run({ ...values, id })
  if (table !== 'customers') return
  const stored = db.prepare<[number], Row>('SELECT name, email, city, external_id FROM customers WHERE id = ?').get(id)
  const text = (column: string): string => String(stored?.[column] ?? '')
  const key = buildSearchKey({ name: text('name'), email: text('email'), city: text('city'), externalId: text('external_id') })
  db.prepare<[string, number]>('UPDATE customers SET search_key = ? WHERE id = ?').run(key, id)
}

/** Attributes the import made go, save for those that customers have been given since. */
function removeAttributes(db: Database.Database, batchId: number): void {
  const ids = db.prepare<[number], string>('SELECT id FROM attributes WHERE batch_id = ?').pluck().all(batchId)
  const isUsed = db.prepare<[string], number>(
    'SELECT 1 FROM customers, json_each(customers.attributes) each WHERE customers.attributes IS NOT NULL AND each.key = ? LIMIT 1'
  )
  for (const id of ids)
    if (isUsed.get(id) === undefined) db.prepare('DELETE FROM attributes WHERE id = ?').run(id)
    else db.prepare('UPDATE attributes SET batch_id = NULL WHERE id = ?').run(id)
}

/**
 * Does an import that was undone with `isRedoable` again, inside the caller's transaction and with nothing changed since. Throws
 * `not-found` when what it takes is not kept.
 */
function redoImport(db: Database.Database, batchId: number): void {
  const kept = db.prepare('SELECT 1 FROM import_after WHERE batch_id = ? LIMIT 1').get(batchId)
  const batch = db.prepare<[number], { undone_at: string | null }>('SELECT undone_at FROM import_batches WHERE id = ?').get(batchId)
  if (!kept || !batch || batch.undone_at === null) throw new CauceError('not-found')
  db.pragma('defer_foreign_keys = ON')
  putBack(db, batchId, { name: 'attributes', key: ['id'], rowId: 'id' })
  // Lines the import had replaced go again.
  for (const { name, rowId } of BATCH_TABLES)
    db.prepare(
      `DELETE FROM ${name} WHERE ${rowId} IN (SELECT row_id FROM import_before WHERE batch_id = @batch AND table_name = '${name}'
         EXCEPT SELECT row_id FROM import_after WHERE batch_id = @batch AND table_name = '${name}')`
    ).run({ batch: batchId })
  for (const table of [...BATCH_TABLES].reverse()) putBack(db, batchId, table)
  putBack(db, batchId, { name: 'merges', key: ['id'], rowId: 'id' })
  db.prepare('DELETE FROM import_after WHERE batch_id = ?').run(batchId)
  db.prepare('UPDATE import_batches SET undone_at = NULL WHERE id = ?').run(batchId)
}

function putBack(db: Database.Database, batchId: number, table: BatchTable): void {
  const columns = listColumns(db, table.name)
  const values = columns.map((_, at) => `after ->> ${String(at)}`)
  db.prepare(writeUpsert(table, columns, values, 'import_after WHERE batch_id = ? AND table_name = ?')).run(batchId, table.name)
}

/** What undo and redo of changes need to take back an import and do it again. */
export function undoImports(now: Date): ImportUndo {
  return {
    undo: (db, batchId) => {
      undoImport(db, batchId, now, { isRedoable: true })
    },
    redo: redoImport
  }
}
