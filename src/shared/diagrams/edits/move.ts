import type { Point } from '../../models/geometry.ts'
import { isAttached, isShape, type DiagramLine, type LineEnd } from '../diagram.ts'
import { NO_PATCH, placeAt, putAll, shiftPoint, withContents, type Items, type Patch } from './items.ts'

/**
 * Moves what is chosen by `by`, in units: containers with their contents, lines between moved shapes with their corners, loose
 * ends of chosen lines. What is chosen and locked stays.
 */
export function move(items: Items, ids: Iterable<string>, by: Point): Patch {
  if (by.x === 0 && by.y === 0) return NO_PATCH
  const chosen = [...ids]
  const moved = withContents(
    items,
    chosen.filter((id) => items.get(id)?.isLocked !== true)
  )
  const put: Patch['put'] = []
  for (const item of items.values()) {
    if (isShape(item)) {
      if (moved.has(item.id)) put.push(placeAt(item, shiftPoint(item, by)))
    } else {
      const line = moveLine(item, moved, by)
      if (line !== item) put.push(line)
    }
  }
  return putAll(put)
}

/** A line that goes along: wholly where both ends move, its loose parts where it is itself chosen. */
function moveLine(line: DiagramLine, moved: ReadonlySet<string>, by: Point): DiagramLine {
  const isChosen = moved.has(line.id)
  const goes = (end: LineEnd): boolean => (isAttached(end) ? moved.has(end.shapeId) : isChosen)
  const [from, to] = [goes(line.from), goes(line.to)]
  const isLoose = !isAttached(line.from) || !isAttached(line.to)
  if (!isChosen && !(from && to)) return line
  if (line.points.length === 0 && !isLoose) return line
  const shift = (end: LineEnd, isMoving: boolean): LineEnd => (isAttached(end) || !isMoving ? end : shiftPoint(end, by))
  return { ...line, from: shift(line.from, from), to: shift(line.to, to), points: line.points.map((point) => shiftPoint(point, by)) }
}
