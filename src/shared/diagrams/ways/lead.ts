import { bottom, centre, overlaps, right, union, type Box, type Point } from '../../models/geometry.ts'
import { isAttached, type DiagramLine, type DiagramShape, type LineEnd, type Side } from '../diagram.ts'
import { placePort } from '../ports.ts'
import { findSides, routeLine } from '../route-line.ts'
import { tidy } from '../route-ways.ts'
import { costOfWay, liesUpon, meetsAny, type Leg } from './cost.ts'
import type { Finder } from './extent.ts'
import { BESIDE, layGrid } from './grid.ts'
import { boxAround, CLEAR, findObstacles, grow, runsThrough, type Obstacles } from './obstacles.ts'
import { searchWay, type Found, type Gate } from './search.ts'

export interface Scene {
  readonly shapes: ReadonlyMap<string, DiagramShape>
  readonly index: Finder<DiagramShape>
}
/** Where one end of a line may be: the sides it may leave on, and how far along each; what a side costs besides. */
export interface Choice {
  readonly sides: readonly Side[]
  readonly at: number | undefined
  readonly costOf: (side: Side) => number
}
interface Leading {
  readonly from: Choice
  readonly to: Choice
  /** Legs of lines led before. */
  readonly used: readonly Leg[]
  /** Steps of the search that are left for all lines of an edit. */
  readonly budget: { left: number }
}
/** A way that was found: `line` has its sides and corners. */
export interface Led {
  readonly line: DiagramLine
  readonly way: readonly Point[]
  readonly sides: { readonly from: Side; readonly to: Side }
}

/** Which meetings with lines led before keep a line from being a plain elbow. */
export type Minds = 'none' | 'lying' | 'all'
const MEETINGS: Readonly<Record<Minds, (way: readonly Point[], used: readonly Leg[]) => boolean>> = {
  none: () => false,
  lying: liesUpon,
  all: meetsAny
}

/** How far around its ends a way is looked for, first and at last. */
const REACHES = [110, 420] as const
const MOST_STEPS = 9000
/** A way found by search must be so much better than the plain one. */
const BETTER = 12

const withSide = (end: LineEnd, side: Side, at: number | undefined): LineEnd =>
  isAttached(end)
    ? { shapeId: end.shapeId, side, ...(at === undefined ? {} : { at }), ...(end.fastened && { fastened: end.fastened }) }
    : end

/** The line on these sides without corners. */
export function fasten(line: DiagramLine, sides: Led['sides'], fromAt: number | undefined, toAt: number | undefined): DiagramLine {
  return { ...line, from: withSide(line.from, sides.from, fromAt), to: withSide(line.to, sides.to, toAt), points: [] }
}

const endBox = (end: LineEnd, { shapes }: Scene): Box =>
  isAttached(end) ? (shapes.get(end.shapeId) ?? { x: 0, y: 0, width: 0, height: 0 }) : { x: end.x, y: end.y, width: 0, height: 0 }

/** What stands about a way or around both ends of a line. */
export function lookAround(line: DiagramLine, scene: Scene, way: readonly Point[], reach: number): Obstacles {
  return findObstacles(line, scene.shapes, scene.index, regionOf(line, scene, way, reach))
}
const regionOf = (line: DiagramLine, scene: Scene, way: readonly Point[], reach: number): Box =>
  grow(union([endBox(line.from, scene), endBox(line.to, scene), boxAround(way)]) ?? boxAround(way), reach)

/**
 * The way of a line among what stands around: its plain elbow where that runs through nothing (and meets no other line it `minds`),
 * else the cheapest by length, turns and meetings with other lines; through as little as possible where no way is free.
 */
export function leadLine(line: DiagramLine, scene: Scene, leading: Leading, minds: Minds): Led {
  const { from, to, used, budget } = leading
  const facing = findSides(line, scene.shapes)
  const sides = {
    from: from.sides.includes(facing.from) ? facing.from : (from.sides[0] ?? facing.from),
    to: to.sides.includes(facing.to) ? facing.to : (to.sides[0] ?? facing.to)
  }
  const plain = drawOn(line, scene, leading, sides)
  const near = lookAround(line, scene, plain.way, REACHES[0])
  const isFree = !runsThrough(plain.way, near)
  if (isFree && !MEETINGS[minds](plain.way, used)) return plain
  for (const reach of REACHES) {
    const around = reach === REACHES[0] ? near : lookAround(line, scene, plain.way, reach)
    const found = search(line, scene, leading, around, plain, reach, false)
    if (!found) continue
    budget.left -= found.steps
    return chooseWay(line, scene, leading, around, isFree ? plain : null, found)
  }
  if (isFree) return plain
  const forced = search(line, scene, leading, near, plain, REACHES[0], true)
  if (!forced) return plain
  budget.left -= forced.steps
  return chooseWay(line, scene, leading, near, plain, forced)
}

/** The plain elbow on the sides found, where it is as good; else the corners found. */
function chooseWay(line: DiagramLine, scene: Scene, leading: Leading, around: Obstacles, plain: Led | null, found: Found): Led {
  const blocks = [...around.hard]
  const costOf = ({ way }: Led): number => costOfWay(way, leading.used, around.soft, blocks)
  const facing = findSides(line, scene.shapes)
  const sides = { from: found.start.side ?? facing.from, to: found.goal.side ?? facing.to }
  const onSides = drawOn(line, scene, leading, sides)
  const way = tidy(found.points)
  const points = way.slice(1, -1).map(({ x, y }) => ({ x: round(x), y: round(y) }))
  const led: Led = { line: { ...onSides.line, points }, way, sides }
  const offered = plain ? [plain] : []
  const straight = runsThrough(onSides.way, around) ? offered : [...offered, onSides]
  const best = straight.reduce<Led | null>((least, each) => (least === null || costOf(each) < costOf(least) ? each : least), null)
  return best && costOf(best) <= costOf(led) + BETTER ? best : led
}
const round = (value: number): number => Math.round(value * 100) / 100

function drawOn(line: DiagramLine, scene: Scene, { from, to }: Leading, sides: Led['sides']): Led {
  const drawn = fasten(line, sides, from.at, to.at)
  return { line: drawn, way: routeLine(drawn, scene.shapes).points, sides }
}

function search(
  line: DiagramLine,
  scene: Scene,
  { from, to, used, budget }: Leading,
  around: Obstacles,
  plain: Led,
  reach: number,
  isForced: boolean
): Found | null {
  const [a, b] = [endBox(line.from, scene), endBox(line.to, scene)]
  const region = regionOf(line, scene, plain.way, reach)
  const walls = [...around.hard, ...(around.from ? [around.from] : []), ...(around.to ? [around.to] : [])]
  const starts = listGates(line.from, from, scene, walls, isForced)
  const goals = listGates(line.to, to, scene, walls, isForced)
  if (starts.length === 0 || goals.length === 0) return null
  const boxes = [...around.hard, ...around.soft.map(({ box }) => box)]
  const meeting = used.filter(({ isLevel, at, low, high }) =>
    overlaps(isLevel ? { x: low, y: at, width: high - low, height: 0 } : { x: at, y: low, width: 0, height: high - low }, region)
  )
  const { xs, ys } = layGrid({ region, gates: [...starts, ...goals], ends: [a, b], boxes, used: meeting, plain: boxAround(plain.way) })
  const own = [around.from, around.to].flatMap((box) => (box ? [grow(box, CLEAR - 1)] : []))
  const blocks = [...around.hard.map((box) => grow(box, CLEAR - 0.5)), ...own, ...[...starts, ...goals].flatMap(stripOf)]
  const most = Math.min(MOST_STEPS, budget.left)
  return searchWay({ starts, goals, blocks, soft: around.soft, used: meeting, xs, ys, isForced, most })
}

/** Where a way may leave an end: straight out of the middle, or where it must, of each side from which there is room to turn. */
function listGates(end: LineEnd, { sides, at, costOf }: Choice, { shapes }: Scene, walls: readonly Box[], isForced: boolean): Gate[] {
  if (!isAttached(end)) return [{ side: null, port: { x: end.x, y: end.y }, out: { x: end.x, y: end.y }, cost: 0 }]
  const anchor = shapes.get(end.shapeId)
  if (!anchor) return []
  return sides.flatMap((side): Gate[] => {
    const port = placePort(anchor, side, at)
    const room = measureAhead(anchor, side, port, walls)
    if (room < 2 * CLEAR && !isForced) return []
    const out = stepOut(anchor, side, port, Math.max(CLEAR, Math.min(BESIDE, room / 2)))
    return [{ side, port, out, cost: Math.abs(out.x - port.x) + Math.abs(out.y - port.y) + costOf(side) }]
  })
}

/** What lies between a side and where a way may turn is kept for this end: no way arrives there from within. */
function stripOf({ side, port, out }: Gate): Box[] {
  if (side === null) return []
  const box = boxAround([port, out])
  return box.width < box.height
    ? [{ x: box.x - STRIP, y: box.y + (side === 'top' ? 0.5 : 0), width: 2 * STRIP, height: Math.max(0, box.height - 0.5) }]
    : [{ x: box.x + (side === 'left' ? 0.5 : 0), y: box.y - STRIP, width: Math.max(0, box.width - 0.5), height: 2 * STRIP }]
}
const STRIP = 4

function stepOut(box: Box, side: Side, port: Point, by: number): Point {
  if (side === 'top') return { x: port.x, y: box.y - by }
  if (side === 'bottom') return { x: port.x, y: bottom(box) + by }
  return side === 'left' ? { x: box.x - by, y: port.y } : { x: right(box) + by, y: port.y }
}

/** How far it is from a side to what stands before it. */
function measureAhead(own: Box, side: Side, port: Point, walls: readonly Box[]): number {
  let room = Infinity
  const isAcross = side === 'left' || side === 'right'
  for (const wall of walls) {
    const isInLine = isAcross
      ? port.y > wall.y - CLEAR && port.y < bottom(wall) + CLEAR
      : port.x > wall.x - CLEAR && port.x < right(wall) + CLEAR
    if (!isInLine) continue
    const gaps: Readonly<Record<Side, number>> = {
      top: own.y - bottom(wall),
      bottom: wall.y - bottom(own),
      left: own.x - right(wall),
      right: wall.x - right(own)
    }
    const isAhead = side === 'top' || side === 'left' ? isBefore(wall, own, isAcross) : isBefore(own, wall, isAcross)
    if (isAhead) room = Math.min(room, Math.max(0, gaps[side]))
  }
  return room
}
const isBefore = (first: Box, second: Box, isAcross: boolean): boolean =>
  isAcross ? centre(first).x < centre(second).x && first !== second : centre(first).y < centre(second).y && first !== second
