import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoundResult } from '../../../shared/analytics/assessment/score-round.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { formatChange, formatTenth } from '../../../shared/i18n/tenths.ts'
import { ExplainedHeading } from './ExplainedHeading.tsx'

const MOST = 4

/** Where what is meant and what is done part, the widest gap first; absent on scales that ask for one of the two only. */
export function GapCard({ result, nameOf }: { result: RoundResult; nameOf: (elementId: string) => string }): ReactNode {
  const { t } = useTranslation()
  const { language } = useFormats()
  const rows = result.elements
    .flatMap(({ elementId, intention, reality, gap }) =>
      intention === null || reality === null || gap === null ? [] : [{ elementId, intention, reality, gap }]
    )
    .sort((a, b) => b.gap - a.gap)
  if (rows.length === 0) return null
  return (
    <Card className="card-roomy" data-testid="assessment-gaps">
      <ExplainedHeading title={t('assessment.gaps')}>
        <ExplainFigure
          id="f_assess_gap"
          name={t('assessment.gaps')}
          facts={rows.map(({ elementId, intention, reality }) => [
            nameOf(elementId),
            `${formatTenth(intention, language)} − ${formatTenth(reality, language)} = ${formatChange(intention, reality, language)}`
          ])}
        />
      </ExplainedHeading>
      <p className="muted">{t('assessment.gapsText')}</p>
      <div className="table-behind" tabIndex={0} role="region" aria-label={t('assessment.gaps')}>
        <table className="plain-table gap-table">
          <thead>
            <tr>
              <th>{t('assessment.table.element')}</th>
              <th className="num">{t('assessment.table.intention')}</th>
              <th className="num">{t('assessment.table.reality')}</th>
              <th aria-hidden />
              <th className="num">{t('assessment.table.gap')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ elementId, intention, reality }) => (
              <tr key={elementId}>
                <td>{nameOf(elementId)}</td>
                <td className="num">{formatTenth(intention, language)}</td>
                <td className="num">{formatTenth(reality, language)}</td>
                <td aria-hidden>
                  <GapLine intention={intention} reality={reality} />
                </td>
                <td className="num">{formatChange(intention, reality, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="gap-key muted">
        <span className="gap-dot gap-meant" aria-hidden /> {t('assessment.intention')}
        <span className="gap-dot gap-done" aria-hidden /> {t('assessment.reality')}
      </p>
    </Card>
  )
}

/** A line from reality (full mark) to intention (empty mark), both on one scale of 0 to 4. */
function GapLine({ intention, reality }: { intention: number; reality: number }): ReactNode {
  const at = (value: number): string => `${String((100 * value) / MOST)}%`
  return (
    <span className="gap-line">
      <i className="gap-bar" style={{ left: at(Math.min(intention, reality)), width: at(Math.abs(intention - reality)) }} />
      <i className="gap-dot gap-meant" style={{ left: at(intention) }} />
      <i className="gap-dot gap-done" style={{ left: at(reality) }} />
    </span>
  )
}
