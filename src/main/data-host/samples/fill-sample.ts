import { setImmediate as pause } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { bumpRevision } from '../database/changes.ts'
import { generateSample } from './generate-sample.ts'
import type { Recipe } from './recipe.ts'

/** Rows written before other calls of the host get their turn. */
const PORTION = 2000

/** Generates a sample business into a new workspace, inside the transaction its making holds open; `now` is when it is saved. */
export async function fillFromSample(db: Database.Database, recipe: Recipe, now: Date): Promise<void> {
  for (const { table, rows } of generateSample(recipe)) {
    const columns = Object.keys(rows[0] ?? {})
    if (columns.length === 0) continue
    const insert = db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    for (const [index, row] of rows.entries()) {
      insert.run(columns.map((column) => row[column] ?? null))
      if (index % PORTION === PORTION - 1) await pause()
    }
  }
  bumpRevision(db, { data: true }, now)
}
