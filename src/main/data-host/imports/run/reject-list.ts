import type { Reject } from '../../../../shared/contract/imports.ts'
import type { Text } from '../../../../shared/domain/text.ts'
import { translate } from '../../../../shared/i18n/translate.ts'
import type { AmountProblem } from '../values/amount.ts'
import type { DateProblem } from '../values/date.ts'

/** Why a row is refused; each has a sentence under `imports.rejects` in both languages. */
export const REJECT_CODES = [
  'amount-missing',
  'amount-format',
  'amount-ambiguous',
  'amount-too-large',
  'amount-negative',
  'currency-other',
  'date-missing',
  'date-format',
  'date-impossible',
  'date-ambiguous',
  'date-range',
  'status-unknown',
  'duplicate-order-number',
  'order-exists',
  'customer-exists',
  'order-number-missing',
  'customer-unnamed',
  'text-too-long',
  'too-many-cells',
  'order-refused'
] as const
export type RejectCode = (typeof REJECT_CODES)[number] | AmountProblem | DateProblem

/** How many refused rows an answer names; all of them can be saved to a file. */
const SHOWN = 1000

/** A list on its way to another thread. */
export interface PackedRejects {
  count: number
  rows: Int32Array<ArrayBuffer>
  codes: Uint8Array<ArrayBuffer>
  columns: Int16Array<ArrayBuffer>
  others: Int32Array<ArrayBuffer>
}

/** Refused rows as plain numbers, so that a file of ten million bad rows does not fill the memory. */
export class RejectList {
  count = 0
  #rows = new Int32Array(64)
  #codes = new Uint8Array(64)
  #columns = new Int16Array(64)
  #others = new Int32Array(64)

  /** `column`: index in the file, -1 when the row as a whole is at fault. `other`: the row the sentence names. */
  add(row: number, column: number, code: RejectCode, other = 0): void {
    if (this.count === this.#rows.length) this.#grow()
    this.#rows[this.count] = row
    this.#codes[this.count] = REJECT_CODES.indexOf(code)
    this.#columns[this.count] = column
    this.#others[this.count] = other
    this.count++
  }

  pack(): PackedRejects {
    return { count: this.count, rows: this.#rows, codes: this.#codes, columns: this.#columns, others: this.#others }
  }

  /** Becomes the list that was packed. */
  unpack({ count, rows, codes, columns, others }: PackedRejects): void {
    this.count = count
    this.#rows = rows
    this.#codes = codes
    this.#columns = columns
    this.#others = others
  }

  #grow(): void {
    const grow = <T extends Int32Array | Uint8Array | Int16Array>(old: T, make: (length: number) => T): T => {
      const grown = make(old.length * 2)
      grown.set(old)
      return grown
    }
    this.#rows = grow(this.#rows, (length) => new Int32Array(length))
    this.#codes = grow(this.#codes, (length) => new Uint8Array(length))
    this.#columns = grow(this.#columns, (length) => new Int16Array(length))
    this.#others = grow(this.#others, (length) => new Int32Array(length))
  }

  /** The places in the list, in the order of the file: rows found at fault after the reading come last in the list. */
  *#inOrder(): Generator<number> {
    // Row and place in one number each, sorted as plain memory: a sort that compares by a function holds all of them as values.
    const pairs = new Uint32Array(this.count * 2)
    for (let at = 0; at < this.count; at++) {
      pairs[at * 2] = at
      pairs[at * 2 + 1] = this.#rows[at] ?? 0
    }
    new BigUint64Array(pairs.buffer).sort()
    for (let at = 0; at < this.count; at++) yield pairs[at * 2] ?? 0
  }

  #describe(index: number, headers: readonly string[]): Reject {
    const code = REJECT_CODES[this.#codes[index] ?? 0] ?? 'text-too-long'
    const column = this.#columns[index] ?? -1
    return {
      row: this.#rows[index] ?? 0,
      column: column < 0 ? null : (headers[column] ?? null),
      code,
      message: describeReject(code, this.#others[index] ?? 0)
    }
  }

  /** The first thousand, in the order of the file. */
  show(headers: readonly string[]): Reject[] {
    const shown: Reject[] = []
    for (const index of this.#inOrder()) {
      if (shown.length === SHOWN) break
      shown.push(this.#describe(index, headers))
    }
    return shown
  }

  /** All of them, in the order of the file, one by one. */
  *list(headers: readonly string[]): Generator<Reject> {
    for (const index of this.#inOrder()) yield this.#describe(index, headers)
  }
}

function describeReject(code: RejectCode, row: number): Text {
  const key = `imports.rejects.${code}`
  return { en: translate('en', key, { row }), es: translate('es', key, { row }) }
}
