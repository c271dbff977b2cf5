import type { DecimalMark } from '../../../../shared/contract/imports.ts'

/** Why an amount can't be taken; keys under `imports.rejects` in the messages. */
export type AmountProblem = 'amount-missing' | 'amount-format' | 'amount-ambiguous' | 'amount-too-large' | 'currency-other'

/** An exact decimal: `whole` units and a fraction in units of 10^-12, both carrying the sign of the amount. */
export interface Decimal {
  whole: number
  fraction: number
}
export const FRACTION_DIGITS = 12
const FRACTION_UNITS = 10 ** FRACTION_DIGITS

/** Ten million million minor units: well inside what a double holds exactly, and beyond any shop. */
const MAX_MINOR = 1e13

const CODE_BY_SYMBOL: Record<string, readonly string[]> = { '€': ['EUR'], '£': ['GBP'], '¥': ['JPY', 'CNY'] }
/** Currencies that are never written with a lone `$`. */
const NOT_DOLLAR = new Set(['EUR', 'GBP', 'JPY', 'CNY', 'CHF', 'INR', 'PLN', 'SEK', 'NOK', 'DKK', 'CZK', 'HUF', 'RON', 'TRY'])

const AROUND =
  /^(?<before>[A-Z]{2,3}\$?|[€£¥$])?\s*(?<sign1>[-+−])?\s*(?<inner>[A-Z]{3}|[€£¥$])?\s*(?<body>[\d.,'’\s]*\d[\d.,'’\s]*?|[.,]\d+)\s*(?<sign2>[-−])?\s*(?<after>[A-Z]{3}|[€£¥$])?$/u
const GROUPED_DOT = /^(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:['’\s]\d{3})+|\d+)?(?:\.\d*)?$/u
const GROUPED_COMMA = /^(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?:['’\s]\d{3})+|\d+)?(?:,\d*)?$/u

/** What a currency symbol or code may stand for: true when the workspace's currency is meant or can be. */
export function meansCurrency(written: string, currency: string): boolean {
  if (written === currency) return true
  const symbol = written.at(-1) ?? ''
  if (symbol === '$') return written === '$' ? !NOT_DOLLAR.has(currency) : currency.startsWith(written.slice(0, -1))
  return CODE_BY_SYMBOL[symbol]?.includes(currency) ?? false
}

export interface AmountReader {
  /** Null: decided value by value, and a value that can be read two ways is refused. */
  decimal: DecimalMark | null
  /** ISO 4217 code the workspace counts in; an amount in another one is refused. */
  currency: string
  /** Decimals of the currency's minor unit. */
  digits: number
}

/** The mark a single number shows by itself: a last separator that can't be a thousands one. `either` when it can be both. */
export function findDecimalMark(body: string): DecimalMark | 'either' | null {
  const dots = body.split('.').length - 1
  const commas = body.split(',').length - 1
  if (dots === 0 && commas === 0) return null
  if (dots > 0 && commas > 0) return body.lastIndexOf('.') > body.lastIndexOf(',') ? 'dot' : 'comma'
  if (dots > 1) return 'comma'
  if (commas > 1) return 'dot'
  const [before = '', after = ''] = body.split(/[.,]/)
  if (after.length === 3 && /^[1-9]\d{0,2}$/.test(before)) return 'either'
  return dots === 1 ? 'dot' : 'comma'
}

/** The digits and separators of an amount with everything around them taken off; null when it is no amount. */
export function findAmountBody(text: string): { body: string; negative: boolean; written: string[] } | null {
  let inner = text.trim()
  let negative = false
  const parens = /^\((?<inner>.*)\)$/su.exec(inner) ?? /^(?<unit>[€£¥$])\((?<inner>.*)\)$/su.exec(inner)
  if (parens?.groups) {
    negative = true
    inner = (parens.groups['unit'] ?? '') + (parens.groups['inner'] ?? '').trim()
  }
  const groups = AROUND.exec(inner)?.groups
  if (!groups) return null
  const signs = [groups['sign1'], groups['sign2']].filter((sign) => sign !== undefined)
  if (signs.length + (negative ? 1 : 0) > 1) return null
  if (signs.some((sign) => sign !== '+')) negative = true
  const written = [groups['before'], groups['inner'], groups['after']].filter((unit) => unit !== undefined)
  return { body: (groups['body'] ?? '').trim(), negative, written }
}

/** Reads an amount exactly; more than 12 decimals are rounded half up to 12 (the noise of binary fractions in exports). */
export function readDecimal(text: string, reader: AmountReader): Decimal | AmountProblem {
  if (/^\s*[-–—]?\s*$/u.test(text)) return 'amount-missing'
  const found = findAmountBody(text)
  if (!found) return 'amount-format'
  const { body, negative, written } = found
  if (written.some((unit) => !meansCurrency(unit, reader.currency))) return 'currency-other'
  let mark = reader.decimal
  if (mark === null) {
    const own = findDecimalMark(body)
    if (own === 'either') return 'amount-ambiguous'
    mark = own ?? 'dot'
  }
  if (!(mark === 'dot' ? GROUPED_DOT : GROUPED_COMMA).test(body)) return 'amount-format'
  const [wholeDigits = '', fractionDigits = ''] = body
    .replace(mark === 'dot' ? /[,'’\s]/gu : /[.'’\s]/gu, '')
    .split(mark === 'dot' ? '.' : ',')
  let whole = Number(wholeDigits)
  let fraction = Number(fractionDigits.slice(0, FRACTION_DIGITS).padEnd(FRACTION_DIGITS, '0'))
  if (fractionDigits.charCodeAt(FRACTION_DIGITS) >= 53) fraction++
  if (fraction === FRACTION_UNITS) {
    whole++
    fraction = 0
  }
  if (whole > MAX_MINOR / 100) return 'amount-too-large'
  return negative ? { whole: 0 - whole, fraction: 0 - fraction } : { whole, fraction }
}

/** The exact sum. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  let whole = a.whole + b.whole
  let fraction = a.fraction + b.fraction
  if (Math.abs(fraction) >= FRACTION_UNITS) {
    whole += Math.sign(fraction)
    fraction -= Math.sign(fraction) * FRACTION_UNITS
  }
  if (whole > 0 && fraction < 0) return { whole: whole - 1, fraction: fraction + FRACTION_UNITS }
  if (whole < 0 && fraction > 0) return { whole: whole + 1, fraction: fraction - FRACTION_UNITS }
  return { whole, fraction }
}

export function negateDecimal({ whole, fraction }: Decimal): Decimal {
  return { whole: 0 - whole, fraction: 0 - fraction }
}

/** Whole minor units, rounded half up (half away from zero below it). */
export function toMinor({ whole, fraction }: Decimal, digits: number): number {
  const unit = 10 ** (FRACTION_DIGITS - digits)
  const sign = whole < 0 || fraction < 0 ? -1 : 1
  const size = Math.abs(whole) * 10 ** digits + Math.floor((Math.abs(fraction) + unit / 2) / unit)
  return size === 0 ? 0 : sign * size
}

/** Plain decimal text with a point, without trailing zeros: `261.96`, `-0.5`, `12`. */
export function formatDecimal({ whole, fraction }: Decimal): string {
  const sign = whole < 0 || fraction < 0 ? '-' : ''
  const decimals = String(Math.abs(fraction)).padStart(FRACTION_DIGITS, '0').replace(/0+$/, '')
  return sign + String(Math.abs(whole)) + (decimals === '' ? '' : `.${decimals}`)
}

/** Reads what `formatDecimal` wrote. */
export function parseDecimal(text: string): Decimal {
  const result = readDecimal(text, { decimal: 'dot', currency: '', digits: 2 })
  if (typeof result === 'string') throw new Error('not a decimal')
  return result
}

/**
 * Minor units of an amount, or why not. Amounts that are plain digits with at most the currency's decimals after a dot, as
 * most files have them, are read here digit by digit: this runs once per row.
 */
export function readAmount(text: string, reader: AmountReader): number | AmountProblem {
  const markCode = reader.decimal === null ? -1 : reader.decimal === 'dot' ? 46 : 44
  if (text.length < 12) {
    let minor = 0
    let decimals = -1
    let at = 0
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code >= 48 && code <= 57) {
        minor = minor * 10 + (code - 48)
        if (decimals >= 0) decimals++
      } else if (code === markCode && decimals < 0 && at > 0) decimals = 0
      else break
    }
    if (at === text.length && at > 0 && decimals <= reader.digits) {
      for (let missing = reader.digits - Math.max(decimals, 0); missing > 0; missing--) minor *= 10
      return minor
    }
  }
  const decimal = readDecimal(text, reader)
  if (typeof decimal === 'string') return decimal
  const minor = toMinor(decimal, reader.digits)
  return Math.abs(minor) > MAX_MINOR ? 'amount-too-large' : minor
}
