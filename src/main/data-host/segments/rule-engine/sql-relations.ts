/**
 * A row's place in time as one text: of one moment the row made later is the later one. The separator is below every character of a
 * date, so that a day comes before its hours; ids are padded to one width by what is added.
 */
export const writeMoment = (column: string): string => `${column} || char(1) || (id + 1000000000000000)`

/** Only live customers are ever counted: `id` is among those of the figures anyway, so sub-records need not look. */
const SLICE = 'BETWEEN @low AND @high'
const VALID = "o.status = 'completed' AND o.net_minor >= 0"

/**
 * Rows of each kind of record as rules see them at `@asOf` (all of them where `@day` is null): one row per record with the columns
 * named in `SUBJECTS`, of the customers `@low` to `@high` (or of the rows themselves, where `isByRow`). Agrees with `showRecords`.
 */
export const RELATIONS: Readonly<Record<string, (asksStatus: boolean, isByRow?: boolean) => string>> = {
  orders: (
    asksStatus,
    isByRow = false
  ) => `SELECT o.customer_id, o.id, o.order_date, o.net_minor, o.channel, o.status, o.discount_minor, o.campaign_id, o.partner_id,
      coalesce(o.delivered_date > o.promised_date, 0) AS is_late, (${VALID}) AS is_valid
    FROM orders o WHERE ${isByRow ? 'o.id' : 'o.customer_id'} ${SLICE} AND o.order_date <= @asOf${asksStatus ? '' : ` AND ${VALID}`}`,
  products: (
    asksStatus,
    isByRow = false
  ) => `SELECT o.customer_id, l.id, l.product, l.category, l.quantity, o.order_date, o.channel, o.status, (${VALID}) AS is_valid
    FROM ${isByRow ? 'order_lines l CROSS JOIN orders o ON o.id = l.order_id' : 'orders o CROSS JOIN order_lines l ON l.order_id = o.id'}
    WHERE ${isByRow ? 'l.id' : 'o.customer_id'} ${SLICE} AND o.order_date <= @asOf${asksStatus ? '' : ` AND ${VALID}`}`,
  interactions: () => `SELECT customer_id, id, at, kind, channel, direction, subject, outcome, handled_by, cost_minor
    FROM interactions WHERE customer_id ${SLICE} AND substr(at, 1, 10) <= @asOf`,
  complaints: () => `SELECT customer_id, id, opened_at, category, severity, channel, satisfaction, compensation_minor, reopened,
      iif(coalesce(substr(resolved_at, 1, 10) <= @asOf, 0), 'resolved', 'open') AS state,
      CAST(julianday(iif(coalesce(substr(resolved_at, 1, 10) <= @asOf, 0), substr(resolved_at, 1, 10), @day)) - julianday(substr(opened_at, 1, 10)) AS INTEGER) AS days
    FROM complaints WHERE customer_id ${SLICE} AND substr(opened_at, 1, 10) <= @asOf`,
  consents: () => `SELECT customer_id, id, purpose, channel, at, source,
      iif(status = 'granted' AND coalesce(substr(expires_at, 1, 10) < @day, 0), 'expired', status) AS state
    FROM (SELECT customer_id, id, purpose, channel, at, source, status, expires_at, max(${writeMoment('at')})
          FROM consents WHERE customer_id ${SLICE} AND substr(at, 1, 10) <= @asOf GROUP BY customer_id, purpose, channel)`,
  surveys: () => `SELECT customer_id, id, at, kind, score, channel, comment, competitor_score
    FROM surveys WHERE customer_id ${SLICE} AND substr(at, 1, 10) <= @asOf`,
  campaigns:
    () => `SELECT m.customer_id, m.campaign_id AS id, m.campaign_id, m.member_group, c.goal, c.channel, coalesce(m.sent_at, c.start_date) AS sent_on,
      coalesce(substr(m.responded_at, 1, 10) <= @asOf, 0) AS responded, m.converted_order_id IS NOT NULL AS converted
    FROM campaign_members m JOIN campaigns c ON c.id = m.campaign_id
    WHERE m.customer_id ${SLICE} AND coalesce(substr(coalesce(m.sent_at, c.start_date), 1, 10) <= @asOf, 1)`
}

/** Customers with the kinds of their flags joined by a bar; the flags are few, so they are grouped once and looked up. */
export const CUSTOMERS = `SELECT c.*, f.kinds AS flags FROM customers c
    LEFT JOIN (SELECT customer_id, group_concat(kind, '|') AS kinds FROM customer_flags GROUP BY customer_id) f ON f.customer_id = c.id
    WHERE c.id ${SLICE} AND c.merged_into_id IS NULL AND c.status <> 'erased'`
export const CUSTOMERS_ALONE = `SELECT c.* FROM customers c WHERE c.id ${SLICE} AND c.merged_into_id IS NULL AND c.status <> 'erased'`
export const METRICS = `SELECT *, customer_id AS id, 1.0 * revenue_minor / nullif(orders, 0) AS average_order_minor
    FROM customer_metrics WHERE customer_id ${SLICE}`
