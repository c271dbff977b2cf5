import { centre, union, type Point } from '../../models/geometry.ts'
import { isAttached, isLine, isShape, type DiagramItem, type LineEnd } from '../diagram.ts'
import { measureOrder, shiftPoint, withContents, type Items, type MakeId, type Patch } from './items.ts'
import { findFree } from './place.ts'

/** What is chosen with its contents, and the lines that join what is chosen: all that a copy holds. Sorted as it is drawn. */
export function copyItems(items: Items, ids: Iterable<string>): DiagramItem[] {
  const taken = withContents(items, ids)
  const holds = (end: LineEnd): boolean => !isAttached(end) || taken.has(end.shapeId)
  const copied = [...items.values()].filter((item) =>
    isShape(item)
      ? taken.has(item.id)
      : (taken.has(item.id) && holds(item.from) && holds(item.to)) ||
        (isAttached(item.from) && isAttached(item.to) && holds(item.from) && holds(item.to))
  )
  return copied.sort((a, b) => a.order - b.order)
}

interface Pasted extends Patch {
  /** The new ids of what was outermost in the copy: what is chosen after pasting. */
  readonly ids: string[]
}

/**
 * Puts copied items on the page with ids of their own, moved by `by`, before all that is there. What pointed outside the copy (a
 * container, an end of a line) points where it did if that is on this page (`items`), else nowhere.
 */
export function pasteItems(items: Items, copied: readonly DiagramItem[], { by, makeId }: { by: Point; makeId: MakeId }): Pasted {
  const ids = new Map(copied.map((item) => [item.id, makeId()]))
  const centres = new Map(copied.filter(isShape).map((shape) => [shape.id, shape]))
  let order = Math.floor(measureOrder(items).most)
  const movedEnd = (end: LineEnd): LineEnd | null => {
    if (!isAttached(end)) return shiftPoint(end, by)
    const shapeId = ids.get(end.shapeId)
    return shapeId !== undefined && centres.has(end.shapeId) ? { ...end, shapeId } : null
  }
  const put = copied.flatMap((item): DiagramItem[] => {
    const id = ids.get(item.id) ?? item.id
    order += 1
    if (isLine(item)) {
      const [from, to] = [movedEnd(item.from), movedEnd(item.to)]
      return from && to ? [{ ...item, id, order, from, to, points: item.points.map((point) => shiftPoint(point, by)) }] : []
    }
    const { parentId, ...free } = item
    const parent = parentId === undefined ? undefined : (ids.get(parentId) ?? (items.has(parentId) ? parentId : undefined))
    return [{ ...free, id, order, ...shiftPoint(item, by), ...(parent !== undefined && { parentId: parent }) }]
  })
  const isInner = (item: DiagramItem): boolean =>
    isShape(item) ? item.parentId !== undefined && ids.has(item.parentId) : isAttached(item.from) && isAttached(item.to)
  const outer = copied.filter((item) => !isInner(item))
  const chosen = (outer.length > 0 ? outer : copied).flatMap(({ id }) => ids.get(id) ?? [])
  return { put, remove: [], ids: chosen }
}

const STEP: Point = { x: 20, y: 20 }

/** A copy of what is chosen, beside it; locked things are copied unlocked. */
export function duplicate(items: Items, ids: Iterable<string>, makeId: MakeId, by: Point = STEP): Pasted {
  const copied = copyItems(items, ids).map((item): DiagramItem => {
    const { isLocked: _locked, ...free } = item
    return free
  })
  return pasteItems(items, copied, { by, makeId })
}

/** How far a copy must go to stand with its middle at `place`, on whole steps of the grid. */
export function moveTo(copied: readonly DiagramItem[], place: Point, grid = 10): Point {
  const bounds = union(copied.filter(isShape))
  if (!bounds) return STEP
  const snap = (value: number): number => Math.round(value / grid) * grid
  return { x: snap(place.x - bounds.x - bounds.width / 2), y: snap(place.y - bounds.y - bounds.height / 2) }
}

/** How far a copy must go so that it lies on no shape of the page: `by` itself where there is room, else on from there. */
export function findFreeShift(items: Items, copied: readonly DiagramItem[], by: Point): Point {
  const bounds = union(copied.filter(isShape))
  if (!bounds) return by
  const middle = shiftPoint(centre(bounds), by)
  const free = findFree(items, middle, bounds)
  return free.x === middle.x && free.y === middle.y ? by : { x: by.x + free.x - middle.x, y: by.y + free.y - middle.y }
}
