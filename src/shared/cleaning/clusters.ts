import type { ClusterMethod } from './cluster-methods.ts'
import { keyOfValue } from './text-steps.ts'

/** A value of a column and how many rows have it. */
export interface ValueCount {
  readonly value: string
  readonly count: number
}
/** Spellings that are probably one: the most frequent is proposed. */
interface Cluster {
  readonly to: string
  readonly values: ValueCount[]
}
/**
 * Key of OpenRefine's fingerprint method: small letters without accents or punctuation, words sorted, each once.
 * https://openrefine.org/docs/technical-reference/clustering-in-depth
 */
export function fingerprint(text: string): string {
  const words = keyOfValue(text)
    .replace(/[^\p{L}\p{N}\s]+/gu, '')
    .split(/\s+/u)
    .filter(Boolean)
  return [...new Set(words)].sort().join(' ')
}

/** Key of the n-gram fingerprint: the pairs of letters a value has, sorted, each once; `Krzysztof` and `Krzystzof` may meet. */
export function fingerprintPairs(text: string): string {
  const letters = keyOfValue(text).replace(/[^\p{L}\p{N}]+/gu, '')
  const pairs = new Set<string>()
  for (let at = 0; at + 2 <= letters.length; at++) pairs.add(letters.slice(at, at + 2))
  return [...pairs].sort().join('')
}

/** Edits (a letter more, less or other, or two neighbours swapped) between two texts; `limit + 1` once it is more than `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    before = last
    last = row
  }
  return last[b.length] ?? limit + 1
}

/** Compared pair by pair at most; beyond, values are compared with those of the same first letters only. */
const MAX_PAIRS_OF = 1500
const BLOCK_LETTERS = 3
const SHORTEST_NEAR = 5

/** Clusters of spellings, those with most rows first. Values that differ in digits are never `near`: they number things. */
export function findClusters(values: readonly ValueCount[], method: ClusterMethod): Cluster[] {
  const groups = method === 'key' ? groupByKeys(values) : groupNear(values)
  return groups
    .filter((group) => group.length > 1)
    .map((group): Cluster => {
      const sorted = [...group].sort(compareSpellings)
      return { to: (sorted[0]?.value ?? '').trim().replace(/\s+/gu, ' '), values: sorted }
    })
    .sort((a, b) => countRows(b) - countRows(a) || compareText(a.to, b.to))
}

/** Most frequent first; of equals, one that mixes capitals and small letters, then one with accents. */
function compareSpellings(a: ValueCount, b: ValueCount): number {
  return b.count - a.count || rankSpelling(b.value) - rankSpelling(a.value) || compareText(a.value, b.value)
}
function rankSpelling(text: string): number {
  const isMixed = text !== text.toLowerCase() && text !== text.toUpperCase()
  const hasAccents = text.normalize('NFD') !== text
  return (isMixed ? 2 : 0) + (hasAccents ? 1 : 0) - (text === text.trim() ? 0 : 4)
}
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const countRows = ({ values }: Cluster): number => values.reduce((sum, { count }) => sum + count, 0)

/** Values that share a fingerprint or a fingerprint of pairs. */
function groupByKeys(values: readonly ValueCount[]): ValueCount[][] {
  const sets = new DisjointSets(values.length)
  for (const keyOf of [fingerprint, fingerprintPairs]) {
    const first = new Map<string, number>()
    values.forEach(({ value }, at) => {
      const key = keyOf(value)
      // Short values share pairs by chance.
      if (key === '' || (keyOf === fingerprintPairs && key.length < 8)) return
      const known = first.get(key)
      if (known === undefined) first.set(key, at)
      else if (!differInDigits(value, values[known]?.value ?? '')) sets.join(known, at)
    })
  }
  return sets.list().map((group) => group.flatMap((at) => values[at] ?? []))
}

function groupNear(values: readonly ValueCount[]): ValueCount[][] {
  const keys = values.map(({ value }) => keyOfValue(value))
  const sets = new DisjointSets(values.length)
  for (const block of listBlocks(keys))
    for (let i = 0; i < block.length; i++)
      for (let j = i + 1; j < block.length; j++) {
        const [a, b] = [block[i] ?? 0, block[j] ?? 0]
        if (isNear(keys[a] ?? '', keys[b] ?? '')) sets.join(a, b)
      }
  return sets.list().map((group) => group.flatMap((at) => values[at] ?? []))
}

function isNear(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  if (a === b || shorter < SHORTEST_NEAR || differInDigits(a, b)) return a === b
  const limit = shorter >= 10 ? 2 : 1
  return editDistance(a, b, limit) <= limit
}

const digitsOf = (text: string): string => text.replace(/\D+/gu, '')
const differInDigits = (a: string, b: string): boolean => digitsOf(a) !== digitsOf(b)

/** All in one block when there are few; else blocks of the first and of the last letters, so that a slip at either end is met. */
function listBlocks(keys: readonly string[]): number[][] {
  if (keys.length <= MAX_PAIRS_OF) return [keys.map((_, at) => at)]
  const blocks = new Map<string, number[]>()
  keys.forEach((key, at) => {
    for (const name of [`^${key.slice(0, BLOCK_LETTERS)}`, `$${key.slice(-BLOCK_LETTERS)}`]) {
      const block = blocks.get(name)
      if (block) block.push(at)
      else blocks.set(name, [at])
    }
  })
  return [...blocks.values()].filter((block) => block.length <= MAX_PAIRS_OF)
}

class DisjointSets {
  readonly #parents: number[]
  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, at) => at)
  }
  #root(at: number): number {
    let root = at
    for (let parent = this.#parents[root] ?? root; parent !== root; parent = this.#parents[root] ?? root) root = parent
    this.#parents[at] = root
    return root
  }
  join(a: number, b: number): void {
    this.#parents[this.#root(b)] = this.#root(a)
  }
  list(): number[][] {
    const groups = new Map<number, number[]>()
    this.#parents.forEach((_, at) => {
      const root = this.#root(at)
      const group = groups.get(root)
      if (group) group.push(at)
      else groups.set(root, [at])
    })
    return [...groups.values()]
  }
}
