import type Database from 'better-sqlite3'
import type { Figures } from '../figures/figures.ts'
import type { MetricSource } from './metric-definition.ts'

/** What valid orders without a live customer add up to: those of nobody, and those of records merged or erased since. */
export interface OutsideOrders {
  readonly net: number
  readonly orders: number
  /** Of them, those through a partner. */
  readonly partnerNet: number
  readonly partnerOrders: number
  /** Up to the end of the window, whatever its start: orders with both dates of delivery, and those of them on time. */
  readonly dated: number
  readonly onTime: number
}
interface Outside {
  readonly anonymous: OutsideOrders
  readonly former: OutsideOrders
}
type Period = MetricSource['period']

/** Figures come and go with the data; several figures read the same sums. */
const kept = new WeakMap<Figures, Record<Period, Outside>>()

const SUMS = `
  COALESCE(SUM(o.net_minor) FILTER (WHERE o.order_date > @middle), 0) AS net,
  COUNT(*) FILTER (WHERE o.order_date > @middle) AS orders,
  COALESCE(SUM(o.net_minor) FILTER (WHERE o.order_date > @middle AND o.partner_id IS NOT NULL), 0) AS partnerNet,
  COUNT(*) FILTER (WHERE o.order_date > @middle AND o.partner_id IS NOT NULL) AS partnerOrders,
  COUNT(*) FILTER (WHERE o.delivered_date IS NOT NULL AND o.promised_date IS NOT NULL) AS dated,
  COUNT(*) FILTER (WHERE o.delivered_date <= o.promised_date) AS onTime,
  COALESCE(SUM(o.net_minor) FILTER (WHERE o.order_date > @from AND o.order_date <= @middle), 0) AS netBefore,
  COUNT(*) FILTER (WHERE o.order_date > @from AND o.order_date <= @middle) AS ordersBefore,
  COALESCE(SUM(o.net_minor) FILTER (WHERE o.order_date > @from AND o.order_date <= @middle AND o.partner_id IS NOT NULL), 0) AS partnerNetBefore,
  COUNT(*) FILTER (WHERE o.order_date > @from AND o.order_date <= @middle AND o.partner_id IS NOT NULL) AS partnerOrdersBefore,
  COUNT(*) FILTER (WHERE o.order_date <= @middle AND o.delivered_date IS NOT NULL AND o.promised_date IS NOT NULL) AS datedBefore,
  COUNT(*) FILTER (WHERE o.order_date <= @middle AND o.delivered_date <= o.promised_date) AS onTimeBefore`
const VALID = `o.status = 'completed' AND o.net_minor >= 0 AND o.order_date <= @to`
const ANONYMOUS = `SELECT ${SUMS} FROM orders o WHERE o.customer_id IS NULL AND ${VALID}`
// CROSS: from the few customers to their orders; the planner would otherwise read every order.
const FORMER = `SELECT ${SUMS} FROM customers c CROSS JOIN orders o ON o.customer_id = c.id
  WHERE (c.merged_into_id IS NOT NULL OR c.status = 'erased') AND ${VALID}`

interface Sums extends OutsideOrders {
  readonly netBefore: number
  readonly ordersBefore: number
  readonly partnerNetBefore: number
  readonly partnerOrdersBefore: number
  readonly datedBefore: number
  readonly onTimeBefore: number
}
const NOTHING: OutsideOrders = { net: 0, orders: 0, partnerNet: 0, partnerOrders: 0, dated: 0, onTime: 0 }

/** The sums for the window the source reads: one pass for both windows, shared by every figure that counts all orders. */
export function readOutsideOrders({ db, figures, period }: MetricSource): Outside {
  const known = kept.get(figures)
  if (known) return known[period]
  const read = readBoth(db, figures)
  kept.set(figures, read)
  return read[period]
}

function readBoth(db: Database.Database, { window, previousWindow }: Figures): Record<Period, Outside> {
  if (!window || !previousWindow) {
    const nothing = { anonymous: NOTHING, former: NOTHING }
    return { current: nothing, previous: nothing }
  }
  const params = { from: previousWindow.from, middle: window.from, to: window.to }
  const [anonymous, former] = [ANONYMOUS, FORMER].map((sql) => db.prepare<unknown[], Sums>(sql).get(params))
  return {
    current: { anonymous: anonymous ?? NOTHING, former: former ?? NOTHING },
    previous: { anonymous: pickBefore(anonymous), former: pickBefore(former) }
  }
}

function pickBefore(sums: Sums | undefined): OutsideOrders {
  if (!sums) return NOTHING
  return {
    net: sums.netBefore,
    orders: sums.ordersBefore,
    partnerNet: sums.partnerNetBefore,
    partnerOrders: sums.partnerOrdersBefore,
    dated: sums.datedBefore,
    onTime: sums.onTimeBefore
  }
}

/** Net amount and number of valid orders in the window: with a customer (live or not any more), and all. */
export function sumSales(source: MetricSource): Record<'identified' | 'all', { net: number; orders: number }> {
  const { revenueWindow, revenuePrevious, ordersWindow, ordersPrevious } = source.figures.profile
  const isNow = source.period === 'current'
  const { anonymous, former } = readOutsideOrders(source)
  let net = former.net
  let orders = former.orders
  for (const amount of isNow ? revenueWindow : revenuePrevious) net += amount
  for (const count of isNow ? ordersWindow : ordersPrevious) orders += count
  return { identified: { net, orders }, all: { net: net + anonymous.net, orders: orders + anonymous.orders } }
}
