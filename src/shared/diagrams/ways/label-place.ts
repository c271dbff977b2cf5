import { overlaps, type Box, type Point } from '../../models/geometry.ts'
import { measureLabel } from '../draw-line.ts'
import type { DiagramLine } from '../diagram.ts'
import { walkAlong } from '../route-ways.ts'

/** Shares of the way at which a label may stand, those in the middle first. */
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82] as const

const boxAt = ({ x, y }: Point, { width, height }: { width: number; height: number }): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height
})

/** Where the label of a line lies when its middle is at a place. */
export const boxOfLabel = (line: DiagramLine, place: Point): Box => boxAt(place, measureLabel(line))

/**
 * The line with its label moved along its way where it lies over something and there is a place where it does not. `over`: what it
 * must not lie over, and what it had better not.
 */
export function placeLabel(
  line: DiagramLine,
  way: readonly Point[],
  labelAt: Point,
  [boxes, labels]: readonly [readonly Box[], readonly Box[]]
): DiagramLine {
  const size = measureLabel(line)
  const isFree = (place: Point, among: readonly Box[]): boolean => {
    const label = boxAt(place, size)
    return !among.some((box) => overlaps(label, box))
  }
  const all = [...boxes, ...labels]
  if (size.width === 0 || isFree(labelAt, all)) return line
  const find = (among: readonly Box[]): number | undefined => SHARES.find((each) => isFree(walkAlong(way, each), among))
  const share = find(all) ?? (isFree(labelAt, boxes) ? undefined : find(boxes))
  return share === undefined ? line : { ...line, labelAt: share }
}
