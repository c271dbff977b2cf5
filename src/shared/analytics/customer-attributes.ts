/** What a customer's record says, as bits of `CustomerAttributes.flags`. */
export const CUSTOMER_FLAGS = {
  markedLost: 1,
  hasOwner: 2,
  hasTags: 4,
  validEmail: 8,
  validPhone: 16,
  hasAddress: 32,
  acquisitionKnown: 64,
  company: 128
} as const
export const LOST_REASONS = ['competitor', 'price', 'service', 'moved_away', 'closed', 'deceased', 'no_need', 'unknown'] as const

/** Columns over the live customers, parallel to their ids. */
export interface CustomerAttributes {
  readonly ids: Int32Array
  readonly flags: Uint8Array
  /** Position in `LOST_REASONS` plus one; 0: none. */
  readonly lostReason: Uint8Array
  /** Weight of the fields filled in and well formed, of `COMPLETENESS_TOTAL`. */
  readonly completeness: Uint8Array
  /** Day of the acquisition date, else of the record's creation. */
  readonly createdDay: Int32Array
  /** First day the customer is known of: the earlier of the record's creation and the acquisition date. */
  readonly enteredDay: Int32Array
  /** Day the record was last changed. */
  readonly touchedDay: Int32Array
  /** Customers with the same needs tags have the same number; 0: no tags. */
  readonly needsGroup: Int32Array
  /** The needs tags behind each of these numbers. */
  readonly needsTags: readonly string[]
}

type Columns = Omit<CustomerAttributes, 'needsTags'>

/** Every column made by one function: from nothing, cut off, or put together from pieces. */
function mapColumns(make: <T extends Int32Array | Uint8Array>(name: keyof Columns, kind: new (length: number) => T) => T): Columns {
  return {
    ids: make('ids', Int32Array),
    flags: make('flags', Uint8Array),
    lostReason: make('lostReason', Uint8Array),
    completeness: make('completeness', Uint8Array),
    createdDay: make('createdDay', Int32Array),
    enteredDay: make('enteredDay', Int32Array),
    touchedDay: make('touchedDay', Int32Array),
    needsGroup: make('needsGroup', Int32Array)
  }
}

/** Columns for `customers` customers, still empty. */
export function makeAttributes(customers: number): CustomerAttributes {
  return { ...mapColumns((_name, Column) => new Column(customers)), needsTags: [''] }
}

/** The first `customers` of them, with the needs tags met in them. */
export function trimAttributes(attributes: CustomerAttributes, customers: number, needsTags: readonly string[]): CustomerAttributes {
  if (attributes.ids.length === customers) return { ...attributes, needsTags }
  return { ...joinPieces([{ source: attributes, from: 0, to: customers }]), needsTags }
}

/**
 * The columns with some customers' records as they are now. `touched`: their ids, ascending; `fresh`: those of them who are
 * live, ascending, with needs tags that count on from `old`'s.
 */
export function spliceAttributes(old: CustomerAttributes, touched: readonly number[], fresh: CustomerAttributes): CustomerAttributes {
  const pieces: Piece[] = []
  let from = 0
  let next = 0
  for (const id of touched) {
    const at = findFirstFrom(old.ids, id)
    pieces.push({ source: old, from, to: at })
    from = old.ids[at] === id ? at + 1 : at
    if (fresh.ids[next] === id) pieces.push({ source: fresh, from: next, to: ++next })
  }
  pieces.push({ source: old, from, to: old.ids.length })
  return { ...joinPieces(pieces), needsTags: fresh.needsTags }
}

interface Piece {
  readonly source: Columns
  readonly from: number
  readonly to: number
}

function joinPieces(pieces: readonly Piece[]): Columns {
  const length = pieces.reduce((sum, { from, to }) => sum + to - from, 0)
  return mapColumns((name, Column) => {
    const column = new Column(length)
    let at = 0
    for (const { source, from, to } of pieces) {
      column.set(source[name].subarray(from, to), at)
      at += to - from
    }
    return column
  })
}

/** Position of the first id that is not below `id`, in ascending ids. */
function findFirstFrom(ids: Int32Array, id: number): number {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ids[middle]! < id) low = middle + 1
    else high = middle
  }
  return low
}
