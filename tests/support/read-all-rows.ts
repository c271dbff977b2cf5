import type Database from 'better-sqlite3'

/** What the log keeps of itself, and what is computed anew at will: no part of what a workspace says. */
const LEFT_OUT = ['changes', 'revision', 'customer_metrics', 'figure_cache', 'sqlite_sequence', 'import_after']

/** Every row of every table that a workspace says something with, in a fixed order. */
export function readAllRows(db: Database.Database): Record<string, unknown[]> {
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all()
    .filter((table) => !LEFT_OUT.includes(table))
  return Object.fromEntries(
    tables.map((table) => [
      table,
      db
        .prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`)
        .all()
        .map((row) => JSON.stringify(row))
        .sort()
    ])
  )
}
