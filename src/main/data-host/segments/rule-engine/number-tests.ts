import { dayOfIsoDate } from '../../../../shared/domain/day-number.ts'
import { findSpan, listOperands, monthTexts, NEGATIONS, type RuleScope } from '../../../../shared/segments/compare.ts'
import type { FieldType } from '../../../../shared/segments/field-types.ts'
import type { Comparison, Operand, Operator } from '../../../../shared/segments/rule.ts'

/** Values from `low` to `high`, both included. */
export interface Range {
  readonly low: number
  readonly high: number
}

const [NONE, ANY]: readonly [Range, Range] = [
  { low: Infinity, high: -Infinity },
  { low: -Infinity, high: Infinity }
]

/** The numbers a comparison lets in; NaN (nothing stands there) is in no range. `isOpen`: the ends themselves are out. */
export function findNumberRange(operator: Operator, operand: Operand): (Range & { readonly isOpen: boolean }) | null {
  const [first = 0, second = 0] = listOperands(operand).map(Number)
  const ranges: Partial<Record<Operator, Range & { isOpen: boolean }>> = {
    eq: { low: first, high: first, isOpen: false },
    lt: { low: -Infinity, high: first, isOpen: true },
    le: { low: -Infinity, high: first, isOpen: false },
    gt: { low: first, high: Infinity, isOpen: true },
    ge: { low: first, high: Infinity, isOpen: false },
    between: { low: first, high: second, isOpen: false },
    filled: { ...ANY, isOpen: false }
  }
  return ranges[operator] ?? null
}

/** An open end among whole numbers is the next whole number. */
export function closeWhole({ low, high, isOpen }: Range & { readonly isOpen: boolean }): Range {
  return isOpen
    ? { low: low === -Infinity ? low : Math.floor(low) + 1, high: high === Infinity ? high : Math.ceil(high) - 1 }
    : { low, high }
}

type FindDays = (first: number, second: number) => Range
const DAY_RANGES: Partial<Record<Operator, FindDays>> = {
  on: (first) => ({ low: first, high: first }),
  before: (first) => ({ low: -Infinity, high: first - 1 }),
  after: (first) => ({ low: first + 1, high: Infinity }),
  between: (first, second) => ({ low: first, high: second }),
  filled: () => ANY
}

/** The days a comparison lets in, as day numbers; null: months, which are no range. */
export function findDayRange(operator: Operator, operand: Operand, scope: RuleScope): Range | null {
  if (operator === 'month') return null
  const [first = '', second = ''] = listOperands(operand).map(String)
  const fixed = DAY_RANGES[operator]
  if (fixed) return fixed(dayOfIsoDate(first), dayOfIsoDate(second))
  const span = findSpan(operator, operand, scope)
  return span ? { low: span.from === '' ? -Infinity : dayOfIsoDate(span.from) + 1, high: dayOfIsoDate(span.to) } : NONE
}

/** Whether a day lies in one of the months, by day number; the answers are kept, because days repeat. */
export function makeMonthTest(operand: Operand): (day: number) => boolean {
  const months = new Set(monthTexts(operand).map(Number))
  const known = new Map<number, boolean>()
  return (day) => {
    const before = known.get(day)
    if (before !== undefined) return before
    const isIn = months.has(new Date(day * 86_400_000).getUTCMonth() + 1)
    known.set(day, isIn)
    return isIn
  }
}

/** A comparison of numbers, of days by number or of yes and no as a test of one number; NaN: nothing stands there. */
export function makeNumberTest(
  type: FieldType,
  { operator, value }: Pick<Comparison, 'operator' | 'value'>,
  scope: RuleScope
): (value: number) => boolean {
  const opposite = NEGATIONS[operator]
  if (opposite) {
    const isIn = makeNumberTest(type, { operator: opposite, value }, scope)
    return (each) => !isIn(each)
  }
  if (type === 'boolean') return (each) => each === 1
  if (type !== 'date') {
    const range = findNumberRange(operator, value)
    if (!range) return () => false
    const { low, high } = range
    return range.isOpen ? (each) => each > low && each < high : (each) => each >= low && each <= high
  }
  const range = findDayRange(operator, value, scope)
  if (range) return (each) => each >= range.low && each <= range.high
  const isIn = makeMonthTest(value)
  return (each) => !Number.isNaN(each) && isIn(each)
}
