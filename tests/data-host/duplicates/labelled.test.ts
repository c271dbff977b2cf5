import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { rateSearch, type Labelled } from '../../support/rate-duplicates.ts'

const fileOf = (name: string): string => fileURLToPath(new URL(`../../../../shared/data/${name}`, import.meta.url))
const NOBODY = { name: null, taxId: null, email: null, phone: null, address: null, city: null, postalCode: null, birthDate: null }

function readRows(name: string): string[][] {
  const lines = readFileSync(fileOf(name), 'utf8').trim().split('\n').slice(1)
  return lines.map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell.replace(/^"|"$/g, '').trim()))
}

/** Columns: id, given name, surname, street number, address 1 and 2, suburb, postcode, state, date of birth, social security number. */
function readPeople(name: string, source = 0): Labelled[] {
  return readRows(`febrl/${name}`).map(
    ([
      id = '',
      given = '',
      surname = '',
      number = '',
      street = '',
      area = '',
      city = '',
      postalCode = '',
      ,
      birthDate = '',
      taxId = ''
    ]) => ({
      truth: id.split('-')[1] ?? '',
      source,
      record: { ...NOBODY, name: `${given} ${surname}`, taxId, address: `${number} ${street} ${area}`, city, postalCode, birthDate }
    })
  )
}

/** Columns: id, name, address, city, phone, kind of kitchen. */
function readRestaurants(): Labelled[] {
  const twins = new Map(readRows('fodors-zagats/matches_fodors_zagats.csv').map(([fodor = '', zagat = '']) => [`z${zagat}`, `f${fodor}`]))
  const read = (name: string, letter: string, source: number): Labelled[] =>
    readRows(`fodors-zagats/${name}.csv`).map(([id = '', title = '', address = '', city = '', phone = '']) => ({
      truth: twins.get(letter + id) ?? letter + id,
      source,
      record: { ...NOBODY, name: title, address, city, phone }
    }))
  return [...read('fodors', 'f', 0), ...read('zagats', 'z', 1)]
}

describe.skipIf(!existsSync(fileOf('febrl/dataset3.csv')))(
  'sets with known duplicates, found without their labels (skipped where the files are not beside the project)',
  () => {
    it('finds the people of febrl 3 who were entered up to six times', { timeout: 60_000 }, () => {
      const { f1, precision } = rateSearch(readPeople('dataset3.csv'))
      expect(f1).toBeGreaterThanOrEqual(0.99)
      expect(precision).toBeGreaterThanOrEqual(0.999)
    })

    it('links the two lists of febrl 4', { timeout: 60_000 }, () => {
      const { f1 } = rateSearch([...readPeople('dataset4a.csv', 0), ...readPeople('dataset4b.csv', 1)], { isLink: true })
      expect(f1).toBeGreaterThanOrEqual(0.99)
    })

    it('links the restaurants of two guides', () => {
      const { f1 } = rateSearch(readRestaurants(), { isLink: true })
      expect(f1).toBeGreaterThanOrEqual(0.98)
    })
  }
)
