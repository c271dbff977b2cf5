import { CONTAINERS, type DiagramShape, type ShapeKind } from '../../../../shared/diagrams/diagram.ts'
import { standIn } from '../../../../shared/diagrams/edits/group.ts'
import { findShape, groupByParent, putAll, type Items, type Patch } from '../../../../shared/diagrams/edits/items.ts'

/**
 * The shapes as another kind, where and as large as they are. What stood in one that holds nothing any more stays where it is, in
 * what that stands in.
 */
export function changeKind(items: Items, ids: Iterable<string>, kind: ShapeKind): Patch {
  const put = new Map<string, DiagramShape>()
  for (const id of ids) {
    const shape = findShape(items, id)
    if (shape && shape.kind !== kind) put.set(id, { ...shape, kind })
  }
  if (CONTAINERS.includes(kind)) return putAll([...put.values()])
  const inside = groupByParent(items)
  for (const shape of [...put.values()])
    for (const child of inside.get(shape.id) ?? []) {
      const now = put.get(child.id) ?? child
      put.set(child.id, standIn(now, climb(items, put, shape)))
    }
  return putAll([...put.values()])
}

/** The nearest container around a shape that still is one. */
function climb(items: Items, changed: ReadonlyMap<string, DiagramShape>, shape: DiagramShape): string | undefined {
  const seen = new Set<string>()
  for (let at = shape.parentId; at !== undefined && !seen.has(at);) {
    seen.add(at)
    const parent = changed.get(at) ?? findShape(items, at)
    if (!parent) return undefined
    if (CONTAINERS.includes(parent.kind)) return parent.id
    at = parent.parentId
  }
  return undefined
}
