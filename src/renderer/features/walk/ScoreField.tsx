import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export const SCORES = [1, 2, 3, 4, 5] as const

interface ScoreFieldProps {
  initial: number | null
  onScore: (score: number | null) => void
}

/** Maturity from 1 to 5, each with its name; says that the scale is ours. */
export function ScoreField({ initial, onScore }: ScoreFieldProps): ReactNode {
  const { t } = useTranslation()
  const [score, setScore] = useState(initial)
  const choose = (next: number | null): void => {
    setScore(next)
    onScore(next)
  }
  return (
    <fieldset className="score-field" data-testid="walk-score">
      <legend className="caption">{t('walk.maturity')}</legend>
      <div className="score-options">
        {SCORES.map((each) => (
          <label key={each} className={score === each ? 'score-option score-on' : 'score-option'}>
            <input
              type="radio"
              name="maturity"
              value={each}
              checked={score === each}
              onChange={() => {
                choose(each)
              }}
              data-testid={`walk-score-${String(each)}`}
            />
            <b>{each}</b>
            <span>{t(`walk.score.s${String(each)}`)}</span>
          </label>
        ))}
      </div>
      <p className="walk-quiet">
        {t('walk.maturityOurs')}{' '}
        {score !== null && (
          <button
            type="button"
            className="walk-link"
            onClick={() => {
              choose(null)
            }}
          >
            {t('walk.clearScore')}
          </button>
        )}
      </p>
    </fieldset>
  )
}
