import type Database from 'better-sqlite3'
import type { ChangeEntry } from '../../../shared/contract/workspace.ts'

/** A value as SQLite holds it in our tables (no blobs, no 64-bit integers in tables people edit). */
export type Cell = string | number | null
export type Row = Record<string, Cell>
/** One row a change touched: `before` null = it was not there, `after` null = it is gone. */
export interface RowChange {
  table: string
  key: Row
  before: Row | null
  after: Row | null
}

export interface NewChange {
  /** A key under `changes` in the messages. */
  kind: string
  details: ChangeEntry['details']
  /** Rows touched by an edit. An import leaves them out: it is undone by its batch. */
  rows?: readonly RowChange[]
  batchId?: number
}

/**
 * Writes one entry of the change log and returns its id; call it inside the transaction of the change itself. What had
 * been undone can't be redone on top of something new, so that tail goes.
 */
export function recordChange(db: Database.Database, change: NewChange, now: Date): number {
  dropRedoTail(db)
  const result = db
    .prepare('INSERT INTO changes (at, kind, details, rows, batch_id) VALUES (?, ?, ?, ?, ?)')
    .run(
      now.toISOString(),
      change.kind,
      JSON.stringify(change.details),
      change.rows ? JSON.stringify(change.rows) : null,
      change.batchId ?? null
    )
  return Number(result.lastInsertRowid)
}

/**
 * Adds to the newest entry instead of writing another, when it is of the same kind with the same values in `keys` and was
 * begun within `withinMs`: typing in one field is one step for undo. False when there is no such entry; call it like `recordChange`.
 * `tell`: what both together did, where the details say so.
 */
export function extendChange(
  db: Database.Database,
  change: NewChange,
  keys: readonly string[],
  withinMs: number,
  now: Date,
  tell: (rows: readonly RowChange[]) => ChangeEntry['details'] = () => change.details
): boolean {
  // Most steps are of something else: their rows, which may be many, are not read for that.
  const newest = db
    .prepare<[], { id: number; at: string; kind: string; details: string }>(
      'SELECT id, at, kind, details FROM changes WHERE undone = 0 ORDER BY id DESC LIMIT 1'
    )
    .get()
  if (newest?.kind !== change.kind || now.getTime() - Date.parse(newest.at) > withinMs) return false
  const details = JSON.parse(newest.details) as ChangeEntry['details']
  if (!keys.every((key) => details[key] === change.details[key])) return false
  const was = readUndoHead(db)?.rows
  if (!was || !change.rows) return false
  const rows = joinRows(was, change.rows)
  dropRedoTail(db)
  db.prepare('UPDATE changes SET details = ?, rows = ? WHERE id = ?').run(JSON.stringify(tell(rows)), JSON.stringify(rows), newest.id)
  return true
}

const keyText = ({ table, key }: RowChange): string => JSON.stringify([table, key])

/** Two edits, one after the other, as one: from before the first to after the second. */
function joinRows(first: readonly RowChange[], second: readonly RowChange[]): RowChange[] {
  const later = new Map(second.map((row) => [keyText(row), row]))
  const known = new Set(first.map(keyText))
  const joined = first.flatMap((was) => {
    const is = later.get(keyText(was))
    return is ? joinRow(was, is) : [was]
  })
  return [...joined, ...second.filter((row) => !known.has(keyText(row)))]
}

/** Columns only the second touched were until then what it found; a row made and gone again was never there. */
function joinRow(was: RowChange, is: RowChange): RowChange[] {
  if (was.before === null && is.after === null) return []
  const before = was.before && { ...(was.after ? is.before : null), ...was.before }
  const after = is.after && { ...(is.before ? was.after : null), ...is.after }
  return [{ ...was, before, after }]
}

/** Keeps the newest `kept` entries of a kind about one thing (`details.id`); the steps before them can no longer be taken back. */
export function forgetOldChanges(db: Database.Database, kind: string, id: string, kept: number): void {
  db.prepare(
    `DELETE FROM changes WHERE id IN (
       SELECT id FROM changes WHERE kind = ? AND json_extract(details, '$.id') = ? AND undone = 0 ORDER BY id DESC LIMIT -1 OFFSET ?)`
  ).run(kind, id, kept)
}

/** Forgets what could be redone, with the rows that were kept for it. */
export function dropRedoTail(db: Database.Database): void {
  for (const { batch_id: batchId } of db
    .prepare<[], { batch_id: number }>('SELECT batch_id FROM changes WHERE undone = 1 AND batch_id IS NOT NULL')
    .all())
    for (const table of ['import_after', 'import_before']) db.prepare(`DELETE FROM ${table} WHERE batch_id = ?`).run(batchId)
  db.prepare('DELETE FROM changes WHERE undone = 1').run()
}

/** Takes the entry of an import out of the log, after the import was undone on its own (not as the last change). */
export function forgetBatchChange(db: Database.Database, batchId: number): void {
  db.prepare('DELETE FROM changes WHERE batch_id = ?').run(batchId)
}

/** Raises the revision; with `data`, figures computed before are stale. Returns the new revision. */
export function bumpRevision(db: Database.Database, { data }: { data: boolean }, now: Date): number {
  const row = db
    .prepare<[number, string], { number: number }>(
      'UPDATE revision SET number = number + 1, data_number = data_number + ?, saved_at = ? WHERE id = 1 RETURNING number'
    )
    .get(data ? 1 : 0, now.toISOString())
  return row?.number ?? 0
}

export interface Revision {
  number: number
  dataNumber: number
  savedAt: string
}

/** The revision as it stands in the file. */
export function readRevision(db: Database.Database): Revision {
  const row = db.prepare<[], Revision>('SELECT number, data_number AS dataNumber, saved_at AS savedAt FROM revision WHERE id = 1').get()
  return row ?? { number: 0, dataNumber: 0, savedAt: '' }
}

/** A logged change with what undo and redo need. */
export interface LoggedChange extends ChangeEntry {
  rows: RowChange[] | null
  batchId: number | null
}
interface LoggedRow {
  id: number
  kind: string
  details: string
  rows: string | null
  batchId: number | null
}

function toLogged(row: LoggedRow | undefined): LoggedChange | null {
  if (!row) return null
  const details = JSON.parse(row.details) as ChangeEntry['details']
  return {
    id: row.id,
    kind: row.kind,
    details,
    rows: row.rows === null ? null : (JSON.parse(row.rows) as RowChange[]),
    batchId: row.batchId
  }
}

const LOGGED = 'SELECT id, kind, details, rows, batch_id AS batchId FROM changes'

/** The change `undo` would take back now. */
export function readUndoHead(db: Database.Database): LoggedChange | null {
  return toLogged(db.prepare<[], LoggedRow>(`${LOGGED} WHERE undone = 0 ORDER BY id DESC LIMIT 1`).get())
}

/** The change `redo` would do again now. */
export function readRedoHead(db: Database.Database): LoggedChange | null {
  return toLogged(db.prepare<[], LoggedRow>(`${LOGGED} WHERE undone = 1 ORDER BY id LIMIT 1`).get())
}

/** One change of the log, whether or not it was taken back. */
export function readChange(db: Database.Database, id: number): (LoggedChange & { isUndone: boolean }) | null {
  const row = db.prepare<[number], LoggedRow & { undone: number }>(`${LOGGED.replace(' FROM', ', undone FROM')} WHERE id = ?`).get(id)
  const change = toLogged(row)
  return change && { ...change, isUndone: row?.undone === 1 }
}

/** Marks a change as undone or done again. */
export function markChange(db: Database.Database, id: number, undone: boolean): void {
  db.prepare('UPDATE changes SET undone = ? WHERE id = ?').run(undone ? 1 : 0, id)
}

/** What undo would take back and redo would do again, as the window names them: without their rows, which may be many. */
export function readNextSteps(db: Database.Database): { undo: ChangeEntry | null; redo: ChangeEntry | null } {
  const read = (condition: string): ChangeEntry | null => {
    const row = db.prepare<[], { id: number; kind: string; details: string }>(
      `SELECT id, kind, details FROM changes WHERE ${condition} LIMIT 1`
    )
    const found = row.get()
    return found ? { ...found, details: JSON.parse(found.details) as ChangeEntry['details'] } : null
  }
  return { undo: read('undone = 0 ORDER BY id DESC'), redo: read('undone = 1 ORDER BY id') }
}
