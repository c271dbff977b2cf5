import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { isAttached, isShape, type DiagramItem, type DiagramShape, type LineEnd } from '../../../../shared/diagrams/diagram.ts'
import { nameShape } from '../canvas/describe.ts'
import { useDiagramStore } from '../store/use-diagram.ts'
import type { Items } from '../../../../shared/diagrams/edits/items.ts'

const LONGEST = 80

/** What a shape is called in lists: the first line of its text, else what it is called everywhere. */
export function useShapeNames(): (shape: DiagramShape) => string {
  const { t } = useTranslation()
  const store = useDiagramStore()
  return useCallback(
    (shape) => {
      // The first line is the name; what follows explains it.
      const text = (shape.label.trim().split(/\r?\n/u)[0] ?? '').replaceAll(/\s+/gu, ' ').trim()
      if (text === '') return nameShape(shape, store.getState().items, t)
      return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
    },
    [store, t]
  )
}

/** What the end of a line is called: the shape it is at, or that it is loose. */
export function useEndNames(): (items: Items, end: LineEnd) => string {
  const { t } = useTranslation()
  const nameOf = useShapeNames()
  return useCallback(
    (items, end) => {
      const item: DiagramItem | undefined = isAttached(end) ? items.get(end.shapeId) : undefined
      return item && isShape(item) ? nameOf(item) : t('diagrams.looseEnd')
    },
    [t, nameOf]
  )
}
