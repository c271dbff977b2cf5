import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Metric } from '../../shared/contract/models.ts'
import { formatFigure, formatMargin } from '../../shared/i18n/figures.ts'
import { readTarget } from '../../shared/models/element-state.ts'
import { formatOperand, type Operand } from '../../shared/models/format-operand.ts'
import { workFormula } from '../../shared/models/work-formula.ts'
import { showCustomers } from '../stores/route.ts'
import { ExplainButton } from '../ui/explanation/ExplainButton.tsx'
import { Explanation, type CustomersBehind, type Explained } from '../ui/explanation/Explanation.tsx'
import { useFormats, type Formats } from '../ui/formats.tsx'
import { Answer } from './Answer.tsx'
import { orpc } from './client.ts'

/** The sign that explains a KPI whose evidence is at hand. `words`: shown beside the sign. */
export function ExplainMetric({ metric, words }: { metric: Metric; words?: string }): ReactNode {
  const { text } = useFormats()
  return (
    <ExplainButton name={text(metric.kpi.name)} {...(words === undefined ? {} : { words })} data-testid={`explain-${metric.id}`}>
      {(close) => <MetricExplanation metric={metric} onClose={close} />}
    </ExplainButton>
  )
}

/** The sign that explains a KPI by its id; its evidence over the workspace is asked for when it opens. */
export function ExplainKpi({ id, name }: { id: string; name: string }): ReactNode {
  return (
    <ExplainButton name={name} data-testid={`explain-${id}`}>
      {(close) => <KpiExplanation id={id} onClose={close} />}
    </ExplainButton>
  )
}

/** What a KPI is, worked out over the workspace; its evidence is asked for when it is shown. */
export function KpiExplanation({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const metric = useQuery(orpc.models.getMetric.queryOptions({ input: { id } }))
  return <Answer query={metric}>{(found) => <MetricExplanation metric={found} onClose={onClose} />}</Answer>
}

function MetricExplanation({ metric, onClose }: { metric: Metric; onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  return <Explanation explained={explainMetric(metric, formats, t)} onClose={onClose} />
}

function explainMetric(metric: Metric, formats: Formats, t: TFunction): Explained {
  const { kpi, value, window, asOf, fewData, missing } = metric
  const { text, currency, language, date } = formats
  return {
    name: text(kpi.name),
    value: value === null ? null : formatFigure(value, kpi.unit, currency, language),
    ...(kpi.definition ? { definition: text(kpi.definition) } : {}),
    formula: text(kpi.formula),
    worked: workFormula(metric, currency, language),
    facts: listFacts(metric, formats, t),
    // What was written down by hand is from its own day.
    window: metric.enteredByHand ? null : window,
    asOf: metric.enteredAt ?? asOf,
    unit: kpi.unit,
    fewData,
    notes: [
      ...(missing ? [text(missing.hint)] : []),
      ...(metric.enteredByHand
        ? [metric.enteredAt === null ? t('evidenceEdit.byHand') : t('evidenceEdit.byHandOn', { date: date(metric.enteredAt) })]
        : [])
    ],
    customers: metric.listable ? listCustomers(metric, formats, t) : [],
    ...(kpi.origin === 'ours' ? { marks: ['A'] } : { source: kpi.source ? text(kpi.source) : t(`canvas.panel.${kpi.origin}`) })
  }
}

function listFacts(metric: Metric, { text, currency, language }: Formats, t: TFunction): [string, string][] {
  const { kpi, numerator, denominator, numeratorName, denominatorName, margin, previous, target } = metric
  const operand = (part: Operand, value: number): string => formatOperand(metric.id, part, value, currency, language)
  const facts: [string, string][] = []
  if (numerator !== null && numeratorName)
    facts.push([t('explanation.counted'), `${operand('numerator', numerator)} · ${text(numeratorName)}`])
  if (denominator !== null && denominatorName)
    facts.push([t('explanation.outOf'), `${operand('denominator', denominator)} · ${text(denominatorName)}`])
  if (margin !== null)
    facts.push([t('canvas.panel.margin'), t('canvas.panel.marginValue', { margin: formatMargin(margin, kpi.unit, language) })])
  if (previous !== null) facts.push([t('canvas.panel.previous'), formatFigure(previous, kpi.unit, currency, language)])
  if (target !== null) {
    const judged = readTarget(metric)
    const asked = `${t(`evidenceEdit.better.${kpi.better}`)} ${formatFigure(target, kpi.unit, currency, language)}`.trim()
    facts.push([t('evidenceEdit.target'), judged ? `${asked} · ${t(`evidenceEdit.${judged}`)}` : asked])
  }
  return [...facts, [t('canvas.panel.direction'), t(`canvas.panel.better.${kpi.better}`)]]
}

function listCustomers({ id, listed, numeratorName, denominatorName }: Metric, { text }: Formats, t: TFunction): CustomersBehind[] {
  const names = { numerator: listed?.numerator ?? numeratorName, denominator: listed?.denominator ?? denominatorName }
  return (['numerator', 'denominator'] as const).map((part) => {
    const name = names[part]
    return {
      label: name ? text(name) : t('canvas.panel.show'),
      onShow: () => {
        showCustomers({ metric: { id, part } })
      }
    }
  })
}
