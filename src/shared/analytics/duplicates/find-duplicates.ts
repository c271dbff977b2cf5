import { gatherBlocks, type Blocks } from './block-records.ts'
import { groupPairs } from './group-pairs.ts'
import type { RecordBook } from './record-book.ts'
import { judgeScore, REVIEW_SCORE, scoreFrom } from './score-pair.ts'

/** Two records that are, or may be, one customer; positions, the smaller first. */
export interface LikelyPair {
  readonly one: number
  readonly other: number
  readonly score: number
}

export interface DuplicateGroups {
  /** For every record the first position of its group: its own where it stands alone. */
  readonly groupOf: Int32Array
  readonly groups: number
  readonly duplicatePairs: number
  /** Pairs a person should look at. */
  readonly reviewPairs: number
  /** Blocks too large to compare. */
  readonly skippedBlocks: number
}

export interface FoundDuplicates extends DuplicateGroups {
  /** From 55 points on, the surest first. */
  readonly pairs: readonly LikelyPair[]
}

interface SearchStep {
  readonly phase: 'blocking' | 'comparing'
  /** 0 to 1. */
  readonly share: number
}

/** Comparisons between two resting points: a few milliseconds. */
const STRIDE = 256

/**
 * Finds the records that stand for one customer (domain 6.11): compares inside blocks and joins pairs from 80 points on,
 * the surest first, never two that `areDistinct` says are two customers. Yields where a caller may rest. Which records share
 * a group does not depend on their order, but for pairs that were told apart.
 */
export function* findDuplicates(
  book: RecordBook,
  { distinct = [], from = REVIEW_SCORE }: { distinct?: readonly (readonly [number, number])[]; from?: number } = {}
): Generator<SearchStep, FoundDuplicates> {
  const gathering = gatherBlocks(book)
  let gathered = gathering.next()
  for (; !gathered.done; gathered = gathering.next()) yield { phase: 'blocking', share: gathered.value }
  const blocks = gathered.value
  const apart = new Set(distinct.map(([one, other]) => pairKey(one, other)))
  const pairs: LikelyPair[] = []
  let untilRest = STRIDE
  for (let one = 0; one < book.size; one++) {
    for (const other of listPartners(book, blocks, one)) {
      if (apart.size > 0 && apart.has(pairKey(one, other))) continue
      const found = scoreFrom(book, one, other, from)
      if (found) pairs.push({ one, other, score: found.score })
      untilRest--
    }
    untilRest--
    if (untilRest > 0) continue
    untilRest = STRIDE
    yield { phase: 'comparing', share: one / book.size }
  }
  pairs.sort((a, b) => b.score - a.score || a.one - b.one || a.other - b.other)
  const groupOf = groupPairs(book.size, pairs, distinct)
  const duplicatePairs = pairs.filter(({ score }) => judgeScore(score) === 'duplicate').length
  return {
    pairs,
    groupOf,
    groups: groupOf.reduce((groups, first, position) => groups + (first === position ? 1 : 0), 0),
    duplicatePairs,
    reviewPairs: pairs.length - duplicatePairs,
    skippedBlocks: blocks.reduce((total, { skipped }) => total + skipped, 0)
  }
}

const pairKey = (one: number, other: number): string =>
  one < other ? `${String(one)} ${String(other)}` : `${String(other)} ${String(one)}`

/** The records after `one` that share a block with it, each once. */
function listPartners(book: RecordBook, blocks: readonly Blocks[], one: number): Set<number> {
  const partners = new Set<number>()
  for (const { most, mask, starts, records, list } of blocks) {
    list(book, one, (key) => {
      const from = starts[key & mask]!
      const to = starts[(key & mask) + 1]!
      if (to - from > most) return
      for (let at = to - 1; at >= from && records[at]! > one; at--) partners.add(records[at]!)
    })
  }
  return partners
}
