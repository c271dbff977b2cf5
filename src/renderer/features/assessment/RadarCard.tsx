import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { findLevel } from '../../../shared/analytics/assessment/practice.ts'
import type { GroupResult } from '../../../shared/analytics/assessment/score-round.ts'
import type { AssessmentGroup } from '../../../shared/contract/assessments.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import type { RadarSeries } from '../../../shared/models/radar.ts'
import { Radar } from '../../ui/Radar.tsx'
import { SCALE_FIGURES } from './assessment-figures.ts'
import { ExplainedHeading } from './ExplainedHeading.tsx'
import { TargetField } from './TargetField.tsx'
import { workMean } from './work-mean.ts'
import { formatChange, formatTenth } from '../../../shared/i18n/tenths.ts'

interface RadarCardProps {
  group: AssessmentGroup
  result: GroupResult | undefined
  before: GroupResult | null
  roundNames: { now: string; before: string }
  modelId: string
  targets: Readonly<Record<string, number>>
  nameOf: (elementId: string) => string
}

/** One group of elements as a radar, now, another time and the target; with its numbers, and the targets to write, in a table beside it. */
export function RadarCard({ group, result, before, roundNames, modelId, targets, nameOf }: RadarCardProps): ReactNode {
  const { t } = useTranslation()
  const { text, language } = useFormats()
  const elements = result?.elements ?? []
  const scoreBefore = (elementId: string): number | null => before?.elements.find((each) => each.elementId === elementId)?.score ?? null
  const write = (value: number | null): string => (value === null ? '–' : formatTenth(value, language))
  const hasTarget = elements.some(({ elementId }) => targets[elementId] !== undefined)
  const series: RadarSeries[] = [
    { name: roundNames.now, role: 'now', values: elements.map(({ score }) => score) },
    ...(before
      ? [{ name: roundNames.before, role: 'before' as const, values: elements.map(({ elementId }) => scoreBefore(elementId)) }]
      : []),
    ...(hasTarget
      ? [
          {
            name: t('assessment.table.target'),
            role: 'target' as const,
            values: elements.map(({ elementId }) => targets[elementId] ?? null)
          }
        ]
      : [])
  ]
  const name = text(group.name)
  return (
    <Card className="card-roomy" data-testid={`radar-${group.id}`}>
      <ExplainedHeading title={name}>
        <ExplainFigure
          id={SCALE_FIGURES[group.scale]}
          name={name}
          value={result?.score == null ? null : t('assessment.ofHundred', { score: write(result.score) })}
          worked={workMean(elements, result?.score ?? null, write)}
          facts={elements.flatMap(({ elementId, score }) => (score === null ? [] : [[nameOf(elementId), write(score)]]))}
          unit="0–100"
          notes={hasTarget ? [t('assessment.explained.target')] : []}
        />
      </ExplainedHeading>
      <Radar
        label={t('assessment.radar', { name })}
        names={elements.map(({ elementId }) => nameOf(elementId))}
        series={series}
        write={write}
      />
      <div className="table-behind" tabIndex={0} role="region" aria-label={name}>
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t('assessment.table.element')}</th>
              <th className="num">{t('assessment.table.score')}</th>
              {group.scale === 'maturity' && <th>{t('assessment.table.level')}</th>}
              {before && <th className="num">{t('assessment.table.before')}</th>}
              {before && <th className="num">{t('assessment.table.change')}</th>}
              <th className="num">{t('assessment.table.target')}</th>
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
                  <td className="num">
                    <TargetField
                      key={targets[elementId] ?? ''}
                      modelId={modelId}
                      elementId={elementId}
                      name={nameOf(elementId)}
                      target={targets[elementId] ?? null}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
        <p className="muted targets-note">{t('assessment.targetHelp')}</p>
      </div>
    </Card>
  )
}
