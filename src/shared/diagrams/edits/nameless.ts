import type { ShapeKind } from '../diagram.ts'
import type { Items } from './items.ts'
import { listInReadingOrder } from './reading-order.ts'

type Numbers = ReadonlyMap<string, number>

/** Of diagrams read last: finding it out for each shape by itself would read all of them each time. */
const known = new WeakMap<Items, Numbers>()

/** Shapes without a text, numbered from 1 in reading order where several of a kind have none: their kind alone would name them all. */
export function numberNameless(items: Items): Numbers {
  const before = known.get(items)
  if (before) return before
  const byKind = new Map<ShapeKind, string[]>()
  for (const { id, kind, label } of listInReadingOrder(items)) {
    if (label.trim() !== '') continue
    const ids = byKind.get(kind)
    if (ids) ids.push(id)
    else byKind.set(kind, [id])
  }
  const numbers = new Map([...byKind.values()].flatMap((ids) => (ids.length < 2 ? [] : ids.map((id, index) => [id, index + 1] as const))))
  known.set(items, numbers)
  return numbers
}
