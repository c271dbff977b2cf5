import type { OpenWorkspace } from '../../context.ts'
import { readDataNumber } from '../../figures/load-base.ts'
import { needsThread, runInThread } from '../customers-thread.ts'
import { buildIndex } from './build-index.ts'
import { eachWord, WORD_COLUMNS, type WordRow } from './customer-words.ts'
import { MOST_NOTED, openSearchJournal, type SearchJournal } from './search-journal.ts'
import type { WordIndex } from './word-index.ts'

/** The index, and the words of those who changed since it was made: a customer in `changed` is looked for there alone. */
export interface SearchState {
  readonly index: WordIndex
  readonly changed: ReadonlyMap<number, readonly string[]>
}

interface Kept {
  readonly index: WordIndex
  readonly changed: Map<number, readonly string[]>
  dataNumber: number
  newest: Newest
}
interface Newest {
  readonly customer: number
  readonly batch: number
}
const kept = new WeakMap<OpenWorkspace, Kept>()
const building = new WeakMap<OpenWorkspace, Promise<void>>()

/**
 * The search index as the file stands; null while it is being made, which this starts. Edits are followed one by one, small imports
 * too; after anything larger it is made anew in the background.
 */
export function findSearchState(workspace: OpenWorkspace): SearchState | null {
  const known = kept.get(workspace)
  if (known && followChanges(workspace, known)) return known
  kept.delete(workspace)
  if (!building.has(workspace)) startBuilding(workspace)
  return null
}

/** Waits until the index that is being made is there. */
export async function waitForSearch(workspace: OpenWorkspace): Promise<void> {
  findSearchState(workspace)
  await building.get(workspace)
}

function startBuilding(workspace: OpenWorkspace): void {
  const work = build(workspace)
    .catch((error: unknown) => {
      // The plain search goes on answering; what stood in the way is no secret of anybody's data.
      if (workspace.read.open)
        console.error(`cauce: the search index could not be made (${error instanceof Error ? error.name : 'unknown'})`)
    })
    .finally(() => building.delete(workspace))
  building.set(workspace, work)
}

async function build(workspace: OpenWorkspace): Promise<void> {
  const journal = openSearchJournal(workspace)
  emptyJournal(journal)
  const [dataNumber, newest] = [readDataNumber(workspace), readNewest(workspace)]
  const index = await makeIndex(workspace)
  if (!index) return
  kept.set(workspace, { index, changed: new Map(), dataNumber, newest })
  // Windows that said "still indexing" ask again.
  if (workspace.write.open) workspace.announce(['customer-table'])
}

async function makeIndex(workspace: OpenWorkspace): Promise<WordIndex | null> {
  const { read, path } = workspace
  const customers = read.prepare<[], number>('SELECT count(*) FROM customers').pluck().get() ?? 0
  if (!needsThread(customers)) return buildIndex(read)
  const made = await runInThread(workspace, { type: 'index', path })
  // What crosses from a thread has lost what a buffer knows more than an array.
  return { ...made, shared: asBuffer(made.shared), own: asBuffer(made.own) }
}

const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, byteLength)

function emptyJournal({ customers, numbers }: SearchJournal): void {
  customers.clear()
  numbers.clear()
}

/** Reads again who changed. False: too many, or something nobody noted. */
function followChanges(workspace: OpenWorkspace, known: Kept): boolean {
  const journal = openSearchJournal(workspace)
  const dataNumber = readDataNumber(workspace)
  if (dataNumber === known.dataNumber && journal.customers.size === 0) return true
  const { read } = workspace
  const newest = readNewest(workspace)
  const imports = read
    .prepare<[number], number>('SELECT count(*) FROM import_batches WHERE id > ? AND created + updated > 0')
    .pluck()
    .get(known.newest.batch)
  const noted = [...journal.numbers].filter((number) => number > known.dataNumber && number <= dataNumber).length
  if (noted + (imports ?? 0) !== dataNumber - known.dataNumber) return false
  const imported = imports === 0 ? [] : listImported(workspace, known.newest)
  const ids = new Set([...journal.customers, ...imported])
  if (journal.customers.size > MOST_NOTED || imported.length > MOST_NOTED || known.changed.size + ids.size > 2 * MOST_NOTED) return false
  const one = read.prepare<[number], WordRow>(`SELECT ${WORD_COLUMNS} FROM customers WHERE id = ?`).raw()
  for (const id of ids) {
    const words: string[] = []
    const row = one.get(id)
    if (row) eachWord(row, (word) => words.push(word))
    known.changed.set(id, words)
  }
  emptyJournal(journal)
  known.dataNumber = dataNumber
  known.newest = newest
  return true
}

const readNewest = ({ read }: OpenWorkspace): Newest =>
  read
    .prepare<[], Newest>(
      'SELECT coalesce((SELECT max(id) FROM customers), 0) AS customer, coalesce((SELECT max(id) FROM import_batches), 0) AS batch'
    )
    .get() ?? { customer: 0, batch: 0 }

/** Customers that imports brought or changed since; one more than are followed when there are that many. */
function listImported({ read }: OpenWorkspace, { customer, batch }: Newest): number[] {
  return read
    .prepare<[number, number, number], number>(
      `SELECT id FROM customers WHERE id > ?
       UNION SELECT row_id FROM import_before WHERE batch_id > ? AND table_name = 'customers' LIMIT ?`
    )
    .pluck()
    .all(customer, batch, MOST_NOTED + 1)
}
