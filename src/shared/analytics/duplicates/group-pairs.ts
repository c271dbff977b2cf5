import { DisjointSets } from './disjoint-sets.ts'
import type { LikelyPair } from './find-duplicates.ts'
import { DUPLICATE_SCORE } from './score-pair.ts'

/**
 * Joins the pairs from `least` points on into groups; pairs come the surest first. A join that would bring together two records
 * told apart by a person is left out. For every record the first position of its group.
 */
export function groupPairs(
  size: number,
  pairs: readonly LikelyPair[],
  distinct: readonly (readonly [number, number])[],
  least: number = DUPLICATE_SCORE
): Int32Array {
  const sets = new DisjointSets(size)
  const apartFrom = new Map<number, Set<number>>()
  const keepApart = (one: number, other: number): void => {
    const known = apartFrom.get(one)
    if (known) known.add(other)
    else apartFrom.set(one, new Set([other]))
  }
  for (const [one, other] of distinct) {
    keepApart(one, other)
    keepApart(other, one)
  }
  for (const { one, other, score } of pairs) {
    if (score < least) continue
    const left = sets.find(one)
    const right = sets.find(other)
    if (left === right || apartFrom.get(left)?.has(right)) continue
    sets.join(left, right)
    if (apartFrom.size === 0) continue
    const [kept, gone] = left < right ? [left, right] : [right, left]
    for (const enemy of apartFrom.get(gone) ?? []) {
      keepApart(kept, enemy)
      keepApart(enemy, kept)
    }
  }
  return sets.toArray()
}
