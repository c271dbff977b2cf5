import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillProfile, makeProfile, NO_DAY } from '../../../../src/shared/analytics/customer-profile.ts'
import {
  clusterInSteps,
  growLooseOrders,
  makeLooseOrders,
  ORDER_TRAITS,
  type OrderColumns
} from '../../../../src/shared/analytics/order-columns.ts'

interface Order {
  owner: number
  day: number
  net: number
  cost?: number
  channel?: number
  traits?: number
}

function cluster(orders: readonly Order[], customers: number): OrderColumns {
  // Room for half of them at first: growing must lose nothing.
  let loose = makeLooseOrders(orders.length >> 1)
  for (const { owner, day, net, cost, channel, traits } of orders) {
    if (loose.count === loose.days.length) loose = growLooseOrders(loose, orders.length)
    const row = loose.count++
    loose.owners[row] = owner
    loose.days[row] = day
    loose.net[row] = net
    loose.cost[row] = cost ?? Number.NaN
    loose.channels[row] = channel ?? 0
    loose.traits[row] = traits ?? 0
  }
  const steps = clusterInSteps(loose, customers, ['shop', 'web', 'phone'], { firstDay: null, lastDay: null })
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

describe('clusterInSteps', () => {
  it('puts every order with its customer, by day, and loses none', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ owner: fc.nat(9), day: fc.nat(30), net: fc.nat(1000) }), { maxLength: 80 }), (orders) => {
        const { starts, days, net } = cluster(orders, 10)
        for (let owner = 0; owner < 10; owner++) {
          const mine = orders.filter((order) => order.owner === owner).toSorted((a, b) => a.day - b.day)
          expect([...days.subarray(starts[owner], starts[owner + 1])]).toEqual(mine.map(({ day }) => day))
          expect([...net.subarray(starts[owner], starts[owner + 1])]).toEqual(mine.map((order) => order.net))
        }
      })
    )
  })
})

describe('fillProfile', () => {
  const columns = cluster(
    [
      { owner: 0, day: 100, net: 1000, cost: 400, channel: 1 },
      { owner: 0, day: 100, net: 500, channel: 2, traits: ORDER_TRAITS.discounted },
      { owner: 0, day: 95, net: 200, traits: ORDER_TRAITS.late | ORDER_TRAITS.partner },
      { owner: 0, day: 90, net: 70 },
      { owner: 0, day: 80, net: 3 },
      { owner: 0, day: 101, net: 9999 },
      { owner: 2, day: 85, net: 0 }
    ],
    3
  )
  const profile = makeProfile(3)
  fillProfile(profile, columns, { asOfDay: 100, windowDays: 10, grossMargin: 0.3 }, 0, 3)
  it('keeps to the as-of date and opens the window at its start', () => {
    expect(profile.orders[0]).toBe(5)
    expect(profile.orderDays[0]).toBe(4)
    expect([profile.firstDay[0], profile.lastDay[0]]).toEqual([80, 100])
    expect([profile.revenue[0], profile.revenueWindow[0], profile.revenuePrevious[0]]).toEqual([1773, 1700, 70])
  })
  it('takes the cost where there is one and the assumed margin elsewhere', () => {
    expect(profile.marginWindow[0]).toBeCloseTo(600 + 0.3 * 700, 9)
  })
  it('counts traits and channels of the window', () => {
    expect([profile.ordersWindow[0], profile.discountedWindow[0], profile.lateWindow[0], profile.partnerRevenueWindow[0]]).toEqual([
      3, 1, 1, 200
    ])
    expect([profile.channelA[0], profile.channelB[0]]).toEqual([1, 2])
  })
  it('counts an order of nothing, and leaves strangers empty', () => {
    expect([profile.orders[2], profile.isActive[2], profile.wasActive[2], profile.revenue[2]]).toEqual([1, 0, 1, 0])
    expect([profile.orders[1], profile.lastDay[1]]).toEqual([0, NO_DAY])
  })
})
