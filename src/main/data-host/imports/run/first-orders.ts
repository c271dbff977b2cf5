import type { CustomerAttributes } from './customer-attributes.ts'
import type { CustomerBook } from './customer-book.ts'
import { findRefusal, OrderCustomers } from './order-customers.ts'
import { type OrderStrategy, putOrder } from './order-strategy.ts'
import type { OrderReader } from './read-order.ts'
import type { RowSink } from './row-writer.ts'
import { addTotals, type ReadContext } from './run-context.ts'

/** Where the rows of a workspace's first orders go: into the tables, or to the thread that writes them. */
export type OrderSinks = Record<'orders' | 'customers', RowSink>

interface Start {
  reader: OrderReader
  book: CustomerBook
  sinks: OrderSinks
  attributes?: CustomerAttributes
}

/** The first orders of a workspace: nothing to match with, so rows go straight on; what they have in common is found set-wise at the end (`FirstOrderTables`). */
export class FirstOrders implements OrderStrategy {
  readonly #context: ReadContext
  readonly #reader: OrderReader
  readonly #customers: OrderCustomers
  readonly #sinks: OrderSinks

  constructor(context: ReadContext, { reader, book, sinks, attributes }: Start) {
    this.#context = context
    this.#reader = reader
    this.#customers = new OrderCustomers(context, book, sinks.customers, attributes)
    this.#sinks = sinks
  }

  take(cells: readonly string[], row: number): boolean {
    const { counts, rejects } = this.#context
    const reader = this.#reader
    const customerId = this.#customers.resolve(cells)
    if (customerId !== null && customerId < 0) {
      rejects.add(row, -1, findRefusal(customerId) ?? 'customer-unknown')
      return false
    }
    putOrder(this.#sinks.orders, reader, row, customerId)
    this.#sinks.orders.endRow()
    counts.created++
    addTotals(counts, reader.amountMinor, reader.date)
    return true
  }

  finish(): void {
    this.#sinks.orders.flush()
    this.#sinks.customers.flush()
  }
}
