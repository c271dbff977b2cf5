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
import { runSteps, startPace } from '../pause.ts'

/** Rows per slice: a few milliseconds of reading. */
const SLICE = 2000
/** Room made at once; more orders than that, and the columns grow. */
const MOST_AT_ONCE = 4_000_000
const MAX_CHANNELS = 65_535

/** Valid orders as `keepOrder` reads them. The long expression is ORDER_TRAITS, bit by bit. */
const SELECT_VALID = `SELECT id, customer_id, order_date, net_minor, cost_minor, service_cost_minor, channel,
    (partner_id IS NOT NULL) | ((coalesce(discount_minor, 0) > 0) << 1) | (coalesce(delivered_date > promised_date, 0) << 2)
    | ((discount_minor IS NOT NULL) << 3) | ((delivered_date IS NOT NULL AND promised_date IS NOT NULL) << 4)
    | ((delay_cause IS NOT NULL) << 5) | (coalesce(delay_cause LIKE '%supplier%' OR delay_cause LIKE '%proveedor%', 0) << 6)
  FROM orders WHERE status = 'completed' AND net_minor >= 0`

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
  const range: DayRange = { firstDay: null, lastDay: null }
  const slice = db.prepare<[number, number], OrderTuple>(`${SELECT_VALID} AND id > ? ORDER BY id LIMIT ?`).raw()
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

/** Rows of one customer among loose orders. */
interface RowsOf {
  from: number
  to: number
}
interface DayRange {
  firstDay: number | null
  lastDay: number | null
}

/** Valid orders of a few customers (positions ascending), with which rows each of them has; `channels` grows by what is new. */
export function loadOrdersOf(
  db: Database.Database,
  customerIds: Int32Array,
  positions: readonly number[],
  channels: Map<string, number>
): { orders: LooseOrders; rowsOf: Map<number, RowsOf> } {
  const ofOne = db.prepare<[number], OrderTuple>(`${SELECT_VALID} AND customer_id = ? ORDER BY order_date, id`).raw()
  const read = positions.map((i) => ({ i, rows: ofOne.all(customerIds[i]!) }))
  const orders = makeLooseOrders(read.reduce((sum, { rows }) => sum + rows.length, 0))
  const rowsOf = new Map<number, RowsOf>()
  const range = { firstDay: null, lastDay: null }
  for (const { i, rows } of read) {
    const from = orders.count
    for (const row of rows) keepOrder(orders, row, customerIds, channels, range)
    rowsOf.set(i, { from, to: orders.count })
  }
  return { orders, rowsOf }
}

/**
 * Valid orders with ids above `after`, each joined to what its customer bought before (`old`, whose positions stand), with which
 * rows each of these customers then has; `channels` grows by what is new. Also the range of days over all of them.
 */
export function loadOrdersAfter(
  db: Database.Database,
  customerIds: Int32Array,
  old: OrderColumns,
  after: number,
  channels: Map<string, number>
): { orders: LooseOrders; rowsOf: Map<number, RowsOf>; range: DayRange } {
  const tuples = db.prepare<[number], OrderTuple>(`${SELECT_VALID} AND id > ? ORDER BY order_date, id`).raw().all(after)
  const fresh = makeLooseOrders(tuples.length)
  const range: DayRange = { firstDay: old.firstDay, lastDay: old.lastDay }
  for (const tuple of tuples) keepOrder(fresh, tuple, customerIds, channels, range)
  const added = new Map<number, number[]>()
  for (let row = 0; row < fresh.count; row++) {
    const rows = added.get(fresh.owners[row]!)
    if (rows) rows.push(row)
    else added.set(fresh.owners[row]!, [row])
  }
  const owners = Int32Array.from(added.keys()).sort()
  const kept = owners.reduce((sum, i) => sum + old.starts[i + 1]! - old.starts[i]!, 0)
  const orders = makeLooseOrders(kept + fresh.count)
  const rowsOf = new Map<number, RowsOf>()
  for (const i of owners) {
    const from = orders.count
    let row = old.starts[i]!
    for (const next of added.get(i)!) {
      for (; row < old.starts[i + 1]! && old.days[row]! <= fresh.days[next]!; row++) copyOrder(orders, i, old, row)
      copyOrder(orders, i, fresh, next)
    }
    for (; row < old.starts[i + 1]!; row++) copyOrder(orders, i, old, row)
    rowsOf.set(i, { from, to: orders.count })
  }
  return { orders, rowsOf, range }
}

/** Columns of the one and the other kind have the same meaning row by row. */
function copyOrder(into: LooseOrders, owner: number, from: Omit<LooseOrders, 'count' | 'owners'> | OrderColumns, row: number): void {
  const place = into.count++
  into.owners[place] = owner
  into.days[place] = from.days[row]!
  into.net[place] = from.net[row]!
  into.cost[place] = from.cost?.[row] ?? Number.NaN
  into.serviceCost[place] = from.serviceCost?.[row] ?? 0
  into.channels[place] = from.channels[row]!
  into.traits[place] = from.traits[row]!
}

/** First and last day of the valid orders that are in no column: those of nobody, and of records merged or erased. CROSS: the planner would else read every order. */
export function readOutsideRange(db: Database.Database): { first: string | null; last: string | null } {
  return db
    .prepare<[], { first: string | null; last: string | null }>(
      `SELECT min(first) AS first, max(last) AS last FROM (
         SELECT min(order_date) AS first, max(order_date) AS last FROM orders
           WHERE customer_id IS NULL AND status = 'completed' AND net_minor >= 0
         UNION ALL
         SELECT min(o.order_date), max(o.order_date) FROM customers c CROSS JOIN orders o ON o.customer_id = c.id
           WHERE (c.merged_into_id IS NOT NULL OR c.status = 'erased') AND o.status = 'completed' AND o.net_minor >= 0)`
    )
    .get()!
}

function keepOrder(into: LooseOrders, row: OrderTuple, customerIds: Int32Array, channels: Map<string, number>, range: DayRange): void {
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
