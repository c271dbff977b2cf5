import { bottom, centre, right, roundedPath, sharedSpan, type Box, type Point } from '../models/geometry.ts'
import { isAttached, type DiagramLine, type LineEnd, type Side } from './diagram.ts'
import { isUpright, placePort, type Anchor } from './ports.ts'
import { middleOfWay, smoothPath, tidy, walkAlong } from './route-ways.ts'
import { SHAPE_LOOKS } from './shape-kinds.ts'

export type { Anchor } from './ports.ts'

export interface LineRoute {
  /** From start to end, on the edges of the shapes. */
  readonly points: readonly Point[]
  /** SVG path along them. */
  readonly path: string
  /** Middle of the label. */
  readonly labelAt: Point
  /** A small loop's label begins beside it, so that it covers nothing. */
  readonly labelBeside?: boolean
  /** Direction in which each head points, in radians, 0 to the right, clockwise. */
  readonly startAngle: number
  readonly endAngle: number
}

/** How far a line goes straight out of a shape before it turns. */
const STUB = 20
const RADIUS = 6
const OUT: Readonly<Record<Side, Point>> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 }
}

/** The way of one line, by itself: whatever else is on the page does not matter, so thousands are routed at once. */
export function routeLine(line: DiagramLine, shapesById: ReadonlyMap<string, Anchor>): LineRoute {
  const [from, to] = [findAnchor(line.from, shapesById), findAnchor(line.to, shapesById)]
  const isLoop = isAttached(line.from) && isAttached(line.to) && line.from.shapeId === line.to.shapeId
  if (isLoop && line.points.length === 0) return besideLoop(finish(loop(from, line), 'elbow'))
  if (isLoop) return placeLabel(line, finish(through(line, from, to, chooseSides(line, from, to)), 'elbow'))
  if (line.route === 'straight') return placeLabel(line, finish(straight(line, from, to), 'straight'))
  const sides = chooseSides(line, from, to)
  if (line.route === 'curve') return curve(line, from, to, sides)
  return placeLabel(line, finish(line.points.length > 0 ? through(line, from, to, sides) : elbow(from, to, sides), 'elbow'))
}

/** The sides on which a line leaves and arrives: those it says, else those that face each other. */
export function findSides(line: DiagramLine, shapesById: ReadonlyMap<string, Anchor>): { from: Side; to: Side } {
  const { from, to } = chooseSides(line, findAnchor(line.from, shapesById), findAnchor(line.to, shapesById))
  return { from, to }
}

/** The label of a shape's line to itself stands at the right of the loop; on the outer level leg of one at the left. */
function besideLoop(route: LineRoute): LineRoute {
  const { points } = route
  const [start, end] = [points[0], points.at(-1)]
  const x = Math.max(...points.map((point) => point.x))
  if (start && end && x === Math.max(start.x, end.x)) {
    const [corner, next] = [points[2], points[1]?.y === points[2]?.y ? points[1] : points[3]]
    return corner && next ? { ...route, labelAt: { x: (corner.x + next.x) / 2, y: corner.y } } : route
  }
  const [low, high] = [Math.min(...points.map((point) => point.y)), Math.max(...points.map((point) => point.y))]
  // At the outer corner: above, or below where the loop hangs there.
  const y = points[2]?.y === high ? high : low
  return { ...route, labelAt: { x: x + 4, y }, labelBeside: true }
}

/** Where the person, or the drawing it came from, put the label along the way. */
function placeLabel({ labelAt }: DiagramLine, route: LineRoute): LineRoute {
  return labelAt === undefined ? route : { ...route, labelAt: walkAlong(route.points, labelAt) }
}

/** A loose end, or one whose shape is not there, is a shape without size. */
function findAnchor(end: LineEnd, shapesById: ReadonlyMap<string, Anchor>): Anchor {
  if (!isAttached(end)) return { x: end.x, y: end.y, width: 0, height: 0, kind: 'rectangle' }
  return shapesById.get(end.shapeId) ?? { x: 0, y: 0, width: 0, height: 0, kind: 'rectangle' }
}

const sideOf = (end: LineEnd): Side | undefined => (isAttached(end) ? end.side : undefined)
/** How far along its side a line ends; it means nothing without one. */
const shareOf = (end: LineEnd): number | undefined => (isAttached(end) && end.side !== undefined ? end.at : undefined)

interface Sides {
  readonly from: Side
  readonly to: Side
  readonly fromAt: number | undefined
  readonly toAt: number | undefined
}

/** Sides that face each other: across where the shapes stand beside each other, up and down where one stands above. */
function chooseSides(line: DiagramLine, from: Anchor, to: Anchor): Sides {
  const first = line.points[0] ?? to
  const last = line.points.at(-1) ?? from
  return {
    from: sideOf(line.from) ?? facing(from, 'width' in first ? first : { ...first, width: 0, height: 0 }),
    to: sideOf(line.to) ?? facing(to, 'width' in last ? last : { ...last, width: 0, height: 0 }),
    fromAt: shareOf(line.from),
    toAt: shareOf(line.to)
  }
}

function facing(own: Box, other: Box): Side {
  const gapX = -sharedSpan(own.x, right(own), other.x, right(other))
  const gapY = -sharedSpan(own.y, bottom(own), other.y, bottom(other))
  const [a, b] = [centre(own), centre(other)]
  if (isInside(own, other)) return nearestSide(own, other)
  if (isInside(other, own)) return nearestSide(other, own)
  // Beside each other when the gap across is the larger; where they overlap, the lesser overlap says which.
  return gapX >= gapY ? (b.x >= a.x ? 'right' : 'left') : b.y >= a.y ? 'bottom' : 'top'
}

const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && right(inner) <= right(outer) && bottom(inner) <= bottom(outer) && outer.width > 0

/** Between a container and what it holds: the side where the two edges are nearest. */
function nearestSide(inner: Box, outer: Box): Side {
  const distances: [Side, number][] = [
    ['left', inner.x - outer.x],
    ['right', right(outer) - right(inner)],
    ['top', inner.y - outer.y],
    ['bottom', bottom(outer) - bottom(inner)]
  ]
  return distances.reduce((least, each) => (each[1] < least[1] ? each : least))[0]
}

function elbow(from: Anchor, to: Anchor, sides: Sides): Point[] {
  const [start, end] = [placePort(from, sides.from, sides.fromAt), placePort(to, sides.to, sides.toAt)]
  const aligned = align(start, end, sides)
  if (aligned) return aligned
  return tidy([start, ...connect({ at: start, side: sides.from, box: from }, { at: end, side: sides.to, box: to }), end])
}

/** Ports in line with each other are joined by one straight line. */
function align(start: Point, end: Point, { from: a, to: b }: Sides): Point[] | null {
  const opposite = OUT[a].x === -OUT[b].x && OUT[a].y === -OUT[b].y
  const ahead = (end.x - start.x) * OUT[a].x + (end.y - start.y) * OUT[a].y
  if (!opposite || ahead <= 0) return null
  if (isUpright(a)) return Math.abs(start.x - end.x) < 1 ? [start, { x: start.x, y: end.y }] : null
  return Math.abs(start.y - end.y) < 1 ? [start, { x: end.x, y: start.y }] : null
}

interface Port {
  readonly at: Point
  readonly side: Side
  readonly box: Box
}

/** The corners between two ports: out of each straight, then the fewest turns. */
function connect(from: Port, to: Port): Point[] {
  const [a, b] = [stepOut(from), stepOut(to)]
  const [u, v] = [OUT[from.side], OUT[to.side]]
  const ahead = (b.x - a.x) * u.x + (b.y - a.y) * u.y
  if (u.x === -v.x && u.y === -v.y) {
    const gap = (to.at.x - from.at.x) * u.x + (to.at.y - from.at.y) * u.y
    if (gap >= 2 * 4) return cross(from.at, to.at, isUpright(from.side), 0.5)
    return around(a, b, from, to)
  }
  if (u.x === v.x && u.y === v.y) return beside(from.at, to.at, a, b, u)
  // At right angles: one corner where both see it, else out, over and in.
  const behind = (a.x - b.x) * v.x + (a.y - b.y) * v.y
  const corner = isUpright(from.side) ? { x: from.at.x, y: to.at.y } : { x: to.at.x, y: from.at.y }
  if (ahead >= -STUB / 2 && behind >= -STUB / 2) return [corner]
  return isUpright(from.side) ? [a, { x: b.x, y: a.y }, b] : [a, { x: a.x, y: b.y }, b]
}

const stepOut = ({ at, side }: Port): Point => ({ x: at.x + OUT[side].x * STUB, y: at.y + OUT[side].y * STUB })

/** Over to the other in the middle of the way. */
function cross(start: Point, end: Point, upright: boolean, share: number): Point[] {
  if (upright) {
    const y = start.y + (end.y - start.y) * share
    return [
      { x: start.x, y },
      { x: end.x, y }
    ]
  }
  const x = start.x + (end.x - start.x) * share
  return [
    { x, y: start.y },
    { x, y: end.y }
  ]
}

/** Both leave on the same side: past the one that reaches further. */
function beside(start: Point, end: Point, a: Point, b: Point, out: Point): Point[] {
  if (out.x !== 0) {
    const x = out.x > 0 ? Math.max(a.x, b.x) : Math.min(a.x, b.x)
    return [
      { x, y: start.y },
      { x, y: end.y }
    ]
  }
  const y = out.y > 0 ? Math.max(a.y, b.y) : Math.min(a.y, b.y)
  return [
    { x: start.x, y },
    { x: end.x, y }
  ]
}

/** The sides look away from each other: between the boxes where there is room, else past the nearer end of both. */
function around(a: Point, b: Point, from: Port, to: Port): Point[] {
  if (isUpright(from.side)) {
    const x = passBetween(from.box.x, right(from.box), to.box.x, right(to.box), (a.x + b.x) / 2)
    return [a, { x, y: a.y }, { x, y: b.y }, b]
  }
  const y = passBetween(from.box.y, bottom(from.box), to.box.y, bottom(to.box), (a.y + b.y) / 2)
  return [a, { x: a.x, y }, { x: b.x, y }, b]
}

function passBetween(fromA: number, toA: number, fromB: number, toB: number, middle: number): number {
  if (toA < fromB) return (toA + fromB) / 2
  if (toB < fromA) return (toB + fromA) / 2
  const [low, high] = [Math.min(fromA, fromB) - STUB, Math.max(toA, toB) + STUB]
  return middle - low < high - middle ? low : high
}

/** Along corners set by hand. Each leg stays upright or level: where a corner is not in line, one more is put in. */
function through(line: DiagramLine, from: Anchor, to: Anchor, sides: Sides): Point[] {
  const first = line.points[0]
  const last = line.points.at(-1)
  if (!first || !last) return elbow(from, to, sides)
  const start = sides.fromAt === undefined ? slidePort(from, sides.from, first) : placePort(from, sides.from, sides.fromAt)
  const end = sides.toAt === undefined ? slidePort(to, sides.to, last) : placePort(to, sides.to, sides.toAt)
  const points: Point[] = [start]
  let goesUpright = isUpright(sides.from)
  for (const corner of [...line.points, end]) {
    const before = points.at(-1) ?? start
    const isLast = corner === end
    if (Math.abs(before.x - corner.x) > 0.5 && Math.abs(before.y - corner.y) > 0.5) {
      // The last leg comes in as its side asks; the others go on as they came.
      const turnsUpright = isLast ? !isUpright(sides.to) : goesUpright
      points.push(turnsUpright ? { x: before.x, y: corner.y } : { x: corner.x, y: before.y })
    }
    const leg = points.at(-1) ?? before
    goesUpright = Math.abs(leg.y - corner.y) < 0.5 ? true : Math.abs(leg.x - corner.x) < 0.5 ? false : goesUpright
    points.push(corner)
  }
  return tidy(points)
}

/** A port moves along its side to meet a corner straight, within the middle of the side. */
function slidePort(anchor: Anchor, side: Side, corner: Point): Point {
  const port = placePort(anchor, side)
  const form = SHAPE_LOOKS[anchor.kind].form
  if (form !== 'card' && form !== 'square') return port
  if (isUpright(side)) return { ...port, x: hold(corner.x, anchor.x + 4, right(anchor) - 4, port.x) }
  return { ...port, y: hold(corner.y, anchor.y + 4, bottom(anchor) - 4, port.y) }
}
const hold = (value: number, low: number, high: number, otherwise: number): number => (value >= low && value <= high ? value : otherwise)

const LOOP = 26

/** Out at one side and in at the next, around the corner between them: out at the right and in from above, unless its ends say otherwise. */
function loop(anchor: Anchor, line: DiagramLine): Point[] {
  const [a, b] = [sideOf(line.from) ?? 'right', sideOf(line.to) ?? 'top']
  const [from, to]: readonly [Side, Side] = isUpright(a) === isUpright(b) ? ['right', 'top'] : [a, b]
  const corner = [from, to]
  const [atX, atY] = [corner.includes('right') ? 2 / 3 : 1 / 3, corner.includes('bottom') ? 2 / 3 : 1 / 3]
  const place = (end: LineEnd, side: Side): Point => placePort(anchor, side, shareOf(end) ?? (isUpright(side) ? atX : atY))
  const [start, end] = [place(line.from, from), place(line.to, to)]
  const x = corner.includes('right') ? right(anchor) + LOOP : anchor.x - LOOP
  const y = corner.includes('bottom') ? bottom(anchor) + LOOP : anchor.y - LOOP
  const outOf = (side: Side, port: Point): Point => (isUpright(side) ? { x: port.x, y } : { x, y: port.y })
  return [start, outOf(from, start), { x, y }, outOf(to, end), end]
}

function straight(line: DiagramLine, from: Anchor, to: Anchor): Point[] {
  const towardsFrom = line.points[0] ?? middleOf(line.to, to)
  const towardsTo = line.points.at(-1) ?? middleOf(line.from, from)
  return [edgePoint(line.from, from, towardsFrom), ...line.points, edgePoint(line.to, to, towardsTo)]
}

const middleOf = (end: LineEnd, anchor: Anchor): Point => {
  const side = sideOf(end)
  return side === undefined ? centre(anchor) : placePort(anchor, side, shareOf(end))
}

/** Where the line from the middle of a shape to a place leaves its form. */
function edgePoint(end: LineEnd, anchor: Anchor, towards: Point): Point {
  const side = sideOf(end)
  if (side !== undefined) return placePort(anchor, side, shareOf(end))
  const middle = centre(anchor)
  const [dx, dy] = [towards.x - middle.x, towards.y - middle.y]
  const [halfX, halfY] = [anchor.width / 2, anchor.height / 2]
  if ((dx === 0 && dy === 0) || halfX === 0 || halfY === 0) return middle
  const [across, down] = [Math.abs(dx) / halfX, Math.abs(dy) / halfY]
  const { form } = SHAPE_LOOKS[anchor.kind]
  const reach = form === 'diamond' ? across + down : form === 'ellipse' ? Math.hypot(across, down) : Math.max(across, down)
  return { x: middle.x + dx / reach, y: middle.y + dy / reach }
}

function curve(line: DiagramLine, from: Anchor, to: Anchor, sides: Sides): LineRoute {
  const [start, end] = [placePort(from, sides.from, sides.fromAt), placePort(to, sides.to, sides.toAt)]
  if (line.points.length > 0) return placeLabel(line, finish(straight(line, from, to), 'smooth'))
  const points = [start, end]
  const reach = Math.max(32, Math.hypot(end.x - start.x, end.y - start.y) * 0.4)
  const lead = (at: Point, side: Side, end_: LineEnd): Point =>
    isAttached(end_) ? { x: at.x + OUT[side].x * reach, y: at.y + OUT[side].y * reach } : at
  const [c1, c2] = [lead(start, sides.from, line.from), lead(end, sides.to, line.to)]
  const labelAt = {
    x: (start.x + 3 * c1.x + 3 * c2.x + end.x) / 8,
    y: (start.y + 3 * c1.y + 3 * c2.y + end.y) / 8
  }
  return {
    points,
    path: `M${n(start.x)},${n(start.y)}C${n(c1.x)},${n(c1.y)} ${n(c2.x)},${n(c2.y)} ${n(end.x)},${n(end.y)}`,
    labelAt,
    startAngle: angleOf(c1 === start ? c2 : c1, start),
    endAngle: angleOf(c2 === end ? c1 : c2, end)
  }
}

const n = (value: number): number => Math.round(value * 100) / 100
const angleOf = (from: Point, to: Point): number => Math.atan2(to.y - from.y, to.x - from.x)

function finish(points: readonly Point[], manner: 'elbow' | 'straight' | 'smooth' | 'curve'): LineRoute {
  const rounded = points.map(({ x, y }) => ({ x: n(x), y: n(y) }))
  const [start, second] = [rounded[0], rounded[1]]
  const [end, before] = [rounded.at(-1), rounded.at(-2)]
  const origin = { x: 0, y: 0 }
  return {
    points: rounded,
    path: manner === 'smooth' ? smoothPath(rounded) : roundedPath(rounded, manner === 'straight' ? 0 : RADIUS),
    labelAt: middleOfWay(rounded),
    startAngle: angleOf(second ?? origin, start ?? origin),
    endAngle: angleOf(before ?? origin, end ?? origin)
  }
}
