import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { DueCustomer } from '../../../shared/contract/privacy.ts'
import { dayOfIsoDate } from '../../../shared/domain/day-number.ts'
import { PRIVACY_KEY_PREFIX } from '../database/settings.ts'

export const RETENTION_KEY = `${PRIVACY_KEY_PREFIX}retention`
const Years = z.number().int().min(1).max(50).nullable()

/** Years without activity after which a customer is due for review; null: no rule. */
export function readRetention(db: Database.Database): number | null {
  const stored = db.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck().get(RETENTION_KEY)
  const years = Years.safeParse(stored === undefined ? null : JSON.parse(stored))
  return years.success ? years.data : null
}

/**
 * The last day on which anything happened with a customer: an order, a contact, a complaint, an answer, a consent, or that
 * they came. When the record was made says nothing where anything of that is known: an import makes old ones today.
 */
const LAST = `SELECT id, name, coalesce(nullif(activity, ''), made) AS day FROM (
    SELECT id, coalesce(nullif(name, ''), external_id, '#' || id) AS name, substr(created_at, 1, 10) AS made,
      max(coalesce(acquisition_date, ''),
        coalesce((SELECT max(order_date) FROM orders WHERE customer_id = c.id), ''),
        coalesce((SELECT substr(max(at), 1, 10) FROM interactions WHERE customer_id = c.id), ''),
        coalesce((SELECT substr(max(opened_at), 1, 10) FROM complaints WHERE customer_id = c.id), ''),
        coalesce((SELECT substr(max(at), 1, 10) FROM surveys WHERE customer_id = c.id), ''),
        coalesce((SELECT substr(max(at), 1, 10) FROM consents WHERE customer_id = c.id), '')) AS activity
    FROM customers c WHERE merged_into_id IS NULL AND status <> 'erased')
  WHERE coalesce(nullif(activity, ''), made) < @before`

const DAYS_OF_YEAR = 365.25

/** Customers with whom nothing happened since so many years before `today` (ISO date), the longest first. */
export function listDue(
  db: Database.Database,
  today: string,
  { offset, limit }: { offset: number; limit: number }
): { total: number; rows: DueCustomer[]; before: string | null } {
  const years = readRetention(db)
  if (years === null) return { total: 0, rows: [], before: null }
  const before = yearsBefore(today, years)
  const total = db.prepare<[{ before: string }], number>(`SELECT count(*) FROM (${LAST})`).pluck().get({ before }) ?? 0
  const rows = db
    .prepare<[{ before: string; limit: number; offset: number }], { id: number; name: string; day: string }>(
      `SELECT * FROM (${LAST}) ORDER BY day, id LIMIT @limit OFFSET @offset`
    )
    .all({ before, limit, offset })
  const sinceYears = (day: string): number => (dayOfIsoDate(today) - dayOfIsoDate(day)) / DAYS_OF_YEAR
  return { total, before, rows: rows.map(({ id, name, day }) => ({ id, name, lastActivity: day, years: sinceYears(day) })) }
}

/** The same day so many years before. */
const yearsBefore = (day: string, years: number): string => `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`
