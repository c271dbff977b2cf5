import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureJaro, measureJaroWinkler } from '../../../../../src/shared/analytics/duplicates/jaro-winkler.ts'

/** Few letters, so that texts share some. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', ' '), maxLength: 14 })

describe('Jaro and Jaro–Winkler', () => {
  it.each([
    ['MARTHA', 'MARHTA', 0.9444, 0.9611],
    ['DWAYNE', 'DUANE', 0.8222, 0.84],
    ['DIXON', 'DICKSONX', 0.7667, 0.8133],
    ['maria gonzalez', 'maria gonzales', 0.9524, 0.9714]
  ])('%s and %s', (one, other, jaro, winkler) => {
    expect(measureJaro(one, other)).toBeCloseTo(jaro, 4)
    expect(measureJaroWinkler(one, other)).toBeCloseTo(winkler, 4)
  })

  it('nothing in common is 0, the same is 1, also without a letter', () => {
    expect(measureJaroWinkler('abc', 'xyz')).toBe(0)
    expect(measureJaroWinkler('abc', '')).toBe(0)
    expect(measureJaroWinkler('ruiz', 'ruiz')).toBe(1)
    expect(measureJaroWinkler('', '')).toBe(1)
  })

  it('lies between 0 and 1, is the same from both sides, and only equal texts are alike altogether', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const likeness = measureJaroWinkler(one, other)
        expect(likeness).toBeGreaterThanOrEqual(0)
        expect(likeness).toBeLessThanOrEqual(1)
        expect(measureJaroWinkler(other, one)).toBe(likeness)
        expect(likeness === 1).toBe(one === other)
      }),
      { numRuns: 2000 }
    )
  })

  it('is not led astray by a longer text compared before', () => {
    measureJaroWinkler('a'.repeat(300), 'a'.repeat(299) + 'b')
    expect(measureJaro('MARTHA', 'MARHTA')).toBeCloseTo(0.9444, 4)
  })
})
