import type Database from 'better-sqlite3'
import type { HistoryEntry } from '../../../shared/contract/history.ts'
import type { ChangeEntry } from '../../../shared/contract/workspace.ts'

interface Row {
  id: number
  kind: string
  details: string
  at: string
  rows: number
  isUndone: number
  batch: number | null
  gone: number
}

/** Kinds that take something away are named so; what was brought back since is no longer gone. */
const IS_DELETION = `(kind LIKE '%-deleted' OR kind LIKE '%-removed') AND undone = 0 AND batch_id IS NULL`
const IS_STILL_GONE = `NOT EXISTS (SELECT 1 FROM changes AS back WHERE back.undone = 0 AND back.kind LIKE 'restored%'
  AND json_extract(back.details, '$.of') = changes.id)`
/** Rows that went whole: a list that only lost members is not one of them. */
const GONE = `(SELECT count(*) FROM json_each(changes.rows) WHERE json_type(value, '$.after') = 'null' AND json_type(value, '$.before') = 'object')`

interface Question {
  offset: number
  limit: number
  deleted: boolean
  /** Only this change. */
  change?: number
}

/** The change log, the newest first; with `deleted`, only changes whose deletions can be brought back. */
export function listHistory(
  db: Database.Database,
  { offset, limit, deleted, change }: Question
): { total: number; entries: HistoryEntry[] } {
  const gone = `CASE WHEN ${IS_DELETION} AND ${IS_STILL_GONE} THEN ${GONE} ELSE 0 END`
  const source = `SELECT id, kind, details, at, batch_id AS batch, undone AS isUndone,
    coalesce(json_array_length(rows), (SELECT created + updated FROM import_batches WHERE id = batch_id), 0) AS rows, ${gone} AS gone
    FROM changes`
  const wanted = [...(deleted ? [IS_DELETION, IS_STILL_GONE, `${GONE} > 0`] : []), ...(change === undefined ? [] : [`id = ${change}`])]
  const where = wanted.length > 0 ? `WHERE ${wanted.join(' AND ')}` : ''
  const entries = db
    .prepare<[number, number], Row>(`${source} ${where} ORDER BY id DESC LIMIT ? OFFSET ?`)
    .all(limit, offset)
    .map(({ details, isUndone, gone: restorable, ...row }) => ({
      ...row,
      details: JSON.parse(details) as ChangeEntry['details'],
      isUndone: isUndone === 1,
      restorable
    }))
  const total = db.prepare(`SELECT count(*) FROM changes ${where}`).pluck().get()
  return { total: Number(total), entries }
}
