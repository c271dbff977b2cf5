import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Metric } from '../../../shared/contract/models.ts'
import { formatDifference, formatFigure } from '../../../shared/i18n/figures.ts'
import { showCustomers } from '../../stores/route.ts'
import { useFormats } from '../../ui/formats.tsx'
import { Explain } from './Explain.tsx'
import { readTrend } from './node-text.ts'
import { TrendMark } from './TrendMark.tsx'

type Part = 'numerator' | 'denominator'

/** One figure with the numbers it rests on. `isLeading`: large, first of its element. Its number leads to the customers behind it. */
export function MetricEvidence({ metric, isLeading }: { metric: Metric; isLeading: boolean }): ReactNode {
  const { t } = useTranslation()
  const { text, language, currency } = useFormats()
  const value = metric.value === null ? null : formatFigure(metric.value, metric.kpi.unit, currency, language)
  return (
    <div className={isLeading ? 'metric metric-leading' : 'metric'} data-testid={`metric-${metric.id}`}>
      <div className="metric-line">
        <span className="metric-name">{text(metric.kpi.name)}</span>
        {value === null ? <span className="metric-missing">{t('canvas.noData')}</span> : <MetricValue metric={metric} value={value} />}
      </div>
      {value !== null && <MetricBase metric={metric} />}
      {metric.missing && <p className="metric-hint">{text(metric.missing.hint)}</p>}
      <Explain metric={metric} />
    </div>
  )
}

function MetricValue({ metric, value }: { metric: Metric; value: string }): ReactNode {
  const { t } = useTranslation()
  const { trend, isWorse } = readTrend(metric)
  const { language, currency } = useFormats()
  const difference = metric.value !== null && metric.previous !== null ? formatDifference(metric.value - metric.previous, metric.kpi.unit, currency, language) : null
  return (
    <span className={isWorse ? 'metric-value metric-worse' : 'metric-value'}>
      {metric.listable ? (
        <button type="button" title={t('canvas.panel.show')} onClick={() => { showPart(metric, 'numerator') }} data-testid={`metric-value-${metric.id}`}>
          {value}
        </button>
      ) : (
        <b>{value}</b>
      )}
      {trend && trend !== 'same' && difference && (
        <span className="metric-trend">
          <TrendMark trend={trend} isWorse={isWorse} />
          {difference}
        </span>
      )}
    </span>
  )
}

function showPart(metric: Metric, part: Part): void {
  showCustomers({ metric: { id: metric.id, part } })
}

/** `412 de 738 clientes activos`, each number a way to its customers; a small base says so. */
function MetricBase({ metric }: { metric: Metric }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const parts = [
    { part: 'numerator' as const, value: metric.numerator, name: metric.numeratorName },
    { part: 'denominator' as const, value: metric.denominator, name: metric.denominatorName }
  ].filter(({ value }) => value !== null)
  return (
    <p className="metric-base">
      {parts.map(({ part, value, name }, index) => (
        <span key={part}>
          {index > 0 && ' / '}
          <BaseNumber metric={metric} part={part} value={value ?? 0} name={name ? text(name) : ''} />
        </span>
      ))}
      {metric.fewData && (
        <span className="metric-few" title={t('canvas.panel.fewDataWhy')}>
          {t('canvas.panel.fewData')}
        </span>
      )}
    </p>
  )
}

function BaseNumber({ metric, part, value, name }: { metric: Metric; part: Part; value: number; name: string }): ReactNode {
  const { t } = useTranslation()
  const { count } = useFormats()
  const words = `${count(value, 2)} ${name}`
  if (!metric.listable) return words
  const title = t(part === 'numerator' ? 'canvas.panel.showCounted' : 'canvas.panel.showBase', { name })
  return (
    <button type="button" className="quiet-link" title={title} onClick={() => { showPart(metric, part) }} data-testid={`metric-${part}-${metric.id}`}>
      {words}
    </button>
  )
}
