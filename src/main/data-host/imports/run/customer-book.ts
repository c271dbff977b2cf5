import type Database from 'better-sqlite3'
import { normaliseForSearch } from '../../../../shared/domain/search-key.ts'
import { IdTable } from './id-table.ts'
import { NumberTable } from './number-table.ts'
import { StringTable } from './string-table.ts'

export interface CustomerKeys {
  externalId: string
  email: string
  name: string
  city: string
}
interface StoredKeys {
  id: number
  externalId: string | null
  email: string | null
  name: string
  city: string | null
}

/** Stands for "more than one customer has this name". */
const SEVERAL = -1

/**
 * Who is already there, by what names them. Exact on purpose (finding likely duplicates is another job): the external id;
 * else the e-mail, unless both have different ids; else, for a row with neither, the name and city without accents and case.
 */
export class CustomerBook {
  readonly #byExternalId = new IdTable()
  readonly #byEmail = new StringTable()
  readonly #byName = new StringTable()
  readonly #byNameAndCity = new StringTable()
  /** Ids of customers that have an external id: their e-mail does not stand for another id. */
  readonly #identified = new NumberTable()
  readonly #normalised = new Map<string, string>()
  #maxId = 0

  constructor(db: Database.Database) {
    const stored = db.prepare<[], StoredKeys>(
      "SELECT coalesce(merged_into_id, id) AS id, external_id AS externalId, email, name, city FROM customers WHERE status <> 'erased' ORDER BY id"
    )
    for (const { id, externalId, email, name, city } of stored.iterate())
      this.add(id, { externalId: externalId ?? '', email: email ?? '', name, city: city ?? '' })
    this.#maxId = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM customers').get()?.id ?? 0
  }

  nextId(): number {
    return ++this.#maxId
  }

  add(id: number, { externalId, email, name, city }: CustomerKeys): void {
    if (externalId !== '') {
      this.#byExternalId.set(externalId, id)
      this.#identified.set(id, 1)
    }
    if (email !== '' && this.#byEmail.get(email) === 0) this.#byEmail.set(email, id)
    if (name === '') return
    const key = this.#normalise(name)
    const known = this.#byName.get(key)
    this.#byName.set(key, known === 0 || known === id ? id : SEVERAL)
    const both = `${key}\n${this.#normalise(city)}`
    if (this.#byNameAndCity.get(both) === 0) this.#byNameAndCity.set(both, id)
  }

  /** Id of the customer, 0 when nobody fits. */
  find({ externalId, email, name, city }: CustomerKeys): number {
    if (externalId !== '') {
      const found = this.#byExternalId.get(externalId)
      if (found !== 0) return found
    }
    if (email !== '') {
      const found = this.#byEmail.get(email)
      if (found !== 0 && (externalId === '' || this.#identified.get(found) === 0)) return found
    }
    if (externalId !== '' || email !== '' || name === '') return 0
    return this.#findByName(this.#normalise(name), this.#normalise(city))
  }

  findByExternalId(externalId: string): number {
    return this.#byExternalId.get(externalId)
  }

  #findByName(name: string, city: string): number {
    const found = this.#byNameAndCity.get(`${name}\n${city}`)
    if (found !== 0) return found
    // No city given: the name alone does if one customer has it.
    const alone = city === '' ? this.#byName.get(name) : 0
    return alone === SEVERAL ? 0 : alone
  }

  /** Folding accents is slow beside everything else in a row; names come again and again. */
  #normalise(text: string): string {
    const known = this.#normalised.get(text)
    if (known !== undefined) return known
    if (this.#normalised.size >= 20_000) this.#normalised.clear()
    const normalised = normaliseForSearch(text)
    this.#normalised.set(text, normalised)
    return normalised
  }
}
