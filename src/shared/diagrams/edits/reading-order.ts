import { bottom, sharedSpan } from '../../models/geometry.ts'
import { isShape, type DiagramShape } from '../diagram.ts'
import { findShape, groupByParent, type Items } from './items.ts'

/** Rows from top to bottom, each from left to right; shapes whose middles overlap by half their height share a row. */
function sortInRows(shapes: readonly DiagramShape[]): DiagramShape[] {
  const rows: DiagramShape[][] = []
  for (const shape of [...shapes].sort((a, b) => a.y + a.height / 2 - (b.y + b.height / 2) || a.x - b.x)) {
    const row = rows.at(-1)
    const first = row?.[0]
    const shared = first ? sharedSpan(shape.y, bottom(shape), first.y, bottom(first)) : 0
    if (row && first && shared >= Math.min(shape.height, first.height) / 2) row.push(shape)
    else rows.push([shape])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x - b.x || (a.id < b.id ? -1 : 1)))
}

/** Every shape in the order it is read: row by row, what stands in a container right after it. */
export function listInReadingOrder(items: Items): DiagramShape[] {
  const inside = groupByParent(items)
  const listed: DiagramShape[] = []
  const seen = new Set<string>()
  const add = (shapes: readonly DiagramShape[]): void => {
    for (const shape of sortInRows(shapes)) {
      if (seen.has(shape.id)) continue
      seen.add(shape.id)
      listed.push(shape)
      add(inside.get(shape.id) ?? [])
    }
  }
  const shapes = [...items.values()].filter(isShape)
  add(shapes.filter(({ parentId }) => parentId === undefined || findShape(items, parentId) === null))
  add(shapes.filter(({ id }) => !seen.has(id)))
  return listed
}
