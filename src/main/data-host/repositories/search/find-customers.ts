import { normaliseForSearch } from '../../../../shared/domain/search-key.ts'
import { parseSearch, type SearchPart } from '../../../../shared/domain/search-words.ts'
import type { OpenWorkspace } from '../../context.ts'
import type { Figures } from '../../figures/figures.ts'
import { startPace } from '../../figures/pause.ts'
import { findOrderOwners } from './order-owners.ts'
import { findSearchState, type SearchState } from './search-store.ts'
import { markWord, type WordIndex } from './word-index.ts'

export interface SearchAnswer {
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

function searchIndex(workspace: OpenWorkspace, figures: Figures, state: SearchState, parts: readonly SearchPart[]): Uint8Array {
  const rows = findRows(state.index, figures)
  const all = new Uint8Array(rows.length).fill(1)
  for (const part of parts) {
    const met = markPart(workspace, figures, state, rows, part)
    for (let i = 0; i < all.length; i += 1) all[i]! &= met[i]!
  }
  return all
}

/** Who meets one part, by position: in the first way that anybody meets, or by the number of an order. */
function markPart(
  workspace: OpenWorkspace,
  figures: Figures,
  state: SearchState,
  rows: Int32Array,
  { typed, ways }: SearchPart
): Uint8Array {
  const met = new Uint8Array(rows.length)
  for (const words of ways) {
    const isChangedMet = (own: readonly string[]): boolean => words.every((word) => own.some((each) => each.includes(word)))
    let isFound = markRows(state.index, words, rows, met)
    // Those who changed, or came after the index was made, are looked for in what is written about them now.
    for (const [id, own] of state.changed) {
      const i = figures.indexOf(id)
      if (i < 0) continue
      met[i] = isChangedMet(own) ? 1 : 0
      isFound ||= met[i] === 1
    }
    if (isFound) break
  }
  for (const id of findOrderOwners(workspace.read, typed)) {
    const i = figures.indexOf(id)
    if (i >= 0) met[i] = 1
  }
  return met
}

/** Marks the positions in whose row all the words stand; returns whether there are any. */
function markRows(index: WordIndex, words: readonly string[], rows: Int32Array, into: Uint8Array): boolean {
  const found = words.map((word) => recallWord(index, word))
  const [first, ...others] = found
  if (!first || found.some((each) => each === null)) return false
  let isFound = 0
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i]!
    // Nobody: came after the index was made.
    let bit = row < 0 ? 0 : first[row]!
    for (const other of others) bit &= row < 0 ? 0 : other![row]!
    into[i] = bit
    isFound |= bit
  }
  return isFound === 1
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
