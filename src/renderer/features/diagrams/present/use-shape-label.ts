import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { nameShape } from '../canvas/describe.ts'
import { useDiagramStore } from '../store/use-diagram.ts'

/** What a shape is called in a sentence. */
export function useShapeLabel(): (shape: DiagramShape) => string {
  const { t } = useTranslation()
  const store = useDiagramStore()
  return useCallback((shape) => nameShape(shape, store.getState().items, t), [store, t])
}
