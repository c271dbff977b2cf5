import type Database from 'better-sqlite3'
import { groupPairs } from '../../../shared/analytics/duplicates/group-pairs.ts'
import type { DuplicateGroups } from '../../../shared/analytics/duplicates/find-duplicates.ts'
import { judgeScore } from '../../../shared/analytics/duplicates/score-pair.ts'
import type { SearchProgress } from '../../../shared/contract/duplicates.ts'
import type { OpenWorkspace } from '../context.ts'
import { keepInBackground } from '../figures/background.ts'
import { readColumns, writeColumns } from '../figures/column-cache.ts'
import { findPosition } from '../figures/find-position.ts'
import { readDistinctPairs } from '../repositories/distinct-pairs.ts'
import type { Search } from './run-search.ts'
import { startSearch } from './start-search.ts'

/** Which records stand for one customer; positions are those of the live customers, ascending by id. */
export interface CustomerDuplicates extends DuplicateGroups {
  readonly dataNumber: number
  /** False where nobody has an e-mail, phone or tax id: a name and an address alone never make a duplicate. */
  readonly isAnswerable: boolean
}

/** The search over one state of the data: out of the file, under way or done. */
interface KeptSearch {
  dataNumber: number
  /** What the file has of it; null: nothing. */
  readonly cached: Promise<Search | null>
  readonly search: Promise<Search>
  readonly cancel: () => void
  progress: SearchProgress
}
const kept = new WeakMap<OpenWorkspace, KeptSearch>()
/** What the last finished search found, for as long as a new one takes. */
const lasts = new WeakMap<OpenWorkspace, Search>()

/** Goes up when the rules change, so that an older app's groups are not taken for ours. */
const GROUP = 'duplicates-2'
/** Fewer customers are compared faster than their groups are written. */
const CACHE_FROM_CUSTOMERS = 2_000
/** Figures wait for the search up to here: about a second. Beyond, they come without and are told when it is there. */
const WAIT_UP_TO_CUSTOMERS = 10_000

/** Workspaces whose every answer must be whole: the command line asks once and is gone. */
const patient = new WeakSet<OpenWorkspace>()
export function waitForDuplicates(workspace: OpenWorkspace): void {
  patient.add(workspace)
}

/**
 * The duplicate groups among the customers `ids` (all live ones, ascending) of that state of the data, for figures. In a
 * large base that is still being searched they are those known before, and `onLate` is called when the new ones are there.
 */
export async function ensureDuplicates(
  workspace: OpenWorkspace,
  dataNumber: number,
  ids: Int32Array,
  onLate: () => void
): Promise<CustomerDuplicates> {
  const entry = ensureEntry(workspace, dataNumber)
  const group = (search: Search): CustomerDuplicates => groupSearch(workspace, dataNumber, ids, search)
  if (ids.length <= WAIT_UP_TO_CUSTOMERS || patient.has(workspace)) return group(await entry.search)
  const cached = await entry.cached
  if (cached) return group(cached)
  // Who cancelled the search, or closed the file, asks for no figures.
  entry.search.then(onLate, () => undefined)
  return group(lasts.get(workspace) ?? { pairs: [], skippedBlocks: 0, isAnswerable: false })
}

/** The search over that state of the data, for the list of duplicates: waits until it is done. */
export function ensureSearch(workspace: OpenWorkspace, dataNumber: number): Promise<Search> {
  return ensureEntry(workspace, dataNumber).search
}

/** How far the search is. */
export function readProgress(workspace: OpenWorkspace): SearchProgress | null {
  return kept.get(workspace)?.progress ?? null
}

export function cancelSearch(workspace: OpenWorkspace): void {
  kept.get(workspace)?.cancel()
}

/** No record changed between two states of the data, but for customers merged or parted: what was found for the first holds for the second. */
export function carryDuplicates(workspace: OpenWorkspace, from: number, to: number): void {
  const known = kept.get(workspace)
  if (known?.dataNumber === from) known.dataNumber = to
}

function ensureEntry(workspace: OpenWorkspace, dataNumber: number): KeptSearch {
  const known = kept.get(workspace)
  if (known?.dataNumber === dataNumber) return known
  known?.cancel()
  const cached = readSearch(workspace, dataNumber)
  let cancel = (): void => undefined
  let isCancelled = false
  const search = cached.then((there) => {
    if (there) return there
    const running = startSearch(workspace, (progress) => {
      entry.progress = progress
    })
    cancel = running.cancel
    if (isCancelled) cancel()
    return running.found.then((found) => {
      keepInBackground(workspace, 'the duplicates', () => saveSearch(workspace, entry.dataNumber, found))
      return found
    })
  })
  const entry: KeptSearch = {
    dataNumber,
    cached,
    search,
    cancel: () => {
      isCancelled = true
      cancel()
    },
    progress: { phase: 'reading', done: 0, total: 0 }
  }
  kept.set(workspace, entry)
  search.then(
    (found) => lasts.set(workspace, found),
    // A search that failed is not kept: whoever waits for it hears why, and the next one asking searches anew.
    () => {
      if (kept.get(workspace) === entry) kept.delete(workspace)
    }
  )
  return entry
}

/** The groups of a search hold while the same customers are listed and the same pairs were said to be apart. */
const groupings = new WeakMap<Search, { ids: Int32Array; apart: string; grouped: Omit<CustomerDuplicates, 'dataNumber'> }>()

function groupSearch(workspace: OpenWorkspace, dataNumber: number, ids: Int32Array, search: Search): CustomerDuplicates {
  const apart = readDistinctPairs(workspace.read)
  const known = groupings.get(search)
  const told = JSON.stringify(apart)
  const isSame = known?.apart === told && known.ids.length === ids.length && known.ids.every((id, i) => id === ids[i])
  const grouped = isSame ? known.grouped : groupAnew(ids, apart, search)
  groupings.set(search, { ids, apart: told, grouped })
  return { ...grouped, dataNumber }
}

function groupAnew(ids: Int32Array, apart: readonly (readonly [number, number])[], search: Search): Omit<CustomerDuplicates, 'dataNumber'> {
  const distinct = [...apart].map(([low, high]): [number, number] => [findPosition(ids, low), findPosition(ids, high)])
  const isApart = new Set([...apart].map(([low, high]) => `${String(low)} ${String(high)}`))
  const pairs = search.pairs.flatMap((pair) => {
    const one = findPosition(ids, pair.one)
    const other = findPosition(ids, pair.other)
    return one < 0 || other < 0 || isApart.has(`${String(pair.one)} ${String(pair.other)}`) ? [] : [{ one, other, score: pair.score }]
  })
  const groupOf = groupPairs(
    ids.length,
    pairs,
    distinct.filter(([one, other]) => one >= 0 && other >= 0)
  )
  const duplicatePairs = pairs.filter(({ score }) => judgeScore(score) === 'duplicate').length
  return {
    groupOf,
    groups: groupOf.reduce((groups, first, position) => groups + (first === position ? 1 : 0), 0),
    duplicatePairs,
    reviewPairs: pairs.length - duplicatePairs,
    skippedBlocks: search.skippedBlocks,
    isAnswerable: search.isAnswerable
  }
}

/** Kept in the file for the next opening; null where there is nothing, or of another state of the data. */
async function readSearch(workspace: OpenWorkspace, dataNumber: number): Promise<Search | null> {
  const cached = await readColumns(workspace.read, GROUP, dataNumber)
  if (!cached) return null
  const text = cached.columns['search']
  return text instanceof Uint8Array ? (JSON.parse(new TextDecoder().decode(text)) as Search) : null
}

async function saveSearch(workspace: OpenWorkspace, dataNumber: number, search: Search): Promise<void> {
  if (workspace.readOnly || !workspace.write.open || countCustomers(workspace.read) < CACHE_FROM_CUSTOMERS) return
  await writeColumns(workspace, GROUP, dataNumber, { search: new TextEncoder().encode(JSON.stringify(search)) }, {})
}

function countCustomers(db: Database.Database): number {
  return db.prepare('SELECT count(*) FROM customers').pluck().get() as number
}
