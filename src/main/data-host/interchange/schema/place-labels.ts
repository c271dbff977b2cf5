import { type DiagramLine, type DiagramShape, LONGEST_LABEL } from '../../../../shared/diagrams/diagram.ts'
import { type LineRoute, routeLine } from '../../../../shared/diagrams/route-line.ts'
import { walkAlong } from '../../../../shared/diagrams/route-ways.ts'
import { type Box, overlaps, type Point } from '../../../../shared/models/geometry.ts'
import { measureText } from '../../../../shared/models/text-measure.ts'

const HEIGHT = 18
const ENDS = 8
/** A crow's foot with its ring. */
const HEAD = 24
/** Places tried along a line, and how far from each other they are at least. */
const MOST_TRIED = 28
const STEP = 16
/** A label on top of another, of an entity or of a head is worse than many lines running behind it. */
const COVERING = 100
const CELL = 160

/**
 * The lines with their names where they cover no other name, no entity, no head and as few other lines as possible; as near
 * to the middle of the line as that allows. In the order of the lines, each on what is placed before it.
 * `size`: of the letters.
 */
export function placeLabels(lines: readonly DiagramLine[], shapes: ReadonlyMap<string, DiagramShape>, size: number): DiagramLine[] {
  const solid = new Boxes()
  const thin = new Boxes()
  for (const shape of shapes.values()) solid.add(shape)
  const routes = lines.map((line) => routeLine(line, shapes))
  for (const [at, { points }] of routes.entries()) {
    for (const end of [headAt(points[0], points[1]), headAt(points.at(-1), points.at(-2))]) if (end) solid.add(end, at)
    for (const leg of listLegs(points)) thin.add(leg, at)
  }
  return lines.map((line, at) => {
    const route = routes[at]
    if (!route || line.label === '') return line
    const width = measureText(line.label.slice(0, LONGEST_LABEL), size) + ENDS
    const boxAt = ({ x, y }: Point): Box => ({ x: x - width / 2, y: y - HEIGHT / 2, width, height: HEIGHT })
    const labelAt = chooseShare(route, (point) => solid.count(boxAt(point), null) * COVERING + thin.count(boxAt(point), at))
    solid.add(boxAt(labelAt === null ? route.labelAt : walkAlong(route.points, labelAt)), at)
    return labelAt === null ? line : { ...line, labelAt }
  })
}

/** The share of the way that costs least, the nearest to its middle among equals; null: where labels stand anyway. */
function chooseShare({ points, labelAt }: LineRoute, costAt: (point: Point) => number): number | null {
  let least = costAt(labelAt)
  if (least === 0) return null
  const length = points.slice(1).reduce((sum, to, at) => sum + distance(points[at] ?? to, to), 0)
  const count = Math.min(MOST_TRIED, Math.floor(length / STEP))
  let best: number | null = null
  for (let tried = 1; tried < count && least > 0; tried++) {
    // Outwards from the middle, to either side in turn.
    const share = Math.round((0.5 + ((tried % 2 === 0 ? 1 : -1) * Math.ceil(tried / 2)) / count) * 1e4) / 1e4
    const cost = costAt(walkAlong(points, share))
    if (cost >= least) continue
    least = cost
    best = share
  }
  return best
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

const boxBetween = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y)
})

const listLegs = (points: readonly Point[]): Box[] => points.slice(1).map((to, at) => boxBetween(points[at] ?? to, to))

function headAt(tip: Point | undefined, next: Point | undefined): Box | null {
  if (!tip || !next) return null
  const length = Math.max(1, distance(tip, next))
  const [dx, dy] = [((next.x - tip.x) / length) * HEAD, ((next.y - tip.y) / length) * HEAD]
  const along = boxBetween(tip, { x: tip.x + dx, y: tip.y + dy })
  return {
    x: along.x - Math.abs(dy) / 4,
    y: along.y - Math.abs(dx) / 4,
    width: along.width + Math.abs(dy) / 2,
    height: along.height + Math.abs(dx) / 2
  }
}

/** Boxes of the page, found by where they are; each with the line it belongs to. */
class Boxes {
  readonly #cells = new Map<string, { readonly box: Box; readonly line: number }[]>()

  add({ x, y, width, height }: Box, line = -1): void {
    const each = { box: { x, y, width, height }, line }
    for (const cell of listCells(each.box)) {
      const own = this.#cells.get(cell)
      if (own) own.push(each)
      else this.#cells.set(cell, [each])
    }
  }

  /** How many others it would cover; those of the line `own` do not count. */
  count(box: Box, own: number | null): number {
    const met = new Set<Box>()
    for (const cell of listCells(box))
      for (const each of this.#cells.get(cell) ?? []) if (each.line !== own && overlaps(each.box, box)) met.add(each.box)
    return met.size
  }
}

function listCells({ x, y, width, height }: Box): string[] {
  const cells: string[] = []
  for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++)
    for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++) cells.push(`${column} ${row}`)
  return cells
}
