import { findRhythm, listGaps, type Rhythm } from './lifecycle.ts'
import type { OrderColumns } from './order-columns.ts'

/** The days between orders, customer by customer and counted over all, at an as-of date. */
export interface RhythmColumns {
  /** How often each length of gap occurs. */
  readonly counts: Map<number, number>
  /** NaN: fewer than four order days. */
  readonly ownGapDays: Float64Array
  readonly longestRecentGap: Int32Array
}

export function makeRhythms(customers: number): RhythmColumns {
  return { counts: new Map(), ownGapDays: new Float64Array(customers).fill(Number.NaN), longestRecentGap: new Int32Array(customers) }
}

export function copyRhythms({ counts, ownGapDays, longestRecentGap }: RhythmColumns): RhythmColumns {
  return { counts: new Map(counts), ownGapDays: ownGapDays.slice(), longestRecentGap: longestRecentGap.slice() }
}

type DayColumns = Pick<OrderColumns, 'starts' | 'days'>

/** Reads one customer's rhythm, and counts the gaps. */
export function fillRhythm(rhythms: RhythmColumns, columns: DayColumns, i: number, asOfDay: number): void {
  const gaps = listGaps(columns, i, asOfDay)
  rhythms.ownGapDays[i] = Number.NaN
  rhythms.longestRecentGap[i] = 0
  if (gaps.length === 0) return
  let lastDay = columns.days[columns.starts[i]!]!
  for (const gap of gaps) {
    lastDay += gap
    rhythms.counts.set(gap, (rhythms.counts.get(gap) ?? 0) + 1)
  }
  const { ownGapDays, longestRecentGap } = findRhythm(gaps, lastDay, asOfDay)
  if (ownGapDays !== null) rhythms.ownGapDays[i] = ownGapDays
  rhythms.longestRecentGap[i] = longestRecentGap
}

/** Takes one customer's gaps, as they were in `columns`, off the counts. */
export function discountGaps({ counts }: RhythmColumns, columns: DayColumns, i: number, asOfDay: number): void {
  for (const gap of listGaps(columns, i, asOfDay)) {
    const left = (counts.get(gap) ?? 0) - 1
    if (left > 0) counts.set(gap, left)
    else counts.delete(gap)
  }
}

export function readRhythm({ ownGapDays, longestRecentGap }: RhythmColumns, i: number): Rhythm {
  const own = ownGapDays[i]!
  return { ownGapDays: Number.isNaN(own) ? null : own, longestRecentGap: longestRecentGap[i]! }
}
