import type { Box, Cell, Place } from './scene.ts'

const ROUNDS = 60

/**
 * Moves apart what overlaps, each pair by the shorter way, with `gap` between them. What is left after that is spread from the
 * middle until nothing overlaps.
 */
export function separate(cells: readonly Cell[], places: ReadonlyMap<string, Place>, gap: number): Map<string, Place> {
  const boxes = cells.map(({ id, width, height }) => ({
    id,
    ...(places.get(id) ?? { x: 0, y: 0 }),
    width: width + gap,
    height: height + gap
  }))
  for (let round = 0; round < ROUNDS; round++) if (!pushApart(boxes)) break
  for (let spread = 0; spread < 200 && pushApart(boxes.map((box) => ({ ...box }))); spread++)
    boxes.forEach((box, index) => {
      box.x = box.x * 1.1 + index * 0.01
      box.y *= 1.1
    })
  return new Map(boxes.map(({ id, x, y }) => [id, { x, y }]))
}

type Movable = { -readonly [Key in keyof Box]: Box[Key] }

/** One round from left to right; true when something overlapped. */
function pushApart(boxes: Movable[]): boolean {
  let hasMoved = false
  const sorted = [...boxes].sort((a, b) => a.x - b.x)
  for (let place = 0; place < sorted.length; place++) {
    const a = sorted[place]
    for (let next = place + 1; a && next < sorted.length; next++) {
      const b = sorted[next]
      if (!b || b.x >= a.x + a.width) break
      const across = Math.min(a.x + a.width - b.x, b.x + b.width - a.x)
      const down = Math.min(a.y + a.height - b.y, b.y + b.height - a.y)
      if (across <= 0.01 || down <= 0.01) continue
      hasMoved = true
      if (across < down) part(a, b, 'x', across)
      else part(a, b, 'y', down)
    }
  }
  return hasMoved
}

function part(a: Movable, b: Movable, axis: 'x' | 'y', overlap: number): void {
  const half = overlap / 2 + 0.01
  const isBefore = a[axis] <= b[axis]
  a[axis] += isBefore ? -half : half
  b[axis] += isBefore ? half : -half
}
