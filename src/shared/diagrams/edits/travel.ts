import { centre, type Point } from '../../models/geometry.ts'
import { isAttached, isLine, isShape, type DiagramShape } from '../diagram.ts'
import { findShape, type Items } from './items.ts'
import { listInReadingOrder } from './reading-order.ts'

export const DIRECTIONS = ['left', 'right', 'up', 'down'] as const
export type Direction = (typeof DIRECTIONS)[number]
const STEPS: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 }
}
const BACK: Readonly<Record<Direction, Direction>> = { left: 'right', right: 'left', up: 'down', down: 'up' }

/** A journey from one shape to another with one key. */
export interface Journey {
  readonly from: string
  readonly to: string
  readonly direction: Direction
}

/** The shapes a shape is joined with by lines, whichever way these point. */
export function listNeighbours(items: Items, id: string): DiagramShape[] {
  const found = new Set<string>()
  for (const item of items.values()) {
    if (!isLine(item) || !isAttached(item.from) || !isAttached(item.to)) continue
    if (item.from.shapeId === id) found.add(item.to.shapeId)
    else if (item.to.shapeId === id) found.add(item.from.shapeId)
  }
  found.delete(id)
  return [...found].flatMap((other) => findShape(items, other) ?? [])
}

/** How far a shape lies ahead, sideways steps counting double; null: not that way. */
function measureAhead(from: DiagramShape, to: DiagramShape, step: Point): number | null {
  const [start, end] = [centre(from), centre(to)]
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  const ahead = dx * step.x + dy * step.y
  const aside = Math.abs(step.x === 0 ? dx : dy)
  return ahead > 0 && ahead * 2 >= aside ? ahead + 2 * aside : null
}

/**
 * Where an arrow key leads: along a relation to the neighbour that lies that way, else (with `mayJump`) to the nearest shape there.
 * The key against the `last` journey leads back to where that began. Null: nothing lies that way.
 */
export function travel(
  items: Items,
  fromId: string,
  direction: Direction,
  { last = null, mayJump = true }: { last?: Journey | null; mayJump?: boolean } = {}
): DiagramShape | null {
  const from = findShape(items, fromId)
  if (!from) return listInReadingOrder(items)[0] ?? null
  if (last?.to === fromId && BACK[last.direction] === direction) {
    const back = findShape(items, last.from)
    if (back) return back
  }
  const nearest = (shapes: readonly DiagramShape[]): DiagramShape | null => {
    let best: { shape: DiagramShape; distance: number } | null = null
    for (const shape of shapes) {
      const distance = shape.id === fromId ? null : measureAhead(from, shape, STEPS[direction])
      if (distance !== null && (!best || distance < best.distance)) best = { shape, distance }
    }
    return best?.shape ?? null
  }
  const along = nearest(listNeighbours(items, fromId))
  if (along || !mayJump) return along
  return (
    nearest([...items.values()].filter(isShape).filter(({ parentId }) => parentId === from.parentId)) ??
    nearest([...items.values()].filter(isShape).filter(({ id }) => id !== from.parentId))
  )
}
