import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { lacksEvidence } from '../../../shared/analytics/assessment/practice.ts'
import type { AssessmentScale, Rating, Statement } from '../../../shared/contract/assessments.ts'
import type { Autosave } from '../../ui/autosave.ts'
import { DraftField } from '../../ui/DraftField.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { keepRating, saveRating, type RatingChange, type RatingPlace } from './use-ratings.ts'
import { ScaleField } from './ScaleField.tsx'
import { useScales } from './use-scales.ts'

interface StatementRowProps {
  place: RatingPlace
  elementId: string
  scale: AssessmentScale
  number: number
  statement: Statement
  /** What the next round is asked instead: another wording, or nothing (undefined); null: the same. */
  next: Statement | undefined | null
  rating: Rating | undefined
  autosave: Autosave
}

/** One statement: the marks of its scale, what shows it, and whether it applies at all. */
export function StatementRow({ place, elementId, scale, number, statement, next, rating, autosave }: StatementRowProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const { marks, grades } = useScales()
  const save = (change: RatingChange): void => {
    keepRating(place, elementId, statement.id, change)
  }
  const isOut = rating?.notApplicable ?? false
  const needsEvidence = scale === 'maturity' && rating !== undefined && lacksEvidence(rating)
  const testId = `statement-${elementId}-${statement.id}`
  const scaleField = (field: 'intention' | 'reality' | 'performance', label: string, hint?: string): ReactNode => (
    <ScaleField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      options={field === 'performance' ? grades : marks}
      value={rating?.[field] ?? null}
      isDisabled={isOut}
      onValue={(value) => {
        save({ [field]: value })
      }}
      data-testid={`${testId}-${field}`}
    />
  )
  return (
    <li className={isOut ? 'statement statement-out' : 'statement'} data-testid={testId}>
      <p className="statement-text">
        <span className="statement-number">{number}</span>
        {text(statement.text)}
      </p>
      {next !== null && (
        <p className="statement-later" data-testid={`${testId}-later`}>
          {next === undefined ? t('assessment.wordingRemoved') : t('assessment.wordingChanged', { text: text(next.text) })}
        </p>
      )}
      <div className="statement-scales">
        {scale === 'maturity' && scaleField('intention', t('assessment.intention'), t('assessment.intentionWhat'))}
        {scale === 'maturity' && scaleField('reality', t('assessment.reality'), t('assessment.realityWhat'))}
        {scale === 'practice' && scaleField('reality', t('assessment.practice'))}
        {scale === 'performance' && scaleField('performance', t('assessment.performance'))}
        <Checkbox
          size="xs"
          label={t('assessment.notApplicable')}
          checked={isOut}
          onChange={(event) => {
            save({ notApplicable: event.currentTarget.checked })
          }}
          data-testid={`${testId}-out`}
        />
      </div>
      {!isOut && (
        <div className="statement-evidence">
          <DraftField
            name={testId}
            label={t('assessment.evidence')}
            placeholder={t('assessment.evidenceHere')}
            initial={rating?.evidence ?? ''}
            minRows={1}
            autosave={autosave}
            save={(evidence) => saveRating(place, elementId, statement.id, { evidence })}
            data-testid={`${testId}-evidence`}
          />
          {needsEvidence && (
            <p className="statement-needs" role="status" data-testid={`${testId}-needs`}>
              {t('assessment.evidenceNeeded', { reality: rating.reality })}
            </p>
          )}
        </div>
      )}
    </li>
  )
}
