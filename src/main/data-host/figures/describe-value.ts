import { measureConcentration } from '../../../shared/analytics/concentration.ts'
import { findRfmSegment, RFM_SEGMENTS, RFM_TERCILES_BELOW } from '../../../shared/analytics/rfm.ts'
import { LIFECYCLE_STATES } from '../../../shared/contract/customers.ts'
import type { Concentration, Rfm, ValueAnalysis } from '../../../shared/contract/value.ts'
import { findScheme } from '../../../shared/analytics/rfm-schemes.ts'
import { weighScores } from '../../../shared/analytics/score-rfm.ts'
import { describeLifetime } from './describe-lifetime.ts'
import type { Figures } from './figures.ts'
import { pauseForOthers } from '../pause.ts'

const SCORES = [1, 2, 3, 4, 5] as const

/** The value screen's figures. Rfm revenue is over the whole history, lifecycle's in W. */
export async function describeValue(figures: Figures): Promise<ValueAnalysis> {
  const { profile, isSsc } = figures
  const hasOrders = profile.orders.some((count) => count > 0)
  const { asOf, window } = figures
  let kept = 0,
    before = 0,
    sscCustomers = 0,
    sscRevenue = 0
  for (let i = 0; i < isSsc.length; i++) {
    if (profile.wasActive[i] === 1) {
      before++
      if (profile.isActive[i] === 1) kept++
    }
    if (isSsc[i] === 1) {
      sscCustomers++
      sscRevenue += profile.revenueWindow[i]!
    }
  }
  await pauseForOthers()
  const earlier = countKeptBefore(figures)
  await pauseForOthers()
  const rfm = describeRfm(figures)
  await pauseForOthers()
  const amounts = profile.revenue.filter((_, i) => profile.orders[i]! > 0)
  await pauseForOthers()
  const concentration = describeConcentration(amounts)
  await pauseForOthers()
  const amountsWindow = profile.revenueWindow.filter((_, i) => profile.isActive[i] === 1)
  await pauseForOthers()
  const concentrationWindow = describeConcentration(amountsWindow)
  await pauseForOthers()
  return {
    asOf,
    window,
    customers: figures.customerIds.length,
    rfm,
    concentration,
    concentrationWindow,
    lifecycle: describeLifecycle(figures),
    lifecycleThresholds: figures.lifecycleThresholds,
    ssc: hasOrders
      ? { customers: sscCustomers, revenueShare: shareOf(sscRevenue, figures.revenueWindowTotal), measure: figures.sscMeasure }
      : null,
    lifetime: describeLifetime(figures),
    revenueWindowMinor: figures.revenueWindowTotal,
    revenuePreviousMinor: figures.revenuePreviousTotal,
    retention: { share: shareOf(kept, before), previousShare: shareOf(earlier.kept, earlier.before), kept, before }
  }
}

/** Null where there is nothing to divide by: "no data", never 0. */
function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null
}

/** Customers active two windows ago, and those of them active in the window before this one. */
function countKeptBefore({ orders, profile, asOfDay, settings: { windowDays } }: Figures): { kept: number; before: number } {
  let kept = 0,
    before = 0
  if (asOfDay === null) return { kept, before }
  const { starts, days } = orders
  const end = asOfDay - 2 * windowDays
  for (let i = 0; i < profile.orders.length; i++) {
    let row = starts[i]!
    while (row < starts[i + 1]! && days[row]! <= end - windowDays) row++
    if (row >= starts[i + 1]! || days[row]! > end) continue
    before++
    if (profile.wasActive[i] === 1) kept++
  }
  return { kept, before }
}

function describeRfm({ r, f, m, profile, settings: { rfm: options } }: Figures): Rfm {
  const histogram = (scores: Uint8Array): number[] => {
    const counts = [0, 0, 0, 0, 0, 0]
    for (const score of scores) counts[score]!++
    return counts.slice(1)
  }
  // Only scheme A names a cell by R and F alone.
  const nameCell = (row: number, column: number): string =>
    options.scheme === 'a' ? (RFM_SEGMENTS[findRfmSegment(row, column)]?.id ?? '') : ''
  const cells = SCORES.flatMap((row) =>
    SCORES.map((column) => ({ r: row, f: column, customers: 0, revenueMinor: 0, segment: nameCell(row, column) }))
  )
  const scheme = findScheme(options.scheme)
  const weigh = weighScores(options.weights)
  const segments = scheme.ids.map((id) => ({ id, customers: 0, revenueMinor: 0, score: 0 }))
  const sums = new Array<number>(13).fill(0)
  let scored = 0
  for (let i = 0; i < r.length; i++) {
    if (r[i] === 0) continue
    scored++
    const cell = cells[(r[i]! - 1) * 5 + f[i]! - 1]!
    cell.customers++
    cell.revenueMinor += profile.revenue[i]!
    const segment = segments[scheme.find(r[i]!, f[i]!, m[i]!)]!
    segment.customers++
    segment.revenueMinor += profile.revenue[i]!
    segment.score += weigh(r[i]!, f[i]!, m[i]!)
    sums[r[i]! + f[i]! + m[i]! - 3]!++
  }
  return {
    scored,
    r: histogram(r),
    f: histogram(f),
    m: histogram(m),
    cells,
    segments: segments.map(({ score, ...segment }) => ({
      ...segment,
      meanScore: segment.customers > 0 ? score / segment.customers : null
    })),
    sums,
    options,
    terciles: options.edges === null && scored < RFM_TERCILES_BELOW
  }
}

function describeConcentration(values: Float64Array): Concentration {
  const { total, abc, ...figures } = measureConcentration(values)
  return { ...figures, totalMinor: total, abc: abc.map(({ id, customers, total: totalMinor }) => ({ id, customers, totalMinor })) }
}

function describeLifecycle({ lifecycle, profile }: Figures): ValueAnalysis['lifecycle'] {
  const states = LIFECYCLE_STATES.map((state) => ({ state, customers: 0, revenueMinor: 0 }))
  for (let i = 0; i < lifecycle.length; i++) {
    const state = states[lifecycle[i]!]!
    state.customers++
    state.revenueMinor += profile.revenueWindow[i]!
  }
  return states
}
