import { isAttached, isShape, type DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import { sortForDrawing } from '../../../../shared/diagrams/draw-order.ts'
import type { Items } from '../../../../shared/diagrams/edits/items.ts'

/** What a diagram is drawn in, told apart from where its items stand: most edits leave it as it is. */
export interface DrawOrder {
  /** From back to front. */
  readonly ids: readonly string[]
  /** How many lines each shape has; none: not in it. */
  readonly relations: ReadonlyMap<string, number>
  /** How many shapes stand directly in each container; none: not in it. */
  readonly contents: ReadonlyMap<string, number>
}

/** Answers the order of the items given; the same object as long as nothing in it changed. */
export function createDrawOrder(): (items: Items) => DrawOrder {
  let known: Items | null = null
  let order: DrawOrder = { ids: [], relations: new Map(), contents: new Map() }
  return (items) => {
    if (items === known) return order
    const change = known === null ? 'order' : compare(known, items)
    known = items
    if (change === 'order')
      order = {
        ids: sortForDrawing([...items.values()]).map(({ id }) => id),
        relations: countRelations(items),
        contents: countContents(items)
      }
    else if (change === 'ends') order = { ...order, relations: countRelations(items) }
    return order
  }
}

/** What the change of some items means for the order of all. */
function compare(before: Items, items: Items): 'order' | 'ends' | 'none' {
  if (before.size !== items.size) return 'order'
  let change: 'ends' | 'none' = 'none'
  for (const item of items.values()) {
    const old = before.get(item.id)
    if (old === item) continue
    if (!old || old.order !== item.order || old.item !== item.item) return 'order'
    if (isShape(item) && isShape(old)) {
      if (old.parentId !== item.parentId || old.kind !== item.kind) return 'order'
    } else if (!isShape(item) && !isShape(old) && endsOf(old) !== endsOf(item)) change = 'ends'
  }
  return change
}
const endsOf = ({ from, to }: Extract<DiagramItem, { item: 'line' }>): string =>
  [from, to].map((end) => (isAttached(end) ? end.shapeId : '')).join('\n')

function countRelations(items: Items): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of items.values()) {
    if (isShape(item)) continue
    // A line from a shape to itself is one relation.
    for (const id of new Set([item.from, item.to].flatMap((end) => (isAttached(end) ? [end.shapeId] : []))))
      counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

function countContents(items: Items): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of items.values())
    if (isShape(item) && item.parentId !== undefined) counts.set(item.parentId, (counts.get(item.parentId) ?? 0) + 1)
  return counts
}
