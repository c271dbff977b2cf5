import { Radio } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DateOrder, DecimalMark } from '../../../shared/contract/imports.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { changeColumn, type Draft, type DraftColumn } from './import-draft.ts'

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
      <Caption>{t('importing.questions')}</Caption>
      {questions.map((question) => (
        <Question key={question.column.index} question={question} draft={draft} onChange={onChange} />
      ))}
    </Card>
  )
}

function Question({ question, draft, onChange }: { question: DraftColumn; draft: Draft; onChange: (draft: Draft) => void }): ReactNode {
  const { t } = useTranslation()
  const { column, decimal, dateOrder } = question
  const samples = column.samples.slice(0, 4).join('  ·  ')
  if (column.ambiguous === 'decimal')
    return (
      <Radio.Group
        label={t('importing.askDecimal', { column: column.name })}
        description={samples}
        value={decimal}
        onChange={(value) => {
          onChange(changeColumn(draft, column.index, { decimal: DecimalMark.parse(value) }))
        }}
        data-testid={`question-${column.index}`}
      >
        <div className="import-answers">
          <Radio value="comma" label={t('importing.decimalComma')} data-testid="answer-comma" />
          <Radio value="dot" label={t('importing.decimalDot')} data-testid="answer-dot" />
        </div>
      </Radio.Group>
    )
  return (
    <Radio.Group
      label={t('importing.askDate', { column: column.name })}
      description={samples}
      value={dateOrder}
      onChange={(value) => {
        onChange(changeColumn(draft, column.index, { dateOrder: DateOrder.parse(value) }))
      }}
      data-testid={`question-${column.index}`}
    >
      <div className="import-answers">
        <Radio value="dmy" label={t('importing.dmy')} data-testid="answer-dmy" />
        <Radio value="mdy" label={t('importing.mdy')} data-testid="answer-mdy" />
      </div>
    </Radio.Group>
  )
}
