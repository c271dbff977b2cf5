import type Database from 'better-sqlite3'

/** Target by KPI id, each in its KPI's unit. */
export function readKpiTargets(db: Database.Database): Map<string, number> {
  const rows = db.prepare<[], { kpiId: string; target: number }>('SELECT kpi_id AS kpiId, target FROM kpi_targets').all()
  return new Map(rows.map(({ kpiId, target }) => [kpiId, target]))
}

/** Null takes the target away. */
export function writeKpiTarget(db: Database.Database, kpiId: string, target: number | null): void {
  if (target === null) db.prepare('DELETE FROM kpi_targets WHERE kpi_id = ?').run(kpiId)
  else
    db.prepare('INSERT INTO kpi_targets (kpi_id, target) VALUES (?, ?) ON CONFLICT (kpi_id) DO UPDATE SET target = excluded.target').run(
      kpiId,
      target
    )
}
