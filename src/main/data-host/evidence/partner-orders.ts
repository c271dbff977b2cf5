import { ORDER_TRAITS } from '../../../shared/analytics/order-columns.ts'
import type { Figures } from '../figures/figures.ts'
import type { MetricSource } from './metric-definition.ts'
import { daySpanOf } from './order-search.ts'
import { readOutsideOrders, sumSales } from './outside-orders.ts'

/** Valid orders of a window through partners, and all of them. */
export interface PartnerSales {
  readonly partner: { readonly net: number; readonly orders: number }
  readonly all: { readonly net: number; readonly orders: number }
  /** 1: a live customer with an order through a partner, with an order that came directly. */
  readonly withPartner: Uint8Array
  readonly direct: Uint8Array
}

const kept = new WeakMap<Figures, Map<MetricSource['period'], PartnerSales>>()

/** Whether any valid order of a live customer, or any other of the two windows, came through a partner: without one nothing was recorded. */
export function hasPartners(source: MetricSource): boolean {
  const { traits } = source.figures.orders
  for (const trait of traits) if (trait & ORDER_TRAITS.partner) return true
  const { anonymous, former } = readOutsideOrders(source)
  return anonymous.partnerOrders + former.partnerOrders > 0
}

/** One pass over the orders, shared by every figure about partners. */
export function sumPartnerSales(source: MetricSource): PartnerSales {
  const periods = kept.get(source.figures) ?? new Map<MetricSource['period'], PartnerSales>()
  kept.set(source.figures, periods)
  const sales = periods.get(source.period) ?? passOver(source)
  periods.set(source.period, sales)
  return sales
}

function passOver(source: MetricSource): PartnerSales {
  const { starts, days, net, traits } = source.figures.orders
  const customers = source.figures.customerIds.length
  const withPartner = new Uint8Array(customers)
  const direct = new Uint8Array(customers)
  const span = daySpanOf(source)
  const outside = readOutsideOrders(source)
  let revenue = outside.anonymous.partnerNet + outside.former.partnerNet
  let orders = outside.anonymous.partnerOrders + outside.former.partnerOrders
  for (let i = 0; span && i < customers; i++)
    for (let row = starts[i]!; row < starts[i + 1]!; row++) {
      if (days[row]! <= span.after || days[row]! > span.upTo) continue
      if (traits[row]! & ORDER_TRAITS.partner) {
        revenue += net[row]!
        orders++
        withPartner[i] = 1
      } else direct[i] = 1
    }
  return { partner: { net: revenue, orders }, all: sumSales(source).all, withPartner, direct }
}
