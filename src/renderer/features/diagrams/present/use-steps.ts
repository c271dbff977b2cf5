import { useMemo } from 'react'
import { isShape, type DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { findPath } from '../../../../shared/diagrams/path.ts'
import { useDiagram } from '../store/use-diagram.ts'

/** The steps of the open diagram, in the order they are presented and walked. */
export function useSteps(): readonly DiagramShape[] {
  const items = useDiagram((diagram) => diagram.items)
  const settings = useDiagram((diagram) => diagram.settings)
  return useMemo(
    () =>
      findPath({ settings, items: [...items.values()] }).flatMap((id) => {
        const item = items.get(id)
        return item && isShape(item) ? [item] : []
      }),
    [items, settings]
  )
}
