/** A circle of the drawing. */
export interface Circle {
  readonly x: number
  readonly y: number
  readonly r: number
}
export interface Point {
  readonly x: number
  readonly y: number
}
/** What is drawn: circles whose areas are the segments' sizes, and where the number of each region goes. */
export interface Venn {
  readonly circles: readonly Circle[]
  readonly width: number
  readonly height: number
  /** By region (`10`, `11`…); null where the region has no room for its number. */
  readonly labels: Readonly<Record<string, Point | null>>
}

/** The part two circles have in common, as an area. */
export function overlapArea(first: number, second: number, distance: number): number {
  if (distance >= first + second) return 0
  if (distance <= Math.abs(first - second)) return Math.PI * Math.min(first, second) ** 2
  const angle = (a: number, b: number): number =>
    Math.acos(Math.min(1, Math.max(-1, (distance ** 2 + a ** 2 - b ** 2) / (2 * distance * a))))
  const [one, two] = [angle(first, second), angle(second, first)]
  return first ** 2 * (one - Math.sin(2 * one) / 2) + second ** 2 * (two - Math.sin(2 * two) / 2)
}

/** How far apart two circles stand for their common part to have that area; found by halving, since it only shrinks with distance. */
export function distanceFor(first: number, second: number, area: number): number {
  let [near, far] = [Math.abs(first - second), first + second]
  if (area <= 0) return far
  for (let round = 0; round < 60; round++) {
    const middle = (near + far) / 2
    if (overlapArea(first, second, middle) > area) near = middle
    else far = middle
  }
  return (near + far) / 2
}

/** Sizes of the segments and of what each pair shares, from the regions' counts. */
function readRegions(
  counts: Readonly<Record<string, number>>,
  segments: number
): { sizes: number[]; shared: (a: number, b: number) => number } {
  const sum = (...among: number[]): number =>
    Object.entries(counts).reduce((total, [region, customers]) => total + (among.every((i) => region[i] === '1') ? customers : 0), 0)
  return { sizes: Array.from({ length: segments }, (_, i) => sum(i)), shared: (a, b) => sum(a, b) }
}

const LARGEST = 120
/** A circle is never so small that it can't be hit or seen. */
const SMALLEST = 14
const APART = 16

/**
 * Two circles show sizes and overlap to scale. Of three, the circles and each pair's distance are to scale where a triangle of
 * these sides exists, else as near as it can be: the numbers are exact either way.
 */
export function drawVenn(counts: Readonly<Record<string, number>>, segments: number): Venn {
  const { sizes, shared } = readRegions(counts, segments)
  const largest = Math.max(1, ...sizes)
  const radii = sizes.map((size) => Math.max(SMALLEST, Math.sqrt(size / largest) * LARGEST))
  const between = (a: number, b: number): number => {
    const common = shared(a, b)
    const [first = 0, second = 0] = [radii[a], radii[b]]
    const distance = distanceFor(first, second, (common / largest) * Math.PI * LARGEST ** 2)
    return common === 0 ? distance + APART : distance
  }
  const centres: Point[] = [
    { x: 0, y: 0 },
    { x: between(0, 1), y: 0 }
  ]
  if (segments === 3) centres.push(placeThird(between(0, 1), between(0, 2), between(1, 2)))
  return frame(
    centres.map(({ x, y }, i) => ({ x, y, r: radii[i] ?? SMALLEST })),
    Object.keys(counts)
  )
}

/** The third corner of a triangle over the first two; where there is none, as near as the sides allow. */
function placeThird(base: number, left: number, right: number): Point {
  if (base === 0) return { x: 0, y: left }
  const x = (base ** 2 + left ** 2 - right ** 2) / (2 * base)
  return { x: Math.min(base + right, Math.max(-left, x)), y: Math.sqrt(Math.max(0, left ** 2 - x ** 2)) }
}

const MARGIN = 12

function frame(circles: readonly Circle[], regions: readonly string[]): Venn {
  const left = Math.min(...circles.map(({ x, r }) => x - r)) - MARGIN
  const top = Math.min(...circles.map(({ y, r }) => y - r)) - MARGIN
  const moved = circles.map((circle) => ({ ...circle, x: circle.x - left, y: circle.y - top }))
  const width = Math.max(...moved.map(({ x, r }) => x + r)) + MARGIN
  const height = Math.max(...moved.map(({ y, r }) => y + r)) + MARGIN
  return { circles: moved, width, height, labels: placeLabels(moved, regions, width, height) }
}

/** Room a number needs around its middle. */
const ROOM = 10
const GRID = 4

/** The place of each region that is farthest from every edge. */
function placeLabels(circles: readonly Circle[], regions: readonly string[], width: number, height: number): Record<string, Point | null> {
  const best = new Map<string, { point: Point; room: number }>()
  for (let y = 0; y < height; y += GRID)
    for (let x = 0; x < width; x += GRID) {
      const depths = circles.map((circle) => circle.r - Math.hypot(x - circle.x, y - circle.y))
      const region = depths.map((depth) => (depth > 0 ? '1' : '0')).join('')
      const room = Math.min(...depths.map(Math.abs))
      if (room > (best.get(region)?.room ?? 0)) best.set(region, { point: { x, y }, room })
    }
  return Object.fromEntries(
    regions.map((region) => {
      const found = best.get(region)
      return [region, found && found.room >= ROOM ? found.point : null]
    })
  )
}
