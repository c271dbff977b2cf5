import { CONTAINERS, type DiagramItem, type DiagramShape, isShape, type ShapeKind } from '../../../../shared/diagrams/diagram.ts'
import type { Cell } from './cells.ts'
import { readExtra } from './read-shape.ts'

/** One item on its way: the order it is given at last depends on all the others. */
export interface Draft {
  readonly cell: Cell
  readonly item: DiagramItem
}

/** Kinds that fill their whole box. */
const BOXES: ReadonlySet<ShapeKind> = new Set<ShapeKind>([...CONTAINERS, 'rectangle', 'rounded', 'process', 'subprocess', 'terminator'])
/** Comparisons of texts with the shapes below them that are worth their time. */
const MOST_COMPARED = 2_000_000

/**
 * Text standing on another shape takes that shape's ground for its own: it looks the same, and stays readable where the page is
 * dark. Only what comes from another program.
 */
export function groundTexts(drafts: Map<string, Draft>): void {
  const shapes = [...drafts.values()].flatMap(({ item }) => (isShape(item) ? [item] : []))
  const places = new Map(shapes.map(({ id }, at) => [id, at]))
  const placeOf = ({ id }: DiagramShape): number => places.get(id) ?? 0
  const grounds = shapes.filter(({ kind, style: { fill } }) => fill?.length === 7 && BOXES.has(kind))
  const bare = [...drafts.values()].filter(
    ({ cell, item }) => isShape(item) && item.kind === 'text' && item.style.fill === undefined && readExtra(cell) === null
  )
  if (bare.length * grounds.length > MOST_COMPARED) return
  for (const { cell, item } of bare) {
    if (!isShape(item)) continue
    const fill = grounds.findLast((ground) => placeOf(ground) < placeOf(item) && holds(ground, item))?.style.fill
    if (fill !== undefined) drafts.set(cell.id, { cell, item: { ...item, style: { ...item.style, fill } } })
  }
}

const holds = (outer: DiagramShape, inner: DiagramShape): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height
