import type { MetricSource } from './metric-definition.ts'
import { daySpanOf } from './order-search.ts'

/** 1: the first valid order of all falls in the window; `followUpDays` leaves out those who had it less than so many days before its end. */
export function findNewCustomers(source: MetricSource, followUpDays = 0): Uint8Array {
  const { orders, firstDay } = source.figures.profile
  const mask = new Uint8Array(orders.length)
  const span = daySpanOf(source)
  if (!span) return mask
  for (let i = 0; i < mask.length; i++)
    if (orders[i]! > 0 && firstDay[i]! > span.after && firstDay[i]! <= span.upTo - followUpDays) mask[i] = 1
  return mask
}
