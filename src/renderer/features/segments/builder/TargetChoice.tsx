import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TARGET_SEGMENT } from '../../../../shared/contract/segments.ts'
import { orpc } from '../../../api/client.ts'
import { useFormats } from '../../../ui/formats.tsx'

interface TargetChoiceProps {
  isTarget: boolean
  isNew: boolean
  onChange: (isTarget: boolean) => void
}

/**
 * Whether the segment is the one the business aims at, which target prospects and the fit of new customers are measured by.
 * It is said when the segment is made, and there is one at most: later, and beside another one, it is only told.
 */
export function TargetChoice({ isTarget, isNew, onChange }: TargetChoiceProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  const target = segments.data?.find(({ id }) => id === TARGET_SEGMENT)
  if (!isNew) return isTarget ? <p className="rule-target muted">{t('segmentBuilder.target.is')}</p> : null
  if (!segments.data) return null
  return (
    <Checkbox
      className="rule-target"
      label={t('segmentBuilder.target.label')}
      description={target ? t('segmentBuilder.target.taken', { name: text(target.name) }) : t('segmentBuilder.target.text')}
      checked={isTarget && !target}
      disabled={target !== undefined}
      onChange={({ currentTarget: { checked } }) => {
        onChange(checked)
      }}
      data-testid="rule-target"
    />
  )
}
