import type Database from 'better-sqlite3'
import { buildSearchKey } from '../../../../shared/domain/search-key.ts'
import { isDate, readDate } from '../values/date.ts'
import { normaliseHeader, readCode, readEmail, readText } from '../values/text.ts'
import { AttributeColumns } from './attribute-columns.ts'
import { CustomerBook, SEVERAL } from './customer-book.ts'
import { type CustomerKeys, toPhoneKey, toTaxKey } from './customer-keys.ts'
import { GivenColumns } from './given-columns.ts'
import { createBeforeKeeper } from './keep-before.ts'
import type { RecordProblem } from './record-reader.ts'
import type { RejectCode } from './reject-list.ts'
import { type FieldColumn, findColumn, type KindRun, type RunContext } from './run-context.ts'
import { type CellValue, RowWriter } from './row-writer.ts'
import { dropIndexes, isTableEmpty, prepareSorting, readMaxId } from './secondary-indexes.ts'

type ReadCell = (text: string) => string

const TYPES: Record<string, string> = {
  person: 'person',
  persona: 'person',
  particular: 'person',
  individual: 'person',
  b2c: 'person',
  company: 'company',
  empresa: 'company',
  business: 'company',
  organization: 'company',
  b2b: 'company'
}

/** Fields that go into one column as they are; name and company are put together, dates are checked. */
const PLAIN: readonly (readonly [field: string, column: string, read: ReadCell])[] = [
  ['external_id', 'external_id', readCode],
  ['email', 'email', readEmail],
  ['phone', 'phone', readCode],
  ['tax_id', 'tax_id', readCode],
  ['address', 'address', readText],
  ['city', 'city', readText],
  ['region', 'region', readText],
  ['postal_code', 'postal_code', readCode],
  ['country', 'country', readText],
  ['language', 'language', readText],
  ['acquisition_channel', 'acquisition_channel', readText],
  ['owner_user', 'owner_user', readText],
  ['needs_tags', 'needs_tags', readText],
  ['notes', 'notes', readText]
]
const DATES = ['birth_date', 'acquisition_date'] as const
const COLUMNS = ['name', 'type', ...PLAIN.map(([, column]) => column), ...DATES] as const
type Column = string
const TOTALS = new Set(
  ['total', 'totals', 'grand total', 'subtotal', 'sum', 'totales', 'total general', 'suma', 'suma total', 'total clientes'].map(
    normaliseHeader
  )
)
const MAX_NAME = 500
const MAX_ID = 200
const MAX_TEXT = 20_000

/**
 * Customers, one row each. A row that matches somebody (see `CustomerBook`) changes what it gives and leaves the rest: a blank
 * cell never overwrites. When several rows of the file are about one customer, what an earlier row gave stays and a later one adds:
 * else the same file again would change everything back and forth.
 */
export class CustomersRun implements KindRun {
  readonly #context: RunContext
  readonly #book: CustomerBook
  readonly #attributes: AttributeColumns
  readonly #base: number
  readonly #writer: RowWriter
  readonly #stored: Database.Statement<[number], Record<Column, CellValue>>
  readonly #update: Database.Statement<CellValue[]>
  readonly #keepBefore: (id: number) => void
  readonly #indexes: ReadonlyMap<string, string>
  readonly #columns = new Map<string, FieldColumn>()
  readonly #row = new Map<Column, string>()
  /** What the rows of this file gave of each customer: first the columns, then the attributes. */
  readonly #given: GivenColumns

  constructor(context: RunContext) {
    const { db } = context
    this.#context = context
    this.#book = new CustomerBook(db, context.settings.matchBy)
    this.#attributes = new AttributeColumns(context)
    context.attributes.push(...this.#attributes.describe())
    this.#given = new GivenColumns(COLUMNS.length + this.#attributes.count)
    this.#base = readMaxId(db, 'customers')
    // Who is there stands in the book: the indexes are made once at the end.
    this.#indexes = isTableEmpty(db, 'customers') ? dropIndexes(db, 'customers') : new Map<string, string>()
    // Rows are only added at the end: what is behind is seldom looked at again.
    if (this.#indexes.size > 0) db.pragma('cache_size = -4096')
    this.#writer = new RowWriter(db, 'customers', ['id', ...COLUMNS, 'attributes', 'search_key', 'created_at', 'updated_at'], {
      ascending: true,
      fixed: { batch_id: context.batchId }
    })
    this.#stored = db.prepare(`SELECT ${COLUMNS.join(', ')}, attributes FROM customers WHERE id = ?`)
    this.#update = db.prepare(
      `UPDATE customers SET ${COLUMNS.map((column) => `${column} = ?`).join(', ')}, attributes = ?, search_key = ?, updated_at = ? WHERE id = ?`
    )
    this.#keepBefore = createBeforeKeeper(db, context.batchId, 'customers')
    for (const field of ['name', 'last_name', 'second_last_name', 'company', 'type', ...PLAIN.map(([id]) => id), ...DATES])
      this.#columns.set(field, findColumn(context, field))
  }

  take(cells: readonly string[], row: number): void {
    const { rejects, counts, settings } = this.#context
    const problem = this.#read(cells) ?? this.#attributes.read(cells)
    if (problem) {
      rejects.add(row, problem.column, problem.code)
      return
    }
    const keys = toKeys((column) => this.#value(column))
    const found = this.#book.find(keys)
    const refusal = this.#findRefusal(keys, found)
    if (refusal) rejects.add(row, refusal.column, refusal.code)
    else if (found === 0 || settings.onMatch === 'create') this.#create(keys)
    else if (settings.onMatch === 'skip') counts.unchanged++
    else this.#merge(found)
  }

  /** Why the row can't be taken, now that it is known whom it fits. */
  #findRefusal(keys: CustomerKeys, found: number): RecordProblem | null {
    const { onMatch } = this.#context.settings
    if (found === SEVERAL && onMatch !== 'create') return { column: -1, code: 'customer-several' }
    const isNew = found === 0 || onMatch === 'create'
    if (isNew && isTotalsRow(keys)) return { column: -1, code: 'totals-row' }
    if (isNew && keys.externalId === '' && keys.name === '' && keys.email === '') return { column: -1, code: 'customer-unnamed' }
    if (isNew && onMatch !== 'create' && !this.#book.givesKey(keys)) return { column: -1, code: 'key-missing' }
    if (onMatch === 'skip' && !isNew) return null
    // The number names somebody else than the keys that were chosen: one of the two is wrong.
    const owner = keys.externalId === '' ? 0 : this.#book.findByExternalId(keys.externalId)
    const isOthers = owner !== 0 && (isNew || owner !== found)
    return isOthers ? { column: this.#columns.get('external_id')?.index ?? -1, code: 'customer-exists' } : null
  }

  #cell(cells: readonly string[], field: string): string {
    return cells[this.#columns.get(field)?.index ?? -1] ?? ''
  }

  #value(column: Column): string {
    return this.#row.get(column) ?? ''
  }

  /** Reads the row into `#row`; blank cells give blank texts. */
  #read(cells: readonly string[]): RecordProblem | null {
    const row = this.#row
    row.clear()
    for (const [field, column, read] of PLAIN) {
      const value = read(this.#cell(cells, field))
      if (value.length > (column === 'external_id' ? MAX_ID : MAX_TEXT))
        return { column: this.#columns.get(field)?.index ?? -1, code: 'text-too-long' }
      row.set(column, value)
    }
    const person = [this.#cell(cells, 'name'), this.#cell(cells, 'last_name'), this.#cell(cells, 'second_last_name')]
      .map(readText)
      .filter(Boolean)
      .join(' ')
    const company = readText(this.#cell(cells, 'company'))
    row.set('name', person || company)
    row.set('type', TYPES[readText(this.#cell(cells, 'type')).toLowerCase()] ?? (person === '' && company !== '' ? 'company' : ''))
    if (this.#value('name').length > MAX_NAME) return { column: this.#columns.get('name')?.index ?? -1, code: 'text-too-long' }
    for (const field of DATES) {
      const at = this.#columns.get(field)
      if (!at || at.index < 0) continue
      const date = readDate(this.#cell(cells, field), at.dateOrder)
      if (isDate(date)) row.set(field, date)
      else if (date !== 'date-missing') return { column: at.index, code: date as RejectCode }
    }
    return null
  }

  #create(keys: CustomerKeys): void {
    const { now, counts } = this.#context
    const id = this.#book.nextId()
    const values = COLUMNS.map((column) => (column === 'name' ? this.#value('name') : this.#value(column) || null))
    this.#writer.add(
      id,
      ...values,
      this.#attributes.merge(null, () => true),
      buildSearchKey(keys),
      now,
      now
    )
    this.#book.add(id, keys)
    this.#noteGiven(id)
    counts.created++
  }

  #noteGiven(id: number): void {
    for (const [at, column] of COLUMNS.entries()) if (this.#value(column) !== '') this.#given.note(id, at)
    for (let at = 0; at < this.#attributes.count; at++) if (this.#attributes.gives(at)) this.#given.note(id, COLUMNS.length + at)
  }

  #merge(id: number): void {
    const { now, counts } = this.#context
    // What an earlier row of the file made may still wait to be written.
    if (id > this.#base) this.#writer.flush()
    const stored = this.#stored.get(id)
    if (!stored) throw new Error('customer in the book but not in the table')
    const changed = new Set(
      COLUMNS.filter(
        (column, at) =>
          this.#value(column) !== '' && !isSame(column, stored[column] ?? null, this.#value(column)) && !this.#given.has(id, at)
      )
    )
    const before = (stored['attributes'] ?? null) as string | null
    const attributes = this.#attributes.merge(before, (at) => !this.#given.has(id, COLUMNS.length + at))
    this.#noteGiven(id)
    if (changed.size === 0 && attributes === before) {
      counts.unchanged++
      return
    }
    if (id <= this.#base) this.#keepBefore(id)
    const text = (column: Column): string => String(stored[column] ?? '')
    const merged = (column: Column): string => (changed.has(column) ? this.#value(column) : text(column))
    const keys = toKeys(merged)
    const values = COLUMNS.map((column) => (changed.has(column) ? this.#value(column) : (stored[column] ?? null)))
    this.#update.run(...values, attributes, buildSearchKey(keys), now, id)
    this.#book.replace(id, toKeys(text), keys)
    counts.updated++
  }

  finish(): void {
    this.#writer.flush()
    if (this.#indexes.size > 0) prepareSorting(this.#context.db)
    for (const sql of this.#indexes.values()) {
      this.#context.stopIfCancelled()
      this.#context.db.exec(sql)
    }
  }
}

/** Columns whose values are one however they are written. What is there stays: it may be the one with the country's prefix. */
const WRITINGS: Readonly<Record<Column, (text: string) => string>> = { phone: toPhoneKey, tax_id: toTaxKey }

function isSame(column: Column, stored: CellValue, given: string): boolean {
  if (stored === given) return true
  const key = WRITINGS[column]?.(given) ?? ''
  return key !== '' && typeof stored === 'string' && WRITINGS[column]?.(stored) === key
}

/** A line that sums the sheet up: the word for it stands where a number or a name should, and nothing tells who it is about. */
function isTotalsRow({ externalId, name, email, phone, taxId }: CustomerKeys): boolean {
  const words = [externalId, name].filter(Boolean)
  return email === '' && phone === '' && taxId === '' && words.length > 0 && words.every((word) => TOTALS.has(normaliseHeader(word)))
}

function toKeys(read: (column: Column) => string): CustomerKeys {
  return {
    externalId: read('external_id'),
    email: read('email'),
    phone: read('phone'),
    taxId: read('tax_id'),
    name: read('name'),
    city: read('city')
  }
}
