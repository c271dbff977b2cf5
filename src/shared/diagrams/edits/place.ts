import { bottom, centre, overlaps, union, type Box, type Point } from '../../models/geometry.ts'
import { isShape, type DiagramShape, type ShapeKind, type Side } from '../diagram.ts'
import { SHAPE_LOOKS } from '../shape-kinds.ts'
import { findContainerAt } from './contain.ts'
import { isContainer, measureOrder, type Items } from './items.ts'

export const GRID = 10
/** Free space left between a shape and the one made beside it. */
const BESIDE = 60
const CONTAINED: readonly ShapeKind[] = ['pool', 'group']

export const snapTo = (value: number, grid = GRID): number => Math.round(value / grid) * grid

/** A new shape of its kind's size with its middle at `at`, on the grid, standing in the container there. */
export function makeShape(items: Items, kind: ShapeKind, at: Point, id: string, label = ''): DiagramShape {
  const { width, height } = SHAPE_LOOKS[kind]
  const container = CONTAINED.includes(kind) ? null : findContainerAt(items, at)
  return {
    item: 'shape',
    id,
    kind,
    x: snapTo(at.x - width / 2),
    y: snapTo(at.y - height / 2),
    width,
    height,
    order: Math.floor(measureOrder(items).most) + 1,
    label,
    style: {},
    ...(container && { parentId: container.id })
  }
}

const isFree = (items: Items, box: Box, gap: number): boolean => {
  for (const item of items.values()) if (isShape(item) && !isContainer(item) && overlaps(box, item, gap)) return false
  return true
}
const STEPS: Readonly<Record<Side, Point>> = { top: { x: 0, y: -1 }, right: { x: 1, y: 0 }, bottom: { x: 0, y: 1 }, left: { x: -1, y: 0 } }
const MOST_TRIES = 40

/**
 * Where a shape of `size` finds room on that side of another: straight ahead, else beside that place, ever further to both
 * sides. The middle of the place.
 */
export function findRoom(items: Items, from: Box, side: Side, size: { width: number; height: number }): Point {
  const step = STEPS[side]
  const middle = centre(from)
  const isAcross = step.x !== 0
  const ahead = {
    x: middle.x + step.x * (from.width / 2 + BESIDE + size.width / 2),
    y: middle.y + step.y * (from.height / 2 + BESIDE + size.height / 2)
  }
  const aside = (isAcross ? size.height : size.width) + BESIDE / 2
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const turn = (attempt % 2 === 0 ? 1 : -1) * Math.ceil(attempt / 2) * aside
    const at = isAcross ? { x: ahead.x, y: ahead.y + turn } : { x: ahead.x + turn, y: ahead.y }
    if (isFree(items, { x: at.x - size.width / 2, y: at.y - size.height / 2, ...size }, 4)) return at
  }
  return ahead
}

/** A free place at or near `at`, for what is placed without pointing: down to the right until nothing lies there, else below all there is. */
export function findFree(items: Items, at: Point, size: { width: number; height: number }): Point {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const place = { x: at.x + attempt * 2 * GRID, y: at.y + attempt * 2 * GRID }
    if (isFree(items, { x: place.x - size.width / 2, y: place.y - size.height / 2, width: size.width, height: size.height }, 0))
      return place
  }
  const all = union([...items.values()].filter(isShape))
  return all ? { x: at.x, y: snapTo(bottom(all) + BESIDE + size.height / 2) } : at
}
