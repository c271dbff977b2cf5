import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { barrierKey, STAGE, type Assessment, type Rating } from '../../../shared/contract/assessments.ts'
import { useFormats } from '../../ui/formats.tsx'
import { keepRating, type RatingPlace } from './use-ratings.ts'
import { ScaleField } from './ScaleField.tsx'
import { useScales } from './use-scales.ts'

interface ConditionsFormProps {
  place: RatingPlace
  elementId: string
  assessment: Assessment
  /** One person's answers. */
  own: readonly Rating[]
}

/** The stage a firm is at, and what stands in its way. */
export function ConditionsForm({ place, elementId, assessment, own }: ConditionsFormProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const { severities } = useScales()
  const find = (id: string): Rating | undefined => own.find(({ statementId }) => statementId === id)
  return (
    <>
      <ScaleField
        label={t('assessment.stage')}
        options={assessment.stages.map((name, index) => ({ value: index + 1, label: text(name) }))}
        value={find(STAGE)?.performance ?? null}
        hasWords
        onValue={(performance) => {
          keepRating(place, elementId, STAGE, { performance })
        }}
        data-testid="assessment-stage"
      />
      <section aria-label={t('assessment.barriers')}>
        <h3 className="rating-question">{t('assessment.barriers')}</h3>
        <ul className="barriers">
          {assessment.barriers.map(({ id, name }) => (
            <li key={id}>
              <ScaleField
                label={text(name)}
                options={severities}
                value={find(barrierKey(id))?.reality ?? null}
                hasWords
                onValue={(reality) => {
                  keepRating(place, elementId, barrierKey(id), { reality })
                }}
                data-testid={`barrier-${id}`}
              />
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
