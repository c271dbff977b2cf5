import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { medianOf, selectPlaces } from '../../../../src/shared/analytics/selection.ts'

/** Few values and many (above 4,096 they are counted in buckets), with ties, outliers and all equal. */
const values = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 60 }),
  fc.array(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), { minLength: 1, maxLength: 60 }),
  fc
    .tuple(fc.integer({ min: 4096, max: 9000 }), fc.integer({ min: 1, max: 4000 }), fc.constantFrom(1, 0.01, 1e9), fc.integer())
    .map(([count, kinds, scale, seed]) =>
      Array.from({ length: count }, (_, i) => scale * Math.abs(Math.imul(i + 1, seed | 1) % kinds) ** 3)
    )
)

describe('places of a sorted list, without sorting', () => {
  it('are what sorting gives, and leave the values as they are', () => {
    fc.assert(
      fc.property(values, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), (list, wanted) => {
        const given = Float64Array.from(list)
        const places = [...new Set(wanted.map((place) => place % list.length))].sort((a, b) => a - b)
        const sorted = given.toSorted()
        expect(selectPlaces(given, places)).toEqual(places.map((place) => sorted[place]))
        expect(given).toEqual(Float64Array.from(list))
      }),
      { numRuns: 200 }
    )
  })

  it('stand infinite values', () => {
    const given = Float64Array.from({ length: 5000 }, (_, i) => (i === 7 ? Infinity : i % 100))
    expect(selectPlaces(given, [0, 4998, 4999])).toEqual([0, 99, Infinity])
  })

  it('give the median of odd and even counts, and none of nothing', () => {
    expect([medianOf(Float64Array.of(3, 1, 2)), medianOf(Float64Array.of(4, 1, 2, 3)), medianOf(new Float64Array())]).toEqual([
      2,
      2.5,
      null
    ])
  })
})
