import type { Lists } from './lexicon.ts'
import { countEdits } from './text-likeness.ts'

/** How two words were found to be one, from the surest down. */
export type WordMatch = 'same' | 'sound' | 'slip' | 'joined' | 'prefix' | 'initial'

interface AlignedWord {
  readonly left: number
  readonly right: number
  readonly match: WordMatch
}

export interface Alignment {
  readonly pairs: readonly AlignedWord[]
  /** Words of either side that found no partner. */
  readonly onlyLeft: readonly number[]
  readonly onlyRight: readonly number[]
}

interface WordBook {
  readonly lexicon: { readonly texts: readonly string[]; readonly counts: readonly number[] }
  readonly sounds: readonly number[]
}

const PREFIX_LETTERS = 3

/**
 * Finds which words of two lists are one: the same, alike in sound, one slip of the pen apart, written together, cut short
 * or an initial. `isUsual`: two words for which this holds are never taken for a slip. Every word is used once.
 */
export function alignWords(book: WordBook, lists: Lists, i: number, j: number, isUsual: (word: number) => boolean): Alignment {
  const left = lists.items.slice(lists.starts[i], lists.starts[i + 1])
  const right = lists.items.slice(lists.starts[j], lists.starts[j + 1])
  const pairs: AlignedWord[] = []
  const take = (match: WordMatch, isOne: (a: number, b: number) => boolean): void => {
    for (let a = 0; a < left.length; a++) {
      const b = right.findIndex((word) => isOne(left[a]!, word))
      if (b < 0) continue
      pairs.push({ left: left[a]!, right: right[b]!, match })
      left.splice(a--, 1)
      right.splice(b, 1)
    }
  }
  take('same', (a, b) => a === b)
  if (left.length === 0 || right.length === 0) return { pairs, onlyLeft: left, onlyRight: right }
  const { texts } = book.lexicon
  take('sound', (a, b) => book.sounds[a] === book.sounds[b])
  take('slip', (a, b) => isSlip(texts[a] ?? '', texts[b] ?? '') && !(isUsual(a) && isUsual(b)))
  takeJoined(book, left, right, pairs, false)
  takeJoined(book, right, left, pairs, true)
  take('prefix', (a, b) => isPrefix(texts[a] ?? '', texts[b] ?? '', PREFIX_LETTERS))
  take('initial', (a, b) => isInitial(texts[a] ?? '', texts[b] ?? ''))
  return { pairs, onlyLeft: left, onlyRight: right }
}

function isSlip(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length)
  if (shorter < 3 || Math.max(one.length, other.length) < 4 || /\d/.test(one)) return false
  const most = shorter >= 7 ? 2 : 1
  return countEdits(one, other, most) <= most
}

function isPrefix(one: string, other: string, least: number): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length >= least && long.startsWith(short)
}

function isInitial(one: string, other: string): boolean {
  return (one.length === 1) !== (other.length === 1) && one[0] === other[0]
}

/** "elk i" and "elki": two neighbours on one side that the other side writes as one word. */
function takeJoined(
  { lexicon: { texts, counts } }: WordBook,
  apart: number[],
  together: number[],
  pairs: AlignedWord[],
  isTurned: boolean
): void {
  for (let k = 0; k + 1 < apart.length; k++) {
    const one = texts[apart[k]!] ?? ''
    const next = texts[apart[k + 1]!] ?? ''
    const at = together.findIndex((word) => isJoined(one + next, texts[word] ?? '') || isJoined(next + one, texts[word] ?? ''))
    if (at < 0) continue
    const whole = together[at]!
    const rarer = (counts[apart[k]!] ?? 0) <= (counts[apart[k + 1]!] ?? 0) ? apart[k]! : apart[k + 1]!
    pairs.push({ left: isTurned ? whole : rarer, right: isTurned ? rarer : whole, match: 'joined' })
    apart.splice(k, 2)
    together.splice(at, 1)
    k--
  }
}

function isJoined(one: string, other: string): boolean {
  return one.length >= 4 && countEdits(one, other, 1) <= 1
}
