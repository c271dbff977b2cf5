import type { CustomerSort } from '../../../shared/contract/customers.ts'
import type { OpenWorkspace } from '../context.ts'
import type { Figures } from '../figures/figures.ts'
import { runSteps } from '../pause.ts'
import { readValues } from './customer-values.ts'
import { orderByRecord, type Order } from './record-order.ts'
import { needsThread, runInThread } from './customers-thread.ts'
import { sortPositions } from './sort-positions.ts'

/** Kept while the records and the figures stand. */
const kept = new WeakMap<Figures['profile'], { attributes: Figures['attributes']; orders: Map<string, Promise<Order>> }>()
const KEPT_ORDERS = 10

/** All customers in the asked order; whoever has nothing in the column comes last. A column that is gone orders by name. */
export async function orderCustomers(workspace: OpenWorkspace, figures: Figures, { by, descending }: CustomerSort): Promise<Int32Array> {
  const { positions, filled } = await findOrder(workspace, figures, by)
  if (!descending) return positions
  const turned = positions.slice()
  turned.subarray(0, filled).reverse()
  return turned
}

function findOrder(workspace: OpenWorkspace, figures: Figures, by: string): Promise<Order> {
  let orders = kept.get(figures.profile)
  if (orders?.attributes !== figures.attributes) orders = { attributes: figures.attributes, orders: new Map() }
  kept.set(figures.profile, orders)
  // In how many segments somebody is hangs on the segments too.
  if (by === 'segments') return sortColumn(workspace, figures, by)
  const known = orders.orders.get(by)
  if (known) return known
  const made = sortColumn(workspace, figures, by)
  if (orders.orders.size >= KEPT_ORDERS) orders.orders.delete(orders.orders.keys().next().value ?? '')
  orders.orders.set(by, made)
  made.catch(() => orders.orders.delete(by))
  return made
}

async function sortColumn(workspace: OpenWorkspace, figures: Figures, by: string): Promise<Order> {
  const values = await readValues(workspace, figures, by)
  if (values) return runSteps(sortPositions(values))
  const { customerIds } = figures
  return needsThread(customerIds.length)
    ? runInThread(workspace, { type: 'order', path: workspace.path, customerIds, by })
    : orderByRecord(workspace.read, customerIds, by)
}
