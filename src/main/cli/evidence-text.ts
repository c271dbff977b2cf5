import type { ElementEvidence, Metric, ModelEvidence, SegmentEvidence } from '../../shared/contract/models.ts'
import type { Language } from '../../shared/domain/text.ts'
import { formatDifference, formatFigure, formatMargin } from '../../shared/i18n/figures.ts'
import { formatDate, formatNumber, formatShare } from '../../shared/i18n/formats.ts'
import { translate } from '../../shared/i18n/translate.ts'
import { describeWindow, listDaysCounted } from '../../shared/i18n/windows.ts'
import { readTarget } from '../../shared/models/element-state.ts'
import { formatOperand, type Operand } from '../../shared/models/format-operand.ts'
import { readTrend, type Trend } from '../../shared/models/node-text.ts'
import type { Call } from './command.ts'
import { renderTable, wrapText } from './table.ts'

const ARROWS: Readonly<Record<Trend, string>> = { up: '↗', down: '↘', same: '→' }

/** `reason` says in a word why there is no value, `hint` what to bring in; a window is given by its first and last day counted. */
function describeMetric(metric: Metric, language: Language): unknown {
  const { id, value, kpi, numerator, denominator, window, asOf, previous, margin, fewData, target, enteredByHand, enteredAt, missing } =
    metric
  return {
    id,
    value,
    unit: kpi.unit,
    numerator,
    denominator,
    window: window && listDaysCounted(window),
    asOf,
    previous,
    trend: readTrend(metric).trend,
    margin,
    fewData,
    target,
    targetState: readTarget(metric),
    enteredByHand,
    enteredAt,
    reason: missing?.code ?? null,
    hint: missing?.hint[language] ?? null
  }
}

/** A model's evidence as it is given in JSON. */
export function describeEvidence({ model, asOf, window, elements }: ModelEvidence, language: Language): unknown {
  return {
    model,
    asOf,
    window: window && listDaysCounted(window),
    elements: elements.map((element) => ({
      id: element.id,
      state: element.state,
      segments: element.segments.map(({ id, customers, share, revenueShare, link }) => ({ id, customers, share, revenueShare, link })),
      removedSegments: element.removedSegments.map(({ id }) => id),
      metrics: element.metrics.map((metric) => describeMetric(metric, language))
    }))
  }
}

/** What the evidence says, for people: its date and window, then every element. `names`: the elements' names by id. */
export function listEvidence(call: Call, evidence: ModelEvidence, names: ReadonlyMap<string, string>, currency: string): string[] {
  const { language } = call
  const { asOf, window } = evidence
  const facts = [
    ...(asOf === null ? [] : [`${translate(language, 'canvas.panel.asOf')}: ${formatDate(asOf, language)}`]),
    ...(window === null ? [] : [`${translate(language, 'canvas.panel.window')}: ${describeWindow(window, language)}`])
  ]
  const elements = evidence.elements.flatMap((element) =>
    listElement(call, element, names.get(element.id) ?? element.id, { currency, usual: window?.from ?? null })
  )
  return [...(facts.length === 0 ? [] : [facts.join(' · '), '']), ...elements]
}

interface Reading {
  currency: string
  /** Where the window of the whole evidence begins: a figure with another one says so. */
  usual: string | null
}

/** One element: its state and why, its segments, its figures; what is said about a row stands whole under it. */
function listElement(call: Call, element: ElementEvidence, name: string, reading: Reading): string[] {
  const { language } = call
  const removed = element.removedSegments.map((segment) => segment.name[language]).join(', ')
  return [
    `${name} (${element.id}) · ${translate(language, `canvas.state.${element.state}`)}`,
    ...indent(1, wrapText(element.stateReason[language])),
    ...indent(1, listSegments(call, element.segments)),
    ...indent(1, listFigures(call, element.metrics, reading)),
    ...(removed === '' ? [] : indent(1, wrapText(translate(language, 'evidenceEdit.removed', { names: removed })))),
    ''
  ]
}

function listSegments(call: Call, segments: readonly SegmentEvidence[]): string[] {
  const { language } = call
  const rows = segments.map((segment) => [
    segment.name[language],
    segment.customers === null ? null : formatNumber(segment.customers, language),
    segment.share === null ? null : formatShare(segment.share, language),
    segment.revenueShare === null ? null : formatShare(segment.revenueShare, language)
  ])
  const notes = segments.map(({ link, missing, note }) => [
    ...(link === 'added' ? [translate(language, 'evidenceEdit.linked')] : []),
    ...(missing ? [missing.hint[language]] : []),
    ...(note ? [note[language]] : [])
  ])
  return listWithNotes(call, ['segment', 'customers', 'share', 'revenueShare'], rows, notes)
}

function listFigures(call: Call, metrics: readonly Metric[], reading: Reading): string[] {
  const { language } = call
  const { currency } = reading
  const operand = ({ id, numerator, denominator }: Metric, part: Operand): string | null => {
    const value = part === 'numerator' ? numerator : denominator
    return value === null ? null : formatOperand(id, part, value, currency, language)
  }
  const rows = metrics.map((metric) => [
    metric.kpi.name[language],
    metric.value === null ? null : formatFigure(metric.value, metric.kpi.unit, currency, language),
    describeTrend(metric, reading, language),
    operand(metric, 'numerator'),
    operand(metric, 'denominator')
  ])
  const notes = metrics.map((metric) => [
    ...describeReading(call, metric, reading),
    ...describeTarget(metric, currency, language),
    ...(metric.noTrend ? [metric.noTrend[language]] : []),
    ...(metric.missing ? [metric.missing.hint[language]] : [])
  ])
  return listWithNotes(call, ['figure', 'value', 'trend', 'numerator', 'denominator'], rows, notes)
}

/** `↗ +2.1 pp`; unchanged the arrow alone; null where nothing came before. */
function describeTrend(metric: Metric, { currency }: Reading, language: Language): string | null {
  const { trend } = readTrend(metric)
  if (trend === null || metric.value === null || metric.previous === null) return null
  if (trend === 'same') return `${ARROWS.same} ${translate(language, 'canvas.trend.same')}`
  return `${ARROWS[trend]} ${formatDifference(metric.value - metric.previous, metric.kpi.unit, currency, language)}`
}

/** How firmly a figure stands: few data, its margin, what it was before, a window of its own, whether a person wrote it down. */
function describeReading(call: Call, metric: Metric, { currency, usual }: Reading): string[] {
  const { language } = call
  const { kpi, previous, margin, fewData, window, span, asOf, enteredByHand, enteredAt } = metric
  const say = (key: string, values?: Record<string, string>): string => translate(language, key, values)
  const facts = [
    ...(fewData ? [say('canvas.panel.fewData')] : []),
    ...(margin === null ? [] : [say('canvas.panel.marginValue', { margin: formatMargin(margin, kpi.unit, language) })]),
    ...(previous === null ? [] : [call.t('before', { figure: formatFigure(previous, kpi.unit, currency, language) })]),
    ...(window === null || window.from === usual ? [] : [describeWindow(window, language)]),
    ...(span === 'history' && window === null && asOf !== null
      ? [say('canvas.panel.wholeHistory', { date: formatDate(asOf, language) })]
      : []),
    ...(enteredByHand
      ? [enteredAt === null ? say('evidenceEdit.byHand') : say('evidenceEdit.byHandOn', { date: formatDate(enteredAt, language) })]
      : [])
  ]
  return facts.length === 0 ? [] : [facts.join(' · ')]
}

/** `Target at least 60%: met.` */
function describeTarget(metric: Metric, currency: string, language: Language): string[] {
  const { target, kpi } = metric
  if (target === null) return []
  const say = (key: string): string => translate(language, `evidenceEdit.${key}`)
  const state = readTarget(metric)
  const figure = formatFigure(target, kpi.unit, currency, language)
  return [`${say('target')} ${say(`better.${kpi.better}`)} ${figure}${state ? `: ${say(state)}` : ''}.`]
}

/** A table whose rows have sentences under them, which no column could hold. */
function listWithNotes(
  call: Call,
  keys: readonly string[],
  rows: readonly (readonly (string | null)[])[],
  notes: readonly (readonly string[])[]
): string[] {
  if (rows.length === 0) return []
  const [head = '', ...lines] = renderTable(
    keys.map((key, index) => ({ title: call.t(key), right: index > 0 })),
    rows
  )
  return [
    head,
    ...lines.flatMap((line, index) => [
      line,
      ...indent(
        2,
        (notes[index] ?? []).flatMap((note) => wrapText(note))
      )
    ])
  ]
}

const indent = (depth: number, lines: readonly string[]): string[] => lines.map((line) => '  '.repeat(depth) + line)
