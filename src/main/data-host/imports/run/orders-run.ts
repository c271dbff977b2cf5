import type { OrderReader } from './read-order.ts'
import type { CustomerAttributes } from './customer-attributes.ts'
import type { OrderStrategy } from './order-strategy.ts'
import type { KindRun, ReadContext } from './run-context.ts'

/**
 * Orders, one row each (or, for sources that say so, several rows of which the first carries the order).
 *
 * An order with a number is that number: the same again in the file is refused and names the first row, whether its other
 * cells are equal or not. An order without one is known by customer, date, amount and its nth occurrence in the file, so
 * exact repeats are kept and the same file again changes nothing.
 *
 * The id of a new order is the row it stands in, counted on from the highest id before: so a row is found again from its
 * order without a table in memory.
 */
export class OrdersRun implements KindRun {
  readonly #context: ReadContext
  readonly #reader: OrderReader
  readonly #strategy: OrderStrategy
  readonly #foldsRows: boolean
  readonly #attributes: CustomerAttributes | null
  #lastNumber = ''
  #lastRow = 0
  #lastRefused = false

  constructor(context: ReadContext, reader: OrderReader, strategy: OrderStrategy, attributes: CustomerAttributes | null = null) {
    this.#context = context
    this.#attributes = attributes
    this.#reader = reader
    this.#strategy = strategy
    this.#foldsRows = context.preset?.rowsOfOrder === 'first-row'
  }

  take(cells: readonly string[], row: number): void {
    const { rejects, counts } = this.#context
    const reader = this.#reader
    if (this.#foldsRows) {
      const number = reader.readNumber(cells)
      if (number !== '' && number === this.#lastNumber) {
        if (this.#lastRefused) rejects.add(row, -1, 'order-refused', this.#lastRow)
        else counts.folded++
        return
      }
      this.#lastNumber = number
      this.#lastRow = row
    }
    this.#lastRefused = !this.#takeOrder(cells, row)
  }

  #takeOrder(cells: readonly string[], row: number): boolean {
    const { rejects } = this.#context
    const problem = this.#reader.read(cells)
    if (problem !== null) {
      rejects.add(row, this.#reader.problemColumn, problem)
      return false
    }
    const wrong = this.#attributes?.read(cells) ?? null
    if (wrong !== null) {
      rejects.add(row, wrong.column, wrong.code)
      return false
    }
    return this.#strategy.take(cells, row)
  }

  finish(): void {
    this.#strategy.finish()
  }
}
