import { Button, NumberInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { saveTrainingCopy } from '../../api/save-training-copy.ts'
import { useWorkspace } from '../../api/workspace.ts'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { attempt } from './attempt.ts'

/** A copy of the workspace in which nobody is real. */
export function TrainingCard(): ReactNode {
  const { t } = useTranslation()
  const { language, count } = useFormats()
  const workspace = useWorkspace()
  const [days, setDays] = useState(0)
  return (
    <Card className="card-roomy privacy-card" data-testid="privacy-training">
      <h2>{t('privacy.training.title')}</h2>
      <p className="muted privacy-text">{t('privacy.training.text')}</p>
      <div className="privacy-rule">
        <NumberInput
          label={t('privacy.training.dates')}
          description={t('privacy.training.datesHint')}
          value={days}
          min={-3660}
          max={3660}
          allowDecimal={false}
          onChange={(value) => {
            setDays(Number(value) || 0)
          }}
          data-testid="training-days"
        />
        <Button
          onClick={() => {
            void attempt(async () => {
              const customers = await saveTrainingCopy(`${workspace?.name ?? ''} ${t('privacy.training.title')}`, {
                shiftDays: days,
                language
              })
              return customers === null ? null : t('privacy.training.done', { count: customers, formatted: count(customers) })
            })
          }}
          data-testid="training-save"
        >
          {t('privacy.training.save')}
        </Button>
      </div>
    </Card>
  )
}
