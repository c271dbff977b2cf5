import { centre, union, type Box, type Point } from './geometry.ts'
import type { ModelRelation } from './model.ts'

const LEAST_MEMBERS = 5
const STEPS = 24

/** Closed chains of `precedes` relations: each a list of element ids in their order. */
export function findRings(relations: readonly ModelRelation[]): string[][] {
  const next = new Map<string, string>()
  for (const { kind, from, to } of relations) if (kind === 'precedes' && from !== to) next.set(from, next.has(from) ? '' : to)
  const seen = new Set<string>()
  return [...next.keys()].flatMap((start) => {
    if (seen.has(start)) return []
    const ring: string[] = []
    let current: string | undefined = start
    while (current && !ring.includes(current) && !seen.has(current)) {
      ring.push(current)
      current = next.get(current)
    }
    for (const id of ring) seen.add(id)
    return current === start && ring.length >= LEAST_MEMBERS ? [ring] : []
  })
}

/** The part of the ellipse through the centres of `ring` between two neighbours, from edge to edge, as a run of short lines. */
export function drawArc(from: Box, to: Box, ring: readonly Box[]): Point[] {
  const whole = union(ring.map((box) => ({ ...centre(box), width: 0, height: 0 })))
  if (!whole) return []
  const middle = centre(whole)
  const [radiusX, radiusY] = [whole.width / 2 || 1, whole.height / 2 || 1]
  const polar = (box: Box): { angle: number; reach: number } => {
    const { x, y } = centre(box)
    const [across, down] = [(x - middle.x) / radiusX, (y - middle.y) / radiusY]
    return { angle: Math.atan2(down, across), reach: Math.hypot(across, down) }
  }
  const [start, end] = [polar(from), polar(to)]
  const turn = ((end.angle - start.angle + 3 * Math.PI) % (2 * Math.PI)) - Math.PI
  const points = Array.from({ length: STEPS + 1 }, (_, index): Point => {
    const part = index / STEPS
    const angle = start.angle + turn * part
    const reach = start.reach + (end.reach - start.reach) * part
    return { x: middle.x + Math.cos(angle) * reach * radiusX, y: middle.y + Math.sin(angle) * reach * radiusY }
  })
  const isOutside = ({ x, y }: Point): boolean =>
    ![from, to].some((box) => x > box.x - 3 && x < box.x + box.width + 3 && y > box.y - 3 && y < box.y + box.height + 3)
  return points.filter(isOutside)
}

/** A straight line from the edge of one box to that of the other, whatever its slant. */
export function drawSlant(from: Box, to: Box): Point[] {
  return [leave(from, centre(to)), leave(to, centre(from))]
}

function leave(box: Box, towards: Point): Point {
  const { x, y } = centre(box)
  const [dx, dy] = [towards.x - x, towards.y - y]
  const part = Math.min(box.width / 2 / (Math.abs(dx) || 1e-9), box.height / 2 / (Math.abs(dy) || 1e-9), 1)
  return { x: x + dx * part, y: y + dy * part }
}
