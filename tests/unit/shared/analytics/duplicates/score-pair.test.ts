import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IdentityRecord } from '../../../../../src/shared/analytics/duplicates/identity.ts'
import { judgeScore, scoreFrom, scorePair, type PairScore } from '../../../../../src/shared/analytics/duplicates/score-pair.ts'
import { makeBook } from '../../../../support/rate-duplicates.ts'
import { identityRecord, NOBODY } from './identity-record.ts'

const compare = (one: Partial<IdentityRecord>, other: Partial<IdentityRecord>): PairScore =>
  scorePair(
    makeBook([
      { ...NOBODY, ...one },
      { ...NOBODY, ...other }
    ]),
    0,
    1
  )
const judge = (one: Partial<IdentityRecord>, other: Partial<IdentityRecord>): string => judgeScore(compare(one, other).score)

const HOME = { phone: '975 222 333', address: 'Calle Luna 3', city: 'Soria' }

describe('the verdict on a pair', () => {
  it.each<[string, Partial<IdentityRecord>, Partial<IdentityRecord>, string]>([
    [
      'the same tax id and name',
      { name: 'Panadería Sol, S.L.', taxId: 'B12345678' },
      { name: 'PANADERIA SOL', taxId: 'b-12345678' },
      'duplicate'
    ],
    ['the same e-mail and name', { name: 'Ana Núñez', email: 'A1@b.example' }, { name: 'Nuñez, Ana', email: 'a1@b.example' }, 'duplicate'],
    [
      'the same phone with and without +34',
      { name: 'Ana Núñez', phone: '0034600123456' },
      { name: 'Ana Nuñez', phone: '600 123 456' },
      'duplicate'
    ],
    [
      'one surname of two left out',
      { name: 'Begoña Núñez', phone: '600123456' },
      { name: 'Begoña Núñez Gil', phone: '600123456' },
      'duplicate'
    ],
    [
      'surnames in the other order',
      { name: 'Ana Gil Ruiz', phone: '600123456' },
      { name: 'RUIZ GIL ANA', phone: '600123456' },
      'duplicate'
    ],
    [
      'María and Mª',
      { name: 'María José Gil Ruiz', email: 'mj@b.example' },
      { name: 'Mª José Gil Ruiz', email: 'mj@b.example' },
      'duplicate'
    ],
    ['Pepe is José', { name: 'Pepe Gil Ruiz', phone: '600123456' }, { name: 'José Gil Ruiz', phone: '600123456' }, 'duplicate'],
    [
      'b for v and a missing h',
      { name: 'Hilario Vázquez', phone: '600123456' },
      { name: 'Ilario Bazquez', phone: '600123456' },
      'duplicate'
    ],
    ['a letter too many', { name: 'Pilar Zubiria', phone: '600123456' }, { name: 'Pilar Zubirria', phone: '600123456' }, 'duplicate'],
    ['an initial for the first name', { name: 'M. Gil Ruiz', ...HOME }, { name: 'María Gil Ruiz', ...HOME }, 'review'],
    ['an e-mail without a name', { email: 'ana@b.example' }, { email: 'ana@b.example' }, 'review'],
    ['brother and sister', { name: 'Pedro Gil Ruiz', ...HOME }, { name: 'Marta Gil Ruiz', ...HOME }, 'distinct'],
    ['María and Marta of one house', { name: 'María Gil Ruiz', ...HOME }, { name: 'Marta Gil Ruiz', ...HOME }, 'distinct'],
    ['José and his sister María José', { name: 'José Gil Ruiz', ...HOME }, { name: 'María José Gil Ruiz', ...HOME }, 'review'],
    [
      'father and son, told apart by their tax ids',
      { name: 'José Gil Ruiz', taxId: '12345678Z', ...HOME },
      { name: 'José Gil Ruiz', taxId: '87654321X', ...HOME },
      'distinct'
    ],
    [
      'twins with numbers in a row',
      { name: 'Ana Gil Ruiz', taxId: '12345678Z', birthDate: '1980-02-03', ...HOME },
      { name: 'Eva Gil Ruiz', taxId: '12345679S', birthDate: '1980-02-03', ...HOME },
      'distinct'
    ],
    ['namesakes in one town', { name: 'Ana García López', city: 'Soria' }, { name: 'Ana García López', city: 'Soria' }, 'review'],
    [
      'a rare name in one town, alone',
      { name: 'Aitana Zubirreta Olmos', city: 'Soria' },
      { name: 'Aitana Zubirreta Olmos', city: 'Soria' },
      'review'
    ],
    [
      'two firms with an info@',
      { name: 'Bar Luna', email: 'info@barluna.example' },
      { name: 'Taller Sol', email: 'info@tallersol.example' },
      'distinct'
    ],
    [
      'a bar and a restaurant of one name and house',
      { name: 'Bar Casa Tito', ...HOME },
      { name: 'Restaurante Casa Tito', ...HOME },
      'review'
    ],
    ['nothing on either side', {}, {}, 'distinct']
  ])('%s', (_, one, other, verdict) => {
    expect(judge(one, other)).toBe(verdict)
  })

  it('is the sum of its reasons, cut at both ends', () => {
    fc.assert(
      fc.property(identityRecord, identityRecord, (one, other) => {
        const { score, reasons } = compare(one, other)
        const sum = reasons.reduce((total, { points }) => total + points, 0)
        expect(score).toBe(Math.min(100, Math.max(0, sum)))
        expect(compare(other, one)).toEqual({ score, reasons, isStrong: compare(one, other).isStrong })
      })
    )
  })

  it('is left out early only below what is asked for', () => {
    fc.assert(
      fc.property(identityRecord, identityRecord, fc.integer({ min: 1, max: 100 }), (one, other, from) => {
        const book = makeBook([one, other])
        const whole = scorePair(book, 0, 1)
        expect(scoreFrom(book, 0, 1, from)).toEqual(whole.score >= from ? whole : null)
      })
    )
  })

  it('counts an equal value the less, the more records have it', () => {
    const crowd = Array.from({ length: 40 }, (_, i) => ({ ...NOBODY, name: `Socio ${String(i)}`, phone: '975000111' }))
    const twins = ['975000111', '975222333'].flatMap((phone) => [
      { ...NOBODY, name: 'Ana Gil', phone },
      { ...NOBODY, name: 'Ana Gil', phone }
    ])
    const book = makeBook([...twins, ...crowd])
    const pointsOf = (i: number, j: number): number | undefined =>
      scorePair(book, i, j).reasons.find((reason) => reason.kind === 'field' && reason.field === 'phone')?.points
    expect(pointsOf(0, 1)).toBeLessThan(pointsOf(2, 3) ?? 0)
  })

  it('names what is strong: an equal tax id or e-mail that nothing contradicts', () => {
    const ana = { name: 'Ana Gil', email: 'ana@b.example' }
    expect(compare(ana, { ...ana, name: 'Gil, Ana' }).isStrong).toBe(true)
    expect(compare(ana, { ...ana, name: 'Pedro Gil' }).isStrong).toBe(false)
    expect(compare({ ...ana, taxId: '12345678Z' }, { ...ana, taxId: '87654321X' }).isStrong).toBe(false)
    expect(compare({ ...HOME, name: 'Ana Gil' }, { ...HOME, name: 'Ana Gil' }).isStrong).toBe(false)
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
})
