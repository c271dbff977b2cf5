import type Database from 'better-sqlite3'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { Cell, Row, RowChange } from './changes.ts'
import { addRow, changeRow, isListTable, joinList, readRow } from './row-log.ts'

/** New ids, by table, for rows whose own was given to somebody else meanwhile. */
type NewIds = Map<string, Map<Cell, number>>

interface Parent {
  table: string
  column: string
}

/**
 * Brings back the rows a change deleted, leaving everything done since; what it only let go of points at them again where
 * nothing else was put there. Returns the log of it, for a change of its own. Call inside a transaction. Throws
 * `restore-there` (it is back already), `restore-parent-gone` (what it belonged to went later), `number-taken`.
 */
export function restoreRows(db: Database.Database, rows: readonly RowChange[]): RowChange[] {
  db.pragma('defer_foreign_keys = ON')
  const gone = rows.filter(({ table, before, after }) => before !== null && after === null && !isListTable(table))
  const newIds = findNewIds(db, gone)
  const back = gone.map(({ table, before }) => ({ table, row: giveIds(db, table, before ?? {}, newIds) }))
  for (const { table, row } of back) checkParents(db, table, row, back)
  const log = back.map(({ table, row }) => insert(db, table, row))
  for (const row of rows) {
    if (isListTable(row.table)) log.push(...joinList(db, row, (member) => newIds.get('customers')?.get(member) ?? member))
    else if (row.before !== null && row.after !== null) log.push(...pointBack(db, row, newIds))
  }
  return log
}

function findNewIds(db: Database.Database, gone: readonly RowChange[]): NewIds {
  const newIds: NewIds = new Map()
  for (const { table, key } of gone) {
    if (!readRow(db, table, key)) continue
    const id = key['id']
    if (Object.keys(key).length > 1 || typeof id !== 'number') {
      // Part of what comes back under another number: its key follows.
      if (hasNewParent(db, table, key, newIds)) continue
      throw new CauceError('restore-there')
    }
    const ids = newIds.get(table) ?? new Map<Cell, number>()
    const highest = Number(db.prepare(`SELECT max(id) FROM "${table}"`).pluck().get() ?? 0)
    const highestBack = Math.max(...gone.filter((each) => each.table === table).map((each) => Number(each.key['id'])))
    ids.set(id, Math.max(highest, highestBack) + ids.size + 1)
    newIds.set(table, ids)
  }
  return newIds
}

const hasNewParent = (db: Database.Database, table: string, key: Row, newIds: NewIds): boolean =>
  listParents(db, table).some((parent) => newIds.get(parent.table)?.has(key[parent.column] ?? null))

function giveIds(db: Database.Database, table: string, before: Row, newIds: NewIds): Row {
  const row = { ...before }
  const own = newIds.get(table)?.get(row['id'] ?? null)
  if (own !== undefined) row['id'] = own
  for (const parent of listParents(db, table)) {
    const moved = newIds.get(parent.table)?.get(row[parent.column] ?? null)
    if (moved !== undefined) row[parent.column] = moved
  }
  return row
}

function listParents(db: Database.Database, table: string): Parent[] {
  return db.prepare<[string], Parent>('SELECT "table", "from" AS column FROM pragma_foreign_key_list(?)').all(table)
}

/** What it belonged to must be there; what it merely named may be gone, and then it names nothing. */
function checkParents(db: Database.Database, table: string, row: Row, back: readonly { table: string; row: Row }[]): void {
  for (const { table: parent, column } of listParents(db, table)) {
    const id = row[column] ?? null
    if (id === null || back.some((each) => each.table === parent && each.row['id'] === id)) continue
    if (db.prepare<[Cell], number>(`SELECT 1 FROM "${parent}" WHERE id = ?`).get(id) !== undefined) continue
    if (column === 'customer_id' || isNeeded(db, table, column)) throw new CauceError('restore-parent-gone')
    row[column] = null
  }
}

const isNeeded = (db: Database.Database, table: string, column: string): boolean =>
  db.prepare<[string, string], number>('SELECT "notnull" FROM pragma_table_info(?) WHERE name = ?').pluck().get(table, column) === 1

function insert(db: Database.Database, table: string, row: Row): RowChange {
  try {
    return addRow(db, table, row)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE') throw new CauceError('number-taken')
    throw error
  }
}

/** A column that let go of what is back takes hold of it again, unless the row is gone or holds something else now. */
function pointBack(db: Database.Database, { table, key, before, after }: RowChange, newIds: NewIds): RowChange[] {
  const now = readRow(db, table, key)
  const parents = listParents(db, table).map(({ column }) => column)
  if (!now || !after) return []
  const columns = Object.keys(after).filter(
    (column) => now[column] === after[column] && (after[column] === null || !parents.includes(column))
  )
  if (columns.length === 0) return []
  const values = giveIds(db, table, Object.fromEntries(columns.map((column) => [column, before?.[column] ?? null])), newIds)
  return changeRow(db, table, key, values)
}
