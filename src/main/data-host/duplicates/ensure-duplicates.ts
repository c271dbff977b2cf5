import type Database from 'better-sqlite3'
import { findDuplicates, type DuplicateGroups } from '../../../shared/analytics/duplicates/find-duplicates.ts'
import type { OpenWorkspace } from '../context.ts'
import { readColumns, writeColumns } from '../figures/column-cache.ts'
import { rest, startResting } from './resting.ts'
import { loadIdentities } from './load-identities.ts'

/** Which records stand for one customer; positions are those of the live customers, ascending by id. */
export interface CustomerDuplicates extends DuplicateGroups {
  readonly dataNumber: number
  /** False where nobody has an e-mail, phone or tax id: a name and an address alone never make a duplicate. */
  readonly isAnswerable: boolean
}

interface Kept {
  dataNumber: number
  duplicates: Promise<CustomerDuplicates>
}
const kept = new WeakMap<OpenWorkspace, Kept>()

/** Goes up when the rules change, so that an older app's groups are not taken for ours. */
const GROUP = 'duplicates-1'
/** Fewer customers are compared faster than their groups are written. */
const CACHE_FROM_CUSTOMERS = 5_000

/**
 * The duplicate groups among the customers `ids` (all live ones, ascending) of that state of the data. Searched once per
 * state, in slices, and kept in the file for the next opening (`saveDuplicates`), which then reads one column. The answer
 * is waited for, not announced later: the search costs less than reading the orders that changed with it, and the command
 * line, reports and the window then never differ. The data number is the key: to know whether any identity changed, every
 * record would have to be read, which is most of the work.
 */
export function ensureDuplicates(workspace: OpenWorkspace, dataNumber: number, ids: Int32Array): Promise<CustomerDuplicates> {
  const known = kept.get(workspace)
  if (known?.dataNumber === dataNumber) return known.duplicates
  const duplicates = makeDuplicates(workspace, dataNumber, ids)
  keepUnlessFailed(workspace, dataNumber, duplicates)
  return duplicates
}

/** A search that failed is not kept: whoever waits for it hears why, and the next one asking searches anew. */
function keepUnlessFailed(workspace: OpenWorkspace, dataNumber: number, duplicates: Promise<CustomerDuplicates>): void {
  kept.set(workspace, { dataNumber, duplicates })
  duplicates.catch(() => {
    if (kept.get(workspace)?.duplicates === duplicates) kept.delete(workspace)
  })
}

/** No record changed between two states of the data: the groups found for the first hold for the second. */
export function carryDuplicates(workspace: OpenWorkspace, from: number, to: number): void {
  const known = kept.get(workspace)
  if (known?.dataNumber !== from) return
  const duplicates = known.duplicates.then((groups) => ({ ...groups, dataNumber: to }))
  keepUnlessFailed(workspace, to, duplicates)
}

async function makeDuplicates(workspace: OpenWorkspace, dataNumber: number, ids: Int32Array): Promise<CustomerDuplicates> {
  const cached = await readColumns(workspace.read, GROUP, dataNumber)
  const groupOf = cached?.columns['groupOf']
  // The numbers beside the column were written in one piece with it.
  if (cached && groupOf instanceof Int32Array && groupOf.length === ids.length)
    return { ...(cached.meta as Omit<CustomerDuplicates, 'groupOf'>), groupOf }
  if (!canTell(workspace.read)) return { ...findNothing(ids.length), dataNumber, isAnswerable: false }
  const identities = await loadIdentities(workspace.read, ids)
  const watch = startResting()
  const steps = findDuplicates(identities)
  for (let step = steps.next(); ; step = steps.next()) {
    // What is filled in may still be placeholders.
    if (step.done)
      return { ...step.value, dataNumber, isAnswerable: identities.some(({ email, phone, taxId }) => email + phone + taxId !== '') }
    await rest(watch)
  }
}

/** Whether any record could be told from another: files of orders alone have numbers for names, and need not be read. */
function canTell(db: Database.Database): boolean {
  const filled = "coalesce(email, '') <> '' OR coalesce(phone, '') <> '' OR coalesce(tax_id, '') <> ''"
  return db.prepare(`SELECT EXISTS (SELECT 1 FROM customers WHERE ${filled})`).pluck().get() === 1
}

function findNothing(customers: number): DuplicateGroups {
  const groupOf = Int32Array.from({ length: customers }, (_, i) => i)
  return { groupOf, groups: customers, duplicatePairs: 0, reviewPairs: 0, skippedBlocks: 0 }
}

/** Keeps the groups in the file for the next opening, unless they are there already. */
export async function saveDuplicates(workspace: OpenWorkspace, duplicates: CustomerDuplicates): Promise<void> {
  const { groupOf, ...meta } = duplicates
  if (workspace.readOnly || !workspace.write.open || groupOf.length < CACHE_FROM_CUSTOMERS) return
  const isKept =
    workspace.read
      .prepare<[string, number]>('SELECT 1 FROM figure_cache WHERE key = ? AND data_number = ?')
      .get(GROUP, duplicates.dataNumber) !== undefined
  if (!isKept) await writeColumns(workspace, GROUP, duplicates.dataNumber, { groupOf }, meta)
}
