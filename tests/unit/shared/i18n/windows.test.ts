import { describe, expect, it } from 'vitest'
import { formatDifference, isNoMove } from '../../../../src/shared/i18n/figures.ts'
import { formatChange, formatTenth } from '../../../../src/shared/i18n/tenths.ts'
import { describeWindow, listDaysCounted } from '../../../../src/shared/i18n/windows.ts'

describe('a window', () => {
  const year = { from: '2025-10-31', to: '2026-10-31', days: 365 }

  it('is told by the first and the last day counted, as many as it has', () => {
    const { from, to, days } = listDaysCounted(year)
    expect(from).toBe('2025-11-01')
    expect((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1).toBe(days)
    expect(describeWindow(year, 'es')).toBe('365 días, del 1 nov 2025 al 31 oct 2026')
    expect(describeWindow(year, 'en')).toBe('365 days, Nov 1, 2025 to Oct 31, 2026')
  })

  it('begins with the year after one that ends it', () => {
    expect(listDaysCounted({ from: '2024-12-31', to: '2025-12-31', days: 365 }).from).toBe('2025-01-01')
  })
})

describe('a difference', () => {
  it.each([
    [-0.003, '0–1', true],
    [-0.006, '0–1', false],
    [0.04, '%', true],
    [0.06, '%', false],
    [0.4, '−100…100', true]
  ] as const)('of %s (%s) prints as none: %s', (difference, unit, isNone) => {
    expect(isNoMove(difference, unit)).toBe(isNone)
    expect(formatDifference(difference, unit, 'EUR', 'en').startsWith('±')).toBe(isNone)
  })

  it('of two scores is that of the figures shown', () => {
    expect([35.84, 38.76].map((score) => formatTenth(score, 'en'))).toEqual(['35.8', '38.8'])
    expect(formatChange(35.84, 38.76, 'en')).toBe('−3.0')
    expect(formatChange(38.76, 35.84, 'es')).toBe('+3,0')
    expect(formatChange(38.84, 38.76, 'en')).toBe('±0.0')
  })
})
