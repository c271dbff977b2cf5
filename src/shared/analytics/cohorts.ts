import { findPeriod, startOfPeriod, tablePeriods, type CalendarPeriod } from './calendar-periods.ts'
import type { OrderColumns } from './order-columns.ts'

/** Length of a column of the anniversary grid (domain 6.7). */
export const ANNIVERSARY_DAYS = 30

export interface CohortQuestion {
  readonly by: CalendarPeriod | 'channel'
  readonly grid: 'calendar' | 'anniversary' | 'rolling'
  readonly asOfDay: number
  /** Margin assumed for an order without a cost, 0 to 1. */
  readonly grossMargin: number
  /** Columns and newest cohorts looked at, at most. */
  readonly mostColumns: number
  readonly mostCohorts: number
}

/** One cohort; lists run over the columns, NaN where the column's period has not ended for anybody. Amounts in minor units. */
export interface Cohort {
  /** Number of the period; for channels the position in `channelNames` plus one, 0: none. */
  readonly index: number
  readonly size: number
  readonly observed: Float64Array
  readonly customers: Float64Array
  readonly revenue: Float64Array
  /** Margin of the column per customer who is observed. */
  readonly margin: Float64Array
}
export interface Cohorts {
  readonly columns: number
  readonly cohorts: readonly Cohort[]
  /** Older cohorts there was no room for. */
  readonly left: number
}

/** Rows between two chances to let others in. */
const SLICE = 1 << 15

/** By which cohort and column a customer's orders are counted. */
export interface CohortPlaces {
  readonly cohortOf: (customer: number) => number
  /** Columns are counted from the customer's first order. */
  readonly columnOf: (customer: number, day: number) => number
  /** Whether the column has ended by the as-of date: for the whole cohort, or (by channel) for this customer. */
  readonly hasEnded: (cohort: number, column: number, firstDay: number) => boolean
}

/** Where orders count. Columns of the anniversary grid are bins of 30 days since the customer's own first order. */
export function placeCohorts(columns: OrderColumns, { by, grid, asOfDay }: Pick<CohortQuestion, 'by' | 'grid' | 'asOfDay'>): CohortPlaces {
  const { starts, days, channels } = columns
  const firstDayOf = (customer: number): number => days[starts[customer]!]!
  const binOf = (customer: number, day: number): number => Math.floor((day - firstDayOf(customer)) / ANNIVERSARY_DAYS)
  if (by === 'channel')
    return {
      cohortOf: (customer) => channels[starts[customer]!]!,
      columnOf: binOf,
      hasEnded: (_, column, firstDay) => firstDay + ANNIVERSARY_DAYS * (column + 1) - 1 <= asOfDay
    }
  const periodOf = tablePeriods(by, columns.firstDay ?? 0, asOfDay)
  const cohortOf = (customer: number): number => periodOf(firstDayOf(customer))
  if (grid === 'anniversary')
    return {
      cohortOf,
      columnOf: binOf,
      // The youngest possible customer of the cohort decides for all.
      hasEnded: (cohort, column) => startOfPeriod(by, cohort + 1) - 1 + ANNIVERSARY_DAYS * (column + 1) - 1 <= asOfDay
    }
  return {
    cohortOf,
    columnOf: (customer, day) => periodOf(day) - cohortOf(customer),
    hasEnded: (cohort, column) => startOfPeriod(by, cohort + column + 1) - 1 <= asOfDay
  }
}

/**
 * Cohorts by first order and what became of them (domain 6.7): per column who bought in it (`rolling`: in it or later), and
 * revenue and margin in it. Yields every few milliseconds.
 */
export function* measureCohortsInSteps(orders: OrderColumns, question: CohortQuestion): Generator<void, Cohorts, void> {
  const { asOfDay, mostColumns, mostCohorts, grid, grossMargin } = question
  const { starts, days, net, cost } = orders
  const places = placeCohorts(orders, question)
  const sizes = yield* countCohorts(orders, asOfDay, places)
  const all = [...sizes.keys()].sort((a, b) => a - b)
  const kept = all.slice(-mostCohorts)
  const isOwn = question.by === 'channel'
  const columns = Math.min(mostColumns, countColumns(kept, question, orders))
  const cohorts = new Map(kept.map((index) => [index, makeCohort(index, sizes.get(index) ?? 0, columns, places, isOwn)]))
  for (let i = 0, seen = 0; i + 1 < starts.length; i++) {
    const start = starts[i]!
    if (start === starts[i + 1]! || days[start]! > asOfDay) continue
    const cohort = cohorts.get(places.cohortOf(i))
    if (!cohort) continue
    if (isOwn) for (let k = 0; k < columns && places.hasEnded(cohort.index, k, days[start]!); k++) cohort.observed[k]!++
    let last = -1
    for (let row = start; row < starts[i + 1]! && days[row]! <= asOfDay; row++) {
      const column = places.columnOf(i, days[row]!)
      // The rolling grid counts up to the last order, however far out.
      const upTo = Math.min(column, columns - 1)
      if (grid === 'rolling') for (let k = last + 1; k <= upTo; k++) cohort.customers[k]!++
      else if (column !== last && column < columns && (!isOwn || places.hasEnded(0, column, days[start]!))) cohort.customers[column]!++
      last = column
      if (column >= columns || (isOwn && !places.hasEnded(0, column, days[start]!))) continue
      cohort.revenue[column]! += net[row]!
      const spent = cost ? cost[row]! : Number.NaN
      cohort.margin[column]! += Number.isNaN(spent) ? net[row]! * grossMargin : net[row]! - spent
    }
    seen += starts[i + 1]! - start
    if (seen >= SLICE) {
      seen = 0
      yield
    }
  }
  for (const cohort of cohorts.values()) settle(cohort)
  return { columns, cohorts: [...cohorts.values()], left: all.length - kept.length }
}

function* countCohorts(
  { starts, days }: OrderColumns,
  asOfDay: number,
  { cohortOf }: CohortPlaces
): Generator<void, Map<number, number>, void> {
  const sizes = new Map<number, number>()
  for (let i = 0; i + 1 < starts.length; i++) {
    if (i % SLICE === SLICE - 1) yield
    if (starts[i] === starts[i + 1] || days[starts[i]!]! > asOfDay) continue
    const cohort = cohortOf(i)
    sizes.set(cohort, (sizes.get(cohort) ?? 0) + 1)
  }
  return sizes
}

function countColumns(kept: readonly number[], { by, grid, asOfDay }: CohortQuestion, orders: OrderColumns): number {
  const oldest = kept[0]
  if (oldest === undefined) return 0
  const from = by === 'channel' ? (orders.firstDay ?? asOfDay) : startOfPeriod(by, oldest)
  if (by === 'channel' || grid === 'anniversary') return Math.floor((asOfDay - from) / ANNIVERSARY_DAYS) + 1
  return findPeriod(by, asOfDay) - oldest + 1
}

/** Cells that have not ended are NaN from the start: adding to them changes nothing. `isOwn`: every customer's cells end in their own time. */
function makeCohort(index: number, size: number, columns: number, { hasEnded }: CohortPlaces, isOwn: boolean): Cohort {
  const cells = (value: number): Float64Array =>
    Float64Array.from({ length: columns }, (_, column) => (isOwn || hasEnded(index, column, 0) ? value : Number.NaN))
  return { index, size, observed: cells(isOwn ? 0 : size), customers: cells(0), revenue: cells(0), margin: cells(0) }
}

/** Cells nobody is observed in have no answer; margin becomes margin per customer. */
function settle({ observed, customers, revenue, margin }: Cohort): void {
  for (let k = 0; k < observed.length; k++) {
    if (observed[k]! > 0) margin[k]! /= observed[k]!
    else observed[k] = customers[k] = revenue[k] = margin[k] = Number.NaN
  }
}

/** One line about all cohorts, weighted by size, over those whose cell has ended; NaN where none has. */
export interface CohortAverage {
  readonly retention: Float64Array
  readonly revenueRetention: Float64Array
  readonly cumulativeMargin: Float64Array
}

/** Σ returning ÷ Σ N, revenue of the column ÷ revenue of column 0 of the same cohorts, and cumulative margin per customer. */
export function averageCohorts({ columns, cohorts }: Cohorts): CohortAverage {
  const cumulative = new Map(cohorts.map((cohort) => [cohort, cumulateMargin(cohort)]))
  const over = (column: number, part: (cohort: Cohort) => number, whole: (cohort: Cohort) => number): number => {
    let [parts, wholes] = [0, 0]
    for (const cohort of cohorts) {
      if (Number.isNaN(cohort.observed[column]!)) continue
      parts += part(cohort)
      wholes += whole(cohort)
    }
    return wholes > 0 ? parts / wholes : Number.NaN
  }
  const perColumn = (valueOf: (column: number) => number): Float64Array => Float64Array.from({ length: columns }, (_, k) => valueOf(k))
  return {
    retention: perColumn((k) =>
      over(
        k,
        ({ customers }) => customers[k]!,
        ({ observed }) => observed[k]!
      )
    ),
    revenueRetention: perColumn((k) =>
      over(
        k,
        ({ revenue }) => revenue[k]!,
        ({ revenue }) => revenue[0]!
      )
    ),
    cumulativeMargin: perColumn((k) =>
      over(
        k,
        (cohort) => (cumulative.get(cohort)?.[k] ?? 0) * cohort.observed[k]!,
        ({ observed }) => observed[k]!
      )
    )
  }
}

/** Margin per customer from the first order up to the end of each column. */
export function cumulateMargin({ margin }: Pick<Cohort, 'margin'>): Float64Array {
  let sum = 0
  return margin.map((value) => (sum += value))
}

/** First column whose cumulative margin reaches what a customer cost to win; null: none does yet (domain 6.7). */
export function findPayback(cumulativeMargin: Float64Array, acquisitionCost: number): number | null {
  const column = cumulativeMargin.findIndex((margin) => margin >= acquisitionCost)
  return column < 0 ? null : column
}
