/** Words of the language, and beginnings of lines: none of them may be the name of a node. */
const RESERVED =
  /^(?:graph|flowchart|subgraph|end|direction|style|linkStyle|classDef|class|click|href|call|default|interpolate|accTitle|accDescr|erDiagram|swimlane|title|section|pk|fk|uk|one|only|zero|many|optionally|to|[ovxu1]|tb|td|bt|rl|lr|br|_self|_blank|_parent|_top)$/i
/** In any name they would make Mermaid cut the semicolon of an entity away. */
const DANGEROUS = /style|classdef/i

/** A name of ASCII letters for every id, its own where that is one; the rest are numbered. */
export function nameIds(ids: readonly string[], prefix: string): Map<string, string> {
  const isPlain = (id: string): boolean => /^[A-Za-z][A-Za-z0-9_]{0,59}$/.test(id) && !RESERVED.test(id) && !DANGEROUS.test(id)
  const taken = new Set(ids.filter(isPlain))
  let number = 0
  return new Map(
    ids.map((id) => {
      if (isPlain(id)) return [id, id]
      do number++
      while (taken.has(`${prefix}${number}`))
      return [id, `${prefix}${number}`]
    })
  )
}
