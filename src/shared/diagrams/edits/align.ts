import { bottom, right, union, type Box, type Point } from '../../models/geometry.ts'
import type { DiagramShape } from '../diagram.ts'
import { findShape, listTop, NO_PATCH, type Items, type Patch } from './items.ts'
import { move } from './move.ts'
import { resize } from './resize.ts'

export const EDGES = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const
export type Edge = (typeof EDGES)[number]
export const AXES = ['across', 'down'] as const
export type Axis = (typeof AXES)[number]
export const SIZES = ['width', 'height', 'both'] as const
export type SameSize = (typeof SIZES)[number]

/** How far a box must go so that its edge lies on the same edge of `bounds`. */
const SHIFTS: Readonly<Record<Edge, (box: Box, bounds: Box) => Point>> = {
  left: (box, bounds) => ({ x: bounds.x - box.x, y: 0 }),
  centre: (box, bounds) => ({ x: bounds.x + bounds.width / 2 - box.x - box.width / 2, y: 0 }),
  right: (box, bounds) => ({ x: right(bounds) - right(box), y: 0 }),
  top: (box, bounds) => ({ x: 0, y: bounds.y - box.y }),
  middle: (box, bounds) => ({ x: 0, y: bounds.y + bounds.height / 2 - box.y - box.height / 2 }),
  bottom: (box, bounds) => ({ x: 0, y: bottom(bounds) - bottom(box) })
}

/** The things to arrange: locked ones hold still but count for the bounds. */
const listMovable = (shapes: readonly DiagramShape[]): DiagramShape[] => shapes.filter(({ isLocked }) => isLocked !== true)

/** Several patches of moves as one: none moves what another moves, lines between moved shapes keep the last. */
function moveEach(items: Items, shifts: readonly (readonly [string, Point])[]): Patch {
  let current = items
  const put = new Map<string, Patch['put'][number]>()
  for (const [id, by] of shifts) {
    const patch = move(current, [id], by)
    if (patch.put.length === 0) continue
    const next = new Map(current)
    for (const item of patch.put) {
      next.set(item.id, item)
      put.set(item.id, item)
    }
    current = next
  }
  return { put: [...put.values()], remove: [] }
}

/** Brings the shapes chosen to a common edge or middle: of the one box around all of them. */
export function align(items: Items, ids: Iterable<string>, edge: Edge): Patch {
  const shapes = listTop(items, ids)
  const bounds = union(shapes)
  if (!bounds || shapes.length < 2) return NO_PATCH
  return moveEach(
    items,
    listMovable(shapes).map((shape) => [shape.id, SHIFTS[edge](shape, bounds)])
  )
}

/** Equal gaps between three or more shapes, the outermost two staying; where they overlap, the gaps are negative alike. */
export function distribute(items: Items, ids: Iterable<string>, axis: Axis): Patch {
  const [start, extent] = axis === 'across' ? (['x', 'width'] as const) : (['y', 'height'] as const)
  const shapes = listMovable(listTop(items, ids)).sort((a, b) => a[start] + a[extent] / 2 - (b[start] + b[extent] / 2))
  const [first, last] = [shapes[0], shapes.at(-1)]
  if (!first || !last || shapes.length < 3) return NO_PATCH
  const taken = shapes.reduce((sum, shape) => sum + shape[extent], 0)
  const gap = (last[start] + last[extent] - first[start] - taken) / (shapes.length - 1)
  let at = first[start]
  const shifts = shapes.map((shape): [string, Point] => {
    const by = at - shape[start]
    at += shape[extent] + gap
    return [shape.id, axis === 'across' ? { x: by, y: 0 } : { x: 0, y: by }]
  })
  return moveEach(items, shifts.slice(1, -1))
}

/** Gives all shapes chosen the width, height or both of the first, each around its own middle. */
export function makeSameSize(items: Items, ids: Iterable<string>, size: SameSize): Patch {
  const chosen = [...ids].flatMap((id) => findShape(items, id) ?? [])
  const [model, ...others] = chosen
  if (!model) return NO_PATCH
  const put = others.flatMap((shape) => {
    const width = size === 'height' ? shape.width : model.width
    const height = size === 'width' ? shape.height : model.height
    if (width === shape.width && height === shape.height) return []
    return resize(items, shape.id, {
      x: shape.x + (shape.width - width) / 2,
      y: shape.y + (shape.height - height) / 2,
      width,
      height
    }).put
  })
  return { put, remove: [] }
}
