import type Database from 'better-sqlite3'
import { dayOfIsoDate } from '../../../shared/domain/day-number.ts'
import { spliceAttributes, type CustomerAttributes } from '../../../shared/analytics/customer-attributes.ts'
import type { OrderColumns } from '../../../shared/analytics/order-columns.ts'
import { isSameHistory, spliceOrders } from '../../../shared/analytics/splice-orders.ts'
import type { OpenWorkspace } from '../context.ts'
import { findPosition } from './find-position.ts'
import { loadBase, readDataNumber, type FigureBase } from './load-base.ts'
import { loadCustomers, loadCustomersOf } from './load-customers.ts'
import { loadOrdersAfter, loadOrdersOf, readOutsideRange } from './load-orders.ts'
import { noteStep } from './row-steps.ts'
import { findDataChange, openJournal, readHighestIds, takeTouches, type DataChange } from './touch-journal.ts'

export interface CurrentBase {
  readonly base: FigureBase
  /** How it came out of the base before it; null: everything was read. */
  readonly step: BaseStep | null
  /** Whether the file already keeps these columns. */
  readonly isCached: boolean
}

/** What an update left as it was, for whoever keeps something drawn from the base before. */
export interface BaseStep {
  readonly from: FigureBase
  /** Nobody came, went, or is named or reached otherwise: positions stand, and so does what is drawn from identities alone. */
  readonly areIdentitiesKept: boolean
  /** Positions of whoever bought otherwise, ascending; null where positions do not stand. */
  readonly touched: Int32Array | null
  /** Whether nothing that counts up to this day changed anywhere. */
  readonly isKeptUpTo: (day: number) => boolean
}

const current = new WeakMap<OpenWorkspace, Promise<CurrentBase>>()

/** The base of the data as it stands: read once, then brought up to date with what changed. One at a time. */
export function ensureBase(workspace: OpenWorkspace): Promise<CurrentBase> {
  const before = current.get(workspace)
  const next = (before ?? Promise.resolve(null)).catch(() => null).then((known) => advance(workspace, known))
  current.set(workspace, next)
  return next
}

async function advance(workspace: OpenWorkspace, known: CurrentBase | null): Promise<CurrentBase> {
  const journal = openJournal(workspace)
  const dataNumber = readDataNumber(workspace)
  if (known?.base.dataNumber === dataNumber) return known
  const touches = journal && takeTouches(journal)
  const change = known && touches && findDataChange(workspace, known.base, dataNumber, touches)
  if (change) {
    const highest = readHighestIds(workspace)
    const base = { dataNumber, highest, ...(await updateColumns(workspace, known.base, change)) }
    // An import may have committed meanwhile: what was read then belongs to neither state.
    if (readDataNumber(workspace) === dataNumber) {
      noteSteps(known.base, base, change)
      return { base, step: describeStep(known.base, base, change), isCached: false }
    }
  }
  return { ...(await loadBase(workspace)), step: null }
}

/** Reads again only what changed. */
async function updateColumns(
  workspace: OpenWorkspace,
  before: FigureBase,
  { buyers, customers, areOrdersAppended }: DataChange
): Promise<Pick<FigureBase, 'attributes' | 'orders'>> {
  const { read } = workspace
  const attributes = await updateCustomers(read, before.attributes, customers)
  const isSameList = haveSameIds(attributes, before.attributes)
  // Orders of nobody are in no column, but the first and last day count them.
  if (buyers.length === 0 && isSameList) return { attributes, orders: { ...before.orders, ...findRange(workspace, before.orders) } }
  const { ids } = attributes
  const old = before.orders
  const oldIds = before.attributes.ids
  const channels = new Map(old.channelNames.map((name, position) => [name, position + 1]))
  if (isSameList && areOrdersAppended) {
    const { orders, rowsOf, range } = loadOrdersAfter(read, ids, old, before.highest.order, channels)
    return {
      attributes,
      orders: spliceOrders({
        old,
        oldPosition: (i) => i,
        customers: ids.length,
        replaced: rowsOf,
        rows: orders,
        channelNames: [...channels.keys()],
        range
      })
    }
  }
  const positions = new Set(buyers.map((id) => findPosition(ids, id)).filter((i) => i >= 0))
  // Somebody who was not listed before (merged or erased, now back) may have orders that nobody touched.
  if (!isSameList) for (let i = 0; i < ids.length; i++) if (findPosition(oldIds, ids[i]!) < 0) positions.add(i)
  const { orders, rowsOf } = loadOrdersOf(
    read,
    ids,
    [...positions].sort((a, b) => a - b),
    channels
  )
  const spliced = spliceOrders({
    old,
    oldPosition: isSameList ? (i) => i : (i) => findPosition(oldIds, ids[i]!),
    customers: ids.length,
    replaced: rowsOf,
    rows: orders,
    channelNames: [...channels.keys()],
    range: { firstDay: null, lastDay: null }
  })
  return { attributes, orders: { ...spliced, ...findRange(workspace, spliced) } }
}

/** `touched`: whose records to read again, by id, ascending; null: everybody's. */
async function updateCustomers(
  read: Database.Database,
  before: CustomerAttributes,
  touched: readonly number[] | null
): Promise<CustomerAttributes> {
  if (touched === null) return loadCustomers(read)
  return touched.length === 0 ? before : spliceAttributes(before, touched, loadCustomersOf(read, touched, before.needsTags))
}

/** Where these customers stand, ascending; whoever is not listed is left out. */
function findPositions(ids: Int32Array, customers: readonly number[]): Int32Array {
  return Int32Array.from(customers.map((id) => findPosition(ids, id)).filter((i) => i >= 0)).sort()
}

function haveSameIds({ ids }: CustomerAttributes, before: CustomerAttributes): boolean {
  return ids === before.ids || (ids.length === before.ids.length && ids.every((id, i) => id === before.ids[i]))
}

/** First and last day over all valid orders: a customer's rows stand by day. */
function findRange(workspace: OpenWorkspace, { starts, days }: OrderColumns): { firstDay: number | null; lastDay: number | null } {
  const outside = readOutsideRange(workspace.read)
  let first = outside.first === null ? Infinity : dayOfIsoDate(outside.first)
  let last = outside.last === null ? -Infinity : dayOfIsoDate(outside.last)
  for (let i = 0; i + 1 < starts.length; i++) {
    if (starts[i] === starts[i + 1]) continue
    first = Math.min(first, days[starts[i]!]!)
    last = Math.max(last, days[starts[i + 1]! - 1]!)
  }
  return first <= last ? { firstDay: first, lastDay: last } : { firstDay: null, lastDay: null }
}

/** For whoever keeps more columns of the same rows. */
function noteSteps(from: FigureBase, to: FigureBase, { buyers, customers }: DataChange): void {
  if (!haveSameIds(to.attributes, from.attributes)) return
  noteStep(from.orders.net, to.orders.net, buyers)
  if (customers) noteStep(from.attributes, to.attributes, customers)
}

function describeStep(from: FigureBase, to: FigureBase, { buyers, areIdentitiesKept, isOrdersAlone }: DataChange): BaseStep {
  return {
    from,
    areIdentitiesKept,
    touched: haveSameIds(to.attributes, from.attributes) ? findPositions(to.attributes.ids, buyers) : null,
    isKeptUpTo: (day) =>
      isOrdersAlone &&
      (from.orders.cost === null) === (to.orders.cost === null) &&
      (from.orders.serviceCost === null) === (to.orders.serviceCost === null) &&
      from.orders.channelNames.length === to.orders.channelNames.length &&
      buyers.every((id) => {
        const i = findPosition(to.attributes.ids, id)
        return i < 0 || isSameHistory(from.orders, i, to.orders, i, day)
      })
  }
}
