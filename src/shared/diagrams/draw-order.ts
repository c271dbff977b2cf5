import { CONTAINERS, isShape, type DiagramItem } from './diagram.ts'

/** Items from back to front: containers first, outer before inner; then everything else by its order, lines under shapes of the same. */
export function sortForDrawing(items: readonly DiagramItem[]): DiagramItem[] {
  const parents = new Map(
    items.flatMap((item) => (isShape(item) && item.parentId !== undefined ? [[item.id, item.parentId] as const] : []))
  )
  const depthOf = (id: string): number => {
    let depth = 0
    for (let current = parents.get(id); current !== undefined && depth <= parents.size; current = parents.get(current)) depth++
    return depth
  }
  const rank = (item: DiagramItem): number => (isShape(item) && CONTAINERS.includes(item.kind) ? depthOf(item.id) - parents.size - 1 : 0)
  return items
    .map((item) => ({ item, rank: rank(item) }))
    .sort((a, b) => a.rank - b.rank || a.item.order - b.item.order || Number(isShape(a.item)) - Number(isShape(b.item)))
    .map(({ item }) => item)
}
