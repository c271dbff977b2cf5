import { bottom, overlaps, right, type Box, type Point } from '../../models/geometry.ts'
import { measureText } from '../../models/text-measure.ts'
import { CONTAINERS, isAttached, type DiagramLine, type DiagramShape, type LineEnd } from '../diagram.ts'
import { insideOf, SHAPE_LOOKS } from '../shape-kinds.ts'
import type { Finder } from './extent.ts'

/** How near a line may pass a shape it does not end at. */
export const CLEAR = 5

/** A part of the page a way had better not run through: every unit in it counts `weight` units more. */
export interface Soft {
  readonly box: Box
  readonly weight: number
}
/** What stands in the way of one line. */
export interface Obstacles {
  /** Shapes it must not run through, without its ends. */
  readonly hard: readonly Box[]
  /** Its ends, as far as it must not run through them: not what holds the other end. */
  readonly from: Box | null
  readonly to: Box | null
  readonly soft: readonly Soft[]
}

export const boxAround = (points: readonly Point[]): Box => {
  let [left, top, low, far] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    far = Math.max(far, x)
    low = Math.max(low, y)
  }
  return { x: left, y: top, width: far - left, height: low - top }
}
export const grow = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: Math.max(0, width + 2 * by),
  height: Math.max(0, height + 2 * by)
})
export const boxOfLeg = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y)
})

/** Lines between lanes go through lanes; through what groups other things, only where there is no other way. */
const OPEN: readonly DiagramShape['kind'][] = ['lane', 'vertical-lane', 'stage']
const THROUGH = 0.8
const TITLE = 3
const BAND = 32

/** Where a container says its name. */
function titleOf(shape: DiagramShape): Box | null {
  if (shape.label.trim() === '') return null
  if (shape.style.labelSide !== undefined) return null
  const { fontSize } = SHAPE_LOOKS[shape.kind]
  const inside = insideOf(shape)
  const band = shape.style.headSize ?? BAND
  const { x, y, width, height } = shape
  if (inside === 'band-left') return { x, y, width: Math.min(band, width), height }
  if (inside === 'band-top') return { x, y, width, height: Math.min(band, height) }
  const text = measureText(shape.label.split('\n')[0] ?? '', shape.style.fontSize ?? fontSize) + 24
  return { x, y, width: Math.min(width, text), height: Math.min(BAND, height) }
}

const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && right(inner) <= right(outer) && bottom(inner) <= bottom(outer)

const boxOfEnd = (end: LineEnd, shapes: ReadonlyMap<string, DiagramShape>): Box =>
  isAttached(end) ? (shapes.get(end.shapeId) ?? { x: 0, y: 0, width: 0, height: 0 }) : { x: end.x, y: end.y, width: 0, height: 0 }

/** What stands in the way of a line within a region of the page. What lies over one of its ends is left out of account. */
export function findObstacles(
  line: DiagramLine,
  shapes: ReadonlyMap<string, DiagramShape>,
  index: Finder<DiagramShape>,
  region: Box
): Obstacles {
  const [a, b] = [boxOfEnd(line.from, shapes), boxOfEnd(line.to, shapes)]
  const hard: Box[] = []
  const soft: Soft[] = []
  for (const shape of index.find(region)) {
    const isEnd = [line.from, line.to].some((end) => isAttached(end) && end.shapeId === shape.id)
    if (CONTAINERS.includes(shape.kind)) {
      const title = titleOf(shape)
      if (title) soft.push({ box: title, weight: TITLE })
      if (!isEnd && !OPEN.includes(shape.kind) && !holds(shape, a) && !holds(shape, b)) soft.push({ box: shape, weight: THROUGH })
    } else if (!isEnd && !covers(shape, a) && !covers(shape, b)) hard.push(shape)
  }
  const isApart = !overlaps(a, b)
  return { hard, soft, from: isApart && a.width > 0 ? a : null, to: isApart && b.width > 0 ? b : null }
}

/** A loose end inside a shape, or a shape over an end. */
const covers = (shape: Box, end: Box): boolean => overlaps(end, shape) || (end.width === 0 && holds(shape, end))

/** Whether a way runs through what it must not; its first and last legs begin and end at its ends. */
export function runsThrough(points: readonly Point[], { hard, from, to }: Obstacles): boolean {
  for (let leg = 0; leg + 1 < points.length; leg++) {
    const [a, b] = [points[leg], points[leg + 1]]
    if (!a || !b) continue
    const box = boxOfLeg(a, b)
    if (from && leg > 0 && overlaps(box, from, -1)) return true
    if (to && leg + 2 < points.length && overlaps(box, to, -1)) return true
    for (const other of hard) if (overlaps(box, other, CLEAR - 1)) return true
  }
  // The outermost legs lead away from their ends, not across them.
  return crossesOwn(points[0], points[1], from) || crossesOwn(points.at(-1), points.at(-2), to)
}

/** Whether a leg that begins at the edge of a box runs through the inside of it. */
function crossesOwn(edge: Point | undefined, next: Point | undefined, box: Box | null): boolean {
  if (!edge || !next || !box) return false
  const inner = grow(box, -1)
  if (!overlaps(boxOfLeg(edge, next), inner)) return false
  // Forms whose edge lies inside their box: the way out is short and straight.
  const isIn = next.x > inner.x && next.x < right(inner) && next.y > inner.y && next.y < bottom(inner)
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  return isIn || (next.x - edge.x) * (edge.x - middle.x) + (next.y - edge.y) * (edge.y - middle.y) < 0
}
