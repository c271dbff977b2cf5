import type { DiagramPatch } from '../../../../shared/contract/diagrams.ts'
import type { DiagramItem } from '../../../../shared/diagrams/diagram.ts'

export type Items = ReadonlyMap<string, DiagramItem>
/** What an edit may leave out of a patch. */
export type PatchInput = {
  readonly put?: readonly DiagramItem[]
  readonly remove?: readonly string[]
  readonly settings?: DiagramPatch['settings']
}

/** The items after a patch, as the host makes them. */
export function applyPatch(items: Items, { put, remove }: DiagramPatch): Items {
  if (put.length === 0 && remove.length === 0) return items
  const next = new Map(items)
  for (const id of remove) next.delete(id)
  for (const item of put) next.set(item.id, item)
  return next
}

/** `found` by id, every item that says the same as before as the object it was; the same map when nothing differs. */
export function keepSame(items: Items, found: readonly DiagramItem[]): Items {
  let isChanged = found.length !== items.size
  const next = new Map<string, DiagramItem>()
  for (const item of found) {
    const before = items.get(item.id)
    const same = before !== undefined && isEqual(before, item)
    if (!same) isChanged = true
    next.set(item.id, same ? before : item)
  }
  return isChanged ? next : items
}

/** Deep equality of plain data; what is absent and what is undefined are the same. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, index) => isEqual(each, b[index]))
  // Called for every item of a diagram after every undo: little is made on the way.
  for (const [key, value] of Object.entries(a)) if (!isEqual(value, Reflect.get(b, key))) return false
  for (const key of Object.keys(b)) if (!Object.hasOwn(a, key) && Reflect.get(b, key) !== undefined) return false
  return true
}
