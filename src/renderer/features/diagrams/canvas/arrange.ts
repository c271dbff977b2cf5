import type { Placement } from '../../../../shared/contract/diagrams.ts'
import { isAttached, isLine, isShape, type DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import type { Items } from '../../../../shared/diagrams/edits/items.ts'
import { bareLine, withCorners } from '../../../../shared/diagrams/ways/own.ts'
import { union, type Box, type Point } from '../../../../shared/models/geometry.ts'
import type { DiagramStore } from '../store/diagram-store.ts'
import { durationOf } from '../../../ui/canvas-view-keys.ts'

/** Where shapes and corners of lines come to stand. */
export interface Places {
  readonly boxes: ReadonlyMap<string, Box>
  readonly corners: ReadonlyMap<string, readonly Point[]>
}
const ANIMATION_MS = 320
/** Above this, moving each by itself would be slower than seeing it done. */
const MOST_ANIMATED = 400

/** An arrangement as places. `staysThere`: with its upper left corner where it was before; what is locked never moves. */
export function takePlaces(items: readonly DiagramItem[], placement: Placement, staysThere: boolean): Places {
  const before = union(items.filter(isShape))
  const after = union(placement.shapes)
  const by = staysThere && before && after ? { x: Math.round(before.x - after.x), y: Math.round(before.y - after.y) } : { x: 0, y: 0 }
  const locked = new Set(items.flatMap((item) => (item.isLocked === true ? [item.id] : [])))
  const boxes = placement.shapes.filter(({ id }) => !locked.has(id))
  const lines = placement.lines.filter(({ id }) => !locked.has(id))
  const shift = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y })
  return {
    boxes: new Map(boxes.map(({ id, ...box }) => [id, { ...box, ...shift(box) }])),
    corners: new Map(lines.map(({ id, points }) => [id, points.map(shift)]))
  }
}

/** The items whose place or corners become others. */
export function placeItems(items: Items, { boxes, corners }: Places): DiagramItem[] {
  return [...items.values()].flatMap((item): DiagramItem[] => {
    if (isShape(item)) {
      const box = boxes.get(item.id)
      const isSame = !box || (['x', 'y', 'width', 'height'] as const).every((side) => box[side] === item[side])
      return isSame ? [] : [{ ...item, ...box }]
    }
    const points = corners.get(item.id)
    if (points && (points.length > 0 || item.points.length > 0))
      return [
        withCorners(
          item,
          points.map(({ x, y }) => ({ x, y }))
        )
      ]
    // Sides found for where its shapes stood are found anew.
    const isMoved = [item.from, item.to].some((end) => isAttached(end) && boxes.has(end.shapeId))
    return isMoved && item.isRouted === true && item.isLocked !== true ? [bareLine(item)] : []
  })
}

/** Shows the shapes going to their places; nothing is kept by it. At once where motion is not wanted. */
export function animatePlaces(store: DiagramStore, places: Places): Promise<void> {
  const { items } = store.getState()
  const target = placeItems(items, places)
  const duration = durationOf(ANIMATION_MS)
  if (duration === 0 || target.length === 0 || target.length > MOST_ANIMATED) return Promise.resolve()
  const began = performance.now()
  return new Promise((resolve) => {
    const frame = (now: number): void => {
      const share = Math.min(1, (now - began) / duration)
      const eased = 1 - (1 - share) ** 3
      const between = (from: number, to: number): number => from + (to - from) * eased
      const preview = target.map((item): DiagramItem => {
        const from = items.get(item.id)
        if (!from || isLine(item) || isLine(from)) return item
        return {
          ...item,
          x: between(from.x, item.x),
          y: between(from.y, item.y),
          width: between(from.width, item.width),
          height: between(from.height, item.height)
        }
      })
      store.getState().setPreview(new Map(preview.map((item) => [item.id, item])))
      if (share < 1) requestAnimationFrame(frame)
      else resolve()
    }
    requestAnimationFrame(frame)
  })
}
