import { bottom, right, type Box, type Point } from '../../models/geometry.ts'
import type { Leg } from './cost.ts'
import type { Gate } from './search.ts'

/** How far beside a shape ways run, where there is room. */
export const BESIDE = 14
/** How far beside another line. */
const TRACK = 10
/** Lines of the grid nearer to each other than this are one. */
const MERGE = 3
/** Gaps between shapes narrower than this have a line in their middle. */
const NARROW = 3 * BESIDE
/** The grid has lines beside so many shapes, those nearest to the plain way, and beside so many lines. */
const MOST_BESIDE = 48
const MOST_TRACKS = 16

interface GridParts {
  readonly region: Box
  readonly gates: readonly Gate[]
  readonly ends: readonly Box[]
  readonly boxes: readonly Box[]
  readonly used: readonly Leg[]
  /** The plain way, about which the search is most worth its while. */
  readonly plain: Box
}

/** Where ways may turn: in line with their ends, between them, beside what stands around and beside other lines. */
export function layGrid({ region, gates, ends, boxes, used, plain }: GridParts): { xs: number[]; ys: number[] } {
  const near = boxes.length <= MOST_BESIDE ? boxes : takeNearest(boxes, plain, MOST_BESIDE)
  const around = [...ends, ...near]
  const tracks = used.length <= MOST_TRACKS ? used : takeNearestLegs(used, plain, MOST_TRACKS)
  const axis = (
    low: (box: Box) => number,
    high: (box: Box) => number,
    crossLow: (box: Box) => number,
    crossHigh: (box: Box) => number,
    pick: (point: Point) => number,
    isLevel: boolean
  ): number[] => {
    const exact = gates.map(({ out }) => pick(out))
    const [one, other] = ends
    const beside = [
      ...(one && other ? [(high(one) + low(other)) / 2, (low(one) + high(other)) / 2] : []),
      ...around.flatMap((box) => [low(box) - BESIDE, high(box) + BESIDE]),
      ...middlesOf(around, low, high, crossLow, crossHigh),
      ...tracks.flatMap((leg) => (leg.isLevel === isLevel ? [leg.at - TRACK, leg.at + TRACK] : []))
    ]
    return mergeLines(
      exact,
      beside.filter((value) => value >= low(region) && value <= high(region))
    )
  }
  return {
    xs: axis(
      (box) => box.x,
      right,
      (box) => box.y,
      bottom,
      ({ x }) => x,
      false
    ),
    ys: axis(
      (box) => box.y,
      bottom,
      (box) => box.x,
      right,
      ({ y }) => y,
      true
    )
  }
}

/** The middles of narrow gaps between boxes that stand beside each other. */
function middlesOf(
  boxes: readonly Box[],
  low: (box: Box) => number,
  high: (box: Box) => number,
  crossLow: (box: Box) => number,
  crossHigh: (box: Box) => number
): number[] {
  const sorted = boxes.toSorted((a, b) => low(a) - low(b))
  const found: number[] = []
  for (const one of sorted)
    for (const other of sorted) {
      const gap = low(other) - high(one)
      if (gap > NARROW) break
      if (gap > 8 && crossLow(other) < crossHigh(one) + NARROW && crossLow(one) < crossHigh(other) + NARROW) found.push(high(one) + gap / 2)
    }
  return found
}

function mergeLines(exact: readonly number[], beside: readonly number[]): number[] {
  const sorted = [...new Set(exact)].toSorted((a, b) => a - b)
  const lines = [...sorted]
  let last = -Infinity
  for (const value of beside.toSorted((a, b) => a - b)) {
    if (value - last < MERGE || isNearAny(sorted, value)) continue
    lines.push(value)
    last = value
  }
  return lines.sort((a, b) => a - b)
}
const isNearAny = (sorted: readonly number[], value: number): boolean => sorted.some((each) => Math.abs(each - value) < MERGE)

const distanceOf = (a: Box, b: Box): number => Math.max(0, a.x - right(b), b.x - right(a)) + Math.max(0, a.y - bottom(b), b.y - bottom(a))

const takeNearest = (boxes: readonly Box[], to: Box, most: number): Box[] =>
  boxes
    .map((box) => ({ box, distance: distanceOf(box, to) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ box }) => box)

const boxOf = ({ isLevel, at, low, high }: Leg): Box =>
  isLevel ? { x: low, y: at, width: high - low, height: 0 } : { x: at, y: low, width: 0, height: high - low }
const takeNearestLegs = (legs: readonly Leg[], to: Box, most: number): Leg[] =>
  legs
    .map((leg) => ({ leg, distance: distanceOf(boxOf(leg), to) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ leg }) => leg)
