import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagramShape } from '../../../../shared/diagrams/diagram.ts'

/** What a shape is called in a sentence: its text on one line. */
export function useShapeLabel(): (shape: Pick<DiagramShape, 'label'>) => string {
  const { t } = useTranslation()
  return useCallback(({ label }) => label.replace(/\s+/gu, ' ').trim() || t('diagramPresent.unnamed'), [t])
}
