import type Database from 'better-sqlite3'

export interface OwnModelRow {
  id: string
  /** JSON of the definition. */
  definition: string
  updatedAt: string
}

const ROWS = 'SELECT id, definition, updated_at AS updatedAt FROM own_models'

/** All own models, in the order of their ids. */
export function listOwnModelRows(db: Database.Database): OwnModelRow[] {
  return db.prepare<[], OwnModelRow>(`${ROWS} ORDER BY id`).all()
}

export function readOwnModelRow(db: Database.Database, id: string): OwnModelRow | null {
  return db.prepare<[string], OwnModelRow>(`${ROWS} WHERE id = ?`).get(id) ?? null
}

/** Stores a definition under its id, over the one that is there. */
export function putOwnModel(db: Database.Database, { id, definition, updatedAt }: OwnModelRow): void {
  db.prepare(
    'INSERT INTO own_models (id, definition, updated_at) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET definition = excluded.definition, updated_at = excluded.updated_at'
  ).run(id, definition, updatedAt)
}

export function deleteOwnModelRow(db: Database.Database, id: string): void {
  db.prepare('DELETE FROM own_models WHERE id = ?').run(id)
}

/** What stands in the workspace about a model: its walks, their actions, the segments linked to its elements by hand. */
export function countUses(db: Database.Database, id: string): { walks: number; actions: number; links: number } {
  const count = (sql: string): number => db.prepare<[string], { count: number }>(sql).get(id)?.count ?? 0
  return {
    walks: count('SELECT count(*) AS count FROM walks WHERE model_id = ?'),
    actions: count('SELECT count(*) AS count FROM actions WHERE walk_id IN (SELECT id FROM walks WHERE model_id = ?)'),
    links: count('SELECT count(*) AS count FROM element_segments WHERE model_id = ?')
  }
}
