import { Radio } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DateOrder, DecimalMark } from '../../../shared/contract/imports.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { changeColumn, type Draft, type DraftColumn } from './import-draft.ts'
import { pickReading, sayReading } from './sample-words.ts'

interface QuestionsProps {
  questions: readonly DraftColumn[]
  draft: Draft
  onChange: (draft: Draft) => void
}

/** Columns that can be read two ways: the person says which, nobody guesses. */
export function Questions({ questions, draft, onChange }: QuestionsProps): ReactNode {
  const { t } = useTranslation()
  return (
    <Card className="import-questions" data-testid="import-questions">
      <Caption>{t(questions.length === 1 ? 'importing.question' : 'importing.questions')}</Caption>
      {questions.map((question) => (
        <Question key={question.key} question={question} draft={draft} onChange={onChange} />
      ))}
    </Card>
  )
}

interface Answer {
  value: DecimalMark | DateOrder
  label: string
  isFirst: boolean
}

function Question({ question, draft, onChange }: { question: DraftColumn; draft: Draft; onChange: (draft: Draft) => void }): ReactNode {
  const { t } = useTranslation()
  const { column, key, decimal, dateOrder } = question
  const isDecimal = column.ambiguous === 'decimal'
  const answers: Answer[] = isDecimal
    ? [
        { value: 'comma', label: t('importing.decimalComma'), isFirst: true },
        { value: 'dot', label: t('importing.decimalDot'), isFirst: false }
      ]
    : [
        { value: 'dmy', label: t('importing.dmy'), isFirst: true },
        { value: 'mdy', label: t('importing.mdy'), isFirst: false }
      ]
  return (
    <Radio.Group
      label={t(isDecimal ? 'importing.askDecimal' : 'importing.askDate', { column: column.name })}
      value={isDecimal ? decimal : dateOrder}
      onChange={(value) => {
        const chosen = answers.find((answer) => answer.value === value)?.value
        if (chosen === 'comma' || chosen === 'dot') onChange(changeColumn(draft, key, { decimal: chosen }))
        else if (chosen) onChange(changeColumn(draft, key, { dateOrder: chosen }))
      }}
      data-testid={`question-${column.index}`}
    >
      <div className="import-answers">
        {answers.map((answer) => (
          <Radio.Card key={answer.value} value={answer.value} className="import-answer" data-testid={`answer-${answer.value}`}>
            <Radio.Indicator />
            <span>
              <strong>{answer.label}</strong>
              <Readings question={question} isFirst={answer.isFirst} />
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  )
}

/** The samples that read two ways, read this way. */
function Readings({ question: { column }, isFirst }: { question: DraftColumn; isFirst: boolean }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const open = column.samplesRead.filter(({ otherwise }) => otherwise !== null)
  return (
    <span className="import-readings">
      {open.map((sample) => (
        <span key={sample.written}>
          {sample.written} → {sayReading(pickReading(sample, isFirst) ?? '', column.type, formats, [t('importing.yes'), t('importing.no')])}
        </span>
      ))}
    </span>
  )
}
