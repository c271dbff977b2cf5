/** Rows between two chances to let others in: one or two milliseconds each. */
const SLICE = 1 << 16

/** The order in which rows stand by customer, by time within one, and as they came within one moment; with where each customer's begin. */
interface RowOrder {
  readonly starts: Int32Array
  readonly rows: Int32Array
}

/**
 * Clusters rows by counting, first by time, then by customer; stable, so whoever has thousands of rows costs no more than others.
 * `owners`: positions of the customers; `times`: rises with time. Yields every few milliseconds.
 */
export function* clusterRows(owners: Int32Array, times: Uint16Array, customers: number): Generator<void, RowOrder, void> {
  const isSorted = yield* isRising(times)
  const inTime = isSorted ? null : (yield* placeRows(times, null, 1 << 16)).rows
  return yield* placeRows(owners, inTime, customers)
}

function* isRising(times: Uint16Array): Generator<void, boolean, void> {
  for (let row = 1; row < times.length; row++) {
    if (times[row]! < times[row - 1]!) return false
    if (row % SLICE === 0) yield
  }
  return true
}

/** One pass of the sort: rows by key, those of one key as `before` has them (null: as they came). */
function* placeRows(keys: Int32Array | Uint16Array, before: Int32Array | null, most: number): Generator<void, RowOrder, void> {
  const starts = new Int32Array(most + 1)
  for (let row = 0; row < keys.length; row++) {
    starts[keys[row]! + 1]! += 1
    if (row % SLICE === SLICE - 1) yield
  }
  for (let key = 0; key < most; key++) starts[key + 1]! += starts[key]!
  yield
  const next = starts.slice()
  const rows = new Int32Array(keys.length)
  for (let at = 0; at < rows.length; at++) {
    const row = before ? before[at]! : at
    const key = keys[row]!
    rows[next[key]!] = row
    next[key]! += 1
    if (at % SLICE === SLICE - 1) yield
  }
  return { starts, rows }
}

/** The values in the order of `rows`. */
export function* gatherRows<T extends Float64Array | Uint16Array>(values: T, rows: Int32Array, into: T): Generator<void, T, void> {
  for (let place = 0; place < rows.length; place++) {
    into[place] = values[rows[place]!]!
    if (place % SLICE === SLICE - 1) yield
  }
  return into
}
