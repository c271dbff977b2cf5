import type Database from 'better-sqlite3'
import { insertVersion, readNewestVersionTime } from '../../repositories/diagram-versions.ts'

const EVERY_MS = 10 * 60_000

/**
 * Before an edit: keeps the diagram as it stands when the last version is older than ten minutes. No entry of the change log:
 * nobody asked for it, so nobody takes it back. A clock set back counts as time gone by.
 */
export function keepVersionBefore(db: Database.Database, diagramId: number, now: Date): void {
  const last = readNewestVersionTime(db, diagramId)
  const age = last === null ? Number.POSITIVE_INFINITY : Math.abs(now.getTime() - Date.parse(last))
  if (age < EVERY_MS) return
  const isEmpty = db.prepare<[number], number>('SELECT 1 FROM diagram_items WHERE diagram_id = ? LIMIT 1').get(diagramId) === undefined
  if (!isEmpty) insertVersion(db, diagramId, null, now)
}
