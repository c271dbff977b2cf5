import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseIdentity, type Identity, type IdentityRecord } from '../../../../../src/shared/analytics/duplicates/identity.ts'
import { judgeScore, measureTokenOverlap, scorePair } from '../../../../../src/shared/analytics/duplicates/score-pair.ts'
import { identityRecord } from './identity-record.ts'

const EMPTY = { name: null, taxId: null, email: null, phone: null, address: null, city: null, birthDate: null }
const identity = (fields: Partial<IdentityRecord>): Identity => normaliseIdentity({ ...EMPTY, ...fields })
const score = (one: Partial<IdentityRecord>, other: Partial<IdentityRecord>): number => scorePair(identity(one), identity(other))

describe('the score of a pair', () => {
  const ana = {
    name: 'Ana Núñez Gil',
    phone: '+34 600 123 456',
    email: 'ana@correo.example',
    address: 'Calle Mayor, 5',
    birthDate: '1980-02-03'
  }
  it.each<[string, Partial<IdentityRecord>, Partial<IdentityRecord>, number]>([
    ['same tax id', { taxId: 'B12345678' }, { taxId: 'b-12345678' }, 60],
    ['same e-mail', { email: 'A@b.example' }, { email: 'a@b.example' }, 45],
    ['same phone with and without country', { phone: '0034600123456' }, { phone: '600 123 456' }, 35],
    ['the same name in another order', { name: 'Gil, Ana Núñez' }, { name: 'ana nunez gil' }, 35],
    ['one letter of the name (0.97)', { name: 'maria gonzalez' }, { name: 'maria gonzales' }, 35],
    ['one surname of two (0.95)', { name: 'Begoña Núñez' }, { name: 'Begoña Núñez Gil' }, 25],
    ['sisters in name (0.89)', { name: 'Pedro Gil Ruiz', phone: '600123456' }, { name: 'Marta Gil Ruiz', phone: '600123456' }, 45],
    [
      'a second first name left out (0.74)',
      { name: 'Juan Carlos Gómez Díaz', phone: '600123456' },
      { name: 'Juan Gómez Díaz', phone: '600123456' },
      35
    ],
    ['same birth date', { birthDate: '1980-02-03' }, { birthDate: '1980-02-03' }, 15],
    ['three of five words of the address', { address: 'calle mayor 5 2 izda' }, { address: 'Calle Mayor, 5' }, 10],
    ['two of four words of the address', { address: 'mayor 5 b 1' }, { address: 'Mayor, 5' }, 0],
    ['all of it is 100, not more', { ...ana, taxId: '1Z' }, { ...ana, taxId: '1Z' }, 100],
    [
      'other tax ids outweigh name and phone',
      { name: 'Ana Gil', phone: '600123456', taxId: '11X' },
      { name: 'Ana Gil', phone: '600123456', taxId: '22X' },
      10
    ],
    ['never below 0', { name: 'Ana', taxId: '11X' }, { name: 'Zoe', taxId: '22X' }, 0],
    ['one has no tax id', { email: 'a@b.example', taxId: '11X' }, { email: 'a@b.example' }, 45],
    [
      'quite another name on the same e-mail',
      { email: 'a@b.example', name: 'Iker Sanz' },
      { email: 'a@b.example', name: 'Lourdes Pombo' },
      25
    ],
    ['nothing on either side', {}, {}, 0]
  ])('%s', (_, one, other, expected) => {
    expect(score(one, other)).toBe(expected)
  })

  it('a family shares phone and address, and stays apart', () => {
    const home = { phone: '910 111 222', address: 'Calle Luna 3', city: 'Soria' }
    expect(judgeScore(score({ ...home, name: 'Pedro Gil Ruiz' }, { ...home, name: 'Marta Gil Ruiz' }))).not.toBe('duplicate')
  })

  it.each([
    [100, 'duplicate'],
    [80, 'duplicate'],
    [79, 'review'],
    [55, 'review'],
    [54, 'distinct'],
    [0, 'distinct']
  ] as const)('%i points: %s', (points, verdict) => {
    expect(judgeScore(points)).toBe(verdict)
  })

  it('lies between 0 and 100 and is the same from both sides', () => {
    fc.assert(
      fc.property(identityRecord, identityRecord, (one, other) => {
        const points = score(one, other)
        expect(points).toBeGreaterThanOrEqual(0)
        expect(points).toBeLessThanOrEqual(100)
        expect(score(other, one)).toBe(points)
      })
    )
  })
})

describe('common words', () => {
  it('are counted once, accents aside; without words there are none', () => {
    expect(measureTokenOverlap('Cádiz cádiz 1', 'CADIZ 1')).toBe(1)
    expect(measureTokenOverlap('a b', 'b c')).toBeCloseTo(1 / 3)
    expect(measureTokenOverlap('', '')).toBe(0)
    expect(measureTokenOverlap('—', '·')).toBe(0)
  })
})
