import { overlaps, type Box, type Point } from '../models/geometry.ts'
import { isAttached, SIDES, type DiagramLine, type Side } from './diagram.ts'
import { routeLine, type Anchor } from './route-line.ts'

/** How near a line may pass a shape it does not end at. */
const CLEAR = 4
/** A corner counts as much as this much way: a line is easier followed the less it turns. */
const TURN = 40

/** Whether a way of upright and level legs runs through any of the boxes. */
const crosses = (points: readonly Point[], obstacles: readonly Box[]): boolean =>
  points.slice(1).some((to, index) => {
    const from = points[index] ?? to
    const leg = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) }
    return obstacles.some((box) => overlaps(leg, box, CLEAR))
  })

const lengthOf = (points: readonly Point[]): number =>
  points.slice(1).reduce((sum, { x, y }, index) => sum + Math.abs(x - (points[index]?.x ?? x)) + Math.abs(y - (points[index]?.y ?? y)), 0)

const listSides = (side: Side | undefined): readonly Side[] => (side === undefined ? SIDES : [side])

/**
 * The line fastened to other sides where its elbow would run through a shape: the shortest way with few turns that is free. The line itself where
 * it is free as it is, where no sides are free, or where somebody fastened both ends. `obstacles`: what it must not run through;
 * boxes around either of its ends are left out of account.
 */
export function freeLine(line: DiagramLine, shapesById: ReadonlyMap<string, Anchor>, obstacles: ReadonlyMap<string, Box>): DiagramLine {
  const { from, to } = line
  if (line.route !== 'elbow' || line.points.length > 0 || !isAttached(from) || !isAttached(to) || from.shapeId === to.shapeId) return line
  const [a, b] = [shapesById.get(from.shapeId), shapesById.get(to.shapeId)]
  if (!a || !b) return line
  const others = [...obstacles].flatMap(([id, box]) =>
    id === from.shapeId || id === to.shapeId || overlaps(a, box) || overlaps(b, box) ? [] : [box]
  )
  if (!crosses(routeLine(line, shapesById).points, others)) return line
  // Neither may it run through what it ends at.
  const all = [...others, shrink(a), shrink(b)]
  let best = { line, length: Infinity }
  for (const one of listSides(from.side))
    for (const other of listSides(to.side)) {
      const tried = { ...line, from: { ...from, side: one }, to: { ...to, side: other } }
      const { points } = routeLine(tried, shapesById)
      const length = lengthOf(points) + points.length * TURN
      if (length < best.length && !crosses(points, all)) best = { line: tried, length }
    }
  return best.line
}

/** Without the edge at which lines end. */
const shrink = (box: Box): Box => {
  const by = CLEAR + 1
  return { x: box.x + by, y: box.y + by, width: Math.max(0, box.width - 2 * by), height: Math.max(0, box.height - 2 * by) }
}
