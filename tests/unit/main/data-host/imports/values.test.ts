import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDecimals,
  findDecimalMark,
  formatDecimal,
  parseDecimal,
  readAmount,
  toMinor
} from '../../../../../src/main/data-host/imports/values/amount.ts'
import { findDateOrders, readDate } from '../../../../../src/main/data-host/imports/values/date.ts'
import { normaliseHeader, readCode, readOrderState } from '../../../../../src/main/data-host/imports/values/text.ts'

const euro = { currency: 'EUR', digits: 2 }
const dot = { ...euro, decimal: 'dot' as const }
const comma = { ...euro, decimal: 'comma' as const }

describe('readAmount', () => {
  it.each([
    ['1.234,56 €', 123456],
    ['1234,5', 123450],
    ['-12,00', -1200],
    ['12,00-', -1200],
    ['(12,00)', -1200],
    ['€ 3', 300],
    ['EUR 1.000', 100000],
    ['1 234,56', 123456],
    ['1\u00a0234,56\u00a0€', 123456],
    ['1.234.567,89', 123456789],
    ['0,005', 1],
    ['-', 'amount-missing'],
    ['  ', 'amount-missing'],
    ['1,234.56', 'amount-format'],
    ['1.23,45', 'amount-format'],
    ['abc', 'amount-format'],
    ['12,00 $', 'currency-other'],
    ['USD 12,00', 'currency-other'],
    ['99999999999999999', 'amount-too-large']
  ])('reads %j with a decimal comma as %j', (text, expected) => {
    expect(readAmount(text, comma)).toBe(expected)
  })

  it.each([
    ['1,234.50', 123450],
    ['11.77', 1177],
    ['0', 0],
    ['-0.00', 0],
    ['(12.00)', -1200],
    ['−5.00', -500],
    ["1'234.50", 123450],
    ['.5', 50],
    ['12.', 1200],
    ['1.005', 101],
    ['2.675', 268],
    ['1.234,56', 'amount-format'],
    ['--5', 'amount-format'],
    ['(-5)', 'amount-format']
  ])('reads %j with a decimal point as %j', (text, expected) => {
    expect(readAmount(text, dot)).toBe(expected)
  })

  it('takes dollars where the workspace counts in a dollar or peso, and no minor units where the currency has none', () => {
    expect(readAmount('$1,234.50', { currency: 'USD', decimal: 'dot', digits: 2 })).toBe(123450)
    expect(readAmount('$1,234.50', { currency: 'MXN', decimal: 'dot', digits: 2 })).toBe(123450)
    expect(readAmount('¥1,235', { currency: 'JPY', decimal: 'dot', digits: 0 })).toBe(1235)
  })

  it('refuses what can be read two ways when nobody said how, and reads the rest by itself', () => {
    expect(readAmount('1,234', { ...euro, decimal: null })).toBe('amount-ambiguous')
    expect(readAmount('1.234', { ...euro, decimal: null })).toBe('amount-ambiguous')
    expect(readAmount('1.234,50', { ...euro, decimal: null })).toBe(123450)
    expect(readAmount('12.5', { ...euro, decimal: null })).toBe(1250)
    expect(findDecimalMark('0,123')).toBe('comma')
    expect(findDecimalMark('1.234.567')).toBe('comma')
  })

  it('brings back every amount, written in three ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (minor) => {
        const text = `${minor < 0 ? '-' : ''}${String(Math.floor(Math.abs(minor) / 100))}.${String(Math.abs(minor) % 100).padStart(2, '0')}`
        expect(readAmount(text, dot)).toBe(minor)
        expect(readAmount(text.replace('.', ','), comma)).toBe(minor)
        const grouped = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2 }).format(minor / 100)
        expect(readAmount(`${grouped} €`, comma)).toBe(minor)
      }),
      { numRuns: 10_000 }
    )
  })
})

describe('exact decimals', () => {
  it('add up as the digits on paper do', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n })), { minLength: 1, maxLength: 30 }), (parts) => {
        const write = (micro: bigint): string =>
          `${micro < 0n ? '-' : ''}${String((micro < 0n ? -micro : micro) / 10000n)}.${String((micro < 0n ? -micro : micro) % 10000n).padStart(4, '0')}`
        const sum = parts.reduce((total, [part]) => addDecimals(total, parseDecimal(write(part))), { whole: 0, fraction: 0 })
        const exact = parts.reduce((total, [part]) => total + part, 0n)
        expect(parseDecimal(formatDecimal(sum))).toEqual(sum)
        const size = exact < 0n ? -exact : exact
        const rounded = Number((size + 50n) / 100n)
        expect(toMinor(sum, 2)).toBe(rounded === 0 ? 0 : exact < 0n ? -rounded : rounded)
      })
    )
  })
})

describe('readDate', () => {
  it.each([
    ['2026-11-22', null, '2026-11-22'],
    ['2026-11-22T23:30:00-03:00', null, '2026-11-22'],
    ['2026-11-22 10:00:00 +0000', null, '2026-11-22'],
    ['2024-02-29', null, '2024-02-29'],
    ['2023-02-29', null, 'date-impossible'],
    ['31/02/2026', 'dmy', 'date-impossible'],
    ['20/12/2025 10:00:00', 'dmy', '2025-12-20'],
    ['05/06/2026', 'dmy', '2026-06-05'],
    ['05/06/2026', 'mdy', '2026-05-06'],
    ['05/06/2026', null, 'date-ambiguous'],
    ['05/05/2026', null, '2026-05-05'],
    ['13/05/2026', null, '2026-05-13'],
    ['13/05/2026', 'mdy', 'date-impossible'],
    ['1.2.68', 'dmy', '2068-02-01'],
    ['1.2.69', 'dmy', '1969-02-01'],
    ['19970101', null, '1997-01-01'],
    ['12 Mar 2024', null, '2024-03-12'],
    ['12 de marzo de 2024', null, '2024-03-12'],
    ['Mar 12, 2024', null, '2024-03-12'],
    ['1899-12-31', null, 'date-range'],
    ['2201-01-01', null, 'date-range'],
    ['', null, 'date-missing'],
    ['yesterday', null, 'date-format'],
    ['2026/1/5', null, '2026-01-05'],
    ['1-2-345', 'dmy', 'date-format']
  ] as const)('reads %j (%s) as %j', (text, order, expected) => {
    expect(readDate(text, order)).toBe(expected)
  })

  it('brings back every day of three centuries in each order', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_567, max: 84_005 }), (day) => {
        const iso = new Date(day * 86_400_000).toISOString().slice(0, 10)
        const [year = '', month = '', date = ''] = iso.split('-')
        expect(readDate(iso, null)).toBe(iso)
        expect(readDate(`${date}/${month}/${year}`, 'dmy')).toBe(iso)
        expect(readDate(`${String(Number(month))}/${String(Number(date))}/${year}`, 'mdy')).toBe(iso)
      }),
      { numRuns: 10_000 }
    )
  })

  it('says in which orders three numbers make a date', () => {
    expect(findDateOrders('05/06/2026')).toEqual(['dmy', 'mdy'])
    expect(findDateOrders('25/06/2026')).toEqual(['dmy'])
    expect(findDateOrders('06/25/2026')).toEqual(['mdy'])
    expect(findDateOrders('2026-06-25')).toEqual(['ymd'])
    expect(findDateOrders('12.50')).toEqual([])
  })
})

describe('texts', () => {
  it('takes the text mark off codes and leaves names alone', () => {
    expect(readCode("'7210448301122")).toBe('7210448301122')
    expect(readCode(' C-1 ')).toBe('C-1')
    expect(readCode("'t Hooft")).toBe("'t Hooft")
  })

  it('knows the states shops write, in both languages', () => {
    const read = (word: string): unknown => readOrderState(word, false)
    expect(['Paid', 'Pagado', 'partially_refunded', ''].map(read)).toEqual(Array(4).fill('completed'))
    expect(['on-hold', 'Pendiente', 'en proceso'].map(read)).toEqual(Array(3).fill('pending'))
    expect(['Refunded', 'Cancelado', 'anulada', 'wc-cancelled'].map(read)).toEqual(Array(4).fill('cancelled'))
    expect(read('on')).toBeNull()
  })
  it('keeps a refunded order whose refund is taken off its amount', () => {
    expect(['Refunded', 'devuelto', 'Cancelled'].map((word) => readOrderState(word, true))).toEqual(['completed', 'completed', 'cancelled'])
  })

  it('compares headers without accents, case and punctuation', () => {
    expect(normaliseHeader(' N.º de  Pedido ')).toBe(normaliseHeader('n.o DE pedido'))
    expect(normaliseHeader('order_id')).toBe(normaliseHeader('Order ID'))
  })
})
