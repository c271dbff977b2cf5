import type { Point } from '../models/geometry.ts'

/** The place at a share of the way. */
export function walkAlong(points: readonly Point[], share: number): Point {
  const lengths = points.slice(1).map((to, index) => Math.hypot(to.x - (points[index]?.x ?? to.x), to.y - (points[index]?.y ?? to.y)))
  let left = lengths.reduce((sum, length) => sum + length, 0) * share
  for (const [index, length] of lengths.entries()) {
    const [from, to] = [points[index], points[index + 1]]
    if (!from || !to) continue
    if (left <= length && length > 0)
      return { x: from.x + ((to.x - from.x) * left) / length, y: from.y + ((to.y - from.y) * left) / length }
    left -= length
  }
  return points.at(-1) ?? { x: 0, y: 0 }
}

/** Corners joined by curves through the middles of the legs. */
export function smoothPath(points: readonly Point[]): string {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return ''
  let path = `M${first.x},${first.y}`
  for (let index = 1; index < points.length - 1; index++) {
    const [corner, next] = [points[index], points[index + 1]]
    if (!corner || !next) continue
    const to = index === points.length - 2 ? last : { x: n((corner.x + next.x) / 2), y: n((corner.y + next.y) / 2) }
    path += `Q${corner.x},${corner.y} ${to.x},${to.y}`
  }
  return points.length < 3 ? `${path}L${last.x},${last.y}` : path
}

/** The middle of the leg in which half of the way lies: a label there is on a straight piece. */
export function middleOfWay(points: readonly Point[]): Point {
  const legs = points.slice(1).flatMap((to, index) => {
    const from = points[index]
    return from ? [{ from, to, length: Math.hypot(to.x - from.x, to.y - from.y) }] : []
  })
  const half = legs.reduce((sum, { length }) => sum + length, 0) / 2
  let gone = 0
  for (const { from, to, length } of legs) {
    if (gone + length >= half && length > 0) return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
    gone += length
  }
  return points[0] ?? { x: 0, y: 0 }
}

/** Leaves out points that say nothing: twice the same place, or between their neighbours on one line. A way out and back keeps its end. */
export function tidy(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)]
    if (last && isNear(last.x, point.x) && isNear(last.y, point.y)) continue
    if (before && last && liesBetween(before, last, point)) kept.pop()
    kept.push(point)
  }
  return kept
}

const isNear = (one: number, other: number): boolean => Math.abs(one - other) < 0.01
const isWithin = (value: number, one: number, other: number): boolean => value >= Math.min(one, other) && value <= Math.max(one, other)
const liesBetween = (before: Point, middle: Point, after: Point): boolean =>
  (isNear(before.x, middle.x) && isNear(middle.x, after.x) && isWithin(middle.y, before.y, after.y)) ||
  (isNear(before.y, middle.y) && isNear(middle.y, after.y) && isWithin(middle.x, before.x, after.x))

const n = (value: number): number => Math.round(value * 100) / 100
