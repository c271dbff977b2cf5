import { Radio } from '@mantine/core'
import { IconDatabase } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChoiceFact } from '../../../shared/contract/choose.ts'
import type { ChosenAnswer } from '../../../shared/models/model-choice.ts'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { StatePill } from '../../ui/StatePill.tsx'

interface QuestionCardProps {
  chosen: ChosenAnswer
  number: number
  total: number
  /** What the data say; null: no figure belongs to this question. */
  fact: ChoiceFact | null
  onAnswer: (answerId: string | null) => void
  onForget: () => void
}
/** Stands for "I don't know" among the answers' ids. */
const UNKNOWN = '?'

/** One question with its answers, the figure that speaks for one of them, and who gave the answer in force. */
export function QuestionCard({ chosen, number, total, fact, onAnswer, onForget }: QuestionCardProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const { question, answer, from } = chosen
  const value = answer?.id ?? (from === 'person' ? UNKNOWN : '')
  return (
    <Card className="choose-question" data-testid={`question-${question.id}`}>
      <div className="choose-question-head">
        <span className="muted">{t('choose.question', { number, total })}</span>
        {from === 'data' && <StatePill tone="accent">{t('choose.fromData')}</StatePill>}
        {from === 'person' && <StatePill tone="good">{t('choose.yours')}</StatePill>}
      </div>
      <Radio.Group
        label={text(question.text)}
        value={value}
        onChange={(picked) => {
          onAnswer(picked === UNKNOWN ? null : picked)
        }}
      >
        <div className="choose-answers">
          {question.answers.map(({ id, text: words }) => (
            <Radio key={id} value={id} label={text(words)} data-testid={`answer-${question.id}-${id}`} />
          ))}
          <Radio
            value={UNKNOWN}
            label={<span className="muted">{t('choose.unknown')}</span>}
            data-testid={`answer-${question.id}-unknown`}
          />
        </div>
      </Radio.Group>
      {answer?.points.length === 0 && <p className="muted choose-note">{t('choose.favoursNone')}</p>}
      <Evidence {...{ fact, from }} onForget={onForget} />
    </Card>
  )
}

function Evidence({ fact, from, onForget }: Pick<QuestionCardProps, 'fact' | 'onForget'> & Pick<ChosenAnswer, 'from'>): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  return (
    <p className="choose-evidence">
      <IconDatabase size={15} stroke={1.6} aria-hidden />
      <span>
        {fact ? text(fact.text) : t('choose.noFigure')}
        {from === 'person' && fact !== null && fact.value !== null && (
          <>
            {' '}
            {t('choose.setAside')}.{' '}
            <button type="button" className="choose-back" onClick={onForget}>
              {t('choose.backToData')}
            </button>
          </>
        )}
      </span>
    </p>
  )
}
