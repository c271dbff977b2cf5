import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import type { DiagramState, DiagramStore } from './diagram-store.ts'

export const DiagramContext = createContext<DiagramStore | null>(null)

/** The store itself, for what happens outside of drawing: `getState()`, `subscribe()`. Below `DiagramProvider` only. */
export function useDiagramStore(): DiagramStore {
  const store = useContext(DiagramContext)
  if (!store) throw new Error('No diagram is open here')
  return store
}

/** A part of the open diagram; draws again when that part changes: `useDiagram(({ items }) => items.get(id))`. */
export function useDiagram<T>(selector: (state: DiagramState) => T): T {
  return useStore(useDiagramStore(), selector)
}

/** The one shape selected; null when none or several things are. */
export const selectedShape = ({ selection, items }: DiagramState): DiagramShape | null => {
  if (selection.size !== 1) return null
  const [id = ''] = selection
  const item = items.get(id)
  return item?.item === 'shape' ? item : null
}
