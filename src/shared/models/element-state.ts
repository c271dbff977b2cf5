import type { ElementEvidence, Metric, SegmentEvidence } from '../contract/models.ts'
import { LANGUAGES, type Language, type Text } from '../domain/text.ts'
import { formatNumber, formatShare } from '../i18n/formats.ts'
import { translate } from '../i18n/translate.ts'
import { formatFigure } from '../i18n/figures.ts'

/** All of this is ours, not the authors'; every reason says so. */
export const WORSE_POINTS = 5
export const WORSE_SHARE = 0.1
/** Segments that ask for attention when they hold more than this share of the live customers. */
export const WATCHED_SHARES: Readonly<Record<string, number>> = {
  s_incomplete: 0.25,
  s_duplicates: 0.05,
  s_no_consent: 0.5,
  s_detractors: 0.1,
  s_bz: 0.1,
  s_untagged: 0.5
}
const POINT_UNITS = new Set(['%', 'pp', '−100…100', '0–100', 'per 100'])

type State = Pick<ElementEvidence, 'state' | 'stateReason'>
type Phrase = (language: Language) => string

/**
 * State of an element from its own figures. attention: one of them misses its target; or has none and got worse, in its
 * direction, by at least `WORSE_POINTS` points (other units: `WORSE_SHARE` of the value before) against the window before; or a
 * watched segment is above its share. no-data: none has a value. target-met: some have a target, and meet it. not-compared:
 * none can be compared. steady: some were compared and none got clearly worse; without a target the word on screen claims
 * none. Figures with few data are not compared with the window before; a target is a person's word and counts all the same.
 */
export function judgeElement(metrics: readonly Metric[], segments: readonly SegmentEvidence[], currency: string): State {
  const asking = metrics.filter(asksAttention)
  const large = segments.filter(isTooLarge)
  if (asking.length + large.length > 0)
    return { state: 'attention', stateReason: say((language) => describeAttention(asking, large, currency, language)) }
  const [leading] = metrics
  if (!leading) return judgeSegments(segments)
  if (metrics.every(({ value }) => value === null))
    return { state: 'no-data', stateReason: say((language) => describeNoData(leading, language)) }
  const met = metrics.filter((metric) => readTarget(metric) === 'met')
  if (met.length > 0)
    return {
      state: 'target-met',
      stateReason: say((language) => met.map((metric) => describeTarget(metric, currency, language)).join(' '))
    }
  const compared = metrics.filter(isComparable)
  if (compared.length === 0)
    return { state: 'not-compared', stateReason: say((language) => translate(language, 'evidence.state.notCompared')) }
  return { state: 'steady', stateReason: say((language) => describeSteady(compared, language)) }
}

/** Segments alone are never compared with the window before. */
function judgeSegments(segments: readonly SegmentEvidence[]): State {
  const [leading] = segments
  if (!leading) return judgeContainer([])
  if (segments.some(({ missing }) => missing === null))
    return { state: 'not-compared', stateReason: say((language) => translate(language, 'evidence.state.segmentsOnly')) }
  return {
    state: 'no-data',
    stateReason: say((language) =>
      translate(language, 'evidence.state.segmentNoData', { segment: leading.name[language], hint: leading.missing?.hint[language] ?? '' })
    )
  }
}

/**
 * State of an element that has no figures of its own, from those it contains: attention before target-met before steady before
 * not-compared before no-data. One that contains nothing either is not compared: it says what it is part of (`within`).
 */
export function judgeContainer(contained: readonly { name: Text; state: ElementEvidence['state'] }[], within: readonly Text[] = []): State {
  if (contained.length === 0) return judgePart(within)
  const state =
    (['attention', 'target-met', 'steady', 'not-compared'] as const).find((each) => contained.some((element) => element.state === each)) ??
    'no-data'
  if (state === 'no-data') return { state, stateReason: say((language) => translate(language, 'evidence.state.containedNone')) }
  const names = contained.filter((element) => element.state === state).map(({ name }) => name)
  return {
    state,
    stateReason: say((language) =>
      translate(language, 'evidence.state.contained', { names: names.map((name) => name[language]).join(', ') })
    )
  }
}

function judgePart(within: readonly Text[]): State {
  if (within.length === 0) return { state: 'no-data', stateReason: say((language) => translate(language, 'evidence.state.nothingLinked')) }
  return {
    state: 'not-compared',
    stateReason: say((language) => translate(language, 'evidence.state.part', { names: within.map((name) => name[language]).join(', ') }))
  }
}

type Compared = Pick<Metric, 'kpi' | 'value' | 'previous' | 'fewData'>
type Judged = Compared & Pick<Metric, 'target'>

/** Whether a figure stands where a person wants it, by its better side; null without a target, a value or a better side. */
export function readTarget({ kpi, value, target }: Pick<Metric, 'kpi' | 'value' | 'target'>): 'met' | 'missed' | null {
  if (target === null || value === null || kpi.better === 'info') return null
  return (kpi.better === 'up' ? value >= target : value <= target) ? 'met' : 'missed'
}

/** Whether a figure makes its element ask for attention: it misses its target or, without one, got clearly worse. */
export function asksAttention(metric: Judged): boolean {
  const judged = readTarget(metric)
  return judged === null ? isWorse(metric) : judged === 'missed'
}

/** Whether a figure has a better side, enough cases and a window before to be measured against. */
function isComparable({ kpi, value, previous, fewData }: Compared): boolean {
  return value !== null && previous !== null && !fewData && kpi.better !== 'info'
}

/** Whether a figure got worse by enough to ask for attention where it has no target. */
export function isWorse(metric: Compared): boolean {
  const { kpi, value, previous } = metric
  if (!isComparable(metric) || value === null || previous === null) return false
  const drop = kpi.better === 'up' ? previous - value : value - previous
  return POINT_UNITS.has(kpi.unit) ? drop >= WORSE_POINTS : previous !== 0 && drop / Math.abs(previous) >= WORSE_SHARE
}

function isTooLarge({ id, share }: SegmentEvidence): boolean {
  const limit = WATCHED_SHARES[id]
  return limit !== undefined && share !== null && share > limit
}

/** Builds the reason in every language and adds whose rule it is. */
function say(phrase: Phrase): Text {
  const [es, en] = LANGUAGES.map((language) => `${phrase(language)} ${translate(language, 'evidence.state.ours')}`)
  return { en: en ?? '', es: es ?? '' }
}

function describeNoData({ kpi, missing }: Metric, language: Language): string {
  return translate(language, 'evidence.state.noData', { kpi: kpi.name[language], hint: missing?.hint[language] ?? '' })
}

function describeWorse({ kpi, value, previous }: Metric, currency: string, language: Language): string {
  const isPoints = POINT_UNITS.has(kpi.unit)
  return translate(language, isPoints ? 'evidence.state.worsePoints' : 'evidence.state.worseShare', {
    kpi: kpi.name[language],
    before: formatFigure(previous ?? 0, kpi.unit, currency, language),
    now: formatFigure(value ?? 0, kpi.unit, currency, language),
    margin: isPoints ? formatNumber(WORSE_POINTS, language) : formatShare(WORSE_SHARE, language)
  })
}

function describeTarget(metric: Metric, currency: string, language: Language): string {
  const { kpi, value, target } = metric
  return translate(language, `evidence.state.${readTarget(metric) === 'met' ? 'targetMet' : 'targetMissed'}.${kpi.better}`, {
    kpi: kpi.name[language],
    now: formatFigure(value ?? 0, kpi.unit, currency, language),
    target: formatFigure(target ?? 0, kpi.unit, currency, language)
  })
}

function describeLarge({ id, name, share }: SegmentEvidence, language: Language): string {
  return translate(language, 'evidence.state.largeSegment', {
    segment: name[language],
    share: formatShare(share ?? 0, language),
    limit: formatShare(WATCHED_SHARES[id] ?? 0, language)
  })
}

function describeAttention(asking: readonly Metric[], large: readonly SegmentEvidence[], currency: string, language: Language): string {
  return [
    ...asking.map((metric) => (readTarget(metric) === null ? describeWorse : describeTarget)(metric, currency, language)),
    ...large.map((segment) => describeLarge(segment, language))
  ].join(' ')
}

function describeSteady(compared: readonly Metric[], language: Language): string {
  return translate(language, 'evidence.state.steady', {
    kpis: compared.map(({ kpi }) => kpi.name[language]).join(', '),
    points: formatNumber(WORSE_POINTS, language),
    part: formatShare(WORSE_SHARE, language)
  })
}
