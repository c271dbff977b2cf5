import type Database from 'better-sqlite3'
import { CONSENT_STATES, type ConsentFilter, type ConsentRegister, type ConsentRow } from '../../../shared/contract/privacy.ts'
import { normaliseForSearch } from '../../../shared/domain/search-key.ts'

/** The newest entry of every customer, purpose and channel, with its state today. */
const NEWEST = `SELECT c.customer_id AS customerId, coalesce(nullif(customers.name, ''), customers.external_id, '#' || customers.id) AS name,
    customers.search_key AS searchKey, c.purpose, c.channel, c.at, c.expires_at AS expiresAt, c.source, c.entries,
    CASE WHEN c.status = 'granted' AND c.expires_at IS NOT NULL AND substr(c.expires_at, 1, 10) < @today THEN 'expired' ELSE c.status END AS state
  FROM (SELECT *, row_number() OVER newest AS place, count(*) OVER (PARTITION BY customer_id, purpose, channel) AS entries
        FROM consents WINDOW newest AS (PARTITION BY customer_id, purpose, channel ORDER BY at DESC, id DESC)) c
  JOIN customers ON customers.id = c.customer_id AND customers.merged_into_id IS NULL AND customers.status <> 'erased'
  WHERE c.place = 1`

interface Params {
  today: string
  purpose: string | null
  channel: string | null
  state: string | null
  until: string | null
  search: string | null
}

const CONDITIONS = `(@purpose IS NULL OR purpose = @purpose) AND (@channel IS NULL OR channel = @channel)
  AND (@until IS NULL OR (state = 'granted' AND expiresAt IS NOT NULL AND substr(expiresAt, 1, 10) <= @until))
  AND (@search IS NULL OR searchKey LIKE '%' || @search || '%' ESCAPE '\\')`

function describeParams({ purpose, channel, state, expiresWithinDays, search = '' }: ConsentFilter, today: string): Params {
  const words = normaliseForSearch(search).replace(/[\\%_]/g, '\\$&')
  return {
    today,
    purpose: purpose ?? null,
    channel: channel ?? null,
    state: state ?? null,
    until: expiresWithinDays === undefined ? null : new Date(Date.parse(today) + expiresWithinDays * 86_400_000).toISOString().slice(0, 10),
    search: words === '' ? null : words
  }
}

/** One page of the register, newest first, with what the filters can be set to. `today`: ISO date. */
export function readConsents(
  db: Database.Database,
  filter: ConsentFilter,
  today: string,
  { offset, limit }: { offset: number; limit: number }
): ConsentRegister {
  const params = describeParams(filter, today)
  const counted = db
    .prepare<[Params], { state: string; count: number }>(
      `SELECT state, count(*) AS count FROM (${NEWEST}) WHERE ${CONDITIONS} GROUP BY state`
    )
    .all(params)
  const { total, customers } = db
    .prepare<[Params], { total: number; customers: number }>(
      `SELECT count(*) AS total, count(DISTINCT customerId) AS customers FROM (${NEWEST}) WHERE ${CONDITIONS} AND (@state IS NULL OR state = @state)`
    )
    .get(params) ?? { total: 0, customers: 0 }
  const list = (column: string): string[] =>
    db.prepare<[], string>(`SELECT DISTINCT ${column} FROM consents ORDER BY ${column}`).pluck().all()
  return {
    total,
    customers,
    rows: readRows(db, params, limit, offset),
    purposes: list('purpose'),
    channels: list('channel'),
    states: CONSENT_STATES.map((state) => ({ state, count: counted.find((each) => each.state === state)?.count ?? 0 })),
    today
  }
}

function readRows(db: Database.Database, params: Params, limit: number, offset: number): ConsentRow[] {
  return db
    .prepare<[Params & { limit: number; offset: number }], ConsentRow & { searchKey: string }>(
      `SELECT * FROM (${NEWEST}) WHERE ${CONDITIONS} AND (@state IS NULL OR state = @state)
       ORDER BY at DESC, customerId, purpose, channel LIMIT @limit OFFSET @offset`
    )
    .all({ ...params, limit, offset })
    .map(({ searchKey: _searchKey, ...row }) => row)
}

/** The whole register behind a filter. */
export function readAllConsents(db: Database.Database, filter: ConsentFilter, today: string): ConsentRow[] {
  return readRows(db, describeParams(filter, today), -1, 0)
}
