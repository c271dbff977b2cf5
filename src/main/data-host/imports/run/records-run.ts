import type Database from 'better-sqlite3'
import { CustomerAttributes } from './customer-attributes.ts'
import { createBeforeKeeper } from './keep-before.ts'
import { NumberTable } from './number-table.ts'
import { findRefusal, NewCustomers, OrderCustomers, openOrderBook } from './order-customers.ts'
import { RECORD_KINDS, type RecordDefinition, type RecordKind, type RecordValues } from './record-kinds.ts'
import { type ReadRecord, RecordReader } from './record-reader.ts'
import type { RejectCode } from './reject-list.ts'
import { addDate, type KindRun, type RunContext } from './run-context.ts'
import { type CellValue, RowWriter } from './row-writer.ts'
import { readMaxId } from './secondary-indexes.ts'

interface Stored {
  id: number
  [column: string]: CellValue
}

/**
 * Interactions, complaints, consents and survey answers, one row each. A record with a number of its own is that number. One
 * without is known by its customer, its moment and what else tells such records apart (`RecordDefinition.key`); of several alike
 * each row takes one, the one that says the same first, so that exact repeats are kept and the same file again changes nothing.
 * When several alike say something else, the row is refused: which one it means is not for us to guess.
 *
 * The id of a new record is the row it stands in, counted on from the highest id before.
 */
export class RecordsRun implements KindRun {
  readonly #context: RunContext
  readonly #definition: RecordDefinition
  readonly #reader: RecordReader
  readonly #customers: OrderCustomers
  readonly #newCustomers: NewCustomers
  readonly #attributes: CustomerAttributes
  readonly #columns: readonly string[]
  readonly #base: number
  readonly #writer: RowWriter
  /** Row of this file that a record of before was met in. */
  readonly #met = new NumberTable()
  readonly #byNumber: Database.Statement<[CellValue], Stored> | null
  readonly #alike: Database.Statement<CellValue[], Stored>
  readonly #update: Database.Statement<CellValue[]>
  readonly #keepBefore: (id: number) => void
  #headers: readonly string[] = []

  constructor(context: RunContext, kind: RecordKind) {
    const { db, batchId } = context
    const definition = RECORD_KINDS[kind]
    const { table, fields, order, key, date, hasNumber } = definition
    this.#context = context
    this.#definition = definition
    this.#reader = new RecordReader(context, definition)
    this.#attributes = new CustomerAttributes(context)
    this.#newCustomers = new NewCustomers(context)
    this.#customers = new OrderCustomers(context, openOrderBook(db, context.settings), this.#newCustomers.writer, this.#attributes)
    this.#columns = [...fields.map(({ column }) => column), ...(order ? [order.column] : [])]
    this.#base = readMaxId(db, table)
    // One row per statement: the next row's look-up must see it.
    this.#writer = new RowWriter(db, table, ['id', 'customer_id', ...this.#columns], { rows: 1, fixed: { batch_id: batchId } })
    const read = `SELECT id, customer_id, ${this.#columns.join(', ')} FROM ${table}`
    this.#byNumber = hasNumber ? db.prepare(`${read} WHERE external_id = ?`) : null
    const alike = key.map((column) => `(${column} IS NULL OR coalesce(?, ${column}) = ${column})`)
    const unnumbered = hasNumber ? ['external_id IS NULL'] : []
    this.#alike = db.prepare(`${read} WHERE ${['customer_id IS ?', `${date} = ?`, ...alike, ...unnumbered].join(' AND ')} ORDER BY id`)
    const set = ['customer_id', ...this.#columns].map((column) => `${column} = coalesce(?, ${column})`)
    this.#update = db.prepare(`UPDATE ${table} SET ${set.join(', ')} WHERE id = ?`)
    this.#keepBefore = createBeforeKeeper(db, batchId, table)
  }

  begin(headers: readonly string[]): void {
    this.#headers = headers
  }

  take(cells: readonly string[], row: number): void {
    const { rejects } = this.#context
    const record = this.#attributes.read(cells) ?? this.#reader.read(cells, this.#headers)
    if ('code' in record) {
      rejects.add(row, record.column, record.code)
      return
    }
    const number = record.given['external_id'] ?? null
    const refusal = number === null ? this.#takeUnnumbered(record, cells, row) : this.#takeNumbered(record, number, cells, row)
    if (refusal !== null) rejects.add(row, -1, refusal.code, refusal.other)
    else addDate(this.#context.counts, String(record.given[this.#definition.date]).slice(0, 10))
  }

  #takeNumbered(record: ReadRecord, number: CellValue, cells: readonly string[], row: number): Refusal | null {
    const { onMatch } = this.#context.settings
    const found = this.#byNumber?.get(number)
    const firstRow = !found ? 0 : found.id > this.#base ? found.id - this.#base : this.#met.get(found.id)
    if (firstRow > 0) return { code: 'duplicate-record', other: firstRow }
    if (found && onMatch === 'create') return { code: 'record-exists' }
    // What is left as it is names nobody who is not there yet.
    if (found && onMatch === 'skip') return this.#leave(found, row)
    const customer = this.#resolve(cells, found !== undefined)
    if ('code' in customer) return customer
    if (found) this.#meet(found, { ...record.given, customer_id: customer.id }, row)
    else this.#create(record.full, customer.id, row)
    return null
  }

  #takeUnnumbered({ given, full }: ReadRecord, cells: readonly string[], row: number): Refusal | null {
    const { onMatch } = this.#context.settings
    const customer = this.#resolve(cells, false)
    if ('code' in customer) return customer
    const { date, key } = this.#definition
    const alike =
      onMatch === 'create' ? [] : this.#alike.all(customer.id, given[date] ?? null, ...key.map((column) => given[column] ?? null))
    const free = alike.filter(({ id }) => id <= this.#base && this.#met.get(id) === 0)
    const same = free.find((stored) => !this.#differs(stored, given))
    const meant = same ?? free[0]
    if (same === undefined && free.length > 1) return { code: 'record-several' }
    if (!meant) this.#create(full, customer.id, row)
    else if (onMatch === 'skip') return this.#leave(meant, row)
    else this.#meet(meant, given, row)
    return null
  }

  /** `mayBeBlank`: the record is known without saying again whose it is. */
  #resolve(cells: readonly string[], mayBeBlank: boolean): { id: number | null } | Refusal {
    const id = this.#customers.resolve(cells)
    const code = findRefusal(id)
    if (code !== null) return { code }
    return id === null && this.#definition.needsCustomer && !mayBeBlank ? { code: 'customer-missing' } : { id }
  }

  #create(values: RecordValues, customerId: number | null, row: number): void {
    const writer = this.#writer
    writer.put(this.#base + row)
    writer.put(customerId)
    // A complaint is not reopened unless somebody says so.
    for (const column of this.#columns) writer.put(values[column] ?? (column === 'reopened' ? 0 : null))
    writer.endRow()
    this.#context.counts.created++
  }

  #leave({ id }: Stored, row: number): null {
    this.#met.set(id, row)
    this.#context.counts.unchanged++
    return null
  }

  #differs(stored: Stored, given: RecordValues): boolean {
    return Object.keys(given).some((column) => (given[column] ?? null) !== null && stored[column] !== given[column])
  }

  #meet(stored: Stored, given: RecordValues, row: number): void {
    const { counts } = this.#context
    this.#met.set(stored.id, row)
    if (!this.#differs(stored, given)) {
      counts.unchanged++
      return
    }
    this.#keepBefore(stored.id)
    this.#update.run(...['customer_id', ...this.#columns].map((column) => given[column] ?? null), stored.id)
    counts.updated++
  }

  finish(): void {
    this.#writer.flush()
    this.#newCustomers.finish()
    this.#attributes.finish()
  }
}

interface Refusal {
  code: RejectCode
  /** The row the sentence names. */
  other?: number
}
