import type Database from 'better-sqlite3'
import type { PlainRow } from '../../src/shared/segments/visible-records.ts'
import { DAYS, TAGS, TEXTS } from './random-rules.ts'

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Cells = Record<string, string | number | null>

/** Fills a workspace with everything a rule can ask about: blanks and missing values, merged and erased customers, orders of nobody, of every state. */
export function fillRandomWorkspace(db: Database.Database, seed: number, customers = 40): void {
  const random = makeRandom(seed)
  const one = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!
  const maybe = <T>(value: () => T, share = 0.7): T | null => (random() < share ? value() : null)
  const upTo = (most: number): number => Math.floor(random() * (most + 1))
  const text = (): string | null => maybe(() => one(['', ...TEXTS]))
  const moment = (): string => `${one(DAYS)}${one(['', 'T08:30:00.000Z'])}`
  const put = (table: string, row: Cells): void => {
    const columns = Object.keys(row)
    db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`).run(row)
  }
  for (const id of [1, 2])
    put('campaigns', {
      id,
      name: `Campaña ${id}`,
      goal: one(['winback', 'retention']),
      channel: text(),
      start_date: maybe(() => one(DAYS))
    })
  for (let id = 1; id <= customers; id++) {
    put('customers', {
      id,
      external_id: maybe(() => `C-${id}`),
      type: maybe(() => one(['person', 'company'])),
      name: text() ?? '',
      tax_id: text(),
      email: maybe(() => one(['ana@example.com', 'ÁNA@example.com', ''])),
      phone: text(),
      address: text(),
      city: text(),
      region: text(),
      postal_code: text(),
      country: text(),
      language: text(),
      birth_date: maybe(() => one(DAYS)),
      acquisition_date: maybe(() => one(DAYS)),
      acquisition_channel: text(),
      acquisition_campaign_id: maybe(() => one([1, 2])),
      partner_id: text(),
      owner_user: text(),
      status: one(['prospect', 'customer', 'customer', 'lost', ...(id % 11 === 0 ? ['erased'] : [])]),
      lost_reason: maybe(() => one(['competitor', 'price', 'closed']), 0.3),
      needs_tags: maybe(() => one(TAGS)),
      wallet_estimate_minor: maybe(() => one([0, 1000, 2500])),
      notes: text(),
      attributes: maybe(() => JSON.stringify({ 'Talla "x"': one(['L', '42', 42, 4.5, '2026-01-15', true, null, '', 'MÁLAGA']) })),
      created_at: moment(),
      updated_at: moment()
    })
    for (const kind of ['benchmark', 'door_opener', 'exclude'])
      if (random() < 0.1) put('customer_flags', { customer_id: id, kind, reason: '', at: one(DAYS) })
  }
  db.prepare('UPDATE customers SET merged_into_id = 1 WHERE id % 13 = 0').run()
  for (let id = 1; id <= customers * 3; id++) {
    const customer_id = maybe(() => 1 + upTo(customers - 1), 0.95)
    put('orders', {
      id,
      customer_id,
      order_date: one(DAYS),
      channel: text(),
      status: one(['completed', 'completed', 'completed', 'pending', 'cancelled']),
      net_minor: one([-500, 0, 1, 1000, 2500, 2500, 10_000]),
      cost_minor: maybe(() => one([0, 500])),
      discount_minor: maybe(() => one([0, 1, 1000])),
      partner_id: text(),
      campaign_id: maybe(() => one([1, 2]), 0.3),
      promised_date: maybe(() => one(DAYS)),
      delivered_date: maybe(() => one(DAYS))
    })
    for (let line = upTo(2); line > 0; line--)
      put('order_lines', { order_id: id, product: text(), category: text(), quantity: maybe(() => one([0.5, 1, 2, 7])), net_exact: '1' })
    if (customer_id === null) continue
    if (random() < 0.4)
      put('interactions', {
        customer_id,
        at: moment(),
        channel: text(),
        direction: one(['in', 'out']),
        kind: one(['visit', 'support', 'other']),
        subject: text(),
        outcome: text(),
        handled_by: text(),
        cost_minor: maybe(() => one([0, 1000]))
      })
    if (random() < 0.3)
      put('complaints', {
        customer_id,
        opened_at: moment(),
        category: text(),
        severity: maybe(() => one([1, 2, 3])),
        channel: text(),
        resolved_at: maybe(moment, 0.5),
        compensation_minor: maybe(() => one([0, 1000])),
        satisfaction: maybe(() => one([1, 5])),
        reopened: one([0, 1])
      })
    if (random() < 0.5)
      put('consents', {
        customer_id,
        purpose: one(['marketing', 'Perfilado']),
        channel: one(['web', 'Málaga', '']),
        status: one(['granted', 'granted', 'denied', 'withdrawn']),
        at: moment(),
        expires_at: maybe(moment, 0.4),
        source: text()
      })
    if (random() < 0.4)
      put('surveys', {
        customer_id,
        at: moment(),
        kind: one(['nps', 'csat', 'ces']),
        score: upTo(10),
        channel: text(),
        comment: text(),
        competitor_score: maybe(() => upTo(10), 0.2)
      })
    if (random() < 0.3)
      db.prepare(
        'INSERT OR IGNORE INTO campaign_members (campaign_id, customer_id, member_group, sent_at, responded_at, converted_order_id) VALUES (?, ?, ?, ?, ?, ?)'
      ).run(
        one([1, 2]),
        customer_id,
        one(['T', 'C']),
        maybe(moment),
        maybe(moment, 0.4),
        maybe(() => id, 0.3)
      )
  }
}

/** All rows as plain evaluation takes them, by subject and customer. */
export function readPlainRows(db: Database.Database): Readonly<Record<string, readonly PlainRow[]>> {
  const rows = (sql: string): PlainRow[] => db.prepare<[], PlainRow>(sql).all()
  return {
    customers: rows(
      "SELECT c.*, (SELECT group_concat(kind, '|') FROM customer_flags f WHERE f.customer_id = c.id) AS flags FROM customers c"
    ),
    figures: rows('SELECT m.*, 1.0 * revenue_minor / nullif(orders, 0) AS average_order_minor FROM customer_metrics m'),
    orders: rows('SELECT * FROM orders'),
    products: rows(
      'SELECT l.*, o.customer_id, o.order_date, o.channel, o.status, o.net_minor FROM order_lines l JOIN orders o ON o.id = l.order_id'
    ),
    interactions: rows('SELECT * FROM interactions'),
    complaints: rows('SELECT * FROM complaints'),
    consents: rows('SELECT * FROM consents'),
    surveys: rows('SELECT * FROM surveys'),
    campaigns: rows(
      'SELECT m.*, m.campaign_id AS id, c.goal, c.channel, c.start_date FROM campaign_members m JOIN campaigns c ON c.id = m.campaign_id'
    )
  }
}
