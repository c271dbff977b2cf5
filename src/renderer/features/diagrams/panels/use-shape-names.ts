import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { isAttached, isShape, type DiagramItem, type DiagramShape, type LineEnd } from '../../../../shared/diagrams/diagram.ts'
import type { Items } from '../../../../shared/diagrams/edits/items.ts'

const LONGEST = 80

/** What a shape is called in lists: its text on one line, else what kind it is. */
export function useShapeNames(): (shape: DiagramShape) => string {
  const { t } = useTranslation()
  return useCallback(
    ({ label, kind }) => {
      const text = label.replaceAll(/\s+/g, ' ').trim()
      if (text === '') return t(`diagramShapes.kinds.${kind}`)
      return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
    },
    [t]
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
