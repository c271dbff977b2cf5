import { bottom, right, type Box } from '../models/geometry.ts'

/** Boxes may reach this far into each other and still stand one after the other. */
const SLACK = 4

/**
 * Boxes in the order a page is read: bands from above, what stands in one band from the left. Where something reaches over
 * several bands (a bracket beside rows), what stands beside it is read first or after, and its bands within that.
 */
export function sortForReading<B extends Box>(boxes: readonly B[]): B[] {
  if (boxes.length < 2) return [...boxes]
  const bands = cut(boxes, topOf, bottom)
  if (bands.length > 1) return bands.flatMap((band) => sortForReading(band))
  const columns = joinRows(cut(boxes, leftOf, right))
  if (columns.length > 1) return columns.flatMap((column) => sortForReading(column))
  return boxes.toSorted((a, b) => a.y - b.y || a.x - b.x)
}

const topOf = (box: Box): number => box.y
const leftOf = (box: Box): number => box.x

/** Columns that stand in rows with the one before them are read with it. */
function joinRows<B extends Box>(columns: readonly B[][]): B[][] {
  const joined: B[][] = []
  for (const column of columns) {
    const both = [...(joined.at(-1) ?? []), ...column]
    if (joined.length > 0 && cut(both, topOf, bottom).length > 1) joined[joined.length - 1] = both
    else joined.push(column)
  }
  return joined
}

/** The parts that a straight cut across the page keeps apart, first to last. */
function cut<B extends Box>(boxes: readonly B[], start: (box: Box) => number, end: (box: Box) => number): B[][] {
  const parts: B[][] = []
  let reach = Number.NEGATIVE_INFINITY
  for (const box of boxes.toSorted((a, b) => start(a) - start(b) || end(a) - end(b))) {
    const part = parts.at(-1)
    if (part && start(box) < reach - SLACK) part.push(box)
    else parts.push([box])
    reach = Math.max(reach, end(box))
  }
  return parts
}
