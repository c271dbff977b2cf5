import { BLOCK_KINDS, BLOCK_MOST, gatherBlocks, keyOf, type BlockKind, type Blocks } from './block-records.ts'
import { DisjointSets } from './disjoint-sets.ts'
import type { Identity } from './identity.ts'
import { judgeScore, scorePair, type Verdict } from './score-pair.ts'

/** Two records of the same blocks that are, or may be, one customer; positions, the smaller first. */
export interface LikelyPair {
  readonly one: number
  readonly other: number
  readonly score: number
  readonly verdict: Exclude<Verdict, 'distinct'>
}

export interface DuplicateGroups {
  /** For every record the first position of its group: its own where it stands alone. */
  readonly groupOf: Int32Array
  readonly groups: number
  readonly duplicatePairs: number
  /** Pairs a person should look at. */
  readonly reviewPairs: number
  /** Blocks too large to compare, of every kind. */
  readonly skippedBlocks: number
}

/** Comparisons between two resting points: names of hundreds of letters included, a few milliseconds. */
const STRIDE = 64

/**
 * Finds the records that stand for one customer (domain 6.11): compares inside blocks of equal e-mail, phone, tax id or
 * name and city, and joins pairs from 80 points on. Yields where a caller may rest, so that a search over 100,000 records
 * can go in slices. Which records share a group does not depend on their order.
 */
export function* findDuplicates(identities: readonly Identity[], onPair?: (pair: LikelyPair) => void): Generator<void, DuplicateGroups> {
  const sets = new DisjointSets(identities.length)
  const skipped = new Map<BlockKind, Set<string>>()
  const counts = { duplicate: 0, review: 0 }
  let untilRest = STRIDE
  for (const [place, kind] of BLOCK_KINDS.entries()) {
    const blocks = yield* gatherBlocks(kind, identities)
    const earlier = BLOCK_KINDS.slice(0, place)
    skipped.set(kind, listTooLarge(blocks))
    for (const [one, other] of listPairs(kind, blocks, identities, skipped)) {
      if (untilRest-- === 0) {
        untilRest = STRIDE
        yield
      }
      const left = identities[one]!
      const right = identities[other]!
      if (earlier.some((each) => isSharedBlock(each, left, right, skipped))) continue
      const score = scorePair(left, right)
      const verdict = judgeScore(score)
      if (verdict === 'distinct') continue
      counts[verdict]++
      if (verdict === 'duplicate') sets.join(one, other)
      onPair?.({ one, other, score, verdict })
    }
  }
  const groupOf = sets.toArray()
  return {
    groupOf,
    groups: groupOf.reduce((groups, first, position) => groups + (first === position ? 1 : 0), 0),
    duplicatePairs: counts.duplicate,
    reviewPairs: counts.review,
    skippedBlocks: [...skipped.values()].reduce((total, { size }) => total + size, 0)
  }
}

function listTooLarge(blocks: Blocks): Set<string> {
  const keys = new Set<string>()
  for (const [key, block] of blocks) if (block.length > BLOCK_MOST) keys.add(key)
  return keys
}

/** Whether the two were compared in a block of that kind already. */
function isSharedBlock(kind: BlockKind, left: Identity, right: Identity, skipped: ReadonlyMap<BlockKind, ReadonlySet<string>>): boolean {
  const key = keyOf(kind, left)
  return key !== '' && key === keyOf(kind, right) && skipped.get(kind)?.has(key) !== true
}

function* listPairs(
  kind: BlockKind,
  blocks: Blocks,
  identities: readonly Identity[],
  skipped: ReadonlyMap<BlockKind, ReadonlySet<string>>
): Generator<[number, number]> {
  for (const block of blocks.values()) {
    if (block.length > BLOCK_MOST) continue
    const parts = kind === 'nameCity' ? splitWorthwhile(block, identities, skipped) : [block]
    for (const part of parts) for (let i = 0; i < part.length; i++) for (let j = i + 1; j < part.length; j++) yield [part[i]!, part[j]!]
  }
}

/**
 * The parts of a name-and-city block in which a pair can reach the points for a review at all. Without the same e-mail,
 * phone or tax id, name (35), birth date (15) and address (10) make 60, so the birth dates must be equal; the same e-mail,
 * phone or tax id has been compared already unless its block was skipped. Blocks of common names would else be most of
 * the work, for nothing.
 */
function splitWorthwhile(
  block: readonly number[],
  identities: readonly Identity[],
  skipped: ReadonlyMap<BlockKind, ReadonlySet<string>>
): readonly (readonly number[])[] {
  const isSkippedAnywhere = block.some((position) =>
    [...skipped].some(([kind, keys]) => keys.size > 0 && keys.has(keyOf(kind, identities[position]!)))
  )
  if (isSkippedAnywhere) return [block]
  const byBirthDate = new Map<string, number[]>()
  for (const position of block) {
    const { birthDate } = identities[position]!
    if (birthDate === '') continue
    const part = byBirthDate.get(birthDate)
    if (part) part.push(position)
    else byBirthDate.set(birthDate, [position])
  }
  return [...byBirthDate.values()]
}
