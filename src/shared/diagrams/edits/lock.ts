import type { DiagramItem } from '../diagram.ts'
import { putAll, type Items, type Patch } from './items.ts'

/** Locks what is chosen, or unlocks it: a locked thing can't be moved, sized, connected anew or deleted. */
export function setLocked(items: Items, ids: Iterable<string>, isLocked: boolean): Patch {
  return putAll(
    [...new Set(ids)].flatMap((id): DiagramItem[] => {
      const item = items.get(id)
      if (!item || (item.isLocked === true) === isLocked) return []
      const { isLocked: _before, ...free } = item
      return [isLocked ? { ...free, isLocked } : free]
    })
  )
}

/** What an action on the choice would do: lock all unless all are locked already. */
export const isAllLocked = (items: Items, ids: Iterable<string>): boolean => {
  const chosen = [...ids].flatMap((id) => items.get(id) ?? [])
  return chosen.length > 0 && chosen.every(({ isLocked }) => isLocked === true)
}
