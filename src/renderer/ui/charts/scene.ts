import type { Mark } from './marks.ts'

/** One thing of a chart that has a value: what hover, keyboard and click reach. */
export interface ChartPoint {
  readonly id: string
  /** What it is. */
  readonly name: string
  /** What is said about it: name and value in words. */
  readonly facts: readonly (readonly [string, string])[]
  /** Where the pointer meets it. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** Its place for the arrow keys: right is the next column, up the row before. */
  readonly column: number
  readonly row: number
  /** Drawn around while it is pointed at. */
  readonly shape: 'box' | 'dot'
  /** What choosing it does; without it, nothing. */
  readonly open?: () => void
}

/** A chart, laid out for one width. */
export interface Scene {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
  readonly points: readonly ChartPoint[]
}
/** Lays a chart out in pixels. Pure, and the same function as long as what it draws is the same. */
export type Layout = (width: number) => Scene

/** The point for a place of the pointer: one whose box it is in; of several, the one whose middle is nearest. */
export function findPoint(points: readonly ChartPoint[], x: number, y: number): ChartPoint | undefined {
  let nearest: ChartPoint | undefined
  let least = Infinity
  for (const point of points) {
    const { box } = point
    if (x < box.x || x > box.x + box.width || y < box.y || y > box.y + box.height) continue
    const distance = Math.hypot(x - box.x - box.width / 2, y - box.y - box.height / 2)
    if (distance < least) {
      nearest = point
      least = distance
    }
  }
  return nearest
}

const STEPS: Readonly<Record<string, { column: number; row: number }>> = {
  ArrowRight: { column: 1, row: 0 },
  ArrowLeft: { column: -1, row: 0 },
  ArrowUp: { column: 0, row: -1 },
  ArrowDown: { column: 0, row: 1 }
}

/**
 * The point an arrow key leads to: the next in that direction, of several equally far the one most level with where we are. Home and
 * End lead to the ends of the row. Undefined for any other key; the point itself where there is nothing further.
 */
export function movePoint(points: readonly ChartPoint[], from: ChartPoint | undefined, key: string): ChartPoint | undefined {
  const isEnd = key === 'Home' || key === 'End'
  const step = STEPS[key]
  if (!step && !isEnd) return undefined
  if (!from) return points[0]
  if (isEnd) {
    const row = points.filter((point) => point.row === from.row).sort((a, b) => a.column - b.column)
    return (key === 'Home' ? row[0] : row.at(-1)) ?? from
  }
  if (!step) return from
  const ahead = points.flatMap((point) => {
    const along = (point.column - from.column) * step.column + (point.row - from.row) * step.row
    const aside = Math.abs((point.column - from.column) * step.row) + Math.abs((point.row - from.row) * step.column)
    return along > 0 ? [{ point, along, aside }] : []
  })
  // Along a row nobody leaves it before its end; up and down may land beside.
  const level = step.column === 0 ? [] : ahead.filter(({ aside }) => aside === 0)
  let best = { point: from, along: Infinity, aside: Infinity }
  for (const each of level.length > 0 ? level : ahead)
    if (each.along < best.along || (each.along === best.along && each.aside < best.aside)) best = each
  return best.point
}
