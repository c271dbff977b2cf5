import type { Model, ModelElement } from './model.ts'

/** Who holds whom on the drawing: by `parent`, else by a `contains` relation. Only elements of the model count. */
export function readHolders(model: Pick<Model, 'elements' | 'relations'>): ReadonlyMap<string, string> {
  const ids = new Set(model.elements.map(({ id }) => id))
  const contained = model.relations.flatMap(({ kind, from, to }) => (kind === 'contains' ? [[to, from] as const] : []))
  const parents = model.elements.flatMap(({ id, parent }) => (parent === null ? [] : [[id, parent] as const]))
  const holders = new Map([...contained, ...parents].filter(([child, holder]) => ids.has(child) && ids.has(holder)))
  // A file may name two holders that hold each other: the drawing then nests neither.
  return new Map([...holders].filter(([child]) => !findAncestors(child, holders).includes(child)))
}

/** The holder, its holder and so on, innermost first. */
export function findAncestors(id: string, holders: ReadonlyMap<string, string>): string[] {
  const found: string[] = []
  let current = holders.get(id)
  while (current !== undefined && !found.includes(current)) {
    found.push(current)
    current = holders.get(current)
  }
  return found
}

/** An element whose evidence a node can show: the rest only have a name. */
export function hasEvidence({ kpis, segments }: ModelElement): boolean {
  return kpis.length + segments.length > 0
}
