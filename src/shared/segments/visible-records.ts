import { dayOfIsoDate } from '../domain/day-number.ts'
import { dayText, type PlainValue } from './compare.ts'
import type { Comparison } from './rule.ts'

/** One row of a table, by column (domain 1.4). Rows of `campaigns` also carry `goal`, `channel` and `start_date` of the campaign, those of `products` the order's. */
export type PlainRow = Readonly<Record<string, PlainValue>>

type Show = (rows: readonly PlainRow[], asOf: string | null, asksStatus: boolean) => readonly PlainRow[]

/** Without any date to compute at everything is past. */
const isPast = (value: PlainValue, asOf: string | null): boolean => value !== null && (asOf === null || dayText(value) <= asOf)
const value = (row: PlainRow, column: string): PlainValue => row[column] ?? null

/** Orders count when they are valid: completed, amount not below zero; a rule that asks for the state sees them all. */
const isOrder = (row: PlainRow, asOf: string | null, asksStatus: boolean): boolean =>
  isPast(value(row, 'order_date'), asOf) && (asksStatus || (row['status'] === 'completed' && Number(row['net_minor']) >= 0))

function showComplaint(row: PlainRow, asOf: string | null): PlainRow {
  const isResolved = isPast(value(row, 'resolved_at'), asOf)
  const end = isResolved ? dayText(value(row, 'resolved_at')) : asOf
  const days = end === null ? null : dayOfIsoDate(end) - dayOfIsoDate(dayText(value(row, 'opened_at')))
  return { ...row, state: isResolved ? 'resolved' : 'open', days }
}

/** The newest per purpose and channel rules (domain 1.4); past its expiry a granted one is expired. */
function showConsents(rows: readonly PlainRow[], asOf: string | null): PlainRow[] {
  const newest = new Map<string, PlainRow>()
  const past = rows.filter((row) => isPast(value(row, 'at'), asOf))
  for (const row of [...past].sort((a, b) => compareText(String(a['at']), String(b['at'])) || Number(a['id']) - Number(b['id'])))
    newest.set(JSON.stringify([row['purpose'], row['channel']]), row)
  return [...newest.values()].map((row) => {
    const isExpired =
      row['status'] === 'granted' && asOf !== null && value(row, 'expires_at') !== null && dayText(value(row, 'expires_at')) < asOf
    return { ...row, state: isExpired ? 'expired' : value(row, 'status') }
  })
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const SHOWN: Readonly<Record<string, Show>> = {
  orders: (rows, asOf, asksStatus) =>
    rows
      .filter((row) => isOrder(row, asOf, asksStatus))
      .map((row) => ({
        ...row,
        is_late:
          value(row, 'promised_date') !== null &&
          value(row, 'delivered_date') !== null &&
          String(row['delivered_date']) > String(row['promised_date'])
            ? 1
            : 0
      })),
  products: (rows, asOf, asksStatus) => rows.filter((row) => isOrder(row, asOf, asksStatus)),
  interactions: (rows, asOf) => rows.filter((row) => isPast(value(row, 'at'), asOf)),
  complaints: (rows, asOf) => rows.filter((row) => isPast(value(row, 'opened_at'), asOf)).map((row) => showComplaint(row, asOf)),
  consents: showConsents,
  surveys: (rows, asOf) => rows.filter((row) => isPast(value(row, 'at'), asOf)),
  campaigns: (rows, asOf) =>
    rows
      .map((row) => ({
        ...row,
        sent_on: value(row, 'sent_at') ?? value(row, 'start_date'),
        responded: isPast(value(row, 'responded_at'), asOf) ? 1 : 0,
        converted: value(row, 'converted_order_id') === null ? 0 : 1
      }))
      .filter((row) => row.sent_on === null || isPast(row.sent_on, asOf))
}

/** The rows of a kind of record that count at the as-of date, with what is drawn from them (`state`, `days`, `is_late`…). */
export function showRecords(
  subject: string,
  rows: readonly PlainRow[],
  asOf: string | null,
  where: readonly Comparison[]
): readonly PlainRow[] {
  const show = SHOWN[subject]
  return show
    ? show(
        rows,
        asOf,
        where.some(({ field }) => field === 'status')
      )
    : []
}
