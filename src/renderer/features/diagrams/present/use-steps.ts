import { useMemo } from 'react'
import { isShape, type DiagramSettings, type DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { findPath } from '../../../../shared/diagrams/path.ts'
import type { Items } from '../store/items.ts'
import { useDiagram } from '../store/use-diagram.ts'

/** The shapes of a path that are still there, in its order; without a path, along the relations. */
export function listSteps(items: Items, settings: DiagramSettings): DiagramShape[] {
  return findPath({ settings, items: [...items.values()] }).flatMap((id) => {
    const item = items.get(id)
    return item && isShape(item) ? [item] : []
  })
}

/** The steps of the open diagram, in the order they are presented and walked. */
export function useSteps(): readonly DiagramShape[] {
  const items = useDiagram((diagram) => diagram.items)
  const settings = useDiagram((diagram) => diagram.settings)
  return useMemo(() => listSteps(items, settings), [items, settings])
}
