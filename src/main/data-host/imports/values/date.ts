import type { DateOrder } from '../../../../shared/contract/imports.ts'

/** Why a date can't be taken; keys under `imports.rejects` in the messages. */
export type DateProblem = 'date-missing' | 'date-format' | 'date-impossible' | 'date-ambiguous' | 'date-range'

export const FIRST_YEAR = 1900
export const LAST_YEAR = 2200
/** Two-digit years: 00–68 are 2000–2068, 69–99 are 1969–1999 (the POSIX rule). */
export const PIVOT = 69

const MONTH_NAMES = ['jan ene', 'feb', 'mar', 'apr abr', 'may', 'jun', 'jul', 'aug ago', 'sep set', 'oct', 'nov', 'dec dic']
const MONTHS = new Map(MONTH_NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)))

// A time and a zone may follow. The date is the one that is written: an order of 23:30 belongs to that day where it was made.
const TIME = String.raw`(?:(?:[T\s]|,\s*)\s*\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?\s*(?:[ap]\.?\s?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`
const NUMERIC = new RegExp(String.raw`^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})\.?${TIME}$`, 'iu')
const COMPACT = new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})${TIME}$`, 'iu')
const DAY_NAME = new RegExp(
  String.raw`^(\d{1,2})(?:\.|st|nd|rd|th)?[\s/-]+(?:de\s+)?(\p{L}{3,10})\.?,?[\s/-]+(?:de\s+|del\s+)?(\d{4}|\d{2})${TIME}$`,
  'iu'
)
const NAME_DAY = new RegExp(String.raw`^(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TIME}$`, 'iu')

const problem = (code: DateProblem): string => code

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
function countDays(year: number, month: number): number {
  return month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (DAYS[month - 1] ?? 0)
}

/** Here and below: an ISO date, or a `DateProblem`. One text instead of an object per row. */
function buildDate(year: number, month: number, day: number): string {
  if (month < 1 || month > 12 || day < 1 || day > countDays(year, month)) return problem('date-impossible')
  if (year < FIRST_YEAR || year > LAST_YEAR) return problem('date-range')
  return `${String(year)}-${month < 10 ? '0' : ''}${String(month)}-${day < 10 ? '0' : ''}${String(day)}`
}

function fullYear(text: string): number {
  const year = Number(text)
  return text.length > 2 ? year : year + (year < PIVOT ? 2000 : 1900)
}

/** Whether what `readDate` gave is a date: problems are words, dates begin with a digit. */
export function isDate(result: string): boolean {
  return result.charCodeAt(0) < 58 && result !== ''
}

/** The orders in which three numbers make a date; empty when they are none with digits only. */
export function findDateOrders(text: string): DateOrder[] {
  const match = NUMERIC.exec(text.trim())
  if (!match) return []
  const [, a = '', , b = '', c = ''] = match
  if (a.length > 2) return c.length <= 2 ? ['ymd'] : []
  if (c.length === 3) return []
  const first = Number(a)
  const second = Number(b)
  const orders: DateOrder[] = []
  if (first >= 1 && first <= 31 && second >= 1 && second <= 12) orders.push('dmy')
  if (second >= 1 && second <= 31 && first >= 1 && first <= 12) orders.push('mdy')
  return orders
}

/** ISO date, or the problem. `order` says how `05/06/2026` is meant; null: it is refused as ambiguous. */
export function readDate(text: string, order: DateOrder | null): string {
  if (isPlainIso(text)) {
    const result = buildDate(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10))
    return result === text ? text : result
  }
  return readWrittenDate(text.trim(), order)
}

function readWrittenDate(text: string, order: DateOrder | null): string {
  if (text === '') return problem('date-missing')
  const compact = COMPACT.exec(text)
  if (compact) return buildDate(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  const numeric = NUMERIC.exec(text)
  if (numeric) return readNumbers(numeric, order)
  const named = DAY_NAME.exec(text)
  if (named) return readNamed(named[3] ?? '', named[2] ?? '', named[1] ?? '')
  const american = NAME_DAY.exec(text)
  if (american) return readNamed(american[3] ?? '', american[1] ?? '', american[2] ?? '')
  return problem('date-format')
}

function readNamed(year: string, name: string, day: string): string {
  const month = MONTHS.get(name.slice(0, 3).toLowerCase())
  return month === undefined ? problem('date-format') : buildDate(fullYear(year), month, Number(day))
}

function readNumbers(match: RegExpExecArray, order: DateOrder | null): string {
  const [, a = '', , b = '', c = ''] = match
  if (a.length > 2) return a.length === 4 && c.length <= 2 ? buildDate(Number(a), Number(b), Number(c)) : problem('date-format')
  if (c.length === 3) return problem('date-format')
  if (order === 'ymd') return c.length <= 2 ? buildDate(fullYear(a), Number(b), Number(c)) : problem('date-format')
  const year = fullYear(c)
  if (order === 'dmy') return buildDate(year, Number(b), Number(a))
  if (order === 'mdy') return buildDate(year, Number(a), Number(b))
  const orders = findDateOrders(match[0])
  if (orders.length === 2 && a !== b) return problem('date-ambiguous')
  return orders[0] === 'mdy' ? buildDate(year, Number(a), Number(b)) : buildDate(year, Number(b), Number(a))
}

function isPlainIso(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false
  for (let at = 0; at < 10; at++) {
    if (at === 4 || at === 7) continue
    const code = text.charCodeAt(at)
    if (code < 48 || code > 57) return false
  }
  return true
}

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) value = value * 10 + (text.charCodeAt(at) - 48)
  return value
}
