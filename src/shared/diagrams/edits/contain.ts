import { centre, type Box, type Point } from '../../models/geometry.ts'
import { isShape, type DiagramShape } from '../diagram.ts'
import { findShape, isContainer, listAround, listTop, NO_PATCH, putAll, withContents, type Items, type Patch } from './items.ts'
import { standIn } from './group.ts'

const holds = (box: Box, { x, y }: Point): boolean => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height

/** The innermost container at a place of the page, apart from those in `without`; null: the page itself. */
export const findContainerAt = (items: Items, place: Point, without: ReadonlySet<string> = new Set()): DiagramShape | null =>
  findInnermost(listContainers(items, without), items, place)

const listContainers = (items: Items, without: ReadonlySet<string>): DiagramShape[] => {
  const containers: DiagramShape[] = []
  for (const item of items.values()) if (isShape(item) && isContainer(item) && !without.has(item.id)) containers.push(item)
  return containers
}

function findInnermost(containers: readonly DiagramShape[], items: Items, place: Point): DiagramShape | null {
  let found: { shape: DiagramShape; depth: number } | null = null
  for (const shape of containers) {
    if (!holds(shape, place)) continue
    const depth = listAround(items, shape.id).length
    if (!found || depth > found.depth || (depth === found.depth && measure(shape) < measure(found.shape))) found = { shape, depth }
  }
  return found?.shape ?? null
}
const measure = ({ width, height }: Box): number => width * height

/** A container takes no shape that holds it, nor lanes anything but what a pool is for. */
export function mayContain(items: Items, parentId: string, id: string): boolean {
  const parent = findShape(items, parentId)
  if (!parent || !isContainer(parent) || parentId === id) return false
  return !listAround(items, parentId).some((around) => around.id === id)
}

/** Puts the shapes into a container, or on the page itself (null). Where that can't be, a shape stays where it is. */
export function reparent(items: Items, ids: Iterable<string>, parentId: string | null): Patch {
  const put = listTop(items, ids).flatMap((shape) => {
    if (shape.isLocked === true || shape.parentId === (parentId ?? undefined)) return []
    if (parentId !== null && !mayContain(items, parentId, shape.id)) return []
    return [standIn(shape, parentId ?? undefined)]
  })
  return putAll(put)
}

/** After a move: every shape chosen stands in the innermost container its middle lies in. `items`: as they are after the move. */
export function settle(items: Items, ids: Iterable<string>): Patch {
  const chosen = [...ids]
  const moved = withContents(items, chosen)
  // Looked for once: thousands may be moved among thousands.
  const containers = listContainers(items, moved)
  const put = listTop(items, chosen).flatMap((shape) => {
    if (shape.isLocked === true || shape.kind === 'pool') return []
    const container = findInnermost(containers, items, centre(shape))
    const parentId = container && container.width * container.height > shape.width * shape.height ? container.id : undefined
    return parentId === shape.parentId ? [] : [standIn(shape, parentId)]
  })
  return put.length === 0 ? NO_PATCH : putAll(put)
}
