import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_KINDS, keyOf } from '../../../../../src/shared/analytics/duplicates/block-records.ts'
import { findDuplicates, type DuplicateGroups, type LikelyPair } from '../../../../../src/shared/analytics/duplicates/find-duplicates.ts'
import { normaliseIdentity, type Identity, type IdentityRecord } from '../../../../../src/shared/analytics/duplicates/identity.ts'
import { judgeScore, scorePair } from '../../../../../src/shared/analytics/duplicates/score-pair.ts'
import { identityRecord } from './identity-record.ts'

const EMPTY = { name: null, taxId: null, email: null, phone: null, address: null, city: null, birthDate: null }
const identity = (fields: Partial<IdentityRecord>): Identity => normaliseIdentity({ ...EMPTY, ...fields })

interface Found extends DuplicateGroups {
  pairs: LikelyPair[]
}
function search(identities: readonly Identity[]): Found {
  const pairs: LikelyPair[] = []
  const steps = findDuplicates(identities, (pair) => pairs.push(pair))
  for (;;) {
    const step = steps.next()
    if (step.done) return { ...step.value, pairs }
  }
}
const grouped = (found: DuplicateGroups): number[] => [...found.groupOf]

describe('groups of duplicates', () => {
  it('joins the records of one person, spelt in three ways, and leaves the family alone', () => {
    const found = search([
      identity({ name: 'Begoña Núñez Gil', email: 'bego@correo.example', phone: '600 111 222', city: 'Soria' }),
      identity({ name: 'Sr. Andrés Gil Peña', phone: '975 111 222', address: 'Calle Luna 3', city: 'Soria' }),
      identity({ name: 'NUÑEZ GIL, BEGOÑA', email: 'Bego@Correo.example' }),
      identity({ name: 'Lucía Gil Peña', phone: '975 111 222', address: 'Calle Luna 3', city: 'Soria' }),
      identity({ name: 'Begona Nunez Gil', email: 'bego@correo.example', phone: '+34600111222' })
    ])
    expect(grouped(found)).toEqual([0, 1, 0, 3, 0])
    expect(found).toMatchObject({ groups: 3, duplicatePairs: 3, skippedBlocks: 0 })
  })

  it('joins two records that share nothing but a third', () => {
    const found = search([
      identity({ name: 'Ana Gil Ruiz', email: 'ana@correo.example' }),
      identity({ name: 'Ana Gil Ruiz', phone: '600111222', address: 'Calle Mayor 5' }),
      identity({ name: 'Ana Gil Ruiz', email: 'ana@correo.example', phone: '600111222', address: 'Calle Mayor 5' })
    ])
    expect(grouped(found)).toEqual([0, 0, 0])
    expect(found.groups).toBe(1)
  })

  it('never joins by name and town alone, and offers for review what agrees in birth date and address too', () => {
    const twin = { name: 'Ana Gil Ruiz', city: 'Soria', address: 'Calle Mayor 5', birthDate: '1980-02-03' }
    const found = search([identity(twin), identity(twin), identity({ ...twin, birthDate: '1990-02-03' })])
    expect(grouped(found)).toEqual([0, 1, 2])
    expect(found.pairs).toEqual([{ one: 0, other: 1, score: 60, verdict: 'review' }])
  })

  it('skips a phone that more than 500 share, says so, and still compares them by name and town', () => {
    const staff = Array.from({ length: 501 }, (_, i) => identity({ name: `Ref${String(i)}`, phone: '910000001' }))
    const twin = identity({ name: 'Ana Gil', city: 'Soria', phone: '910000001', address: 'Calle Mayor 5' })
    const found = search([...staff, twin, twin])
    expect(found.skippedBlocks).toBe(1)
    expect(found.pairs).toEqual([{ one: 501, other: 502, score: 80, verdict: 'duplicate' }])
    expect(search([...staff.slice(0, 500)]).skippedBlocks).toBe(0)
  })

  it('rests after every few comparisons, so that a long search can go in slices', () => {
    const many = Array.from({ length: 200 }, (_, i) => identity({ name: `Ref${String(i)}`, phone: '910000001' }))
    expect([...findDuplicates(many)].length).toBeGreaterThan((200 * 199) / 2 / 100)
  })

  it('of nobody is none', () => {
    expect(search([])).toMatchObject({ groups: 0, duplicatePairs: 0, reviewPairs: 0 })
  })
})

const records = fc.array(identityRecord, { maxLength: 25 }).map((list) => list.map(normaliseIdentity))
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
          expect(partition(search(shuffled), order)).toEqual(partition(search(list), [...list.keys()]))
        }
      )
    )
  })

  it('finds every pair that shares a block and has the points, each once', () => {
    fc.assert(
      fc.property(records, (list) => {
        const expected: string[] = []
        for (let one = 0; one < list.length; one++)
          for (let other = one + 1; other < list.length; other++) {
            const left = list[one]!
            const right = list[other]!
            const sharesBlock = BLOCK_KINDS.some((kind) => keyOf(kind, left) !== '' && keyOf(kind, left) === keyOf(kind, right))
            const score = scorePair(left, right)
            if (sharesBlock && judgeScore(score) !== 'distinct') expected.push(`${String(one)} ${String(other)} ${String(score)}`)
          }
        const found = search(list)
        expect(found.pairs.map(({ one, other, score }) => `${String(one)} ${String(other)} ${String(score)}`).sort()).toEqual(
          expected.sort()
        )
        expect(found.duplicatePairs + found.reviewPairs).toBe(expected.length)
      })
    )
  })

  it('a group is named by its first record, and the groups are as many as the records that name one', () => {
    fc.assert(
      fc.property(records, (list) => {
        const { groupOf, groups } = search(list)
        for (const [position, first] of groupOf.entries()) {
          expect(first).toBeLessThanOrEqual(position)
          expect(groupOf[first]).toBe(first)
        }
        expect(groups).toBe(new Set(groupOf).size)
      })
    )
  })
})
