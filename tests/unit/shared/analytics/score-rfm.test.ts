import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finish } from '../../../../src/shared/analytics/lifetime/minimise.ts'
import { combineFm, findScheme, SCHEME_B } from '../../../../src/shared/analytics/rfm-schemes.ts'
import { RFM_SEGMENTS } from '../../../../src/shared/analytics/rfm.ts'
import { scoreRfmInSteps, weighScores, type RfmScores, type ScoringOptions } from '../../../../src/shared/analytics/score-rfm.ts'

const DEFAULTS: ScoringOptions = { bins: 5, ties: 'equal', nesting: 'independent', edges: null }

/** Scores of customers given as [recency days, frequency, monetary]. */
function score(rows: readonly (readonly [number, number, number])[], options: Partial<ScoringOptions> = {}): RfmScores | null {
  const column = (k: 0 | 1 | 2): Float64Array => Float64Array.from(rows, (row) => row[k])
  return finish(scoreRfmInSteps({ recencyDays: column(0), frequency: column(1), monetary: column(2) }, { ...DEFAULTS, ...options }))
}
/** How many customers have each score. */
const count = (scores: Uint8Array): number[] => [1, 2, 3, 4, 5].map((each) => scores.filter((value) => value === each).length)
const ladder = (n: number): [number, number, number][] => Array.from({ length: n }, (_, i) => [n - i, i + 1, (i * 7) % n])

describe('scoreRfmInSteps', () => {
  it('scores nobody below ten customers, and by terciles written 1, 3, 5 below 25', () => {
    expect(score(ladder(9))).toBeNull()
    expect(count(score(ladder(24))!.f)).toEqual([8, 0, 8, 0, 8])
    expect(count(score(ladder(25))!.f)).toEqual([5, 5, 5, 5, 5])
  })
  it.each([
    [3, [10, 0, 10, 0, 10]],
    [4, [8, 7, 0, 8, 7]],
    [5, [6, 6, 6, 6, 6]]
  ])('writes %d groups on the scale of 1 to 5', (bins, expected) => {
    expect(count(score(ladder(30), { bins })!.f)).toEqual(expected)
  })
  it('gives everybody the middle where all are equal', () => {
    const same = Array.from({ length: 40 }, (): [number, number, number] => [5, 1, 100])
    for (const bins of [3, 4, 5]) expect(count(score(same, { bins })!.m)).toEqual([0, 0, 40, 0, 0])
  })
  it('scores equal customers alike, or cuts ties by frequency, amount, recency and id', () => {
    const rows = Array.from({ length: 30 }, (_, i): [number, number, number] => [i % 3, 1, 10])
    expect(new Set(score(rows)!.f)).toEqual(new Set([3]))
    const exact = score(rows, { ties: 'exact' })!
    expect(count(exact.f)).toEqual([6, 6, 6, 6, 6])
    // All else equal the longest silence goes first; then the later id.
    const worst = [...exact.f.keys()].filter((i) => exact.f[i] === 1)
    expect(worst.map((i) => i % 3)).toEqual([2, 2, 2, 2, 2, 2])
    expect(worst[0]).toBeGreaterThan(10)
  })
  it('keeps the groups of "exact" within one of each other', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(3), fc.nat(9)), { minLength: 25, maxLength: 80 }), (rows) => {
        for (const scores of Object.values(score(rows, { ties: 'exact' })!) as Uint8Array[]) {
          const sizes = count(scores)
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        }
      })
    )
  })
  it('nests frequency in recency and amount in both', () => {
    const rows = Array.from({ length: 125 }, (_, i): [number, number, number] => [Math.floor(i / 25), i % 25, (i * 3) % 5])
    const nested = score(rows, { nesting: 'nested', ties: 'exact' })!
    for (let r = 1; r <= 5; r++) {
      const members = [...nested.r.keys()].filter((i) => nested.r[i] === r)
      expect(count(Uint8Array.from(members, (i) => nested.f[i]!))).toEqual([5, 5, 5, 5, 5])
      for (let f = 1; f <= 5; f++) {
        const cell = members.filter((i) => nested.f[i] === f)
        expect(count(Uint8Array.from(cell, (i) => nested.m[i]!))).toEqual([1, 1, 1, 1, 1])
      }
    }
  })
  it('goes by fixed limits, closed on the better side', () => {
    const edges = { r: [30, 60, 90, 180], f: [2, 3, 5, 10], m: [100, 200, 400, 1000] }
    const rows: [number, number, number][] = [
      [30, 10, 1000],
      [31, 9, 999],
      [90, 2, 100],
      [181, 1, 99]
    ]
    const scores = score([...rows, ...ladder(10)], { edges })!
    expect([...scores.r.slice(0, 4)]).toEqual([5, 4, 3, 1])
    expect([...scores.f.slice(0, 4)]).toEqual([5, 4, 2, 1])
    expect([...scores.m.slice(0, 4)]).toEqual([5, 4, 2, 1])
  })
})

describe('weighScores', () => {
  it('is the mean by default, and follows weights of any scale', () => {
    expect(weighScores({ r: 1, f: 1, m: 1 })(5, 4, 3)).toBe(4)
    expect(weighScores({ r: 50, f: 0, m: 50 })(5, 1, 3)).toBe(4)
    expect(weighScores({ r: 0, f: 0, m: 0 })(5, 4, 3)).toBe(4)
  })
})

describe('schemes of named segments', () => {
  const SCORES = [1, 2, 3, 4, 5]
  it('put every customer in exactly one segment', () => {
    for (const scheme of ['a', 'combined', 'b'] as const) {
      const { ids, find } = findScheme(scheme)
      for (const r of SCORES) for (const f of SCORES) for (const m of SCORES) expect(ids[find(r, f, m)]).toBeTypeOf('string')
    }
  })
  it('round the mean of F and M half up', () => {
    expect([combineFm(1, 2), combineFm(2, 2), combineFm(5, 4), combineFm(1, 1)]).toEqual([2, 2, 5, 1])
    const { ids, find } = findScheme('combined')
    expect(ids[find(5, 1, 5)]).toBe('s_potential_loyalist')
    expect(ids).toEqual(RFM_SEGMENTS.map(({ id }) => id))
  })
  it('take the first of scheme B that fits, and the rest as others', () => {
    const { ids, find } = findScheme('b')
    expect(ids[find(5, 5, 5)]).toBe('champions')
    expect(ids[find(4, 1, 1)]).toBe('potential_loyalist')
    expect(ids[find(1, 5, 5)]).toBe('at_risk')
    expect(ids[find(1, 1, 5)]).toBe('others')
    // Swallowed whole by an earlier one, as the published table is written.
    const seen = new Set(SCORES.flatMap((r) => SCORES.flatMap((f) => SCORES.map((m) => ids[find(r, f, m)]))))
    expect(SCHEME_B.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual(['new', 'promising', 'cant_lose'])
  })
})
