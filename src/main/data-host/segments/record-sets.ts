import type Database from 'better-sqlite3'
import type { CustomerAttributes } from '../../../shared/analytics/customer-attributes.ts'
import type { OrderColumns } from '../../../shared/analytics/order-columns.ts'
import type { CustomerProfile } from '../../../shared/analytics/customer-profile.ts'
import { isoDateOfDay } from '../../../shared/domain/day-number.ts'
import { findPosition } from '../figures/find-position.ts'
import { pauseForOthers } from '../pause.ts'
import { fieldsOfChannel } from './contact-channels.ts'

/**
 * Who is in what by the records beside orders, as one byte per live customer. Null: the table (or the one column that
 * counts) is empty, so there is no answer; never an empty set in its place.
 */
export interface RecordSets {
  readonly interacted: Uint8Array
  readonly openComplaint: Uint8Array | null
  readonly complained: Uint8Array | null
  readonly promoters: Uint8Array | null
  readonly detractors: Uint8Array | null
  readonly contactable: Uint8Array | null
  /** Different categories bought in W. */
  readonly categoryCount: Uint16Array | null
  /** Channels over orders and interactions in W: 0, 1, or 2 for more. */
  readonly channelCount: Uint8Array | null
  readonly mentionsCompetitor: Uint8Array | null
  /** What serving each customer cost in W beside the goods, minor units: service of orders, interactions, compensations. */
  readonly costToServe: Float64Array | null
}

export interface RecordScope {
  readonly db: Database.Database
  readonly attributes: CustomerAttributes
  readonly orders: OrderColumns
  readonly profile: CustomerProfile
  readonly asOfDay: number
  readonly windowDays: number
}

const COMPLAINED_DAYS = 180
const LINES_SLICE = 10_000
/** Customers per query: the tables' indexes begin with the customer, so a slice reads only its own rows. */
const CUSTOMERS_SLICE = 20_000

/** What every query below may name: the window, and the slice of customers. */
interface SliceParams {
  from: string
  asOf: string
  complainedSince: string
  low: number
  high: number
}

/** Reads all sets at the as-of date, a slice of customers at a time. */
export async function readRecordSets(scope: RecordScope): Promise<RecordSets> {
  const { db, attributes } = scope
  const has = (sql: string): boolean => db.prepare(`SELECT EXISTS (${sql})`).pluck().get() === 1
  const empty = (isThere: boolean): Uint8Array | null => (isThere ? new Uint8Array(attributes.ids.length) : null)
  const hasComplaints = has('SELECT 1 FROM complaints')
  const hasNps = has("SELECT 1 FROM surveys WHERE kind = 'nps'")
  const hasContacts = has('SELECT 1 FROM interactions') || has('SELECT 1 FROM surveys')
  const hasChannels =
    scope.orders.channelNames.length > 0 || has("SELECT 1 FROM interactions WHERE channel <> '' AND customer_id IS NOT NULL")
  const sets = {
    interacted: new Uint8Array(attributes.ids.length),
    openComplaint: empty(hasComplaints),
    complained: empty(hasComplaints),
    promoters: empty(hasNps),
    detractors: empty(hasNps),
    contactable: empty(has('SELECT 1 FROM consents')),
    channelCount: empty(hasChannels),
    mentionsCompetitor: empty(hasContacts)
  }
  const markContactable = prepareContactable(scope, sets.contactable)
  const countChannels = prepareChannels(scope, sets.channelCount)
  const costs = prepareCosts(scope)
  for (const params of listSlices(scope)) {
    for (const [name, sql] of Object.entries(MEMBER_SQL)) markCustomers(scope, sql, params, sets[name as keyof typeof MEMBER_SQL])
    markContactable(params)
    countChannels(params)
    costs.add(params)
    await pauseForOthers()
  }
  return { ...sets, costToServe: costs.total(), categoryCount: await countCategories(scope) }
}

function describeWindow({ asOfDay, windowDays }: RecordScope): Omit<SliceParams, 'low' | 'high'> {
  return { from: isoDateOfDay(asOfDay - windowDays), asOf: isoDateOfDay(asOfDay), complainedSince: isoDateOfDay(asOfDay - COMPLAINED_DAYS) }
}

function* listSlices(scope: RecordScope): Generator<SliceParams> {
  const { ids } = scope.attributes
  const window = describeWindow(scope)
  for (let first = 0; first < ids.length; first += CUSTOMERS_SLICE) {
    const last = Math.min(first + CUSTOMERS_SLICE, ids.length) - 1
    yield { ...window, low: ids[first]!, high: ids[last]! }
  }
}

/** Latest NPS answer of each customer in the window, kept where it meets the condition. */
function latestNps(condition: string): string {
  return `SELECT customer_id FROM (
      SELECT customer_id, score, row_number() OVER (PARTITION BY customer_id ORDER BY at DESC, id DESC) AS place
      FROM surveys WHERE customer_id BETWEEN @low AND @high AND kind = 'nps' AND substr(at, 1, 10) > @from AND substr(at, 1, 10) <= @asOf)
    WHERE place = 1 AND ${condition}`
}

const WORDS = ['competitor', 'competencia', 'competidor']
const mentions = (column: string): string => WORDS.map((word) => `${column} LIKE '%${word}%'`).join(' OR ')

/** Who is in each set, in a slice of customers. */
const MEMBER_SQL = {
  interacted: 'SELECT DISTINCT customer_id FROM interactions WHERE customer_id BETWEEN @low AND @high AND substr(at, 1, 10) <= @asOf',
  openComplaint: `SELECT DISTINCT customer_id FROM complaints
    WHERE customer_id BETWEEN @low AND @high AND substr(opened_at, 1, 10) <= @asOf AND (resolved_at IS NULL OR substr(resolved_at, 1, 10) > @asOf)`,
  complained: `SELECT DISTINCT customer_id FROM complaints
    WHERE customer_id BETWEEN @low AND @high AND substr(opened_at, 1, 10) > @complainedSince AND substr(opened_at, 1, 10) <= @asOf`,
  promoters: latestNps('score >= 9'),
  detractors: latestNps('score <= 6'),
  mentionsCompetitor: `
    SELECT customer_id FROM surveys WHERE customer_id BETWEEN @low AND @high AND substr(at, 1, 10) > @from AND substr(at, 1, 10) <= @asOf
      AND (competitor_score IS NOT NULL OR ${mentions('comment')})
    UNION
    SELECT customer_id FROM interactions WHERE customer_id BETWEEN @low AND @high AND substr(at, 1, 10) > @from AND substr(at, 1, 10) <= @asOf
      AND (${mentions('subject')} OR ${mentions('outcome')})`
} as const

/** Sets the byte of every customer the query finds; nothing where the set has no answer. */
function markCustomers({ db, attributes }: RecordScope, sql: string, params: SliceParams, mask: Uint8Array | null): void {
  if (!mask) return
  for (const id of db.prepare<[SliceParams], number>(sql).pluck().all(params)) {
    const i = findPosition(attributes.ids, id)
    if (i >= 0) mask[i] = 1
  }
}

/** Contactable: a format-valid field whose channel's newest marketing consent is granted and not expired (domain, `k_contactable`). */
function prepareContactable({ db, attributes }: RecordScope, mask: Uint8Array | null): (params: SliceParams) => void {
  if (!mask) return () => undefined
  const newest = db
    .prepare<[SliceParams], [number, string]>(
      `SELECT customer_id, channel FROM (
         SELECT customer_id, channel, status, expires_at, row_number() OVER (PARTITION BY customer_id, channel ORDER BY at DESC, id DESC) AS place
         FROM consents WHERE customer_id BETWEEN @low AND @high AND purpose = 'marketing' AND substr(at, 1, 10) <= @asOf)
       WHERE place = 1 AND status = 'granted' AND (expires_at IS NULL OR substr(expires_at, 1, 10) >= @asOf)`
    )
    .raw()
  const fields = new Map<string, number>()
  return (params) => {
    for (const [id, channel] of newest.all(params)) {
      const i = findPosition(attributes.ids, id)
      const wanted = fields.get(channel) ?? fieldsOfChannel(channel)
      fields.set(channel, wanted)
      if (i >= 0 && (attributes.flags[i]! & wanted) !== 0) mask[i] = 1
    }
  }
}

/** Distinct channels over orders and interactions in W, capped at 2 (domain, `k_multichannel_share`). */
function prepareChannels({ db, attributes, orders, profile }: RecordScope, counts: Uint8Array | null): (params: SliceParams) => void {
  if (!counts) return () => undefined
  const names = new Map(orders.channelNames.map((name, position) => [name, position + 1]))
  const first = profile.channelA.slice()
  for (let i = 0; i < counts.length; i++) counts[i] = first[i] === 0 ? 0 : profile.channelB[i] === 0 ? 1 : 2
  const contacts = db
    .prepare<[SliceParams], [number, string]>(
      `SELECT DISTINCT customer_id, channel FROM interactions
       WHERE customer_id BETWEEN @low AND @high AND channel <> '' AND substr(at, 1, 10) > @from AND substr(at, 1, 10) <= @asOf`
    )
    .raw()
  return (params) => {
    for (const [id, channel] of contacts.all(params)) {
      const i = findPosition(attributes.ids, id)
      if (i < 0) continue
      const code = names.get(channel) ?? names.size + 1
      names.set(channel, code)
      if (first[i] === 0) {
        first[i] = code
        counts[i] = 1
      } else if (first[i] !== code) counts[i] = 2
    }
  }
}

const COST_SQL = `
  SELECT customer_id, cost_minor FROM interactions
    WHERE customer_id BETWEEN @low AND @high AND cost_minor IS NOT NULL AND substr(at, 1, 10) > @from AND substr(at, 1, 10) <= @asOf
  UNION ALL
  SELECT customer_id, compensation_minor FROM complaints
    WHERE customer_id BETWEEN @low AND @high AND compensation_minor IS NOT NULL AND substr(opened_at, 1, 10) > @from AND substr(opened_at, 1, 10) <= @asOf`

/** Cost to serve in W: null until somewhere a cost is known. */
function prepareCosts({ db, attributes, orders, profile }: RecordScope): {
  add: (params: SliceParams) => void
  total: () => Float64Array | null
} {
  let total = orders.serviceCost ? profile.serviceCostWindow.slice() : null
  const costs = db.prepare<[SliceParams], [number, number]>(COST_SQL).raw()
  return {
    add: (params) => {
      for (const [id, cost] of costs.all(params)) {
        const i = findPosition(attributes.ids, id)
        if (i < 0) continue
        total ??= new Float64Array(attributes.ids.length)
        total[i]! += cost
      }
    },
    total: () => total
  }
}

/** How many categories each customer bought in W; order lines can be many, so they are read in slices. */
async function countCategories(scope: RecordScope): Promise<Uint16Array | null> {
  const { db, attributes } = scope
  const { from, asOf } = describeWindow(scope)
  if (db.prepare("SELECT EXISTS (SELECT 1 FROM order_lines WHERE category <> '')").pluck().get() !== 1) return null
  const categories = new Map<string, number>()
  const counts = new Uint16Array(attributes.ids.length)
  // One bit per customer and category, 32 categories to a layer.
  const layers: Int32Array[] = []
  const slice = db
    .prepare<[number, number, string, string], [number, string]>(
      `SELECT orders.customer_id, order_lines.category FROM order_lines JOIN orders ON orders.id = order_lines.order_id
       WHERE order_lines.id > ? AND order_lines.id <= ? AND order_lines.category <> '' AND orders.customer_id IS NOT NULL
         AND orders.status = 'completed' AND orders.net_minor >= 0 AND orders.order_date > ? AND orders.order_date <= ?`
    )
    .raw()
  const next = db
    .prepare<[number], number | null>(
      'SELECT max(id) FROM (SELECT id FROM order_lines WHERE id > ? ORDER BY id LIMIT ' + String(LINES_SLICE) + ')'
    )
    .pluck()
  let last = 0
  for (let upTo = next.get(last); upTo != null; upTo = next.get(last)) {
    for (const [id, category] of slice.all(last, upTo, from, asOf)) {
      const i = findPosition(attributes.ids, id)
      if (i < 0) continue
      const code = categories.get(category) ?? categories.size
      categories.set(category, code)
      const layer = (layers[code >> 5] ??= new Int32Array(attributes.ids.length))
      const bit = 1 << (code & 31)
      if ((layer[i]! & bit) !== 0) continue
      layer[i]! |= bit
      counts[i]! += 1
    }
    last = upTo
    await pauseForOthers()
  }
  return counts
}
