import type Database from 'better-sqlite3'
import type { FieldName, HealthFix } from '../../../shared/contract/data-health.ts'
import { buildSearchKey } from '../../../shared/domain/search-key.ts'
import type { OpenWorkspace } from '../context.ts'
import { readRevision, type Row, type RowChange } from '../database/changes.ts'
import { readDataNumber } from '../figures/load-base.ts'
import { startPace } from '../pause.ts'
import { setCustomerColumns } from '../repositories/customer-writer.ts'
import { COLUMN_OF, CONTACT_COLUMNS, type ContactRow } from './contact-columns.ts'
import { prepareFix, type ValueFix } from './fix-values.ts'

const SLICE = 500
/** Customers corrected in one step: a few milliseconds of writing. */
const STEP = 50
/** Fields the search reads. */
const SEARCHED: ReadonlySet<FieldName> = new Set(['name', 'email', 'city'])

/** What a record becomes: columns that are ready to be written. */
interface RecordEdit {
  readonly id: number
  readonly columns: Row
}
export interface FoundFixes {
  /** Of the data they were found in. */
  readonly dataNumber: number
  readonly fixes: readonly ValueFix[]
  /** Values that can't be read and stay as they are. */
  readonly left: readonly ValueFix[]
  readonly edits: readonly RecordEdit[]
}
const kept = new WeakMap<OpenWorkspace, { key: string; found: Promise<FoundFixes> }>()

/** Everything a fix would change in the live records, found in slices and kept until the data change. */
export function findFixes(workspace: OpenWorkspace, fix: HealthFix, home: string): Promise<FoundFixes> {
  const dataNumber = readDataNumber(workspace)
  const key = JSON.stringify([dataNumber, fix, home])
  const known = kept.get(workspace)
  if (known?.key === key) return known.found
  const found = searchFixes(workspace.read, dataNumber, fix, home)
  kept.set(workspace, { key, found })
  found.catch(() => kept.delete(workspace))
  return found
}

async function searchFixes(db: Database.Database, dataNumber: number, fix: HealthFix, home: string): Promise<FoundFixes> {
  const slice = db.prepare<[number], ContactRow>(
    `SELECT ${CONTACT_COLUMNS} FROM customers WHERE id > ? AND merged_into_id IS NULL AND status <> 'erased' ORDER BY id LIMIT ${String(SLICE)}`
  )
  const [fixes, left, edits]: [ValueFix[], ValueFix[], RecordEdit[]] = [[], [], []]
  const fixRecord = prepareFix(fix, home)
  const pace = startPace()
  for (let last = 0; ;) {
    const rows = slice.all(last)
    for (const row of rows) {
      const found = fixRecord(row)
      if (found.length === 0) continue
      for (const each of found) (each.after === null ? left : fixes).push(each)
      const edit = makeEdit(row, found)
      if (edit) edits.push(edit)
    }
    last = rows.at(-1)?.id ?? last
    if (rows.length < SLICE) return { dataNumber, fixes, left, edits }
    await pace()
  }
}

/** Null where nothing of the record can be made better. */
function makeEdit(row: ContactRow, found: readonly ValueFix[]): RecordEdit | null {
  const fixes = found.filter(({ after }) => after !== null)
  if (fixes.length === 0) return null
  const columns: Row = Object.fromEntries(fixes.map(({ field, after }) => [COLUMN_OF[field], after || null]))
  if (fixes.some(({ field }) => SEARCHED.has(field)))
    columns['search_key'] = buildSearchKey({ ...row, ...Object.fromEntries(fixes.map(({ field, after }) => [field, after || null])) })
  return { id: row.id, columns }
}

/**
 * Does the fix inside the caller's transaction and returns the log of what changed. If somebody changed data since the fixes
 * were found, every record is read again and fixed as it stands now.
 */
export function* applyFixes(
  db: Database.Database,
  found: FoundFixes,
  fix: HealthFix,
  home: string,
  now: Date
): Generator<void, RowChange[], void> {
  const edits = readRevision(db).dataNumber === found.dataNumber ? found.edits : findAgain(db, found.edits, fix, home)
  const log: RowChange[] = []
  for (const [index, { id, columns }] of edits.entries()) {
    log.push(...setCustomerColumns(db, id, columns, now))
    if (index % STEP === 0) yield
  }
  return log
}

function findAgain(db: Database.Database, edits: readonly RecordEdit[], fix: HealthFix, home: string): RecordEdit[] {
  const find = db.prepare<[number], ContactRow>(
    `SELECT ${CONTACT_COLUMNS} FROM customers WHERE id = ? AND merged_into_id IS NULL AND status <> 'erased'`
  )
  const fixRecord = prepareFix(fix, home)
  return edits.flatMap(({ id }) => {
    const row = find.get(id)
    return (row && makeEdit(row, fixRecord(row))) ?? []
  })
}
