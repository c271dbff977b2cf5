import { centre, type Point } from '../../models/geometry.ts'
import { CONTAINERS, isAttached, type DiagramLine, type DiagramShape, type LineEnd, type ShapeKind, type Side } from '../diagram.ts'
import { SHAPE_LOOKS } from '../shape-kinds.ts'
import { bareLine } from '../ways/own.ts'
import { findLine, findShape, measureOrder, NO_PATCH, placeAt, putAll, type Items, type MakeId, type Patch } from './items.ts'
import { findRoom, makeShape, snapTo } from './place.ts'

/** A plain line as it is drawn at first. */
export function makeLine(items: Items, id: string, from: LineEnd, to: LineEnd, label = ''): DiagramLine {
  return {
    item: 'line',
    id,
    from,
    to,
    order: Math.floor(measureOrder(items).most) + 1,
    label,
    route: 'elbow',
    points: [],
    startHead: 'none',
    endHead: 'arrow',
    style: {}
  }
}

const mayEnd = (items: Items, end: LineEnd): boolean => !isAttached(end) || findShape(items, end.shapeId) !== null

/** Joins two ends by a new line, those of one shape too; nothing where a shape is missing. */
export function connect(items: Items, from: LineEnd, to: LineEnd, id: string): Patch {
  if (!mayEnd(items, from) || !mayEnd(items, to)) return NO_PATCH
  return putAll([makeLine(items, id, from, to)])
}

/** Leads one end of a line elsewhere; corners are given up, whoever set them, as they led there. */
export function reconnect(items: Items, lineId: string, which: 'from' | 'to', end: LineEnd): Patch {
  const line = findLine(items, lineId)
  if (!line || line.isLocked === true || !mayEnd(items, end)) return NO_PATCH
  return putAll([{ ...bareLine(line), [which]: end, points: [] }])
}

/** Turns a line around, with its heads and corners. */
export function turnAround(items: Items, ids: Iterable<string>): Patch {
  return putAll(
    [...ids].flatMap((id) => {
      const line = findLine(items, id)
      if (!line || line.isLocked === true) return []
      const { from, to, startHead, endHead } = line
      return [{ ...line, from: to, to: from, startHead: endHead, endHead: startHead, points: line.points.toReversed() }]
    })
  )
}

interface Grown extends Patch {
  readonly shapeId: string
}
/** What comes next after a start, a question or a note is a step; anything else is followed by its like. */
const FOLLOWED_BY_STEP: readonly ShapeKind[] = [...CONTAINERS, 'image', 'text', 'note', 'terminator', 'decision']
const kindAfter = ({ kind }: DiagramShape): ShapeKind => (FOLLOWED_BY_STEP.includes(kind) ? 'process' : kind)

/** A new shape on one side of another, or with its middle at `at`, and the line that leads to it. */
export function growShape(
  items: Items,
  fromId: string,
  { side, at, makeId }: { side: Side | null; at?: Point; makeId: MakeId }
): Grown | null {
  const from = findShape(items, fromId)
  if (!from) return null
  const kind = kindAfter(from)
  const isSame = kind === from.kind
  const size = isSame ? { width: from.width, height: from.height } : SHAPE_LOOKS[kind]
  const place = at ?? findRoom(items, from, side ?? 'right', size)
  const made = { ...makeShape(items, kind, place, makeId()), width: size.width, height: size.height, style: isSame ? from.style : {} }
  const exact = { x: place.x - size.width / 2, y: place.y - size.height / 2 }
  // In line with where it came from, which need not stand on the grid itself.
  const shape = placeAt(made, at ? { x: snapTo(exact.x), y: snapTo(exact.y) } : exact)
  const line = makeLine(new Map([...items, [shape.id, shape]]), makeId(), { shapeId: fromId, ...(side && { side }) }, { shapeId: shape.id })
  return { put: [shape, line], remove: [], shapeId: shape.id }
}

/** Puts a shape onto a line: the line leads to it, a second one like it on to where the first led. */
export function insertOnLine(items: Items, lineId: string, shape: DiagramShape, makeId: MakeId): Patch {
  const line = findLine(items, lineId)
  if (!line || line.isLocked === true) return NO_PATCH
  const bare = bareLine(line)
  const first: DiagramLine = { ...bare, to: { shapeId: shape.id }, points: [], endHead: line.endHead }
  const { label: _label, notes: _notes, ...plain } = bare
  const second: DiagramLine = {
    ...plain,
    id: makeId(),
    label: '',
    from: { shapeId: shape.id },
    points: [],
    startHead: 'none',
    order: measureOrder(items).most + 1
  }
  return putAll([shape, first, second])
}

/** The side of a shape that faces a place. */
export function findSide(shape: DiagramShape, to: Point): Side {
  const middle = centre(shape)
  const [dx, dy] = [(to.x - middle.x) / shape.width, (to.y - middle.y) / shape.height]
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 'right' : 'left'
  return dy >= 0 ? 'bottom' : 'top'
}
