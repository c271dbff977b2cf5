import { bottom, centre, right, type Box, type Point } from '../../../shared/models/geometry.ts'

export interface Line {
  readonly path: string
  /** Where its label stands. */
  readonly middle: Point
  /** Widest label that stays between the two boxes. */
  readonly room: number
}

const LANE = 26
const LABEL_HEIGHT = 18

/** Where the line from the centre of a box towards `to` leaves it. */
function leave(box: Box, to: Point): Point {
  const from = centre(box)
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  if (dx === 0 && dy === 0) return from
  const reach = Math.min(dx === 0 ? Infinity : box.width / 2 / Math.abs(dx), dy === 0 ? Infinity : box.height / 2 / Math.abs(dy))
  return { x: from.x + dx * reach, y: from.y + dy * reach }
}

/**
 * A line between two boxes that bows more with every `lane`, so that several between the same two stay apart; a box and itself
 * are joined by a loop at the upper right corner.
 */
export function drawLine(from: Box, to: Box, lane: number): Line {
  if (from === to || (from.x === to.x && from.y === to.y && from.width === to.width)) return drawLoop(from, lane)
  const [a, b] = [centre(from), centre(to)]
  const length = Math.max(1, Math.hypot(b.x - a.x, b.y - a.y))
  const bow = Math.ceil(lane / 2) * LANE * (lane % 2 === 0 ? -1 : 1)
  // One normal for both directions: lanes of a pair are counted together.
  const sign = a.x < b.x || (a.x === b.x && a.y < b.y) ? 1 : -1
  const normal = { x: (-(b.y - a.y) / length) * sign, y: ((b.x - a.x) / length) * sign }
  const control = { x: (a.x + b.x) / 2 + normal.x * bow * 2, y: (a.y + b.y) / 2 + normal.y * bow * 2 }
  const [start, end] = [leave(from, control), leave(to, control)]
  const [wide, high] = [Math.abs(end.x - start.x), Math.abs(end.y - start.y)]
  return {
    // A line that falls steeply has its label beside it.
    room: high > wide && high >= LABEL_HEIGHT ? Infinity : wide,
    path: `M${round(start.x)},${round(start.y)}Q${round(control.x)},${round(control.y)} ${round(end.x)},${round(end.y)}`,
    middle: { x: (start.x + 2 * control.x + end.x) / 4, y: (start.y + 2 * control.y + end.y) / 4 }
  }
}

function drawLoop(box: Box, lane: number): Line {
  const size = 34 + lane * 16
  const [x, y] = [right(box), Math.min(box.y + 12, bottom(box))]
  return {
    room: Infinity,
    path: `M${x - 24},${box.y}C${x - 24},${box.y - size} ${x + size},${box.y - size} ${x},${y}`,
    middle: { x: x + size / 4, y: box.y - size * 0.6 }
  }
}

const round = (value: number): number => Math.round(value * 10) / 10
