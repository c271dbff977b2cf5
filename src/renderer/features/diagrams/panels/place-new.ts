import { isShape, type DiagramShape, type ShapeKind } from '../../../../shared/diagrams/diagram.ts'
import { addLane, findPool } from '../../../../shared/diagrams/edits/lanes.ts'
import { findShape, isContainer, type Items, type MakeId, type Patch } from '../../../../shared/diagrams/edits/items.ts'
import { findFree, findRoom, makeShape, snapTo } from '../../../../shared/diagrams/edits/place.ts'
import { SHAPE_LOOKS } from '../../../../shared/diagrams/shape-kinds.ts'
import { bottom, centre, overlaps, right, type Box, type Point } from '../../../../shared/models/geometry.ts'

const GAP = 30
const PADDING = 24
/** Room for the name at the head or side of a container. */
const HEAD = 44

export interface NewShape {
  readonly kind: ShapeKind
  readonly label: string
  readonly makeId: MakeId
}
export interface Placed extends Patch {
  readonly shapeId: string
}
type Size = Pick<Box, 'width' | 'height'>

/** The first free place in a container, row by row, each as long as the container is wide: the upper left of it. */
export function findSlot(items: Items, container: DiagramShape, { width, height }: Size): Point {
  const taken = [...items.values()].filter((item) => isShape(item) && item.parentId === container.id).filter(isShape)
  const start = { x: container.x + HEAD, y: container.y + HEAD }
  const columns = Math.max(1, Math.floor((container.width - HEAD - PADDING + GAP) / (width + GAP)))
  for (let row = 0; row <= taken.length; row++)
    for (let column = 0; column < columns; column++) {
      const box = { x: start.x + column * (width + GAP), y: start.y + row * (height + GAP), width, height }
      if (!taken.some((other) => overlaps(box, other))) return box
    }
  return { x: start.x, y: Math.max(start.y, ...taken.map(bottom)) + GAP }
}

/** The container and all around it, made as large as it takes to hold `inner`. */
export function growAround(items: Items, container: DiagramShape, inner: Box): DiagramShape[] {
  const grown: DiagramShape[] = []
  const seen = new Set<string>()
  let box = inner
  for (
    let at: DiagramShape | null = container;
    at && !seen.has(at.id);
    at = at.parentId === undefined ? null : findShape(items, at.parentId)
  ) {
    seen.add(at.id)
    const width = Math.max(at.width, right(box) + PADDING - at.x)
    const height = Math.max(at.height, bottom(box) + PADDING - at.y)
    if (width === at.width && height === at.height) break
    const next: DiagramShape = { ...at, width, height }
    grown.push(next)
    box = next
  }
  return grown
}

/** A new shape in a container, which is made larger where it has no room. */
function placeInside(items: Items, { kind, label, makeId }: NewShape, container: DiagramShape): Placed {
  const slot = findSlot(items, container, SHAPE_LOOKS[kind])
  const made = makeShape(items, kind, { x: 0, y: 0 }, makeId(), label)
  const shape = { ...made, x: snapTo(slot.x), y: snapTo(slot.y), parentId: container.id }
  return { put: [...growAround(items, container, shape), shape], remove: [], shapeId: shape.id }
}

/** A new shape to the right of another, in what that stands in. */
function placeBeside(items: Items, { kind, label, makeId }: NewShape, anchor: DiagramShape): Placed {
  const made = makeShape(items, kind, findRoom(items, anchor, 'right', SHAPE_LOOKS[kind]), makeId(), label)
  const { parentId: _found, ...free } = made
  const container = anchor.parentId === undefined ? null : findShape(items, anchor.parentId)
  if (!container) return { put: [free], remove: [], shapeId: made.id }
  const shape = { ...free, parentId: container.id }
  return { put: [...growAround(items, container, shape), shape], remove: [], shapeId: shape.id }
}

const isLane = (kind: ShapeKind): boolean => kind === 'lane' || kind === 'vertical-lane'

/**
 * A new shape where nobody points at a place: in the container chosen, beside the shape chosen, else in the middle of what is
 * `seen`; a lane goes to the pool it is for. With nothing seen, after the last shape. `isBeside`: next to a container, not in it.
 */
export function placeNew(
  items: Items,
  shape: NewShape,
  { anchorId, seen, isBeside = false }: { anchorId: string | null; seen: Box | null; isBeside?: boolean }
): Placed {
  const anchor = anchorId === null ? null : findShape(items, anchorId)
  const pool = anchor && isLane(shape.kind) ? findPool(items, anchor.id) : null
  if (pool) {
    const shapeId = shape.makeId()
    const patch = addLane(items, pool.id, shapeId, shape.label)
    if (patch.put.length > 0) return { ...patch, shapeId }
  }
  if (anchor && !isBeside && isContainer(anchor) && anchor.kind !== shape.kind) return placeInside(items, shape, anchor)
  const last = anchor ?? (seen ? null : findLast(items))
  if (last) return placeBeside(items, shape, last)
  const at = findFree(items, seen ? centre(seen) : { x: 0, y: 0 }, SHAPE_LOOKS[shape.kind])
  const made = makeShape(items, shape.kind, at, shape.makeId(), shape.label)
  return { put: [made], remove: [], shapeId: made.id }
}

function findLast(items: Items): DiagramShape | null {
  let last: DiagramShape | null = null
  for (const item of items.values())
    if (isShape(item) && item.parentId === undefined && (last === null || item.order > last.order)) last = item
  return last
}
