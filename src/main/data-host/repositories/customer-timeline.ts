import type Database from 'better-sqlite3'
import type { TimelineEntry } from '../../../shared/contract/customers.ts'

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
