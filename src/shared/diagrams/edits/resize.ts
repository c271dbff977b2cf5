import { CONTAINERS, type DiagramShape } from '../diagram.ts'
import { right, bottom, type Box, type Point } from '../../models/geometry.ts'
import { boxOf, findShape, groupByParent, NO_PATCH, placeBox, putAll, type Items, type Patch } from './items.ts'

export const CORNERS = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const
export type Corner = (typeof CORNERS)[number]
export const LEAST_SIDE = 8

/**
 * The box after its `corner` was pulled by `by`. `keepsRatio`: width and height stay in proportion; `isCentred`: the opposite
 * side moves as much the other way. Never smaller than `LEAST_SIDE`, never turned over.
 */
export function stretchBox(box: Box, corner: Corner, by: Point, { keepsRatio = false, isCentred = false } = {}): Box {
  const [toWest, toEast] = [corner.includes('w'), corner.includes('e')]
  const [toNorth, toSouth] = [corner.includes('n'), corner.includes('s')]
  const times = isCentred ? 2 : 1
  let width = Math.max(LEAST_SIDE, box.width + times * (toEast ? by.x : toWest ? -by.x : 0))
  let height = Math.max(LEAST_SIDE, box.height + times * (toSouth ? by.y : toNorth ? -by.y : 0))
  if (keepsRatio && box.width > 0 && box.height > 0) {
    const isWide = toEast || toWest ? !(toNorth || toSouth) || width / box.width > height / box.height : false
    const scale = Math.max(isWide ? width / box.width : height / box.height, LEAST_SIDE / Math.min(box.width, box.height))
    width = box.width * scale
    height = box.height * scale
  }
  const middle = { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2 }
  const x = isCentred || (!toWest && !toEast) ? (keepsRatio || isCentred ? middle.x : box.x) : toWest ? right(box) - width : box.x
  const y = isCentred || (!toNorth && !toSouth) ? (keepsRatio || isCentred ? middle.y : box.y) : toNorth ? bottom(box) - height : box.y
  return { x, y, width, height }
}

const LANES: readonly string[] = ['lane', 'vertical-lane']

/** Gives a shape another box. Lanes share the room of their pool; what else stands in a container stays where it is. */
export function resize(items: Items, id: string, to: Box): Patch {
  const shape = findShape(items, id)
  if (!shape || shape.isLocked === true) return NO_PATCH
  const lanes = CONTAINERS.includes(shape.kind)
    ? (groupByParent(items).get(id) ?? []).filter((child) => LANES.includes(child.kind) && child.kind !== shape.kind)
    : []
  return putAll([placeBox(shape, to), ...lanes.map((lane) => stretchLane(lane, boxOf(shape), to))])
}

/** A lane keeps its distances to the sides it lies along and its share of the other extent. */
function stretchLane(lane: DiagramShape, from: Box, to: Box): DiagramShape {
  const [wider, taller] = [to.width - from.width, to.height - from.height]
  const [left, top] = [lane.x - from.x, lane.y - from.y]
  if (lane.kind === 'lane') {
    const share = from.height === 0 ? 1 : to.height / from.height
    return placeBox(lane, {
      x: to.x + left,
      width: Math.max(LEAST_SIDE, lane.width + wider),
      y: to.y + top * share,
      height: lane.height * share
    })
  }
  const share = from.width === 0 ? 1 : to.width / from.width
  return placeBox(lane, {
    x: to.x + left * share,
    width: lane.width * share,
    y: to.y + top,
    height: Math.max(LEAST_SIDE, lane.height + taller)
  })
}
