import { dayOfIsoDate, isoDateOfDay } from '../domain/day-number.ts'
import { normaliseForSearch } from '../domain/search-key.ts'
import type { FieldType } from './field-types.ts'
import type { Operand, Operator } from './rule.ts'

/** A value as a row holds it: yes or no as 1 and 0, tags as one text. Null: nothing stands there. */
export type PlainValue = string | number | null

/** What relative dates hang on. */
export interface RuleScope {
  /** Null: no order and no date to compute at; then no relative date is met. */
  readonly asOf: string | null
  readonly windowDays: number
}

/** Operators that hold exactly where another one does not, so also where nothing stands. */
export const NEGATIONS: Readonly<Partial<Record<Operator, Operator>>> = {
  'is-not': 'is',
  'contains-not': 'contains',
  'none-of': 'one-of',
  ne: 'eq',
  no: 'yes',
  blank: 'filled'
}

export const listOperands = (value: Operand): readonly (string | number)[] => (value === null ? [] : Array.isArray(value) ? value : [value])

/** Tags of a customer as they are compared: apart at commas, semicolons and bars, without accents, in lower case. */
export function splitTags(text: string): string[] {
  return text
    .split(/[,;|]/)
    .map(normaliseForSearch)
    .filter((tag) => tag !== '')
}

/** The day of a date or a date-time; '' when there is none. */
export const dayText = (value: PlainValue): string => (value === null ? '' : String(value).slice(0, 10))

/** The first and last day a relative date lets in: after `from` (exclusive) up to `to` (inclusive); null: no date to count from. */
export function findSpan(operator: Operator, value: Operand, { asOf, windowDays }: RuleScope): { from: string; to: string } | null {
  if (asOf === null) return null
  const back = (days: number): string => isoDateOfDay(dayOfIsoDate(asOf) - days)
  if (operator === 'in-window') return { from: back(windowDays), to: asOf }
  const days = Number(value)
  return operator === 'last-days' ? { from: back(days), to: asOf } : { from: '', to: back(days) }
}

/** Months 1 to 12 as they stand in a date. */
export const monthTexts = (value: Operand): string[] => listOperands(value).map((month) => String(month).padStart(2, '0'))

type Comparer = (value: PlainValue, operand: Operand, scope: RuleScope) => boolean

const fold = (value: string | number | null | undefined): string => normaliseForSearch(String(value ?? ''))
const operandText = (operand: Operand): string => fold(listOperands(operand)[0])
/** The values of a list as they are compared; a list is folded once, however many texts are held against it. */
function foldList(operand: Operand): ReadonlySet<string> {
  const known = Array.isArray(operand) ? foldedLists.get(operand) : undefined
  if (known) return known
  const folded = new Set(listOperands(operand).map(fold))
  if (Array.isArray(operand)) foldedLists.set(operand, folded)
  return folded
}
const foldedLists = new WeakMap<readonly (string | number)[], ReadonlySet<string>>()
const numbers = (compare: (value: number, first: number, second: number) => boolean): Comparer => {
  return (value, operand) => {
    const [first = 0, second = 0] = listOperands(operand).map(Number)
    return value !== null && compare(Number(value), first, second)
  }
}
const dates = (compare: (day: string, first: string, second: string) => boolean): Comparer => {
  return (value, operand) => {
    const [first = '', second = ''] = listOperands(operand).map(String)
    const day = dayText(value)
    return day !== '' && compare(day, first, second)
  }
}
const span =
  (operator: Operator): Comparer =>
  (value, operand, scope) => {
    const found = findSpan(operator, operand, scope)
    const day = dayText(value)
    return found !== null && day !== '' && day > found.from && day <= found.to
  }

const NUMBER: Partial<Record<Operator, Comparer>> = {
  eq: numbers((value, first) => value === first),
  lt: numbers((value, first) => value < first),
  le: numbers((value, first) => value <= first),
  gt: numbers((value, first) => value > first),
  ge: numbers((value, first) => value >= first),
  between: numbers((value, first, second) => value >= first && value <= second),
  filled: (value) => value !== null
}
const TEXT: Partial<Record<Operator, Comparer>> = {
  is: (value, operand) => fold(value) === operandText(operand),
  contains: (value, operand) => fold(value).includes(operandText(operand)),
  'starts-with': (value, operand) => fold(value).startsWith(operandText(operand)),
  'ends-with': (value, operand) => fold(value).endsWith(operandText(operand)),
  'one-of': (value, operand) => foldList(operand).has(fold(value)),
  filled: (value) => fold(value) !== ''
}
const CHOICE: Partial<Record<Operator, Comparer>> = {
  'one-of': (value, operand) => value !== null && listOperands(operand).some((each) => String(each) === String(value)),
  filled: (value) => value !== null && value !== ''
}
const hasTag = (value: PlainValue, operand: Operand): ((how: 'some' | 'every') => boolean) => {
  const tags = new Set(splitTags(String(value ?? '')))
  const asked = [...foldList(operand)]
  return (how) => asked[how]((tag) => tags.has(tag))
}
const TAGS: Partial<Record<Operator, Comparer>> = {
  'one-of': (value, operand) => hasTag(value, operand)('some'),
  'all-of': (value, operand) => hasTag(value, operand)('every'),
  filled: (value) => splitTags(String(value ?? '')).length > 0
}
const DATE: Partial<Record<Operator, Comparer>> = {
  on: dates((day, first) => day === first),
  before: dates((day, first) => day < first),
  after: dates((day, first) => day > first),
  between: dates((day, first, second) => day >= first && day <= second),
  'last-days': span('last-days'),
  'older-days': span('older-days'),
  'in-window': span('in-window'),
  month: (value, operand) => monthTexts(operand).includes(dayText(value).slice(5, 7)),
  filled: (value) => dayText(value) !== ''
}
const COMPARERS: Readonly<Record<Exclude<FieldType, 'segment'>, Partial<Record<Operator, Comparer>>>> = {
  text: TEXT,
  choice: CHOICE,
  tags: TAGS,
  number: NUMBER,
  count: NUMBER,
  days: NUMBER,
  amount: NUMBER,
  share: NUMBER,
  score: NUMBER,
  date: DATE,
  boolean: { yes: (value) => Number(value) === 1 }
}

/** Whether a value meets a comparison. Where nothing stands only the turned-round operators hold ("is not", "none of", "no", "blank"). */
export function meets(
  type: Exclude<FieldType, 'segment'>,
  operator: Operator,
  operand: Operand,
  value: PlainValue,
  scope: RuleScope
): boolean {
  const opposite = NEGATIONS[operator]
  if (opposite) return !meets(type, opposite, operand, value, scope)
  return COMPARERS[type][operator]?.(value, operand, scope) ?? false
}
