import type Database from 'better-sqlite3'
import { TimelineEntry } from '../../../shared/contract/customers.ts'

/** One query per kind of record: `kind, id, at, label, amountMinor, detail` of one customer. */
const KINDS: readonly string[] = [
  "SELECT 'order' AS kind, id, order_date AS at, coalesce(external_id, '') AS label, net_minor AS amountMinor, CASE WHEN status = 'completed' THEN channel ELSE status END AS detail FROM orders WHERE customer_id = @id",
  "SELECT 'interaction', id, at, coalesce(nullif(subject, ''), kind), NULL, coalesce(outcome, channel) FROM interactions WHERE customer_id = @id",
  "SELECT 'complaint', id, opened_at, coalesce(category, ''), compensation_minor, coalesce(resolution, resolved_at) FROM complaints WHERE customer_id = @id",
  "SELECT 'survey', id, at, kind, NULL, CAST(score AS TEXT) || CASE WHEN comment <> '' THEN ' · ' || comment ELSE '' END FROM surveys WHERE customer_id = @id",
  "SELECT 'consent', id, at, purpose || ' · ' || channel, NULL, status FROM consents WHERE customer_id = @id",
  "SELECT 'campaign', campaigns.id, coalesce(campaign_members.sent_at, campaigns.start_date, ''), campaigns.name, NULL, campaign_members.member_group FROM campaign_members JOIN campaigns ON campaigns.id = campaign_members.campaign_id WHERE campaign_members.customer_id = @id"
]
const EVERYTHING = KINDS.join(' UNION ALL ')
/** A page shows no more; the total is said. */
const SHOWN = 500

/** Everything recorded about a customer, newest first. */
export function readTimeline(db: Database.Database, id: number): { timeline: TimelineEntry[]; timelineTotal: number } {
  const timeline = db
    .prepare<[{ id: number }], TimelineEntry>(`SELECT * FROM (${EVERYTHING}) ORDER BY at DESC, kind, id DESC LIMIT ${SHOWN}`)
    .all({ id })
  const timelineTotal = db.prepare<[{ id: number }], number>(`SELECT count(*) FROM (${EVERYTHING})`).pluck().get({ id }) ?? 0
  return { timeline, timelineTotal }
}

/** What a status says beside the rest: an order's or a consent's own, whether a complaint is open. */
const STATUS: Readonly<Record<TimelineEntry['kind'], string>> = {
  order: 'SELECT status FROM orders WHERE id = ?',
  interaction: 'SELECT kind FROM interactions WHERE id = ?',
  complaint: "SELECT CASE WHEN resolved_at IS NULL THEN 'open' ELSE 'resolved' END FROM complaints WHERE id = ?",
  survey: 'SELECT kind FROM surveys WHERE id = ?',
  consent: 'SELECT status FROM consents WHERE id = ?',
  campaign: 'SELECT goal FROM campaigns WHERE id = ?'
}

interface TimelineQuestion {
  customerId: number
  kinds: readonly TimelineEntry['kind'][]
  offset: number
  limit: number
}
interface TimelinePage {
  total: number
  counts: Record<TimelineEntry['kind'], number>
  entries: (TimelineEntry & { status: string | null; isOpen: boolean })[]
  firstAt: string | null
}

/** A page of what happened with a customer, the newest first, of the kinds asked (all when none is). */
export function listTimeline(db: Database.Database, { customerId: id, kinds, offset, limit }: TimelineQuestion): TimelinePage {
  const found = db
    .prepare<[{ id: number }], { kind: TimelineEntry['kind']; rows: number; firstAt: string }>(
      `SELECT kind, count(*) AS rows, min(nullif(at, '')) AS firstAt FROM (${EVERYTHING}) GROUP BY kind`
    )
    .all({ id })
  const counts = Object.fromEntries(TimelineEntry.shape.kind.options.map((kind) => [kind, 0])) as TimelinePage['counts']
  for (const { kind, rows } of found) counts[kind] = rows
  const isAsked = (kind: TimelineEntry['kind']): boolean => kinds.length === 0 || kinds.includes(kind)
  const shown = found.filter(({ kind }) => isAsked(kind))
  const entries = db
    .prepare<[{ id: number; kinds: string; limit: number; offset: number }], TimelineEntry>(
      `SELECT * FROM (${EVERYTHING}) WHERE kind IN (SELECT value FROM json_each(@kinds)) ORDER BY at DESC, kind, id DESC LIMIT @limit OFFSET @offset`
    )
    .all({ id, kinds: JSON.stringify(shown.map(({ kind }) => kind)), limit, offset })
  const first = shown
    .map(({ firstAt }) => firstAt)
    .filter(Boolean)
    .sort()[0]
  return {
    total: shown.reduce((sum, { rows }) => sum + rows, 0),
    counts,
    entries: entries.map((entry) => {
      const status = db.prepare<[number], string>(STATUS[entry.kind]).pluck().get(entry.id) ?? null
      return { ...entry, status, isOpen: entry.kind === 'complaint' && status === 'open' }
    }),
    firstAt: first?.slice(0, 10) ?? null
  }
}
