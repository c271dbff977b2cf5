import type Database from 'better-sqlite3'
import { MERGE_FIELDS, type MergeField, type Reason } from '../../../shared/contract/duplicates.ts'
import { buildSearchKey } from '../../../shared/domain/search-key.ts'
import { isFilled } from '../../../shared/analytics/completeness.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { Cell, Row, RowChange } from '../database/changes.ts'
import { changeRow, trackNewRow } from '../database/row-log.ts'
import { setCustomerColumns } from './customer-writer.ts'
import { listMoves, moveRow, type MovedRow } from './merge-rows.ts'
import { restrictConsents } from './merge-consents.ts'

/** A whole row of `customers`. */
export type CustomerRow = Row & { id: number; name: string; created_at: string; updated_at: string; merged_into_id: number | null }

/** What a merge did beside the rows of the two customers: what it takes to part them again. */
interface MovedRows {
  readonly rows: readonly MovedRow[]
  /** Consents written because the merged customer had said no. */
  readonly consents: readonly number[]
  /** Customers merged into the one that is merged now. */
  readonly followers: readonly number[]
}

export interface MergeStep {
  readonly keepId: number
  readonly mergeId: number
  /** Whose value the kept customer gets, by field. */
  readonly values: Readonly<Partial<Record<MergeField, Cell>>>
  readonly reasons: readonly Reason[]
}

/** A live customer's row; throws `merge-other` when it is merged already, and `not-found`. */
export function requireLive(db: Database.Database, id: number): CustomerRow {
  const row = db.prepare<[number], CustomerRow>("SELECT * FROM customers WHERE id = ? AND status <> 'erased'").get(id)
  if (!row) throw new CauceError('not-found', { what: 'customer' })
  if (row.merged_into_id !== null) throw new CauceError('merge-other')
  return row
}

/**
 * What each field ends as unless a person chooses (domain 6.11, step 5): the newest value that is filled in. `rows`: the oldest
 * customer first. Whose it is, by field; fields that nobody fills are left out.
 */
export function chooseNewest(rows: readonly CustomerRow[]): Map<MergeField, number> {
  const newest = [...rows].sort((a, b) => (a.updated_at < b.updated_at ? 1 : a.updated_at > b.updated_at ? -1 : a.id - b.id))
  const oldest = rows[0]
  return new Map(
    MERGE_FIELDS.flatMap((field): [MergeField, number][] => {
      // The number other systems know the kept one by stays; imports find the others' through their own rows.
      const own = field === 'external_id' ? rows.find((row) => isSet(row[field])) : undefined
      const from = own ?? (field === 'acquisition_date' ? earliest(rows) : undefined) ?? newest.find((row) => isSet(row[field]))
      return from && oldest ? [[field, from.id]] : []
    })
  )
}

/** A customer was won when they were first won. */
function earliest(rows: readonly CustomerRow[]): CustomerRow | undefined {
  return rows
    .filter((row) => isSet(row['acquisition_date']))
    .sort((a, b) => (String(a['acquisition_date']) < String(b['acquisition_date']) ? -1 : 1))[0]
}

function isSet(value: Cell | undefined): boolean {
  return typeof value === 'number' || isFilled(value)
}

/**
 * Makes one customer of two inside the caller's transaction: every record of the second is given to the first, the most
 * restrictive newest consents win, and the second stays as a row that points to the first. Returns the log of all rows.
 */
export function mergeTwo(db: Database.Database, { keepId, mergeId, values, reasons }: MergeStep, now: Date): RowChange[] {
  const keptBefore = requireLive(db, keepId)
  const mergedBefore = requireLive(db, mergeId)
  const log: RowChange[] = []
  // The consents of both are compared before they lie together.
  const restricted = restrictConsents(db, keepId, mergeId, now)
  const moves = listMoves(db, keepId, mergeId)
  for (const move of moves) log.push(...moveRow(db, move, mergeId, keepId))
  const consents = restricted.map((row) => insertConsent(db, { ...row, customer_id: keepId }))
  for (const id of consents) log.push(...trackNewRow(db, 'consents', { id }))
  const followers = db.prepare<[number], number>('SELECT id FROM customers WHERE merged_into_id = ? ORDER BY id').pluck().all(mergeId)
  for (const id of followers) log.push(...changeRow(db, 'customers', { id }, { merged_into_id: keepId }))
  const takesNumber = values.external_id !== undefined && values.external_id !== null && values.external_id === mergedBefore['external_id']
  log.push(...changeRow(db, 'customers', { id: mergeId }, { merged_into_id: keepId, ...(takesNumber && { external_id: null }) }))
  log.push(...setFields(db, keptBefore, { ...values, attributes: joinAttributes(keptBefore, mergedBefore) }, now))
  const moved: MovedRows = { rows: moves, consents, followers }
  const result = db
    .prepare(
      'INSERT INTO merges (kept_id, merged_id, at, reasons, kept_before, kept_after, merged_before, moved) VALUES (?, ?, ?, ?, ?, ?, ?, ?)'
    )
    .run(
      keepId,
      mergeId,
      now.toISOString(),
      JSON.stringify(reasons),
      JSON.stringify(keptBefore),
      JSON.stringify(readRow(db, keepId)),
      JSON.stringify(mergedBefore),
      JSON.stringify(moved)
    )
  return [...log, ...trackNewRow(db, 'merges', { id: Number(result.lastInsertRowid) })]
}

interface MergeRow {
  kept_id: number
  merged_id: number
  kept_before: string
  kept_after: string
  merged_before: string
  moved: string
  undone_at: string | null
}

/**
 * Parts two merged customers inside the caller's transaction: every record goes back to whom it came from, and the kept
 * customer's fields become what they were. What was added since stays with the kept one, and a field edited since keeps its
 * new value. Returns the log. Throws `not-found`, `merge-gone`.
 */
export function partTwo(db: Database.Database, mergeDbId: number, now: Date): { keptId: number; mergedId: number; rows: RowChange[] } {
  const merge = db
    .prepare<[number], MergeRow>(
      'SELECT kept_id, merged_id, kept_before, kept_after, merged_before, moved, undone_at FROM merges WHERE id = ?'
    )
    .get(mergeDbId)
  if (!merge) throw new CauceError('not-found', { what: 'merge' })
  const { kept_id: keptId, merged_id: mergedId } = merge
  if (merge.undone_at !== null || readRow(db, mergedId).merged_into_id === null) throw new CauceError('merge-gone')
  const moved = JSON.parse(merge.moved) as MovedRows
  const log: RowChange[] = []
  // The kept one may itself have been merged since: its records are then with whoever it ended at.
  const holder = findHolder(db, keptId)
  for (const move of moved.rows) log.push(...moveRow(db, move, holder, mergedId))
  for (const id of moved.consents) log.push(...dropConsent(db, id, holder))
  for (const id of moved.followers)
    if (readRow(db, id).merged_into_id === holder) log.push(...changeRow(db, 'customers', { id }, { merged_into_id: mergedId }))
  log.push(...restoreKept(db, merge, now))
  const mergedBefore = JSON.parse(merge.merged_before) as CustomerRow
  log.push(...changeRow(db, 'customers', { id: mergedId }, { merged_into_id: null, external_id: freeNumber(db, mergedBefore, mergedId) }))
  log.push(...changeRow(db, 'merges', { id: mergeDbId }, { undone_at: now.toISOString() }))
  return { keptId, mergedId, rows: log }
}

/** Sets what differs, with the key the search reads. */
function setFields(db: Database.Database, current: CustomerRow, values: Row, now: Date): RowChange[] {
  const differing = Object.fromEntries(Object.entries(values).filter(([field, value]) => current[field] !== value))
  if (Object.keys(differing).length === 0) return []
  const next = { ...current, ...differing }
  const text = (field: string): string | null => (next[field] == null ? null : String(next[field]))
  const search_key = buildSearchKey({ name: next.name, email: text('email'), city: text('city'), externalId: text('external_id') })
  return setCustomerColumns(db, current.id, { ...differing, search_key }, now)
}

/** Columns of the user's own: of both, the newer record's where both have one. Null: neither has any. */
function joinAttributes(kept: CustomerRow, merged: CustomerRow): Cell {
  const [older, newer] = kept.updated_at < merged.updated_at ? [kept, merged] : [merged, kept]
  if (older['attributes'] == null || newer['attributes'] == null) return older['attributes'] ?? newer['attributes'] ?? null
  const read = (row: CustomerRow): Record<string, unknown> => JSON.parse(String(row['attributes'])) as Record<string, unknown>
  return JSON.stringify({ ...read(older), ...read(newer) })
}

/** Fields the merge changed and nobody since, as they were; all as before leaves no trace but the time of the last edit. */
function restoreKept(db: Database.Database, merge: MergeRow, now: Date): RowChange[] {
  const before = JSON.parse(merge.kept_before) as CustomerRow
  const after = JSON.parse(merge.kept_after) as CustomerRow
  const current = readRow(db, merge.kept_id)
  const fields = [...MERGE_FIELDS, 'attributes'].filter((field) => before[field] !== after[field] && current[field] === after[field])
  if (fields.length === 0) return []
  const isUntouched = current.updated_at === after.updated_at
  const rows = setFields(db, current, Object.fromEntries(fields.map((field) => [field, before[field] ?? null])), now)
  if (!isUntouched) return rows
  const [change] = rows
  const stamp = changeRow(db, 'customers', { id: merge.kept_id }, { updated_at: before.updated_at })[0]
  if (!change?.after || !stamp?.after) return rows
  return [{ ...change, before: { ...change.before, updated_at: current.updated_at }, after: { ...change.after, ...stamp.after } }]
}

/** The merged customer's own number, unless somebody has got it since. */
function freeNumber(db: Database.Database, before: CustomerRow, mergedId: number): Cell {
  const number = before['external_id'] ?? null
  const taken = db.prepare<[Cell, number]>('SELECT 1 FROM customers WHERE external_id = ? AND id <> ?').get(number, mergedId)
  return taken ? null : number
}

function findHolder(db: Database.Database, id: number): number {
  let at = readRow(db, id)
  while (at.merged_into_id !== null) at = readRow(db, at.merged_into_id)
  return at.id
}

function readRow(db: Database.Database, id: number): CustomerRow {
  const row = db.prepare<[number], CustomerRow>('SELECT * FROM customers WHERE id = ?').get(id)
  if (!row) throw new CauceError('not-found', { what: 'customer' })
  return row
}

function insertConsent(db: Database.Database, row: Row): number {
  const columns = Object.keys(row)
  const result = db
    .prepare<Cell[]>(`INSERT INTO consents (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    .run(...Object.values(row))
  return Number(result.lastInsertRowid)
}

function dropConsent(db: Database.Database, id: number, holder: number): RowChange[] {
  const row = db.prepare<[number], Row>('SELECT * FROM consents WHERE id = ?').get(id)
  if (row?.['customer_id'] !== holder) return []
  db.prepare('DELETE FROM consents WHERE id = ?').run(id)
  return [{ table: 'consents', key: { id }, before: row, after: null }]
}
