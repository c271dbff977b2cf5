import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Readiness } from '../../../shared/analytics/assessment/readiness.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { formatChange, formatTenth } from '../../../shared/i18n/tenths.ts'
import { ExplainedHeading } from './ExplainedHeading.tsx'

/** The processes with their marks, in the order of the grid's numbers. */
export function PriorityTable({ readiness, nameOf }: { readiness: Readiness; nameOf: (elementId: string) => string }): ReactNode {
  const { t } = useTranslation()
  const { language } = useFormats()
  const write = (value: number | null): string => (value === null ? '–' : formatTenth(value, language))
  return (
    <Card className="card-roomy priorities" data-testid="assessment-priorities">
      <ExplainedHeading title={t('assessment.priorities')}>
        <ExplainFigure
          id="f_assess_priority"
          name={t('assessment.priorities')}
          facts={readiness.processes.flatMap(({ elementId, importance, gap, priority }) =>
            importance === null || gap === null || priority === null
              ? []
              : [[nameOf(elementId), `${write(importance)} × ${write(Math.max(0, gap))} = ${write(priority)}`]]
          )}
        />
      </ExplainedHeading>
      <p className="muted">{t('assessment.prioritiesText')}</p>
      <div className="table-behind" tabIndex={0} role="region" aria-label={t('assessment.priorities')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t('assessment.table.element')}</th>
              <th className="num">{t('assessment.table.importance')}</th>
              <th className="num">{t('assessment.table.performance')}</th>
              <th className="num">{t('assessment.table.gap')}</th>
              <th className="num">{t('assessment.table.priority')}</th>
              <th>{t('assessment.table.quadrant')}</th>
            </tr>
          </thead>
          <tbody>
            {readiness.processes.map(({ elementId, importance, performance, priority, quadrant }, index) => (
              <tr key={elementId}>
                <td>
                  {index + 1} · {nameOf(elementId)}
                </td>
                <td className="num">{write(importance)}</td>
                <td className="num">{write(performance)}</td>
                <td className="num">
                  {importance === null || performance === null ? '–' : formatChange(importance, performance, language)}
                </td>
                <td className="num">{write(priority)}</td>
                <td>{quadrant && t(`assessment.quadrant.${quadrant}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
