import { isAttached, isShape, type DiagramItem } from '../../../../shared/diagrams/diagram.ts'

/** What stays bright with a shape: all that stands in it, and the lines among that; the lines that only touch it fade. */
export function listLit(items: ReadonlyMap<string, DiagramItem>, id: string): ReadonlySet<string> {
  const lit = new Set([id])
  const isInside = (item: DiagramItem): boolean => {
    let parentId = isShape(item) ? item.parentId : undefined
    for (let depth = 0; parentId !== undefined && depth < 100; depth += 1) {
      if (parentId === id) return true
      const parent = items.get(parentId)
      parentId = parent && isShape(parent) ? parent.parentId : undefined
    }
    return false
  }
  for (const item of items.values()) if (isInside(item)) lit.add(item.id)
  for (const item of items.values())
    if (!isShape(item) && isAttached(item.from) && isAttached(item.to) && lit.has(item.from.shapeId) && lit.has(item.to.shapeId))
      lit.add(item.id)
  return lit
}
