import type { DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { findShape, isContainer, listAround, NO_PATCH, putAll, type Items, type Patch } from '../../../../shared/diagrams/edits/items.ts'
import { moveInto } from '../panels/move-into.ts'

const parentOf = (items: Items, shape: DiagramShape): string | null =>
  shape.parentId !== undefined && findShape(items, shape.parentId) ? shape.parentId : null

/** The shapes beside this one in the outline, in its order. */
export function listSiblings(items: Items, shape: DiagramShape): DiagramShape[] {
  const parent = parentOf(items, shape)
  return [...items.values()]
    .filter((item): item is DiagramShape => item.item === 'shape' && parentOf(items, item) === parent)
    .sort((one, other) => one.order - other.order || (one.id < other.id ? -1 : 1))
}

/** The shape before or after the one beside it: the two change places in the order in which they are listed and drawn. */
export function shiftInList(items: Items, id: string, by: -1 | 1): Patch {
  const shape = findShape(items, id)
  if (!shape || shape.isLocked === true) return NO_PATCH
  const siblings = listSiblings(items, shape)
  const at = siblings.findIndex((each) => each.id === id)
  const next = [...siblings]
  const other = next[at + by]
  if (!other) return NO_PATCH
  ;[next[at], next[at + by]] = [other, shape]
  // The orders they have, handed out anew; where two had the same, the later one goes on from there.
  let last = -Infinity
  const orders = siblings.map(({ order }) => (last = order > last ? order : last + 1))
  return putAll(next.flatMap((each, index) => (each.order === orders[index] ? [] : [{ ...each, order: orders[index] ?? each.order }])))
}

/** Into the nearest container listed before it beside it. */
export function indent(items: Items, id: string): Patch {
  const shape = findShape(items, id)
  if (!shape) return NO_PATCH
  const siblings = listSiblings(items, shape)
  const before = siblings
    .slice(
      0,
      siblings.findIndex((each) => each.id === id)
    )
    .reverse()
  const container = before.find(isContainer)
  return container ? moveInto(items, id, container.id) : NO_PATCH
}

/** Out of its container, into what that stands in. */
export function outdent(items: Items, id: string): Patch {
  const [parent, around] = listAround(items, id)
  return parent ? moveInto(items, id, around?.id ?? null) : NO_PATCH
}
