import type { AmountProblem } from '../values/amount.ts'
import type { DateProblem } from '../values/date.ts'
import { type RejectedRow, RejectSpill } from './reject-spill.ts'

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
  'order-refused',
  'customer-several',
  'customer-unknown',
  'customer-missing',
  'key-missing',
  'word-unknown',
  'word-missing',
  'score-range',
  'number-format',
  'number-range',
  'yes-no',
  'dates-backwards',
  'order-unknown',
  'duplicate-record',
  'record-exists',
  'record-several',
  'campaign-several',
  'totals-row'
] as const
export type RejectCode = (typeof REJECT_CODES)[number] | AmountProblem | DateProblem

/** How many refused rows an answer names; all of them can be saved to a file. */
const SHOWN = 1000

/** A list on its way to another thread. */
export interface PackedRejects {
  count: number
  first: RejectedRow[]
}

/**
 * Refused rows: how many, and the first of the file. The others are kept only where all are asked for, in a temporary file:
 * what is in memory does not grow with the file.
 */
export class RejectList {
  count = 0
  readonly #first: RejectedRow[] = []
  /** The highest row among the first, once there are as many as are shown. */
  #last = Infinity
  readonly #spill: RejectSpill | null

  /** `keepsAll`: `list` will be asked for; then `close` ends the list. */
  constructor(keepsAll = false) {
    this.#spill = keepsAll ? new RejectSpill() : null
  }

  /** `column`: index in the file, -1 when the row as a whole is at fault. `other`: the row the sentence names. */
  add(row: number, column: number, code: RejectCode, other = 0): void {
    this.count++
    if (row >= this.#last && this.#spill === null) return
    const rejected = { row, column, code: REJECT_CODES.indexOf(code), other }
    this.#spill?.add(rejected)
    if (row < this.#last) this.#keep(rejected)
  }

  /** Rows mostly come in the order of the file; one found at fault after the reading takes the place of the last. */
  #keep(rejected: RejectedRow): void {
    if (this.#first.length === SHOWN) this.#first.splice(this.#findLast(), 1)
    this.#first.push(rejected)
    if (this.#first.length === SHOWN) this.#last = this.#first[this.#findLast()]?.row ?? Infinity
  }

  #findLast(): number {
    return this.#first.reduce((last, { row }, at, all) => (row > (all[last]?.row ?? 0) ? at : last), 0)
  }

  pack(): PackedRejects {
    return { count: this.count, first: this.#first }
  }

  /** Becomes the list that was packed. */
  unpack({ count, first }: PackedRejects): void {
    for (const rejected of first) this.#keep(rejected)
    this.count = count
  }

  /** The first thousand, in the order of the file. */
  first(): RejectedRow[] {
    return this.#first.toSorted((a, b) => a.row - b.row)
  }

  /** All of them, in the order of the file, one by one. */
  *list(): Generator<RejectedRow> {
    yield* this.#spill?.list() ?? []
  }

  close(): void {
    this.#spill?.close()
  }
}
