import { isShape } from '../../../../shared/diagrams/diagram.ts'
import { reparent } from '../../../../shared/diagrams/edits/contain.ts'
import { findShape, listAround, NO_PATCH, type Items, type Patch } from '../../../../shared/diagrams/edits/items.ts'
import { move } from '../../../../shared/diagrams/edits/move.ts'
import { findRoom, snapTo } from '../../../../shared/diagrams/edits/place.ts'
import { overlaps, type Box } from '../../../../shared/models/geometry.ts'
import { findSlot, growAround } from './place-new.ts'

const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

/**
 * Puts a shape into a container, or on the page itself (null), and where it can be seen to stand there: to a free place in the
 * container, which grows where it has none, or beside what it comes out of.
 */
export function moveInto(items: Items, id: string, containerId: string | null): Patch {
  const shape = findShape(items, id)
  const patch = reparent(items, [id], containerId)
  if (!shape || patch.put.length === 0) return NO_PATCH
  const after = new Map([...items, ...patch.put.map((item) => [item.id, item] as const)])
  const container = containerId === null ? null : findShape(items, containerId)
  // Out of a container that stands in another: the one that stays around it is where it goes.
  const left = listAround(items, id)
    .filter((each) => each.id !== containerId && !listAround(items, containerId ?? '').includes(each))
    .at(-1)
  const target = findTarget(items, shape, container, left ?? null)
  const moved = target ? move(after, [id], { x: target.x - shape.x, y: target.y - shape.y }) : NO_PATCH
  const put = new Map([...patch.put, ...moved.put].map((item) => [item.id, item] as const))
  const placed = put.get(id)
  if (container && placed && isShape(placed)) for (const grown of growAround(after, container, placed)) put.set(grown.id, grown)
  return { put: [...put.values()], remove: [] }
}

type Found = ReturnType<typeof findShape>

function findTarget(items: Items, shape: NonNullable<Found>, container: Found, left: Found): { x: number; y: number } | null {
  if (container && !left && isWithin(shape, container)) return null
  if (container) return snapBoth(findSlot(items, container, shape))
  if (!left || !overlaps(shape, left)) return null
  const middle = findRoom(items, left, 'right', shape)
  return snapBoth({ x: middle.x - shape.width / 2, y: middle.y - shape.height / 2 })
}

const snapBoth = ({ x, y }: { x: number; y: number }): { x: number; y: number } => ({ x: snapTo(x), y: snapTo(y) })
