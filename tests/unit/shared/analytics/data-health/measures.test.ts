import { describe, expect, it } from 'vitest'
import { drawPositions, estimateAccuracy } from '../../../../../src/shared/analytics/data-health/accuracy.ts'
import { findCountryCode, isAcquiredLate, isPhoneElsewhere } from '../../../../../src/shared/analytics/data-health/consistency.ts'
import { bitOf, HEALTH_FIELDS, inspectFields, weightOf } from '../../../../../src/shared/analytics/data-health/fields.ts'
import { computeIndex, DEFAULT_WEIGHTS, percentOf } from '../../../../../src/shared/analytics/data-health/quality-index.ts'
import { makeRandom } from '../../../../../src/shared/analytics/chance.ts'

const EMPTY = { name: null, email: null, phone: null, address: null, city: null, acquisitionChannel: null, language: null, taxId: null }

describe('the data-quality index', () => {
  it('is the weighted mean of the five dimensions', () => {
    // 0.30·80 + 0.25·96 + 0.20·90 + 0.15·50 + 0.10·100 = 24 + 24 + 18 + 7.5 + 10
    expect(computeIndex({ completeness: 80, uniqueness: 96, validity: 90, timeliness: 50, consistency: 100 })).toBeCloseTo(83.5, 10)
  })

  it('shares the weight of a dimension without answer among the others', () => {
    // (24 + 18 + 7.5 + 10) / 0.75
    const index = computeIndex({ completeness: 80, uniqueness: null, validity: 90, timeliness: 50, consistency: 100 })
    expect(index).toBeCloseTo(59.5 / 0.75, 10)
  })

  it('has no answer when nothing has', () => {
    const none = { completeness: null, uniqueness: null, validity: null, timeliness: null, consistency: null }
    expect(computeIndex(none)).toBeNull()
    expect(computeIndex({ ...none, validity: 40 }, { ...DEFAULT_WEIGHTS, validity: 0 })).toBeNull()
  })

  it('takes weights that do not add up to 1', () => {
    const values = { completeness: 100, uniqueness: 0, validity: 0, timeliness: 0, consistency: 0 }
    expect(computeIndex(values, { completeness: 2, uniqueness: 2, validity: 0, timeliness: 0, consistency: 0 })).toBe(50)
  })

  it('gives no percentage without a base', () => {
    expect(percentOf({ numerator: 0, denominator: 0 })).toBeNull()
    expect(percentOf({ numerator: 3, denominator: 8 })).toBe(37.5)
  })
})

describe('the fields of a record', () => {
  it('tells filled, ill-formed and placeholders apart', () => {
    const bits = inspectFields({
      ...EMPTY,
      name: 'Ana Ruiz',
      email: 'ana(at)casa.es',
      phone: '600 11 22 33',
      city: 'n/a',
      address: '   ',
      taxId: 'xxx'
    })
    expect(bits.filled).toBe(bitOf('name') | bitOf('email') | bitOf('phone'))
    expect(bits.invalid).toBe(bitOf('email'))
    expect(bits.placeholder).toBe(bitOf('city') | bitOf('taxId'))
  })

  it.each(['n/a', 'xxx', '-', '0', '123456', 'sin correo', 'no tiene', 'prueba@prueba.es'])('takes %j for nothing', (value) => {
    expect(inspectFields({ ...EMPTY, email: value })).toEqual({ filled: 0, invalid: 0, placeholder: bitOf('email') })
  })

  it('weighs what the figure of the catalogue weighs, and the tax number nothing', () => {
    expect(HEALTH_FIELDS.reduce((sum, field) => sum + weightOf(field), 0)).toBe(10)
    expect(weightOf('taxId')).toBe(0)
    expect(weightOf('email')).toBe(2)
  })
})

describe('rules across fields', () => {
  it('finds who bought before they were won', () => {
    expect(isAcquiredLate(101, 100)).toBe(true)
    expect(isAcquiredLate(100, 100)).toBe(false)
    expect(isAcquiredLate(null, 100)).toBe(false)
    expect(isAcquiredLate(101, null)).toBe(false)
  })

  it.each([
    ['+34 600 11 22 33', 'ES', false],
    ['+34600112233', 'España', false],
    ['+52 55 1234 5678', 'España', true],
    ['0034 600112233', 'Spain', false],
    ['00 44 20 7946 0958', 'Spain', true],
    ['600 11 22 33', 'México', false],
    ['+34600112233', 'la Luna', false],
    ['+34600112233', null, false],
    [null, 'ES', false]
  ])('phone %j in %j: elsewhere %j', (phone, country, expected) => {
    expect(isPhoneElsewhere(phone, country)).toBe(expected)
  })

  it('knows countries by code and name', () => {
    expect(findCountryCode('méxico')).toBe('MX')
    expect(findCountryCode('Germany')).toBe('DE')
    expect(findCountryCode('ar')).toBe('AR')
    expect(findCountryCode('nowhere')).toBeNull()
  })
})

describe('accuracy by sampling', () => {
  it('gives the Wilson interval', () => {
    // 18 of 20: centre (0.9 + z²/40)/(1 + z²/20), published bounds 0.699 and 0.972
    const { share, low, high } = estimateAccuracy(18, 20)
    expect(share).toBe(0.9)
    expect(low).toBeCloseTo(0.699, 3)
    expect(high).toBeCloseTo(0.972, 3)
  })

  it('never says certain for a small sample', () => {
    expect(estimateAccuracy(20, 20).low).toBeCloseTo(0.8389, 3)
    expect(estimateAccuracy(20, 20).high).toBe(1)
    expect(estimateAccuracy(0, 0)).toEqual({ checked: 0, correct: 0, share: null, low: null, high: null })
  })

  it('draws different positions, all equally likely', () => {
    const random = makeRandom(7)
    const hits = new Array<number>(10).fill(0)
    for (let round = 0; round < 3000; round++) {
      const drawn = drawPositions(10, 3, random)
      expect(new Set(drawn).size).toBe(3)
      for (const position of drawn) hits[position]! += 1
    }
    for (const count of hits) expect(Math.abs(count - 900)).toBeLessThan(120)
    expect(drawPositions(2, 5, random)).toEqual([0, 1])
  })
})
