import { useMemo } from 'react'
import type { DiagramItem, DiagramLine, DiagramShape, ShapeStyle } from '../../../../shared/diagrams/diagram.ts'
import type { Items, Patch } from '../../../../shared/diagrams/edits/items.ts'
import { useDiagramStore } from '../store/use-diagram.ts'
import { changeItems, changeLines, changeShapes, changeStyle } from './change-items.ts'

/** Ways to change what is chosen. `field`: what of it, so that typing on is one step for undo. */
export interface Edits {
  readonly style: <K extends keyof ShapeStyle>(key: K, value: ShapeStyle[K] | undefined, isTyping?: boolean) => void
  /** Of shapes and lines alike. */
  readonly items: (field: string, change: (item: DiagramItem) => DiagramItem, isTyping?: boolean) => void
  readonly shapes: (field: string, change: (shape: DiagramShape) => DiagramShape, isTyping?: boolean) => void
  readonly lines: (field: string, change: (line: DiagramLine) => DiagramLine, isTyping?: boolean) => void
  /** Any other edit of the items as they are now. */
  readonly make: (field: string, edit: (items: Items) => Patch, isTyping?: boolean) => void
}

/** Longest label an edit may have, with room for what the store adds. */
const LONGEST = 240

export function useEdits(ids: readonly string[]): Edits {
  const store = useDiagramStore()
  return useMemo(() => {
    const make: Edits['make'] = (field, edit, isTyping = false) => {
      const { items, edit: send } = store.getState()
      const patch = edit(items)
      if (patch.put.length + patch.remove.length > 0) send(`${field} ${ids.join(' ')}`.slice(0, LONGEST), patch, { isTyping })
    }
    return {
      make,
      style: (key, value, isTyping) => {
        make(key, (items) => changeStyle(items, ids, key, value), isTyping)
      },
      items: (field, change, isTyping) => {
        make(field, (items) => changeItems(items, ids, change), isTyping)
      },
      shapes: (field, change, isTyping) => {
        make(field, (items) => changeShapes(items, ids, change), isTyping)
      },
      lines: (field, change, isTyping) => {
        make(field, (items) => changeLines(items, ids, change), isTyping)
      }
    }
  }, [store, ids])
}
