import type { ImportProgress } from '../../../../shared/contract/imports.ts'
import { openConnection } from '../../database/connection.ts'
import type { PresetFile } from '../mapping/presets.ts'
import type { CustomerBook } from './customer-book.ts'
import { FirstOrders, type OrderSinks } from './first-orders.ts'
import { NEW_CUSTOMER_COLUMNS, openOrderBook } from './order-customers.ts'
import { listOrderColumns } from './order-strategy.ts'
import { OrdersRun } from './orders-run.ts'
import { type ReadFile, readFile, type StartCleaner } from './read-file.ts'
import { OrderReader } from './read-order.ts'
import type { PackedRejects } from './reject-list.ts'
import { type RowBatch, RowPacker } from './row-batch.ts'
import { type Counts, createReadContext, type ImportJob } from './run-context.ts'

export interface ReadRequest {
  job: ImportJob
  totalBytes: number
  /** Code of the currency the workspace counts in. */
  currency: string
  preset: PresetFile | null
}

/** What the thread that reads says to the one that writes; `read` is the last. */
export type ReadMessage =
  | { type: 'progress'; progress: ImportProgress }
  | { type: 'rows'; table: keyof OrderSinks; batch: RowBatch }
  | { type: 'read'; file: ReadFile; counts: Counts; rejects: PackedRejects }

/** The memory of a message that goes over to the other thread instead of being copied. */
export function listBuffers(message: ReadMessage): ArrayBuffer[] {
  if (message.type === 'rows') return [message.batch.kinds.buffer, message.batch.numbers.buffer]
  return []
}

export interface ReadHooks {
  /** May wait, and may throw to stop. */
  give: (message: ReadMessage) => void
  isCancelled: () => boolean
  startCleaner: StartCleaner
}

/**
 * Reads a workspace's first orders for another thread, which holds the transaction they are written in. What the workspace
 * has is read from a connection of our own: the other thread has the turn to write, so what is committed is what it sees.
 */
export function readFirstOrders(
  { job, totalBytes, currency, preset }: ReadRequest,
  workspacePath: string,
  { give, isCancelled, startCleaner }: ReadHooks
): void {
  const context = createReadContext(job, { currency, preset }, isCancelled)
  const reader = new OrderReader(context)
  const pack = (table: keyof OrderSinks, width: number): RowPacker =>
    new RowPacker(width, (batch) => {
      give({ type: 'rows', table, batch })
    })
  const sinks = {
    orders: pack('orders', listOrderColumns(reader).length),
    customers: pack('customers', NEW_CUSTOMER_COLUMNS.length)
  }
  const run = new OrdersRun(context, reader, new FirstOrders(context, { reader, book: loadBook(workspacePath, job.settings), sinks }))
  const onProgress = (progress: ImportProgress): void => {
    give({ type: 'progress', progress })
  }
  const file = readFile({ path: job.path, totalBytes, onProgress, startCleaner }, context, run)
  run.finish()
  give({ type: 'read', file, counts: context.counts, rejects: context.rejects.pack() })
}

function loadBook(workspacePath: string, settings: ImportJob['settings']): CustomerBook {
  const db = openConnection(workspacePath, { readOnly: true })
  try {
    return openOrderBook(db, settings)
  } finally {
    db.close()
  }
}
