import { type DiagramShape, PAGE_LIMIT, type Side } from '../../../../shared/diagrams/diagram.ts'
import { measureRow } from '../../../../shared/diagrams/draw-entity.ts'
import { type Leg, type LegEnd, orderLegs } from './order-legs.ts'
import { LANE } from './place-entities.ts'
import type { SchemaRelation } from './relations.ts'

type Relation = Pick<SchemaRelation, 'from' | 'to'> & { readonly field: { readonly name: string } }
interface Point {
  readonly x: number
  readonly y: number
}
/** Where a line leaves and comes in, and its corners between. */
export interface Way {
  readonly from?: Exit
  readonly to?: Exit
  readonly points: readonly Point[]
}
/** A place on the edge of an entity; `at`: how far down that side, 0 to 1. */
interface Exit {
  readonly side: Side
  readonly at: number
}
export const NO_WAY: Way = { points: [] }

interface Column {
  readonly left: number
  readonly right: number
}
interface Trip {
  readonly legs: readonly Leg[]
  readonly sides: Sides
  readonly from: DiagramShape
  readonly to: DiagramShape
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
 * of its field, along the gutter, over or under everything where other columns are between, to the entity it points at, its
 * own included. In the order of the relations.
 */
export function routeRelations(shapes: ReadonlyMap<string, DiagramShape>, relations: readonly Relation[]): Way[] {
  const columns = findColumns([...shapes.values()])
  const ports = spreadPorts(shapes, columns, relations)
  const trips = relations.map((relation, at) => planTrip(relation, shapes, columns, ports.get(at) ?? 0))
  spreadOver(
    trips.filter((trip) => trip !== null),
    [...shapes.values()]
  )
  spreadLegs(
    trips.flatMap((trip) => trip?.legs ?? []),
    columns
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

/**
 * How high each line comes in: those of one side below each other, from the key's row down. The entity's own come first, the
 * one from the lowest row at the key itself so that they lie in each other; then the others in the order they come from.
 */
function spreadPorts(
  shapes: ReadonlyMap<string, DiagramShape>,
  columns: readonly Column[],
  relations: readonly Relation[]
): Map<number, number> {
  const sides = new Map<string, { at: number; height: number }[]>()
  for (const [at, { from, to, field }] of relations.entries()) {
    const [source, target] = [shapes.get(from), shapes.get(to)]
    if (!source || !target) continue
    const { toSide } = chooseSides(columnOf(columns, source), columnOf(columns, target))
    const key = `${toSide} ${to}`
    const port = { at, height: from === to ? -PAGE_LIMIT - findRow(source, field.name) : source.y }
    const side = sides.get(key)
    if (side) side.push(port)
    else sides.set(key, [port])
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

const findRow = (entity: DiagramShape, field: string): number => Math.max(0, entity.fields?.findIndex(({ name }) => name === field) ?? 0)

function planTrip(relation: Relation, shapes: ReadonlyMap<string, DiagramShape>, columns: readonly Column[], endY: number): Trip | null {
  const [from, to] = [shapes.get(relation.from), shapes.get(relation.to)]
  if (!from || !to) return null
  const sides = chooseSides(columnOf(columns, from), columnOf(columns, to))
  const startY = from.y + Math.min(from.height - 8, measureRow(findRow(from, relation.field.name)))
  const [start, end] = [
    { y: startY, goes: away(sides.fromSide) },
    { y: endY, goes: away(sides.toSide) }
  ] as const
  // Past other columns both legs turn towards each other; how high is found out later.
  const turn = (side: Side): LegEnd => ({ y: 0, goes: side === 'right' ? 'right' : 'left' })
  const isNear = sides.from === sides.to
  const legs: Leg[] = isNear
    ? [{ gutter: sides.from, ends: [start, end], x: 0 }]
    : [
        { gutter: sides.from, ends: [start, turn(sides.fromSide)], x: 0 },
        { gutter: sides.to, ends: [turn(sides.toSide), end], x: 0 }
      ]
  return { legs, sides, from, to, startY, endY, over: isNear ? null : 0 }
}

/** From a gutter back to an entity: to the left of it where the line left on the right. */
const away = (side: Side): LegEnd['goes'] => (side === 'right' ? 'left' : 'right')

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
    for (const [place, leg] of orderLegs(own).entries()) leg.x = Math.round((left + right - room) / 2 + (room * (place + 0.5)) / own.length)
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
    const [first, last] = trip.legs
    if (first) first.ends[1].y = trip.over
    if (last) last.ends[0].y = trip.over
  }
}

function describeWay({ legs, sides, from, to, startY, endY, over }: Trip): Way {
  const exit = (entity: DiagramShape, side: Side, y: number): Exit => ({
    side,
    at: Math.min(1, Math.max(0, Math.round(((y - entity.y) / entity.height) * 1e7) / 1e7))
  })
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
  return { from: exit(from, sides.fromSide, startY), to: exit(to, sides.toSide, endY), points }
}
