import type { ElementState, Metric, ModelEvidence } from '../../src/shared/contract/models.ts'
import type { Text } from '../../src/shared/domain/text.ts'
import type { Model } from '../../src/shared/models/model.ts'

const STATES: readonly ElementState[] = ['target-met', 'steady', 'attention', 'not-compared', 'no-data']
const both = (text: string): Text => ({ en: text, es: text })

function makeMetric(id: string, value: number | null, name: string): Metric {
  const kpi = { id, name: both(name), formula: both('f'), unit: '%', better: 'up', sources: '', origin: 'app' } as const
  return {
    id,
    kpi,
    value,
    numerator: 1,
    denominator: 2,
    numeratorName: both('n'),
    denominatorName: both('d'),
    window: null,
    asOf: null,
    previous: 50,
    fewData: false,
    listable: true,
    noTrend: null,
    span: null,
    margin: null,
    listed: null,
    enterable: false,
    enteredByHand: false,
    enteredAt: null,
    target: null,
    missing: null
  }
}

/** Evidence for every element: a count, a share and a figure each, all the same. */
export function makeEvidence(
  model: Model,
  customers: number | null,
  share: number | null,
  value: number | null,
  name?: string
): ModelEvidence {
  return {
    model: model.id,
    asOf: '2026-10-31',
    window: null,
    provisional: false,
    elements: model.elements.map(({ id, segments, kpis }, index) => ({
      id,
      state: STATES[index % STATES.length] ?? 'no-data',
      stateReason: both('r'),
      removedSegments: [],
      segments: segments.map((segment) => ({
        id: name === undefined ? segment : `own-${segment}`,
        name: both(name ?? segment),
        customers,
        share,
        revenueMinor: 0,
        revenueShare: share,
        link: 'model',
        missing: null
      })),
      metrics: kpis.map((kpi) => makeMetric(name === undefined ? kpi : `own-${kpi}`, value, name ?? kpi))
    }))
  }
}
