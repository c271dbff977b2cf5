import { describe, expect, it } from 'vitest'
import type { Kpi, Metric } from '../../../../src/shared/contract/models.ts'
import { workFormula } from '../../../../src/shared/models/work-formula.ts'

type Worked = Pick<Metric, 'id' | 'kpi' | 'value' | 'numerator' | 'denominator'>

const TEXT = { en: 'x', es: 'x' }
const makeMetric = (id: string, unit: Kpi['unit'], value: number | null, numerator: number | null, denominator: number | null): Worked => ({
  id,
  kpi: { id, name: TEXT, formula: TEXT, unit, better: 'up', sources: 'orders', origin: 'app' },
  value,
  numerator,
  denominator
})
const write = (metric: Worked, language: 'en' | 'es' = 'en'): string | null => workFormula(metric, 'EUR', language)

describe('a formula with its numbers put in', () => {
  it('is a share where that gives the value', () => {
    const retention = makeMetric('k_retention', '%', (100 * 1204) / 3910, 1204, 3910)
    expect(write(retention)).toBe('1,204 / 3,910 = 30.8%')
    expect(write(retention, 'es')).toBe('1.204 / 3.910 = 30,8\u00a0%')
  })

  it('is what is left of a share, or a growth, where one of those gives the value', () => {
    expect(write(makeMetric('k_churn', '%', 25, 75, 100))).toBe('1 − 75 / 100 = 25%')
    expect(write(makeMetric('k_arpc_growth', '%', 10, 110_00, 100_00))).toBe('€110.00 / €100.00 − 1 = 10%')
  })

  it('is a difference of two shares in points', () => {
    expect(write(makeMetric('k_uplift', 'pp', 7.5, 20, 12.5))).toBe('20% − 12.5% = 7.5\u00a0pp')
  })

  it('allows a mean amount to be rounded to a whole cent', () => {
    expect(write(makeMetric('k_crc', 'currency', 333, 1000, 3))).toBe('€10.00 / 3 = €3.33')
    expect(write(makeMetric('k_crc', 'currency', 334, 1000, 3))).toBeNull()
  })

  it('multiplies what is counted per 100 or in points', () => {
    expect(write(makeMetric('k_complaint_rate', 'per 100', 2.5, 5, 200))).toBe('100 × 5 / 200 = 2.5')
    expect(write(makeMetric('k_nps', '−100…100', 40, 60, 150))).toBe('100 × 60 / 150 = 40')
  })

  it('claims nothing where the value does not follow from its two numbers', () => {
    expect(write(makeMetric('k_first_response', 'hours', 3.5, 40, 55))).toBeNull()
    expect(write(makeMetric('k_gini', '0–1', 0.6, 10, 0))).toBeNull()
    expect(write(makeMetric('k_nps', '−100…100', null, null, null))).toBeNull()
  })
})
