/** What an order's record says beside its amount, as bits of `OrderColumns.traits`. */
export const ORDER_TRAITS = {
  partner: 1,
  discounted: 2,
  late: 4,
  discountKnown: 8,
  datesKnown: 16,
  causeKnown: 32,
  supplierCause: 64
} as const

/**
 * Valid orders (completed, amount not below zero) as columns, clustered by customer and by day within a customer:
 * customer i owns the rows from `starts[i]` to `starts[i + 1]`. One pass then reads memory in order, which is what makes
 * scoring a million orders a matter of milliseconds.
 */
export interface OrderColumns {
  /** One entry more than there are customers. */
  readonly starts: Int32Array
  readonly days: Int32Array
  /** Net amount, minor units. */
  readonly net: Float64Array
  /** Cost, minor units; NaN where unknown. Null when no order has a cost. */
  readonly cost: Float64Array | null
  /** Service cost, minor units, 0 where unknown. Null when no order has one. */
  readonly serviceCost: Float64Array | null
  /** Position in `channelNames` plus one; 0: none. */
  readonly channels: Uint16Array
  readonly channelNames: readonly string[]
  readonly traits: Uint8Array
  /** First and last day over all valid orders, anonymous ones too; null without any. */
  readonly firstDay: number | null
  readonly lastDay: number | null
}

/** Orders in any order, growing; `owners` holds the position of the customer. */
export interface LooseOrders {
  count: number
  owners: Int32Array
  days: Int32Array
  net: Float64Array
  cost: Float64Array
  serviceCost: Float64Array
  channels: Uint16Array
  traits: Uint8Array
}

/** Room for `capacity` orders. */
export function makeLooseOrders(capacity: number): LooseOrders {
  return {
    count: 0,
    owners: new Int32Array(capacity),
    days: new Int32Array(capacity),
    net: new Float64Array(capacity),
    cost: new Float64Array(capacity),
    serviceCost: new Float64Array(capacity),
    channels: new Uint16Array(capacity),
    traits: new Uint8Array(capacity)
  }
}

/** The same orders with room for `capacity`. */
export function growLooseOrders(orders: LooseOrders, capacity: number): LooseOrders {
  const grown = makeLooseOrders(capacity)
  grown.count = orders.count
  grown.owners.set(orders.owners)
  grown.days.set(orders.days)
  grown.net.set(orders.net)
  grown.cost.set(orders.cost)
  grown.serviceCost.set(orders.serviceCost)
  grown.channels.set(orders.channels)
  grown.traits.set(orders.traits)
  return grown
}

/** Rows between two chances to let others in: one or two milliseconds each. */
const SLICE = 1 << 16

/** Where each customer's rows start, by counting. */
function* countStarts(owners: Int32Array, count: number, customers: number): Generator<void, Int32Array, void> {
  const starts = new Int32Array(customers + 1)
  for (let row = 0; row < count; row++) {
    starts[(owners[row] ?? 0) + 1]! += 1
    if (row % SLICE === SLICE - 1) yield
  }
  for (let i = 0; i < customers; i++) starts[i + 1]! += starts[i]!
  return starts
}

/** The place every row gets: clustered by customer, by day within a customer, rows of one day in their given order. */
function* orderRows(orders: LooseOrders, starts: Int32Array): Generator<void, Int32Array, void> {
  const { owners, days, count } = orders
  const next = starts.slice()
  const rows = new Int32Array(count)
  for (let row = 0; row < count; row++) {
    const owner = owners[row]!
    const start = starts[owner]!
    let place = next[owner]!
    next[owner] = place + 1
    // Files mostly come in date order, so the insertion rarely moves anything.
    while (place > start && days[rows[place - 1]!]! > days[row]!) {
      rows[place] = rows[place - 1]!
      place--
    }
    rows[place] = row
    if (row % SLICE === SLICE - 1) yield
  }
  return rows
}

function* gather<T extends Int32Array | Float64Array | Uint16Array | Uint8Array>(
  values: T,
  rows: Int32Array,
  into: T
): Generator<void, T, void> {
  for (let k = 0; k < rows.length; k++) {
    into[k] = values[rows[k]!]!
    if (k % SLICE === SLICE - 1) yield
  }
  return into
}

function isAnyKnown(costs: Float64Array): boolean {
  for (let row = 0; row < costs.length; row++) if (!Number.isNaN(costs[row]!)) return true
  return false
}

function isAnyAboveOrBelowZero(costs: Float64Array): boolean {
  for (let row = 0; row < costs.length; row++) if (costs[row] !== 0) return true
  return false
}

/**
 * Loose orders as clustered columns (counting sort; stable). Yields every few milliseconds, so that the caller can let others
 * in.
 */
export function* clusterInSteps(
  orders: LooseOrders,
  customers: number,
  channelNames: readonly string[],
  range: { firstDay: number | null; lastDay: number | null }
): Generator<void, OrderColumns, void> {
  const { count } = orders
  const starts = yield* countStarts(orders.owners, count, customers)
  const rows = yield* orderRows(orders, starts)
  const days = yield* gather(orders.days, rows, new Int32Array(count))
  const net = yield* gather(orders.net, rows, new Float64Array(count))
  const cost = isAnyKnown(orders.cost.subarray(0, count)) ? yield* gather(orders.cost, rows, new Float64Array(count)) : null
  yield
  const hasServiceCost = isAnyAboveOrBelowZero(orders.serviceCost.subarray(0, count))
  const serviceCost = hasServiceCost ? yield* gather(orders.serviceCost, rows, new Float64Array(count)) : null
  yield
  const channels = yield* gather(orders.channels, rows, new Uint16Array(count))
  const traits = yield* gather(orders.traits, rows, new Uint8Array(count))
  return { starts, days, net, cost, serviceCost, channels, channelNames, traits, ...range }
}
