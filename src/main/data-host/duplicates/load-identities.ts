import type Database from 'better-sqlite3'
import { normaliseIdentity } from '../../../shared/analytics/duplicates/identity.ts'
import { RecordBook } from '../../../shared/analytics/duplicates/record-book.ts'

const SLICE = 500

type IdentityTuple = [id: number, ...texts: (string | null)[]]

/**
 * Who the live customers say they are, ascending by id, with their ids; read in slices. Yields the number of records read
 * where a caller may rest.
 */
export function* loadIdentities(db: Database.Database): Generator<number, { ids: Int32Array; book: RecordBook }> {
  const slice = db
    .prepare<[number, number], IdentityTuple>(
      `SELECT id, name, tax_id, email, phone, address, city, postal_code, birth_date FROM customers
       WHERE id > ? AND merged_into_id IS NULL AND status <> 'erased' ORDER BY id LIMIT ?`
    )
    .raw()
  const book = new RecordBook()
  const ids: number[] = []
  for (;;) {
    const rows = slice.all(ids.at(-1) ?? 0, SLICE)
    for (const [
      id,
      name = null,
      taxId = null,
      email = null,
      phone = null,
      address = null,
      city = null,
      postalCode = null,
      birthDate = null
    ] of rows) {
      ids.push(id)
      book.add(normaliseIdentity({ name, taxId, email, phone, address, city, postalCode, birthDate }))
    }
    yield ids.length
    if (rows.length < SLICE) return { ids: Int32Array.from(ids), book }
  }
}
