import { selectPlaces } from './selection.ts'

/** Fewer customers than this: terciles written as 1, 3, 5. Fewer than `RFM_MINIMUM`: no scores at all (domain 6.2). */
export const RFM_TERCILES_BELOW = 25
export const RFM_MINIMUM = 10

/** Scheme A: the R × F grid cut into ten named segments, complete and without overlap (domain 6.2). */
export const RFM_SEGMENTS = [
  { id: 's_champions', r: [5, 5], f: [4, 5] },
  { id: 's_loyal', r: [3, 4], f: [4, 5] },
  { id: 's_potential_loyalist', r: [4, 5], f: [2, 3] },
  { id: 's_new_rfm', r: [5, 5], f: [1, 1] },
  { id: 's_promising', r: [4, 4], f: [1, 1] },
  { id: 's_need_attention', r: [3, 3], f: [3, 3] },
  { id: 's_about_to_sleep', r: [3, 3], f: [1, 2] },
  { id: 's_at_risk', r: [1, 2], f: [3, 4] },
  { id: 's_cant_lose', r: [1, 2], f: [5, 5] },
  { id: 's_hibernating', r: [1, 2], f: [1, 2] }
] as const

/** Position in `RFM_SEGMENTS` of every cell, at `r * 6 + f`; -1 outside the grid. */
const SEGMENT_OF_CELL = Int8Array.from({ length: 36 }, (_, cell) => {
  const r = Math.floor(cell / 6)
  const f = cell % 6
  return RFM_SEGMENTS.findIndex((segment) => r >= segment.r[0] && r <= segment.r[1] && f >= segment.f[0] && f <= segment.f[1])
})

/** Position in `RFM_SEGMENTS` of the cell (r, f), both 1 to 5. */
export function findRfmSegment(r: number, f: number): number {
  return SEGMENT_OF_CELL[r * 6 + f] ?? -1
}

/**
 * Scores by worst-rank ties (domain 6.2): `1 + floor(bins × #{strictly worse} / n)`; a larger value is better (negate
 * recency). Equal values get equal scores; if all are equal, everybody gets the middle. A value reaches score k + 1 when
 * more than the k-th share of all is strictly below it, so a few order statistics replace the sort.
 */
export function scoreWorstRank(values: Float64Array, bins = 5): Uint8Array {
  const n = values.length
  const scores = new Uint8Array(n)
  if (n === 0) return scores
  const places = Array.from({ length: bins - 1 }, (_, k) => Math.ceil(((k + 1) * n) / bins) - 1)
  const cuts = selectPlaces(values, places)
  if (values.every((value) => value === values[0])) return scores.fill((bins + 1) / 2)
  for (let i = 0; i < n; i++) {
    const value = values[i]!
    let reached = 0
    while (reached < cuts.length && value > cuts[reached]!) reached++
    scores[i] = reached + 1
  }
  return scores
}
