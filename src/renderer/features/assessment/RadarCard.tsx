import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { findLevel } from '../../../shared/analytics/assessment/practice.ts'
import type { GroupResult } from '../../../shared/analytics/assessment/score-round.ts'
import type { AssessmentGroup } from '../../../shared/contract/assessments.ts'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { Radar } from '../../ui/Radar.tsx'
import { formatChange, formatTenth } from '../../../shared/i18n/tenths.ts'

interface RadarCardProps {
  group: AssessmentGroup
  result: GroupResult | undefined
  before: GroupResult | null
  roundNames: { now: string; before: string }
  nameOf: (elementId: string) => string
}

/** One group of elements as a radar, with its numbers in a table beside it. */
export function RadarCard({ group, result, before, roundNames, nameOf }: RadarCardProps): ReactNode {
  const { t } = useTranslation()
  const { text, language } = useFormats()
  const elements = result?.elements ?? []
  const scoreBefore = (elementId: string): number | null => before?.elements.find((each) => each.elementId === elementId)?.score ?? null
  const write = (value: number | null): string => (value === null ? '–' : formatTenth(value, language))
  const series = [
    { name: roundNames.now, values: elements.map(({ score }) => score) },
    ...(before ? [{ name: roundNames.before, values: elements.map(({ elementId }) => scoreBefore(elementId)) }] : [])
  ]
  const name = text(group.name)
  return (
    <Card className="card-roomy" data-testid={`radar-${group.id}`}>
      <h2>{name}</h2>
      <Radar label={t('assessment.radar', { name })} names={elements.map(({ elementId }) => nameOf(elementId))} series={series} />
      <div className="table-behind" tabIndex={0} role="region" aria-label={name}>
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t('assessment.table.element')}</th>
              <th className="num">{t('assessment.table.score')}</th>
              {group.scale === 'maturity' && <th>{t('assessment.table.level')}</th>}
              {before && <th className="num">{t('assessment.table.before')}</th>}
              {before && <th className="num">{t('assessment.table.change')}</th>}
            </tr>
          </thead>
          <tbody>
            {elements.map(({ elementId, score }) => {
              const earlier = scoreBefore(elementId)
              return (
                <tr key={elementId} data-testid={`score-${elementId}`}>
                  <td>{nameOf(elementId)}</td>
                  <td className="num">{write(score)}</td>
                  {group.scale === 'maturity' && <td>{score === null ? '' : t(`assessment.level.l${String(findLevel(score))}`)}</td>}
                  {before && <td className="num">{write(earlier)}</td>}
                  {before && <td className="num">{score === null || earlier === null ? '' : formatChange(score, earlier, language)}</td>}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
