import { listAround, listLinesAt, withContents, type Items, type Patch } from './items.ts'

/**
 * Takes what is chosen away, containers with their contents, and the lines that ended there. What is locked stays, with what
 * stands in it unless that is chosen by itself, and with what holds it.
 */
export function removeItems(items: Items, ids: Iterable<string>): Patch {
  const chosen = new Set([...ids].filter((id) => items.get(id)?.isLocked !== true))
  const taken = withContents(items, chosen)
  for (const id of [...taken]) {
    if (items.get(id)?.isLocked !== true) continue
    for (const kept of withContents(items, [id])) if (!chosen.has(kept)) taken.delete(kept)
    for (const around of listAround(items, id)) taken.delete(around.id)
  }
  for (const line of listLinesAt(items, taken)) taken.add(line.id)
  return { put: [], remove: [...taken] }
}
