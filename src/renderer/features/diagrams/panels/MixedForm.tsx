import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagramLine, DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { ChosenForm } from './ChosenForm.tsx'

/** Shapes and lines together: what both have. */
export function MixedForm({ shapes, lines }: { shapes: readonly DiagramShape[]; lines: readonly DiagramLine[] }): ReactNode {
  const { t } = useTranslation()
  const { count } = useFormats()
  const words = (what: 'shapes' | 'lines', { length }: { length: number }): string =>
    t(`diagrams.${what}`, { count: length, formatted: count(length) })
  return (
    <ChosenForm
      items={[...shapes, ...lines]}
      what={t('diagrams.chosen')}
      title={`${words('shapes', shapes)}, ${words('lines', lines)}`}
      deleteLabel={t('diagrams.deleteChosen')}
    />
  )
}
