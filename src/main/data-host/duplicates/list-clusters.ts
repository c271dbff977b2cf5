import type Database from 'better-sqlite3'
import { DUPLICATE_SCORE, REVIEW_SCORE } from '../../../shared/analytics/duplicates/score-pair.ts'
import type {
  DuplicateCluster,
  DuplicateCustomer,
  DuplicatePair,
  DuplicateSummary,
  DuplicateView
} from '../../../shared/contract/duplicates.ts'
import type { OpenWorkspace } from '../context.ts'
import { readDataNumber } from '../figures/load-base.ts'
import { readDistinctPairs } from '../repositories/distinct-pairs.ts'
import { clusterPairs, summarisePairs, type PairCluster } from './cluster-pairs.ts'
import { ensureSearch } from './ensure-duplicates.ts'
import type { Search } from './run-search.ts'
import { startSearch } from './start-search.ts'

/** What stands of a search at one state of the data, and the clusters drawn from it when first asked for. */
interface Standing {
  readonly search: Search
  readonly dataNumber: number
  readonly pairs: readonly DuplicatePair[]
  readonly clusters: Map<string, readonly PairCluster[]>
}
const standings = new WeakMap<OpenWorkspace, Standing>()

async function ensureStanding(workspace: OpenWorkspace): Promise<Standing> {
  const dataNumber = readDataNumber(workspace)
  const search = await ensureSearch(workspace, dataNumber)
  const known = standings.get(workspace)
  if (known?.search === search && known.dataNumber === dataNumber) return known
  const standing = { search, dataNumber, pairs: standingPairs(workspace.read, search), clusters: new Map<string, readonly PairCluster[]>() }
  standings.set(workspace, standing)
  return standing
}

function clustersOf({ read }: OpenWorkspace, { pairs, clusters }: Standing, view: DuplicateView, least: number): readonly PairCluster[] {
  const key = `${view} ${String(least)}`
  const known = clusters.get(key) ?? clusterPairs(pairs, view, readDistinctPairs(read), least)
  clusters.set(key, known)
  return known
}

/** Pairs that still stand: of live customers that nobody told apart. */
export function standingPairs(db: Database.Database, { pairs }: Search): DuplicatePair[] {
  const isLive = db
    .prepare<[number], number>("SELECT 1 FROM customers WHERE id = ? AND merged_into_id IS NULL AND status <> 'erased'")
    .pluck()
  const live = new Map<number, boolean>()
  const lives = (id: number): boolean => {
    const known = live.get(id) ?? isLive.get(id) === 1
    live.set(id, known)
    return known
  }
  const apart = new Set(readDistinctPairs(db).map((pair) => pair.join(' ')))
  return pairs.filter(({ one, other }) => lives(one) && lives(other) && !apart.has(`${String(one)} ${String(other)}`))
}

export async function summariseDuplicates(workspace: OpenWorkspace): Promise<DuplicateSummary> {
  const standing = await ensureStanding(workspace)
  const { read } = workspace
  const customers = read
    .prepare("SELECT count(*) FROM customers WHERE merged_into_id IS NULL AND status <> 'erased'")
    .pluck()
    .get() as number
  const { skippedBlocks, isAnswerable } = standing.search
  return summarisePairs(standing.pairs, readDistinctPairs(read), {
    customers,
    skippedBlocks,
    isAnswerable,
    duplicates: clustersOf(workspace, standing, 'duplicate', DUPLICATE_SCORE).length,
    reviews: clustersOf(workspace, standing, 'review', DUPLICATE_SCORE).length
  })
}

/** One page of clusters; a threshold of its own groups everything from there on. */
export async function listClusters(
  workspace: OpenWorkspace,
  { view, threshold, offset, limit }: { view: DuplicateView; threshold?: number | undefined; offset: number; limit: number }
): Promise<{ total: number; clusters: DuplicateCluster[] }> {
  const { read } = workspace
  const least = threshold ?? DUPLICATE_SCORE
  const clusters =
    least < REVIEW_SCORE
      ? clusterPairs(standingPairs(read, await startSearch(workspace, () => undefined, least).found), view, readDistinctPairs(read), least)
      : clustersOf(workspace, await ensureStanding(workspace), view, least)
  return {
    total: clusters.length,
    clusters: clusters.slice(offset, offset + limit).map(({ ids, score, pairs }) => ({
      key: ids.join('-'),
      verdict: view,
      score,
      customers: readDuplicateCustomers(read, ids),
      pairs: [...pairs]
    }))
  }
}

const SELECT_CUSTOMER = `SELECT id, external_id AS externalId, name, tax_id AS taxId, email, phone, birth_date AS birthDate, address, city,
    postal_code AS postalCode, created_at AS createdAt, updated_at AS updatedAt,
    (SELECT count(*) FROM orders o WHERE o.customer_id = c.id) AS orders,
    (SELECT count(*) FROM interactions i WHERE i.customer_id = c.id) + (SELECT count(*) FROM complaints p WHERE p.customer_id = c.id)
      + (SELECT count(*) FROM surveys s WHERE s.customer_id = c.id) AS entries
  FROM customers c WHERE id = ?`

/** Records as they stand side by side, in the order asked for. */
export function readDuplicateCustomers(db: Database.Database, ids: readonly number[]): DuplicateCustomer[] {
  const find = db.prepare<[number], DuplicateCustomer>(SELECT_CUSTOMER)
  return ids.flatMap((id) => find.get(id) ?? [])
}
