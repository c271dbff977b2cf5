import type { PlainValue } from '../../../../shared/segments/compare.ts'
import type { OpenWorkspace } from '../../context.ts'
import { findPosition } from '../../figures/find-position.ts'
import { startPace } from '../../figures/pause.ts'

/** One field of many rows: numbers (NaN: nothing), or the place of each row's value among the different ones (0: nothing). */
export type FieldColumn =
  | { readonly kind: 'numbers'; readonly numbers: Float64Array }
  | { readonly kind: 'codes'; readonly codes: Uint16Array; readonly values: readonly PlainValue[] }

/** Where a field stands: an SQL expression over the rows of the source. */
export interface ColumnSource {
  readonly id: string
  readonly expression: string
  readonly isNumber: boolean
}

/** Rows that belong to customers. `rows`: a SELECT over `@low` to `@high` with `customer_id`; `order`: of one customer's rows. */
export interface RowSource {
  readonly rows: string
  readonly order: string
  readonly values: Readonly<Record<string, string | number | null>>
  /** About how many rows there are, so that slices of customers are of one size. */
  readonly count: number
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

/** Reads fields of every row of the customers `ids`, in slices. Null: the workspace was closed meanwhile. */
export async function loadColumns(
  { read }: OpenWorkspace,
  ids: Int32Array,
  source: RowSource,
  columns: readonly ColumnSource[]
): Promise<RecordColumns | null> {
  const statement = read
    .prepare<[Record<string, string | number | null>], PlainValue[]>(
      `SELECT customer_id, ${columns.map(({ expression }) => expression).join(', ')} FROM (${source.rows}) ORDER BY ${source.order}`
    )
    .raw()
  const fields = columns.map(({ isNumber }) => (isNumber ? new NumberList() : new CodeList()))
  const starts = new Int32Array(ids.length + 1)
  const step = Math.max(50, Math.floor((ids.length * SLICE_ROWS) / Math.max(source.count, ids.length, 1)))
  const pace = startPace()
  for (let first = 0; first < ids.length; first += step) {
    if (!read.open) return null
    const last = Math.min(first + step, ids.length) - 1
    for (const row of statement.all({ ...source.values, low: ids[first]!, high: ids[last]! })) {
      const i = findPosition(ids, Number(row[0]))
      if (i < 0) continue
      starts[i + 1]! += 1
      for (let place = 0; place < fields.length; place++) fields[place]!.add(row[place + 1] ?? null)
    }
    await pace()
  }
  for (let i = 0; i < ids.length; i++) starts[i + 1]! += starts[i]!
  return { starts, fields: new Map(columns.map(({ id }, place) => [id, fields[place]!.end()])) }
}

/** A typed array that grows. */
class NumberList {
  #numbers = new Float64Array(1024)
  #count = 0
  add(value: PlainValue): void {
    if (this.#count === this.#numbers.length) this.#numbers = grow(this.#numbers, new Float64Array(2 * this.#count))
    this.#numbers[this.#count++] = value === null ? Number.NaN : Number(value)
  }
  end(): FieldColumn {
    return { kind: 'numbers', numbers: this.#numbers.slice(0, this.#count) }
  }
}

class CodeList {
  #codes = new Uint16Array(1024)
  #count = 0
  /** Null: there were too many. */
  #places: Map<PlainValue, number> | null = new Map([[null, 0]])
  add(value: PlainValue): void {
    if (!this.#places) return
    if (this.#count === this.#codes.length) this.#codes = grow(this.#codes, new Uint16Array(2 * this.#count))
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
  end(): FieldColumn | null {
    return this.#places && { kind: 'codes', codes: this.#codes.slice(0, this.#count), values: [...this.#places.keys()] }
  }
}

function grow<T extends Float64Array | Uint16Array>(from: T, into: T): T {
  into.set(from)
  return into
}
