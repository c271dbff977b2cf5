import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, findClusters, fingerprint, fingerprintPairs, type ValueCount } from '../../../../src/shared/cleaning/clusters.ts'

const count = (texts: Record<string, number>): ValueCount[] => Object.entries(texts).map(([value, rows]) => ({ value, count: rows }))
const list = (values: ValueCount[], method: 'key' | 'near'): [string, string[]][] =>
  findClusters(values, method).map(({ to, values: spellings }) => [to, spellings.map(({ value }) => value)])

describe('clusters of spellings', () => {
  it('by key: case, accents, spaces, points and the order of words do not part them; the most frequent is proposed', () => {
    const values = count({
      Barcelona: 40,
      barcelona: 3,
      'BARCELONA ': 2,
      Córdoba: 5,
      Cordoba: 9,
      Madrid: 7,
      'López García': 1,
      'garcía, lópez': 1
    })
    expect(list(values, 'key')).toEqual([
      ['Barcelona', ['Barcelona', 'barcelona', 'BARCELONA ']],
      ['Cordoba', ['Cordoba', 'Córdoba']],
      ['López García', ['López García', 'garcía, lópez']]
    ])
  })
  it('near: a slip of the hand apart, but never when only a number differs', () => {
    const values = count({ Barcelona: 40, Barcelna: 1, Barcleona: 1, Valencia: 5, 'Tienda 12': 4, 'Tienda 13': 4, Madrid: 2 })
    expect(list(values, 'near')).toEqual([['Barcelona', ['Barcelona', 'Barcelna', 'Barcleona']]])
  })
  it('has no cluster where every value is its own', () => {
    expect(list(count({ Soria: 1, Teruel: 2, Lugo: 3 }), 'key')).toEqual([])
    expect(list(count({ Soria: 1, Teruel: 2, Lugo: 3 }), 'near')).toEqual([])
  })
  it('still meets slips when there are too many values to compare each with each', () => {
    const many = Object.fromEntries(Array.from({ length: 1600 }, (_, i) => [`${String.fromCharCode(97 + (i % 26))}qw${String(i)} zzzz`, 1]))
    expect(list(count({ ...many, Barcelona: 4, Barcelna: 1 }), 'near')).toEqual([['Barcelona', ['Barcelona', 'Barcelna']]])
  })
  it('gives every value to at most one cluster', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'á', 'B', ' ', '.', '1'), maxLength: 8 })
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 30 }), fc.constantFrom('key' as const, 'near' as const), (values, method) => {
        const spellings = findClusters(
          values.map((value) => ({ value, count: 1 })),
          method
        ).flatMap((cluster) => cluster.values.map(({ value }) => value))
        expect(new Set(spellings).size).toBe(spellings.length)
      })
    )
  })
  it('keys of their methods', () => {
    expect(fingerprint(' Pérez,  Ana Ana ')).toBe('ana perez')
    expect(fingerprintPairs('banana')).toBe('anbana')
  })
  it('counts edits, swaps as one', () => {
    expect([editDistance('abcd', 'acbd', 2), editDistance('kitten', 'sitting', 3), editDistance('a', 'abcdef', 2)]).toEqual([1, 3, 3])
  })
})
