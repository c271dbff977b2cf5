import type { Box, Point } from '../../models/geometry.ts'
import { isShape, type DiagramShape } from '../diagram.ts'
import { findContainerAt } from './contain.ts'
import { isContainer, type Items } from './items.ts'

const holdsPoint = (box: Box, { x, y }: Point): boolean => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height

/** The shape on top at a place of the page; containers only where nothing else lies. */
export function findShapeAt(items: Items, place: Point, without: ReadonlySet<string> = new Set()): DiagramShape | null {
  let top: DiagramShape | null = null
  for (const item of items.values()) {
    if (!isShape(item) || isContainer(item) || without.has(item.id) || !holdsPoint(item, place)) continue
    if (!top || item.order >= top.order) top = item
  }
  return top ?? findContainerAt(items, place, without)
}

/** How far a place is from a way of straight legs, and the leg it is nearest to. */
export function measureToWay(points: readonly Point[], place: Point): { distance: number; leg: number } {
  let best = { distance: Infinity, leg: -1 }
  for (let leg = 0; leg + 1 < points.length; leg++) {
    const [a, b] = [points[leg], points[leg + 1]]
    if (!a || !b) continue
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const length = dx * dx + dy * dy
    const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((place.x - a.x) * dx + (place.y - a.y) * dy) / length))
    const distance = Math.hypot(place.x - a.x - share * dx, place.y - a.y - share * dy)
    if (distance < best.distance) best = { distance, leg }
  }
  return best
}
