import type { ModelRelation, RelationKind } from './model.ts'
import { bottom, centre, overlaps, right, roundedPath, sharedSpan, type Box, type Point } from './geometry.ts'
import { measureText } from './text-measure.ts'

/** How a kind of relation is drawn; kinds without a line are shown by nesting or adjacency. */
export interface LineStyle {
  readonly line: 'solid' | 'dashed'
  readonly weight: 'normal' | 'thin'
  readonly endArrow: boolean
  readonly startArrow: boolean
}
const ARROW: LineStyle = { line: 'solid', weight: 'normal', endArrow: true, startArrow: false }
const THIN: LineStyle = { line: 'solid', weight: 'thin', endArrow: true, startArrow: false }
const BOTH: LineStyle = { line: 'solid', weight: 'thin', endArrow: true, startArrow: true }
export const LINE_STYLES: Readonly<Record<RelationKind, LineStyle | null>> = {
  precedes: ARROW,
  feeds: ARROW,
  feedback: { line: 'dashed', weight: 'normal', endArrow: true, startArrow: false },
  influences: ARROW,
  relates: BOTH,
  enables: THIN,
  supports: null,
  underpins: null,
  guides: THIN,
  realised_by: THIN,
  measures: null,
  balances: BOTH,
  serves: THIN,
  leads_to: THIN,
  contains: null
}

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
}
export interface RoutingInput {
  /** Boxes a relation can start or end at, by element id. */
  readonly nodes: ReadonlyMap<string, Box>
  /** Frames around nodes: loops run below them. */
  readonly regions: readonly Box[]
  readonly relations: readonly ModelRelation[]
  /** The text to draw on a relation; null for none. */
  readonly labelOf: (relation: ModelRelation) => string | null
}

const LANE_FIRST = 30
const LANE_STEP = 32
const PORT_STEP = 22
const CORNER = 12
const LABEL_HEIGHT = 18
const SELF_LOOP = { width: 30, height: 15, inset: 16 }
/** Type of the labels (Inter), in the window as on paper. */
const LABEL_SIZE = 11.5

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
 * runs below the row in lanes of its own; a relation of a node with itself is a small loop on its upper edge; everything
 * else turns two corners. Labels are placed where they touch no node, no other label and no other line.
 */
export function routeRelations(input: RoutingInput): Route[] {
  const wires = input.relations.flatMap((relation, index): Wire[] => {
    const style = LINE_STYLES[relation.kind]
    const [from, to] = [input.nodes.get(relation.from), input.nodes.get(relation.to)]
    return style && from && to
      ? [{ id: `${relation.from}>${relation.to}:${index}`, relation, style, from, to, text: input.labelOf(relation) }]
      : []
  })
  const boxes = [...input.nodes.values()]
  const selfLoops = wires.filter((wire) => wire.from === wire.to)
  const lanes = wires.filter((wire) => wire.from !== wire.to && runsBelow(wire, boxes))
  const direct = wires.filter((wire) => wire.from !== wire.to && !lanes.includes(wire))
  const drawn = [
    ...direct.map((wire) => ({ wire, points: drawDirect(wire) })),
    ...selfLoops.map((wire) => ({ wire, points: drawSelfLoop(wire.from) })),
    ...drawLanes(lanes, boxes, input.regions)
  ]
  return placeLabels(drawn, boxes)
}

const inOneRow = (a: Box, b: Box): boolean => sharedSpan(a.y, bottom(a), b.y, bottom(b)) > Math.min(a.height, b.height) * 0.4
const inOneColumn = (a: Box, b: Box): boolean => sharedSpan(a.x, right(a), b.x, right(b)) > Math.min(a.width, b.width) * 0.4

function runsBelow(wire: Wire, boxes: readonly Box[]): boolean {
  if (!inOneRow(wire.from, wire.to)) return false
  if (wire.style.line === 'dashed') return true
  const [left, rightmost] = wire.from.x < wire.to.x ? [wire.from, wire.to] : [wire.to, wire.from]
  const y = centre(left).y
  const gap: Box = { x: right(left), y: y - 1, width: rightmost.x - right(left), height: 2 }
  return boxes.some((box) => box !== left && box !== rightmost && overlaps(box, gap))
}

function drawDirect({ from, to }: Wire): Point[] {
  if (inOneRow(from, to)) {
    const y = (Math.max(from.y, to.y) + Math.min(bottom(from), bottom(to))) / 2
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
    const x = (Math.max(from.x, to.x) + Math.min(right(from), right(to))) / 2
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

function drawLanes(wires: readonly Wire[], boxes: readonly Box[], regions: readonly Box[]): { wire: Wire; points: Point[] }[] {
  const ports = spreadPorts(wires)
  const spans = wires
    .map((wire) => {
      const [startX, endX] = [ports.get(`${wire.id}:start`) ?? 0, ports.get(`${wire.id}:end`) ?? 0]
      const [low, high] = [Math.min(startX, endX), Math.max(startX, endX)]
      const spare = Math.max(0, (wire.text ? labelWidth(wire.text) : 0) - (high - low)) / 2
      return { wire, startX, endX, low: low - spare, high: high + spare, floor: findFloor(wire, low, high, boxes, regions) }
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
function findFloor(wire: Wire, low: number, high: number, boxes: readonly Box[], regions: readonly Box[]): number {
  const row = [...boxes, ...regions].filter((box) => inOneRow(box, wire.from) && sharedSpan(box.x, right(box), low, high) > 0)
  return Math.max(bottom(wire.from), bottom(wire.to), ...row.map(bottom))
}

const LABEL_PLACES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78]

function placeLabels(drawn: readonly { wire: Wire; points: Point[] }[], boxes: readonly Box[]): Route[] {
  const placed: Box[] = []
  return drawn.map(({ wire, points }) => {
    const others = drawn.filter((other) => other.wire !== wire).flatMap((other) => segmentsOf(other.points))
    const box =
      wire.text === null
        ? undefined
        : candidateBoxes(wire, points, wire.text).find(
            (candidate) => ![...boxes, ...placed, ...others].some((other) => overlaps(other, candidate, 1))
          )
    if (box) placed.push(box)
    return {
      id: wire.id,
      relation: wire.relation,
      style: wire.style,
      points,
      path: roundedPath(points, CORNER),
      label: box && wire.text !== null ? { text: wire.text, box } : null
    }
  })
}

function candidateBoxes(wire: Wire, points: readonly Point[], text: string): Box[] {
  const width = labelWidth(text)
  const [second, third] = points.length > 2 ? [points[1], points[2]] : [points[0], points[1]]
  if (!second || !third) return []
  if (wire.from === wire.to) {
    const y = second.y - LABEL_HEIGHT / 2 + 2
    return [
      { x: second.x - width - 4, y, width, height: LABEL_HEIGHT },
      { x: third.x + 4, y, width, height: LABEL_HEIGHT }
    ]
  }
  // A label that would cover its whole line hides the relation instead of naming it.
  if (Math.abs(third.x - second.x) < width + 24) return []
  return LABEL_PLACES.map((place) => ({
    x: second.x + (third.x - second.x) * place - width / 2,
    y: second.y + (third.y - second.y) * place - LABEL_HEIGHT / 2,
    width,
    height: LABEL_HEIGHT
  }))
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
