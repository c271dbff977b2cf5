import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOfIsoDate, isoDateOfDay } from '../../../../src/shared/domain/day-number.ts'
import { buildSearchKey, normaliseForSearch } from '../../../../src/shared/domain/search-key.ts'

describe('search keys', () => {
  it('drop accents, case and extra spaces', () => {
    expect(normaliseForSearch('  María-José   ÑÚÑEZ ')).toBe('maria-jose nunez')
    expect(normaliseForSearch('Mari\u0301a')).toBe(normaliseForSearch('María'))
  })
  it('begin with the name and leave out what is empty', () => {
    expect(buildSearchKey({ name: 'Ánxela', email: 'A@b.CO', city: '', externalId: null })).toBe('anxela · a@b.co')
  })
})

describe('day numbers', () => {
  it('count from 1970', () => {
    expect(dayOfIsoDate('1970-01-01')).toBe(0)
    expect(dayOfIsoDate('1997-09-30')).toBe(10134)
    expect(dayOfIsoDate('nonsense')).toBeNaN()
  })
  it('come back as the same date', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
        expect(dayOfIsoDate(isoDateOfDay(day))).toBe(day)
      })
    )
  })
})
