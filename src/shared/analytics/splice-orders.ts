import type { LooseOrders, OrderColumns } from './order-columns.ts'

/** One customer's orders as they are now: rows `from` to `to` of the loose orders, by day. */
export interface NewRows {
  readonly from: number
  readonly to: number
}

export interface SpliceInput {
  readonly old: OrderColumns
  /** Position a customer had in the old columns, -1: none; one per customer as they are now. */
  readonly oldPosition: (i: number) => number
  readonly customers: number
  /** By position now: customers whose rows are replaced. */
  readonly replaced: ReadonlyMap<number, NewRows>
  /** Rows of the replaced ones; its channels count in `channelNames`. */
  readonly rows: LooseOrders
  readonly channelNames: readonly string[]
  readonly range: { firstDay: number | null; lastDay: number | null }
}

/** The columns with some customers' rows replaced; the others' are copied as they stand. */
export function spliceOrders(input: SpliceInput): OrderColumns {
  const { old, rows, customers } = input
  const { starts, pieces } = layOut(input)
  const count = starts[customers]!
  const copy = <T extends Int32Array | Float64Array | Uint16Array | Uint8Array>(into: T, kept: T | null, fresh: T): T => {
    for (const { at, source, from, to } of pieces) {
      const values = source === 'old' ? kept : fresh
      if (values) into.set(values.subarray(from, to), at)
    }
    return into
  }
  const hasCosts = old.cost !== null || rows.cost.some((value) => !Number.isNaN(value))
  const cost = hasCosts ? copy(new Float64Array(count).fill(Number.NaN), old.cost, rows.cost) : null
  const hasServiceCosts = old.serviceCost !== null || rows.serviceCost.some((value) => value !== 0)
  const serviceCost = hasServiceCosts ? copy(new Float64Array(count), old.serviceCost, rows.serviceCost) : null
  return {
    starts,
    days: copy(new Int32Array(count), old.days, rows.days),
    net: copy(new Float64Array(count), old.net, rows.net),
    cost: cost?.some((value) => !Number.isNaN(value)) ? cost : null,
    serviceCost: serviceCost?.some((value) => value !== 0) ? serviceCost : null,
    channels: copy(new Uint16Array(count), old.channels, rows.channels),
    channelNames: input.channelNames,
    traits: copy(new Uint8Array(count), old.traits, rows.traits),
    ...input.range
  }
}

interface Piece {
  at: number
  source: 'old' | 'new'
  from: number
  to: number
}

/** Where each customer's rows start now, and which stretches they are copied from: neighbours that stay go in one piece. */
function layOut({ old, oldPosition, customers, replaced }: SpliceInput): { starts: Int32Array; pieces: Piece[] } {
  const starts = new Int32Array(customers + 1)
  const pieces: Piece[] = []
  // A byte a customer is quicker to ask than the map, and most are not in it.
  const isReplaced = new Uint8Array(customers)
  for (const i of replaced.keys()) isReplaced[i] = 1
  let at = 0
  for (let i = 0; i < customers; i++) {
    starts[i] = at
    const fresh = isReplaced[i] === 1 ? replaced.get(i) : undefined
    const was = fresh ? -1 : oldPosition(i)
    const from = fresh ? fresh.from : was < 0 ? 0 : old.starts[was]!
    const to = fresh ? fresh.to : was < 0 ? 0 : old.starts[was + 1]!
    const source = fresh ? 'new' : 'old'
    const last = pieces.at(-1)
    if (last?.source === source && last.to === from) last.to = to
    else if (to > from) pieces.push({ at, source, from, to })
    at += to - from
  }
  starts[customers] = at
  return { starts, pieces }
}

/** Whether the rows up to a day are the same in both, for the customer at `was` before and at `is` now. */
export function isSameHistory(before: OrderColumns, was: number, after: OrderColumns, is: number, upToDay: number): boolean {
  const count = ({ starts, days }: OrderColumns, i: number): number => {
    let rows = 0
    while (i >= 0 && starts[i]! + rows < starts[i + 1]! && days[starts[i]! + rows]! <= upToDay) rows++
    return rows
  }
  const rows = count(before, was)
  if (rows !== count(after, is)) return false
  for (let k = 0; k < rows; k++) {
    const [a, b] = [before.starts[was]! + k, after.starts[is]! + k]
    const same =
      before.days[a] === after.days[b] &&
      before.net[a] === after.net[b] &&
      before.traits[a] === after.traits[b] &&
      before.channels[a] === after.channels[b] &&
      Object.is(before.cost?.[a] ?? Number.NaN, after.cost?.[b] ?? Number.NaN) &&
      (before.serviceCost?.[a] ?? 0) === (after.serviceCost?.[b] ?? 0)
    if (!same) return false
  }
  return true
}
