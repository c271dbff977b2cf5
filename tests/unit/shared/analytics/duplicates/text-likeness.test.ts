import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countEdits, spellSound } from '../../../../../src/shared/analytics/duplicates/text-likeness.ts'

/** The same by the book: a whole table, no shortcuts. */
function countSlowly(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0))
  )
  for (let i = 1; i <= one.length; i++)
    for (let j = 1; j <= other.length; j++) {
      let cost = Math.min(table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, table[i - 1]![j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, table[i - 2]![j - 2]! + 1)
      table[i]![j] = cost
    }
  return table[one.length]![other.length]!
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })

describe('edits between two words', () => {
  it.each([
    ['gonzalez', 'gonzales', 1],
    ['maria', 'mraia', 1],
    ['ana', 'anna', 1],
    ['garcia', 'gracai', 2],
    ['gil', 'gil', 0]
  ])('%s and %s: %i', (one, other, edits) => {
    expect(countEdits(one, other, 3)).toBe(edits)
  })

  it('are counted as by the book, up to the most asked for', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 3 }), (one, other, most) => {
        expect(countEdits(one, other, most)).toBe(Math.min(most + 1, countSlowly(one, other)))
      })
    )
  })
})

describe('the sound of a word', () => {
  it.each([
    ['vazquez', 'basques'],
    ['jimenez', 'gimenez'],
    ['hilario', 'ilario'],
    ['llorente', 'yorente'],
    ['enrique', 'enrrike'],
    ['quintana', 'kintana']
  ])('%s and %s are one', (one, other) => {
    expect(spellSound(one)).toBe(spellSound(other))
  })

  it.each([
    ['marta', 'maria'],
    ['gil', 'gal'],
    ['chacon', 'jacon']
  ])('%s and %s are two', (one, other) => {
    expect(spellSound(one)).not.toBe(spellSound(other))
  })
})
