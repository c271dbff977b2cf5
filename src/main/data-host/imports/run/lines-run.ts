import type Database from 'better-sqlite3'
import { addDecimals, type Decimal, formatDecimal, negateDecimal, parseDecimal, readDecimal, toMinor } from '../values/amount.ts'
import { isDate, readDate, type DateProblem } from '../values/date.ts'
import { readCode, readOrderState } from '../values/text.ts'
import { createBeforeKeeper } from './keep-before.ts'
import { findRefusal, NewCustomers, OrderCustomers, type Who, WHO_FIELDS, openOrderBook } from './order-customers.ts'
import { MAX_ID_LENGTH } from './read-order.ts'
import type { RejectCode } from './reject-list.ts'
import { addTotals, type FieldColumn, findColumn, type KindRun, type RunContext } from './run-context.ts'
import { type CellValue, RowWriter } from './row-writer.ts'
import { readMaxId } from './secondary-indexes.ts'

const PAGE = 4000
const STAGED = [
  'row',
  'number',
  'refused',
  'order_date',
  'status',
  'channel',
  'amount',
  'cost',
  'line_key',
  'product',
  'category',
  'quantity',
  ...WHO_FIELDS
]
const LINE_COLUMNS = ['order_id', 'line_key', 'product', 'category', 'quantity', 'net_exact', 'cost_minor', 'batch_id']

interface StagedLine extends Who {
  row: number
  number: string
  refused: number
  order_date: string
  status: string | null
  channel: string | null
  amount: string
  cost: string | null
  line_key: string | null
  product: string | null
  category: string | null
  quantity: number | null
}
interface StoredOrder {
  id: number
  customer_id: number | null
  order_date: string
  net_minor: number
  cost_minor: number | null
  status: string
  channel: string | null
}
interface NewOrder {
  customer_id: number | null
  order_date: string
  net_minor: number
  cost_minor: number | null
  status: string | null
  channel: string | null
}

/**
 * Order lines, folded by order number: the order's amount is the exact sum of its lines, rounded once. The lines of one
 * order may stand anywhere in the file, so they are staged in a temporary table (on disk, not in memory) and folded when all
 * are read. One refused line refuses its whole order: without it the sum would be wrong. Date, state, channel and
 * customer are those of the order's first line. The lines are kept; a changed order gets all its lines anew.
 */
export class LinesRun implements KindRun {
  readonly #context: RunContext
  readonly #customers: OrderCustomers
  readonly #newCustomers: NewCustomers
  readonly #stage: RowWriter
  readonly #at: Record<string, FieldColumn>

  constructor(context: RunContext) {
    this.#context = context
    this.#newCustomers = new NewCustomers(context)
    this.#customers = new OrderCustomers(context, openOrderBook(context.db, context.settings), this.#newCustomers.writer)
    context.db.exec(`DROP TABLE IF EXISTS temp.staged_lines; CREATE TEMP TABLE staged_lines (${STAGED.join(', ')})`)
    this.#stage = new RowWriter(context.db, 'temp.staged_lines', STAGED)
    const fields = [
      'external_id',
      'order_date',
      'amount',
      'cost',
      'profit',
      'currency',
      'status',
      'channel',
      'line_key',
      'product',
      'category',
      'quantity'
    ]
    this.#at = Object.fromEntries(fields.map((field) => [field, findColumn(context, field)]))
  }

  take(cells: readonly string[], row: number): void {
    const number = readCode(this.#cell(cells, 'external_id'))
    const line =
      number === ''
        ? this.#refuse('external_id', 'order-number-missing')
        : number.length > MAX_ID_LENGTH
          ? this.#refuse('external_id', 'text-too-long')
          : this.#read(cells)
    if ('code' in line) {
      this.#context.rejects.add(row, line.column, line.code)
      if (number !== '') this.#stage.add(row, number, 1, ...STAGED.slice(3).map(() => null))
      return
    }
    const who = this.#customers.read(cells)
    this.#stage.add(row, number, 0, ...line.values, ...WHO_FIELDS.map((field) => who[field]))
  }

  #cell(cells: readonly string[], field: string): string {
    return cells[this.#at[field]?.index ?? -1] ?? ''
  }

  #refuse(field: string, code: RejectCode): { column: number; code: RejectCode } {
    return { column: this.#at[field]?.index ?? -1, code }
  }

  #read(cells: readonly string[]): { values: CellValue[] } | { column: number; code: RejectCode } {
    const date = readDate(this.#cell(cells, 'order_date'), this.#at['order_date']?.dateOrder ?? null)
    if (!isDate(date)) return this.#refuse('order_date', date as DateProblem)
    const amount = this.#decimal(cells, 'amount')
    if (typeof amount === 'string') return this.#refuse('amount', amount)
    const currency = this.#cell(cells, 'currency').trim().toUpperCase()
    if (currency !== '' && currency !== this.#context.currency) return this.#refuse('currency', 'currency-other')
    const state = readOrderState(this.#cell(cells, 'status'), false)
    if (state === null) return this.#refuse('status', 'status-unknown')
    const cost = this.#readCost(cells, amount)
    if (cost !== null && 'code' in cost) return cost
    const quantity = Number(this.#cell(cells, 'quantity').trim().replace(',', '.'))
    const text = (field: string): string | null => this.#cell(cells, field).trim() || null
    const hasQuantity = Number.isFinite(quantity) && this.#cell(cells, 'quantity').trim() !== ''
    if (!this.#customers.fits(cells)) return { column: -1, code: 'text-too-long' }
    const status = this.#cell(cells, 'status').trim() === '' ? null : state
    return {
      values: [
        date,
        status,
        text('channel'),
        formatDecimal(amount),
        cost && formatDecimal(cost),
        text('line_key'),
        text('product'),
        text('category'),
        hasQuantity ? quantity : null
      ]
    }
  }

  #decimal(cells: readonly string[], field: string): ReturnType<typeof readDecimal> {
    return readDecimal(
      this.#cell(cells, field),
      this.#at[field]?.amount ?? { decimal: null, currency: this.#context.currency, digits: this.#context.digits }
    )
  }

  /** The cost as given, or amount − profit; null when the row says neither. */
  #readCost(cells: readonly string[], amount: Decimal): Decimal | null | { column: number; code: RejectCode } {
    const field = (this.#at['cost']?.index ?? -1) >= 0 ? 'cost' : 'profit'
    if ((this.#at[field]?.index ?? -1) < 0) return null
    const value = this.#decimal(cells, field)
    if (value === 'amount-missing') return null
    if (typeof value === 'string') return this.#refuse(field, value)
    return field === 'cost' ? value : addDecimals(amount, negateDecimal(value))
  }

  finish(): void {
    const { db } = this.#context
    this.#stage.flush()
    db.exec('CREATE INDEX temp.staged_by_number ON staged_lines (number, row)')
    const folder = new OrderFolder(this.#context, this.#customers)
    const page = db.prepare<[string, number, number], StagedLine>(
      'SELECT * FROM temp.staged_lines WHERE (number, row) > (?, ?) ORDER BY number, row LIMIT ?'
    )
    let order: StagedLine[] = []
    for (let lines = page.all('', 0, PAGE); lines.length > 0;) {
      this.#context.stopIfCancelled()
      for (const line of lines) {
        if (order[0] && order[0].number !== line.number) {
          folder.fold(order)
          order = []
        }
        order.push(line)
      }
      const last = lines.at(-1)
      lines = last ? page.all(last.number, last.row, PAGE) : []
    }
    if (order.length > 0) folder.fold(order)
    folder.finish()
    db.exec('DROP TABLE temp.staged_lines')
    this.#newCustomers.finish()
  }
}

/** Turns the lines of one order into the order, compared with what is there. */
class OrderFolder {
  readonly #context: RunContext
  readonly #customers: OrderCustomers
  readonly #base: number
  readonly #orders: RowWriter
  readonly #lines: RowWriter
  readonly #stored: Database.Statement<[string], StoredOrder>
  readonly #storedLines: Database.Statement<[number], CellValue[]>
  readonly #lineIds: Database.Statement<[number], { id: number }>
  readonly #update: Database.Statement<CellValue[]>
  readonly #removeLines: Database.Statement<[number]>
  readonly #keepOrder: (id: number) => void
  readonly #keepLine: (id: number) => void

  constructor(context: RunContext, customers: OrderCustomers) {
    const { db, batchId } = context
    this.#context = context
    this.#customers = customers
    this.#base = readMaxId(db, 'orders')
    this.#orders = new RowWriter(db, 'orders', [
      'id',
      'customer_id',
      'external_id',
      'order_date',
      'net_minor',
      'cost_minor',
      'status',
      'channel',
      'batch_id'
    ])
    this.#lines = new RowWriter(db, 'order_lines', LINE_COLUMNS)
    this.#stored = db.prepare(
      'SELECT id, customer_id, order_date, net_minor, cost_minor, status, channel FROM orders WHERE external_id = ?'
    )
    this.#storedLines = db
      .prepare<[number], CellValue[]>(
        'SELECT line_key, product, category, quantity, net_exact, cost_minor FROM order_lines WHERE order_id = ? ORDER BY id'
      )
      .raw()
    this.#lineIds = db.prepare('SELECT id FROM order_lines WHERE order_id = ?')
    this.#update = db.prepare(
      'UPDATE orders SET customer_id = coalesce(?, customer_id), order_date = ?, net_minor = ?, cost_minor = coalesce(?, cost_minor), status = coalesce(?, status), channel = coalesce(?, channel) WHERE id = ?'
    )
    this.#removeLines = db.prepare('DELETE FROM order_lines WHERE order_id = ?')
    this.#keepOrder = createBeforeKeeper(db, batchId, 'orders')
    this.#keepLine = createBeforeKeeper(db, batchId, 'order_lines')
  }

  fold(lines: readonly StagedLine[]): void {
    const { rejects, counts, settings } = this.#context
    const [first] = lines
    if (!first) return
    const refused = lines.find((line) => line.refused === 1)
    if (refused) {
      for (const line of lines) if (line.refused === 0) rejects.add(line.row, -1, 'order-refused', refused.row)
      return
    }
    const sum = sumExactly(lines.map((line) => line.amount))
    const net = toMinor(sum, this.#context.digits)
    const stored = this.#stored.get(first.number)
    const problem = net < 0 ? 'amount-negative' : stored && settings.onMatch === 'create' ? 'order-exists' : null
    if (problem) {
      for (const line of lines) rejects.add(line.row, -1, problem)
      return
    }
    const customerId = settings.onMatch === 'skip' && stored ? null : this.#customers.resolveWho(first)
    const refusal = findRefusal(customerId)
    if (refusal !== null) {
      for (const line of lines) rejects.add(line.row, -1, refusal)
      return
    }
    const costs = lines.map((line) => line.cost).filter((cost) => cost !== null)
    const order: NewOrder = {
      customer_id: customerId,
      order_date: first.order_date,
      net_minor: net,
      // A cost that covers only some lines is not the order's cost.
      cost_minor: costs.length === lines.length ? toMinor(sumExactly(costs), this.#context.digits) : null,
      status: first.status,
      channel: first.channel
    }
    addTotals(counts, net, first.order_date)
    counts.folded += lines.length - 1
    if (!stored) this.#create(first, order, lines)
    else if (settings.onMatch === 'skip') counts.unchanged++
    else this.#meet(stored, order, lines)
  }

  #create(first: StagedLine, order: NewOrder, lines: readonly StagedLine[]): void {
    const { counts, batchId } = this.#context
    const id = this.#base + first.row
    this.#orders.add(
      id,
      order.customer_id,
      first.number,
      order.order_date,
      order.net_minor,
      order.cost_minor,
      order.status ?? 'completed',
      order.channel,
      batchId
    )
    this.#addLines(id, lines)
    counts.created++
  }

  #addLines(orderId: number, lines: readonly StagedLine[]): void {
    for (const line of lines) this.#lines.add(orderId, ...this.#lineValues(line), this.#context.batchId)
  }

  #lineValues(line: StagedLine): CellValue[] {
    return [
      line.line_key,
      line.product,
      line.category,
      line.quantity,
      line.amount,
      line.cost === null ? null : toMinor(parseDecimal(line.cost), this.#context.digits)
    ]
  }

  #meet(stored: StoredOrder, order: NewOrder, lines: readonly StagedLine[]): void {
    const { counts } = this.#context
    const differs = (Object.keys(order) as (keyof NewOrder)[]).some((column) => order[column] !== null && order[column] !== stored[column])
    const sameLines = JSON.stringify(this.#storedLines.all(stored.id)) === JSON.stringify(lines.map((line) => this.#lineValues(line)))
    if (!differs && sameLines) {
      counts.unchanged++
      return
    }
    this.#keepOrder(stored.id)
    this.#update.run(order.customer_id, order.order_date, order.net_minor, order.cost_minor, order.status, order.channel, stored.id)
    if (!sameLines) {
      for (const { id } of this.#lineIds.all(stored.id)) this.#keepLine(id)
      this.#removeLines.run(stored.id)
      this.#addLines(stored.id, lines)
    }
    counts.updated++
  }

  finish(): void {
    this.#orders.flush()
    this.#lines.flush()
  }
}

function sumExactly(amounts: readonly string[]): Decimal {
  return amounts.reduce<Decimal>((sum, amount) => addDecimals(sum, parseDecimal(amount)), { whole: 0, fraction: 0 })
}
