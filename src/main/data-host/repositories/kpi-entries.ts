import type Database from 'better-sqlite3'
import type { KpiEntry } from '../../../shared/contract/models.ts'

const SELECT = 'SELECT id, kpi_id AS kpiId, at, value, numerator, denominator, note FROM kpi_entries'
/** Of one day, what was written down last counts. */
const NEWEST_FIRST = 'ORDER BY at DESC, id DESC'

/** Values entered by hand, newest day first; of one KPI when asked. */
export function listKpiEntries(db: Database.Database, kpiId?: string): KpiEntry[] {
  return kpiId === undefined
    ? db.prepare<[], KpiEntry>(`${SELECT} ${NEWEST_FIRST}`).all()
    : db.prepare<[string], KpiEntry>(`${SELECT} WHERE kpi_id = ? ${NEWEST_FIRST}`).all(kpiId)
}

export function readKpiEntry(db: Database.Database, id: number): KpiEntry | null {
  return db.prepare<[number], KpiEntry>(`${SELECT} WHERE id = ?`).get(id) ?? null
}

/** Returns the new entry's id. */
export function insertKpiEntry(db: Database.Database, { kpiId, at, value, numerator, denominator, note }: Omit<KpiEntry, 'id'>): number {
  const insert = db.prepare('INSERT INTO kpi_entries (kpi_id, at, value, numerator, denominator, note) VALUES (?, ?, ?, ?, ?, ?)')
  return Number(insert.run(kpiId, at, value, numerator, denominator, note).lastInsertRowid)
}

export function deleteKpiEntry(db: Database.Database, id: number): void {
  db.prepare('DELETE FROM kpi_entries WHERE id = ?').run(id)
}
