import type { DiagramItem } from '../diagram.ts'
import { NO_PATCH, putAll, type Items, type Patch } from './items.ts'

export const ORDERS = ['front', 'forward', 'backward', 'back'] as const
export type OrderChange = (typeof ORDERS)[number]

const byOrder = (a: DiagramItem, b: DiagramItem): number => a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Brings what is chosen before or behind the rest, wholly or by one step; among themselves they keep their order. */
export function reorder(items: Items, ids: Iterable<string>, change: OrderChange): Patch {
  const chosen = new Set([...ids].filter((id) => items.get(id)?.isLocked !== true))
  if (chosen.size === 0) return NO_PATCH
  const sorted = [...items.values()].sort(byOrder)
  const next = ARRANGE[change](sorted, (item) => chosen.has(item.id))
  if (next.every((item, index) => item === sorted[index])) return NO_PATCH
  // The orders there are, handed out anew: only what changed its place is written.
  const orders = makeDistinct(sorted.map(({ order }) => order))
  return putAll(next.flatMap((item, index) => (item.order === orders[index] ? [] : [{ ...item, order: orders[index] ?? item.order }])))
}

function makeDistinct(orders: readonly number[]): number[] {
  let last = -Infinity
  return orders.map((order) => (last = order > last ? order : last + 1))
}

type Arrange = (sorted: readonly DiagramItem[], isChosen: (item: DiagramItem) => boolean) => readonly DiagramItem[]

/** Every chosen item changes places with the one after it, unless that is chosen too. */
const stepUp: Arrange = (sorted, isChosen) => {
  const next = [...sorted]
  for (let i = next.length - 2; i >= 0; i--) {
    const [here, above] = [next[i], next[i + 1]]
    if (here && above && isChosen(here) && !isChosen(above)) [next[i], next[i + 1]] = [above, here]
  }
  return next
}

const ARRANGE: Readonly<Record<OrderChange, Arrange>> = {
  front: (sorted, isChosen) => [...sorted.filter((item) => !isChosen(item)), ...sorted.filter(isChosen)],
  back: (sorted, isChosen) => [...sorted.filter(isChosen), ...sorted.filter((item) => !isChosen(item))],
  forward: stepUp,
  backward: (sorted, isChosen) => stepUp([...sorted].reverse(), isChosen).toReversed()
}
