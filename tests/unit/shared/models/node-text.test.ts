import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ElementEvidence, Metric, SegmentEvidence } from '../../../../src/shared/contract/models.ts'
import { Model, type ModelElement } from '../../../../src/shared/models/model.ts'
import { countSeries } from '../../../../src/shared/models/element-series.ts'
import { composeNode, nameKind, readTrend } from '../../../../src/shared/models/node-text.ts'

const idic = Model.parse(JSON.parse(readFileSync('resources/models/idic.json', 'utf8')))
const find = (id: string): ModelElement => {
  const element = idic.elements.find((each) => each.id === id)
  if (!element) throw new Error(`no ${id}`)
  return element
}
const segment = (id: string, customers: number | null, revenueShare: number | null = null): SegmentEvidence => ({
  id,
  name: { en: id, es: id },
  customers,
  share: null,
  revenueMinor: null,
  revenueShare,
  link: 'model',
  missing: null
})
const metric = (id: string, value: number | null, previous: number | null = null, better: Metric['kpi']['better'] = 'up'): Metric => ({
  id,
  kpi: { id, name: { en: id, es: id }, formula: { en: '', es: '' }, unit: '%', better, sources: '', origin: 'ours' },
  value,
  previous,
  numerator: null,
  denominator: null,
  numeratorName: null,
  denominatorName: null,
  window: null,
  asOf: null,
  fewData: false,
  noTrend: null,
  span: null,
  margin: null,
  listed: null,
  enterable: false,
  enteredByHand: false,
  enteredAt: null,
  target: null,
  listable: false,
  missing: null
})
const evidence = (segments: SegmentEvidence[], metrics: Metric[]): ElementEvidence => ({
  id: 'idic.differentiate',
  state: 'attention',
  stateReason: { en: '', es: '' },
  segments,
  removedSegments: [],
  metrics
})
const es = { language: 'es', currency: 'EUR' } as const

describe('what a node says', () => {
  it('reads as one sentence for screen readers', () => {
    const text = composeNode(find('idic.differentiate'), evidence([segment('s_ssc', 214, 0.71)], [metric('k_top20_share', 71.4, 70)]), es)
    expect(text.label.replaceAll('\u00a0', ' ')).toBe(
      'Paso 2, Diferenciar, requiere atención. SSC: 214 clientes, 71 % del ingreso. 20 % superior: 71,4 %, sube'
    )
  })

  it('says one customer in the singular', () => {
    expect(
      composeNode(find('idic.differentiate'), evidence([segment('s_ssc', 1)], []), { language: 'en', currency: 'EUR' }).label
    ).toContain('SSC: 1 customer')
  })

  it("shows two segments at most, the significant customers and those with members first, and never a zero for what the data can't say", () => {
    const { segments } = composeNode(
      find('idic.differentiate'),
      evidence([segment('s_mvc', null), segment('s_bz', 0), segment('s_untagged', 3), segment('s_ssc', 9, 0.5)], []),
      es
    )
    expect(segments.map(({ id, customers }) => [id, customers])).toEqual([
      ['s_ssc', '9'],
      ['s_untagged', '3']
    ])
    expect(composeNode(find('idic.differentiate'), evidence([segment('s_mvc', null, 0.3)], []), es).segments[0]).toMatchObject({
      customers: null,
      revenueShare: null
    })
  })

  it('leads with a figure that has a value and says "no data" when none has', () => {
    expect(
      composeNode(find('idic.identify'), evidence([], [metric('k_duplicate_rate', null), metric('k_identified_sales', 94)]), es).figures[0]
        ?.id
    ).toBe('k_identified_sales')
    const empty = composeNode(find('idic.identify'), evidence([], [metric('k_duplicate_rate', null)]), es)
    expect(empty.figures[0]?.value).toBeNull()
    expect(empty.label).toContain('Duplicados: sin datos')
  })

  it('stands without evidence', () => {
    expect(composeNode(find('idic.trust'), undefined, es)).toMatchObject({
      number: null,
      name: 'Confianza',
      state: null,
      segments: [],
      figures: [],
      label: 'Base, Confianza'
    })
  })

  it.each([
    [71, 70, 'up', 'up', false],
    [60, 70, 'up', 'down', true],
    [69, 70, 'up', 'down', false],
    [80, 70, 'down', 'up', true],
    [71, 70, 'info', 'up', false],
    [70.01, 70, 'up', 'same', false],
    [70.04, 69.96, 'info', 'up', false],
    [0.04, 0.0, 'up', 'same', false],
    [70, null, 'up', null, false]
  ] as const)('reads %s after %s (better: %s) as %s, worse: %s', (value, previous, better, trend, isWorse) => {
    expect(readTrend(metric('k', value, previous, better))).toEqual({ trend, isWorse })
  })

  it('numbers elements among their kind', () => {
    const step = find('idic.interact')
    expect(nameKind(step, 'es', countSeries(idic, step))).toBe('Paso 3 de 4')
    expect(nameKind(find('idic.trust'), 'en')).toBe('Foundation')
  })
})
