import type Database from 'better-sqlite3'
import { computeMetric } from '../../../src/main/data-host/evidence/model-evidence.ts'
import { metricCustomerIds } from '../../../src/main/data-host/evidence/metric-customers.ts'
import { ensureFigures } from '../../../src/main/data-host/figures/ensure-figures.ts'
import type { Metric } from '../../../src/shared/contract/models.ts'
import { addCustomer, addOrder, openTinyHost, resourcesDir } from './tiny-workspace.ts'

export interface Measured extends Metric {
  /** Ids of the customers behind the numerator and the denominator; null where nobody can be listed. */
  counted: number[] | null
  base: number[] | null
}

/** The figure over a workspace filled by hand, which is closed again. */
export async function measureTiny(id: string, fill: (db: Database.Database) => void): Promise<Measured> {
  const host = await openTinyHost(fill)
  try {
    const workspace = host.context.workspace()
    const figures = await ensureFigures(workspace, resourcesDir)
    const metric = await computeMetric(workspace, id, resourcesDir, figures)
    if (!metric) throw new Error(`no KPI ${id}`)
    const list = async (part: 'numerator' | 'denominator'): Promise<number[] | null> => {
      const ids = await metricCustomerIds(workspace, figures, id, part)
      return ids && [...ids]
    }
    return { ...metric, counted: await list('numerator'), base: await list('denominator') }
  } finally {
    host.close()
  }
}

/**
 * As-of date 2026-10-31 (the last order). W is 2025-11-01 … 2026-10-31, the window before 2024-11-01 … 2025-10-31.
 * Customers 1 to 5; euros in W: 70 + 30, 60, 20, 0 (an order of nothing), none; before: 1 → 50, 2 → 30, 5 → 20.
 */
export function fillShop(db: Database.Database): void {
  for (const id of [1, 2, 3, 4, 5]) addCustomer(db, { id })
  addOrder(db, 1, '2025-11-01', 70)
  addOrder(db, 1, '2026-10-31', 30)
  addOrder(db, 2, '2026-03-01', 60)
  addOrder(db, 3, '2026-04-01', 20)
  addOrder(db, 4, '2026-05-01', 0)
  addOrder(db, 1, '2025-10-31', 50)
  addOrder(db, 2, '2025-01-01', 30)
  addOrder(db, 5, '2024-11-02', 20)
  // Not valid: cancelled, below zero.
  addOrder(db, 3, '2026-04-02', 500, 'cancelled')
  addOrder(db, 3, '2026-04-03', -5)
}

/** Inserts one row; the names of the columns are the keys. */
export function insertRow(db: Database.Database, table: string, row: Readonly<Record<string, string | number | null>>): number {
  const columns = Object.keys(row)
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
  return Number(db.prepare(sql).run(...Object.values(row)).lastInsertRowid)
}
