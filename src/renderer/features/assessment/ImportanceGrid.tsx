import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProcessResult, Readiness } from '../../../shared/analytics/assessment/readiness.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { Card } from '../../ui/Card.tsx'
import { ExplainedHeading } from './ExplainedHeading.tsx'

const SIDE = 320
const LEFT = 34
const QUADRANTS = [
  { key: 'concentrate', x: 1, y: 5, anchor: 'start' },
  { key: 'keep', x: 5, y: 5, anchor: 'end' },
  { key: 'low', x: 1, y: 1, anchor: 'start' },
  { key: 'overkill', x: 5, y: 1, anchor: 'end' }
] as const

/** A mark from 1 to 5 as a place on the drawing. */
const across = (value: number): number => LEFT + ((value - 1) / 4) * SIDE
const down = (value: number): number => 10 + ((5 - value) / 4) * SIDE

/** The processes by importance and performance, each with its number; the numbers are told in the table. */
export function ImportanceGrid({ readiness }: { readiness: Readiness }): ReactNode {
  const { t } = useTranslation()
  const { processes } = readiness
  return (
    <Card className="card-roomy" data-testid="assessment-grid">
      <ExplainedHeading title={t('assessment.grid')}>
        <ExplainFigure id="f_assess_priority" name={t('assessment.grid')} />
      </ExplainedHeading>
      <p className="muted">{t('assessment.gridText')}</p>
      <svg
        className="importance-grid"
        viewBox={`0 0 ${String(SIDE + LEFT + 12)} ${String(SIDE + 44)}`}
        role="img"
        aria-label={t('assessment.grid')}
      >
        <rect x={across(1)} y={down(5)} width={SIDE} height={SIDE} className="grid-frame" />
        <rect x={across(1)} y={down(5)} width={SIDE / 2} height={SIDE / 2} className="grid-hot" />
        <line x1={across(3)} y1={down(5)} x2={across(3)} y2={down(1)} className="grid-line" />
        <line x1={across(1)} y1={down(3)} x2={across(5)} y2={down(3)} className="grid-line" />
        {QUADRANTS.map(({ key, x, y, anchor }) => (
          <text
            key={key}
            x={across(x) + (anchor === 'start' ? 8 : -8)}
            y={y === 5 ? down(5) + 18 : down(1) - 9}
            textAnchor={anchor}
            className="grid-word"
          >
            {t(`assessment.quadrant.${key}`)}
          </text>
        ))}
        {[1, 3, 5].map((value) => (
          <g key={value} className="grid-scale">
            <text x={across(value)} y={down(1) + 16} textAnchor="middle">
              {value}
            </text>
            <text x={across(1) - 8} y={down(value) + 4} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        <text x={across(3)} y={down(1) + 31} textAnchor="middle" className="grid-axis">
          {t('assessment.table.performance')}
        </text>
        <text x={10} y={down(3)} textAnchor="middle" className="grid-axis" transform={`rotate(-90 10 ${String(down(3))})`}>
          {t('assessment.table.importance')}
        </text>
        {placeApart(processes).map(({ index, x, y }) => (
          <g key={index}>
            <circle cx={x} cy={y} r={11} className="grid-mark" />
            <text x={x} y={y + 4} textAnchor="middle" className="grid-number">
              {index + 1}
            </text>
          </g>
        ))}
      </svg>
    </Card>
  )
}

/** Marks in one place stand side by side. */
function placeApart(processes: readonly ProcessResult[]): { index: number; x: number; y: number }[] {
  const placed: { index: number; x: number; y: number }[] = []
  processes.forEach(({ importance, performance }, index) => {
    if (importance === null || performance === null) return
    const y = down(importance)
    let x = across(performance)
    const step = x > across(4) ? -24 : 24
    while (placed.some((other) => Math.abs(other.x - x) < 22 && Math.abs(other.y - y) < 22)) x += step
    placed.push({ index, x, y })
  })
  return placed
}
