import type Database from 'better-sqlite3'
import {
  clusterInSteps,
  growLooseOrders,
  makeLooseOrders,
  type LooseOrders,
  type OrderColumns
} from '../../../shared/analytics/order-columns.ts'
import { dayOfIsoDate } from '../../../shared/domain/day-number.ts'
import { findPosition } from './find-position.ts'
import { runSteps, startPace } from './pause.ts'

/** Rows per slice: a few milliseconds of reading. */
const SLICE = 2000
/** Room made at once; more orders than that, and the columns grow. */
const MOST_AT_ONCE = 4_000_000
const MAX_CHANNELS = 65_535

type OrderTuple = [
  id: number,
  customerId: number | null,
  date: string,
  net: number,
  cost: number | null,
  service: number | null,
  channel: string | null,
  traits: number
]

/**
 * Reads every valid order (completed, not below zero) in slices of the table itself, which lie side by side in the file,
 * and clusters them by customer afterwards. `customerIds` ascending; orders of nobody, or of somebody not listed, count
 * only for the first and last day.
 */
export async function loadOrders(db: Database.Database, customerIds: Int32Array): Promise<OrderColumns> {
  let capacity = estimateOrders(db)
  let orders = makeLooseOrders(capacity)
  const channels = new Map<string, number>()
  const range = { firstDay: null as number | null, lastDay: null as number | null }
  // The long expression is ORDER_TRAITS, bit by bit.
  const slice = db
    .prepare<[number, number], OrderTuple>(
      `SELECT id, customer_id, order_date, net_minor, cost_minor, service_cost_minor, channel,
         (partner_id IS NOT NULL) | ((coalesce(discount_minor, 0) > 0) << 1) | (coalesce(delivered_date > promised_date, 0) << 2)
         | ((discount_minor IS NOT NULL) << 3) | ((delivered_date IS NOT NULL AND promised_date IS NOT NULL) << 4)
         | ((delay_cause IS NOT NULL) << 5) | (coalesce(delay_cause LIKE '%supplier%' OR delay_cause LIKE '%proveedor%', 0) << 6)
       FROM orders WHERE id > ? AND status = 'completed' AND net_minor >= 0 ORDER BY id LIMIT ?`
    )
    .raw()
  const pace = startPace()
  let rows: OrderTuple[]
  let last = Number.MIN_SAFE_INTEGER
  do {
    rows = slice.all(last, SLICE)
    if (orders.count + rows.length > capacity) {
      capacity = 2 * capacity + SLICE
      orders = growLooseOrders(orders, capacity)
    }
    for (const row of rows) keepOrder(orders, row, customerIds, channels, range)
    last = rows.at(-1)?.[0] ?? last
    await pace()
  } while (rows.length === SLICE)
  return runSteps(clusterInSteps(orders, customerIds.length, [...channels.keys()], range))
}

/** The span of the ids, which are mostly without gaps: counting would read a whole index in one go. */
function estimateOrders(db: Database.Database): number {
  const span = db.prepare('SELECT coalesce((SELECT max(id) FROM orders) - (SELECT min(id) FROM orders) + 1, 0)').pluck().get() as number
  return Math.min(span, MOST_AT_ONCE)
}

function keepOrder(
  into: LooseOrders,
  row: OrderTuple,
  customerIds: Int32Array,
  channels: Map<string, number>,
  range: { firstDay: number | null; lastDay: number | null }
): void {
  const [, customerId, date, net, cost, service, channel, traits] = row
  const day = dayOfIsoDate(date)
  if (Number.isNaN(day)) return
  if (range.firstDay === null || day < range.firstDay) range.firstDay = day
  if (range.lastDay === null || day > range.lastDay) range.lastDay = day
  const owner = customerId === null ? -1 : findPosition(customerIds, customerId)
  if (owner < 0) return
  const place = into.count++
  into.owners[place] = owner
  into.days[place] = day
  into.net[place] = net
  into.cost[place] = cost ?? Number.NaN
  into.serviceCost[place] = service ?? 0
  into.channels[place] = channel === null || channel === '' ? 0 : codeOfChannel(channels, channel)
  into.traits[place] = traits
}

function codeOfChannel(channels: Map<string, number>, channel: string): number {
  const known = channels.get(channel)
  if (known !== undefined) return known
  // A file with that many "channels" has something else in the column; the rest share the last code.
  if (channels.size >= MAX_CHANNELS) return MAX_CHANNELS
  channels.set(channel, channels.size + 1)
  return channels.size
}
