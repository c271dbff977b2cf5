import type { OrderReader } from './read-order.ts'
import type { RowSink } from './row-writer.ts'

/** What becomes of an order that was read without fault: it depends on what the workspace has. */
export interface OrderStrategy {
  /** Takes the order the reader holds; false when the row was refused. */
  take: (cells: readonly string[], row: number) => boolean
  finish: () => void
}

const OWN_COLUMNS = ['id', 'customer_id', 'external_id', 'order_date', 'net_minor']

/** Columns of the values `putOrder` gives. */
export function listOrderColumns(reader: OrderReader): string[] {
  return [...OWN_COLUMNS, ...reader.columns]
}

/** Gives a new order to a sink, without ending its row. A blank status is a completed order. */
export function putOrder(sink: RowSink, reader: OrderReader, id: number, customerId: number | null): void {
  sink.put(id)
  sink.put(customerId)
  sink.put(reader.externalId === '' ? null : reader.externalId)
  sink.put(reader.date)
  sink.put(reader.amountMinor)
  const { extras } = reader
  for (let at = 0; at < reader.columns.length; at++) {
    const value = extras[at] ?? null
    sink.put(value === null && at === 0 && reader.hasStatus ? 'completed' : value)
  }
}
