import { readCode } from '../values/text.ts'
import type { RecordDefinition, RecordValues } from './record-kinds.ts'
import { RecordOrders } from './record-orders.ts'
import type { RejectCode } from './reject-list.ts'
import { type FieldColumn, findColumn, type RunContext } from './run-context.ts'

export interface RecordProblem {
  column: number
  code: RejectCode
}

/** What a row says of one record. */
export interface ReadRecord {
  /** What stands in the row, by column; blank is null. */
  given: RecordValues
  /** The same with what a new record needs beside it. */
  full: RecordValues
}

/** Reads and checks the cells of one kind of record. */
export class RecordReader {
  readonly #definition: RecordDefinition
  readonly #context: RunContext
  readonly #orders: RecordOrders
  readonly #at: ReadonlyMap<string, FieldColumn>
  readonly #currencyIndex: number

  constructor(context: RunContext, definition: RecordDefinition) {
    this.#context = context
    this.#definition = definition
    this.#orders = new RecordOrders(context.db)
    const fields = [...definition.fields.map(({ field }) => field), ...(definition.order ? [definition.order.field] : [])]
    this.#at = new Map(fields.map((field) => [field, findColumn(context, field)]))
    this.#currencyIndex = findColumn(context, 'currency').index
  }

  /** `headers`: the file's, where a header says what no column does. */
  read(cells: readonly string[], headers: readonly string[]): ReadRecord | RecordProblem {
    const { fields, order, notBefore, date, complete } = this.#definition
    const given: RecordValues = {}
    for (const { field, column, read, missing } of fields) {
      const at = this.#at.get(field)
      const cell = at && at.index >= 0 ? read(cells[at.index] ?? '', at) : { value: null }
      if ('code' in cell) return this.#fail(field, cell.code)
      if (cell.value === null && missing !== undefined) return this.#fail(field, missing)
      given[column] = cell.value
    }
    const currency = readCode(cells[this.#currencyIndex] ?? '').toUpperCase()
    if (currency !== '' && currency !== this.#context.currency) return { column: this.#currencyIndex, code: 'currency-other' }
    if (order) {
      const found = this.#orders.find(cells[this.#at.get(order.field)?.index ?? -1] ?? '')
      if (typeof found === 'string') return this.#fail(order.field, found)
      given[order.column] = found
    }
    const backwards = notBefore.find((column) => isBefore(given[column] ?? null, given[date] ?? null))
    if (backwards !== undefined) return this.#fail(fields.find(({ column }) => column === backwards)?.field ?? '', 'dates-backwards')
    const full = { ...given }
    const problem = complete(full, (field) => headers[this.#at.get(field)?.index ?? -1] ?? '')
    return problem ? this.#fail(problem.field, problem.code) : { given, full }
  }

  #fail(field: string, code: RejectCode): RecordProblem {
    return { column: this.#at.get(field)?.index ?? -1, code }
  }
}

/** Whether one moment lies before another, as exactly as both are given. */
function isBefore(one: string | number | null, other: string | number | null): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return false
  const length = Math.min(one.length, other.length)
  return one.slice(0, length) < other.slice(0, length)
}
