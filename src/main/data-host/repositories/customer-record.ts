import type Database from 'better-sqlite3'
import type { Attribute, CustomerFields, CustomerRecord } from '../../../shared/contract/customer-edits.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { Cell } from '../database/changes.ts'
import { CUSTOMER_COLUMNS, splitTags } from './customer-writer.ts'
import { selectFields } from './field-rules.ts'

type StoredFields = Omit<CustomerFields, 'tags' | 'attributes'>
type StoredCustomer = StoredFields & { tags: string | null; attributes: string | null; createdAt: string; updatedAt: string }

/** Everything the record of a customer says; throws `not-found`. `today`: ISO date, to tell which consents ran out. */
export function readCustomerRecord(db: Database.Database, id: number, today: string): CustomerRecord {
  const row = db
    .prepare<[number], StoredCustomer>(
      `SELECT ${selectFields(CUSTOMER_COLUMNS)}, needs_tags AS tags, attributes, created_at AS createdAt, updated_at AS updatedAt FROM customers WHERE id = ?`
    )
    .get(id)
  if (!row) throw new CauceError('not-found', { what: 'customer' })
  const { createdAt, updatedAt, tags, attributes, ...fields } = row
  const values = (attributes === null ? {} : JSON.parse(attributes)) as CustomerFields['attributes']
  return {
    id,
    fields: { ...fields, tags: splitTags(tags), attributes: values },
    createdAt,
    updatedAt,
    attributes: listAttributes(db),
    flags: db
      .prepare<[number], CustomerRecord['flags'][number]>('SELECT kind, reason, at FROM customer_flags WHERE customer_id = ? ORDER BY kind')
      .all(id),
    consents: readConsents(db, id, today)
  }
}

function listAttributes(db: Database.Database): Attribute[] {
  return db.prepare<[], Attribute>('SELECT id, name, type FROM attributes ORDER BY name COLLATE NOCASE, id').all()
}

type ConsentRow = CustomerRecord['consents'][number]

/** What rules now for each purpose and channel: the newest row, the later written of two of one moment. */
function readConsents(db: Database.Database, id: number, today: string): ConsentRow[] {
  return db
    .prepare<[number], Omit<ConsentRow, 'isExpired'> & Record<string, Cell>>(
      `SELECT purpose, channel, status, at, expires_at AS expiresAt, source, rows FROM (
         SELECT *, row_number() OVER (PARTITION BY purpose, channel ORDER BY at DESC, id DESC) AS place,
           count(*) OVER (PARTITION BY purpose, channel) AS rows
         FROM consents WHERE customer_id = ?)
       WHERE place = 1 ORDER BY purpose, channel`
    )
    .all(id)
    .map((row) => ({ ...row, isExpired: row.status === 'granted' && row.expiresAt !== null && row.expiresAt.slice(0, 10) < today }))
}
