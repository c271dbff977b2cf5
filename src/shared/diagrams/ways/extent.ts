import { overlaps, type Box } from '../../models/geometry.ts'
import { isAttached, type DiagramLine, type DiagramShape, type LineEnd } from '../diagram.ts'

/** A plain elbow goes no further around its ends than this. */
const REACH = 24

type Shapes = ReadonlyMap<string, DiagramShape>
const lowOf = (end: LineEnd, shapes: Shapes, axis: 'x' | 'y'): number =>
  isAttached(end) ? (shapes.get(end.shapeId)?.[axis] ?? 0) : end[axis]
function highOf(end: LineEnd, shapes: Shapes, axis: 'x' | 'y'): number {
  if (!isAttached(end)) return end[axis]
  const shape = shapes.get(end.shapeId)
  return shape ? shape[axis] + (axis === 'x' ? shape.width : shape.height) : 0
}

/** The part of the page a line may run over: what is around its ends and corners. */
export function findExtent({ from, to, points }: DiagramLine, shapes: Shapes): Box {
  let left = Math.min(lowOf(from, shapes, 'x'), lowOf(to, shapes, 'x'))
  let top = Math.min(lowOf(from, shapes, 'y'), lowOf(to, shapes, 'y'))
  let far = Math.max(highOf(from, shapes, 'x'), highOf(to, shapes, 'x'))
  let low = Math.max(highOf(from, shapes, 'y'), highOf(to, shapes, 'y'))
  for (const { x, y } of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    far = Math.max(far, x)
    low = Math.max(low, y)
  }
  return { x: left - REACH, y: top - REACH, width: far - left + 2 * REACH, height: low - top + 2 * REACH }
}

/** What of a page lies in a region. */
export interface Finder<T> {
  readonly find: (region: Box) => readonly T[]
}
const CELL = 400
/** A box over more cells than this is looked at whatever the region. */
const MOST_CELLS = 64
/** So many times all are looked through before it pays to sort them by place. */
const FEW = 24

/** Finds what lies in regions: at first by looking through all, by cells of the page once it is asked often. */
export function makeFinder<T>(all: () => Iterable<T>, boxOf: (item: T) => Box): Finder<T> {
  let asked = 0
  let sorted: Finder<T> | null = null
  return {
    find: (region) => {
      asked += 1
      if (asked > FEW) return (sorted ??= sortByCell(all(), boxOf)).find(region)
      const found: T[] = []
      for (const item of all()) if (overlaps(boxOf(item), region)) found.push(item)
      return found
    }
  }
}

function sortByCell<T>(all: Iterable<T>, boxOf: (item: T) => Box): Finder<T> {
  const cells = new Map<number, T[]>()
  const large: T[] = []
  const rank = new Map<T, number>()
  for (const item of all) {
    rank.set(item, rank.size)
    const keys = listCells(boxOf(item))
    if (!keys) large.push(item)
    else
      for (const key of keys) {
        const cell = cells.get(key)
        if (cell) cell.push(item)
        else cells.set(key, [item])
      }
  }
  return {
    find: (region) => {
      const keys = listCells(region) ?? cells.keys()
      const found = new Set(large)
      for (const key of keys) for (const item of cells.get(key) ?? []) found.add(item)
      // In the order they have on the page: what is found does not depend on how it is found.
      return [...found].filter((item) => overlaps(boxOf(item), region)).sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
    }
  }
}

/** The cells a box lies over; null: too many. Cells far from each other may share a number. */
function listCells({ x, y, width, height }: Box): number[] | null {
  const [a, b] = [Math.floor(x / CELL), Math.floor(y / CELL)]
  const [c, d] = [Math.floor((x + width) / CELL), Math.floor((y + height) / CELL)]
  if ((c - a + 1) * (d - b + 1) > MOST_CELLS) return null
  const keys: number[] = []
  for (let column = a; column <= c; column++) for (let row = b; row <= d; row++) keys.push(column * 100_003 + row)
  return keys
}
