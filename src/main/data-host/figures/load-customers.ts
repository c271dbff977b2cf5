import type Database from 'better-sqlite3'
import { weighCompleteness, isFilled, isValidEmail, isValidPhone } from '../../../shared/analytics/completeness.ts'
import {
  CUSTOMER_FLAGS,
  LOST_REASONS,
  makeAttributes,
  trimAttributes,
  type CustomerAttributes
} from '../../../shared/analytics/customer-attributes.ts'
import { normaliseTags } from '../../../shared/analytics/unrealised-value.ts'
import { dayOfIsoDate } from '../../../shared/domain/day-number.ts'
import { startPace } from '../pause.ts'

/** Rows per slice: a few milliseconds of reading. */
const SLICE = 1000

type CustomerTuple = [
  id: number,
  name: string,
  email: string | null,
  phone: string | null,
  address: string | null,
  city: string | null,
  channel: string | null,
  language: string | null,
  status: string,
  lostReason: string | null,
  owner: string | null,
  tags: string | null,
  type: string | null,
  acquired: string | null,
  created: string,
  updated: string
]

const SELECT_LIVE = `SELECT id, name, email, phone, address, city, acquisition_channel, language, status, lost_reason, owner_user, needs_tags, type, acquisition_date, created_at, updated_at
  FROM customers WHERE merged_into_id IS NULL AND status <> 'erased'`

/** Reads what the figures need of every live customer (not merged, not erased), in slices, ascending by id. */
export async function loadCustomers(db: Database.Database): Promise<CustomerAttributes> {
  // With those who do not count: telling them apart here would read the whole table in one go.
  const total = db.prepare('SELECT count(*) FROM customers').pluck().get() as number
  const attributes = makeAttributes(total)
  const slice = db.prepare<[number, number], CustomerTuple>(`${SELECT_LIVE} AND id > ? ORDER BY id LIMIT ?`).raw()
  const needs = new Map<string, number>([['', 0]])
  let count = 0
  let last = 0
  const pace = startPace()
  for (;;) {
    const rows = slice.all(last, Math.min(SLICE, total - count))
    for (const row of rows) keepCustomer(attributes, count++, row, needs)
    last = rows.at(-1)?.[0] ?? last
    if (rows.length < SLICE || count >= total) return trimAttributes(attributes, count, [...needs.keys()])
    await pace()
  }
}

/** The same of a few customers, those of `ids` (ascending) who are live; needs tags count on from `needsTags`. */
export function loadCustomersOf(db: Database.Database, ids: readonly number[], needsTags: readonly string[]): CustomerAttributes {
  const one = db.prepare<[number], CustomerTuple>(`${SELECT_LIVE} AND id = ?`).raw()
  const rows = ids.flatMap((id) => {
    const row = one.get(id)
    return row ? [row] : []
  })
  const attributes = makeAttributes(ids.length)
  const needs = new Map(needsTags.map((tags, group) => [tags, group]))
  for (const [i, row] of rows.entries()) keepCustomer(attributes, i, row, needs)
  return trimAttributes(attributes, rows.length, [...needs.keys()])
}

/** `needs`: the number of every set of needs tags met so far. */
function keepCustomer(into: CustomerAttributes, i: number, row: CustomerTuple, needs: Map<string, number>): void {
  const [
    id,
    name,
    email,
    phone,
    address,
    city,
    acquisitionChannel,
    language,
    status,
    lostReason,
    owner,
    tags,
    type,
    acquired,
    created,
    updated
  ] = row
  const acquiredDay = acquired ? dayOfIsoDate(acquired) : Number.NaN
  into.ids[i] = id
  into.flags[i] =
    (status === 'lost' ? CUSTOMER_FLAGS.markedLost : 0) |
    (isFilled(owner) ? CUSTOMER_FLAGS.hasOwner : 0) |
    (isFilled(tags) ? CUSTOMER_FLAGS.hasTags : 0) |
    (isValidEmail(email) ? CUSTOMER_FLAGS.validEmail : 0) |
    (isValidPhone(phone) ? CUSTOMER_FLAGS.validPhone : 0) |
    (isFilled(address) ? CUSTOMER_FLAGS.hasAddress : 0) |
    (Number.isNaN(acquiredDay) ? 0 : CUSTOMER_FLAGS.acquisitionKnown) |
    (type === 'company' ? CUSTOMER_FLAGS.company : 0)
  into.lostReason[i] = lostReason === null ? 0 : LOST_REASONS.findIndex((reason) => reason === lostReason) + 1
  into.completeness[i] = weighCompleteness({ name, email, phone, address, city, acquisitionChannel, language })
  const createdDay = dayOfIsoDate(created) || 0
  into.createdDay[i] = Number.isNaN(acquiredDay) ? createdDay : acquiredDay
  into.enteredDay[i] = Number.isNaN(acquiredDay) ? createdDay : Math.min(acquiredDay, createdDay)
  into.touchedDay[i] = dayOfIsoDate(updated) || 0
  const tagSet = tags === null ? '' : normaliseTags(tags)
  const group = needs.get(tagSet) ?? needs.size
  needs.set(tagSet, group)
  into.needsGroup[i] = group
}
