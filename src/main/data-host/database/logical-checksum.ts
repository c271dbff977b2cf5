import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'

/** Derived, or about how the data came to be: the same customers and records can stand beside other rows here. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'customer_metrics',
  'figure_cache',
  'changes',
  'revision',
  'import_batches',
  'import_before',
  'import_after',
  // Shapes name their pictures by hash.
  'diagram_images'
])

/** Of these tables only what a person put there; the rest the app keeps by itself, as it does the log of changes. */
const ONLY: Readonly<Record<string, string>> = { diagram_versions: 'WHERE name IS NOT NULL' }

interface TableRow {
  name: string
  type: string
}

/**
 * SHA-256, in hexadecimal, of everything the workspace says: every row of every table that holds data, in the order of its keys.
 * Equal for two files exactly when they say the same, however they came to it (undo, restore, another order of writing).
 */
export function computeLogicalChecksum(db: Database.Database): string {
  const hash = createHash('sha256')
  const tables = db
    .prepare<[], TableRow>("SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%' ORDER BY name")
    .all()
  for (const { name, type } of tables) {
    if (type !== 'table' || LEFT_OUT.has(name)) continue
    hash.update(`\n${name}\n`)
    const keys = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk').pluck().all(name)
    const order = keys.length > 0 ? keys.map((key) => `"${key}"`).join(', ') : 'rowid'
    for (const row of db
      .prepare(`SELECT * FROM "${name}" ${ONLY[name] ?? ''} ORDER BY ${order}`)
      .raw()
      .iterate())
      hash.update(`${JSON.stringify(row)}\n`)
  }
  return hash.digest('hex')
}
