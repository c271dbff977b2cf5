import type { OrderColumns } from '../../../shared/analytics/order-columns.ts'
import type { MetricSource } from './metric-definition.ts'

/** Days of a window: `after < day ≤ upTo`, counted from 1970-01-01. */
export interface DaySpan {
  readonly after: number
  readonly upTo: number
}

/** The window the source reads, in day numbers; null without an as-of date. */
export function daySpanOf({ figures: { asOfDay, settings }, period }: MetricSource): DaySpan | null {
  if (asOfDay === null) return null
  const upTo = period === 'current' ? asOfDay : asOfDay - settings.windowDays
  return { after: upTo - settings.windowDays, upTo }
}

/** Day of the customer's first valid order with `after < day ≤ upTo`; null without one. */
export function findOrderDay({ starts, days }: Pick<OrderColumns, 'starts' | 'days'>, i: number, { after, upTo }: DaySpan): number | null {
  for (let row = starts[i]!; row < starts[i + 1]!; row++) {
    const day = days[row]!
    if (day > upTo) return null
    if (day > after) return day
  }
  return null
}

/** Margin of the customer's valid orders with `after < day ≤ upTo`, minor units; an order without a cost counts with the assumed margin. */
export function sumMargin(
  { starts, days, net, cost }: Pick<OrderColumns, 'starts' | 'days' | 'net' | 'cost'>,
  i: number,
  { after, upTo }: DaySpan,
  grossMargin: number
): number {
  let margin = 0
  for (let row = starts[i]!; row < starts[i + 1]!; row++) {
    const day = days[row]!
    if (day > upTo) break
    if (day <= after) continue
    const known = cost ? cost[row]! : Number.NaN
    margin += Number.isNaN(known) ? net[row]! * grossMargin : net[row]! - known
  }
  return margin
}
