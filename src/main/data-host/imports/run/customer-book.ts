import type Database from 'better-sqlite3'
import { MATCH_KEYS, type MatchKey, USUAL_MATCH_KEYS } from '../../../../shared/domain/match-keys.ts'
import { readHighestCustomerId } from '../../repositories/diagrams.ts'
import { type CustomerKeys, KeyReader } from './customer-keys.ts'
import { IdTable } from './id-table.ts'
import { KeyIndex } from './key-index.ts'
import { NumberTable } from './number-table.ts'
import { StringTable } from './string-table.ts'

type StoredKeys = [
  id: number,
  externalId: string | null,
  email: string | null,
  phone: string | null,
  taxId: string | null,
  name: string | null,
  city: string | null
]

/** A key that more have says nothing of who it is (`no@tiene.es`). */
const CROWD = 100

/** What `find` answers when several customers fit: which of them is meant is not for us to guess. */
export const SEVERAL = -1

/**
 * Who is there, by the keys that were chosen, as it stands row by row while an import runs. Exact on purpose (finding likely
 * duplicates is another job):
 *
 * - Keys are asked in their order, and the first that finds somebody decides.
 * - Somebody whose earlier key is known and another one than the row's is not meant, whatever a later key says: two ids are two
 *   customers even with one e-mail between them.
 * - Keys no column of the file can give (`given`) are neither read nor kept: nobody will ask for them.
 * - Name and city are weak: they are asked only when the row gives none of the keys before them. Without a city the name alone
 *   does, if one customer has it.
 */
export class CustomerBook {
  readonly #keys: readonly MatchKey[]
  readonly #reader = new KeyReader()
  /** Always kept: no two customers have the same. */
  readonly #byExternalId = new IdTable()
  readonly #indexes: ReadonlyMap<MatchKey, KeyIndex>
  readonly #byNameAlone: KeyIndex | null
  /** Which keys each customer has, one bit per key in the order they are asked. */
  readonly #has = new NumberTable()
  /** Whether the id decides before all others: then one look is enough. */
  readonly startsWithId: boolean
  #maxId = 0

  constructor(db: Database.Database, matchBy: readonly MatchKey[] = USUAL_MATCH_KEYS, given: ReadonlySet<MatchKey> = new Set(MATCH_KEYS)) {
    this.#keys = [...new Set(matchBy)]
    this.startsWithId = this.#keys[0] === 'external_id'
    this.#indexes = new Map(
      this.#keys
        .filter((key) => given.has(key))
        .map((key) => [key, new KeyIndex(key === 'external_id' ? this.#byExternalId : new StringTable())] as const)
    )
    const read = (key: MatchKey, column: string): string => (this.#indexes.has(key) ? column : 'NULL')
    this.#byNameAlone = this.#indexes.has('name_city') ? new KeyIndex(new StringTable()) : null
    const stored = db
      .prepare<[], StoredKeys>(
        `SELECT coalesce(merged_into_id, id), external_id, ${read('email', 'email')}, ${read('phone', 'phone')}, ${read('tax_id', 'tax_id')},
           ${read('name_city', 'name')}, ${read('name_city', 'city')} FROM customers WHERE status <> 'erased' ORDER BY id`
      )
      .raw()
    for (const [id, externalId, email, phone, taxId, name, city] of stored.iterate())
      this.add(id, {
        externalId: externalId ?? '',
        email: email ?? '',
        phone: phone ?? '',
        taxId: taxId ?? '',
        name: name ?? '',
        city: city ?? ''
      })
    this.#maxId = readHighestCustomerId(db)
  }

  nextId(): number {
    return ++this.#maxId
  }

  add(id: number, keys: CustomerKeys): void {
    if (keys.externalId !== '') this.#byExternalId.set(keys.externalId, id)
    let bits = this.#has.get(id)
    for (let at = 0; at < this.#keys.length; at++) {
      const key = this.#keys[at] ?? 'external_id'
      const index = this.#indexes.get(key)
      const text = index ? this.#reader.read(key, keys) : ''
      if (text === '') continue
      bits |= 1 << at
      if (key !== 'external_id') index?.add(text, id)
      if (key === 'name_city') this.#byNameAlone?.add(this.#reader.fold(keys.name), id)
    }
    this.#has.set(id, bits)
  }

  /** The customer is known by other keys from here on. */
  replace(id: number, before: CustomerKeys, after: CustomerKeys): void {
    for (const key of this.#keys) {
      const text = this.#reader.read(key, before)
      if (text !== '' && text !== this.#reader.read(key, after)) this.#indexes.get(key)?.remove(text, id)
    }
    if (before.externalId !== after.externalId && before.externalId !== '') this.#byExternalId.set(before.externalId, 0)
    if (before.name !== after.name && before.name !== '') this.#byNameAlone?.remove(this.#reader.fold(before.name), id)
    this.add(id, after)
  }

  /** Id of the customer, 0 when nobody fits, `SEVERAL` when more than one does. */
  find(keys: CustomerKeys): number {
    let given = 0
    for (let at = 0; at < this.#keys.length; at++) {
      const key = this.#keys[at] ?? 'external_id'
      if (key === 'name_city' && given !== 0) continue
      const text = this.#reader.read(key, keys)
      if (text === '') continue
      const found = key === 'name_city' ? this.#findByName(text, keys) : this.#pick(this.#indexes.get(key), text, given)
      if (found !== 0) return found
      given |= 1 << at
    }
    return 0
  }

  /**
   * A row found `id` by one of its keys: those it gives before that one, which nobody has, are this customer's for the rest of the
   * import. Else a later row with such a key alone would make somebody new, and the next time the first row would be theirs.
   */
  learn(id: number, keys: CustomerKeys): void {
    for (let at = 0; at < this.#keys.length; at++) {
      const key = this.#keys[at] ?? 'external_id'
      const text = this.#reader.read(key, keys)
      const index = this.#indexes.get(key)
      if (text === '' || !index) continue
      const known = index.get(text)
      if (known !== 0) return
      if (key === 'name_city' || (this.#has.get(id) & (1 << at)) !== 0) continue
      index.add(text, id)
      this.#has.set(id, this.#has.get(id) | (1 << at))
    }
  }

  /** Whether the row gives any of the chosen keys: what gives none can't be told from others. */
  givesKey(keys: CustomerKeys): boolean {
    return this.#keys.some((key) => this.#reader.read(key, keys) !== '')
  }

  findByExternalId(externalId: string): number {
    return this.#byExternalId.get(externalId)
  }

  /** Who has the key and, of the keys `given` before it, has none: it would be another one than the row's. */
  #pick(index: KeyIndex | undefined, text: string, given: number): number {
    const found = index?.get(text) ?? 0
    if (found >= 0) return found !== 0 && (this.#has.get(found) & given) === 0 ? found : 0
    const list = index?.list(text)
    if (!list) return 0
    if (given === 0 || list.size > CROWD) return given === 0 ? SEVERAL : 0
    const fitting = [...list].filter((id) => (this.#has.get(id) & given) === 0)
    return fitting.length > 1 ? SEVERAL : (fitting[0] ?? 0)
  }

  #findByName(text: string, { name, city }: CustomerKeys): number {
    const found = this.#pick(this.#indexes.get('name_city'), text, 0)
    if (found !== 0 || city !== '') return found
    return this.#pick(this.#byNameAlone ?? undefined, this.#reader.fold(name), 0)
  }
}
