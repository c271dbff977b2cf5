import type Database from 'better-sqlite3'
import type { Action } from '../../../shared/contract/plan.ts'

const COLUMNS = {
  title: 'title',
  owner: 'owner',
  dueDate: 'due_date',
  segmentId: 'segment_id',
  status: 'status',
  walkId: 'walk_id',
  modelId: 'model_id',
  elementId: 'element_id',
  completedAt: 'completed_at'
} as const
export type ActionFields = { [Field in keyof typeof COLUMNS]?: Action[Field] | undefined }

const SELECT = `SELECT id, ${Object.entries(COLUMNS)
  .map(([field, column]) => `${column} AS ${field}`)
  .join(', ')} FROM actions`

/** Actions by date, the open ones first; of one walk when asked. */
export function listActions(db: Database.Database, walkId?: number): Action[] {
  const order = `ORDER BY status <> 'open', due_date, id`
  return walkId === undefined
    ? db.prepare<[], Action>(`${SELECT} ${order}`).all()
    : db.prepare<[number], Action>(`${SELECT} WHERE walk_id = ? ${order}`).all(walkId)
}

export function readAction(db: Database.Database, id: number): Action | null {
  return db.prepare<[number], Action>(`${SELECT} WHERE id = ?`).get(id) ?? null
}

/** Returns the new action's id. */
export function insertAction(db: Database.Database, action: Omit<Action, 'id' | 'status' | 'completedAt'>, at: string): number {
  const fields = Object.keys(COLUMNS).filter((field) => field in action) as (keyof typeof action)[]
  const sql = `INSERT INTO actions (created_at, ${fields.map((field) => COLUMNS[field]).join(', ')}) VALUES (?, ${fields.map(() => '?').join(', ')})`
  return Number(db.prepare(sql).run(at, ...fields.map((field) => action[field])).lastInsertRowid)
}

/** Changes the given fields. */
export function updateAction(db: Database.Database, id: number, fields: ActionFields): void {
  const given = (Object.keys(COLUMNS) as (keyof ActionFields)[]).filter((field) => fields[field] !== undefined)
  if (given.length === 0) return
  db.prepare(`UPDATE actions SET ${given.map((field) => `${COLUMNS[field]} = ?`).join(', ')} WHERE id = ?`).run(
    ...given.map((field) => fields[field]),
    id
  )
}

export function deleteAction(db: Database.Database, id: number): void {
  db.prepare('DELETE FROM actions WHERE id = ?').run(id)
}
