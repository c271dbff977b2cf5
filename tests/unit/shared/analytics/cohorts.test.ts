import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPeriod, startOfPeriod, tablePeriods, type CalendarPeriod } from '../../../../src/shared/analytics/calendar-periods.ts'
import {
  averageCohorts,
  cumulateMargin,
  findPayback,
  measureCohortsInSteps,
  type Cohorts,
  type CohortQuestion
} from '../../../../src/shared/analytics/cohorts.ts'
import { finish } from '../../../../src/shared/analytics/lifetime/minimise.ts'
import { dayOfIsoDate, isoDateOfDay } from '../../../../src/shared/domain/day-number.ts'
import { makeColumns, type PlainOrder } from '../../../support/make-columns.ts'

const QUESTION: CohortQuestion = {
  by: 'month',
  grid: 'calendar',
  asOfDay: dayOfIsoDate('2026-04-15'),
  grossMargin: 0.5,
  mostColumns: 60,
  mostCohorts: 60
}

/** Ana comes in January and February, Ben in January and March, Carla in February, Dora in April. */
const ORDERS: PlainOrder[] = [
  { who: 0, on: '2026-01-05', net: 100 },
  { who: 0, on: '2026-01-20', net: 50 },
  { who: 0, on: '2026-02-10', net: 60 },
  { who: 1, on: '2026-01-31', net: 200 },
  { who: 1, on: '2026-03-01', net: 80 },
  { who: 2, on: '2026-02-28', net: 40 },
  { who: 3, on: '2026-04-02', net: 10 }
]
const ask = (question: Partial<CohortQuestion> = {}): Cohorts =>
  finish(measureCohortsInSteps(makeColumns(4, ORDERS), { ...QUESTION, ...question }))
const listOf = (cohorts: Cohorts, part: 'customers' | 'revenue' | 'margin' | 'observed'): number[][] =>
  cohorts.cohorts.map((cohort) => [...cohort[part]])

describe('calendar periods', () => {
  it.each([
    ['week', '2026-01-04', '2025-12-29'],
    ['week', '2026-01-05', '2026-01-05'],
    ['month', '2024-02-29', '2024-02-01'],
    ['quarter', '2026-06-30', '2026-04-01'],
    ['year', '1969-12-31', '1969-01-01']
  ] as const)('the %s of %s begins on %s', (period, day, start) => {
    expect(isoDateOfDay(startOfPeriod(period, findPeriod(period, dayOfIsoDate(day))))).toBe(start)
  })
  it('follow each other without gaps, in the table too', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<CalendarPeriod>('week', 'month', 'quarter', 'year'),
        fc.integer({ min: -9000, max: 30_000 }),
        (period, day) => {
          const index = findPeriod(period, day)
          expect(startOfPeriod(period, index)).toBeLessThanOrEqual(day)
          expect(startOfPeriod(period, index + 1)).toBeGreaterThan(day)
          expect(tablePeriods(period, day - 400, day)(day)).toBe(index)
        }
      )
    )
  })
})

describe('cohorts by first month', () => {
  it('count who came back in which month, and leave out what has not ended', () => {
    const cohorts = ask()
    expect(cohorts.cohorts.map(({ size }) => size)).toEqual([2, 1, 1])
    expect(listOf(cohorts, 'customers')).toEqual([
      [2, 1, 1, Number.NaN],
      [1, 0, Number.NaN, Number.NaN],
      [Number.NaN, Number.NaN, Number.NaN, Number.NaN]
    ])
    expect(listOf(cohorts, 'revenue')[0]).toEqual([350, 60, 80, Number.NaN])
    expect(listOf(cohorts, 'margin')[0]).toEqual([87.5, 15, 20, Number.NaN])
  })
  it('rolling: in that month or any later one, never rising', () => {
    expect(listOf(ask({ grid: 'rolling' }), 'customers').slice(0, 2)).toEqual([
      [2, 2, 1, Number.NaN],
      [1, 0, Number.NaN, Number.NaN]
    ])
  })
  it('anniversary: in bins of 30 days since the own first order', () => {
    // Ben (31 January) comes back on day 29: still his first bin. The first month's youngest possible customer closes it on 1 March.
    const [january] = listOf(ask({ grid: 'anniversary' }), 'customers')
    expect(january).toEqual([2, 1, Number.NaN, Number.NaN])
  })
  it('weighs the average by size over what has ended', () => {
    const { retention, revenueRetention, cumulativeMargin } = averageCohorts(ask())
    expect([...retention]).toEqual([1, 1 / 3, 1 / 2, Number.NaN])
    expect([...revenueRetention]).toEqual([1, 60 / 390, 80 / 350, Number.NaN])
    // (2 · 87.5 + 20) ÷ 3; (2 · 102.5 + 20) ÷ 3; 122.5.
    expect(cumulativeMargin[0]).toBeCloseTo(65, 10)
    expect(cumulativeMargin[1]).toBeCloseTo(75, 10)
    expect(cumulativeMargin[2]).toBeCloseTo(122.5, 10)
  })
  it('pays back in the first column whose margin reaches the cost', () => {
    const cumulative = cumulateMargin(ask().cohorts[0]!)
    expect([...cumulative]).toEqual([87.5, 102.5, 122.5, Number.NaN])
    expect([87.5, 88, 122.5, 123].map((cost) => findPayback(cumulative, cost))).toEqual([0, 1, 2, null])
  })
  it('keeps the newest cohorts and says how many older ones there are', () => {
    const cohorts = ask({ mostCohorts: 2, mostColumns: 2 })
    expect(cohorts.left).toBe(1)
    expect(listOf(cohorts, 'customers')).toEqual([
      [1, 0],
      [Number.NaN, Number.NaN]
    ])
  })
  it('takes known costs before the assumed margin', () => {
    const columns = makeColumns(1, [
      { who: 0, on: '2026-01-01', net: 100, cost: 30 },
      { who: 0, on: '2026-01-02', net: 100 }
    ])
    const { cohorts } = finish(measureCohortsInSteps(columns, QUESTION))
    expect(cohorts[0]?.margin[0]).toBe(120)
  })
})

describe('cohorts by channel', () => {
  it('observe each customer in their own time', () => {
    const columns = makeColumns(3, [
      { who: 0, on: '2026-01-01', net: 10, channel: 1 },
      { who: 0, on: '2026-02-05', net: 10, channel: 2 },
      { who: 1, on: '2026-03-20', net: 10, channel: 1 },
      { who: 2, on: '2026-01-01', net: 10 }
    ])
    const { cohorts } = finish(measureCohortsInSteps(columns, { ...QUESTION, by: 'channel' }))
    expect(cohorts.map(({ index, size }) => [index, size])).toEqual([
      [0, 1],
      [1, 2]
    ])
    // On 15 April the second customer's first 30 days have not passed.
    expect([...cohorts[1]!.observed]).toEqual([1, 1, 1, Number.NaN])
    expect([...cohorts[1]!.customers]).toEqual([1, 1, 0, Number.NaN])
  })
})

describe('any cohorts', () => {
  const orders = fc.array(fc.record({ who: fc.nat(14), day: fc.integer({ min: 19_000, max: 20_200 }), net: fc.nat(500) }), {
    minLength: 1,
    maxLength: 120
  })
  it('are a complete partition, agree with a plain count, and roll downwards', () => {
    fc.assert(
      fc.property(orders, fc.constantFrom('week', 'month', 'quarter', 'year') as fc.Arbitrary<CalendarPeriod>, (plain, by) => {
        const columns = makeColumns(
          15,
          plain.map(({ who, day, net }) => ({ who, on: isoDateOfDay(day), net }))
        )
        const question = { ...QUESTION, by, asOfDay: 20_200, mostColumns: 1000, mostCohorts: 1000 }
        const { cohorts } = finish(measureCohortsInSteps(columns, question))
        expect(cohorts.reduce((sum, { size }) => sum + size, 0)).toBe(new Set(plain.map(({ who }) => who)).size)
        for (const { index, size, customers } of cohorts) {
          const members = [...new Set(plain.map(({ who }) => who))].filter(
            (who) => findPeriod(by, Math.min(...plain.filter((order) => order.who === who).map(({ day }) => day))) === index
          )
          expect(members).toHaveLength(size)
          customers.forEach((count, k) => {
            if (Number.isNaN(count)) return
            expect(count).toBe(
              members.filter((who) => plain.some((order) => order.who === who && findPeriod(by, order.day) === index + k)).length
            )
          })
        }
        for (const { customers } of finish(measureCohortsInSteps(columns, { ...question, grid: 'rolling' })).cohorts)
          customers.forEach((count, k) => expect(k === 0 || Number.isNaN(count) || count <= customers[k - 1]!).toBe(true))
      }),
      { numRuns: 40 }
    )
  })
})
