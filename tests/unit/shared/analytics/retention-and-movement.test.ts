import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CURRENT_TIERS, sortIntoTiers } from '../../../../src/shared/analytics/current-tiers.ts'
import { valueByRetention } from '../../../../src/shared/analytics/geometric-value.ts'
import { finish } from '../../../../src/shared/analytics/lifetime/minimise.ts'
import { measureCes, measureCsat, measureNps } from '../../../../src/shared/analytics/opinions.ts'
import {
  annualise,
  countPerYear,
  expectTenure,
  measureRetentionInSteps,
  type PeriodRetention,
  type RetentionPeriod
} from '../../../../src/shared/analytics/period-retention.ts'
import { countTransitions } from '../../../../src/shared/analytics/transitions.ts'
import { binDots, chooseQuadrant, QUADRANT_IDS } from '../../../../src/shared/analytics/value-quadrants.ts'
import { dayOfIsoDate, isoDateOfDay } from '../../../../src/shared/domain/day-number.ts'
import { makeColumns } from '../../../support/make-columns.ts'

describe('retention of periods', () => {
  const columns = makeColumns(4, [
    { who: 0, on: '2026-01-03', net: 10 },
    { who: 0, on: '2026-02-03', net: 20 },
    { who: 0, on: '2026-02-04', net: 5 },
    { who: 1, on: '2026-01-09', net: 30 },
    { who: 1, on: '2026-03-09', net: 40 },
    { who: 2, on: '2026-02-01', net: 50 },
    { who: 2, on: '2026-03-31', net: 60 },
    { who: 3, on: '2026-04-01', net: 70 }
  ])
  const ask = (period: RetentionPeriod, asOf: string, windowDays = 365): PeriodRetention[] =>
    finish(measureRetentionInSteps(columns, { period, windowDays, asOfDay: dayOfIsoDate(asOf), most: 100 }))

  it('counts kept, fresh and returned, by hand', () => {
    const points = ask('month', '2026-04-10')
    expect(points.map(({ fromDay, toDay }) => [isoDateOfDay(fromDay), isoDateOfDay(toDay)])).toEqual([
      ['2026-02-01', '2026-02-28'],
      ['2026-03-01', '2026-03-31']
    ])
    expect(points).toMatchObject([
      { before: 2, kept: 1, fresh: 1, returned: 0, revenueBefore: 40, revenueKept: 25 },
      { before: 2, kept: 1, fresh: 0, returned: 1, revenueBefore: 75, revenueKept: 60 }
    ])
  })
  it('takes in a month on its last day, and not before', () => {
    expect(ask('month', '2026-03-31')).toHaveLength(2)
    expect(ask('month', '2026-03-30')).toHaveLength(1)
    expect(ask('month', '2025-01-01')).toEqual([])
  })
  it('cuts windows back from the as-of date', () => {
    const points = ask('window', '2026-03-31', 30)
    expect(points.map(({ fromDay, toDay }) => [isoDateOfDay(fromDay), isoDateOfDay(toDay)]).at(-1)).toEqual(['2026-03-02', '2026-03-31'])
    expect(points.at(-1)).toMatchObject({ before: 2, kept: 1, returned: 1, fresh: 0 })
  })
  it('obeys E = kept + new + returned, and counts the start as the end before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ who: fc.nat(9), day: fc.integer({ min: 20_000, max: 20_700 }) }), { minLength: 1, maxLength: 80 }),
        fc.constantFrom<RetentionPeriod>('month', 'quarter', 'year', 'window'),
        (orders, period) => {
          const some = makeColumns(
            10,
            orders.map(({ who, day }) => ({ who, on: isoDateOfDay(day), net: 1 }))
          )
          const points = finish(measureRetentionInSteps(some, { period, windowDays: 45, asOfDay: 20_800, most: 1000 }))
          points.forEach(({ before, kept, fresh, returned, fromDay, toDay }, k) => {
            const buyers = new Set(orders.filter(({ day }) => day >= fromDay && day <= toDay).map(({ who }) => who))
            expect(kept + fresh + returned).toBe(buyers.size)
            expect(kept).toBeLessThanOrEqual(before)
            const last = points[k - 1]
            if (last) expect(before).toBe(last.kept + last.fresh + last.returned)
          })
        }
      )
    )
  })
  it('brings a share to a year, and churn to a tenure', () => {
    expect(annualise(0.95, countPerYear('month', 365))).toBeCloseTo(0.5404, 4)
    expect(annualise(0.8, countPerYear('year', 365))).toBeNull()
    expect(countPerYear('window', 73)).toBe(5)
    expect([expectTenure(0.25), expectTenure(0)]).toEqual([4, null])
  })
})

describe('valueByRetention', () => {
  it('is m · r ÷ (1 + d − r), or with a margin due now m · (1 + d) ÷ (1 + d − r)', () => {
    expect(valueByRetention(100, 0.8, 0.12)).toBeCloseTo(250, 10)
    expect(valueByRetention(100, 0.8, 0.12, true)).toBeCloseTo(350, 10)
    // The sum it stands for.
    let sum = 0
    for (let year = 1; year < 400; year++) sum += (100 * 0.8 ** year) / 1.12 ** year
    expect(valueByRetention(100, 0.8, 0.12)).toBeCloseTo(sum, 8)
  })
})

describe('transitions', () => {
  it('count every pair, with new and gone', () => {
    const weights = { before: Float64Array.of(1, 2, 4, 8), after: Float64Array.of(10, 20, 40, 80) }
    const { flows, before, after } = countTransitions(Uint8Array.of(0, 0, 2, 1), Uint8Array.of(1, 1, 0, 2), 3, weights)
    expect(flows).toEqual([
      { from: 0, to: 1, customers: 2, weightFrom: 3, weightTo: 30 },
      { from: 1, to: 2, customers: 1, weightFrom: 8, weightTo: 80 },
      { from: 2, to: 0, customers: 1, weightFrom: 4, weightTo: 40 }
    ])
    expect([[...before], [...after]]).toEqual([
      [2, 1, 1],
      [1, 2, 1]
    ])
  })
  it('lose nobody', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 200 }), (moves) => {
        const zero = new Float64Array(moves.length)
        const before = Uint8Array.from(moves, ([from]) => from)
        const after = Uint8Array.from(moves, ([, to]) => to)
        const counted = countTransitions(before, after, 6, { before: zero, after: zero })
        for (let state = 0; state < 6; state++) {
          const out = counted.flows.filter(({ from }) => from === state).reduce((sum, { customers }) => sum + customers, 0)
          expect([out, counted.before[state]]).toEqual([before.filter((each) => each === state).length, out])
        }
        expect(counted.after.reduce((sum, count) => sum + count, 0)).toBe(moves.length)
      })
    )
  })
})

describe('tiers by current value', () => {
  const tierNames = (input: Parameters<typeof sortIntoTiers>[0]): string[] =>
    Array.from(sortIntoTiers(input), (code) => CURRENT_TIERS[code]!)
  it('cut the active customers at a fifth and a half, below zero first', () => {
    const current = Float64Array.of(90, 80, 70, 60, 50, 40, 30, 20, 10, -5, 0, 0)
    const isActive = Uint8Array.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0)
    const orders = Int32Array.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0)
    expect(tierNames({ current, isActive, orders, lastDay: new Int32Array(12) })).toEqual(
      'top20 top20 next30 next30 next30 rest rest rest rest below_zero inactive none'.split(' ')
    )
  })
})

describe('quadrants', () => {
  it('are a partition', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), fc.boolean(), fc.boolean(), (x, y, isTopX, isTopY) => {
        const id = chooseQuadrant(x, y, isTopX, isTopY)
        expect(QUADRANT_IDS).toContain(id)
        expect(id === 'below_zero').toBe(x < 0 || y < 0)
        if (id === 'mvc') expect(isTopX && isTopY).toBe(true)
        if (id === 'mgc') expect(!isTopX && isTopY).toBe(true)
      })
    )
  })
  it('keep every customer when drawn as fields', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -1e6, max: 1e7 }), fc.integer({ min: -1e4, max: 1e6 }), fc.nat(3)), {
          minLength: 1,
          maxLength: 300
        }),
        (rows) => {
          const dots = binDots(
            Float64Array.from(rows, ([x]) => x),
            Float64Array.from(rows, ([, y]) => y),
            Uint8Array.from(rows, ([, , quadrant]) => quadrant)
          )
          expect(dots.reduce((sum, { customers }) => sum + customers, 0)).toBe(rows.length)
          expect(dots.reduce((sum, { current, customers }) => sum + current * customers, 0)).toBeCloseTo(
            rows.reduce((sum, [x]) => sum + x, 0),
            3
          )
        }
      )
    )
  })
})

describe('opinions', () => {
  const repeat = (score: number, times: number): number[] => new Array<number>(times).fill(score)
  it('give the NPS of the test vector', () => {
    const nps = measureNps([...repeat(10, 50), ...repeat(7, 30), ...repeat(3, 20)])
    expect(nps).toMatchObject({ respondents: 100, promoters: 50, passives: 30, detractors: 20, value: 30, few: false })
    expect(nps.margin).toBeCloseTo(15.3, 1)
  })
  it('call the borders by their names', () => {
    expect(measureNps([9, 8, 7, 6, 0])).toMatchObject({ promoters: 1, passives: 2, detractors: 2 })
  })
  it('say nothing of nobody, and little of few', () => {
    for (const measure of [measureNps, measureCsat, measureCes]) expect(measure([])).toMatchObject({ value: null, margin: null, few: true })
    expect(measureCes([4])).toMatchObject({ value: 4, margin: null, few: true })
    expect([measureCsat(repeat(5, 29)).few, measureCsat(repeat(5, 30)).few]).toEqual([true, false])
  })
  it('measure satisfaction and effort with their margins', () => {
    const csat = measureCsat([...repeat(5, 40), ...repeat(4, 40), ...repeat(2, 20)])
    expect(csat.value).toBe(80)
    expect(csat.margin).toBeCloseTo(196 * 0.04, 10)
    const ces = measureCes([1, 2, 3, 4, 5])
    expect(ces.value).toBe(3)
    expect(ces.margin).toBeCloseTo(1.96 * Math.sqrt(2.5 / 5), 10)
  })
  it('stay on their scales, and the margin never below zero', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10), { minLength: 1, maxLength: 100 }), (scores) => {
        const { value, margin, promoters, passives, detractors } = measureNps(scores)
        expect(promoters + passives + detractors).toBe(scores.length)
        expect(Math.abs(value!)).toBeLessThanOrEqual(100)
        expect(margin).toBeGreaterThanOrEqual(0)
      })
    )
  })
})
