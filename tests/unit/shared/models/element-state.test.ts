import { describe, expect, it } from 'vitest'
import type { Kpi, Metric, SegmentEvidence } from '../../../../src/shared/contract/models.ts'
import { judgeContainer, judgeElement } from '../../../../src/shared/models/element-state.ts'

const both = (text: string): { en: string; es: string } => ({ en: text, es: text })
function makeMetric(value: number | null, previous: number | null, given: Partial<Kpi> = {}, fewData = false): Metric {
  const kpi: Kpi = {
    id: 'k',
    name: both('Figure'),
    formula: both('f'),
    unit: '%',
    better: 'up',
    sources: '',
    origin: 'app',
    ...given
  }
  const missing = value === null ? ({ code: 'needs-data', needs: ['orders'], hint: both('Bring in orders.') } as const) : null
  return {
    id: kpi.id,
    kpi,
    value,
    numerator: null,
    denominator: null,
    numeratorName: null,
    denominatorName: null,
    window: null,
    asOf: null,
    previous,
    fewData,
    listable: false,
    noTrend: null,
    span: null,
    margin: null,
    listed: null,
    enterable: false,
    enteredByHand: false,
    enteredAt: null,
    target: null,
    missing: missing && { ...missing, needs: [...missing.needs] }
  }
}
const makeSegment = (id: string, share: number | null): SegmentEvidence => ({
  id,
  name: both(id),
  customers: 1,
  share,
  revenueMinor: 0,
  revenueShare: 0,
  link: 'model',
  missing: null
})
const stateOf = (metrics: Metric[], segments: SegmentEvidence[] = []): string => judgeElement(metrics, segments, 'EUR').state

describe('judgeElement', () => {
  it('compares nothing of an element that has segments alone, and says what the first of them wants', () => {
    const unknown = {
      ...makeSegment('s_target', null),
      customers: null,
      missing: { code: 'needs-rule' as const, needs: [], hint: both('Save a rule.') }
    }
    expect(stateOf([], [makeSegment('s_new', 0.1), unknown])).toBe('not-compared')
    expect(stateOf([], [makeSegment('s_incomplete', 0.3)])).toBe('attention')
    expect(judgeElement([], [unknown], 'EUR')).toMatchObject({
      state: 'no-data',
      stateReason: { en: expect.stringContaining('Save a rule.') as string }
    })
  })

  it('has nothing to say when no figure has a value', () => {
    expect(stateOf([makeMetric(null, null), makeMetric(50, 50)])).toBe('steady')
    const { state, stateReason } = judgeElement([makeMetric(null, null), makeMetric(null, null)], [], 'EUR')
    expect(state).toBe('no-data')
    expect(stateReason.en).toContain('Bring in orders.')
  })

  it.each([
    ['down by 5 points', makeMetric(45, 50), 'attention'],
    ['down by less', makeMetric(45.1, 50), 'steady'],
    ['up where down is better', makeMetric(55, 50, { better: 'down' }), 'attention'],
    ['down where down is better', makeMetric(45, 50, { better: 'down' }), 'steady'],
    ['down without a direction', makeMetric(10, 50, { better: 'info' }), 'not-compared'],
    ['down with few data', makeMetric(10, 50, {}, true), 'not-compared'],
    ['without a window before', makeMetric(10, null), 'not-compared'],
    ['money down by a tenth', makeMetric(900, 1000, { unit: 'currency' }), 'attention'],
    ['money down by less', makeMetric(901, 1000, { unit: 'currency' }), 'steady']
  ])('%s', (_name, metric, state) => {
    expect(stateOf([metric])).toBe(state)
  })

  it('looks at every figure that has a direction, not only at the first', () => {
    expect(stateOf([makeMetric(70, 70, { better: 'info' }), makeMetric(40, 50)])).toBe('attention')
    expect(stateOf([makeMetric(70, 70), makeMetric(23, 31, { unit: '−100…100' })])).toBe('attention')
  })

  it('claims nothing where nothing was compared, and names what was', () => {
    const notCompared = judgeElement([makeMetric(10, null)], [], 'EUR').stateReason
    expect(notCompared.en).toContain('None of its figures that has a better and a worse side can be compared')
    const steady = judgeElement([makeMetric(10, null, { name: both('Alone') }), makeMetric(50, 50)], [], 'EUR').stateReason
    expect(steady.en).toMatch(/^Compared with the window before: Figure\./)
    expect(steady.es).toContain('5 puntos')
  })

  it('gives every reason for attention', () => {
    const { stateReason } = judgeElement([makeMetric(45, 50), makeMetric(1, 9)], [makeSegment('s_bz', 0.5)], 'EUR')
    expect(stateReason.en).toMatch(/50% to 45%.*9% to 1%.*s_bz: 50%/)
  })

  it('watches the size of some segments', () => {
    expect(stateOf([makeMetric(50, 50)], [makeSegment('s_all', 1), makeSegment('s_incomplete', 0.25)])).toBe('steady')
    expect(stateOf([makeMetric(50, 50)], [makeSegment('s_incomplete', 0.26)])).toBe('attention')
    expect(stateOf([makeMetric(50, 50)], [makeSegment('s_incomplete', null)])).toBe('steady')
  })

  it('says in both languages what happened and that the rule is ours', () => {
    const { stateReason } = judgeElement([makeMetric(45, 50)], [], 'EUR')
    expect(stateReason.en).toBe(
      'Figure went from 50% to 45%: worse than the window before by 5 points or more. This rule is ours, not the authors’.'
    )
    expect(stateReason.es.replaceAll('\u00a0', ' ')).toBe(
      'Figure pasó de 50 % a 45 %: peor que en la ventana anterior por 5 puntos o más. Esta regla es nuestra, no de los autores.'
    )
  })
})

describe('a target', () => {
  const withTarget = (value: number | null, target: number, given: Partial<Kpi> = {}, previous: number | null = null): Metric => ({
    ...makeMetric(value, previous, given),
    target
  })

  it.each([
    ['reached', withTarget(50, 50), 'target-met'],
    ['not reached', withTarget(49.9, 50), 'attention'],
    ['kept within, where down is better', withTarget(5, 5, { better: 'down' }), 'target-met'],
    ['passed, where down is better', withTarget(5.1, 5, { better: 'down' }), 'attention'],
    ['reached by a figure that got worse', withTarget(60, 50, {}, 90), 'target-met'],
    ['missed by a figure that got better', withTarget(40, 50, {}, 10), 'attention'],
    ['of a figure without a value', withTarget(null, 50), 'no-data'],
    ['of a figure that only informs', withTarget(40, 50, { better: 'info' }), 'not-compared']
  ])('%s', (_what, metric, state) => {
    expect(stateOf([metric])).toBe(state)
  })

  it('leaves the other figures to their comparison', () => {
    expect(stateOf([withTarget(60, 50), makeMetric(45, 50)])).toBe('attention')
    expect(stateOf([makeMetric(50, 50), withTarget(60, 50)])).toBe('target-met')
  })

  it('says what was set and what there is', () => {
    const { stateReason } = judgeElement([withTarget(49.5, 50)], [], 'EUR')
    expect(stateReason.en).toContain('Figure is at 49.5%: below its target of 50%.')
    expect(stateReason.es.replaceAll('\u00a0', ' ')).toContain('Figure está en 49,5 %: por debajo de su objetivo de 50 %.')
  })
})

describe('judgeContainer', () => {
  const element = (
    name: string,
    state: 'steady' | 'attention' | 'not-compared' | 'no-data'
  ): { name: { en: string; es: string }; state: typeof state } => ({ name: both(name), state })
  it('takes attention before steady before no-data and names where it comes from', () => {
    expect(judgeContainer([element('A', 'steady'), element('B', 'attention')])).toMatchObject({
      state: 'attention',
      stateReason: { en: expect.stringContaining('B') as string }
    })
    expect(judgeContainer([element('A', 'steady'), element('B', 'no-data')]).state).toBe('steady')
    expect(judgeContainer([element('A', 'no-data'), element('B', 'not-compared')]).state).toBe('not-compared')
    expect(judgeContainer([element('A', 'steady'), element('B', 'not-compared')]).state).toBe('steady')
    expect(judgeContainer([element('A', 'no-data')]).state).toBe('no-data')
  })

  it('says what an element that contains nothing is part of, or that nothing is linked to it', () => {
    const part = judgeContainer([], [both('Channels')])
    expect(part.state).toBe('not-compared')
    expect(part.stateReason.en).toContain('part of Channels')
    expect(judgeContainer([])).toMatchObject({
      state: 'no-data',
      stateReason: { en: expect.stringContaining('is linked to it') as string }
    })
  })
})
