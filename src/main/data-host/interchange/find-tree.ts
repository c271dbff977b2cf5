import type { DiagramShape } from '../../../shared/diagrams/diagram.ts'

/** Shapes that stand on the page itself, and those inside each container, both in their order; whoever is in a circle or in nothing known is on the page. */
export function findTree(shapes: readonly DiagramShape[]): { roots: DiagramShape[]; inner: Map<string, DiagramShape[]> } {
  const byId = new Map(shapes.map((shape) => [shape.id, shape]))
  const parents = new Map<string, string>()
  const isInside = (id: string, container: string): boolean => {
    for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) if (at === container) return true
    return false
  }
  const roots: DiagramShape[] = []
  const inner = new Map<string, DiagramShape[]>()
  for (const shape of [...shapes].sort((a, b) => a.order - b.order)) {
    const { id, parentId } = shape
    if (parentId === undefined || !byId.has(parentId) || isInside(parentId, id)) roots.push(shape)
    else {
      parents.set(id, parentId)
      const own = inner.get(parentId)
      if (own) own.push(shape)
      else inner.set(parentId, [shape])
    }
  }
  return { roots, inner }
}
