import { Button, NumberInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { readError } from '../../api/errors.ts'
import { MOST_WEIGHT } from '../../../shared/contract/assessments.ts'
import type { Text } from '../../../shared/domain/text.ts'
import { useFormats } from '../../ui/formats.tsx'
import { notifyError } from '../../ui/notify.tsx'
import { TextPair } from '../../ui/TextPair.tsx'

interface StatementFormProps {
  title: string
  text: Text
  weight: number
  onSave: (change: { text: Text; weight: number }) => Promise<unknown>
  /** Saved, or left as it was. */
  onDone: () => void
}

const LEAST_WEIGHT = 0.1

/** A statement in both languages and its weight. */
export function StatementForm({ title, text, weight, onSave, onDone }: StatementFormProps): ReactNode {
  const { t } = useTranslation()
  const { language } = useFormats()
  const [draft, setDraft] = useState<Text>(text)
  const [draftWeight, setDraftWeight] = useState<number | string>(weight)
  const isEmpty = draft.en.trim() === '' && draft.es.trim() === ''
  return (
    <form
      className="statement-form"
      onSubmit={(event) => {
        event.preventDefault()
        onSave({ text: draft, weight: typeof draftWeight === 'number' ? draftWeight : weight }).then(onDone, (error: unknown) => {
          notifyError(readError(error))
        })
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
      }}
      data-testid="statement-form"
    >
      <TextPair label={title} value={draft} onChange={setDraft} isLong testId="statement-text" />
      <div className="statement-form-foot">
        <NumberInput
          label={t('assessment.weight')}
          description={t('assessment.weightHelp')}
          min={LEAST_WEIGHT}
          max={MOST_WEIGHT}
          step={1}
          decimalScale={1}
          decimalSeparator={language === 'es' ? ',' : '.'}
          value={draftWeight}
          onChange={setDraftWeight}
          data-testid="statement-weight"
        />
        <div className="statement-form-buttons">
          <Button variant="default" onClick={onDone}>
            {t('assessment.cancel')}
          </Button>
          <Button type="submit" disabled={isEmpty} data-testid="statement-save">
            {t('assessment.save')}
          </Button>
        </div>
      </div>
    </form>
  )
}
