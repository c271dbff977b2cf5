import type Database from 'better-sqlite3'

export type ImportedTable = 'customers' | 'orders' | 'order_lines'

/** Keeps what a row was before this import changes it, once; undo of the import puts it back. */
export function createBeforeKeeper(db: Database.Database, batchId: number, table: ImportedTable): (id: number) => void {
  const columns = db.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(table)
  const pairs = columns.map(({ name }) => `'${name}', ${name}`).join(', ')
  const keep = db.prepare<[number, number]>(
    `INSERT OR IGNORE INTO import_before (batch_id, table_name, row_id, before) SELECT ?, '${table}', id, json_object(${pairs}) FROM ${table} WHERE id = ?`
  )
  return (id) => {
    keep.run(batchId, id)
  }
}
