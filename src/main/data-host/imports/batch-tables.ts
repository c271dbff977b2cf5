import type Database from 'better-sqlite3'
import { MEMBER_ROW_ID } from './run/keep-before.ts'

/** A table imports write to. */
export interface BatchTable {
  readonly name: string
  /** Columns of its key. */
  readonly key: readonly string[]
  /** SQL of the number that stands for a row in `import_before` and `import_after`. */
  readonly rowId: string
}

const byId = (name: string): BatchTable => ({ name, key: ['id'], rowId: 'id' })

/** Children before parents. */
export const BATCH_TABLES: readonly BatchTable[] = [
  { name: 'campaign_members', key: ['campaign_id', 'customer_id'], rowId: MEMBER_ROW_ID },
  ...['order_lines', 'complaints', 'surveys', 'consents', 'interactions', 'orders', 'campaigns', 'customers'].map(byId)
]

export function listColumns(db: Database.Database, table: string): string[] {
  return db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
}

/** The tables of which the import made rows; looked up once, because orders have no index by import, which every import would pay for. */
export function findMadeTables(db: Database.Database, batchId: number): BatchTable[] {
  return BATCH_TABLES.filter(({ name }) => db.prepare(`SELECT 1 FROM ${name} WHERE batch_id = ? LIMIT 1`).get(batchId) !== undefined)
}

/** Puts rows in, over those with the same key; `values` is SQL of each column, `from` what follows FROM. */
export function writeUpsert(table: BatchTable, columns: readonly string[], values: readonly string[], from: string): string {
  const set = columns.filter((column) => !table.key.includes(column)).map((column) => `${column} = excluded.${column}`)
  return `INSERT INTO ${table.name} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${from}
    ON CONFLICT (${table.key.join(', ')}) DO UPDATE SET ${set.join(', ')}`
}
