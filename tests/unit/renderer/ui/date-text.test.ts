import { describe, expect, test } from 'vitest'
import { readDate, writeDate } from '../../../../src/renderer/ui/date-text.ts'

describe('a typed date', () => {
  test.each([
    ['31/10/2026', 'es', '2026-10-31'],
    ['1-2-2026', 'es', '2026-02-01'],
    ['10/31/2026', 'en', '2026-10-31'],
    ['1.2.2026', 'en', '2026-01-02'],
    [' 2026-10-31 ', 'es', '2026-10-31'],
    ['2026-10-31', 'en', '2026-10-31'],
    ['2026/11/30', 'en', '2026-11-30'],
    // Only the other order makes a day of it.
    ['30/11/2026', 'en', '2026-11-30'],
    ['11/30/2026', 'es', '2026-11-30']
  ] as const)('%s in %s is %s', (text, language, date) => {
    expect(readDate(text, language)).toBe(date)
  })

  test.each([
    ['31/02/2026', 'es'],
    ['31/31/2026', 'en'],
    ['31/02/2026', 'en'],
    ['29/02/2025', 'es'],
    ['31/10/26', 'es'],
    ['mañana', 'es'],
    ['', 'en']
  ] as const)('%s in %s is no date', (text, language) => {
    expect(readDate(text, language)).toBeNull()
  })

  test.each(['es', 'en'] as const)('what is written in %s reads back', (language) => {
    for (const date of ['2026-01-02', '2024-02-29', '1999-12-31']) expect(readDate(writeDate(date, language), language)).toBe(date)
    expect(writeDate('', language)).toBe('')
  })
})
