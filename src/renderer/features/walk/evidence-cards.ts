import type { DataKind } from '../../../shared/contract/base.ts'
import type { ElementEvidence, Metric, SegmentEvidence } from '../../../shared/contract/models.ts'

export type EvidenceCard =
  { readonly kind: 'metric'; readonly metric: Metric } | { readonly kind: 'segment'; readonly segment: SegmentEvidence }

const SHOWN = 3

/**
 * What a group looks at before it answers: the first figure that stands firm, then the segments with members, then further
 * figures, three in all. What has no answer is not a card; `namesMissing` lists it.
 */
export function chooseCards(evidence: ElementEvidence): EvidenceCard[] {
  const metrics = evidence.metrics
    .filter((metric) => metric.value !== null)
    .sort((a, b) => Number(a.fewData) - Number(b.fewData))
    .map((metric): EvidenceCard => ({ kind: 'metric', metric }))
  const segments = evidence.segments
    .filter((segment) => (segment.customers ?? 0) > 0)
    .map((segment): EvidenceCard => ({ kind: 'segment', segment }))
  return [...metrics.slice(0, 1), ...segments.slice(0, SHOWN - 1), ...metrics.slice(1), ...segments.slice(SHOWN - 1)].slice(0, SHOWN)
}

/** Figures a person writes down: not yet written, or written by hand; one that the data has computed needs nobody. */
export function listByHand({ metrics }: ElementEvidence): Metric[] {
  return metrics.filter(({ enterable, enteredByHand, value }) => enterable && (enteredByHand || value === null))
}

/** The kinds of data that figures and segments of the element lack. */
export function listMissingKinds({ metrics, segments }: ElementEvidence): DataKind[] {
  return [...new Set([...metrics, ...segments].flatMap(({ missing }) => (missing?.code === 'needs-data' ? missing.needs : [])))]
}

/** Figures and segments of the element that the data can't answer, beside those a person writes down. */
export function listMissing(evidence: ElementEvidence): Metric['kpi']['name'][] {
  return [
    ...evidence.metrics.filter((metric) => metric.value === null && !metric.enterable).map((metric) => metric.kpi.name),
    ...evidence.segments.filter((segment) => segment.customers === null).map((segment) => segment.name)
  ]
}
