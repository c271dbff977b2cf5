import { bottom, centre, right, type Box, type Point } from '../../../shared/models/geometry.ts'

/** Where the line from the centre of a box towards `to` leaves it. */
function leave(box: Box, to: Point): Point {
  const from = centre(box)
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  if (dx === 0 && dy === 0) return from
  const reach = Math.min(dx === 0 ? Infinity : box.width / 2 / Math.abs(dx), dy === 0 ? Infinity : box.height / 2 / Math.abs(dy))
  return { x: from.x + dx * reach, y: from.y + dy * reach }
}

/** The straight line between two boxes, border to border, while they move; a loop at the upper right corner of one and itself. */
export function drawLine(from: Box, to: Box): string {
  if (from.x === to.x && from.y === to.y && from.width === to.width) return drawLoop(from)
  const [start, end] = [leave(from, centre(to)), leave(to, centre(from))]
  return `M${round(start.x)},${round(start.y)}L${round(end.x)},${round(end.y)}`
}

const LOOP = 34

function drawLoop(box: Box): string {
  const [x, y] = [right(box), Math.min(box.y + 12, bottom(box))]
  return `M${x - 24},${box.y}C${x - 24},${box.y - LOOP} ${x + LOOP},${box.y - LOOP} ${x},${y}`
}

const round = (value: number): number => Math.round(value * 10) / 10
