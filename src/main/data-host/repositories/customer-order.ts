import type { CustomerSort } from '../../../shared/contract/customers.ts'
import type { OpenWorkspace } from '../context.ts'
import type { Figures } from '../figures/figures.ts'
import { runSteps, startPace } from '../figures/pause.ts'
import { readValues } from './customer-values.ts'
import { sortPositions } from './sort-positions.ts'

/** Positions by one column, ascending; from `filled` on stand those who have nothing in it. */
interface Order {
  readonly positions: Int32Array
  readonly filled: number
}

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
  const values = by === 'name' ? null : await readValues(workspace, figures, by)
  return values ? runSteps(sortPositions(values)) : orderByName(workspace, figures)
}

/** Rows of the index of names read at once. */
const SLICE = 4000

/** By name; those known by a number alone come first, 9 before 10. */
async function orderByName({ read }: OpenWorkspace, figures: Figures): Promise<Order> {
  const n = figures.customerIds.length
  const positions = new Int32Array(n)
  const isUnnamed = new Uint8Array(n)
  let filled = 0
  const unnamed = read.prepare<[], number>("SELECT id FROM customers WHERE name = '' ORDER BY length(external_id), external_id, id").pluck()
  for (const id of unnamed.all()) {
    const i = figures.indexOf(id)
    if (i < 0) continue
    isUnnamed[i] = 1
    positions[filled++] = i
  }
  const slice = read
    .prepare<[string, number, number], [number, string]>(
      'SELECT id, search_key FROM customers WHERE (search_key, id) > (?, ?) ORDER BY search_key, id LIMIT ?'
    )
    .raw()
  const pace = startPace()
  for (let last: [number, string] = [-1, '']; ;) {
    if (!read.open) break
    const rows = slice.all(last[1], last[0], SLICE)
    for (const [id] of rows) {
      const i = figures.indexOf(id)
      if (i >= 0 && isUnnamed[i] === 0) positions[filled++] = i
    }
    last = rows.at(-1) ?? last
    if (rows.length < SLICE) break
    await pace()
  }
  return { positions: positions.subarray(0, filled), filled }
}
