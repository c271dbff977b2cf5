import type { ModelRelation } from './model.ts'
import { bottom, centre, overlaps, right, roundedPath, sharedSpan, union, type Box, type Point } from './geometry.ts'
import { findAncestors } from './hold.ts'
import { LINE_STYLES, type LineStyle } from './relation-lines.ts'
import { drawArc, drawSlant, findRings } from './ring.ts'
import { searchRoute } from './search-route.ts'
import { SMALL_TEXT } from './node-sizes.ts'
import { measureText } from './text-measure.ts'

export { LINE_STYLES, type LineStyle } from './relation-lines.ts'

export interface RouteLabel {
  readonly text: string
  readonly box: Box
}
export interface Route {
  readonly id: string
  readonly relation: ModelRelation
  readonly style: LineStyle
  readonly points: readonly Point[]
  readonly path: string
  readonly label: RouteLabel | null
  /** The lower edge it runs under, when it runs in a lane below its row. */
  readonly lane: number | null
}
export interface RoutingInput {
  /** Boxes a relation can start or end at, by element id. */
  readonly nodes: ReadonlyMap<string, Box>
  /** Those that are frames around others: loops run below them. */
  readonly frames: ReadonlySet<string>
  /** Who stands in whom. */
  readonly holders: ReadonlyMap<string, string>
  readonly relations: readonly ModelRelation[]
  /** The text to draw on a relation; null for none. */
  readonly labelOf: (relation: ModelRelation) => string | null
  /** Every box stays where it is: a lane has to find room, nothing moves down for it. */
  readonly isFixed?: boolean
}

const PAIR_STEP = 26
const LANE_FIRST = 30
const LANE_STEP = 32
const PORT_STEP = 22
const CORNER = 12
const LABEL_HEIGHT = 20
const SELF_LOOP = { width: 30, height: 15, inset: 16 }
/** Type of the labels (Inter), in the window as on paper. */
const LABEL_SIZE = SMALL_TEXT

export const labelWidth = (text: string): number => Math.ceil(measureText(text, LABEL_SIZE)) + 12

interface Wire {
  readonly id: string
  readonly relation: ModelRelation
  readonly style: LineStyle
  readonly from: Box
  readonly to: Box
  readonly text: string | null
}

/**
 * Lines for every drawn relation. Neighbours get a straight arrow; what returns, or would cross another node in its row,
 * runs below the row in lanes of its own; a relation of a node with itself is a small loop on its upper edge; a closed chain
 * is drawn as a ring; everything else turns two corners, or finds a way around what stands there. Labels are placed where
 * they touch no node, no other label and no other line.
 */
export function routeRelations(input: RoutingInput): Route[] {
  const wires = input.relations.flatMap((relation, index): Wire[] => {
    const style = LINE_STYLES[relation.kind]
    const [from, to] = [input.nodes.get(relation.from), input.nodes.get(relation.to)]
    return style && from && to
      ? [{ id: `${relation.from}>${relation.to}:${index}`, relation, style, from, to, text: input.labelOf(relation) }]
      : []
  })
  const ringDrawn = drawRings(wires, input)
  const selfLoops = wires.filter((wire) => wire.from === wire.to)
  const rest = wires.filter((wire) => wire.from !== wire.to && !ringDrawn.has(wire))
  const obstaclesOf = (wire: Wire): Box[] => findObstacles(wire.relation, input)
  const isFixed = input.isFixed === true
  const lanes = keepFree(
    rest.filter((wire) => runsBelow(wire, obstaclesOf(wire))),
    (wires) => drawLanes(wires, input),
    (wire, lane) => (isFixed ? obstaclesOf(wire) : rowOf(obstaclesOf(wire), lane)),
    isFixed
  )
  const inLane = new Set(lanes.map(({ wire }) => wire))
  const direct = rest
    .filter((wire) => !inLane.has(wire))
    .map((wire, _, all) => ({ wire, points: moveOff(drawDirect(wire, shiftOf(wire, all)), lanes) }))
  const [free, blocked] = [
    direct.filter(({ wire, points }) => !touchesAny(points, obstaclesOf(wire))),
    direct.filter(({ wire, points }) => touchesAny(points, obstaclesOf(wire)))
  ]
  const drawn: Drawn[] = [
    ...free,
    ...selfLoops.map((wire) => ({ wire, points: drawSelfLoop(wire.from) })),
    ...[...ringDrawn].map(([wire, points]) => ({ wire, points, isArc: true })),
    ...lanes
  ]
  for (const { wire, points } of blocked) {
    const found = searchRoute({ from: wire.from, to: wire.to, obstacles: obstaclesOf(wire), drawn: drawn.map((each) => each.points) })
    drawn.push({ wire, points: found ?? points })
  }
  return placeLabels(
    drawn,
    [...input.nodes].flatMap(([id, box]) => (input.frames.has(id) ? [] : [box])),
    input
  )
}

interface Drawn {
  wire: Wire
  points: Point[]
  lane?: number
  isArc?: boolean
}

/** What a line must go around: everything but its ends, what they hold and what holds them. */
function findObstacles({ from, to }: ModelRelation, { nodes, holders }: RoutingInput): Box[] {
  const around = new Set([...findAncestors(from, holders), ...findAncestors(to, holders)])
  return [...nodes].flatMap(([id, box]) => {
    if (id === from || id === to || around.has(id)) return []
    const above = findAncestors(id, holders)
    return above.includes(from) || above.includes(to) ? [] : [box]
  })
}

/** Whether a line runs through a box; its two ends may touch what they meet. */
const touchesAny = (points: readonly Point[], boxes: readonly Box[]): boolean =>
  segmentsOf(points).some((segment) => boxes.some((box) => overlaps(segment, box)))

/** What does not stand under the lane: that moves down to make room. */
const rowOf = (boxes: readonly Box[], lane = 0): Box[] => boxes.filter(({ y }) => y < lane)

/** Lanes, without those whose ends (or, where nothing moves, whose whole) would run through something. */
function keepFree(
  wires: readonly Wire[],
  draw: (wires: readonly Wire[]) => Drawn[],
  obstaclesOf: (wire: Wire, lane: number | undefined) => Box[],
  isFixed: boolean
): Drawn[] {
  const hits = new Set(
    draw(wires)
      .filter(({ wire, points, lane }) => {
        const parts = isFixed ? [points] : [points.slice(0, 2), points.slice(2)]
        return parts.some((part) => touchesAny(part, obstaclesOf(wire, lane)))
      })
      .map(({ wire }) => wire)
  )
  return draw(wires.filter((wire) => !hits.has(wire)))
}

/** Rings as arcs, and what joins a ring with what it surrounds as straight lines. */
function drawRings(wires: readonly Wire[], { nodes, holders }: RoutingInput): Map<Wire, Point[]> {
  const rings = findRings(wires.map(({ relation }) => relation))
  return new Map(
    wires.flatMap((wire): [Wire, Point[]][] => {
      const { from, to, kind } = wire.relation
      const ring = rings.find((ids) => ids.includes(from))
      if (!ring) return []
      if (kind === 'precedes' && ring.includes(to))
        return [
          [
            wire,
            drawArc(
              wire.from,
              wire.to,
              ring.flatMap((id) => nodes.get(id) ?? [])
            )
          ]
        ]
      return holders.get(from) === holders.get(to) ? [[wire, drawSlant(wire.from, wire.to)]] : []
    })
  )
}

/** A line straight down that would start where a lane does steps aside. */
function moveOff(points: Point[], lanes: readonly Drawn[]): Point[] {
  const [start, end] = points
  if (!start || !end || points.length > 2 || start.x !== end.x) return points
  const ends = lanes.flatMap((lane) => [lane.points[0], lane.points.at(-1)])
  const meets = ends.some((port) => port && Math.abs(port.x - start.x) < PORT_STEP / 2 && points.some(({ y }) => Math.abs(y - port.y) < 2))
  return meets ? points.map(({ x, y }) => ({ x: x + PORT_STEP, y })) : points
}

/** Lines between the same two boxes run side by side. */
function shiftOf(wire: Wire, wires: readonly Wire[]): number {
  const beside = wires.filter(
    (other) => (other.from === wire.from && other.to === wire.to) || (other.from === wire.to && other.to === wire.from)
  )
  return (beside.indexOf(wire) - (beside.length - 1) / 2) * PAIR_STEP
}

const inOneRow = (a: Box, b: Box): boolean => sharedSpan(a.y, bottom(a), b.y, bottom(b)) > Math.min(a.height, b.height) * 0.4
const inOneColumn = (a: Box, b: Box): boolean => sharedSpan(a.x, right(a), b.x, right(b)) > Math.min(a.width, b.width) * 0.4

function runsBelow(wire: Wire, boxes: readonly Box[]): boolean {
  if (!inOneRow(wire.from, wire.to)) return false
  if (wire.style.line === 'dashed' && wire.text !== null) return true
  const [left, rightmost] = wire.from.x < wire.to.x ? [wire.from, wire.to] : [wire.to, wire.from]
  const y = centre(left).y
  const gap: Box = { x: right(left), y: y - 1, width: rightmost.x - right(left), height: 2 }
  return boxes.some((box) => box !== left && box !== rightmost && overlaps(box, gap))
}

function drawDirect({ from, to }: Wire, shift: number): Point[] {
  if (inOneRow(from, to)) {
    const y = (Math.max(from.y, to.y) + Math.min(bottom(from), bottom(to))) / 2 + shift
    return from.x < to.x
      ? [
          { x: right(from), y },
          { x: to.x, y }
        ]
      : [
          { x: from.x, y },
          { x: right(to), y }
        ]
  }
  const isDown = from.y < to.y
  const [startY, endY] = isDown ? [bottom(from), to.y] : [from.y, bottom(to)]
  if (inOneColumn(from, to)) {
    const x = (Math.max(from.x, to.x) + Math.min(right(from), right(to))) / 2 + shift
    return [
      { x, y: startY },
      { x, y: endY }
    ]
  }
  const middle = (startY + endY) / 2
  const [startX, endX] = [centre(from).x, centre(to).x]
  return [
    { x: startX, y: startY },
    { x: startX, y: middle },
    { x: endX, y: middle },
    { x: endX, y: endY }
  ]
}

function drawSelfLoop(box: Box): Point[] {
  const end = right(box) - SELF_LOOP.inset
  const [start, top] = [end - SELF_LOOP.width, box.y - SELF_LOOP.height]
  return [
    { x: start, y: box.y },
    { x: start, y: top },
    { x: end, y: top },
    { x: end, y: box.y }
  ]
}

/** Where each lane wire leaves and enters: spread along the lower edges so that lines to the same side never cross. */
function spreadPorts(wires: readonly Wire[]): Map<string, number> {
  const ports = new Map<string, number>()
  const nodes = new Set(wires.flatMap((wire) => [wire.from, wire.to]))
  for (const node of nodes) {
    const ends = wires.flatMap((wire) => [
      ...(wire.from === node ? [{ key: `${wire.id}:start`, other: wire.to }] : []),
      ...(wire.to === node ? [{ key: `${wire.id}:end`, other: wire.from }] : [])
    ])
    const offset = (end: { other: Box }): number => centre(end.other).x - centre(node).x
    // Towards the left the nearest goes outermost, and the same mirrored: a deeper lane then passes outside a shallower one.
    const toLeft = ends.filter((end) => offset(end) < 0).sort((a, b) => offset(b) - offset(a))
    const toRight = ends.filter((end) => offset(end) >= 0).sort((a, b) => offset(b) - offset(a))
    const ordered = [...toLeft, ...toRight]
    const step = Math.min(PORT_STEP, node.width / (ordered.length + 1))
    const start = centre(node).x - (step * (ordered.length - 1)) / 2
    ordered.forEach((end, index) => ports.set(end.key, start + index * step))
  }
  return ports
}

function drawLanes(wires: readonly Wire[], { nodes }: RoutingInput): Drawn[] {
  const boxes = [...nodes.values()]
  const ports = spreadPorts(wires)
  const spans = wires
    .map((wire) => {
      const [startX, endX] = [ports.get(`${wire.id}:start`) ?? 0, ports.get(`${wire.id}:end`) ?? 0]
      const [low, high] = [Math.min(startX, endX), Math.max(startX, endX)]
      const spare = Math.max(0, (wire.text ? labelWidth(wire.text) : 0) - (high - low)) / 2
      return { wire, startX, endX, low: low - spare, high: high + spare, floor: findFloor(wire, low, high, boxes) }
    })
    .sort((a, b) => a.high - a.low - (b.high - b.low))
  const taken: { lane: number; low: number; high: number; floor: number }[] = []
  return spans.map(({ wire, startX, endX, low, high, floor }) => {
    let lane = 0
    while (taken.some((other) => other.lane === lane && other.floor === floor && other.low < high + 8 && low < other.high + 8)) lane++
    taken.push({ lane, low, high, floor })
    const y = floor + LANE_FIRST + lane * LANE_STEP
    return {
      wire,
      lane: floor,
      points: [
        { x: startX, y: bottom(wire.from) },
        { x: startX, y },
        { x: endX, y },
        { x: endX, y: bottom(wire.to) }
      ]
    }
  })
}

/** The lowest edge of the row a lane runs under, frames included. */
function findFloor(wire: Wire, low: number, high: number, boxes: readonly Box[]): number {
  const row = boxes.filter((box) => inOneRow(box, wire.from) && sharedSpan(box.x, right(box), low, high) > 0)
  return Math.max(bottom(wire.from), bottom(wire.to), ...row.map(bottom))
}

const BESIDE_WHOLE = 24
const LABEL_PLACES = [0.5, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.22, 0.78]

function placeLabels(drawn: readonly Drawn[], boxes: readonly Box[], { nodes, frames, holders }: RoutingInput): Route[] {
  const placed: Box[] = []
  const whole = union(boxes) ?? { x: 0, y: 0, width: 0, height: 0 }
  // A label beside the whole makes it wider: only a narrow one has room for that.
  const margin = whole.width < whole.height * 1.3 ? Infinity : BESIDE_WHOLE
  const staysIn = (label: Box): boolean => label.x >= whole.x - margin && right(label) <= right(whole) + margin
  return drawn.map(({ wire, points, lane, isArc }) => {
    const others = drawn.filter((other) => other.wire !== wire).flatMap((other) => segmentsOf(other.points))
    // A label may lie on a frame that its line runs inside, never across another's heading or edge.
    const around = new Set([...findAncestors(wire.relation.from, holders), ...findAncestors(wire.relation.to, holders)])
    const walls = [...nodes].flatMap(([id, box]) => (frames.has(id) && !around.has(id) ? [box] : []))
    const box =
      wire.text === null
        ? undefined
        : candidateBoxes(wire, points, wire.text).find(
            (candidate) => staysIn(candidate) && ![...boxes, ...walls, ...placed, ...others].some((other) => overlaps(other, candidate, 1))
          )
    if (box) placed.push(box)
    return {
      id: wire.id,
      relation: wire.relation,
      style: wire.style,
      points,
      path: isArc ? joinPoints(points) : roundedPath(points, CORNER),
      label: box && wire.text !== null ? { text: wire.text, box } : null,
      lane: lane ?? null
    }
  })
}

const joinPoints = (points: readonly Point[]): string =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`).join('')

function candidateBoxes(wire: Wire, points: readonly Point[], text: string): Box[] {
  const width = labelWidth(text)
  const [second, third] = [points[1], points[2]]
  if (wire.from === wire.to && second && third) {
    const y = second.y - LABEL_HEIGHT / 2 + 2
    return [
      { x: second.x - width - 4, y, width, height: LABEL_HEIGHT },
      { x: third.x + 4, y, width, height: LABEL_HEIGHT }
    ]
  }
  return longestFirst(points).flatMap(([a, b]): Box[] => {
    const isFlat = Math.abs(b.y - a.y) < 1
    // A label that would cover its whole line hides the relation instead of naming it.
    if (isFlat ? Math.abs(b.x - a.x) < width + 24 : Math.abs(b.x - a.x) > 1 || Math.abs(b.y - a.y) < LABEL_HEIGHT + 20) return []
    return LABEL_PLACES.flatMap((place) => {
      const at = { x: a.x + (b.x - a.x) * place, y: a.y + (b.y - a.y) * place - LABEL_HEIGHT / 2, width, height: LABEL_HEIGHT }
      // A label that reaches a corner would hide where its line turns.
      const isClear = !isFlat || Math.min(Math.abs(at.x - a.x), Math.abs(at.x - b.x)) >= width / 2 + 12
      return isClear ? [{ ...at, x: at.x - width / 2 }] : []
    })
  })
}

/** The straight parts of a line: the one between the corners first, then by length. */
function longestFirst(points: readonly Point[]): (readonly [Point, Point])[] {
  const parts = points.slice(1).map((point, index) => [points[index] ?? point, point] as const)
  const lengthOf = ([a, b]: readonly [Point, Point]): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
  return parts.sort((a, b) => lengthOf(b) - lengthOf(a))
}

/** The straight parts of a line as thin boxes, for overlap checks. */
export function segmentsOf(points: readonly Point[]): Box[] {
  return points.slice(1).flatMap((to, index): Box[] => {
    const from = points[index]
    return from
      ? [
          {
            x: Math.min(from.x, to.x) - 1,
            y: Math.min(from.y, to.y) - 1,
            width: Math.abs(to.x - from.x) + 2,
            height: Math.abs(to.y - from.y) + 2
          }
        ]
      : []
  })
}
