import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DataHealth, HealthProblem } from '../../../shared/contract/data-health.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { ExplainKpi } from '../../api/ExplainMetric.tsx'
import { Card } from '../../ui/Card.tsx'
import { useFormats, type Formats } from '../../ui/formats.tsx'
import { Bar } from './Bar.tsx'
import { WeightsForm } from './WeightsForm.tsx'

type Dimension = DataHealth['dimensions'][number]

/** What explains each dimension: the KPI it is, or an entry of our own. */
const KPIS: Readonly<Partial<Record<Dimension['id'], string>>> = { completeness: 'k_field_completeness', timeliness: 'k_data_freshness' }
const FIGURES: Readonly<Partial<Record<Dimension['id'], string>>> = {
  uniqueness: 'f_uniqueness',
  validity: 'f_validity',
  consistency: 'f_consistency'
}
/** The list that holds most of what a dimension lacks. */
const FIRST_PROBLEM: Readonly<Record<Dimension['id'], readonly HealthProblem[]>> = {
  completeness: ['incomplete'],
  uniqueness: ['duplicate'],
  validity: ['invalid-email', 'invalid-phone'],
  timeliness: ['stale'],
  consistency: ['acquired-late', 'phone-country', 'consent-unreachable']
}

/** The index with its five parts, each with its base, its weight and the way to its list. */
export function IndexCard({ health, onShow }: { health: DataHealth; onShow: (problem: HealthProblem) => void }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const index = health.index === null ? null : formats.count(health.index, 1)
  return (
    <Card className="card-roomy health-index" data-testid="health-index">
      <div className="health-figure">
        <div className="figure-label">
          {t('dataHealth.index')}
          <ExplainFigure
            id="f_quality_index"
            name={t('dataHealth.index')}
            value={index}
            worked={workIndex(health, formats)}
            asOf={health.asOf}
            fewData={health.customers < 30}
          />
        </div>
        <div className="health-big" data-testid="health-index-value">
          {index ?? '—'} <span className="muted">{t('dataHealth.ofHundred')}</span>
        </div>
        <p className="muted small">
          {t('dataHealth.records', { count: health.customers, formatted: formats.count(health.customers) })} ·{' '}
          {t(health.isOwnWeights ? 'dataHealth.ownWeights' : 'dataHealth.ours')}
        </p>
        <WeightsForm weights={health.weights} isOwn={health.isOwnWeights} />
      </div>
      <ul className="health-dimensions">
        {health.dimensions.map((dimension) => (
          <DimensionRow key={dimension.id} dimension={dimension} health={health} onShow={onShow} />
        ))}
      </ul>
    </Card>
  )
}

interface RowProps {
  dimension: Dimension
  health: DataHealth
  onShow: (problem: HealthProblem) => void
}

function DimensionRow({ dimension, health, onShow }: RowProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { id, value } = dimension
  const name = t(`dataHealth.dimensions.${id}`)
  const said = value === null ? null : formats.share(value / 100)
  const ratio = describeRatio(dimension, formats, t)
  const figure = FIGURES[id]
  const problem = FIRST_PROBLEM[id].find((each) => (health.problems.find((found) => found.id === each)?.count ?? 0) > 0)
  return (
    <li data-testid={`dimension-${id}`}>
      <div className="health-row-head">
        {problem ? (
          <button
            type="button"
            className="link-button"
            onClick={() => {
              onShow(problem)
            }}
          >
            {name}
          </button>
        ) : (
          <span>{name}</span>
        )}
        {figure ? (
          <ExplainFigure
            id={figure}
            name={name}
            value={said}
            asOf={health.asOf}
            fewData={dimension.denominator < 30}
            worked={said === null ? null : `${formats.count(dimension.numerator)} / ${formats.count(dimension.denominator)} = ${said}`}
          />
        ) : (
          <ExplainKpi id={KPIS[id] ?? ''} name={name} />
        )}
        <span className="health-weight faint small">{t('dataHealth.weight', { share: formats.share(weighIn(health, id), 0) })}</span>
        <strong>{said ?? '—'}</strong>
      </div>
      <Bar share={value === null ? 0 : value / 100} />
      <div className="faint small">{value === null ? t(`dataHealth.noAnswer.${id}`) : `${ratio} · ${t(`dataHealth.says.${id}`)}`}</div>
    </li>
  )
}

/** Weight of a dimension in the whole, 0 to 1. */
function weighIn({ weights }: DataHealth, id: Dimension['id']): number {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0)
  return total === 0 ? 0 : weights[id] / total
}

/** Completeness counts weights of fields, which say nothing by themselves: the customers behind it do. */
function describeRatio({ numerator, denominator }: Dimension, { count }: Formats, t: TFunction): string {
  return t('dataHealth.ratio', { numerator: count(numerator), denominator: count(denominator) })
}

/** `0.3 × 81.2 + 0.25 × 97 + … = 85.4`. */
function workIndex(health: DataHealth, { count }: Formats): string | null {
  if (health.index === null) return null
  const known = health.dimensions.filter(({ value }) => value !== null)
  const total = known.reduce((sum, { id }) => sum + health.weights[id], 0)
  const parts = known.map(({ id, value }) => `${count(health.weights[id], 2)} × ${count(value ?? 0, 1)}`)
  const sum = parts.join(' + ')
  return Math.abs(total - 1) < 1e-9 ? `${sum} = ${count(health.index, 1)}` : `(${sum}) / ${count(total, 2)} = ${count(health.index, 1)}`
}
