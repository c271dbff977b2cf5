import type { Point } from '../../models/geometry.ts'
import { isAttached, type DiagramLine, type LineEnd, type Side } from '../diagram.ts'
import { walkAlong } from '../route-ways.ts'
import { bareLine, keepAsOwn } from '../ways/own.ts'
import { findSide } from './connect.ts'
import { dropCorners, pushLeg, putCorner } from './corners.ts'
import { measureToWay } from './hit.ts'
import { findShape, NO_PATCH, putAll, shiftPoint, type Items, type Patch } from './items.ts'
import { GRID } from './place.ts'

/** What of a line can be changed by itself, from its start to its end; `index` of a leg counts along the way, of a corner among the corners. */
export type Stop =
  | { readonly kind: 'end'; readonly which: 'from' | 'to'; readonly at: Point }
  | { readonly kind: 'leg'; readonly index: number; readonly at: Point; readonly isLevel: boolean }
  | { readonly kind: 'corner'; readonly index: number; readonly at: Point }
  | { readonly kind: 'label'; readonly at: Point }

/** The way of a line as it is drawn, and where its label stands. */
interface Way {
  readonly points: readonly Point[]
  readonly labelAt: Point
}

/** A shorter leg is none to speak of, in units. */
const LEAST_LEG = 6
/** How far a leg is led aside where a corner is added to it, in units. */
const ASIDE = 2 * GRID

const middleOf = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
const isLevel = (a: Point, b: Point): boolean => Math.abs(a.y - b.y) < Math.abs(a.x - b.x)

/** Start, legs with the corners between them, end, and the label where there is one. */
export function listStops(line: DiagramLine, { points, labelAt }: Way): Stop[] {
  const stops: Stop[] = []
  const [start, end] = [points[0], points.at(-1)]
  if (!start || !end) return stops
  stops.push({ kind: 'end', which: 'from', at: start })
  for (let leg = 0; leg + 1 < points.length; leg++) {
    const [a, b] = [points[leg], points[leg + 1]]
    if (!a || !b) continue
    if (Math.hypot(b.x - a.x, b.y - a.y) >= LEAST_LEG) stops.push({ kind: 'leg', index: leg, at: middleOf(a, b), isLevel: isLevel(a, b) })
    if (leg + 2 < points.length) stops.push({ kind: 'corner', index: leg, at: b })
  }
  stops.push({ kind: 'end', which: 'to', at: end })
  if (line.label.trim() !== '') stops.push({ kind: 'label', at: labelAt })
  return stops
}

/** The stop of the same sort that is nearest to where it was or was led to: corners come and go as a line is bent. */
export function findStop(stops: readonly Stop[], like: Stop, near: Point): number {
  let best = { at: -1, distance: Infinity }
  for (const [at, stop] of stops.entries()) {
    if (stop.kind !== like.kind || (stop.kind === 'end' && like.kind === 'end' && stop.which !== like.which)) continue
    const turn = stop.kind === 'leg' && like.kind === 'leg' && stop.isLevel !== like.isLevel ? 1000 : 0
    const distance = Math.hypot(stop.at.x - near.x, stop.at.y - near.y) + turn
    if (distance < best.distance) best = { at, distance }
  }
  return best.at
}

/** What a person set by hand is not found anew by the app. */
const byHand = ({ put, remove }: Patch): Patch => ({
  put: put.map((item) => {
    if (item.item !== 'line' || item.isRouted === undefined) return item
    return keepAsOwn(item)
  }),
  remove
})

/** Leads a leg, corner, loose end or label by `by`, in units; nothing where it can't go that way. An attached end is fastened elsewhere instead. */
export function moveStop(line: DiagramLine, way: Way, stop: Stop, by: Point): Patch {
  if (line.isLocked === true) return NO_PATCH
  switch (stop.kind) {
    case 'end': {
      const end = line[stop.which]
      return isAttached(end) ? NO_PATCH : byHand(putAll([{ ...line, [stop.which]: shiftPoint(end, by) }]))
    }
    case 'leg':
      if (line.route !== 'elbow') return byHand(putCorner(line, stop.index, shiftPoint(stop.at, by), { isNew: true }))
      return (stop.isLevel ? by.y : by.x) === 0 ? NO_PATCH : byHand(pushLeg(line, way.points, stop.index, by))
    case 'corner':
      if (line.route !== 'elbow') return byHand(putCorner(line, stop.index, shiftPoint(stop.at, by), { isNew: false }))
      return byHand(putAll([{ ...line, points: shiftCorner(way.points, stop.index, by) }]))
    case 'label':
      return moveLabel(line, way, by)
  }
}

/** Corners of a way of upright and level legs with one of them moved: the next ones follow it, so that its legs stay what they are. */
function shiftCorner(way: readonly Point[], index: number, by: Point): Point[] {
  const at = index + 1
  const [before, corner, after] = [way[at - 1], way[at], way[at + 1]]
  const comesLevel = before && corner ? isLevel(before, corner) : false
  const goesLevel = corner && after ? isLevel(corner, after) : false
  const follow = (point: Point, level: boolean): Point => shiftPoint(point, level ? { x: 0, y: by.y } : { x: by.x, y: 0 })
  return way
    .map((point, each) =>
      each === at ? shiftPoint(point, by) : each === at - 1 ? follow(point, comesLevel) : each === at + 1 ? follow(point, goesLevel) : point
    )
    .slice(1, -1)
}

const lengthOf = (points: readonly Point[]): number =>
  points.slice(1).reduce((sum, to, index) => sum + Math.hypot(to.x - (points[index]?.x ?? to.x), to.y - (points[index]?.y ?? to.y)), 0)

/** The share of the way at which a place near it lies. */
function shareAt(points: readonly Point[], place: Point): number {
  const { leg } = measureToWay(points, place)
  const start = points[leg]
  const length = lengthOf(points)
  if (!start || length === 0) return 0.5
  return Math.max(0, Math.min(1, (lengthOf(points.slice(0, leg + 1)) + Math.hypot(place.x - start.x, place.y - start.y)) / length))
}

/** Along the way, forwards where the line goes where `by` points; across it, right and down are forwards. */
function moveLabel(line: DiagramLine, { points, labelAt }: Way, by: Point): Patch {
  const length = lengthOf(points)
  if (length === 0) return NO_PATCH
  const share = line.labelAt ?? shareAt(points, labelAt)
  const here = walkAlong(points, share)
  const ahead = walkAlong(points, Math.min(1, share + 0.01))
  const along = (ahead.x - here.x) * by.x + (ahead.y - here.y) * by.y
  const isForward = along === 0 ? by.x + by.y > 0 : along > 0
  const next = share + ((isForward ? 1 : -1) * Math.hypot(by.x, by.y)) / length
  const rounded = Math.round(Math.max(0, Math.min(1, next)) * 1000) / 1000
  return rounded === line.labelAt ? NO_PATCH : putAll([{ ...line, labelAt: rounded }])
}

/** One corner more on a leg. A leg that is upright or level is led aside there, else nothing of the corner would be seen. */
export function addCorner(line: DiagramLine, way: Way, stop: Stop): Patch {
  if (line.isLocked === true || stop.kind !== 'leg') return NO_PATCH
  if (line.route !== 'elbow') return byHand(putCorner(line, stop.index, stop.at, { isNew: true }))
  const [a, b] = [way.points[stop.index], way.points[stop.index + 1]]
  if (!a || !b) return NO_PATCH
  const aside = stop.isLevel ? { x: 0, y: ASIDE } : { x: ASIDE, y: 0 }
  const between = (share: number): Point => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share })
  const [first, second] = [between(1 / 3), between(2 / 3)]
  const none = { x: 0, y: 0 }
  const points = [
    ...way.points.slice(1, stop.index + 1),
    shiftPoint(first, none),
    shiftPoint(first, aside),
    shiftPoint(second, aside),
    shiftPoint(second, none),
    ...way.points.slice(stop.index + 1, -1)
  ]
  return byHand(putAll([{ ...line, points }]))
}

/** Gives up what was set by hand there: a corner, both corners of a leg, the place of the label, the side of an end. */
export function resetStop(line: DiagramLine, way: Way, stop: Stop): Patch {
  if (line.isLocked === true) return NO_PATCH
  if (stop.kind === 'label') {
    const { labelAt, ...free } = line
    return labelAt === undefined ? NO_PATCH : putAll([free])
  }
  if (stop.kind === 'end') {
    const end = line[stop.which]
    return isAttached(end) && end.side !== undefined ? putAll([{ ...bareLine(line), [stop.which]: { shapeId: end.shapeId } }]) : NO_PATCH
  }
  if (line.points.length === 0) return NO_PATCH
  if (line.route !== 'elbow') return stop.kind === 'corner' ? byHand(dropCorners(line, stop.index)) : NO_PATCH
  // Upright and level legs have their corners in pairs: with one alone there would be no straight way on.
  const inner = way.points.slice(1, -1)
  const from = stop.kind === 'leg' ? stop.index - 1 : pairOf(way.points, stop.index)
  const points = inner.filter((_point, index) => index !== from && index !== from + 1)
  return byHand(putAll([{ ...line, points }]))
}

/** Which corner, counted among the corners, begins the shorter leg of the two at this one that lies between corners. */
function pairOf(way: readonly Point[], index: number): number {
  const at = index + 1
  const length = (leg: number): number => {
    const [a, b] = [way[leg], way[leg + 1]]
    return leg < 1 || leg > way.length - 3 || !a || !b ? Infinity : Math.hypot(b.x - a.x, b.y - a.y)
  }
  return length(at - 1) <= length(at) ? index - 1 : index
}

/** Fastens an attached end to a side, in its middle. */
export function fasten(line: DiagramLine, which: 'from' | 'to', side: Side): Patch {
  const end = line[which]
  if (line.isLocked === true || !isAttached(end) || (end.side === side && end.at === undefined)) return NO_PATCH
  return putAll([{ ...bareLine(line), [which]: { shapeId: end.shapeId, side } }])
}

/** Slides an attached end along its side by `by` units, towards the right or down where positive; to its corners at most. */
export function slide(items: Items, line: DiagramLine, { points }: Way, which: 'from' | 'to', by: number): Patch {
  const end = line[which]
  const shape = isAttached(end) ? findShape(items, end.shapeId) : null
  const place = which === 'from' ? points[0] : points.at(-1)
  if (line.isLocked === true || !isAttached(end) || !shape || !place) return NO_PATCH
  const side = end.side ?? findSide(shape, place)
  const length = side === 'top' || side === 'bottom' ? shape.width : shape.height
  const at = Math.round(Math.max(0, Math.min(1, (end.at ?? 0.5) + by / Math.max(1, length))) * 1000) / 1000
  if (at === end.at) return NO_PATCH
  const next: LineEnd = { shapeId: end.shapeId, side, at }
  return putAll([{ ...bareLine(line), [which]: next }])
}
