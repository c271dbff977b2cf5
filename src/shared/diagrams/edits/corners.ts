import type { Point } from '../../models/geometry.ts'
import type { DiagramLine } from '../diagram.ts'
import { giveBack, keepAsOwn } from '../ways/own.ts'
import { NO_PATCH, putAll, shiftPoint, type Patch } from './items.ts'

/** A place between two, `share` of the way. */
const between = (a: Point, b: Point, share: number): Point => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share })

/**
 * Pushes one leg of a line aside, keeping it upright or level: `way` is its route, `leg` counts from 0. The outermost legs
 * keep where they begin or end and get corners of their own.
 */
export function pushLeg(line: DiagramLine, way: readonly Point[], leg: number, by: Point): Patch {
  const [a, b] = [way[leg], way[leg + 1]]
  if (!a || !b || line.isLocked === true) return NO_PATCH
  const isLevel = Math.abs(a.y - b.y) < Math.abs(a.x - b.x)
  const shift: Point = isLevel ? { x: 0, y: by.y } : { x: by.x, y: 0 }
  const [isFirst, isLast] = [leg === 0, leg === way.length - 2]
  const start = isFirst ? between(a, b, 1 / 3) : a
  const end = isLast ? between(a, b, 2 / 3) : b
  const points = [...way.slice(1, Math.max(1, leg)), shiftPoint(start, shift), shiftPoint(end, shift), ...way.slice(leg + 2, -1)]
  return putAll([{ ...keepAsOwn(line), points }])
}

/** Sets a corner at `place`: moves the one at `index`, or puts a new one before it. */
export function putCorner(line: DiagramLine, index: number, place: Point, { isNew }: { isNew: boolean }): Patch {
  if (line.isLocked === true) return NO_PATCH
  const points = line.points.toSpliced(index, isNew ? 0 : 1, shiftPoint(place, { x: 0, y: 0 }))
  return putAll([{ ...keepAsOwn(line), points }])
}

/** Gives up corners: one, or all, and with them the way to the app. */
export function dropCorners(line: DiagramLine, index?: number): Patch {
  if (line.isLocked === true || line.points.length === 0) return NO_PATCH
  return putAll([index === undefined ? giveBack(line) : { ...keepAsOwn(line), points: line.points.toSpliced(index, 1) }])
}
