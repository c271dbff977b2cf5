import { bottom, right, type Box, type Point } from '../../models/geometry.ts'
import type { Soft } from './obstacles.ts'

/** A level or upright leg of a line led before: `at` across, from `low` to `high` along. */
export interface Leg {
  readonly isLevel: boolean
  readonly at: number
  readonly low: number
  readonly high: number
}

/** A corner counts as much as this much way: a line is easier followed the less it turns. */
export const TURN = 50
/** Crossing another line; a unit of way upon or right beside one; a unit through a shape, where there is no other way. */
const CROSS = 36
const LIE = 5
const THROUGH = 60
/** Lines nearer than this read as one. */
const APART = 7

const legOf = (a: Point, b: Point): Leg | null => {
  if (Math.abs(a.y - b.y) < 0.5) return { isLevel: true, at: a.y, low: Math.min(a.x, b.x), high: Math.max(a.x, b.x) }
  if (Math.abs(a.x - b.x) < 0.5) return { isLevel: false, at: a.x, low: Math.min(a.y, b.y), high: Math.max(a.y, b.y) }
  return null
}
export const legsOf = (points: readonly Point[]): Leg[] =>
  points.slice(1).flatMap((to, index) => {
    const leg = legOf(points[index] ?? to, to)
    return leg ? [leg] : []
  })

/** How much of a leg lies upon others. */
function measureLying(leg: Leg, used: readonly Leg[]): number {
  let sum = 0
  for (const other of used)
    if (other.isLevel === leg.isLevel && Math.abs(other.at - leg.at) < APART)
      sum += Math.max(0, Math.min(leg.high, other.high) - Math.max(leg.low, other.low))
  return sum
}

/** Whether a way lies upon others. */
export const liesUpon = (points: readonly Point[], used: readonly Leg[]): boolean =>
  legsOf(points).some((leg) => measureLying(leg, used) >= 2)
/** Whether it lies upon others or crosses them. */
export const meetsAny = (points: readonly Point[], used: readonly Leg[]): boolean =>
  legsOf(points).some((leg) => costOfMeeting(leg, used) > 0)

/** What meeting the lines led before costs. A crossing counts where the leg begins, not where it ends. */
function costOfMeeting(leg: Leg, used: readonly Leg[]): number {
  let cost = 0
  for (const other of used)
    if (other.isLevel === leg.isLevel) {
      if (Math.abs(other.at - leg.at) < APART) cost += LIE * Math.max(0, Math.min(leg.high, other.high) - Math.max(leg.low, other.low))
    } else if (other.at >= leg.low && other.at < leg.high && leg.at >= other.low && leg.at <= other.high) cost += CROSS
  return cost
}

/** How much of a leg lies inside a box. */
function measureInside({ isLevel, at, low, high }: Leg, box: Box): number {
  const [left, far, top, end] = isLevel ? [box.x, right(box), box.y, bottom(box)] : [box.y, bottom(box), box.x, right(box)]
  return at <= top || at >= end ? 0 : Math.max(0, Math.min(high, far) - Math.max(low, left))
}

/** What a leg costs without its length: meeting lines, running through what it had better not (`blocks`: through shapes). */
export function costOfLeg(leg: Leg, used: readonly Leg[], soft: readonly Soft[], blocks: readonly Box[]): number {
  let cost = costOfMeeting(leg, used)
  for (const { box, weight } of soft) cost += weight * measureInside(leg, box)
  for (const box of blocks) {
    const inside = measureInside(leg, box)
    if (inside > 0) cost += THROUGH * (inside + 10)
  }
  return cost
}

const lengthOf = (points: readonly Point[]): number =>
  points.slice(1).reduce((sum, { x, y }, index) => sum + Math.abs(x - (points[index]?.x ?? x)) + Math.abs(y - (points[index]?.y ?? y)), 0)

/** What a whole way costs. */
export function costOfWay(points: readonly Point[], used: readonly Leg[], soft: readonly Soft[], blocks: readonly Box[]): number {
  const turns = Math.max(0, points.length - 2)
  return legsOf(points).reduce((sum, leg) => sum + costOfLeg(leg, used, soft, blocks), lengthOf(points) + turns * TURN)
}
