import type { Box } from '../../models/geometry.ts'
import { isAttached, type DiagramLine, type DiagramShape } from '../diagram.ts'

/** A plain elbow goes no further around its ends than this. */
const REACH = 24

/** The part of the page a line may run over: what is around its ends and corners. */
export function findExtent(line: DiagramLine, shapes: ReadonlyMap<string, DiagramShape>): Box {
  let [left, top, far, low] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const end of [line.from, line.to]) {
    const box = isAttached(end) ? shapes.get(end.shapeId) : { x: end.x, y: end.y, width: 0, height: 0 }
    if (!box) continue
    left = Math.min(left, box.x)
    top = Math.min(top, box.y)
    far = Math.max(far, box.x + box.width)
    low = Math.max(low, box.y + box.height)
  }
  for (const { x, y } of line.points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    far = Math.max(far, x)
    low = Math.max(low, y)
  }
  return { x: left - REACH, y: top - REACH, width: far - left + 2 * REACH, height: low - top + 2 * REACH }
}
