import type { Lists } from './lexicon.ts'
import type { RecordBook } from './record-book.ts'

/**
 * Records are compared only where they share a key of one of these kinds (domain 6.11, step 2, with more kinds of ours so
 * that a slip in one field does not hide a pair). `most`: a larger block is a shared switchboard, a value typed for want of
 * one or a name too common to tell; it is skipped, and a narrower kind takes over.
 */
interface BlockKind {
  readonly most: number
  /** Skipped blocks of this kind are reported. */
  readonly isReported: boolean
  readonly list: (book: RecordBook, i: number, give: (key: number) => void) => void
}

const EXACT_MOST = 500
const LOOSE_MOST = 60
const NARROW_MOST = 24
const NAME_WORDS = 5
/** Records between two resting points. */
const STRIDE = 512

/** A number out of several, spread over 32 bits; two lists may meet in one, which only costs a comparison. */
function mix(...parts: readonly number[]): number {
  let hash = 0x811c9dc5
  for (const part of parts) {
    hash = Math.imul(hash ^ part, 0x01000193)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  }
  return (hash ^ (hash >>> 13)) >>> 0
}

function mixText(text: string): number {
  let hash = 0x811c9dc5
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193)
  return hash | 0
}

const exact = (field: 'taxId' | 'email' | 'phone'): BlockKind => ({
  most: EXACT_MOST,
  isReported: true,
  list: (book, i, give) => {
    const number = book.columns[field][i]!
    if (number > 0) give(mix(number))
  }
})

/** Parts of a text long enough to tell: whoever slips in one part keeps the other. */
const parts = (field: 'taxId' | 'phone', cut: (text: string) => readonly string[]): BlockKind => ({
  most: NARROW_MOST,
  isReported: false,
  list: (book, i, give) => {
    const text = book.values[field].text(book.columns[field][i]!)
    if (text !== '') for (const [k, part] of cut(text).entries()) give(mix(k, mixText(part)))
  }
})

const skeletonsOf = (book: RecordBook, i: number): number[] => {
  const words = listOf(book.nameWords, i)
  return [...new Set(words.slice(0, NAME_WORDS).map((word) => book.names.skeletons[word]!))].sort((a, b) => a - b)
}
const listOf = ({ starts, items }: Lists, i: number): number[] => items.slice(starts[i], starts[i + 1])

/** Every two words of the name by their sound, with something else that must be equal. */
const namePairs = (most: number, extra: (book: RecordBook, i: number) => number): BlockKind => ({
  most,
  isReported: false,
  list: (book, i, give) => {
    const beside = extra(book, i)
    if (beside < 0) return
    const words = skeletonsOf(book, i)
    for (let a = 0; a < words.length; a++) for (let b = a + 1; b < words.length; b++) give(mix(words[a]!, words[b]!, beside))
  }
})

/** Every word of the name by its sound, with something else that must be equal. */
const nameWord = (most: number, extra: (book: RecordBook, i: number) => number): BlockKind => ({
  most,
  isReported: false,
  list: (book, i, give) => {
    const beside = extra(book, i)
    if (beside >= 0) for (const word of skeletonsOf(book, i)) give(mix(word, beside))
  }
})

const filled = (number: number | undefined): number => (number === undefined || number === 0 ? -1 : number)

const KINDS: readonly BlockKind[] = [
  exact('taxId'),
  exact('email'),
  exact('phone'),
  parts('taxId', (text) =>
    text.length >= 7 ? [text.slice(0, Math.ceil(text.length / 2) + 1), text.slice(-Math.ceil(text.length / 2) - 1)] : []
  ),
  parts('phone', (text) => [text.slice(0, 7), text.slice(-7)]),
  {
    most: LOOSE_MOST,
    isReported: false,
    list: (book, i, give) => {
      const number = book.columns.mailbox[i]!
      if (number > 0) give(mix(number))
    }
  },
  {
    most: LOOSE_MOST,
    isReported: false,
    list: (book, i, give) => {
      const number = book.columns.birthDate[i]!
      if (number > 0) give(mix(number))
    }
  },
  nameWord(LOOSE_MOST, (book, i) => filled(book.columns.birthDate[i])),
  namePairs(LOOSE_MOST, () => 0),
  namePairs(LOOSE_MOST, (book, i) => filled(book.columns.city[i])),
  namePairs(LOOSE_MOST, (book, i) => filled(book.columns.postalCode[i])),
  namePairs(LOOSE_MOST, (book, i) => {
    const year = Number(book.values.birthDate.text(book.columns.birthDate[i]!).slice(0, 4))
    return year > 0 ? year : -1
  }),
  nameWord(NARROW_MOST, () => 0),
  nameWord(LOOSE_MOST, (book, i) => filled(book.columns.postalCode[i])),
  nameWord(NARROW_MOST, (book, i) => filled(book.columns.city[i])),
  {
    most: LOOSE_MOST,
    isReported: false,
    list: (book, i, give) => {
      const number = book.columns.houseNumber[i]!
      if (number > 0) for (const word of listOf(book.streetWords, i)) give(mix(book.streets.skeletons[word]!, number))
    }
  },
  {
    most: NARROW_MOST,
    isReported: false,
    list: (book, i, give) => {
      const words = listOf(book.streetWords, i)
        .map((word) => book.streets.skeletons[word]!)
        .sort((a, b) => a - b)
      for (let a = 0; a < words.length; a++) for (let b = a + 1; b < words.length; b++) give(mix(words[a]!, words[b]!))
    }
  }
]

/** The blocks of one kind: the records of bucket b lie between `starts[b]` and `starts[b + 1]`, ascending. */
export interface Blocks {
  readonly most: number
  readonly mask: number
  readonly starts: Int32Array
  readonly records: Int32Array
  readonly list: BlockKind['list']
  /** Blocks too large to compare that a person should know of. */
  readonly skipped: number
}

/** Gathers the records with equal keys, kind by kind. Yields where a caller may rest, with the share done. */
export function* gatherBlocks(book: RecordBook): Generator<number, Blocks[]> {
  const all: Blocks[] = []
  for (const [place, kind] of KINDS.entries()) {
    all.push(yield* gatherKind(book, kind, place / KINDS.length))
  }
  return all
}

function* gatherKind(book: RecordBook, { most, isReported, list }: BlockKind, share: number): Generator<number, Blocks> {
  let entries = 0
  for (let i = 0; i < book.size; i++) {
    if (i % STRIDE === 0) yield share
    list(book, i, () => entries++)
  }
  const mask = 2 ** Math.ceil(Math.log2(Math.max(16, 2 * entries))) - 1
  const starts = new Int32Array(mask + 2)
  const records = new Int32Array(entries)
  for (let i = 0; i < book.size; i++) {
    if (i % STRIDE === 0) yield share
    list(book, i, (key) => {
      const at = (key & mask) + 1
      starts[at] = starts[at]! + 1
    })
  }
  let skipped = 0
  for (let b = 1; b < starts.length; b++) {
    if (isReported && starts[b]! > most) skipped++
    starts[b] = starts[b]! + starts[b - 1]!
  }
  const filled = starts.slice()
  for (let i = 0; i < book.size; i++) {
    if (i % STRIDE === 0) yield share
    list(book, i, (key) => {
      const at = key & mask
      records[filled[at]!] = i
      filled[at] = filled[at]! + 1
    })
  }
  return { most, mask, starts, records, list, skipped }
}
