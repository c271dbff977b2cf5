import type { DiagramShape, Side } from '../../../../shared/diagrams/diagram.ts'
import { measureRow } from '../../../../shared/diagrams/draw-entity.ts'
import { LANE } from './place-entities.ts'
import type { SchemaRelation } from './relations.ts'

type Relation = Pick<SchemaRelation, 'from' | 'to'> & { readonly field: { readonly name: string } }
interface Point {
  readonly x: number
  readonly y: number
}
/** Where a line leaves and comes in, and its corners between. */
export interface Way {
  readonly fromSide?: Side
  readonly toSide?: Side
  readonly points: readonly Point[]
}
export const NO_WAY: Way = { points: [] }

interface Column {
  readonly left: number
  readonly right: number
}
/** One upright piece of a line: in which gutter, how high it begins and ends. */
interface Leg {
  readonly gutter: number
  readonly low: number
  readonly high: number
  x: number
}
interface Trip {
  readonly legs: readonly Leg[]
  readonly fromSide: Side
  readonly toSide: Side
  readonly startY: number
  readonly endY: number
  /** Above or below everything, where the line passes other columns. */
  over: number | null
}

/** Room for heads at both edges of a gutter. */
const EDGE = 30
const PORT_GAP = 16
const OUTSIDE = 44
/** Labels stand on these lanes, one below the other. */
const OVER_LANE = 18

/**
 * Leads lines through the gutters between the columns the entities stand in, so that none runs behind an entity: from the row
 * of its field, along the gutter, over or under everything where other columns are between, to the entity it points at. In
 * the order of the relations.
 */
export function routeRelations(shapes: ReadonlyMap<string, DiagramShape>, relations: readonly Relation[]): Way[] {
  const columns = findColumns([...shapes.values()])
  const ports = spreadPorts(shapes, columns, relations)
  const trips = relations.map((relation, at) => planTrip(relation, shapes, columns, ports.get(at) ?? 0))
  spreadLegs(
    trips.flatMap((trip) => trip?.legs ?? []),
    columns
  )
  spreadOver(
    trips.filter((trip) => trip !== null),
    [...shapes.values()]
  )
  return trips.map((trip) => (trip ? describeWay(trip) : NO_WAY))
}

function findColumns(shapes: readonly DiagramShape[]): Column[] {
  const rights = new Map<number, number>()
  for (const { x, width } of shapes) rights.set(x, Math.max(rights.get(x) ?? x, x + width))
  return [...rights].map(([left, right]) => ({ left, right })).toSorted((a, b) => a.left - b.left)
}

const columnOf = (columns: readonly Column[], shape: DiagramShape): number => columns.findIndex(({ left }) => left === shape.x)

/** Gutter 0 is left of the first column, gutter n right of column n − 1. */
function gutterOf(columns: readonly Column[], gutter: number): { left: number; right: number } {
  const before = columns[gutter - 1]
  const after = columns[gutter]
  const left = before?.right ?? (after?.left ?? 0) - 160
  return { left, right: after?.left ?? left + 160 }
}

interface Sides {
  readonly from: number
  readonly to: number
  readonly fromSide: Side
  readonly toSide: Side
}
/** The sides that face each other, and the gutters in front of them; in one column both look right. */
function chooseSides(a: number, b: number): Sides {
  if (a < b) return { from: a + 1, to: b, fromSide: 'right', toSide: 'left' }
  if (a > b) return { from: a, to: b + 1, fromSide: 'left', toSide: 'right' }
  return { from: a + 1, to: b + 1, fromSide: 'right', toSide: 'right' }
}

/** How high each line comes in: those of one side below each other, from the key's row down, in the order they come from. */
function spreadPorts(
  shapes: ReadonlyMap<string, DiagramShape>,
  columns: readonly Column[],
  relations: readonly Relation[]
): Map<number, number> {
  const sides = new Map<string, { at: number; height: number }[]>()
  for (const [at, { from, to }] of relations.entries()) {
    const [source, target] = [shapes.get(from), shapes.get(to)]
    if (!source || !target || from === to) continue
    const { toSide } = chooseSides(columnOf(columns, source), columnOf(columns, target))
    const key = `${toSide} ${to}`
    const side = sides.get(key)
    if (side) side.push({ at, height: source.y })
    else sides.set(key, [{ at, height: source.y }])
  }
  const ports = new Map<number, number>()
  for (const [key, list] of sides) {
    const target = shapes.get(key.slice(key.indexOf(' ') + 1))
    if (!target) continue
    const room = Math.max(0, target.height - measureRow(0) - 10)
    const gap = Math.min(PORT_GAP, room / Math.max(1, list.length))
    for (const [place, { at }] of list.toSorted((a, b) => a.height - b.height || a.at - b.at).entries())
      ports.set(at, target.y + measureRow(0) + place * gap)
  }
  return ports
}

function planTrip(relation: Relation, shapes: ReadonlyMap<string, DiagramShape>, columns: readonly Column[], endY: number): Trip | null {
  const [from, to] = [shapes.get(relation.from), shapes.get(relation.to)]
  if (!from || !to || from === to) return null
  const sides = chooseSides(columnOf(columns, from), columnOf(columns, to))
  const row = from.fields?.findIndex(({ name }) => name === relation.field.name) ?? 0
  const startY = from.y + Math.min(from.height - 8, measureRow(Math.max(0, row)))
  const leg = (gutter: number): Leg => ({ gutter, low: Math.min(startY, endY), high: Math.max(startY, endY), x: 0 })
  const isNear = sides.from === sides.to
  const legs = isNear ? [leg(sides.from)] : [leg(sides.from), leg(sides.to)]
  return { legs, fromSide: sides.fromSide, toSide: sides.toSide, startY, endY, over: isNear ? null : 0 }
}

/** Pieces of one gutter stand beside each other in its middle, where there is room for their labels on both sides. */
function spreadLegs(legs: readonly Leg[], columns: readonly Column[]): void {
  const gutters = new Map<number, Leg[]>()
  for (const leg of legs) {
    const own = gutters.get(leg.gutter)
    if (own) own.push(leg)
    else gutters.set(leg.gutter, [leg])
  }
  for (const [gutter, own] of gutters) {
    const { left, right } = gutterOf(columns, gutter)
    const room = Math.min(own.length * LANE, Math.max(8, right - left - 2 * EDGE))
    for (const [place, leg] of own.toSorted((a, b) => a.low - b.low || a.high - b.high).entries())
      leg.x = Math.round((left + right - room) / 2 + (room * (place + 0.5)) / own.length)
  }
}

/** Lines that pass columns do so above or below everything, whichever is nearer, each in a lane of its own. */
function spreadOver(trips: readonly Trip[], shapes: readonly DiagramShape[]): void {
  const top = shapes.reduce((least, { y }) => Math.min(least, y), 0)
  const bottom = shapes.reduce((most, { y, height }) => Math.max(most, y + height), 0)
  const lanes = { above: 0, below: 0 }
  for (const trip of trips) {
    if (trip.over === null) continue
    const isAbove = (trip.startY + trip.endY) / 2 - top <= bottom - (trip.startY + trip.endY) / 2
    trip.over = isAbove ? top - OUTSIDE - lanes.above++ * OVER_LANE : bottom + OUTSIDE + lanes.below++ * OVER_LANE
  }
}

function describeWay({ legs, fromSide, toSide, startY, endY, over }: Trip): Way {
  const [first, last] = [legs[0]?.x ?? 0, legs.at(-1)?.x ?? 0]
  const points =
    over === null
      ? [
          { x: first, y: startY },
          { x: last, y: endY }
        ]
      : [
          { x: first, y: startY },
          { x: first, y: over },
          { x: last, y: over },
          { x: last, y: endY }
        ]
  return { fromSide, toSide, points }
}
