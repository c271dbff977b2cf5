import { CustomerAttributes } from './customer-attributes.ts'
import { FirstOrders } from './first-orders.ts'
import { FirstOrderTables } from './first-order-tables.ts'
import { FurtherOrders } from './further-orders.ts'
import { openOrderBook } from './order-customers.ts'
import { OrdersRun } from './orders-run.ts'
import { OrderReader } from './read-order.ts'
import type { KindRun, RunContext } from './run-context.ts'
import { isTableEmpty } from './secondary-indexes.ts'

/** The run of a file of orders that is read in the thread that writes. */
export function createOrdersRun(context: RunContext): KindRun {
  const reader = new OrderReader(context)
  const attributes = new CustomerAttributes(context)
  const tables = isTableEmpty(context.db, 'orders') ? new FirstOrderTables(context) : null
  const strategy = tables
    ? new FirstOrders(context, { reader, book: openOrderBook(context.db, context.settings), sinks: tables.sinks, attributes })
    : new FurtherOrders(context, reader, attributes)
  const run = new OrdersRun(context, reader, strategy, attributes)
  return {
    take: (cells, row) => {
      run.take(cells, row)
    },
    finish: () => {
      run.finish()
      tables?.finish()
      attributes.finish()
    }
  }
}
