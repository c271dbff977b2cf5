import { describe, expect, it } from 'vitest'
import {
  chooseThresholds,
  countGaps,
  deriveThresholds,
  findLifecycle,
  findRhythm,
  listGaps,
  medianOfCounts,
  thresholdsOf,
  type LifecycleInput
} from '../../../../src/shared/analytics/lifecycle.ts'

const base = deriveThresholds(new Map([[40, 30]]), 90)
const A = 10_000
const rhythmOf = (days: readonly number[]): LifecycleInput['rhythm'] =>
  findRhythm(
    days.slice(1).map((day, i) => day - (days[i] ?? 0)),
    days.at(-1) ?? 0,
    A
  )
/** A customer with orders this many days before the as-of date, oldest first. */
function customer(ago: readonly number[], more: Partial<LifecycleInput> = {}): LifecycleInput {
  const days = ago.map((each) => A - each)
  return {
    asOfDay: A,
    firstDay: days[0] ?? null,
    lastDay: days.at(-1) ?? null,
    rhythm: rhythmOf(days),
    isMarkedLost: false,
    aliveProbability: null,
    ...more
  }
}
const stateOf = (input: LifecycleInput): string => findLifecycle(input, base).state

describe('thresholds', () => {
  it('follow the median gap of the base', () => {
    expect(base).toEqual({ medianGapDays: 40, gaps: 30, newDays: 90, riskDays: 60, lapsedDays: 120, lostDays: 365 })
    expect(thresholdsOf(10)).toEqual({ riskDays: 30, lapsedDays: 90, lostDays: 365 })
    expect(thresholdsOf(100)).toEqual({ riskDays: 150, lapsedDays: 300, lostDays: 600 })
  })
  it('take 60 days while there are fewer than 30 gaps', () => {
    expect(deriveThresholds(new Map([[10, 29]]), 90)).toMatchObject({ medianGapDays: 60, gaps: 29 })
  })
  it('use the own median from four order days on, within a quarter and four times the base', () => {
    const chosen = (...gaps: number[]): unknown => chooseThresholds(findRhythm(gaps, A, A).ownGapDays, base)
    expect(chosen(10, 10)).toBe(base)
    expect(chosen(20, 30, 25)).toEqual(thresholdsOf(25))
    expect(chosen(1, 1, 1)).toEqual(thresholdsOf(10))
    expect(chosen(500, 500, 500)).toEqual(thresholdsOf(160))
  })
})

describe('gaps', () => {
  const columns = { starts: Int32Array.of(0, 4, 4, 6), days: Int32Array.of(1, 1, 5, 20, 3, 9) }
  it('count orders of one day once and stop at the as-of date', () => {
    expect(listGaps(columns, 0, 100)).toEqual([4, 15])
    expect(listGaps(columns, 0, 10)).toEqual([4])
    expect(listGaps(columns, 1, 100)).toEqual([])
  })
  it('are counted over many customers without mixing neighbours', () => {
    const counts = new Map<number, number>()
    countGaps(columns, 100, counts, 0, 3)
    expect(counts).toEqual(
      new Map([
        [4, 1],
        [15, 1],
        [6, 1]
      ])
    )
    expect(medianOfCounts(counts)).toEqual({ median: 6, total: 3 })
    expect(
      medianOfCounts(
        new Map([
          [2, 1],
          [4, 1]
        ])
      )
    ).toEqual({ median: 3, total: 2 })
  })
})

describe('findLifecycle', () => {
  it.each([
    ['prospect', customer([])],
    ['prospect', customer([], { isMarkedLost: true })],
    ['lost', customer([366])],
    ['lost', customer([5], { isMarkedLost: true })],
    ['lapsed', customer([365])],
    ['lapsed', customer([121])],
    ['at_risk', customer([120])],
    ['won_back', customer([220, 89])],
    ['at_risk', customer([211, 90])],
    ['new', customer([89])],
    ['at_risk', customer([90])],
    ['at_risk', customer([120, 61])],
    ['active', customer([120, 60])],
    ['at_risk', customer([120, 60], { aliveProbability: 0.49 })]
  ])('%s', (state, input) => {
    expect(stateOf(input)).toBe(state)
  })
  it('says who returned after at least the lapsed threshold, whatever the state', () => {
    expect(findLifecycle(customer([209, 89]), base)).toEqual({ state: 'at_risk', returned: true })
    expect(findLifecycle(customer([208, 89]), base)).toMatchObject({ returned: false })
  })
})
