import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Walk } from '../../../shared/contract/walks.ts'
import { useFormats } from '../../ui/formats.tsx'
import { SCORES } from './ScoreField.tsx'
import type { WalkPlace } from './walk-order.ts'

/** The maturity scores side by side: five marks a step, filled as far as the score. */
export function ScoreChart({ walk, places }: { walk: Walk; places: readonly WalkPlace[] }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  return (
    <ul className="score-chart" aria-label={t('walk.scores')} data-testid="walk-scores">
      {places.map(({ element }) => {
        const score = walk.stepList.find((step) => step.elementId === element.id)?.score ?? null
        return (
          <li key={element.id}>
            <span className="score-chart-name">{text(element.name)}</span>
            <span className="score-chart-marks" aria-hidden>
              {SCORES.map((each) => (
                <i key={each} className={score !== null && each <= score ? 'score-mark-on' : undefined} />
              ))}
            </span>
            <span className="score-chart-word">
              {score === null ? t('walk.scoreNone') : `${String(score)} · ${t(`walk.score.s${String(score)}`)}`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
