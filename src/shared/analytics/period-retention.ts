import { startOfPeriod, tablePeriods, type CalendarPeriod } from './calendar-periods.ts'
import type { OrderColumns } from './order-columns.ts'

/** Calendar periods, or stretches of `windowDays` that end on the as-of date. */
export type RetentionPeriod = Exclude<CalendarPeriod, 'week'> | 'window'

/** A period that has ended, set beside the one before it (domain 6.8). Days count from 1970-01-01, amounts in minor units. */
export interface PeriodRetention {
  readonly fromDay: number
  readonly toDay: number
  /** Buyers of the period before; those of them who bought again; first-time buyers; buyers of earlier periods who came back. */
  readonly before: number
  readonly kept: number
  readonly fresh: number
  readonly returned: number
  readonly revenueBefore: number
  readonly revenueKept: number
}

const PER_YEAR = { month: 12, quarter: 4, year: 1 } as const
const DAYS_PER_YEAR = 365

/** Periods in a year. */
export function countPerYear(period: RetentionPeriod, windowDays: number): number {
  return period === 'window' ? DAYS_PER_YEAR / windowDays : PER_YEAR[period]
}

/** Retention over a year at the same pace: `share ^ periods per year` (domain 6.8). Null where a period is a year or longer. */
export function annualise(share: number, perYear: number): number | null {
  return perYear > 1 ? share ** perYear : null
}

/** Expected number of periods a customer stays at constant churn: 1 / c. Null where nobody leaves. */
export function expectTenure(churn: number): number | null {
  return churn > 0 ? 1 / churn : null
}

const SLICE = 1 << 15

interface Periods {
  readonly periodOf: (day: number) => number
  readonly startOf: (index: number) => number
}

function numberPeriods(period: RetentionPeriod, windowDays: number, firstDay: number, asOfDay: number): Periods {
  if (period !== 'window') return { periodOf: tablePeriods(period, firstDay, asOfDay), startOf: (index) => startOfPeriod(period, index) }
  // Counted back from the as-of date: 0 is the last window.
  return {
    periodOf: (day) => -Math.floor((asOfDay - day) / windowDays) || 0,
    startOf: (index) => asOfDay + 1 + (index - 1) * windowDays
  }
}

/** Every period that has ended by the as-of date, from the second with a buyer on; the newest `most`. Yields every few milliseconds. */
export function* measureRetentionInSteps(
  { starts, days, net }: OrderColumns,
  { period, windowDays, asOfDay, most }: { period: RetentionPeriod; windowDays: number; asOfDay: number; most: number }
): Generator<void, PeriodRetention[], void> {
  let firstDay = Number.POSITIVE_INFINITY
  for (let i = 0; i + 1 < starts.length; i++) if (starts[i]! < starts[i + 1]!) firstDay = Math.min(firstDay, days[starts[i]!]!)
  if (!(firstDay <= asOfDay)) return []
  const { periodOf, startOf } = numberPeriods(period, windowDays, firstDay, asOfDay)
  const first = periodOf(firstDay)
  const count = periodOf(asOfDay) - first + 1
  const column = (): Float64Array => new Float64Array(count)
  const [kept, fresh, returned, revenue, revenueKept] = [column(), column(), column(), column(), column()]
  yield
  for (let i = 0, seen = 0; i + 1 < starts.length; i++) {
    let last = -1
    let isKept = false
    for (let row = starts[i]!; row < starts[i + 1]! && days[row]! <= asOfDay; row++) {
      const at = periodOf(days[row]!) - first
      if (at !== last) {
        isKept = last >= 0 && at === last + 1
        const group = last < 0 ? fresh : isKept ? kept : returned
        group[at]!++
        last = at
      }
      revenue[at]! += net[row]!
      if (isKept) revenueKept[at]! += net[row]!
    }
    seen += starts[i + 1]! - starts[i]!
    if (seen >= SLICE) {
      seen = 0
      yield
    }
  }
  const points: PeriodRetention[] = []
  for (let at = Math.max(1, count - most - 1); at < count; at++) {
    const toDay = startOf(first + at + 1) - 1
    if (toDay > asOfDay) break
    points.push({
      fromDay: startOf(first + at),
      toDay,
      before: kept[at - 1]! + fresh[at - 1]! + returned[at - 1]!,
      kept: kept[at]!,
      fresh: fresh[at]!,
      returned: returned[at]!,
      revenueBefore: revenue[at - 1]!,
      revenueKept: revenueKept[at]!
    })
  }
  return points.slice(-most)
}
