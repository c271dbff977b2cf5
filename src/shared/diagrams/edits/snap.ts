import { bottom, right, sharedSpan, union, type Box, type Point } from '../../models/geometry.ts'
import { snapTo } from './place.ts'

/** A line that shows what a moved thing lines up with. `gap`: an equal distance, shown between the two it lies between. */
export interface Guide {
  readonly kind: 'line' | 'gap'
  readonly from: Point
  readonly to: Point
}
export interface Snapped {
  readonly by: Point
  readonly guides: readonly Guide[]
}
interface SnapOptions {
  /** 0: no grid. */
  readonly grid: number
  /** How near counts, in units of the page. */
  readonly reach: number
}
type Axis = 'x' | 'y'
const EXTENT = { x: 'width', y: 'height' } as const
const OTHER = { x: 'y', y: 'x' } as const

const stops = (box: Box, axis: Axis): readonly number[] => {
  const [start, extent] = [box[axis], box[EXTENT[axis]]]
  return [start, start + extent / 2, start + extent]
}
const endOf = (box: Box, axis: Axis): number => box[axis] + box[EXTENT[axis]]
const shift = (box: Box, axis: Axis, by: number): Box => ({ ...box, [axis]: box[axis] + by })

/** The smallest step that brings an edge or middle of `box` onto one of another; null: none is near. */
function findLineUp(box: Box, others: readonly Box[], axis: Axis, reach: number): number | null {
  let best: number | null = null
  const own = stops(box, axis)
  for (const other of others)
    for (const there of stops(other, axis))
      for (const here of own) {
        const step = there - here
        if (Math.abs(step) <= reach && (best === null || Math.abs(step) < Math.abs(best))) best = step
      }
  return best
}

/** Neighbours in the same row (or column), on either side, nearest first. */
function listBeside(box: Box, others: readonly Box[], axis: Axis): { before: Box[]; after: Box[] } {
  const across = OTHER[axis]
  const row = others.filter((other) => sharedSpan(box[across], endOf(box, across), other[across], endOf(other, across)) > 0)
  return {
    before: row.filter((other) => endOf(other, axis) <= box[axis] + 1).sort((a, b) => endOf(b, axis) - endOf(a, axis)),
    after: row.filter((other) => other[axis] >= endOf(box, axis) - 1).sort((a, b) => a[axis] - b[axis])
  }
}

/** The step that makes the gaps to the neighbours equal: between two of them, or as far from one as that is from its next. */
function findEqualGap(box: Box, others: readonly Box[], axis: Axis, reach: number): number | null {
  const { before, after } = listBeside(box, others, axis)
  const [previous, beforeThat] = before
  const [next, afterThat] = after
  const steps: number[] = []
  if (previous && next) steps.push((endOf(previous, axis) + next[axis] - box[EXTENT[axis]]) / 2 - box[axis])
  if (previous && beforeThat)
    steps.push(2 * endOf(previous, axis) - endOf(beforeThat, axis) + (previous[axis] - endOf(previous, axis)) - box[axis])
  if (next && afterThat) steps.push(next[axis] - (afterThat[axis] - endOf(next, axis)) - endOf(box, axis))
  return steps.filter((step) => Math.abs(step) <= reach).sort((a, b) => Math.abs(a) - Math.abs(b))[0] ?? null
}

/** The lines to show for a box that came to rest: every edge and middle it shares with others. */
function drawLineUps(box: Box, others: readonly Box[], axis: Axis): Guide[] {
  const across = OTHER[axis]
  return stops(box, axis).flatMap((here) => {
    const shared = others.filter((other) => stops(other, axis).some((there) => Math.abs(there - here) < 0.01))
    const bounds = union([box, ...shared])
    if (shared.length === 0 || !bounds) return []
    const at = (along: number): Point => (axis === 'x' ? { x: here, y: along } : { x: along, y: here })
    return [{ kind: 'line' as const, from: at(bounds[across]), to: at(endOf(bounds, across)) }]
  })
}

function drawGaps(box: Box, others: readonly Box[], axis: Axis): Guide[] {
  const { before, after } = listBeside(box, others, axis)
  const row = [before[1], before[0], box, after[0], after[1]].filter((each) => each !== undefined)
  const gaps = row.slice(1).flatMap((next, index) => {
    const previous = row[index]
    return previous ? [{ previous, next, size: next[axis] - endOf(previous, axis) }] : []
  })
  const own = gaps.filter(({ previous, next }) => previous === box || next === box)
  const equal = gaps.filter(({ size }) => size > 1 && own.some((each) => Math.abs(each.size - size) < 0.5))
  if (equal.length < 2) return []
  const middle = axis === 'x' ? (box.y + bottom(box)) / 2 : (box.x + right(box)) / 2
  const at = (along: number): Point => (axis === 'x' ? { x: along, y: middle } : { x: middle, y: along })
  return equal.map(({ previous, next }) => ({ kind: 'gap' as const, from: at(endOf(previous, axis)), to: at(next[axis]) }))
}

/**
 * Where a box being moved by `by` comes to rest: on a common edge or middle with `others` when one is near, at an equal gap, else
 * on the grid. Each direction by itself. In units of the page.
 */
export function snapMove(box: Box, others: readonly Box[], by: Point, { grid, reach }: SnapOptions): Snapped {
  let moved = { ...box, x: box.x + by.x, y: box.y + by.y }
  const lined: Partial<Record<Axis, 'line' | 'gap'>> = {}
  for (const axis of ['x', 'y'] as const) {
    const line = findLineUp(moved, others, axis, reach)
    const gap = line === 0 ? null : findEqualGap(moved, others, axis, reach)
    const isGap = gap !== null && (line === null || Math.abs(gap) < Math.abs(line))
    const step = isGap ? gap : line
    if (step === null) {
      if (grid > 0) moved = { ...moved, [axis]: snapTo(moved[axis], grid) }
    } else {
      moved = shift(moved, axis, step)
      lined[axis] = isGap ? 'gap' : 'line'
    }
  }
  const guides = (['x', 'y'] as const).flatMap((axis) => [
    ...(lined[axis] === 'line' ? drawLineUps(moved, others, axis) : []),
    ...(lined[axis] === undefined ? [] : drawGaps(moved, others, axis))
  ])
  return { by: { x: moved.x - box.x, y: moved.y - box.y }, guides }
}

/** Where a dragged edge comes to rest: on an edge or middle of others, else on the grid. */
export function snapEdge(at: number, axis: Axis, others: readonly Box[], { grid, reach }: SnapOptions): number {
  let best: number | null = null
  for (const other of others)
    for (const stop of stops(other, axis))
      if (Math.abs(stop - at) <= reach && (best === null || Math.abs(stop - at) < Math.abs(best - at))) best = stop
  return best ?? (grid > 0 ? snapTo(at, grid) : at)
}
