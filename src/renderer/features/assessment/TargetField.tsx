import { NumberInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { useFormats } from '../../ui/formats.tsx'
import { notifyError } from '../../ui/notify.tsx'

interface TargetFieldProps {
  modelId: string
  elementId: string
  name: string
  target: number | null
}

const HIGHEST = 100

/** Where the business wants to be at one element; kept when the field is left or on Enter, empty: no target. */
export function TargetField({ modelId, elementId, name, target }: TargetFieldProps): ReactNode {
  const { t } = useTranslation()
  const { language } = useFormats()
  const [draft, setDraft] = useState<number | string>(target ?? '')
  const save = (): void => {
    const wanted = typeof draft === 'number' ? Math.min(HIGHEST, Math.max(0, draft)) : null
    if (wanted === target) return
    client.assessments.setElementTarget({ modelId, elementId, target: wanted }).catch((error: unknown) => {
      notifyError(readError(error))
    })
  }
  return (
    <NumberInput
      className="target-field"
      size="xs"
      hideControls
      min={0}
      max={HIGHEST}
      decimalScale={1}
      decimalSeparator={language === 'es' ? ',' : '.'}
      placeholder="–"
      aria-label={t('assessment.targetOf', { name })}
      value={draft}
      onChange={setDraft}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
      }}
      data-testid={`target-${elementId}`}
    />
  )
}
