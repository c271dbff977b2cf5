import { expect, it } from 'vitest'
import { writeHeading, writePlain } from '../../../../src/renderer/ui/charts/table.ts'

it('writes a number without the noise of its last digits, and an amount with the decimals of its currency', () => {
  expect(writePlain(0.467_999_999_999_999_97, 'share', 'EUR')).toBe(0.468)
  expect(writePlain(1 / 3, 'number', 'EUR')).toBe(0.333_333_333_333)
  expect(writePlain(123_456_789, 'count', 'EUR')).toBe(123_456_789)
  expect(writePlain(498_544, 'money', 'EUR')).toBe('4985.44')
  expect(writePlain(498_544, 'money', 'CLP')).toBe('498544')
  expect(writePlain(null, 'share', 'EUR')).toBeNull()
})

it('says in the heading what an amount is in', () => {
  expect(writeHeading({ title: 'Margin', type: 'money' }, 'EUR')).toBe('Margin (EUR)')
  expect(writeHeading({ title: 'Share', type: 'share' }, 'EUR')).toBe('Share')
})
