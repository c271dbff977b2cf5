import type Database from 'better-sqlite3'
import type { HealthFix } from '../../../shared/contract/data-health.ts'
import { buildSearchKey } from '../../../shared/domain/search-key.ts'
import type { OpenWorkspace } from '../context.ts'
import type { RowChange } from '../database/changes.ts'
import { readDataNumber } from '../figures/load-base.ts'
import { startPace } from '../figures/pause.ts'
import { setCustomerColumns } from '../repositories/customer-writer.ts'
import { COLUMN_OF, CONTACT_COLUMNS, type ContactRow } from './contact-columns.ts'
import { prepareFix, type ValueFix } from './fix-values.ts'

const SLICE = 500

export interface FoundFixes {
  readonly fixes: readonly ValueFix[]
  /** Values that can't be read and stay as they are. */
  readonly left: readonly ValueFix[]
}
const kept = new WeakMap<OpenWorkspace, { key: string; found: Promise<FoundFixes> }>()

/** Everything a fix would change in the live records, found in slices and kept until the data change. */
export function findFixes(workspace: OpenWorkspace, fix: HealthFix, home: string): Promise<FoundFixes> {
  const key = JSON.stringify([readDataNumber(workspace), fix, home])
  const known = kept.get(workspace)
  if (known?.key === key) return known.found
  const found = searchFixes(workspace.read, fix, home)
  kept.set(workspace, { key, found })
  found.catch(() => kept.delete(workspace))
  return found
}

async function searchFixes(db: Database.Database, fix: HealthFix, home: string): Promise<FoundFixes> {
  const slice = db.prepare<[number], ContactRow>(
    `SELECT ${CONTACT_COLUMNS} FROM customers WHERE id > ? AND merged_into_id IS NULL AND status <> 'erased' ORDER BY id LIMIT ${String(SLICE)}`
  )
  const found: { fixes: ValueFix[]; left: ValueFix[] } = { fixes: [], left: [] }
  const fixRecord = prepareFix(fix, home)
  const pace = startPace()
  for (let last = 0; ;) {
    const rows = slice.all(last)
    for (const row of rows) for (const each of fixRecord(row)) (each.after === null ? found.left : found.fixes).push(each)
    last = rows.at(-1)?.id ?? last
    if (rows.length < SLICE) return found
    await pace()
  }
}

/**
 * Does the fix inside the caller's transaction and returns the log of what changed. Every record is read again: what somebody
 * changed since it was looked at is fixed as it stands now.
 */
export function applyFixes(db: Database.Database, ids: Iterable<number>, fix: HealthFix, home: string, now: Date): RowChange[] {
  const find = db.prepare<[number], ContactRow>(
    `SELECT ${CONTACT_COLUMNS} FROM customers WHERE id = ? AND merged_into_id IS NULL AND status <> 'erased'`
  )
  const fixRecord = prepareFix(fix, home)
  const rows: RowChange[] = []
  for (const id of new Set(ids)) {
    const row = find.get(id)
    const fixes = row ? fixRecord(row).filter(({ after }) => after !== null) : []
    if (!row || fixes.length === 0) continue
    const next = { ...row, ...Object.fromEntries(fixes.map(({ field, after }) => [field, after || null])) }
    const columns = Object.fromEntries(fixes.map(({ field, after }) => [COLUMN_OF[field], after || null]))
    rows.push(...setCustomerColumns(db, id, { ...columns, search_key: buildSearchKey(next) }, now))
  }
  return rows
}
