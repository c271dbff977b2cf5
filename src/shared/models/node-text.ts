import type { ElementEvidence, ElementState, Metric, SegmentEvidence } from '../contract/models.ts'
import type { Language } from '../domain/text.ts'
import { formatFigure, isNoMove } from '../i18n/figures.ts'
import { formatNumber, formatShare } from '../i18n/formats.ts'
import { areas } from '../i18n/messages/index.ts'
import { translate } from '../i18n/translate.ts'
import { asksAttention, readTarget } from './element-state.ts'
import { hasEvidence } from './hold.ts'
import type { ModelElement } from './model.ts'

export type Trend = 'up' | 'down' | 'same'
export interface NodeSegment {
  readonly id: string
  readonly name: string
  /** `214`; null: the data can't say. */
  readonly customers: string | null
  /** Share of revenue, `71 %`. */
  readonly revenueShare: string | null
}
export interface NodeFigure {
  readonly id: string
  readonly name: string
  readonly value: string | null
  readonly trend: Trend | null
  /** It misses its target or got worse by enough to ask for attention: the rule of `element-state`, so that amber means the same everywhere. */
  readonly isWorse: boolean
  /** Against its target; null without one. */
  readonly target: 'met' | 'missed' | null
}
export interface NodeText {
  readonly number: string | null
  readonly name: string
  readonly prompt: string | null
  readonly state: ElementState | null
  /** The leading ones, and how many are linked in all. */
  readonly segments: readonly NodeSegment[]
  readonly segmentTotal: number
  readonly figures: readonly NodeFigure[]
  /** Everything the node shows, names in full: a line each for whoever points at it, in one sentence for screen readers. */
  readonly lines: readonly string[]
  readonly label: string
}
export interface Reader {
  readonly language: Language
  readonly currency: string
}

const SEGMENTS_SHOWN = 2

/** What a node says. A figure with a value goes before one without; segments with members before empty ones, the significant customers first, else in file order. */
export function composeNode(element: ModelElement, evidence: ElementEvidence | undefined, reader: Reader): NodeText {
  const segments = pickSegments(evidence?.segments ?? []).map((segment) => describeSegment(segment, reader))
  const figures = pickLeading(evidence?.metrics ?? []).map((metric) => describeMetric(metric, reader))
  const text = {
    number: element.order === null ? null : String(element.order),
    name: element.name[reader.language],
    prompt: element.prompt?.[reader.language] ?? null,
    // What groups others has no figures of its own to judge.
    state: hasEvidence(element) ? (evidence?.state ?? null) : null,
    segments,
    segmentTotal: evidence?.segments.length ?? 0,
    figures
  }
  const lines = composeLines(element, text, evidence, reader)
  return { ...text, lines, label: lines.join('. ') }
}

/** Says most in least room wherever a model links it: shown before the others. */
const MOST_TELLING = 's_ssc'

function rankSegment({ id, customers }: SegmentEvidence): number {
  if (customers === null) return 3
  if (customers === 0) return 2
  return id === MOST_TELLING ? 0 : 1
}

export function pickSegments(segments: readonly SegmentEvidence[]): SegmentEvidence[] {
  return [...segments].sort((a, b) => rankSegment(a) - rankSegment(b)).slice(0, SEGMENTS_SHOWN)
}

/** Figures with a value first; few-data ones after those that stand firm. */
export function pickMetrics(metrics: readonly Metric[]): Metric[] {
  const rank = (metric: Metric): number => (metric.value === null ? 2 : metric.fewData ? 1 : 0)
  return [...metrics].sort((a, b) => rank(a) - rank(b))
}

/** On a node, a figure somebody set a target for goes before the others. */
function pickLeading(metrics: readonly Metric[]): Metric[] {
  const rank = (metric: Metric): number => (readTarget(metric) === null ? 1 : 0)
  return pickMetrics(metrics).sort((a, b) => rank(a) - rank(b))
}

const shortNames = (language: Language, kind: 'short' | 'shortKpi'): Readonly<Record<string, string>> => areas.canvas[language][kind]

/** A segment's name as it fits on a node. */
export function nameSegment(segment: Pick<SegmentEvidence, 'id' | 'name'>, language: Language): string {
  return shortNames(language, 'short')[segment.id] ?? segment.name[language]
}

/** A KPI's name as it fits on a node. */
export function nameKpi({ id, name }: Pick<Metric['kpi'], 'id' | 'name'>, language: Language): string {
  return shortNames(language, 'shortKpi')[id] ?? name[language]
}

function describeSegment(segment: SegmentEvidence, { language }: Reader): NodeSegment {
  return {
    id: segment.id,
    name: nameSegment(segment, language),
    customers: segment.customers === null ? null : formatNumber(segment.customers, language),
    revenueShare: segment.revenueShare === null || segment.customers === null ? null : formatShare(segment.revenueShare, language)
  }
}

export function readTrend(metric: Pick<Metric, 'value' | 'previous' | 'kpi' | 'fewData' | 'target'>): {
  trend: Trend | null
  isWorse: boolean
} {
  if (metric.value === null || metric.previous === null) return { trend: null, isWorse: asksAttention(metric) }
  const difference = metric.value - metric.previous
  // A move that prints as 0, or that a large figure hides in its rounding, is none to the reader.
  if (isNoMove(difference, metric.kpi.unit) || Math.abs(difference) <= Math.abs(metric.previous) * 0.001)
    return { trend: 'same', isWorse: asksAttention(metric) }
  const trend = difference > 0 ? 'up' : 'down'
  return { trend, isWorse: asksAttention(metric) }
}

function describeMetric(metric: Metric, { language, currency }: Reader): NodeFigure {
  return {
    id: metric.id,
    name: nameKpi({ id: metric.id, name: metric.kpi.name }, language),
    value: metric.value === null ? null : formatFigure(metric.value, metric.kpi.unit, currency, language),
    target: readTarget(metric),
    ...readTrend(metric)
  }
}

/** `Paso 2`, `Base`: the kind of an element, with its number where it has one. */
export function nameKind(element: ModelElement, language: Language, total?: number): string {
  const kind = translate(language, `canvas.kind.${element.kind.replaceAll(' ', '_')}`)
  if (element.order === null) return kind
  if (total === undefined) return translate(language, 'canvas.numbered', { kind, order: element.order })
  return translate(language, 'canvas.numberedOf', { kind, order: element.order, total })
}

function composeLines(
  element: ModelElement,
  text: Omit<NodeText, 'lines' | 'label'>,
  evidence: ElementEvidence | undefined,
  { language }: Reader
): string[] {
  const say = (key: string, values: Record<string, string | number> = {}): string => translate(language, `canvas.${key}`, values)
  const head = [nameKind(element, language), text.name, ...(text.state ? [say(`state.${text.state}`)] : [])].join(', ')
  const segments = text.segments.flatMap((segment) => {
    if (segment.customers === null) return []
    const count = evidence?.segments.find((each) => each.id === segment.id)?.customers ?? 0
    const parts = [
      say('customers', { count, value: segment.customers }),
      ...(segment.revenueShare ? [say('ofRevenue', { share: segment.revenueShare })] : [])
    ]
    return [`${segment.name}: ${parts.join(', ')}`]
  })
  const figures = text.figures
    .slice(0, element.kind === 'foundation' ? text.figures.length : 1)
    .map(
      (figure) =>
        `${figure.name}: ${[figure.value ?? say('noData'), ...(figure.trend ? [say(`trend.${figure.trend}`)] : []), ...(figure.target ? [say(`target.${figure.target}`)] : [])].join(', ')}`
    )
  const rest = text.segmentTotal - text.segments.length
  return [head, ...segments, ...(rest > 0 ? [say('moreSegments', { count: rest })] : []), ...figures]
}
