import { setTimeout } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import type { ChangeArea, ChangeEntry } from '../../../shared/contract/workspace.ts'
import type { HostContext } from '../context.ts'
import { recordChange, type RowChange } from '../database/changes.ts'
import { carryDuplicates, cancelSearch, ensureSearch, readProgress } from '../duplicates/ensure-duplicates.ts'
import { clusterEqual } from '../duplicates/cluster-pairs.ts'
import { listClusters, standingPairs, summariseDuplicates } from '../duplicates/list-clusters.ts'
import { joinRowChanges, listMerges, mergeCluster, planMerge } from '../duplicates/merge-clusters.ts'
import { readDataNumber } from '../figures/load-base.ts'
import { readDistinctPairs, writeDistinctPairs } from '../repositories/distinct-pairs.ts'
import { partTwo } from '../repositories/merge-customers.ts'
import { host, toContractError } from './base.ts'

/** Everything that is computed from customers and their records. */
const AREAS: readonly ChangeArea[] = ['customers', 'segments', 'value', 'models']
/** Between two reports of progress. */
const REPORT_MS = 150

interface Made<T> {
  result: T
  kind: string
  details: ChangeEntry['details']
  rows: RowChange[]
}

/**
 * One undoable change of who is whom. What was found stays found: those merged away leave it, and nobody else's record
 * changed so much that a hundred thousand would have to be compared anew.
 */
async function write<T>(
  context: HostContext,
  work: (db: Database.Database, now: Date) => Made<T> | Generator<void, Made<T>, void>
): Promise<T> {
  const workspace = context.workspace()
  const before = readDataNumber(workspace)
  const result = await workspace.changeInSteps(AREAS, function* (db) {
    const now = context.now()
    const made = work(db, now)
    const { result, rows, ...change } = 'rows' in made ? made : yield* made
    if (rows.length > 0) recordChange(db, { ...change, rows }, now)
    return result
  })
  // Somebody else's change in between is searched for as ever.
  if (readDataNumber(workspace) === before + 1) carryDuplicates(workspace, before, before + 1)
  return result
}

/** How a change names a customer: as the table does. */
function nameOf(db: Database.Database, id: number): string {
  const row = db.prepare<[number], { name: string; externalId: string | null }>(
    'SELECT name, external_id AS externalId FROM customers WHERE id = ?'
  )
  const found = row.get(id)
  return found?.name || found?.externalId || `#${String(id)}`
}

export const duplicatesProcedures = {
  searchDuplicates: host.duplicates.searchDuplicates.handler(async function* ({ context, signal, errors }) {
    try {
      const workspace = context.workspace()
      const found = summariseDuplicates(workspace)
      const search = { isOver: false }
      const over = found.then(
        () => (search.isOver = true),
        () => (search.isOver = true)
      )
      for (;;) {
        await Promise.race([over, setTimeout(REPORT_MS)])
        if (search.isOver || signal?.aborted) break
        const progress = readProgress(workspace)
        if (progress) yield { type: 'progress' as const, progress }
      }
      if (!signal?.aborted) yield { type: 'result' as const, summary: await found }
    } catch (error) {
      // The middleware has returned by the time a stream fails.
      throw toContractError(error, errors)
    }
  }),

  cancelSearch: host.duplicates.cancelSearch.handler(({ context }) => {
    cancelSearch(context.workspace())
    return null
  }),

  listClusters: host.duplicates.listClusters.handler(({ context, input }) => listClusters(context.workspace(), input)),

  planMerge: host.duplicates.planMerge.handler(({ context, input }) => planMerge(context.workspace().read, input)),

  mergeCustomers: host.duplicates.mergeCustomers.handler(async ({ context, input }) => {
    const workspace = context.workspace()
    const { pairs } = await ensureSearch(workspace, readDataNumber(workspace))
    return write(context, (db, now) => {
      const { keptId, merged, rows } = mergeCluster(db, input, pairs, now)
      return { result: { keptId }, kind: 'customers-merged', details: { name: nameOf(db, keptId), count: merged + 1 }, rows }
    })
  }),

  mergeEqual: host.duplicates.mergeEqual.handler(async ({ context, input }) => {
    const workspace = context.workspace()
    const search = await ensureSearch(workspace, readDataNumber(workspace))
    return write(context, function* (db, now) {
      const clusters = clusterEqual(standingPairs(db, search), input.key, readDistinctPairs(db))
      const log: RowChange[] = []
      let merged = 0
      for (const { ids, pairs } of clusters) {
        const made = mergeCluster(db, { customerIds: ids }, pairs, now)
        log.push(...made.rows)
        merged += made.merged
        yield
      }
      return { result: { clusters: clusters.length, merged }, kind: 'equal-merged', details: { count: merged }, rows: joinRowChanges(log) }
    })
  }),

  listMerges: host.duplicates.listMerges.handler(({ context, input }) => listMerges(context.workspace().read, input)),

  unmergeCustomers: host.duplicates.unmergeCustomers.handler(({ context, input }) =>
    write(context, (db, now) => {
      const { keptId, mergedId, rows } = partTwo(db, input.mergeId, now)
      return { result: { keptId, mergedId }, kind: 'customers-parted', details: { name: nameOf(db, mergedId) }, rows: joinRowChanges(rows) }
    })
  ),

  markDistinct: host.duplicates.markDistinct.handler(({ context, input }) =>
    write(context, (db, now) => {
      const [first = 0] = input.customerIds
      const rows = writeDistinctPairs(db, input.customerIds, now)
      return { result: null, kind: 'customers-told-apart', details: { name: nameOf(db, first) }, rows }
    })
  )
}
