import { normaliseForSearch } from '../../../../shared/domain/search-key.ts'
import { parseSearch, type SearchPart } from '../../../../shared/domain/search-words.ts'
import type { OpenWorkspace } from '../../context.ts'
import type { Figures } from '../../figures/figures.ts'
import { startPace } from '../../pause.ts'
import { findOrderOwners } from './order-owners.ts'
import { findSearchState, type SearchState } from './search-store.ts'
import { markWord, markWordAmong, type WordIndex } from './word-index.ts'

interface SearchAnswer {
  /** One byte per live customer of the figures. */
  readonly mask: Uint8Array
  /** The index is being made: names, e-mails, cities and numbers of customers alone were looked through. */
  readonly isIndexing: boolean
}

/** Who meets everything that was typed. Null: nothing was. */
export async function searchCustomers(workspace: OpenWorkspace, figures: Figures, text: string): Promise<SearchAnswer | null> {
  if (text.trim() === '') return null
  const parts = parseSearch(text)
  if (parts.length === 0) return { mask: new Uint8Array(figures.customerIds.length), isIndexing: false }
  const state = findSearchState(workspace)
  if (state) return { mask: searchIndex(workspace, figures, state, parts), isIndexing: false }
  return { mask: await searchKeys(workspace, figures, text), isIndexing: true }
}

/** Rows that still may be met. Once they are few, further words are looked for in them alone. */
interface Search {
  readonly workspace: OpenWorkspace
  readonly figures: Figures
  readonly state: SearchState
  /** Row of each position; -1: nobody the index knows. */
  readonly rows: Int32Array
  /** By row. Null: everybody. */
  candidates: Uint8Array | null
}

function searchIndex(workspace: OpenWorkspace, figures: Figures, state: SearchState, parts: readonly SearchPart[]): Uint8Array {
  const rows = findRows(state.index, figures)
  const search: Search = { workspace, figures, state, rows, candidates: null }
  let all: Uint8Array | null = null
  // The longest part leaves the fewest, and is the quickest to look for.
  for (const part of parts.toSorted((a, b) => b.typed.length - a.typed.length)) {
    const met = markPart(search, part)
    if (all) for (let i = 0; i < met.length; i += 1) met[i]! &= all[i]!
    all = met
    search.candidates = markRows(state, rows, all)
  }
  return all ?? new Uint8Array(rows.length)
}

/** The rows at the positions marked. */
function markRows({ index }: SearchState, rows: Int32Array, met: Uint8Array): Uint8Array {
  const marked = new Uint8Array(index.ids.length)
  for (let i = 0; i < rows.length; i += 1) if (met[i] === 1 && rows[i]! >= 0) marked[rows[i]!] = 1
  return marked
}

/** Who meets one part, by position: in the first way that anybody meets, or by the number of an order. */
function markPart(search: Search, { typed, ways }: SearchPart): Uint8Array {
  const { figures, state, rows } = search
  const met = new Uint8Array(rows.length)
  for (const words of ways) {
    let isFound = markWay(search, words, met)
    // Those who changed, or came after the index was made, are looked for in what is written about them now.
    for (const [id, own] of state.changed) {
      const i = figures.indexOf(id)
      if (i < 0) continue
      met[i] = words.every((word) => own.some((each) => each.includes(word))) ? 1 : 0
      isFound ||= met[i] === 1
    }
    if (isFound) break
  }
  for (const id of findOrderOwners(search.workspace.read, typed)) {
    const i = figures.indexOf(id)
    if (i >= 0) met[i] = 1
  }
  return met
}

/** Marks the positions in whose row all the words stand; returns whether there are any. */
function markWay({ state: { index }, rows, candidates }: Search, words: readonly string[], into: Uint8Array): boolean {
  let marked = candidates
  for (const word of words.toSorted((a, b) => b.length - a.length)) {
    const known: Uint8Array | null = marked
    const mask = known ? markAmong(index, word, known) : recallWord(index, word)
    if (!mask) return false
    marked = mask
  }
  if (!marked) return false
  let isFound = 0
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i]!
    // Nobody: came after the index was made.
    const bit = row < 0 ? 0 : marked[row]!
    into[i] = bit
    isFound |= bit
  }
  return isFound === 1
}

function markAmong(index: WordIndex, word: string, among: Uint8Array): Uint8Array {
  const known = wordMasks.get(index)?.get(word)
  const mask = known?.slice() ?? new Uint8Array(index.ids.length)
  if (known === undefined) markWordAmong(index, word, among, mask)
  for (let row = 0; row < mask.length; row += 1) mask[row]! &= among[row]!
  return mask
}

/** The rows of a word as bytes; null: it stands nowhere. Kept, because a search is typed letter by letter and taken back again. */
const wordMasks = new WeakMap<WordIndex, Map<string, Uint8Array | null>>()
const KEPT_WORDS = 24

function recallWord(index: WordIndex, word: string): Uint8Array | null {
  const masks = wordMasks.get(index) ?? new Map<string, Uint8Array | null>()
  wordMasks.set(index, masks)
  const known = masks.get(word)
  if (known !== undefined) return known
  const mask = new Uint8Array(index.ids.length)
  const made = markWord(index, word, mask) ? mask : null
  if (masks.size >= KEPT_WORDS) masks.delete(masks.keys().next().value ?? '')
  masks.set(word, made)
  return made
}

/** Row of each position of the figures; both ascend by id, so one walk finds all. */
const rowsOfFigures = new WeakMap<Int32Array, { index: WordIndex; rows: Int32Array }>()

function findRows(index: WordIndex, { customerIds }: Figures): Int32Array {
  const known = rowsOfFigures.get(customerIds)
  if (known?.index === index) return known.rows
  const rows = new Int32Array(customerIds.length)
  for (let i = 0, row = 0; i < rows.length; i += 1) {
    while (row < index.ids.length && index.ids[row]! < customerIds[i]!) row += 1
    rows[i] = index.ids[row] === customerIds[i] ? row : -1
  }
  rowsOfFigures.set(customerIds, { index, rows })
  return rows
}

/** Customers looked through at once: a few milliseconds. */
const SLICE = 20_000

/** Without the index: every word must stand somewhere in the name, e-mail, city or external id. */
async function searchKeys({ read }: OpenWorkspace, figures: Figures, text: string): Promise<Uint8Array> {
  const words = normaliseForSearch(text).split(' ').filter(Boolean)
  const condition = words.map(() => 'instr(search_key, ?) > 0').join(' AND ')
  const slice = read.prepare<(string | number)[], number>(`SELECT id FROM customers WHERE id BETWEEN ? AND ? AND ${condition}`).pluck()
  const { customerIds: ids } = figures
  const mask = new Uint8Array(ids.length)
  const pace = startPace()
  for (let first = 0; first < ids.length; first += SLICE) {
    if (!read.open) return mask
    for (const id of slice.all(ids[first]!, ids[Math.min(first + SLICE, ids.length) - 1]!, ...words)) {
      const i = figures.indexOf(id)
      if (i >= 0) mask[i] = 1
    }
    await pace()
  }
  return mask
}
