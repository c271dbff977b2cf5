import { RFM_MINIMUM, RFM_TERCILES_BELOW, scoreWorstRank } from './rfm.ts'

/** How customers are scored (domain 6.2); what the words mean stands with `RfmOptions` of the contract. */
export interface ScoringOptions {
  readonly bins: number
  readonly ties: 'equal' | 'exact'
  readonly nesting: 'independent' | 'nested'
  readonly edges: { readonly r: readonly number[]; readonly f: readonly number[]; readonly m: readonly number[] } | null
}
/** One entry per customer who is scored, in ascending order of ids. */
export interface RfmVariables {
  readonly recencyDays: Float64Array
  readonly frequency: Float64Array
  readonly monetary: Float64Array
}
export interface RfmScores {
  readonly r: Uint8Array
  readonly f: Uint8Array
  readonly m: Uint8Array
}

/** Groups as scores from 1 to 5: the named segments are cut on that scale. */
const SPREAD: Readonly<Record<number, readonly number[]>> = { 3: [1, 3, 5], 4: [1, 2, 4, 5], 5: [1, 2, 3, 4, 5] }
const MIDDLE = 3

type Better = (a: number, b: number) => number

/** Scores by any options; null with fewer than ten customers. With fewer than 25: terciles. Yields between variables. */
export function* scoreRfmInSteps(variables: RfmVariables, options: ScoringOptions): Generator<void, RfmScores | null, void> {
  const { recencyDays, frequency, monetary } = variables
  const n = recencyDays.length
  if (n < RFM_MINIMUM) return null
  if (options.edges) return scoreByEdges(variables, options.edges)
  const bins = n < RFM_TERCILES_BELOW ? 3 : options.bins
  const latest = recencyDays.map((days) => -days)
  yield
  // Exact groups need an order without ties: F, then M, then recency, then id.
  const rank: Better = (a, b) => frequency[a]! - frequency[b]! || monetary[a]! - monetary[b]! || latest[a]! - latest[b]! || b - a
  const score = (values: Float64Array, members: Int32Array): Uint8Array =>
    options.ties === 'exact' ? scoreExact(values, members, rank, bins) : scoreEqual(values, bins, members)
  const scoreWithin = (values: Float64Array, keys: Uint8Array): Uint8Array => {
    const scores = new Uint8Array(n)
    for (const members of groupBy(keys)) score(values, members).forEach((each, place) => (scores[members[place]!] = each))
    return scores
  }
  const everybody = options.ties === 'exact' ? Int32Array.from({ length: n }, (_, i) => i) : null
  const isNested = options.nesting === 'nested'
  const scoreAll = (values: Float64Array): Uint8Array => (everybody ? scoreExact(values, everybody, rank, bins) : scoreEqual(values, bins))
  const r = scoreAll(latest)
  yield
  const f = isNested ? scoreWithin(frequency, r) : scoreAll(frequency)
  yield
  const cells = (): Uint8Array => r.map((each, i) => 10 * each + f[i]!)
  const m = isNested ? scoreWithin(monetary, cells()) : scoreAll(monetary)
  return { r, f, m }
}

/** Scores by worst-rank ties, on the scale of 1 to 5, of the members or of all; all equal: the middle. */
function scoreEqual(all: Float64Array, bins: number, members?: Int32Array): Uint8Array {
  const values = members ? Float64Array.from(members, (i) => all[i]!) : all
  const scores = scoreWorstRank(values, bins)
  // Five groups are on the scale as they are; a middle there is only with an odd number of groups.
  if (bins === 5) return scores
  if (values.every((value) => value === values[0])) return scores.fill(MIDDLE)
  return scores.map((group) => SPREAD[bins]?.[group - 1] ?? group)
}

/** Groups that differ in size by at most one: `1 + floor(bins · rank / n)`, ties cut by `rank`. */
function scoreExact(values: Float64Array, members: Int32Array, rank: Better, bins: number): Uint8Array {
  const places = Int32Array.from(members, (_, place) => place)
  places.sort((a, b) => values[members[a]!]! - values[members[b]!]! || rank(members[a]!, members[b]!))
  const scores = new Uint8Array(members.length)
  places.forEach((place, at) => (scores[place] = SPREAD[bins]?.[Math.floor((bins * at) / members.length)] ?? MIDDLE))
  return scores
}

function groupBy(keys: Uint8Array): Int32Array[] {
  const groups = new Map<number, number[]>()
  keys.forEach((key, i) => {
    const members = groups.get(key)
    if (members) members.push(i)
    else groups.set(key, [i])
  })
  return [...groups.values()].map((members) => Int32Array.from(members))
}

/** Fixed limits, closed on the better side: at most so many days, at least so many orders and so much money. */
function scoreByEdges({ recencyDays, frequency, monetary }: RfmVariables, edges: NonNullable<ScoringOptions['edges']>): RfmScores {
  const score = (values: Float64Array, isReached: (value: number, k: number) => boolean): Uint8Array =>
    Uint8Array.from(values, (value) => {
      let reached = 1
      for (let k = 0; k < 4; k++) if (isReached(value, k)) reached++
      return reached
    })
  return {
    r: score(recencyDays, (days, k) => days <= edges.r[k]!),
    f: score(frequency, (count, k) => count >= edges.f[k]!),
    m: score(monetary, (amount, k) => amount >= edges.m[k]!)
  }
}

/** The weighted score, 1 to 5; weights of any scale, equal ones where all are zero (domain 6.2). */
export function weighScores(weights: { r: number; f: number; m: number }): (r: number, f: number, m: number) => number {
  const total = weights.r + weights.f + weights.m
  if (!(total > 0)) return (r, f, m) => (r + f + m) / 3
  return (r, f, m) => (weights.r * r + weights.f * f + weights.m * m) / total
}
