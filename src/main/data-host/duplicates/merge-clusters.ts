import type Database from 'better-sqlite3'
import type { DuplicatePair, MergeField, MergePlan, MergeRecord } from '../../../shared/contract/duplicates.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { Cell, RowChange } from '../database/changes.ts'
import { listRestricted } from '../repositories/merge-consents.ts'
import { chooseNewest, mergeTwo, requireLive, type CustomerRow } from '../repositories/merge-customers.ts'
import { readDuplicateCustomers } from './list-clusters.ts'

interface MergeChoice {
  readonly field: MergeField
  readonly fromId: number
}

interface MergeRequest {
  readonly customerIds: readonly number[]
  readonly keepId?: number | undefined
  readonly choices?: readonly MergeChoice[]
}

/** The customers of a merge, the oldest record first; each once. Throws `not-found`, `merge-other`, `invalid-value` for fewer than two. */
function readRows(db: Database.Database, customerIds: readonly number[]): CustomerRow[] {
  const rows = [...new Set(customerIds)].sort((a, b) => a - b).map((id) => requireLive(db, id))
  if (rows.length < 2) throw new CauceError('invalid-value')
  return rows
}

function keeperOf(rows: readonly CustomerRow[], keepId: number | undefined): CustomerRow {
  const keeper = keepId === undefined ? rows[0] : rows.find(({ id }) => id === keepId)
  if (!keeper) throw new CauceError('invalid-value')
  return keeper
}

/** What a merge would do unless a person chooses otherwise; changes nothing. */
export function planMerge(db: Database.Database, { customerIds, keepId }: MergeRequest): MergePlan {
  const rows = readRows(db, customerIds)
  const keeper = keeperOf(rows, keepId)
  const others = rows.filter(({ id }) => id !== keeper.id).map(({ id }) => id)
  const count = (table: string): number =>
    db
      .prepare(`SELECT count(*) FROM ${table} WHERE customer_id IN (SELECT value FROM json_each(?))`)
      .pluck()
      .get(JSON.stringify(others)) as number
  return {
    keepId: keeper.id,
    customers: readDuplicateCustomers(
      db,
      rows.map(({ id }) => id)
    ),
    fields: [...chooseNewest(rows)].map(([field, fromId]) => ({ field, values: rows.map((row) => showCell(row[field])), fromId })),
    moved: {
      orders: count('orders'),
      interactions: count('interactions'),
      complaints: count('complaints'),
      consents: count('consents'),
      surveys: count('surveys'),
      campaigns: count('campaign_members')
    },
    restricted: listRestricted(db, keeper.id, others)
  }
}

const showCell = (value: Cell | undefined): string | null => (value == null ? null : String(value))

/**
 * Makes one customer of several inside the caller's transaction: the others are merged into the kept one, one after the
 * other, so that each can be parted again on its own. Returns the log.
 */
export function mergeCluster(
  db: Database.Database,
  { customerIds, keepId, choices = [] }: MergeRequest,
  pairs: readonly DuplicatePair[],
  now: Date
): { keptId: number; merged: number; rows: RowChange[] } {
  const rows = readRows(db, customerIds)
  const keeper = keeperOf(rows, keepId)
  const chosen = new Map(chooseNewest(rows))
  for (const { field, fromId } of choices) {
    if (!rows.some(({ id }) => id === fromId)) throw new CauceError('invalid-value')
    chosen.set(field, fromId)
  }
  const log = rows
    .filter(({ id }) => id !== keeper.id)
    .flatMap((row) => {
      // A value is taken with the merge of the record it comes from: parting that one takes it back.
      const values = Object.fromEntries([...chosen].filter(([, from]) => from === row.id).map(([field]) => [field, row[field] ?? null]))
      const pair = pairs.find(({ one, other }) => (one === row.id && other === keeper.id) || (one === keeper.id && other === row.id))
      return mergeTwo(db, { keepId: keeper.id, mergeId: row.id, values, reasons: pair?.reasons ?? [] }, now)
    })
  return { keptId: keeper.id, merged: rows.length - 1, rows: joinRowChanges(log) }
}

/** One change for every row: from before the first to after the last. */
export function joinRowChanges(log: readonly RowChange[]): RowChange[] {
  const joined = new Map<string, RowChange>()
  for (const change of log) {
    const key = JSON.stringify([change.table, change.key])
    const earlier = joined.get(key)
    if (!earlier) joined.set(key, change)
    else if (earlier.before === null && change.after === null) joined.delete(key)
    else
      joined.set(key, {
        ...change,
        before: earlier.before && { ...change.before, ...earlier.before },
        after: change.after && { ...earlier.after, ...change.after }
      })
  }
  return [...joined.values()]
}

/** Merges made so far, the newest first. */
export function listMerges(
  db: Database.Database,
  { offset, limit }: { offset: number; limit: number }
): { total: number; merges: MergeRecord[] } {
  const rows = db
    .prepare<
      [number, number],
      { id: number; at: string; keptId: number; mergedId: number; kept: string; merged: string; undoneAt: string | null }
    >(
      `SELECT m.id, m.at, m.kept_id AS keptId, m.merged_id AS mergedId, k.name AS kept, g.name AS merged, m.undone_at AS undoneAt
       FROM merges m JOIN customers k ON k.id = m.kept_id JOIN customers g ON g.id = m.merged_id ORDER BY m.id DESC LIMIT ? OFFSET ?`
    )
    .all(limit, offset)
  return {
    total: db.prepare('SELECT count(*) FROM merges').pluck().get() as number,
    merges: rows.map(({ id, at, keptId, mergedId, kept, merged, undoneAt }) => ({
      id,
      at,
      kept: { id: keptId, name: kept },
      merged: { id: mergedId, name: merged },
      undone: undoneAt !== null
    }))
  }
}
