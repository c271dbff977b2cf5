import type { PlainValue } from '../../../../shared/segments/compare.ts'
import { compareText } from '../../../../shared/segments/visible-records.ts'
import type { OpenWorkspace } from '../../context.ts'
import { findPosition } from '../../figures/find-position.ts'
import { runSteps, startPace } from '../../pause.ts'
import { clusterRows, gatherRows } from './cluster-rows.ts'

/** One field of many rows: numbers (NaN: nothing), or the place of each row's value among the different ones (0: nothing). */
export type FieldColumn = NumberColumn | { readonly kind: 'codes'; readonly codes: Uint16Array; readonly values: readonly PlainValue[] }

interface NumberColumn {
  readonly kind: 'numbers'
  readonly numbers: Float64Array
}

/** Where a field stands: an SQL expression over the rows of the source. */
export interface ColumnSource {
  readonly id: string
  readonly expression: string
  readonly isNumber: boolean
}

/**
 * Rows that belong to customers. `rows`: a SELECT with `customer_id`, over the customers `@low` to `@high` in the order of `order`;
 * or, where there are many, over rows of their own table by id, which lie side by side in the file and are put in order here by
 * the field `date`.
 */
export interface RowSource {
  readonly rows: string
  readonly order: string
  readonly values: Readonly<Record<string, string | number | null>>
  /** About how many rows there are, so that slices of customers are of one size. */
  readonly count: number
  /** Ids of the rows, where they are read by those. */
  readonly span: { readonly first: number; readonly last: number; readonly date: string } | null
}

/** Rows clustered by customer, in time within one: customer i owns those from `starts[i]` to `starts[i + 1]`. */
export interface RecordColumns {
  readonly starts: Int32Array
  /** By field; null: too many different values to be told apart by place. */
  readonly fields: ReadonlyMap<string, FieldColumn | null>
}

/** A column of more different texts (names, comments) is asked by SQL. */
const MOST_VALUES = 10_000
const SLICE_ROWS = 4000

/** Reads fields of every row of the customers `ids`, in slices. Null: the workspace was closed meanwhile, or there are too many dates. */
export async function loadColumns(
  { read }: OpenWorkspace,
  ids: Int32Array,
  source: RowSource,
  columns: readonly ColumnSource[]
): Promise<RecordColumns | null> {
  const { span, order, rows } = source
  const statement = read
    .prepare<[Record<string, string | number | null>], PlainValue[]>(
      `SELECT customer_id, ${columns.map(({ expression }) => expression).join(', ')} FROM (${rows}) ${span ? '' : `ORDER BY ${order}`}`
    )
    .raw()
  const lists = columns.map(({ isNumber }) => (isNumber ? new NumberList() : new CodeList()))
  const owners = new NumberList()
  const pace = startPace()
  for (const bounds of span ? listRowSlices(span) : listCustomerSlices(ids, source.count)) {
    if (!read.open) return null
    for (const row of statement.all({ ...source.values, ...bounds })) {
      const i = row[0] === null ? -1 : findPosition(ids, Number(row[0]))
      if (i < 0) continue
      owners.add(i)
      for (let place = 0; place < lists.length; place++) lists[place]!.add(row[place + 1] ?? null)
    }
    await pace()
  }
  const fields = new Map(columns.map(({ id }, place) => [id, lists[place]!.end()]))
  return orderRows(Int32Array.from(owners.end().numbers), ids.length, fields, span?.date ?? null)
}

function* listRowSlices({ first, last }: { first: number; last: number }): Generator<{ low: number; high: number }> {
  for (let low = first; low <= last; low += SLICE_ROWS) yield { low, high: low + SLICE_ROWS - 1 }
}

function* listCustomerSlices(ids: Int32Array, rows: number): Generator<{ low: number; high: number }> {
  const step = Math.max(50, Math.floor((ids.length * SLICE_ROWS) / Math.max(rows, ids.length, 1)))
  for (let first = 0; first < ids.length; first += step) yield { low: ids[first]!, high: ids[Math.min(first + step, ids.length) - 1]! }
}

/** Rows as they were read, by customer and by the field `date`; null: they stand like that already. */
async function orderRows(
  owners: Int32Array,
  customers: number,
  fields: Map<string, FieldColumn | null>,
  date: string | null
): Promise<RecordColumns | null> {
  if (date === null) return { starts: countStarts(owners, customers), fields }
  const dates = fields.get(date)
  if (dates?.kind !== 'codes') return null
  const ranks = rankValues(dates.values)
  const { starts, rows } = await runSteps(
    clusterRows(
      owners,
      dates.codes.map((code) => ranks[code]!),
      customers
    )
  )
  for (const [id, column] of fields) if (column) fields.set(id, await runSteps(gatherColumn(column, rows)))
  return { starts, fields }
}

function countStarts(owners: Int32Array, customers: number): Int32Array {
  const starts = new Int32Array(customers + 1)
  for (const owner of owners) starts[owner + 1]! += 1
  for (let i = 0; i < customers; i++) starts[i + 1]! += starts[i]!
  return starts
}

/** The place of each text among all in their order; nothing comes first. */
function rankValues(values: readonly PlainValue[]): Uint16Array {
  const sorted = values.map((_, code) => code).sort((a, b) => compareText(String(values[a] ?? ''), String(values[b] ?? '')))
  const ranks = new Uint16Array(values.length)
  for (const [rank, code] of sorted.entries()) ranks[code] = rank
  return ranks
}

function* gatherColumn(column: FieldColumn, rows: Int32Array): Generator<void, FieldColumn, void> {
  return column.kind === 'numbers'
    ? { kind: 'numbers', numbers: yield* gatherRows(column.numbers, rows, new Float64Array(rows.length)) }
    : { ...column, codes: yield* gatherRows(column.codes, rows, new Uint16Array(rows.length)) }
}

/**
 * The columns with the rows of some customers (`touched`, positions ascending) read again; all others stand as they are. `columns`:
 * those kept in `known`.
 */
export function spliceColumns(
  { read }: OpenWorkspace,
  ids: Int32Array,
  source: RowSource,
  columns: readonly ColumnSource[],
  known: RecordColumns,
  touched: readonly number[]
): RecordColumns {
  const statement = read
    .prepare<[Record<string, string | number | null>], PlainValue[]>(
      `SELECT ${columns.map(({ expression }) => expression).join(', ')} FROM (${source.rows}) ORDER BY ${source.order}`
    )
    .raw()
  const rowsOf = touched.map((i) => statement.all({ ...source.values, low: ids[i]!, high: ids[i]! }))
  const counts = new Int32Array(ids.length + 1)
  for (let i = 0; i < ids.length; i++) counts[i + 1] = known.starts[i + 1]! - known.starts[i]!
  for (const [place, i] of touched.entries()) counts[i + 1] = rowsOf[place]!.length
  for (let i = 0; i < ids.length; i++) counts[i + 1]! += counts[i]!
  const fields = columns.map(({ id }, column): [string, FieldColumn | null] => {
    const before = known.fields.get(id)
    if (!before) return [id, null]
    const list = before.kind === 'numbers' ? new NumberList() : new CodeList(before.values)
    let from = 0
    for (const [place, i] of touched.entries()) {
      list.copy(before, from, known.starts[i]!)
      for (const row of rowsOf[place]!) list.add(row[column] ?? null)
      from = known.starts[i + 1]!
    }
    list.copy(before, from, known.starts[ids.length]!)
    return [id, list.end()]
  })
  return { starts: counts, fields: new Map(fields) }
}

/** A typed array that grows. */
class NumberList {
  #numbers = new Float64Array(1024)
  #count = 0
  add(value: PlainValue): void {
    this.#makeRoom(1)
    this.#numbers[this.#count++] = value === null ? Number.NaN : Number(value)
  }
  copy(from: FieldColumn, first: number, end: number): void {
    if (from.kind !== 'numbers') return
    this.#makeRoom(end - first)
    this.#numbers.set(from.numbers.subarray(first, end), this.#count)
    this.#count += end - first
  }
  #makeRoom(rows: number): void {
    const wanted = this.#count + rows
    if (wanted > this.#numbers.length) this.#numbers = grow(this.#numbers, new Float64Array(Math.max(wanted, 2 * this.#count)))
  }
  end(): NumberColumn {
    return { kind: 'numbers', numbers: this.#numbers.slice(0, this.#count) }
  }
}

class CodeList {
  #codes = new Uint16Array(1024)
  #count = 0
  /** Null: there were too many. */
  #places: Map<PlainValue, number> | null
  constructor(values: readonly PlainValue[] = [null]) {
    this.#places = new Map(values.map((value, place) => [value, place]))
  }
  add(value: PlainValue): void {
    if (!this.#places) return
    this.#makeRoom(1)
    let place = this.#places.get(value)
    if (place === undefined) {
      place = this.#places.size
      if (place > MOST_VALUES) {
        this.#places = null
        return
      }
      this.#places.set(value, place)
    }
    this.#codes[this.#count++] = place
  }
  copy(from: FieldColumn, first: number, end: number): void {
    if (from.kind !== 'codes') return
    this.#makeRoom(end - first)
    this.#codes.set(from.codes.subarray(first, end), this.#count)
    this.#count += end - first
  }
  #makeRoom(rows: number): void {
    const wanted = this.#count + rows
    if (wanted > this.#codes.length) this.#codes = grow(this.#codes, new Uint16Array(Math.max(wanted, 2 * this.#count)))
  }
  end(): FieldColumn | null {
    return this.#places && { kind: 'codes', codes: this.#codes.slice(0, this.#count), values: [...this.#places.keys()] }
  }
}

function grow<T extends Float64Array | Uint16Array>(from: T, into: T): T {
  into.set(from)
  return into
}
