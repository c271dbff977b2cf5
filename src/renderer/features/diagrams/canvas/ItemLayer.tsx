import { useStore } from '@xyflow/react'
import { memo, useMemo, type ReactNode } from 'react'
import { sortForDrawing } from '../../../../shared/diagrams/draw-order.ts'
import { isAttached, isShape, type DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import { overlaps, type Box } from '../../../../shared/models/geometry.ts'
import { useDiagram } from '../store/use-diagram.ts'
import { LineView } from './LineView.tsx'
import { ShapeView } from './ShapeView.tsx'
import { useSeenRegion } from './use-seen-region.ts'

/** From here on letters are drawn only where they are seen and large enough to be read: at every step of a zoom all are measured again. */
const SOME = 300
/** From here on only what is near the view is in the page at all. */
const MANY = 3000
/** Under this zoom letters are too small to be read. */
const FAR = 0.35

/**
 * All shapes and lines in one drawing, from back to front. Each watches its own item, so that while something is dragged only
 * it and its lines are drawn anew.
 */
export const ItemLayer = memo(function ItemLayer(): ReactNode {
  const items = useDiagram((state) => state.items)
  const sorted = useMemo(() => sortForDrawing([...items.values()]), [items])
  const relations = useMemo(() => countRelations(items.values()), [items])
  const isFar = useStore(({ transform }) => transform[2] < FAR) && items.size > SOME
  const region = useSeenRegion(items.size > SOME)
  const drawn = useMemo(() => {
    const all = sorted.map((item) => ({ item, isNear: region === null || isNear(item, items, region) }))
    return items.size > MANY ? all.filter((each) => each.isNear) : all
  }, [sorted, items, region])
  return (
    <svg className="diagram-items">
      {drawn.map(({ item, isNear: isSeen }) =>
        isShape(item) ? (
          <ShapeView key={item.id} id={item.id} relations={relations.get(item.id) ?? 0} isFar={isFar || !isSeen} />
        ) : (
          <LineView key={item.id} id={item.id} isFar={isFar || !isSeen} />
        )
      )}
    </svg>
  )
})

function countRelations(items: Iterable<DiagramItem>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) {
    if (isShape(item)) continue
    for (const end of [item.from, item.to]) if (isAttached(end)) counts.set(end.shapeId, (counts.get(end.shapeId) ?? 0) + 1)
  }
  return counts
}

/** A line is near when the box around its ends and corners is. */
function isNear(item: DiagramItem, items: ReadonlyMap<string, DiagramItem>, region: Box): boolean {
  if (isShape(item)) return overlaps(item, region)
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const take = (x: number, y: number): void => {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  for (const end of [item.from, item.to]) {
    if (!isAttached(end)) take(end.x, end.y)
    else {
      const shape = items.get(end.shapeId)
      if (!shape || !isShape(shape)) continue
      take(shape.x, shape.y)
      take(shape.x + shape.width, shape.y + shape.height)
    }
  }
  for (const { x, y } of item.points) take(x, y)
  return overlaps({ x: left, y: top, width: right - left, height: bottom - top }, region)
}
