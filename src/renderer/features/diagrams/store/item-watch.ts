import type { CanvasUiStore } from './canvas-ui.ts'
import type { DiagramStore } from './diagram-store.ts'

/** Tells who draws an item that something about it changed: thousands watch, and a drag concerns a handful. */
export interface ItemWatch {
  /** Goes up with every change of the item, of how it is chosen, written and of what its link says. */
  readonly versionOf: (id: string) => number
  readonly watch: (ids: readonly string[], listener: () => void) => () => void
}

const keysOf = (map: { keys: () => Iterable<string> } | null): Iterable<string> => map?.keys() ?? []

/** Watches both stores once for all. */
export function createItemWatch(store: DiagramStore, ui: CanvasUiStore): ItemWatch {
  const versions = new Map<string, number>()
  const listeners = new Map<string, Set<() => void>>()
  const tell = (changed: ReadonlySet<string>): void => {
    const told = new Set<() => void>()
    for (const id of changed) {
      versions.set(id, (versions.get(id) ?? 0) + 1)
      for (const listener of listeners.get(id) ?? []) told.add(listener)
    }
    for (const listener of told) listener()
  }
  store.subscribe((now, before) => {
    const changed = new Set<string>()
    if (now.items !== before.items) for (const [id, item] of now.items) if (before.items.get(id) !== item) changed.add(id)
    if (now.preview !== before.preview) for (const map of [now.preview, before.preview]) for (const id of keysOf(map)) changed.add(id)
    if (now.selection !== before.selection) {
      for (const id of now.selection) if (!before.selection.has(id)) changed.add(id)
      for (const id of before.selection) if (!now.selection.has(id)) changed.add(id)
    }
    if (changed.size > 0) tell(changed)
  })
  ui.subscribe((now, before) => {
    const changed = new Set<string>()
    if (now.editing?.id !== before.editing?.id)
      for (const { id } of [now.editing, before.editing].filter((each) => each !== null)) changed.add(id)
    if (now.figures !== before.figures) for (const map of [now.figures, before.figures]) for (const id of map.keys()) changed.add(id)
    if (changed.size > 0) tell(changed)
  })
  return {
    versionOf: (id) => versions.get(id) ?? 0,
    watch: (ids, listener) => {
      for (const id of ids) {
        const there = listeners.get(id)
        if (there) there.add(listener)
        else listeners.set(id, new Set([listener]))
      }
      return () => {
        for (const id of ids) {
          const there = listeners.get(id)
          there?.delete(listener)
          if (there?.size === 0) listeners.delete(id)
        }
      }
    }
  }
}
