import { clusterInSteps, growLooseOrders, makeLooseOrders, type OrderColumns } from '../../src/shared/analytics/order-columns.ts'
import { finish } from '../../src/shared/analytics/lifetime/minimise.ts'
import { dayOfIsoDate } from '../../src/shared/domain/day-number.ts'

export interface PlainOrder {
  who: number
  on: string
  net: number
  cost?: number
  /** Position in the channel names plus one. */
  channel?: number
}

/** Orders as columns, in any order given; channels are 'a', 'b' and 'c'. */
export function makeColumns(customers: number, orders: readonly PlainOrder[]): OrderColumns {
  const loose = growLooseOrders(makeLooseOrders(0), orders.length)
  const days = orders.map(({ on }) => dayOfIsoDate(on))
  orders.forEach(({ who, net, cost, channel }, row) => {
    loose.owners[row] = who
    loose.days[row] = days[row]!
    loose.net[row] = net
    loose.cost[row] = cost ?? Number.NaN
    loose.channels[row] = channel ?? 0
  })
  loose.count = orders.length
  const range = orders.length === 0 ? { firstDay: null, lastDay: null } : { firstDay: Math.min(...days), lastDay: Math.max(...days) }
  return finish(clusterInSteps(loose, customers, ['a', 'b', 'c'], range))
}
