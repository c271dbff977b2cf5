import { isAttached, isShape, type DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import type { Items } from '../../../../shared/diagrams/edits/items.ts'

/** More than this in hand are drawn as a picture of their own; fewer are drawn each. */
export const MOST_LIFTED = 150

const NOTHING: ReadonlySet<string> = new Set()

/**
 * What a gesture under way takes out of the still picture: the items it shows elsewhere, and the lines at them. Answers the same
 * set as long as the gesture moves the same items.
 */
export function createLifted(): (items: Items, preview: ReadonlyMap<string, DiagramItem> | null) => ReadonlySet<string> {
  let [knownItems, keys, lifted]: [Items | null, ReadonlySet<string>, ReadonlySet<string>] = [null, NOTHING, NOTHING]
  return (items, preview) => {
    if (preview === null || preview.size === 0) {
      keys = lifted = NOTHING
      return lifted
    }
    if (items === knownItems && keys.size === preview.size && [...preview.keys()].every((id) => keys.has(id))) return lifted
    knownItems = items
    keys = new Set(preview.keys())
    const all = new Set(keys)
    for (const item of items.values()) {
      if (isShape(item) || all.has(item.id)) continue
      if ([item.from, item.to].some((end) => isAttached(end) && keys.has(end.shapeId))) all.add(item.id)
    }
    lifted = all
    return lifted
  }
}

/** Whether an item in hand goes along as it is; a line of which one end stays is stretched. */
export function goesWhole(id: string, { items, preview }: { items: Items; preview: ReadonlyMap<string, DiagramItem> | null }): boolean {
  const item = items.get(id)
  if (!item || isShape(item)) return true
  return [item.from, item.to].every((end) => (isAttached(end) ? preview?.has(end.shapeId) === true : preview?.has(id) === true))
}
