import './assessment.css'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { useModels } from '../../api/models.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { navigate } from '../../stores/route.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { SCORE_FIGURES } from './assessment-figures.ts'

/** One line per model: what is rated, and how it stood the last time. */
export function AssessmentList(): ReactNode {
  const { t } = useTranslation()
  const { text, count, date } = useFormats()
  const assessments = useQuery(orpc.assessments.listAssessments.queryOptions()).data ?? []
  const models = useModels().data?.models ?? []
  if (assessments.length === 0) return null
  return (
    <Card className="assessment-list" data-testid="assessment-list">
      <Caption>{t('assessment.listTitle')}</Caption>
      <ul>
        {assessments.map(({ modelId, kind, title, statements, lastRound, score }) => {
          const model = models.find(({ id }) => id === modelId)
          return (
            <li key={modelId} className={score === null ? '' : 'assessment-scored'}>
              <button
                type="button"
                className="assessment-line"
                onClick={() => {
                  navigate({ screen: 'assessment', modelId })
                }}
                data-testid={`assessment-open-${modelId}`}
              >
                <span>
                  <strong>{text(title)}</strong>
                  <small className="muted">{model ? text(model.name) : modelId}</small>
                </span>
                <span className="muted">
                  {lastRound === null
                    ? t('assessment.listNone', { statements })
                    : t('assessment.listLast', { score: score === null ? '–' : count(score, 1), date: date(lastRound) })}
                </span>
              </button>
              {score !== null && lastRound !== null && (
                <ExplainFigure
                  id={SCORE_FIGURES[kind]}
                  name={text(title)}
                  value={t('assessment.ofHundred', { score: count(score, 1) })}
                  asOf={lastRound}
                  unit="0–100"
                />
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
