import { negateDecimal, addDecimals, type AmountProblem, readAmount, readDecimal, toMinor } from '../values/amount.ts'
import { isDate, readDate, type DateProblem } from '../values/date.ts'
import { type OrderState, readCode, readOrderState } from '../values/text.ts'
import type { RejectCode } from './reject-list.ts'
import { type FieldColumn, findColumn, type ReadContext } from './run-context.ts'
import type { CellValue } from './row-writer.ts'

export const MAX_ID_LENGTH = 200

/** What an order may carry beside customer, date and amount: field, column of `orders`, how it is read. */
const EXTRAS = [
  { field: 'channel', column: 'channel', type: 'text' },
  { field: 'cost', column: 'cost_minor', type: 'amount' },
  { field: 'discount', column: 'discount_minor', type: 'amount' },
  { field: 'promised_date', column: 'promised_date', type: 'date' },
  { field: 'delivered_date', column: 'delivered_date', type: 'date' }
] as const

/** Reads the order's own cells of one row. One object is used for all rows: it holds the row read last. */
export class OrderReader {
  externalId = ''
  date = ''
  amountMinor = 0
  /** Column of the first problem. */
  problemColumn = -1
  /** `status` first, then the mapped extras, as `columns` names them; null where the cell is blank. */
  readonly extras: CellValue[] = []
  readonly columns: string[]
  readonly hasNumber: boolean
  /** Whether `status` is the first of the columns. */
  readonly hasStatus: boolean

  readonly #id: FieldColumn
  readonly #date: FieldColumn
  readonly #amount: FieldColumn
  readonly #refunded: FieldColumn
  readonly #currencyIndex: number
  readonly #statusIndex: number
  readonly #cancelledIndex: number
  readonly #profit: FieldColumn
  readonly #extras: { type: 'text' | 'amount' | 'date'; at: FieldColumn }[]
  readonly #currency: string
  readonly #digits: number
  /** The date and status cells read last and what they said: they come in runs, and most rows are told by looking at them. */
  #dateCell = ''
  #statusCell = ''
  #state: OrderState | null = null

  constructor(context: ReadContext) {
    this.#id = findColumn(context, 'external_id')
    this.#date = findColumn(context, 'order_date')
    this.#amount = findColumn(context, 'amount')
    this.#refunded = findColumn(context, 'refunded')
    this.#currencyIndex = findColumn(context, 'currency').index
    this.#statusIndex = findColumn(context, 'status').index
    this.#cancelledIndex = findColumn(context, 'cancelled_at').index
    this.#profit = findColumn(context, 'profit')
    const costs = this.#profit.index >= 0 && findColumn(context, 'cost').index < 0
    const mapped = EXTRAS.map((extra) => ({ ...extra, at: findColumn(context, extra.field) })).filter(({ at }) => at.index >= 0)
    this.#extras = mapped
    this.hasStatus = this.#statusIndex >= 0 || this.#cancelledIndex >= 0
    this.columns = [...(this.hasStatus ? ['status'] : []), ...mapped.map(({ column }) => column), ...(costs ? ['cost_minor'] : [])]
    if (!costs) this.#profit.index = -1
    this.hasNumber = this.#id.index >= 0
    this.#currency = context.currency
    this.#digits = context.digits
  }

  /** Order number of a row, as text; empty when there is none. */
  readNumber(cells: readonly string[]): string {
    return this.hasNumber ? readCode(cells[this.#id.index] ?? '') : ''
  }

  /** Reads a row; null, or why it can't be taken. */
  read(cells: readonly string[]): RejectCode | null {
    this.externalId = this.readNumber(cells)
    if (this.externalId.length > MAX_ID_LENGTH) return this.#fail(this.#id.index, 'text-too-long')
    const dateCell = cells[this.#date.index] ?? ''
    if (dateCell !== this.#dateCell) {
      const date = readDate(dateCell, this.#date.dateOrder)
      if (!isDate(date)) return this.#fail(this.#date.index, date as DateProblem)
      this.date = date
      this.#dateCell = dateCell
    } else if (dateCell === '') return this.#fail(this.#date.index, 'date-missing')
    return this.#readNet(cells) ?? this.#readCurrency(cells) ?? this.#readExtras(cells)
  }

  #fail(column: number, code: RejectCode): RejectCode {
    this.problemColumn = column
    return code
  }

  #readNet(cells: readonly string[]): RejectCode | null {
    const amount = this.#readAmount(cells, this.#amount)
    if (typeof amount !== 'number') return this.#fail(this.#amount.index, amount ?? 'amount-missing')
    const refunded = this.#refunded.index < 0 ? 0 : this.#readAmount(cells, this.#refunded)
    if (typeof refunded === 'string') return this.#fail(this.#refunded.index, refunded)
    this.amountMinor = amount - (refunded ?? 0)
    return this.amountMinor < 0 ? this.#fail(this.#amount.index, 'amount-negative') : null
  }

  /** Null: blank, or a lone dash. */
  #readAmount(cells: readonly string[], at: FieldColumn): number | AmountProblem | null {
    const amount = readAmount(cells[at.index] ?? '', at.amount)
    return amount === 'amount-missing' ? null : amount
  }

  #readCurrency(cells: readonly string[]): RejectCode | null {
    if (this.#currencyIndex < 0) return null
    const cell = cells[this.#currencyIndex] ?? ''
    if (cell === this.#currency) return null
    const code = cell.trim().toUpperCase()
    return code === '' || code === this.#currency ? null : this.#fail(this.#currencyIndex, 'currency-other')
  }

  #readExtras(cells: readonly string[]): RejectCode | null {
    if (this.columns.length === 0) return null
    const extras = this.extras
    let filled = 0
    if (this.hasStatus) {
      const word = cells[this.#statusIndex] ?? ''
      if (word !== this.#statusCell) {
        const state = readOrderState(word, this.#refunded.index >= 0)
        if (state === null) return this.#fail(this.#statusIndex, 'status-unknown')
        this.#state = word.trim() === '' ? null : state
        this.#statusCell = word
      }
      const cancelled = this.#cancelledIndex >= 0 && (cells[this.#cancelledIndex] ?? '').trim() !== ''
      extras[filled++] = cancelled ? 'cancelled' : this.#state
    }
    for (const { type, at } of this.#extras) {
      const cell = cells[at.index] ?? ''
      if (type === 'text') extras[filled++] = cell.trim() || null
      else if (type === 'date') {
        const date = readDate(cell, at.dateOrder)
        if (!isDate(date) && date !== 'date-missing') return this.#fail(at.index, date as DateProblem)
        extras[filled++] = date === 'date-missing' ? null : date
      } else {
        const amount = this.#readAmount(cells, at)
        if (typeof amount === 'string') return this.#fail(at.index, amount)
        extras[filled++] = amount
      }
    }
    if (this.#profit.index >= 0) return this.#readProfit(cells)
    return null
  }

  /** A sheet that gives the profit gives the cost: amount − profit, exactly, then rounded. */
  #readProfit(cells: readonly string[]): RejectCode | null {
    const profit = readDecimal(cells[this.#profit.index] ?? '', this.#profit.amount)
    if (typeof profit === 'string' && profit !== 'amount-missing') return this.#fail(this.#profit.index, profit)
    const amount = readDecimal(cells[this.#amount.index] ?? '', this.#amount.amount)
    this.extras[this.columns.length - 1] =
      typeof profit === 'string' || typeof amount === 'string' ? null : toMinor(addDecimals(amount, negateDecimal(profit)), this.#digits)
    return null
  }
}
