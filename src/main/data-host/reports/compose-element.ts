import type { ElementEvidence, Metric } from '../../../shared/contract/models.ts'
import type { WalkStep } from '../../../shared/contract/walks.ts'
import type { Language } from '../../../shared/domain/text.ts'
import { formatFigure } from '../../../shared/i18n/figures.ts'
import { formatDate, formatMoney, formatNumber, formatShare } from '../../../shared/i18n/formats.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import { formatOperand } from '../../../shared/models/format-operand.ts'
import type { ModelElement } from '../../../shared/models/model.ts'
import { findPairing } from '../../../shared/models/list-in-view.ts'
import { findMetric } from '../evidence/metrics/index.ts'
import type { Report } from './collect-report.ts'
import type { Block } from './report-blocks.ts'
import { describeScore, findEvidence, findStep, formatMetric, type Say } from './report-lookups.ts'

/** One element's section: what it is, its evidence and segments, and what the group said about it. */
export function composeElement(report: Report, element: ModelElement, say: Say): Block[] {
  const { language } = report
  const evidence = findEvidence(report, element.id)
  const step = findStep(report, element.id)
  const pairing = findPairing(report.inView, element.id)
  const paired = pairing && translate(language, 'canvas.pairing', { name: pairing[language] })
  return [
    { kind: 'heading', level: 2, text: element.name[language], number: element.order },
    { kind: 'text', text: element.definition[language], tone: 'lead' },
    ...(paired ? [{ kind: 'text', text: paired, tone: 'muted' } as const] : []),
    ...(evidence ? composeEvidence(report, evidence, step, say) : []),
    ...(step ? composeStep(report, element, step, say) : [])
  ]
}

function composeEvidence(report: Report, evidence: ElementEvidence, step: WalkStep | null, say: Say): Block[] {
  const { language } = report
  const state = say('stateLine', { state: translate(language, `canvas.state.${evidence.state}`) })
  const blocks: Block[] = [{ kind: 'text', text: `${state} ${evidence.stateReason[language]}`, tone: 'muted' }]
  if (evidence.metrics.length > 0) {
    blocks.push({ kind: 'heading', level: 3, text: say(step?.evidence ? 'keptEvidence' : 'evidence') })
    blocks.push(composeMetrics(report, evidence.metrics, say))
  }
  if (evidence.segments.length > 0)
    blocks.push({ kind: 'heading', level: 3, text: say('segments') }, composeSegments(report, evidence, say))
  return blocks
}

function composeMetrics(report: Report, metrics: readonly Metric[], say: Say): Block {
  const { language, settings } = report
  const columns = [
    { title: say('columns.figure'), align: 'start', width: 24 },
    { title: say('columns.value'), align: 'end', width: 13 },
    { title: say('columns.from'), align: 'start' },
    { title: say('columns.window'), align: 'start', width: 16 },
    { title: say('columns.before'), align: 'end', width: 12 }
  ] as const
  const rows = metrics.map((metric) => [
    metric.kpi.name[language],
    formatMetric(metric, report, say),
    metric.missing?.hint[language] ?? describeOperands(metric, report, say),
    describeWindow(metric, report, say),
    metric.previous === null ? '' : formatFigure(metric.previous, metric.kpi.unit, settings.currency, language)
  ])
  return { kind: 'table', columns, rows }
}

function describeOperands(
  { id, kpi, numerator, denominator, numeratorName, denominatorName }: Metric,
  { language, settings }: Report,
  say: Say
): string {
  if (numerator === null || denominator === null) return ''
  return say(kpi.unit === '%' ? 'ratio' : 'pair', {
    numerator: formatOperand(id, 'numerator', numerator, settings.currency, language),
    denominator: formatOperand(id, 'denominator', denominator, settings.currency, language),
    numeratorName: numeratorName?.[language] ?? '',
    denominatorName: denominatorName?.[language] ?? ''
  })
}

function describeWindow({ id, window, asOf, value, enteredByHand, enteredAt }: Metric, { language }: Report, say: Say): string {
  if (enteredByHand) return describeEntry(enteredAt, language)
  if (value === null || asOf === null) return ''
  if (!window) return say(findMetric(id)?.span === 'history' ? 'allHistory' : 'atMoment', { date: formatDate(asOf, language) })
  return say('windowShort', { days: window.days, to: formatDate(window.to, language) })
}

/** Whoever reads the report must see which figures nobody counted from the data. */
function describeEntry(enteredAt: string | null, language: Language): string {
  return enteredAt === null
    ? translate(language, 'evidenceEdit.byHand')
    : translate(language, 'evidenceEdit.byHandOn', { date: formatDate(enteredAt, language) })
}

function composeSegments({ language, settings }: Report, { segments }: ElementEvidence, say: Say): Block {
  const columns = [
    { title: say('columns.segment'), align: 'start', width: 46 },
    { title: say('columns.customers'), align: 'end', width: 12 },
    { title: say('columns.share'), align: 'end', width: 10 },
    { title: say('columns.revenue'), align: 'end', width: 18 },
    { title: say('columns.revenueShare'), align: 'end' }
  ] as const
  const rows = segments.map(({ name, customers, share, revenueMinor, revenueShare, missing, note }) => [
    [name[language], missing?.hint[language] ?? note?.[language]].filter(Boolean).join('. '),
    customers === null ? say('noData') : formatNumber(customers, language),
    share === null ? '' : formatShare(share, language),
    revenueMinor === null ? '' : formatMoney(revenueMinor, settings.currency, language),
    revenueShare === null ? '' : formatShare(revenueShare, language)
  ])
  return { kind: 'table', columns, rows }
}

function composeStep({ language }: Report, element: ModelElement, step: WalkStep, say: Say): Block[] {
  const blocks: Block[] = [{ kind: 'heading', level: 3, text: say('questions') }]
  if (step.status === 'skipped') blocks.push({ kind: 'text', text: say('skipped'), tone: 'muted' })
  if (element.questions.length === 0) blocks.pop()
  for (const [index, question] of element.questions.entries())
    blocks.push(composeEntry(question[language], step.answers[index] ?? '', say('noAnswer')))
  blocks.push({ kind: 'heading', level: 3, text: say('judgement') })
  blocks.push({ kind: 'entry', label: say('columns.maturity'), text: describeScore(step, language, say), isEmpty: step.score === null })
  if (step.justification.trim() !== '') blocks.push({ kind: 'entry', label: say('justification'), text: step.justification })
  blocks.push(composeEntry(say('decision'), step.decision, say('noDecision')))
  if (step.notes.trim() !== '') blocks.push({ kind: 'entry', label: say('notes'), text: step.notes })
  return blocks
}

function composeEntry(label: string, text: string, whenEmpty: string): Block {
  return text.trim() === '' ? { kind: 'entry', label, text: whenEmpty, isEmpty: true } : { kind: 'entry', label, text }
}
