import type Database from 'better-sqlite3'
import type { ORIGIN_TABLES, Origins } from '../../../shared/contract/imports.ts'

export type OriginTable = (typeof ORIGIN_TABLES)[number]
type OriginImport = NonNullable<Origins['madeBy']>
type Cell = string | number | null
type Row = Record<string, Cell>

const IMPORT = 'b.id AS batch, b.kind, b.file_name AS fileName, b.at'
/** Follow from the others, or say nothing of the record itself. */
const SILENT: ReadonlySet<string> = new Set(['id', 'search_key', 'created_at', 'updated_at', 'batch_id', 'occurrence'])

/** Which import made a record, and which changed it with the values before and after. Empty for a record that is not there. */
export function listOrigins(db: Database.Database, table: OriginTable, id: number): Origins {
  const current = db.prepare<[number], Row>(`SELECT * FROM ${table} WHERE id = ?`).get(id)
  if (!current) return { madeBy: null, changedBy: [] }
  const madeBy = db.prepare<[Cell], OriginImport>(`SELECT ${IMPORT} FROM import_batches b WHERE b.id = ?`).get(current['batch_id'] ?? null)
  const changes = db
    .prepare<[string, number], OriginImport & { before: string }>(
      `SELECT ${IMPORT}, k.before FROM import_before k JOIN import_batches b ON b.id = k.batch_id
       WHERE k.table_name = ? AND k.row_id = ? AND b.undone_at IS NULL ORDER BY b.id DESC`
    )
    .all(table, id)
  let after = current
  const changedBy = changes.map(({ before: text, ...origin }) => {
    const before = JSON.parse(text) as Row
    const values = Object.keys(before)
      .filter((column) => !SILENT.has(column) && before[column] !== after[column])
      .map((column) => ({ column, before: before[column] ?? null, after: after[column] ?? null }))
    after = before
    return { ...origin, values }
  })
  return { madeBy: madeBy ?? null, changedBy }
}
