import { ORDER_TRAITS, type OrderColumns } from './order-columns.ts'

/** Stands for "no order" in columns of days. */
export const NO_DAY = -2147483648

/** Counts, days and sums per customer at an as-of date. W is `(asOf − windowDays, asOf]`, "previous" the window before it. */
export interface CustomerProfile {
  /** Valid orders, and distinct days with one. */
  readonly orders: Int32Array
  readonly orderDays: Int32Array
  readonly firstDay: Int32Array
  readonly lastDay: Int32Array
  readonly revenue: Float64Array
  /** Of it, what came on the first order day: the rest is repeat purchases. */
  readonly firstDayRevenue: Float64Array
  readonly margin: Float64Array
  readonly revenueWindow: Float64Array
  readonly marginWindow: Float64Array
  readonly serviceCostWindow: Float64Array
  readonly ordersWindow: Int32Array
  readonly orderDaysWindow: Int32Array
  readonly revenuePrevious: Float64Array
  readonly marginPrevious: Float64Array
  readonly ordersPrevious: Int32Array
  /** Last order day at the end of the previous window. */
  readonly lastDayPrevious: Int32Array
  /** 1: at least one valid order in W, in the previous window. */
  readonly isActive: Uint8Array
  readonly wasActive: Uint8Array
  /** Orders in W with a discount, delivered late, through a partner; and revenue in W through partners. */
  readonly discountedWindow: Int32Array
  readonly lateWindow: Int32Array
  readonly partnerRevenueWindow: Float64Array
  /** Up to two different channels in W (0: none): enough to tell none, one and several apart. */
  readonly channelA: Uint16Array
  readonly channelB: Uint16Array
}

export interface ProfileOptions {
  readonly asOfDay: number
  readonly windowDays: number
  /** Margin assumed for an order without a cost, 0 to 1. */
  readonly grossMargin: number
}

/** An empty profile for `customers` customers. */
export function makeProfile(customers: number): CustomerProfile {
  const ints = (): Int32Array => new Int32Array(customers)
  const floats = (): Float64Array => new Float64Array(customers)
  return {
    orders: ints(),
    orderDays: ints(),
    firstDay: ints().fill(NO_DAY),
    lastDay: ints().fill(NO_DAY),
    revenue: floats(),
    firstDayRevenue: floats(),
    margin: floats(),
    revenueWindow: floats(),
    marginWindow: floats(),
    serviceCostWindow: floats(),
    ordersWindow: ints(),
    orderDaysWindow: ints(),
    revenuePrevious: floats(),
    marginPrevious: floats(),
    ordersPrevious: ints(),
    lastDayPrevious: ints().fill(NO_DAY),
    isActive: new Uint8Array(customers),
    wasActive: new Uint8Array(customers),
    discountedWindow: ints(),
    lateWindow: ints(),
    partnerRevenueWindow: floats(),
    channelA: new Uint16Array(customers),
    channelB: new Uint16Array(customers)
  }
}

/** A copy in which the customers at `emptied` have no orders yet. */
export function copyProfile(profile: CustomerProfile, emptied: Int32Array): CustomerProfile {
  const copy = makeProfile(profile.orders.length)
  const none = makeProfile(1)
  for (const name of Object.keys(none) as (keyof CustomerProfile)[]) {
    copy[name].set(profile[name])
    for (const i of emptied) copy[name][i] = none[name][0]!
  }
  return copy
}

/** Fills the customers from `from` up to (not with) `to`: a slice, so that a long table never blocks for long. */
export function fillProfile(profile: CustomerProfile, columns: OrderColumns, options: ProfileOptions, from: number, to: number): void {
  for (let customer = from; customer < to; customer++) fillCustomer(profile, columns, options, customer)
}

function fillCustomer(
  profile: CustomerProfile,
  columns: OrderColumns,
  { asOfDay, windowDays, grossMargin }: ProfileOptions,
  i: number
): void {
  const { starts, days, net, cost, serviceCost, channels, traits } = columns
  const windowStart = asOfDay - windowDays
  const previousStart = windowStart - windowDays
  let orders = 0,
    orderDays = 0,
    lastDay = NO_DAY,
    revenue = 0,
    firstDayRevenue = 0,
    margin = 0
  let ordersWindow = 0,
    daysWindow = 0,
    revenueWindow = 0,
    marginWindow = 0,
    serviceWindow = 0,
    discounted = 0,
    late = 0,
    partner = 0,
    channelA = 0,
    channelB = 0
  let ordersPrevious = 0,
    revenuePrevious = 0,
    marginPrevious = 0,
    lastPrevious = NO_DAY
  for (let row = starts[i]!; row < starts[i + 1]!; row++) {
    const day = days[row]!
    if (day > asOfDay) break
    const amount = net[row]!
    const costAmount = cost ? cost[row]! : Number.NaN
    const marginAmount = Number.isNaN(costAmount) ? amount * grossMargin : amount - costAmount
    const isNewDay = day !== lastDay
    if (orders === 0) profile.firstDay[i] = day
    orders++
    if (isNewDay) orderDays++
    if (orderDays === 1) firstDayRevenue += amount
    revenue += amount
    margin += marginAmount
    lastDay = day
    if (day > windowStart) {
      ordersWindow++
      if (isNewDay) daysWindow++
      revenueWindow += amount
      marginWindow += marginAmount
      if (serviceCost) serviceWindow += serviceCost[row]!
      const trait = traits[row]!
      if (trait & ORDER_TRAITS.discounted) discounted++
      if (trait & ORDER_TRAITS.late) late++
      if (trait & ORDER_TRAITS.partner) partner += amount
      const channel = channels[row]!
      if (channel !== 0 && channelA === 0) channelA = channel
      else if (channel !== 0 && channel !== channelA) channelB = channel
    } else {
      lastPrevious = day
      if (day > previousStart) {
        ordersPrevious++
        revenuePrevious += amount
        marginPrevious += marginAmount
      }
    }
  }
  if (orders === 0) return
  profile.orders[i] = orders
  profile.orderDays[i] = orderDays
  profile.lastDay[i] = lastDay
  profile.revenue[i] = revenue
  profile.firstDayRevenue[i] = firstDayRevenue
  profile.margin[i] = margin
  profile.ordersWindow[i] = ordersWindow
  profile.orderDaysWindow[i] = daysWindow
  profile.revenueWindow[i] = revenueWindow
  profile.marginWindow[i] = marginWindow
  profile.serviceCostWindow[i] = serviceWindow
  profile.ordersPrevious[i] = ordersPrevious
  profile.revenuePrevious[i] = revenuePrevious
  profile.marginPrevious[i] = marginPrevious
  profile.lastDayPrevious[i] = lastPrevious
  profile.isActive[i] = ordersWindow > 0 ? 1 : 0
  profile.wasActive[i] = ordersPrevious > 0 ? 1 : 0
  profile.discountedWindow[i] = discounted
  profile.lateWindow[i] = late
  profile.partnerRevenueWindow[i] = partner
  profile.channelA[i] = channelA
  profile.channelB[i] = channelB
}
