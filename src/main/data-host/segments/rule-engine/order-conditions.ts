import { ORDER_TRAITS, type OrderColumns } from '../../../../shared/analytics/order-columns.ts'
import { meets, NEGATIONS, type RuleScope } from '../../../../shared/segments/compare.ts'
import { findRecordField, findSubject, measuredType } from '../../../../shared/segments/find-field.ts'
import type { Comparison, RecordCondition } from '../../../../shared/segments/rule.ts'
import { takeMeasure } from './measures.ts'
import { closeWhole, findDayRange, findNumberRange, makeMonthTest, makeNumberTest } from './number-tests.ts'

/**
 * Conditions on valid orders answered from their columns, which lie in memory by customer and day: a million orders take
 * milliseconds, where a query takes a second. Conditions on what the columns do not hold (state, discount, campaign, partner)
 * are left to SQL: null.
 */
export function answerOrders(condition: RecordCondition, orders: OrderColumns, asOfDay: number, scope: RuleScope): Uint8Array | null {
  if (!canAnswerOrders(condition)) return null
  const pass = new Uint8Array(orders.days.length).fill(1)
  if (orders.lastDay === null || orders.lastDay > asOfDay) keepDays(pass, orders.days, -Infinity, asOfDay)
  for (const filter of condition.where) narrow(pass, filter, orders, scope)
  const value = takeMeasure(condition.measure)
  const test = makeTest(condition, orders, scope)
  const { starts, net } = orders
  const mask = new Uint8Array(starts.length - 1)
  for (let i = 0; i < mask.length; i++) mask[i] = test(value(pass, net, starts[i]!, starts[i + 1]!)) ? 1 : 0
  return mask
}

const FILTERED: ReadonlySet<string> = new Set(['date', 'amount', 'channel', 'late'])
const PLACED: ReadonlySet<string | null> = new Set(['date', 'amount', 'channel'])

/** Whether the columns of the figures hold what the condition asks. */
export function canAnswerOrders({ subject, measure, of, where }: RecordCondition): boolean {
  if (subject !== 'orders' || !where.every(({ field }) => FILTERED.has(field))) return false
  if (measure === 'count') return true
  return measure === 'first' || measure === 'latest' ? PLACED.has(of) : of === 'amount'
}

/** Lets through only rows of the days. Apart from the amounts: a loop over one kind of array runs several times as fast. */
function keepDays(pass: Uint8Array, days: Int32Array, low: number, high: number): void {
  for (let row = 0; row < pass.length; row++) {
    const day = days[row]!
    if (day < low || day > high) pass[row] = 0
  }
}

/** Lets through only rows whose amount lies in the range; `isOut`: only the others. */
function keepAmounts(pass: Uint8Array, amounts: Float64Array, low: number, high: number, isOut: boolean): void {
  for (let row = 0; row < pass.length; row++) {
    const amount = amounts[row]!
    if ((amount >= low && amount <= high) === isOut) pass[row] = 0
  }
}

/** Lets through only rows of other days. */
function dropDays(pass: Uint8Array, days: Int32Array, low: number, high: number): void {
  for (let row = 0; row < pass.length; row++) {
    const day = days[row]!
    if (day >= low && day <= high) pass[row] = 0
  }
}

/** Lets through only rows whose code has a 1 in the table. */
function keepCodes(pass: Uint8Array, codes: Uint8Array | Uint16Array, table: Uint8Array): void {
  for (let row = 0; row < pass.length; row++) if (table[codes[row]!] !== 1) pass[row] = 0
}

function narrow(pass: Uint8Array, { field, operator, value }: Comparison, orders: OrderColumns, scope: RuleScope): void {
  const base = NEGATIONS[operator] ?? operator
  const isOut = base !== operator
  if (field === 'amount') {
    const range = findNumberRange(base, value)
    const { low, high } = range ? closeWhole(range) : { low: Infinity, high: -Infinity }
    keepAmounts(pass, orders.net, low, high, isOut)
  } else if (field === 'date') {
    const range = findDayRange(base, value, scope)
    if (range) (isOut ? dropDays : keepDays)(pass, orders.days, range.low, range.high)
    else keepMonths(pass, orders.days, makeMonthTest(value))
  } else if (field === 'channel') {
    keepCodes(
      pass,
      orders.channels,
      Uint8Array.from([null, ...orders.channelNames], (name) => (meets('text', operator, value, name, scope) ? 1 : 0))
    )
  } else {
    const table = Uint8Array.from({ length: 256 }, (_, traits) => (((traits & ORDER_TRAITS.late) !== 0) === (operator === 'yes') ? 1 : 0))
    keepCodes(pass, orders.traits, table)
  }
}

function keepMonths(pass: Uint8Array, days: Int32Array, isIn: (day: number) => boolean): void {
  for (let row = 0; row < pass.length; row++) if (pass[row] === 1 && !isIn(days[row]!)) pass[row] = 0
}

/** The comparison of the measure; of the first and the latest that of its row's field. */
function makeTest(condition: RecordCondition, orders: OrderColumns, scope: RuleScope): (measured: number) => boolean {
  const { measure, of, operator, value } = condition
  const subject = findSubject('orders')
  const isPlaced = measure === 'first' || measure === 'latest'
  if (isPlaced && of === 'channel') {
    const isIn = [null, ...orders.channelNames].map((name) => meets('text', operator, value, name, scope))
    return (row) => isIn[Number.isNaN(row) ? 0 : orders.channels[row]!] === true
  }
  const test = makeNumberTest(measuredType(measure, subject && findRecordField(subject, of)), condition, scope)
  if (!isPlaced) return test
  const numbers = of === 'date' ? orders.days : orders.net
  return (row) => test(Number.isNaN(row) ? row : numbers[row]!)
}
