import { IconFileImport } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DataKind } from '../../../shared/contract/base.ts'
import type { Metric } from '../../../shared/contract/models.ts'
import { formatDifference, formatFigure, formatMargin } from '../../../shared/i18n/figures.ts'
import { formatOperand, linkOperands, type Operand as OperandPart } from '../../../shared/models/format-operand.ts'
import { ExplainMetric } from '../../api/ExplainMetric.tsx'
import { BringIn } from '../../api/BringIn.tsx'
import { showCustomers } from '../../stores/route.ts'
import { useFormats } from '../../ui/formats.tsx'
import { MakeGood } from './MakeGood.tsx'
import { MetricEntries } from './MetricEntries.tsx'
import { MetricTarget } from './MetricTarget.tsx'
import { readTrend } from '../../../shared/models/node-text.ts'
import { TrendMark } from './TrendMark.tsx'

/** One figure with the numbers it rests on. `isLeading`: large, first of its element. Its number leads to the customers behind it. */
export function MetricEvidence({ metric, modelId, isLeading }: { metric: Metric; modelId: string; isLeading: boolean }): ReactNode {
  const { t } = useTranslation()
  const { text, language, currency, date } = useFormats()
  const value = metric.value === null ? null : formatFigure(metric.value, metric.kpi.unit, currency, language)
  return (
    <div className={isLeading ? 'metric metric-leading' : 'metric'} data-testid={`metric-${metric.id}`}>
      <div className="metric-line">
        <span className="metric-name">{text(metric.kpi.name)}</span>
        {value === null ? <span className="metric-missing">{t('canvas.noData')}</span> : <MetricValue metric={metric} value={value} />}
      </div>
      {value !== null && <MetricBase metric={metric} />}
      {metric.span === 'history' && metric.window === null && metric.asOf !== null && (
        <p className="metric-hint" data-testid={`metric-span-${metric.id}`}>
          {t('canvas.panel.wholeHistory', { date: date(metric.asOf) })}
        </p>
      )}
      {metric.noTrend && (
        <p className="metric-hint" data-testid={`metric-no-trend-${metric.id}`}>
          {text(metric.noTrend)}
        </p>
      )}
      {metric.enteredByHand && (
        <span className="by-hand" data-testid={`by-hand-${metric.id}`}>
          {metric.enteredAt === null ? t('evidenceEdit.byHand') : t('evidenceEdit.byHandOn', { date: date(metric.enteredAt) })}
        </span>
      )}
      {metric.missing && <p className="metric-hint">{text(metric.missing.hint)}</p>}
      {metric.missing?.code === 'needs-data' && <BringData kinds={metric.missing.needs} metricId={metric.id} />}
      <MakeGood metric={metric} modelId={modelId} />
      {metric.enterable && <MetricEntries metric={metric} />}
      <MetricTarget metric={metric} />
      <ExplainMetric metric={metric} words={t('canvas.panel.explain')} />
    </div>
  )
}

function MetricValue({ metric, value }: { metric: Metric; value: string }): ReactNode {
  const { t } = useTranslation()
  const { trend, isWorse } = readTrend(metric)
  const { language, currency } = useFormats()
  const difference =
    metric.value !== null && metric.previous !== null
      ? formatDifference(metric.value - metric.previous, metric.kpi.unit, currency, language)
      : null
  return (
    <span className={isWorse ? 'metric-value metric-worse' : 'metric-value'}>
      {metric.listable ? (
        <button
          type="button"
          title={t('canvas.panel.show')}
          onClick={() => {
            showPart(metric, 'numerator')
          }}
          data-testid={`metric-value-${metric.id}`}
        >
          {value}
        </button>
      ) : (
        <b>{value}</b>
      )}
      {metric.margin !== null && (
        <span className="metric-trend" title={t('canvas.panel.marginWhy')} data-testid={`metric-margin-${metric.id}`}>
          ±{formatMargin(metric.margin, metric.kpi.unit, language)}
        </span>
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

function BringData({ kinds, metricId }: { kinds: readonly DataKind[]; metricId: string }): ReactNode {
  const { t } = useTranslation()
  return (
    <BringIn kinds={kinds}>
      {(open, named) => (
        <button type="button" className="quiet-action" onClick={open} data-testid={`bring-${metricId}`}>
          <IconFileImport size={14} stroke={1.7} aria-hidden />
          {named === null ? t('canvas.panel.bring') : t('evidenceEdit.bring', { kinds: named })}
        </button>
      )}
    </BringIn>
  )
}

function showPart(metric: Metric, part: OperandPart): void {
  showCustomers({ metric: { id: metric.id, part } })
}

/** `412 clientes con aprendizaje` over `de 738 clientes activos`, each a way to its customers; a small base says so. */
function MetricBase({ metric }: { metric: Metric }): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="metric-base">
      <Operand metric={metric} part="numerator" />
      <Operand metric={metric} part="denominator" />
      {metric.fewData && (
        <span className="metric-few" title={t('canvas.panel.fewDataWhy')}>
          {t('canvas.panel.fewData')}
        </span>
      )}
    </div>
  )
}

function Operand({ metric, part }: { metric: Metric; part: OperandPart }): ReactNode {
  const { t } = useTranslation()
  const { text, currency, language } = useFormats()
  const [value, name] = part === 'numerator' ? [metric.numerator, metric.numeratorName] : [metric.denominator, metric.denominatorName]
  if (value === null) return null
  const named = name ? text(name) : ''
  const amount = formatOperand(metric.id, part, value, currency, language)
  const words = (
    <>
      {part === 'denominator' && t(`canvas.panel.${linkOperands(metric.kpi)}`)} <b>{amount}</b> {named}
    </>
  )
  if (!metric.listable) return <p>{words}</p>
  const title = metric.listed ? text(metric.listed[part]) : t('canvas.panel.show')
  return (
    <button
      type="button"
      className="quiet-link"
      title={title}
      onClick={() => {
        showPart(metric, part)
      }}
      data-testid={`metric-${part}-${metric.id}`}
    >
      {words}
    </button>
  )
}
