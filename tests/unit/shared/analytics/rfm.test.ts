import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRfmSegment, RFM_SEGMENTS, scoreWorstRank } from '../../../../src/shared/analytics/rfm.ts'

/** The formula of domain 6.2, word by word: slow, and obviously right. */
function scoreByDefinition(values: readonly number[], bins: number): number[] {
  if (values.every((value) => value === values[0])) return values.map(() => (bins + 1) / 2)
  return values.map((value) => 1 + Math.floor((bins * values.filter((other) => other < value).length) / values.length))
}

describe('scoreWorstRank', () => {
  it('gives the F scores of the test vector', () => {
    expect([...scoreWorstRank(Float64Array.of(1, 1, 1, 1, 1, 1, 2, 2, 3, 9))]).toEqual([1, 1, 1, 1, 1, 1, 4, 4, 5, 5])
  })
  it('gives the R scores of the test vector, days negated', () => {
    const days = [3, 3, 10, 20, 30, 45, 60, 90, 200, 400]
    expect([...scoreWorstRank(Float64Array.from(days, (day) => -day))]).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1])
  })
  it('gives everybody the middle when all are equal', () => {
    expect([...scoreWorstRank(new Float64Array(12).fill(7))]).toEqual(new Array(12).fill(3))
  })
  it('agrees with the definition for any values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 120 }), fc.constantFrom(3, 5), (values, bins) => {
        expect([...scoreWorstRank(Float64Array.from(values), bins)]).toEqual(scoreByDefinition(values, bins))
      })
    )
  })
  it('never scores a better value lower, and equal values alike', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 2, maxLength: 200 }), (values) => {
        const scores = scoreWorstRank(Float64Array.from(values))
        const ranked = values.map((value, i) => ({ value, score: scores[i] ?? 0 })).sort((a, b) => a.value - b.value)
        for (const [i, { value, score }] of ranked.entries()) {
          const next = ranked[i + 1]
          if (!next) continue
          if (next.value === value) expect(next.score).toBe(score)
          else expect(next.score).toBeGreaterThanOrEqual(score)
        }
      })
    )
  })
})

describe('named segments, scheme A', () => {
  it('cut the grid completely and without overlap', () => {
    for (let r = 1; r <= 5; r++) {
      for (let f = 1; f <= 5; f++) {
        const matching = RFM_SEGMENTS.filter((segment) => r >= segment.r[0] && r <= segment.r[1] && f >= segment.f[0] && f <= segment.f[1])
        expect(matching, `R ${r} F ${f}`).toHaveLength(1)
        expect(RFM_SEGMENTS[findRfmSegment(r, f)]?.id).toBe(matching[0]?.id)
      }
    }
  })
})
