import {
  averageCohorts,
  cumulateMargin,
  findPayback,
  measureCohortsInSteps,
  placeCohorts,
  type Cohort,
  type Cohorts
} from '../../../../shared/analytics/cohorts.ts'
import { startOfPeriod } from '../../../../shared/analytics/calendar-periods.ts'
import type { CohortOptions } from '../../../../shared/contract/value-groups.ts'
import type { CohortRow, CohortTable } from '../../../../shared/contract/value-tables.ts'
import { dayOfIsoDate, isoDateOfDay } from '../../../../shared/domain/day-number.ts'
import type { Figures } from '../figures.ts'
import { runSteps } from '../../pause.ts'
import { orNull, roundOrNull } from './current-value.ts'

const MOST_COLUMNS = 60
const MOST_COHORTS = 120
/** Customers whose first order names no channel. */
const NO_CHANNEL = ''

const kept = new WeakMap<Figures, Map<string, Promise<Cohorts>>>()

function measure(figures: Figures, options: CohortOptions): Promise<Cohorts> {
  const answers = kept.get(figures) ?? new Map<string, Promise<Cohorts>>()
  kept.set(figures, answers)
  const key = JSON.stringify([options.by, options.grid])
  const known = answers.get(key)
  if (known) return known
  const made = runSteps(
    measureCohortsInSteps(figures.orders, {
      ...options,
      asOfDay: figures.asOfDay ?? 0,
      grossMargin: figures.settings.grossMargin,
      mostColumns: MOST_COLUMNS,
      mostCohorts: MOST_COHORTS
    })
  )
  answers.set(key, made)
  made.catch(() => answers.delete(key))
  return made
}

/** By channel only each customer's own time makes sense. */
function settleOptions({ by, grid }: CohortOptions): CohortOptions {
  return { by, grid: by === 'channel' ? 'anniversary' : grid }
}

/** The cohort table of the value screen. */
export async function describeCohorts(
  figures: Figures,
  asked: CohortOptions & { acquisitionCostMinor: number | null }
): Promise<CohortTable> {
  const options = settleOptions(asked)
  const { asOf } = figures
  if (asOf === null)
    return {
      asOf,
      options,
      columns: 0,
      rows: [],
      average: { retention: [], revenueRetention: [], cumulativeMarginMinor: [], paybackColumn: null },
      olderCohorts: 0
    }
  const cohorts = await measure(figures, options)
  const average = averageCohorts(cohorts)
  const paybackOf = (cumulative: Float64Array): number | null =>
    asked.acquisitionCostMinor === null ? null : findPayback(cumulative, asked.acquisitionCostMinor)
  return {
    asOf,
    options,
    columns: cohorts.columns,
    rows: cohorts.cohorts.map((cohort) => describeRow(figures, options, cohort, paybackOf)),
    average: {
      retention: Array.from(average.retention, orNull),
      revenueRetention: Array.from(average.revenueRetention, orNull),
      cumulativeMarginMinor: Array.from(average.cumulativeMargin, roundOrNull),
      paybackColumn: paybackOf(average.cumulativeMargin)
    },
    olderCohorts: cohorts.left
  }
}

function nameCohort({ orders }: Figures, { by }: CohortOptions, index: number): Pick<CohortRow, 'id' | 'from' | 'to'> {
  if (by === 'channel') return { id: index === 0 ? NO_CHANNEL : (orders.channelNames[index - 1] ?? NO_CHANNEL), from: null, to: null }
  const from = isoDateOfDay(startOfPeriod(by, index))
  return { id: from, from, to: isoDateOfDay(startOfPeriod(by, index + 1) - 1) }
}

function describeRow(
  figures: Figures,
  options: CohortOptions,
  cohort: Cohort,
  paybackOf: (cumulative: Float64Array) => number | null
): CohortRow {
  const { index, size, observed, customers, revenue } = cohort
  const cumulative = cumulateMargin(cohort)
  const ratio = (part: number, whole: number): number | null => (whole > 0 ? orNull(part / whole) : null)
  return {
    ...nameCohort(figures, options, index),
    size,
    observed: Array.from(observed, orNull),
    customers: Array.from(customers, orNull),
    retention: Array.from(customers, (count, k) => ratio(count, observed[k]!)),
    revenueMinor: Array.from(revenue, roundOrNull),
    revenueRetention: Array.from(revenue, (amount) => ratio(amount, revenue[0]!)),
    cumulativeMarginMinor: Array.from(cumulative, roundOrNull),
    paybackColumn: paybackOf(cumulative)
  }
}

/** Who is in a cohort, or counted in one of its columns: one byte per customer. */
export function markCohort(figures: Figures, asked: CohortOptions, cohort: string, column: number | undefined): Uint8Array {
  const options = settleOptions(asked)
  const { orders, asOfDay, profile } = figures
  const mask = new Uint8Array(profile.orders.length)
  if (asOfDay === null) return mask
  const places = placeCohorts(orders, { ...options, asOfDay })
  const isRolling = options.grid === 'rolling'
  const wanted = options.by === 'channel' ? (cohort === NO_CHANNEL ? 0 : orders.channelNames.indexOf(cohort) + 1) : null
  const startDay = wanted === null ? dayOfIsoDate(cohort) : 0
  const { starts, days } = orders
  for (let i = 0; i < mask.length; i++) {
    if (profile.orders[i] === 0) continue
    const own = places.cohortOf(i)
    const isIn = options.by === 'channel' ? own === wanted : startOfPeriod(options.by, own) === startDay
    if (!isIn) continue
    if (column === undefined) mask[i] = 1
    else if (places.hasEnded(own, column, days[starts[i]!]!))
      for (let row = starts[i]!; row < starts[i + 1]! && days[row]! <= asOfDay && mask[i] === 0; row++) {
        const at = places.columnOf(i, days[row]!)
        if (at === column || (isRolling && at > column)) mask[i] = 1
      }
  }
  return mask
}
