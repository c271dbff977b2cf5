import type { Column } from '../../../../shared/contract/imports.ts'
import { findAmountBody, findDecimalMark } from '../values/amount.ts'
import { findDateOrders, isDate, readDate } from '../values/date.ts'

const SAMPLES = 5
/** Values looked at to say what a column holds; the question of two readings is followed through all rows read. */
const TYPED_VALUES = 2000
const LIKELY = 0.8

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const PHONE = /^\+?[\d\s().-]{9,20}$/
/** As numbers are dialled: nine digits or more behind a plus, or in groups that no amount has. `600 123 456` without decimals is one. */
const DIALLED =
  /^(?=(?:\D*\d){9,15}\D*$)(?:\+\d[\d\s-]*|(?:00)?\d{2,4}(?:\s\d{2,4}){2,}|(?!\d{1,3}(?:\.\d{3})+$)\d{2,4}(?:[.-]\d{2,4}){2,})$/
/** ISO 4217 codes: `SKU1` is no amount. */
const CURRENCY_CODES = new Set(Intl.supportedValuesOf('currency'))
const BOOLEAN = /^(?:yes|no|true|false|sí|si|verdadero|falso)$/i
const CURRENCY_CODE = /^[a-z]{3}$/i
/** More than these are no currencies, or no sentence. */
const CURRENCIES = 8
const INTEGER = /^-?\d{1,15}$/

/** What one column was seen to hold. */
export class ColumnProfile {
  filled = 0
  readonly samples: string[] = []
  /** Symbols and codes written with amounts, and cells that may be currency codes; a few. */
  readonly units = new Set<string>()
  readonly codes = new Set<string>()
  readonly #types = { date: 0, email: 0, integer: 0, amount: 0, phone: 0, boolean: 0 }
  #typed = 0
  readonly #orders = { ymd: 0, dmy: 0, mdy: 0, either: 0 }
  readonly #marks = { dot: 0, comma: 0, either: 0 }

  add(cell: string): void {
    const value = cell.trim()
    if (value === '') return
    this.filled++
    if (this.samples.length < SAMPLES && !this.samples.includes(value)) this.samples.push(value.slice(0, 200))
    if (this.#typed < TYPED_VALUES) this.#countTypes(value)
    this.#countReadings(value)
    if (value.length === 3 && this.codes.size < CURRENCIES && CURRENCY_CODE.test(value)) this.codes.add(value.toUpperCase())
  }

  #countTypes(value: string): void {
    this.#typed++
    if (INTEGER.test(value)) this.#types.integer++
    if (EMAIL.test(value)) this.#types.email++
    else if (BOOLEAN.test(value)) this.#types.boolean++
    else if (isDate(readDate(value, 'dmy')) || isDate(readDate(value, 'mdy'))) this.#types.date++
    else if (DIALLED.test(value)) this.#types.phone++
    else if (isAmount(value)) this.#types.amount++
    else if (PHONE.test(value)) this.#types.phone++
  }

  #countReadings(value: string): void {
    if (value.length > 40) return
    const orders = findDateOrders(value)
    if (orders.length === 2) {
      // The same day both ways (05/05) says nothing.
      if (readDate(value, 'dmy') !== readDate(value, 'mdy')) this.#orders.either++
    } else if (orders[0]) this.#orders[orders[0]]++
    if (orders.length > 0) return
    const found = findAmountBody(value)
    if (!found) return
    for (const unit of found.written) if (this.units.size < CURRENCIES) this.units.add(unit)
    const mark = findDecimalMark(found.body)
    if (mark !== null) this.#marks[mark]++
  }

  /** What the column seems to hold by its values alone. */
  get type(): Column['type'] {
    if (this.filled === 0) return 'empty'
    const need = this.#typed * LIKELY
    const { date, email, integer, amount, phone, boolean } = this.#types
    if (email >= need) return 'email'
    // Eight digits can be a day or a number: called a number here; a column mapped to a date is read as one all the same.
    if (integer >= need) return 'integer'
    if (date >= need) return 'date'
    if (amount + integer >= need) return 'amount'
    if (boolean >= need) return 'boolean'
    if (phone + integer >= need) return 'phone'
    return 'text'
  }

  /** Null: no value shows it, or values show both and each is read by itself. */
  get decimal(): Column['decimal'] {
    const { dot, comma } = this.#marks
    if (dot > 0 && comma === 0) return 'dot'
    if (comma > 0 && dot === 0) return 'comma'
    return null
  }

  get dateOrder(): Column['dateOrder'] {
    const { ymd, dmy, mdy } = this.#orders
    if (dmy === 0 && mdy === 0) return ymd > 0 ? 'ymd' : null
    if (dmy > 0 && mdy === 0) return 'dmy'
    if (mdy > 0 && dmy === 0) return 'mdy'
    return null
  }

  /** The question to ask before the column can be read as `type`. */
  findAmbiguity(type: Column['type']): Column['ambiguous'] {
    if (type === 'date') {
      const both = this.#orders.dmy > 0 && this.#orders.mdy > 0
      return both || (this.#orders.either > 0 && this.dateOrder !== 'dmy' && this.dateOrder !== 'mdy') ? 'date-order' : null
    }
    if (type === 'amount') return this.#marks.either > 0 && this.decimal === null ? 'decimal' : null
    return null
  }
}

/** Whether the text is an amount with nothing but a currency's symbol or code beside it. */
function isAmount(text: string): boolean {
  return findAmountBody(text)?.written.every((unit) => /[€£¥$]$/.test(unit) || CURRENCY_CODES.has(unit)) ?? false
}
