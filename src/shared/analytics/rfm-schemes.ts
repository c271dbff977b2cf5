import { findRfmSegment, RFM_SEGMENTS } from './rfm.ts'

type Range = readonly [from: number, to: number]
interface ThreeScoreSegment {
  readonly id: string
  readonly r: Range
  readonly f: Range
  readonly m: Range
}

/**
 * Scheme B, as the R package `rfm` documents it: the intervals overlap, so the first that fits in this order counts and what
 * fits none is 'others' (domain 6.2). Under that rule two of the names swallow three later ones whole.
 */
export const SCHEME_B: readonly ThreeScoreSegment[] = [
  { id: 'champions', r: [4, 5], f: [4, 5], m: [4, 5] },
  { id: 'loyal', r: [2, 5], f: [3, 5], m: [3, 5] },
  { id: 'potential_loyalist', r: [3, 5], f: [1, 3], m: [1, 3] },
  { id: 'new', r: [4, 5], f: [1, 1], m: [1, 1] },
  { id: 'promising', r: [3, 4], f: [1, 1], m: [1, 1] },
  { id: 'need_attention', r: [2, 3], f: [2, 3], m: [2, 3] },
  { id: 'about_to_sleep', r: [2, 3], f: [1, 2], m: [1, 2] },
  { id: 'at_risk', r: [1, 2], f: [2, 5], m: [2, 5] },
  { id: 'cant_lose', r: [1, 1], f: [4, 5], m: [4, 5] },
  { id: 'lost', r: [1, 2], f: [1, 2], m: [1, 2] }
]
const OTHERS = 'others'

export type SegmentScheme = 'a' | 'combined' | 'b'

const isIn = ([from, to]: Range, score: number): boolean => score >= from && score <= to

/** Named segments of a scheme, in order, and the position of the one a customer with these scores (1 to 5) is in. */
export interface NamedSegments {
  readonly ids: readonly string[]
  readonly find: (r: number, f: number, m: number) => number
}

/** F and M as one score: their mean, rounded half up. */
export function combineFm(f: number, m: number): number {
  return Math.floor((f + m + 1) / 2)
}

const SCHEMES: Readonly<Record<SegmentScheme, NamedSegments>> = {
  a: { ids: RFM_SEGMENTS.map(({ id }) => id), find: (r, f) => findRfmSegment(r, f) },
  combined: { ids: RFM_SEGMENTS.map(({ id }) => id), find: (r, f, m) => findRfmSegment(r, combineFm(f, m)) },
  b: {
    ids: [...SCHEME_B.map(({ id }) => id), OTHERS],
    find: (r, f, m) => {
      const first = SCHEME_B.findIndex((segment) => isIn(segment.r, r) && isIn(segment.f, f) && isIn(segment.m, m))
      return first < 0 ? SCHEME_B.length : first
    }
  }
}

/** The named segments of a scheme: each a complete partition of the scores. */
export function findScheme(scheme: SegmentScheme): NamedSegments {
  return SCHEMES[scheme]
}
