import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Readiness } from '../../../shared/analytics/assessment/readiness.ts'
import type { Assessment } from '../../../shared/contract/assessments.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { ExplainedHeading } from './ExplainedHeading.tsx'
import { ImportanceGrid } from './ImportanceGrid.tsx'
import { PriorityTable } from './PriorityTable.tsx'

interface ReadinessCardsProps {
  assessment: Assessment
  readiness: Readiness
  nameOf: (elementId: string) => string
}

/** The verdict with its reasons, the stage and the barriers, and the processes in the grid of importance and performance. */
export function ReadinessCards({ assessment, readiness, nameOf }: ReadinessCardsProps): ReactNode {
  return (
    <div className="readiness">
      <VerdictCard assessment={assessment} readiness={readiness} nameOf={nameOf} />
      <ImportanceGrid readiness={readiness} />
      <PriorityTable readiness={readiness} nameOf={nameOf} />
    </div>
  )
}

function VerdictCard({ assessment, readiness, nameOf }: ReadinessCardsProps): ReactNode {
  const { t } = useTranslation()
  const { count } = useFormats()
  const { verdict, verdictOfIndex, heldBy, ready, barrierScore, processes } = readiness
  const missing = processes.filter(({ priority }) => priority === null).map(({ elementId }) => nameOf(elementId))
  const reasons = [
    ...(verdictOfIndex === null || ready === null
      ? [t('assessment.verdictNeeds', { names: missing.join(', ') })]
      : [t('assessment.because.index', { score: count(ready, 1), rule: t(`assessment.because.${verdictOfIndex}`) })]),
    ...(heldBy.barriers && barrierScore !== null ? [t('assessment.because.barriers', { score: count(barrierScore, 1) })] : []),
    ...heldBy.processes.map((elementId) => t('assessment.because.process', { name: nameOf(elementId) }))
  ]
  return (
    <Card className="card-roomy verdict" data-testid="assessment-verdict">
      <ExplainedHeading title={t('assessment.readiness')}>
        <ExplainFigure
          id="f_assess_verdict"
          name={t('assessment.readiness')}
          value={verdict === null ? null : t(`assessment.verdict.${verdict}`)}
          facts={[
            ...(ready === null ? [] : [[t('assessment.score.readiness'), count(ready, 1, true)] as const]),
            ...(barrierScore === null ? [] : [[t('assessment.explained.barriers'), count(barrierScore, 1, true)] as const])
          ]}
          notes={reasons}
        />
      </ExplainedHeading>
      <p className={verdict === null ? 'verdict-word verdict-open' : 'verdict-word'}>
        {verdict === null ? t('assessment.verdictNone') : t(`assessment.verdict.${verdict}`)}
      </p>
      <ul className="score-facts">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
        <li className="muted">{t('assessment.verdictOurs')}</li>
      </ul>
      <Stage assessment={assessment} stage={readiness.stage} />
      <Barriers assessment={assessment} readiness={readiness} />
    </Card>
  )
}

function Stage({ assessment, stage }: { assessment: Assessment; stage: number | null }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const named = (index: number): string => {
    const name = assessment.stages[index - 1]
    return name ? `${String(index)} · ${text(name)}` : ''
  }
  const low = stage === null ? 0 : Math.floor(stage)
  const high = stage === null ? 0 : Math.ceil(stage)
  return (
    <p className="stage-line">
      <strong>{t('assessment.stageIs')}</strong>{' '}
      {stage === null
        ? t('assessment.stageNone')
        : low === high
          ? named(low)
          : t('assessment.stageBetween', { low: named(low), high: named(high) })}
    </p>
  )
}

const WORST = 3

function Barriers({ assessment, readiness }: { assessment: Assessment; readiness: Readiness }): ReactNode {
  const { t } = useTranslation()
  const { text, count } = useFormats()
  const { barriers, barrierScore, isBarrierScorePartial } = readiness
  if (barrierScore === null) return null
  const worst = [...barriers].sort((a, b) => (b.severity ?? -1) - (a.severity ?? -1))
  const workBarriers = (): string =>
    `100 × (${worst.flatMap(({ severity }) => (severity === null ? [] : [count(severity, 1)])).join(' + ')}) / (${String(WORST)} × ${String(barriers.length)}) = ${count(barrierScore, 1)}`
  return (
    <>
      <p className="explained">
        {t(isBarrierScorePartial ? 'assessment.barrierScorePartial' : 'assessment.barrierScore', { score: count(barrierScore, 1) })}
        <ExplainFigure
          id="f_assess_barriers"
          name={t('assessment.explained.barriers')}
          value={t('assessment.ofHundred', { score: count(barrierScore, 1) })}
          worked={workBarriers()}
        />
      </p>
      <ul className="barrier-bars">
        {worst.map(({ id, severity }) => {
          const barrier = assessment.barriers.find((each) => each.id === id)
          return (
            <li key={id}>
              <span>{barrier ? text(barrier.name) : id}</span>
              <span className="barrier-track" aria-hidden>
                <i style={{ width: `${String((100 * (severity ?? 0)) / WORST)}%` }} />
              </span>
              <span className="muted">{severity === null ? '–' : count(severity, 1)}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
