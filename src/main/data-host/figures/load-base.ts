import type { CustomerAttributes } from '../../../shared/analytics/customer-attributes.ts'
import type { OrderColumns } from '../../../shared/analytics/order-columns.ts'
import type { OpenWorkspace } from '../context.ts'
import { readColumns, writeColumns, type Columns } from './column-cache.ts'
import { loadCustomers } from './load-customers.ts'
import { loadOrders } from './load-orders.ts'
import { readHighestIds, type HighestIds } from './touch-journal.ts'

/** Everything figures are computed from that comes out of the two big tables; depends on the data alone. */
export interface FigureBase {
  readonly dataNumber: number
  /** The newest rows there were then. */
  readonly highest: HighestIds
  readonly attributes: CustomerAttributes
  readonly orders: OrderColumns
}

/** Goes up when what the columns hold changes, so that an older app's columns are not taken for ours. */
const GROUP = 'base-5'
/** Smaller workspaces are read faster than their columns are written. */
const CACHE_FROM_ORDERS = 20_000

export function readDataNumber(workspace: OpenWorkspace): number {
  return workspace.read.prepare('SELECT data_number FROM revision WHERE id = 1').pluck().get() as number
}

/** Loads the columns from the file's cache, else from the tables; starts over when the data changed meanwhile. */
export async function loadBase(workspace: OpenWorkspace): Promise<{ base: FigureBase; isCached: boolean }> {
  for (;;) {
    const dataNumber = readDataNumber(workspace)
    const highest = readHighestIds(workspace)
    const cached = await readColumns(workspace.read, GROUP, dataNumber)
    const columns = cached ? unpackBase(cached.columns, cached.meta) : await readBase(workspace)
    const base = { dataNumber, highest, ...columns }
    if (readDataNumber(workspace) === dataNumber) return { base, isCached: cached !== null }
  }
}

type BaseColumns = Pick<FigureBase, 'attributes' | 'orders'>

async function readBase(workspace: OpenWorkspace): Promise<BaseColumns> {
  const attributes = await loadCustomers(workspace.read)
  return { attributes, orders: await loadOrders(workspace.read, attributes.ids) }
}

/** Keeps the columns in the file for the next opening. */
export async function saveBase(workspace: OpenWorkspace, base: FigureBase): Promise<void> {
  if (workspace.readOnly || base.orders.days.length < CACHE_FROM_ORDERS) return
  const { attributes, orders } = base
  const columns: Record<string, Columns[string]> = {
    ids: attributes.ids,
    flags: attributes.flags,
    lostReason: attributes.lostReason,
    completeness: attributes.completeness,
    createdDay: attributes.createdDay,
    enteredDay: attributes.enteredDay,
    touchedDay: attributes.touchedDay,
    needsGroup: attributes.needsGroup,
    starts: orders.starts,
    days: orders.days,
    net: orders.net,
    channels: orders.channels,
    traits: orders.traits
  }
  if (orders.cost) columns['cost'] = orders.cost
  if (orders.serviceCost) columns['serviceCost'] = orders.serviceCost
  await writeColumns(workspace, GROUP, base.dataNumber, columns, {
    channelNames: orders.channelNames,
    needsTags: attributes.needsTags,
    firstDay: orders.firstDay,
    lastDay: orders.lastDay
  })
}

function unpackBase(columns: Columns, meta: Record<string, unknown>): BaseColumns {
  const ints = (name: string): Int32Array => columns[name] as Int32Array
  const bytes = (name: string): Uint8Array => columns[name] as Uint8Array
  return {
    attributes: {
      ids: ints('ids'),
      flags: bytes('flags'),
      lostReason: bytes('lostReason'),
      completeness: bytes('completeness'),
      createdDay: ints('createdDay'),
      enteredDay: ints('enteredDay'),
      touchedDay: ints('touchedDay'),
      needsGroup: ints('needsGroup'),
      needsTags: meta['needsTags'] as string[]
    },
    orders: {
      starts: ints('starts'),
      days: ints('days'),
      net: columns['net'] as Float64Array,
      cost: (columns['cost'] as Float64Array | undefined) ?? null,
      serviceCost: (columns['serviceCost'] as Float64Array | undefined) ?? null,
      channels: columns['channels'] as Uint16Array,
      traits: bytes('traits'),
      channelNames: meta['channelNames'] as string[],
      firstDay: meta['firstDay'] as number | null,
      lastDay: meta['lastDay'] as number | null
    }
  }
}
