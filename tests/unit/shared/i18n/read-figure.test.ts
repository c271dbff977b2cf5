import { describe, expect, it } from 'vitest'
import { nameUnit, readFigure, writeFigure, writeGrouped } from '../../../../src/shared/i18n/read-figure.ts'

describe('a figure as people type it', () => {
  it.each([
    ['60', '%', 'es', 60],
    ['60,5', '%', 'es', 60.5],
    ['60.5 %', '%', 'es', 60.5],
    ['1.234', 'count', 'es', 1234],
    ['1.234,5', 'count', 'es', 1234.5],
    ['1,234.5', 'count', 'en', 1234.5],
    ['1,234', 'count', 'en', 1234],
    ['0,5', 'ratio', 'en', 0.5],
    ['1.234,56 €', 'currency', 'es', 123_456],
    ['−5', 'pp', 'en', -5],
    ['3.5 h', 'hours', 'en', 3.5],
    ['', '%', 'es', null],
    ['mucho', '%', 'es', null],
    ['1.2.3', '%', 'es', null]
  ] as const)('%s in %s (%s)', (text, unit, language, value) => {
    expect(readFigure(text, unit, 'EUR', language)).toBe(value)
  })

  it('comes back as it was written', () => {
    expect(writeFigure(71.4, '%', 'EUR', 'es')).toBe('71,4')
    expect(writeFigure(123_456, 'currency', 'EUR', 'en')).toBe('1234.56')
    expect(readFigure(writeFigure(123_456, 'currency', 'EUR', 'es'), 'currency', 'EUR', 'es')).toBe(123_456)
  })

  it.each([
    [100_000, 'currency', 'es', '1.000'],
    [11_690, 'currency', 'es', '116,90'],
    [123_456_789, 'currency', 'en', '1,234,567.89'],
    [68.4, '%', 'es', '68,4'],
    [1500, 'count', 'en', '1,500']
  ] as const)('%s stands in its field as %s is read in %s: %s', (value, unit, language, written) => {
    expect(writeGrouped(value, unit, 'EUR', language)).toBe(written)
    expect(readFigure(written, unit, 'EUR', language)).toBe(value)
  })

  it('stands beside the sign of its currency, or its code where it has none', () => {
    expect(nameUnit('currency', 'EUR', 'es')).toBe('€')
    expect(nameUnit('currency', 'USD', 'en')).toBe('$')
    expect(nameUnit('currency', 'CHF', 'es')).toBe('CHF')
  })
})
