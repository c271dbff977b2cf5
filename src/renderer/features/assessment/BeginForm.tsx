import { Button, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { countQuestions } from '../../../shared/analytics/assessment/score-round.ts'
import type { Assessment } from '../../../shared/contract/assessments.ts'

/** An answer takes about this long. */
const SECONDS_EACH = 15

/** Before anybody has rated: what it takes, and a name to begin with. */
export function BeginForm({ assessment, onBegin }: { assessment: Assessment; onBegin: (name: string, round: string) => void }): ReactNode {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const questions = countQuestions(assessment)
  return (
    <form
      className="card card-roomy assessment-begin"
      data-testid="assessment-begin"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') onBegin(name.trim(), new Date().toISOString())
      }}
    >
      <h2>{t('assessment.begin.title')}</h2>
      <p>{t('assessment.begin.text', { questions, minutes: Math.max(1, Math.round((questions * SECONDS_EACH) / 60)) })}</p>
      <div className="assessment-add">
        <TextInput
          label={t('assessment.begin.name')}
          placeholder={t('assessment.begin.nameHere')}
          value={name}
          maxLength={100}
          onChange={(event) => {
            setName(event.currentTarget.value)
          }}
          data-testid="assessment-name"
        />
        <Button type="submit" disabled={name.trim() === ''} data-testid="assessment-start">
          {t('assessment.begin.start')}
        </Button>
      </div>
    </form>
  )
}
