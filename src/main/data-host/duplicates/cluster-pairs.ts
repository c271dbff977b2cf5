import { groupPairs } from '../../../shared/analytics/duplicates/group-pairs.ts'
import { DUPLICATE_SCORE, REVIEW_SCORE } from '../../../shared/analytics/duplicates/score-pair.ts'
import type { DuplicatePair, DuplicateSummary, DuplicateView } from '../../../shared/contract/duplicates.ts'

/** Customers that are, or may be, one, ascending by id, with the pairs between them. */
export interface PairCluster {
  readonly ids: readonly number[]
  readonly score: number
  readonly pairs: readonly DuplicatePair[]
}

/** A field whose equality makes merging safe without a look at every pair. */
type StrongKey = 'taxId' | 'email'

/**
 * Pairs of live customers that nobody told apart, gathered: groups of duplicates, or pairs to look at between them (the surest of
 * two groups stands for all). The surest first. `least`: the border between the two, 80 unless somebody asks otherwise.
 */
export function clusterPairs(
  pairs: readonly DuplicatePair[],
  view: DuplicateView,
  distinct: readonly (readonly [number, number])[],
  least: number = DUPLICATE_SCORE
): PairCluster[] {
  const { ids, rootOf } = groupIds(pairs, distinct, least)
  if (view === 'review') return listReviews(pairs, rootOf, least)
  const members = new Map<number, number[]>()
  for (const id of ids) members.set(rootOf(id), [...(members.get(rootOf(id)) ?? []), id])
  const inside = new Map<number, DuplicatePair[]>()
  for (const pair of pairs) {
    const root = rootOf(pair.one)
    if (root !== rootOf(pair.other)) continue
    const known = inside.get(root)
    if (known) known.push(pair)
    else inside.set(root, [pair])
  }
  return [...inside]
    .map(([root, own]): PairCluster => ({ ids: members.get(root) ?? [], score: own[0]?.score ?? 0, pairs: own }))
    .sort(bySureness)
}

/** Clusters that an equal key alone makes safe to merge: its pairs agree in it, and nothing contradicts. */
export function clusterEqual(
  pairs: readonly DuplicatePair[],
  key: StrongKey,
  distinct: readonly (readonly [number, number])[]
): PairCluster[] {
  return clusterPairs(
    pairs.filter((pair) => isEqualIn(pair, key)),
    'duplicate',
    distinct,
    0
  )
}

/** The counts of the whole base, with what equal keys alone make safe to merge. */
export function summarisePairs(
  pairs: readonly DuplicatePair[],
  distinct: readonly (readonly [number, number])[],
  rest: Omit<DuplicateSummary, 'equalTaxId' | 'equalEmail'>
): DuplicateSummary {
  const countEqual = (key: StrongKey): DuplicateSummary['equalTaxId'] => {
    const clusters = clusterEqual(pairs, key, distinct)
    return { clusters: clusters.length, merged: clusters.reduce((sum, { ids }) => sum + ids.length - 1, 0) }
  }
  return {
    ...rest,
    equalTaxId: countEqual('taxId'),
    equalEmail: countEqual('email')
  }
}

function isEqualIn({ isStrong, reasons }: DuplicatePair, key: StrongKey): boolean {
  return isStrong && reasons.some((reason) => reason.kind === 'field' && reason.field === key && reason.agreement === 'same')
}

function groupIds(
  pairs: readonly DuplicatePair[],
  distinct: readonly (readonly [number, number])[],
  least: number
): { ids: readonly number[]; rootOf: (id: number) => number } {
  const ids = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))].sort((a, b) => a - b)
  const placeOf = new Map(ids.map((id, place) => [id, place]))
  const place = (id: number): number => placeOf.get(id) ?? -1
  const apart = distinct.filter(([low, high]) => placeOf.has(low) && placeOf.has(high))
  const groupOf = groupPairs(
    ids.length,
    pairs.map(({ one, other, score }) => ({ one: place(one), other: place(other), score })),
    apart.map(([low, high]): [number, number] => [place(low), place(high)]),
    least
  )
  return { ids, rootOf: (id) => groupOf[place(id)] ?? -1 }
}

function listReviews(pairs: readonly DuplicatePair[], rootOf: (id: number) => number, least: number): PairCluster[] {
  const best = new Map<string, PairCluster>()
  for (const pair of pairs) {
    const roots = [rootOf(pair.one), rootOf(pair.other)].sort((a, b) => a - b)
    const key = roots.join(' ')
    if (roots[0] === roots[1] || pair.score < Math.min(least, REVIEW_SCORE) || best.has(key)) continue
    best.set(key, { ids: [pair.one, pair.other], score: pair.score, pairs: [pair] })
  }
  return [...best.values()].sort(bySureness)
}

function bySureness(a: PairCluster, b: PairCluster): number {
  return b.score - a.score || (a.ids[0] ?? 0) - (b.ids[0] ?? 0)
}
