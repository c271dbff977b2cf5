import { LIFECYCLE_STATES, type LifecycleState } from '../contract/customers.ts'
import type { OrderColumns } from './order-columns.ts'

/** Fewer gaps than this between order days: the typical gap is taken to be `DEFAULT_GAP_DAYS` (domain 6.4). */
const MINIMUM_GAPS = 30
const DEFAULT_GAP_DAYS = 60
/** From this many order days on a customer is measured by its own gap. */
const OWN_GAP_ORDER_DAYS = 4
export const WON_BACK_DAYS = 90

export interface Thresholds {
  readonly riskDays: number
  readonly lapsedDays: number
  readonly lostDays: number
}
export interface LifecycleThresholds extends Thresholds {
  readonly medianGapDays: number
  /** How many gaps the median comes from. */
  readonly gaps: number
  readonly newDays: number
}

/** Days of silence after which a customer with a typical gap of `gapDays` is at risk, lapsed, lost. */
export function thresholdsOf(gapDays: number): Thresholds {
  return { riskDays: Math.max(1.5 * gapDays, 30), lapsedDays: Math.max(3 * gapDays, 90), lostDays: Math.max(6 * gapDays, 365) }
}

/** The gaps between a customer's consecutive order days up to the as-of date, in time order. */
export function listGaps({ starts, days }: Pick<OrderColumns, 'starts' | 'days'>, customer: number, asOfDay: number): number[] {
  const gaps: number[] = []
  const start = starts[customer]!
  for (let row = start + 1; row < starts[customer + 1]!; row++) {
    if (days[row]! > asOfDay) break
    const gap = days[row]! - days[row - 1]!
    if (gap > 0) gaps.push(gap)
  }
  return gaps
}

/** Gaps below this are counted in an array: nearly all of them, in a fraction of what a map costs. */
const SHORT_GAPS = 1024

/** Counts every gap of the customers from `from` to `to` by its length: the median is then read off, without a sort. */
export function countGaps(
  columns: Pick<OrderColumns, 'starts' | 'days'>,
  asOfDay: number,
  counts: Map<number, number>,
  from: number,
  to: number
): void {
  const { starts, days } = columns
  const short = new Int32Array(SHORT_GAPS)
  for (let row = starts[from]! + 1, customer = from; row < starts[to]!; row++) {
    while (row >= starts[customer + 1]!) customer++
    if (row === starts[customer] || days[row]! > asOfDay) continue
    const gap = days[row]! - days[row - 1]!
    if (gap > 0 && gap < SHORT_GAPS) short[gap]!++
    else if (gap > 0) counts.set(gap, (counts.get(gap) ?? 0) + 1)
  }
  for (let gap = 1; gap < SHORT_GAPS; gap++) if (short[gap]! > 0) counts.set(gap, (counts.get(gap) ?? 0) + short[gap]!)
}

/** The median of counted whole numbers; null without any. */
export function medianOfCounts(counts: ReadonlyMap<number, number>): { median: number | null; total: number } {
  const values = Int32Array.from(counts.keys()).sort()
  let total = 0
  for (const count of counts.values()) total += count
  const at = (place: number): number => {
    let seen = 0
    for (const value of values) {
      seen += counts.get(value)!
      if (place < seen) return value
    }
    return Number.NaN
  }
  if (total === 0) return { median: null, total }
  return { median: (at((total - 1) >> 1) + at(total >> 1)) / 2, total }
}

/** Thresholds of the whole base from its counted gaps. */
export function deriveThresholds(counts: ReadonlyMap<number, number>, newDays: number): LifecycleThresholds {
  const { median, total } = medianOfCounts(counts)
  const medianGapDays = median !== null && total >= MINIMUM_GAPS ? median : DEFAULT_GAP_DAYS
  return { medianGapDays, gaps: total, newDays, ...thresholdsOf(medianGapDays) }
}

/** A customer's own median gap from four order days on; null before. */
function findOwnGap(gaps: readonly number[]): number | null {
  if (gaps.length + 1 < OWN_GAP_ORDER_DAYS) return null
  const sorted = sortGaps(gaps)
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}

/** The thresholds one customer is measured by: its own median gap within [m/4, 4m] from four order days on, else the base's. */
export function chooseThresholds(ownGapDays: number | null, base: LifecycleThresholds): Thresholds {
  if (ownGapDays === null) return base
  return thresholdsOf(Math.min(Math.max(ownGapDays, base.medianGapDays / 4), 4 * base.medianGapDays))
}

/** By insertion where they are few, as they mostly are: asked of every customer, a sort with a comparison costs more than all else. */
function sortGaps(gaps: readonly number[]): ArrayLike<number> {
  if (gaps.length > 64) return Float64Array.from(gaps).sort()
  const sorted = gaps.slice()
  for (let k = 1; k < sorted.length; k++) {
    const gap = sorted[k]!
    let place = k
    while (place > 0 && sorted[place - 1]! > gap) {
      sorted[place] = sorted[place - 1]!
      place--
    }
    sorted[place] = gap
  }
  return sorted
}

/** What a customer's gaps say of a lifecycle at an as-of date. */
export interface Rhythm {
  /** The own median gap; null with fewer than four order days. */
  readonly ownGapDays: number | null
  /** The longest gap that ended within the last 90 days; 0 without any. */
  readonly longestRecentGap: number
}

/** Reads a customer's rhythm off its gaps, as `listGaps` gives them. `lastDay`: the end of the last one. */
export function findRhythm(gaps: readonly number[], lastDay: number, asOfDay: number): Rhythm {
  return { ownGapDays: findOwnGap(gaps), longestRecentGap: longestRecentGap(gaps, lastDay, asOfDay - WON_BACK_DAYS) }
}

export interface LifecycleInput {
  readonly asOfDay: number
  /** Null: never bought. */
  readonly firstDay: number | null
  readonly lastDay: number | null
  readonly rhythm: Rhythm
  /** The record says the customer is lost. */
  readonly isMarkedLost: boolean
  /** P(alive) of a fitted model for somebody with repeat purchases; null without. */
  readonly aliveProbability: number | null
}

/** The state and whether a gap of at least the lapsed threshold ended in the last 90 days (`s_won_back`). */
export interface LifecycleResult {
  readonly state: LifecycleState
  readonly returned: boolean
}

/** First match wins, in the order of domain 6.4. */
export function findLifecycle(input: LifecycleInput, base: LifecycleThresholds): LifecycleResult {
  const { firstDay, lastDay } = input
  if (firstDay === null || lastDay === null) return { state: 'prospect', returned: false }
  const own = chooseThresholds(input.rhythm.ownGapDays, base)
  const returned = input.rhythm.longestRecentGap >= own.lapsedDays
  return { state: findBuyerState(input, firstDay, lastDay, own, base.newDays), returned }
}

function findBuyerState(input: LifecycleInput, firstDay: number, lastDay: number, own: Thresholds, newDays: number): LifecycleState {
  const silence = input.asOfDay - lastDay
  if (input.isMarkedLost || silence > own.lostDays) return 'lost'
  if (silence > own.lapsedDays) return 'lapsed'
  if (input.rhythm.longestRecentGap > own.lapsedDays) return 'won_back'
  if (firstDay > input.asOfDay - newDays) return 'new'
  if (silence > own.riskDays || (input.aliveProbability !== null && input.aliveProbability < 0.5)) return 'at_risk'
  return 'active'
}

/** The longest gap that ended after `afterDay`. */
function longestRecentGap(gaps: readonly number[], lastDay: number, afterDay: number): number {
  let day = lastDay
  let longest = 0
  for (let k = gaps.length - 1; k >= 0 && day > afterDay; k--) {
    longest = Math.max(longest, gaps[k]!)
    day -= gaps[k]!
  }
  return longest
}

/** Position of a state in `LIFECYCLE_STATES`, as columns keep it. */
export function codeOfState(state: LifecycleState): number {
  return LIFECYCLE_STATES.indexOf(state)
}
