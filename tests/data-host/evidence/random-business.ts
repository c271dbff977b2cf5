import type Database from 'better-sqlite3'
import fc from 'fast-check'
import { isoDateOfDay, dayOfIsoDate } from '../../../src/shared/domain/day-number.ts'

const LAST_DAY = dayOfIsoDate('2026-10-31')
const GOALS = ['acquisition', 'onboarding', 'retention', 'development', 'winback']

/** Days before the as-of date, beyond both windows. */
const ago = fc.integer({ min: 0, max: 1200 })
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 2 })
/** Place in the list of customers; anything beyond it wraps around. */
const who = fc.nat({ max: 60 })
const channel = fc.constantFrom('shop', 'web', '', null)

export const randomBusiness = fc.record({
  customers: fc.array(
    fc.record({
      status: fc.constantFrom('customer', 'customer', 'customer', 'prospect', 'lost', 'erased'),
      isMerged: fc.boolean(),
      created: ago,
      lostReason: maybe(fc.constantFrom('competitor', 'price', 'unknown')),
      tags: maybe(fc.constantFrom('bread', 'cakes')),
      email: maybe(fc.constant('a@example.org')),
      inTarget: fc.boolean()
    }),
    { minLength: 1, maxLength: 30, size: 'max' }
  ),
  orders: fc.array(
    fc.record({
      customer: maybe(who),
      ago,
      net: fc.integer({ min: -500, max: 20_000 }),
      cost: maybe(fc.integer({ min: 0, max: 20_000 })),
      status: fc.constantFrom('completed', 'completed', 'completed', 'pending', 'cancelled'),
      channel,
      delay: maybe(fc.integer({ min: -2, max: 2 })),
      partner: maybe(fc.constant('P')),
      category: maybe(fc.constantFrom('bread', 'cakes', 'coffee'))
    }),
    { maxLength: 120, size: 'max' }
  ),
  interactions: fc.array(
    fc.record({
      customer: maybe(who),
      ago,
      direction: fc.constantFrom('in', 'out'),
      kind: fc.constantFrom('enquiry', 'welcome', 'support'),
      channel,
      outcome: maybe(fc.constantFrom('done', '')),
      wait: maybe(fc.integer({ min: -2, max: 100 })),
      cost: maybe(fc.nat({ max: 3000 }))
    }),
    { maxLength: 40, size: 'max' }
  ),
  complaints: fc.array(
    fc.record({ customer: who, ago, wait: maybe(fc.integer({ min: 0, max: 300 })), satisfaction: maybe(fc.integer({ min: 1, max: 5 })) }),
    { maxLength: 25, size: 'max' }
  ),
  surveys: fc.array(fc.record({ customer: who, ago, kind: fc.constantFrom('nps', 'csat', 'ces'), score: fc.nat({ max: 10 }), channel }), {
    maxLength: 60,
    size: 'max'
  }),
  consents: fc.array(fc.record({ customer: who, ago, status: fc.constantFrom('granted', 'denied', 'withdrawn') }), {
    maxLength: 20,
    size: 'max'
  }),
  /** One of each goal, in the order of `GOALS`. */
  campaigns: fc.array(
    fc.record({ ago: fc.nat({ max: 500 }), cost: fc.option(fc.nat({ max: 50_000 }), { freq: 4 }), isAimed: fc.boolean() }),
    { minLength: GOALS.length, maxLength: GOALS.length }
  ),
  members: fc.uniqueArray(
    fc.record({
      campaign: fc.nat({ max: GOALS.length - 1 }),
      customer: who,
      group: fc.constantFrom('T', 'T', 'C'),
      sent: maybe(ago),
      isAnswered: fc.boolean(),
      order: maybe(fc.nat({ max: 119 }))
    }),
    { maxLength: 60, size: 'max', selector: ({ campaign, customer }) => `${campaign}/${customer}` }
  )
})
export type RandomBusiness = typeof randomBusiness extends fc.Arbitrary<infer T> ? T : never

/** Writes a generated business into an empty workspace: customers get the ids 1, 2, 3…; the as-of date is set to 2026-10-31. */
export function fillRandom(db: Database.Database, business: RandomBusiness): void {
  const { customers } = business
  const idOf = (place: number): number => (place % customers.length) + 1
  const maybeId = (place: number | null): number | null => (place === null ? null : idOf(place))
  const day = (daysAgo: number, plus = 0): string => isoDateOfDay(LAST_DAY - daysAgo + plus)
  const hours = (daysAgo: number, plus: number): string => new Date((LAST_DAY - daysAgo) * 86_400_000 + plus * 3_600_000).toISOString()
  const insert = (table: string, row: Record<string, string | number | null>): number => {
    const columns = Object.keys(row)
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
    return Number(db.prepare(sql).run(Object.values(row)).lastInsertRowid)
  }
  insert('settings', { key: 'asOf', value: JSON.stringify(day(0)) })
  insert('segments', { id: 'target', name_en: 'Target', name_es: 'Objetivo' })
  customers.forEach(({ status, isMerged, created, lostReason, tags, email, inTarget }, place) => {
    insert('customers', {
      id: place + 1,
      name: `C${place + 1}`,
      status,
      merged_into_id: isMerged && place > 0 ? 1 : null,
      created_at: day(created),
      updated_at: day(created),
      lost_reason: lostReason,
      needs_tags: tags,
      email
    })
    if (inTarget) insert('segment_members', { segment_id: 'target', customer_id: place + 1, as_of: day(900) })
  })
  const orderIds = business.orders.map((order) => {
    const id = insert('orders', {
      customer_id: maybeId(order.customer),
      order_date: day(order.ago),
      net_minor: order.net,
      cost_minor: order.cost,
      status: order.status,
      channel: order.channel,
      promised_date: order.delay === null ? null : day(order.ago),
      delivered_date: order.delay === null ? null : day(order.ago, order.delay),
      partner_id: order.partner
    })
    if (order.category !== null) insert('order_lines', { order_id: id, category: order.category, net_exact: '1' })
    return id
  })
  for (const { customer, ago: since, wait, cost, ...row } of business.interactions)
    insert('interactions', {
      ...row,
      customer_id: maybeId(customer),
      at: hours(since, 9),
      first_response_at: wait === null ? null : hours(since, 9 + wait),
      cost_minor: cost
    })
  for (const { customer, ago: since, wait, satisfaction } of business.complaints)
    insert('complaints', {
      customer_id: idOf(customer),
      opened_at: hours(since, 9),
      first_response_at: wait === null ? null : hours(since, 9 + wait / 2),
      resolved_at: wait === null ? null : hours(since, 9 + wait),
      satisfaction
    })
  for (const { customer, ago: since, score, kind, channel: via } of business.surveys)
    insert('surveys', { customer_id: idOf(customer), at: day(since), kind, score: kind === 'nps' ? score : 1 + (score % 5), channel: via })
  for (const { customer, ago: since, status } of business.consents)
    insert('consents', { customer_id: idOf(customer), purpose: 'marketing', channel: 'email', status, at: day(since) })
  const campaignIds = business.campaigns.map(({ ago: since, cost, isAimed }, place) =>
    insert('campaigns', {
      name: 'Campaign',
      goal: GOALS[place] ?? null,
      start_date: day(since),
      actual_cost_minor: cost,
      segment_id: isAimed ? 's_all' : null
    })
  )
  const joined = new Set<string>()
  for (const { campaign, customer, group, sent, isAnswered, order } of business.members) {
    const id = campaignIds[campaign]
    const key = `${String(id)}/${idOf(customer)}`
    if (id === undefined || joined.has(key)) continue
    joined.add(key)
    insert('campaign_members', {
      campaign_id: id,
      customer_id: idOf(customer),
      member_group: group,
      sent_at: sent === null ? null : day(sent),
      responded_at: sent !== null && isAnswered ? day(sent) : null,
      converted_order_id: order === null ? null : (orderIds[order] ?? null)
    })
  }
}
