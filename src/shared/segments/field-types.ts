import type { Text } from '../domain/text.ts'
import type { Operator } from './rule.ts'

/** What stands in a field: it decides how a value is typed, compared and written. */
export const FIELD_TYPES = [
  'text',
  'choice',
  'tags',
  'segment',
  'number',
  'count',
  'days',
  'amount',
  'share',
  'score',
  'date',
  'boolean'
] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** What an operator is given: `none` nothing, `text`, `number`, `day`s back, a `date`, two of a kind, a list, months 1 to 12. */
export type OperandKind = 'none' | 'text' | 'texts' | 'number' | 'numbers' | 'date' | 'dates' | 'day-count' | 'months'

const NUMBERS: readonly Operator[] = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'between', 'filled', 'blank']
/** The operators a type takes, in the order they are offered; the first is the usual one. */
export const OPERATORS_OF_TYPE: Readonly<Record<FieldType, readonly Operator[]>> = {
  text: ['is', 'is-not', 'contains', 'contains-not', 'starts-with', 'ends-with', 'one-of', 'none-of', 'filled', 'blank'],
  choice: ['one-of', 'none-of', 'filled', 'blank'],
  tags: ['one-of', 'all-of', 'none-of', 'filled', 'blank'],
  segment: ['one-of', 'all-of', 'none-of'],
  number: NUMBERS,
  count: NUMBERS,
  days: NUMBERS,
  amount: NUMBERS,
  share: NUMBERS,
  score: NUMBERS,
  date: ['last-days', 'older-days', 'in-window', 'before', 'after', 'on', 'between', 'month', 'filled', 'blank'],
  boolean: ['yes', 'no']
}

const OPERANDS: Readonly<Record<Exclude<Operator, 'between'>, OperandKind>> = {
  is: 'text',
  'is-not': 'text',
  contains: 'text',
  'contains-not': 'text',
  'starts-with': 'text',
  'ends-with': 'text',
  'one-of': 'texts',
  'none-of': 'texts',
  'all-of': 'texts',
  eq: 'number',
  ne: 'number',
  lt: 'number',
  le: 'number',
  gt: 'number',
  ge: 'number',
  on: 'date',
  before: 'date',
  after: 'date',
  'last-days': 'day-count',
  'older-days': 'day-count',
  'in-window': 'none',
  month: 'months',
  yes: 'none',
  no: 'none',
  filled: 'none',
  blank: 'none'
}

export function operandOf(type: FieldType, operator: Operator): OperandKind {
  if (operator === 'between') return type === 'date' ? 'dates' : 'numbers'
  return OPERANDS[operator]
}

/** A value a field may have, in words. */
export interface Choice {
  readonly value: string
  readonly name: Text
}

/** One thing a rule may ask about a customer or a record, and the words it is said in. */
export interface FieldDefinition {
  readonly id: string
  readonly name: Text
  readonly type: FieldType
  /** Where the value stands in the reference data (domain 1.4): a column's name. */
  readonly column: string
  /** Closed list of values; absent: whatever the data holds. */
  readonly choices?: readonly Choice[]
  /** Subject of a sentence: "whose city", "cuya ciudad". */
  readonly whose?: Text
  /** A date on which something happened: "was", "fue" instead of "is", "es". */
  readonly isEvent?: true
  /** Yes-or-no fields: "who are …", and "who are not …". */
  readonly yes?: Text
  readonly no?: Text
  /** How a record is narrowed by one or more of the values, `{v}`: "by {v}", "por {v}". Absent: "with channel {v}". */
  readonly filter?: Text
}

export const say = (en: string, es: string): Text => ({ en, es })
