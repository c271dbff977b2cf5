import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoundResult } from '../../../shared/analytics/assessment/score-round.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { listDisagreements } from '../../../shared/analytics/assessment/disagreements.ts'
import { ExplainedHeading } from './ExplainedHeading.tsx'

/** More than a group talks over at once. */
const SHOWN = 8

/** Where the raters lie apart: who marked lowest and highest, the widest first. */
export function SpreadCard({ result, nameOf }: { result: RoundResult; nameOf: (elementId: string) => string }): ReactNode {
  const { t } = useTranslation()
  const { text, count } = useFormats()
  const [isWhole, setIsWhole] = useState(false)
  if (result.participants.length === 0) return null
  const rows = listDisagreements(result)
  const write = (value: number, names: readonly string[]): string =>
    t('assessment.markBy', { value: count(value, 1), names: names.join(', ') })
  return (
    <Card className="card-roomy" data-testid="assessment-spread">
      <ExplainedHeading title={t('assessment.spread')}>
        <ExplainFigure
          id="f_assess_spread"
          name={t('assessment.spread')}
          facts={[[t('assessment.explained.raters'), result.participants.join(', ')]]}
        />
      </ExplainedHeading>
      <p className="muted">{t(result.participants.length < 2 ? 'assessment.spreadAlone' : 'assessment.spreadText')}</p>
      {result.participants.length > 1 && rows.length === 0 && <p>{t('assessment.spreadNone')}</p>}
      {rows.length > 0 && (
        <div className="table-behind" tabIndex={0} role="region" aria-label={t('assessment.spread')}>
          <table className="plain-table spread-table">
            <thead>
              <tr>
                <th>{t('assessment.table.statement')}</th>
                <th>{t('assessment.table.what')}</th>
                <th>{t('assessment.table.lowest')}</th>
                <th>{t('assessment.table.highest')}</th>
                <th className="num">{t('assessment.table.spread')}</th>
                <th>
                  <span className="visually-hidden">{t('assessment.discuss')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {(isWhole ? rows : rows.slice(0, SHOWN)).map(({ elementId, statement, field, spread }) => (
                <tr key={`${elementId} ${statement.id} ${field}`}>
                  <td>
                    {text(statement.text)}
                    <small className="muted spread-element">{nameOf(elementId)}</small>
                  </td>
                  <td>{t(`assessment.table.${field}`)}</td>
                  <td>{write(spread.lowest, spread.lowestBy)}</td>
                  <td>{write(spread.highest, spread.highestBy)}</td>
                  <td className="num">{count(spread.range, 1, true)}</td>
                  <td>{spread.isWide && <StatePill tone="attention">{t('assessment.discuss')}</StatePill>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!isWhole && rows.length > SHOWN && (
        <button
          type="button"
          className="table-toggle"
          onClick={() => {
            setIsWhole(true)
          }}
          data-testid="assessment-spread-all"
        >
          {t('assessment.spreadAll', { number: rows.length })}
        </button>
      )}
    </Card>
  )
}
