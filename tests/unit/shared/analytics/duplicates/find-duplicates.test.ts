import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DuplicateGroups } from '../../../../../src/shared/analytics/duplicates/find-duplicates.ts'
import type { IdentityRecord } from '../../../../../src/shared/analytics/duplicates/identity.ts'
import { makeBook, searchBook } from '../../../../support/rate-duplicates.ts'
import { identityRecord, NOBODY } from './identity-record.ts'

const person = (fields: Partial<IdentityRecord>): IdentityRecord => ({ ...NOBODY, ...fields })
const grouped = (records: readonly IdentityRecord[], distinct: [number, number][] = []): number[] => [
  ...searchBook(makeBook(records), distinct).groupOf
]

describe('groups of duplicates', () => {
  it('joins the records of one person, spelt in three ways, and leaves the family alone', () => {
    const found = grouped([
      person({ name: 'Begoña Núñez Gil', email: 'bego@correo.example', phone: '600 111 222', city: 'Soria' }),
      person({ name: 'Sr. Andrés Gil Peña', phone: '975 111 222', address: 'Calle Luna 3', city: 'Soria' }),
      person({ name: 'NUÑEZ GIL, BEGOÑA', email: 'Bego@Correo.example' }),
      person({ name: 'Lucía Gil Peña', phone: '975 111 222', address: 'Calle Luna 3', city: 'Soria' }),
      person({ name: 'Begona Nunez Gil', email: 'bego@correo.example', phone: '+34600111222' })
    ])
    expect(found).toEqual([0, 1, 0, 3, 0])
  })

  it('joins two records that share nothing but a third', () => {
    const ana = { name: 'Ana Zubiri Ruiz' }
    expect(
      grouped([
        person({ ...ana, email: 'ana@correo.example' }),
        person({ ...ana, phone: '600111222' }),
        person({ ...ana, email: 'ana@correo.example', phone: '600111222' })
      ])
    ).toEqual([0, 0, 0])
  })

  it('never joins two who were told apart, not even through a third', () => {
    const ana = { name: 'Ana Zubiri Ruiz', email: 'ana@correo.example' }
    const three = [person(ana), person(ana), person(ana)]
    expect(grouped(three)).toEqual([0, 0, 0])
    const apart = grouped(three, [[0, 2]])
    expect(apart[0]).not.toBe(apart[2])
    expect(new Set(apart).size).toBe(2)
  })

  it('skips a phone that more than 500 share, says so, and still compares them otherwise', () => {
    const staff = Array.from({ length: 501 }, (_, i) => person({ name: `Ref${String(i)}`, phone: '910000001' }))
    const twin = person({ name: 'Ana Zubiri', city: 'Soria', phone: '910000001', address: 'Calle Mayor 5' })
    const found = searchBook(makeBook([...staff, twin, twin]))
    expect(found.skippedBlocks).toBe(1)
    expect(found.groupOf[502]).toBe(501)
    expect(searchBook(makeBook(staff.slice(0, 500))).skippedBlocks).toBe(0)
  })

  it('of nobody is none', () => {
    expect(searchBook(makeBook([]))).toMatchObject({ groups: 0, duplicatePairs: 0, reviewPairs: 0 })
  })
})

const records = fc.array(identityRecord, { maxLength: 20 })
/** The groups as sets of what stands in them, whatever their order. */
function partition(found: DuplicateGroups, labels: readonly number[]): string[] {
  const groups = new Map<number, number[]>()
  for (const [position, first] of found.groupOf.entries()) groups.set(first, [...(groups.get(first) ?? []), labels[position]!])
  return [...groups.values()].map((group) => group.sort((a, b) => a - b).join()).sort()
}

describe('for any records', () => {
  it('the groups do not depend on their order', () => {
    fc.assert(
      fc.property(
        records.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray([...list.keys()], { minLength: list.length, maxLength: list.length }))
        ),
        ([list, order]) => {
          const shuffled = order.map((position) => list[position]!)
          expect(partition(searchBook(makeBook(shuffled)), order)).toEqual(partition(searchBook(makeBook(list)), [...list.keys()]))
        }
      )
    )
  })

  it('a group is named by its first record, pairs come once and the surest first, and counts agree', () => {
    fc.assert(
      fc.property(records, (list) => {
        const { groupOf, groups, pairs, duplicatePairs, reviewPairs } = searchBook(makeBook(list))
        for (const [position, first] of groupOf.entries()) {
          expect(first).toBeLessThanOrEqual(position)
          expect(groupOf[first]).toBe(first)
        }
        expect(groups).toBe(new Set(groupOf).size)
        expect(new Set(pairs.map(({ one, other }) => `${String(one)} ${String(other)}`)).size).toBe(pairs.length)
        expect(pairs.map(({ score }) => score)).toEqual(pairs.map(({ score }) => score).sort((a, b) => b - a))
        expect(duplicatePairs + reviewPairs).toBe(pairs.length)
      })
    )
  })
})
