import type Database from 'better-sqlite3'
import type { CustomerAttributes } from '../../../shared/analytics/customer-attributes.ts'
import type { OrderColumns } from '../../../shared/analytics/order-columns.ts'
import type { CustomerProfile } from '../../../shared/analytics/customer-profile.ts'
import { isoDateOfDay } from '../../../shared/domain/day-number.ts'
import { findPosition } from '../figures/find-position.ts'
import { pauseForOthers } from '../figures/pause.ts'
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
  /** Bought in exactly one category in W. */
  readonly singleCategory: Uint8Array | null
  /** Channels over orders and interactions in W: 0, 1, or 2 for more. */
  readonly channelCount: Uint8Array | null
  readonly mentionsCompetitor: Uint8Array | null
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

/** Reads all sets at the as-of date; a pause between the queries. */
export async function readRecordSets(scope: RecordScope): Promise<RecordSets> {
  const { db, asOfDay, windowDays } = scope
  const asOf = isoDateOfDay(asOfDay)
  const from = isoDateOfDay(asOfDay - windowDays)
  const hasRows = (sql: string): boolean => db.prepare(`SELECT EXISTS (${sql})`).pluck().get() === 1
  const hasComplaints = hasRows('SELECT 1 FROM complaints')
  const hasNps = hasRows("SELECT 1 FROM surveys WHERE kind = 'nps'")
  const hasInteractions = hasRows('SELECT 1 FROM interactions')

  const interacted = markCustomers(
    scope,
    'SELECT DISTINCT customer_id FROM interactions WHERE customer_id IS NOT NULL AND substr(at, 1, 10) <= ?',
    [asOf]
  )
  await pauseForOthers()
  const openComplaint = hasComplaints
    ? markCustomers(
        scope,
        'SELECT DISTINCT customer_id FROM complaints WHERE substr(opened_at, 1, 10) <= ? AND (resolved_at IS NULL OR substr(resolved_at, 1, 10) > ?)',
        [asOf, asOf]
      )
    : null
  const complained = hasComplaints
    ? markCustomers(
        scope,
        'SELECT DISTINCT customer_id FROM complaints WHERE substr(opened_at, 1, 10) > ? AND substr(opened_at, 1, 10) <= ?',
        [isoDateOfDay(asOfDay - COMPLAINED_DAYS), asOf]
      )
    : null
  await pauseForOthers()
  const promoters = hasNps ? markCustomers(scope, latestNps('score >= 9'), [from, asOf]) : null
  const detractors = hasNps ? markCustomers(scope, latestNps('score <= 6'), [from, asOf]) : null
  await pauseForOthers()
  const contactable = readContactable(scope, asOf)
  await pauseForOthers()
  const channelCount = countChannels(scope, from, asOf)
  await pauseForOthers()
  const mentionsCompetitor =
    hasInteractions || hasRows('SELECT 1 FROM surveys') ? markCustomers(scope, COMPETITOR_SQL, [from, asOf, from, asOf]) : null
  await pauseForOthers()
  return {
    interacted,
    openComplaint,
    complained,
    promoters,
    detractors,
    contactable,
    singleCategory: await readSingleCategory(scope, from, asOf),
    channelCount,
    mentionsCompetitor
  }
}

/** Latest NPS answer of each customer in the window, kept where it meets the condition. */
function latestNps(condition: string): string {
  return `SELECT customer_id FROM (
      SELECT customer_id, score, row_number() OVER (PARTITION BY customer_id ORDER BY at DESC, id DESC) AS place
      FROM surveys WHERE kind = 'nps' AND substr(at, 1, 10) > ? AND substr(at, 1, 10) <= ?)
    WHERE place = 1 AND ${condition}`
}

const COMPETITOR_SQL = `
  SELECT customer_id FROM surveys WHERE substr(at, 1, 10) > ? AND substr(at, 1, 10) <= ? AND (competitor_score IS NOT NULL OR comment LIKE '%competitor%' OR comment LIKE '%competencia%' OR comment LIKE '%competidor%')
  UNION
  SELECT customer_id FROM interactions WHERE customer_id IS NOT NULL AND substr(at, 1, 10) > ? AND substr(at, 1, 10) <= ?
    AND (subject LIKE '%competitor%' OR subject LIKE '%competencia%' OR subject LIKE '%competidor%' OR outcome LIKE '%competitor%' OR outcome LIKE '%competencia%' OR outcome LIKE '%competidor%')`

function markCustomers({ db, attributes }: RecordScope, sql: string, params: readonly string[]): Uint8Array {
  const mask = new Uint8Array(attributes.ids.length)
  for (const id of db
    .prepare<string[], number>(sql)
    .pluck()
    .all(...params)) {
    const i = findPosition(attributes.ids, id)
    if (i >= 0) mask[i] = 1
  }
  return mask
}

/** Contactable: a format-valid field whose channel's newest marketing consent is granted and not expired (domain, `k_contactable`). */
function readContactable({ db, attributes }: RecordScope, asOf: string): Uint8Array | null {
  if (db.prepare('SELECT EXISTS (SELECT 1 FROM consents)').pluck().get() !== 1) return null
  const mask = new Uint8Array(attributes.ids.length)
  const newest = db
    .prepare<[string, string], [number, string]>(
      `SELECT customer_id, channel FROM (
         SELECT customer_id, channel, status, expires_at, row_number() OVER (PARTITION BY customer_id, channel ORDER BY at DESC, id DESC) AS place
         FROM consents WHERE purpose = 'marketing' AND substr(at, 1, 10) <= ?)
       WHERE place = 1 AND status = 'granted' AND (expires_at IS NULL OR substr(expires_at, 1, 10) >= ?)`
    )
    .raw()
  const fields = new Map<string, number>()
  for (const [id, channel] of newest.all(asOf, asOf)) {
    const i = findPosition(attributes.ids, id)
    const wanted = fields.get(channel) ?? fieldsOfChannel(channel)
    fields.set(channel, wanted)
    if (i >= 0 && (attributes.flags[i]! & wanted) !== 0) mask[i] = 1
  }
  return mask
}

/** Distinct channels over orders and interactions in W, capped at 2 (domain, `k_multichannel_share`). */
function countChannels({ db, attributes, orders, profile }: RecordScope, from: string, asOf: string): Uint8Array | null {
  const names = new Map(orders.channelNames.map((name, position) => [name, position + 1]))
  const hasChannels =
    names.size > 0 ||
    db.prepare('SELECT EXISTS (SELECT 1 FROM interactions WHERE channel IS NOT NULL AND customer_id IS NOT NULL)').pluck().get() === 1
  if (!hasChannels) return null
  const counts = new Uint8Array(attributes.ids.length)
  const first = profile.channelA.slice()
  for (let i = 0; i < counts.length; i++) counts[i] = first[i] === 0 ? 0 : profile.channelB[i] === 0 ? 1 : 2
  const contacts = db
    .prepare<[string, string], [number, string]>(
      "SELECT DISTINCT customer_id, channel FROM interactions WHERE customer_id IS NOT NULL AND channel <> '' AND substr(at, 1, 10) > ? AND substr(at, 1, 10) <= ?"
    )
    .raw()
  for (const [id, channel] of contacts.all(from, asOf)) {
    const i = findPosition(attributes.ids, id)
    if (i < 0) continue
    const code = names.get(channel) ?? names.size + 1
    names.set(channel, code)
    if (first[i] === 0) {
      first[i] = code
      counts[i] = 1
    } else if (first[i] !== code) counts[i] = 2
  }
  return counts
}

/** Who bought in exactly one category in W; order lines can be many, so they are read in slices. */
async function readSingleCategory({ db, attributes }: RecordScope, from: string, asOf: string): Promise<Uint8Array | null> {
  if (db.prepare("SELECT EXISTS (SELECT 1 FROM order_lines WHERE category <> '')").pluck().get() !== 1) return null
  const categories = new Map<string, number>()
  const first = new Uint32Array(attributes.ids.length)
  const several = new Uint8Array(attributes.ids.length)
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
      const code = categories.get(category) ?? categories.size + 1
      categories.set(category, code)
      if (first[i] === 0) first[i] = code
      else if (first[i] !== code) several[i] = 1
    }
    last = upTo
    await pauseForOthers()
  }
  return several.map((isSeveral, i) => (first[i] !== 0 && isSeveral === 0 ? 1 : 0))
}
