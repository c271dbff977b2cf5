import type Database from 'better-sqlite3'
import type { MatchKey } from '../../../../shared/domain/match-keys.ts'
import { buildSearchKey } from '../../../../shared/domain/search-key.ts'
import type { ImportSettings } from '../../../../shared/contract/imports.ts'
import { readCode, readEmail } from '../values/text.ts'
import { CustomerBook, SEVERAL } from './customer-book.ts'
import type { CustomerKeys } from './customer-keys.ts'
import type { RejectCode } from './reject-list.ts'
import type { CustomerAttributes } from './customer-attributes.ts'
import { type RowSink, RowWriter } from './row-writer.ts'
import { findColumn, type ReadContext, type RunContext } from './run-context.ts'
import { dropIndexes, isTableEmpty } from './secondary-indexes.ts'

export const NEW_CUSTOMER_COLUMNS = [
  'id',
  'created_at',
  'updated_at',
  'external_id',
  'name',
  'search_key',
  'email',
  'phone',
  'tax_id',
  'city',
  'region',
  'postal_code',
  'country'
]
export const WHO_FIELDS = [
  'customer',
  'customer_id',
  'customer_email',
  'customer_name',
  'customer_phone',
  'customer_tax_id',
  'customer_city',
  'customer_region',
  'customer_postal_code',
  'customer_country'
] as const
/** The keys each field can give; a single column of customers holds ids, e-mails or names. */
const GIVEN_KEYS: Readonly<Record<string, readonly MatchKey[]>> = {
  customer: ['external_id', 'email', 'name_city'],
  customer_id: ['external_id'],
  customer_email: ['email'],
  customer_phone: ['phone'],
  customer_tax_id: ['tax_id'],
  customer_name: ['name_city']
}

/** Who is there, by the keys the file's columns can give. */
export function openOrderBook(db: Database.Database, { matchBy, columns }: Pick<ImportSettings, 'matchBy' | 'columns'>): CustomerBook {
  return new CustomerBook(db, matchBy, new Set(columns.flatMap(({ field }) => GIVEN_KEYS[field] ?? [])))
}

/** Why `resolve` can't say who it is: below zero, where ids are above. */
const UNFIT = -2
const UNKNOWN = -3
const KEYLESS = -4
const TAKEN = -5
const REFUSALS: Readonly<Record<number, RejectCode>> = {
  [SEVERAL]: 'customer-several',
  [UNFIT]: 'text-too-long',
  [UNKNOWN]: 'customer-unknown',
  [KEYLESS]: 'key-missing',
  [TAKEN]: 'customer-exists'
}

/** Why a row is refused for what `resolve` gave; null: it is not. */
export function findRefusal(resolved: number | null): RejectCode | null {
  return resolved === null || resolved > 0 ? null : (REFUSALS[resolved] ?? null)
}

export type Who = Record<(typeof WHO_FIELDS)[number], string>

/** What a single "customer" column holds, value by value: an e-mail, a name (letters, and a space if there are digits) or an id. */
export function classifyCustomer(text: string): 'email' | 'name' | 'id' {
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return 'email'
  if (!/\p{L}/u.test(text)) return 'id'
  return !/\d/.test(text) || /\s/.test(text) ? 'name' : 'id'
}

/** Finds the customer a record names and makes those that are not there yet. Records never change a customer that exists. */
export class OrderCustomers {
  readonly #context: ReadContext
  readonly #book: CustomerBook
  readonly #sink: RowSink
  readonly #idIndex: number
  readonly #columns: Record<(typeof WHO_FIELDS)[number], number>
  readonly #refusesUnknown: boolean
  readonly #attributes: Pick<CustomerAttributes, 'stage'> | null

  /** `sink` takes the customers that are not there yet, with the columns of `NewCustomers`; `attributes` is told whom a row is about. */
  constructor(context: ReadContext, book: CustomerBook, sink: RowSink, attributes: Pick<CustomerAttributes, 'stage'> | null = null) {
    this.#context = context
    this.#attributes = attributes
    this.#book = book
    this.#sink = sink
    this.#refusesUnknown = context.settings.unknownCustomers === 'refuse'
    const indexOf = (field: string): number => findColumn(context, field).index
    this.#columns = Object.fromEntries(WHO_FIELDS.map((field) => [field, indexOf(field)])) as Record<(typeof WHO_FIELDS)[number], number>
    this.#idIndex = !book.startsWithId ? -1 : this.#columns.customer_id >= 0 ? this.#columns.customer_id : this.#columns.customer
  }

  /** Id of the customer of a row; null when the row names nobody (an anonymous sale); below zero as `findRefusal` says. */
  resolve(cells: readonly string[]): number | null {
    const id = this.#resolve(cells)
    if (id !== null && id > 0) this.#attributes?.stage(id)
    return id
  }

  #resolve(cells: readonly string[]): number | null {
    // The usual case first: one column with an id that is known.
    const idCell = cells[this.#idIndex] ?? ''
    if (idCell !== '') {
      const known = this.#book.findByExternalId(readCode(idCell))
      if (known !== 0) return known
    }
    return this.fits(cells) ? this.resolveWho(this.read(cells)) : UNFIT
  }

  read(cells: readonly string[]): Who {
    const at = this.#columns
    return {
      customer: cells[at.customer] ?? '',
      customer_id: cells[at.customer_id] ?? '',
      customer_email: cells[at.customer_email] ?? '',
      customer_name: cells[at.customer_name] ?? '',
      customer_phone: cells[at.customer_phone] ?? '',
      customer_tax_id: cells[at.customer_tax_id] ?? '',
      customer_city: cells[at.customer_city] ?? '',
      customer_region: cells[at.customer_region] ?? '',
      customer_postal_code: cells[at.customer_postal_code] ?? '',
      customer_country: cells[at.customer_country] ?? ''
    }
  }

  resolveWho(who: Who): number | null {
    const book = this.#book
    const keys = readKeys(who)
    const single = readCode(who.customer)
    if (single !== '') {
      const known = keys.externalId === '' && book.startsWithId ? book.findByExternalId(single) : 0
      if (known !== 0) return known
      const kind = classifyCustomer(single)
      if (kind === 'email') keys.email ||= single.toLowerCase()
      else if (kind === 'name') keys.name ||= single
      else keys.externalId ||= single
    }
    if (keys.externalId === '' && keys.email === '' && keys.name === '' && keys.taxId === '' && !book.givesKey(keys)) return null
    const found = book.find(keys)
    if (found > 0) book.learn(found, keys)
    if (found !== 0) return found
    if (!book.givesKey(keys)) return KEYLESS
    if (this.#refusesUnknown) return UNKNOWN
    if (keys.externalId !== '' && book.findByExternalId(keys.externalId) !== 0) return TAKEN
    return this.#create(keys, who)
  }

  #create(keys: CustomerKeys, who: Who): number {
    const { now, counts } = this.#context
    const id = this.#book.nextId()
    const { externalId, email, phone, taxId, name, city } = keys
    const orNull = (text: string): string | null => (text === '' ? null : text)
    const values = [
      id,
      now,
      now,
      orNull(externalId),
      name,
      buildSearchKey({ name, email, city, externalId }),
      orNull(email),
      orNull(phone),
      orNull(taxId),
      orNull(city),
      orNull(who.customer_region.trim()),
      orNull(readCode(who.customer_postal_code)),
      orNull(who.customer_country.trim())
    ]
    for (const value of values) this.#sink.put(value)
    this.#sink.endRow()
    this.#book.add(id, keys)
    counts.customersCreated++
    return id
  }

  /** Whether the texts of a customer fit: ids up to 200 characters, names up to 500. Long cells are not read at all. */
  fits(cells: readonly string[]): boolean {
    const { customer, customer_id: id, customer_name: name } = this.#columns
    return (cells[id]?.length ?? 0) <= 200 && (cells[customer]?.length ?? 0) <= 200 && (cells[name]?.length ?? 0) <= 500
  }
}

function readKeys(who: Who): CustomerKeys {
  return {
    externalId: readCode(who.customer_id),
    email: readEmail(who.customer_email),
    phone: readCode(who.customer_phone),
    taxId: readCode(who.customer_tax_id),
    name: who.customer_name.trim(),
    city: who.customer_city.trim()
  }
}

/** The table of the customers that orders name and nobody knows yet. */
export class NewCustomers {
  readonly writer: RowWriter
  readonly #context: RunContext
  readonly #indexes: Map<string, string>

  constructor(context: RunContext) {
    this.#context = context
    this.#indexes = isTableEmpty(context.db, 'customers') ? dropIndexes(context.db, 'customers') : new Map<string, string>()
    this.writer = new RowWriter(context.db, 'customers', NEW_CUSTOMER_COLUMNS, { ascending: true, fixed: { batch_id: context.batchId } })
  }

  finish(): void {
    this.writer.flush()
    for (const sql of this.#indexes.values()) {
      this.#context.stopIfCancelled()
      this.#context.db.exec(sql)
    }
  }
}
