import type Database from 'better-sqlite3'
import { normaliseIdentity, type Identity } from '../../../shared/analytics/duplicates/identity.ts'
import { findPosition } from '../figures/find-position.ts'
import { rest, startResting } from './resting.ts'

const SLICE = 500
const EMPTY: Identity = { name: '', taxId: '', email: '', phone: '', address: '', city: '', birthDate: '' }

type IdentityTuple = [id: number, ...texts: (string | null)[]]

/** Who the customers `ids` (ascending) say they are, in that order, read in slices. A customer gone meanwhile is left empty. */
export async function loadIdentities(db: Database.Database, ids: Int32Array): Promise<Identity[]> {
  const identities = Array.from<Identity>({ length: ids.length }).fill(EMPTY)
  const slice = db
    .prepare<[number, number], IdentityTuple>(
      `SELECT id, name, tax_id, email, phone, address, city, birth_date FROM customers
       WHERE id BETWEEN ? AND ? AND merged_into_id IS NULL AND status <> 'erased'`
    )
    .raw()
  const watch = startResting()
  for (let from = 0; from < ids.length; from += SLICE) {
    const to = Math.min(from + SLICE, ids.length) - 1
    for (const [id, name = null, taxId = null, email = null, phone = null, address = null, city = null, birthDate = null] of slice.all(
      ids[from]!,
      ids[to]!
    )) {
      const position = findPosition(ids, id)
      if (position >= 0) identities[position] = normaliseIdentity({ name, taxId, email, phone, address, city, birthDate })
    }
    await rest(watch)
  }
  return identities
}
