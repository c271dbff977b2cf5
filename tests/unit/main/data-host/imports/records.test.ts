import { describe, expect, it } from 'vitest'
import { toPhoneKey, toTaxKey } from '../../../../../src/main/data-host/imports/run/customer-keys.ts'
import { KeyIndex } from '../../../../../src/main/data-host/imports/run/key-index.ts'
import { StringTable } from '../../../../../src/main/data-host/imports/run/string-table.ts'
import { CONSENT_STATES, CONTACT_KINDS, DIRECTIONS, findWord, SEVERITIES } from '../../../../../src/main/data-host/imports/run/words.ts'
import { readMoment } from '../../../../../src/main/data-host/imports/values/moment.ts'

describe('readMoment', () => {
  it.each([
    ['2026-03-05', '2026-03-05'],
    ['05/03/2026 9:30', '2026-03-05T09:30:00Z'],
    ['05/03/2026, 9:30 p. m.', '2026-03-05T21:30:00Z'],
    ['05/03/2026 12:05 AM', '2026-03-05T00:05:00Z'],
    ['2026-03-05T18:05:09.123Z', '2026-03-05T18:05:09Z'],
    // The clock as it stood where it happened.
    ['2026-03-05 23:30:00 +0200', '2026-03-05T23:30:00Z'],
    ['20260305', '2026-03-05'],
    ['5 de marzo de 2026', '2026-03-05'],
    ['', 'date-missing'],
    ['31/02/2026 10:00', 'date-impossible'],
    ['mañana', 'date-format']
  ])('reads %j as %s', (text, expected) => {
    expect(readMoment(text, 'dmy')).toBe(expected)
  })
})

describe('words', () => {
  it('knows them in both languages, accents and case aside, and no other', () => {
    expect(findWord(DIRECTIONS, 'Saliente')).toBe('out')
    expect(findWord(CONTACT_KINDS, 'Reunión')).toBe('visit')
    expect(findWord(SEVERITIES, 'CRÍTICA')).toBe(3)
    expect(['Sí', 'no', 'Baja', 'opt-out'].map((word) => findWord(CONSENT_STATES, word))).toEqual([
      'granted',
      'denied',
      'withdrawn',
      'withdrawn'
    ])
    expect(findWord(CONSENT_STATES, 'quizá')).toBeUndefined()
  })
})

describe('keys of customers', () => {
  it('are one however phones and tax ids are written, and none where they say nothing', () => {
    expect(new Set(['+34 600 12 34 56', '0034600123456', '600-123-456'].map(toPhoneKey))).toEqual(new Set(['600123456']))
    expect(['123', '-', ''].map(toPhoneKey)).toEqual(['', '', ''])
    expect(new Set(['12345678Z', 'es-12.345.678-z', 'ES12345678Z'].map(toTaxKey))).toEqual(new Set(['12345678Z']))
  })

  it('say who has them as they come and go', () => {
    const index = new KeyIndex(new StringTable())
    index.add('a', 1)
    index.add('a', 1)
    expect(index.get('a')).toBe(1)
    index.add('a', 2)
    index.add('a', 3)
    expect(index.get('a')).toBeLessThan(0)
    expect([...index.list('a')]).toEqual([1, 2, 3])
    index.remove('a', 2)
    index.remove('a', 1)
    expect(index.get('a')).toBe(3)
    index.remove('a', 3)
    expect([index.get('a'), index.get('b'), index.list('a').size]).toEqual([0, 0, 0])
    index.add('a', 4)
    expect(index.get('a')).toBe(4)
  })
})
