import type Database from 'better-sqlite3'
import type { CustomerFields } from '../../../shared/contract/customer-edits.ts'
import { isCalendarDay } from '../../../shared/domain/calendar-day.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { buildSearchKey } from '../../../shared/domain/search-key.ts'
import type { Cell, Row, RowChange } from '../database/changes.ts'
import { changeRow, trackNewRow } from '../database/row-log.ts'
import { readHighestCustomerId } from './diagrams.ts'
import { code, day, email, type FieldRule, long, LONGEST_TEXT, plain, positive, short, storeFields } from './field-rules.ts'

/** Where the fields of a customer are kept; tags and attributes, kept as lists in one column, are put together below. */
export const CUSTOMER_COLUMNS = {
  externalId: code('external_id'),
  type: plain('type'),
  name: short('name'),
  taxId: code('tax_id'),
  email: email('email'),
  phone: code('phone'),
  address: short('address'),
  city: short('city'),
  region: short('region'),
  postalCode: code('postal_code'),
  country: short('country'),
  language: code('language'),
  birthDate: day('birth_date'),
  acquisitionDate: day('acquisition_date'),
  acquisitionChannel: short('acquisition_channel'),
  acquisitionCampaignId: plain('acquisition_campaign_id'),
  partnerId: code('partner_id'),
  ownerUser: short('owner_user'),
  status: plain('status'),
  lostReason: plain('lost_reason'),
  walletEstimateMinor: positive('wallet_estimate_minor'),
  notes: long('notes')
} as const satisfies Readonly<Record<string, FieldRule>>

/** What the search reads. */
const SEARCHED = ['name', 'email', 'city', 'external_id'] as const

/** What tells people apart: never the same for several. */
const IDENTITY: readonly (keyof CustomerFields)[] = ['externalId', 'name', 'taxId', 'email']

/** Some fields of a customer; one that is undefined is left alone. */
type SomeFields = { readonly [Field in keyof CustomerFields]?: CustomerFields[Field] | undefined }

export interface CustomerEdit {
  readonly fields: SomeFields
  readonly addTags?: readonly string[]
  readonly removeTags?: readonly string[]
}

interface Stored extends Row {
  name: string
  email: string | null
  city: string | null
  external_id: string | null
  status: string
  needs_tags: string | null
  attributes: string | null
}
const STORED = 'name, email, city, external_id, status, needs_tags, attributes'

/** Tags as they are kept: parted by commas, semicolons or bars. */
export function splitTags(tags: string | null): string[] {
  return (tags ?? '')
    .split(/[,;|]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}

/** Each tag once, however it is written; the first writing stays. Null: none. */
function joinTags(tags: readonly string[]): string | null {
  const seen = new Map(splitTags(tags.join(',')).map((tag) => [tag.toLowerCase(), tag]))
  const joined = [...seen.values()].join(', ')
  if (joined.length > LONGEST_TEXT) throw new CauceError('text-too-long', { longest: LONGEST_TEXT })
  return joined === '' ? null : joined
}

/**
 * Adds a customer and returns the id with the log of the row. Throws `customer-unnamed`, `number-taken`, and what the fields'
 * own checks throw.
 */
export function insertCustomer(db: Database.Database, fields: SomeFields, now: Date): { id: number; rows: RowChange[] } {
  const at = now.toISOString()
  const base: Stored = { name: '', email: null, city: null, external_id: null, status: 'customer', needs_tags: null, attributes: null }
  const row = { id: readHighestCustomerId(db) + 1, ...base, created_at: at, updated_at: at, ...describeEdit(db, base, { fields }) }
  const columns = Object.keys(row)
  refuseTakenNumber(db, row.external_id, null)
  db.prepare<Cell[]>(`INSERT INTO customers (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(
    ...Object.values(row)
  )
  return { id: row.id, rows: trackNewRow(db, 'customers', { id: row.id }) }
}

/**
 * The one way customers are edited: the same edit for each of `ids`, inside the caller's transaction. Keeps `search_key` and
 * `updated_at`, drops the reason of a loss when the customer is none, and returns the log of what differs for `recordChange`.
 * Throws `not-found`, `one-at-a-time`, `customer-unnamed`, `number-taken`, and what the fields' own checks throw.
 */
export function editCustomers(db: Database.Database, ids: readonly number[], edit: CustomerEdit, now: Date): RowChange[] {
  if (ids.length > 1 && IDENTITY.some((field) => edit.fields[field] !== undefined)) throw new CauceError('one-at-a-time')
  const find = db.prepare<[number], Stored>(
    `SELECT ${STORED} FROM customers WHERE id = ? AND status <> 'erased' AND merged_into_id IS NULL`
  )
  return ids.flatMap((id) => {
    const stored = find.get(id)
    if (!stored) throw new CauceError('not-found', { what: 'customer' })
    return setCustomerColumns(db, id, describeEdit(db, stored, edit, id), now)
  })
}

/** Sets columns that are checked already (a merge, a correction by machine), `search_key` with what it is made of; `updated_at` follows. */
export function setCustomerColumns(db: Database.Database, id: number, columns: Row, now: Date): RowChange[] {
  return changeRow(db, 'customers', { id }, columns, { updated_at: now.toISOString() })
}

/** The columns an edit gives a customer that stands as `stored`. */
function describeEdit(db: Database.Database, stored: Stored, { fields, addTags = [], removeTags = [] }: CustomerEdit, id?: number): Row {
  const columns: Record<string, Cell> = storeFields(CUSTOMER_COLUMNS, fields)
  if ('name' in columns) columns['name'] ??= ''
  const status = columns['status'] ?? stored.status
  if (status !== 'lost') columns['lost_reason'] = null
  if (fields.tags || addTags.length > 0 || removeTags.length > 0) {
    const gone = new Set(removeTags.map((tag) => tag.trim().toLowerCase()))
    const kept = (fields.tags ?? splitTags(stored.needs_tags)).filter((tag) => !gone.has(tag.trim().toLowerCase()))
    columns['needs_tags'] = joinTags([...kept, ...addTags])
  }
  if (fields.attributes) columns['attributes'] = mergeAttributes(db, stored.attributes, fields.attributes)
  const next = { ...stored, ...columns }
  if (next.name === '' && next.external_id === null && next.email === null) throw new CauceError('customer-unnamed')
  if ('external_id' in columns) refuseTakenNumber(db, next.external_id, id ?? null)
  if (id !== undefined && !SEARCHED.some((column) => column in columns)) return columns
  const search_key = buildSearchKey({ name: next.name, email: next.email, city: next.city, externalId: next.external_id })
  return { ...columns, search_key }
}

function refuseTakenNumber(db: Database.Database, externalId: string | null, id: number | null): void {
  const taken = db.prepare<[string | null, number | null], number>('SELECT id FROM customers WHERE external_id = ? AND id IS NOT ?')
  if (externalId !== null && taken.get(externalId, id) !== undefined) throw new CauceError('number-taken')
}

/** Whether a value is of an attribute's kind; dates are calendar days. */
const FITS: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && value.length <= LONGEST_TEXT,
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  date: (value) => typeof value === 'string' && isCalendarDay(value),
  boolean: (value) => typeof value === 'boolean'
}

function mergeAttributes(db: Database.Database, stored: string | null, given: CustomerFields['attributes']): string | null {
  const typeOf = db.prepare<[string], string>('SELECT type FROM attributes WHERE id = ?').pluck()
  const values = (stored === null ? {} : JSON.parse(stored)) as Record<string, unknown>
  for (const [id, value] of Object.entries(given)) {
    const type = typeOf.get(id)
    if (type === undefined) throw new CauceError('not-found', { what: 'attribute' })
    const isNone = value === null || value === ''
    if (!isNone && !FITS[type]?.(value)) throw new CauceError('attribute-wrong')
    if (isNone) Reflect.deleteProperty(values, id)
    else values[id] = value
  }
  return Object.keys(values).length === 0 ? null : JSON.stringify(values)
}
