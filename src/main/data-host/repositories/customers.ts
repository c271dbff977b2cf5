import type Database from 'better-sqlite3'
import { NO_DAY } from '../../../shared/analytics/customer-profile.ts'
import { RFM_SEGMENTS } from '../../../shared/analytics/rfm.ts'
import { LIFECYCLE_STATES, type CustomerRow } from '../../../shared/contract/customers.ts'
import { isoDateOfDay } from '../../../shared/domain/day-number.ts'
import type { Figures } from '../figures/figures.ts'

interface Identity {
  id: number
  externalId: string | null
  name: string
  email: string | null
  city: string | null
}

const IDENTITY = 'id, external_id AS externalId, name, email, city'

/** Table lines of the customers at these positions, in their order. */
export function readCustomerRows(db: Database.Database, figures: Figures, positions: Int32Array): CustomerRow[] {
  const ids = Array.from(positions, (i) => figures.customerIds[i]!)
  const found = db
    .prepare<[string], Identity>(`SELECT ${IDENTITY} FROM customers WHERE id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids))
  const byId = new Map(found.map((identity) => [identity.id, identity]))
  // Somebody deleted since the figures were computed is left out; the next answer has the new figures.
  return Array.from(positions).flatMap((i) => {
    const identity = byId.get(figures.customerIds[i]!)
    return identity ? [describeRow(figures, identity, i)] : []
  })
}

function describeRow(figures: Figures, identity: Identity, i: number): CustomerRow {
  const { profile } = figures
  const score = (value: number | undefined): number | null => value || null
  return {
    ...identity,
    // Somebody known by a number alone is called by it.
    name: identity.name || identity.externalId || `#${identity.id}`,
    lifecycle: LIFECYCLE_STATES[figures.lifecycle[i]!]!,
    orders: profile.orders[i]!,
    revenueMinor: profile.revenue[i]!,
    lastOrderDate: profile.lastDay[i] === NO_DAY ? null : isoDateOfDay(profile.lastDay[i]!),
    r: score(figures.r[i]),
    f: score(figures.f[i]),
    m: score(figures.m[i]),
    rfmSegment: RFM_SEGMENTS[figures.rfmSegment[i]! - 1]?.id ?? null,
    isSsc: figures.isSsc[i] === 1
  }
}

/**
 * Our id of a customer named by our id (number), or by the external id (text; a number as text is tried as ours too). Whoever was
 * merged is found as the customer they are part of now. Null: nobody.
 */
export function findCustomerId(db: Database.Database, id: number | string): number | null {
  if (typeof id === 'number')
    return db.prepare<[number], number>('SELECT coalesce(merged_into_id, id) FROM customers WHERE id = ?').pluck().get(id) ?? null
  const byExternal = db
    .prepare<[string], number>('SELECT coalesce(merged_into_id, id) FROM customers WHERE external_id = ?')
    .pluck()
    .get(id)
  if (byExternal !== undefined) return byExternal
  return /^[1-9]\d{0,14}$/.test(id) ? findCustomerId(db, Number(id)) : null
}

export interface CustomerDetails {
  type: 'person' | 'company' | null
  phone: string | null
  address: string | null
  country: string | null
  language: string | null
  acquisitionDate: string | null
  acquisitionChannel: string | null
  ownerUser: string | null
  needsTags: string[]
}

/** The fields of a record that only its own page shows. */
export function readCustomerDetails(db: Database.Database, id: number): CustomerDetails {
  const row = db
    .prepare<[number], Omit<CustomerDetails, 'needsTags'> & { needsTags: string | null }>(
      `SELECT type, phone, address, country, language, acquisition_date AS acquisitionDate, acquisition_channel AS acquisitionChannel, owner_user AS ownerUser, needs_tags AS needsTags
       FROM customers WHERE id = ?`
    )
    .get(id)
  const none = {
    type: null,
    phone: null,
    address: null,
    country: null,
    language: null,
    acquisitionDate: null,
    acquisitionChannel: null,
    ownerUser: null
  }
  return { ...none, ...row, needsTags: splitTags(row?.needsTags ?? null) }
}

function splitTags(tags: string | null): string[] {
  return (tags ?? '')
    .split(/[,;|]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}
