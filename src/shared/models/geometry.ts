export interface Point {
  readonly x: number
  readonly y: number
}
/** Left, top, width and height in the diagram's own units (1 = one pixel at 100 %). */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const right = (box: Box): number => box.x + box.width
export const bottom = (box: Box): number => box.y + box.height
export const centre = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })

/** Whether two boxes share more than an edge, keeping `gap` free around the second. */
export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return a.x < right(b) + gap && right(a) > b.x - gap && a.y < bottom(b) + gap && bottom(a) > b.y - gap
}

/** Length shared by two spans; negative: the gap between them. */
export function sharedSpan(fromA: number, toA: number, fromB: number, toB: number): number {
  return Math.min(toA, toB) - Math.max(fromA, fromB)
}

/** The smallest box around all; null for none. */
export function union(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return { x, y, width: Math.max(...boxes.map(right)) - x, height: Math.max(...boxes.map(bottom)) - y }
}

/** An SVG path along the points with its corners rounded by at most `radius`. */
export function roundedPath(points: readonly Point[], radius: number): string {
  const first = points[0]
  if (!first) return ''
  let path = `M${first.x},${first.y}`
  for (let i = 1; i < points.length; i++) {
    const [before, corner, after] = [points[i - 1], points[i], points[i + 1]]
    if (!before || !corner) continue
    if (!after) {
      path += `L${corner.x},${corner.y}`
      continue
    }
    const into = stepTowards(corner, before, radius)
    const out = stepTowards(corner, after, radius)
    path += `L${into.x},${into.y}Q${corner.x},${corner.y} ${out.x},${out.y}`
  }
  return path
}

function stepTowards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const step = length === 0 ? 0 : Math.min(distance, length / 2) / length
  return { x: from.x + (to.x - from.x) * step, y: from.y + (to.y - from.y) * step }
}
