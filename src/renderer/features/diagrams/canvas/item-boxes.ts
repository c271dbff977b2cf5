import { isAttached, isShape, type DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import { findShape, type Items } from '../../../../shared/diagrams/edits/items.ts'
import { bottom, right, type Box, type Point } from '../../../../shared/models/geometry.ts'

/** The smallest box around the places; without any, one that overlaps nothing. */
export function boxAround(places: readonly Point[]): Box {
  let [left, top, rightmost, lowest] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of places) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    rightmost = Math.max(rightmost, x)
    lowest = Math.max(lowest, y)
  }
  return { x: left, y: top, width: rightmost - left, height: lowest - top }
}

export const growBox = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by
})

/** About where an item is, without finding a line's way: the box around its ends and corners. */
export function roughBoxOf(item: DiagramItem, items: Items): Box {
  if (isShape(item)) return item
  const places: Point[] = [...item.points]
  for (const end of [item.from, item.to]) {
    if (!isAttached(end)) places.push(end)
    else {
      const shape = findShape(items, end.shapeId)
      if (shape) places.push(shape, { x: right(shape), y: bottom(shape) })
    }
  }
  return boxAround(places)
}
