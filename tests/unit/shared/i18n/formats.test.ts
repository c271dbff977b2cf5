import { expect, it } from 'vitest'
import { formatDate } from '../../../../src/shared/i18n/formats.ts'

it('writes a day, and gives back what is none', () => {
  expect(formatDate('2026-10-31', 'es')).toBe('31 oct 2026')
  expect(formatDate('2026-10-31T23:59:00Z', 'en')).toBe('Oct 31, 2026')
  for (const text of ['', 'soon', '31/10/2026', '2026-13-40']) expect(formatDate(text, 'es')).toBe(text)
})
