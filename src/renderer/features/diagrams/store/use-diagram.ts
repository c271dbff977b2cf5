import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import type { CanvasUi, CanvasUiStore } from './canvas-ui.ts'
import { createItemWatch, type ItemWatch } from './item-watch.ts'
import type { DiagramState, DiagramStore } from './diagram-store.ts'

interface OpenDiagram {
  readonly store: DiagramStore
  readonly ui: CanvasUiStore
  readonly watch: ItemWatch
}
export const DiagramContext = createContext<OpenDiagram | null>(null)

export const openDiagram = (store: DiagramStore, ui: CanvasUiStore): OpenDiagram => ({ store, ui, watch: createItemWatch(store, ui) })

function useOpen(): OpenDiagram {
  const open = useContext(DiagramContext)
  if (!open) throw new Error('No diagram is open here')
  return open
}

/** The store itself, for what happens outside of drawing: `getState()`, `subscribe()`. Below `DiagramProvider` only. */
export const useDiagramStore = (): DiagramStore => useOpen().store
export const useCanvasUiStore = (): CanvasUiStore => useOpen().ui

/** A part of what the canvas shows beside the diagram: the view, what is found, what is being written. */
export function useCanvasUi<T>(selector: (state: CanvasUi) => T): T {
  return useStore(useOpen().ui, selector)
}

/** A part of the open diagram; draws again when that part changes: `useDiagram(({ items }) => items.get(id))`. */
export function useDiagram<T>(selector: (state: DiagramState) => T): T {
  return useStore(useDiagramStore(), selector)
}

/** What is drawn of items: drawn again when something about one of them changes, and only then. At most three. */
export function useItems<T>(ids: readonly [string, string?, string?], read: (diagram: DiagramState, ui: CanvasUi) => T): T {
  const { store, ui, watch } = useOpen()
  const [first, second = '', third = ''] = ids
  const subscribe = useCallback((listener: () => void) => watch.watch([first, second, third], listener), [watch, first, second, third])
  useSyncExternalStore(subscribe, () => watch.versionOf(first) + watch.versionOf(second) + watch.versionOf(third))
  return read(store.getState(), ui.getState())
}

/** The one shape selected; null when none or several things are. */
export const selectedShape = ({ selection, items }: DiagramState): DiagramShape | null => {
  if (selection.size !== 1) return null
  const [id = ''] = selection
  const item = items.get(id)
  return item?.item === 'shape' ? item : null
}
