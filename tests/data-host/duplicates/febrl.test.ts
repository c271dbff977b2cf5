import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findDuplicates } from '../../../src/shared/analytics/duplicates/find-duplicates.ts'
import { normaliseIdentity, type Identity } from '../../../src/shared/analytics/duplicates/identity.ts'

const fileOf = (name: string): string => fileURLToPath(new URL(`../../../../shared/data/febrl/${name}`, import.meta.url))

interface Person {
  id: string
  identity: Identity
}

/** Columns: id, given name, surname, street number, address 1 and 2, suburb, postcode, state, date of birth, social security number. */
function readPeople(name: string): Person[] {
  return readFileSync(fileOf(name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [id = '', given, surname, number, street, area, suburb, , , birthDate = '', taxId = ''] = line
        .split(',')
        .map((part) => part.trim())
      const record = {
        name: `${given ?? ''} ${surname ?? ''}`,
        taxId,
        email: null,
        phone: null,
        address: `${number ?? ''} ${street ?? ''} ${area ?? ''}`
      }
      return { id, identity: normaliseIdentity({ ...record, city: suburb ?? null, birthDate }) }
    })
}

const personOf = (id: string): string => id.split('-')[1] ?? ''

/** How many of the pairs that are one person were found, and how many of the found are one person. */
function rate(people: readonly Person[]): { precision: number; recall: number } {
  const steps = findDuplicates(people.map(({ identity }) => identity))
  let step = steps.next()
  while (!step.done) step = steps.next()
  const { groupOf } = step.value
  let found = 0
  let right = 0
  let there = 0
  for (let one = 0; one < people.length; one++)
    for (let other = one + 1; other < people.length; other++) {
      const isPair = personOf(people[one]!.id) === personOf(people[other]!.id)
      const isFound = groupOf[one] === groupOf[other]
      there += isPair ? 1 : 0
      found += isFound ? 1 : 0
      right += isPair && isFound ? 1 : 0
    }
  return { precision: right / found, recall: right / there }
}

describe.skipIf(!existsSync(fileOf('dataset1.csv')))(
  'febrl people with known duplicates (skipped where the files are not beside the project)',
  () => {
    it.each([
      ['dataset1.csv', 0.99, 0.78],
      ['dataset3.csv', 0.99, 0.7]
    ])('%s: nearly all that is found is right, and most is found', (name, precision, recall) => {
      const rated = rate(readPeople(name))
      expect(rated.precision).toBeGreaterThanOrEqual(precision)
      expect(rated.recall).toBeGreaterThanOrEqual(recall)
    })
  }
)
