import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useCanvasUi } from '../store/use-diagram.ts'
import { useShapeNames } from '../panels/use-shape-names.ts'
import type { OutlineRow } from './outline-tree.ts'

/** What a row says. `name`: what somebody types to find it. */
export interface RowWords {
  readonly name: string
  /** Of a shape: its kind, where its name does not say it. Of a line: its label. */
  readonly note: string
  /** For whoever does not see it. */
  readonly spoken: string
}

export function useRowWords(): (row: OutlineRow) => RowWords {
  const { t } = useTranslation()
  const nameOf = useShapeNames()
  const figures = useCanvasUi((state) => state.figures)
  return useCallback(
    (row) => {
      if (row.row === 'shape') {
        const kind = t(`diagramShapes.kinds.${row.shape.kind}`)
        const name = nameOf(row.shape)
        const facts = [
          ...(name === kind ? [] : [kind]),
          ...(row.shape.link ? [figures.get(row.shape.id)?.description ?? t('diagrams.isLinked')] : []),
          ...(row.shape.isLocked === true ? [t('diagrams.isLocked')] : [])
        ]
        return { name, note: name === kind ? '' : kind, spoken: [name, ...facts].join(', ') }
      }
      const name = row.other ? nameOf(row.other) : t('diagrams.looseEnd')
      const label = row.line.label.replaceAll(/\s+/g, ' ').trim()
      return { name, note: label, spoken: t(`diagrams.wayWords.${row.way}`, { name }) + (label === '' ? '' : `: ${label}`) }
    },
    [t, nameOf, figures]
  )
}
