import { normaliseForSearch } from '../../../../shared/domain/search-key.ts'
import { findSpan, listOperands, monthTexts, NEGATIONS, type RuleScope } from '../../../../shared/segments/compare.ts'
import type { FieldType } from '../../../../shared/segments/field-types.ts'
import type { Comparison, Operand, Operator } from '../../../../shared/segments/rule.ts'

/** Values of a statement by name (`@p1`): nothing a person typed ever stands in the SQL itself. */
export class SqlValues {
  readonly values: Record<string, string | number | null> = {}
  #count = 0
  /** The placeholder that stands for `value`. */
  add(value: string | number | null): string {
    const name = `p${++this.#count}`
    this.values[name] = value
    return `@${name}`
  }
  /** A list after IN: a few values one by one, which SQLite compares directly, many as one JSON value. */
  addList(values: readonly (string | number)[]): string {
    if (values.length > FEW) return `(SELECT value FROM json_each(${this.add(JSON.stringify(values))}))`
    return `(${values.map((value) => this.add(value)).join(', ')})`
  }
}

const FEW = 8

export interface SqlScope extends RuleScope {
  readonly values: SqlValues
}

type Compared = Pick<Comparison, 'operator' | 'value'>
type Write = (expression: string, operand: Operand, scope: SqlScope) => string

/**
 * A comparison as an SQL condition that is 1 or 0, never NULL; agrees with `meets` on plain values. `expression` is a column
 * or an aggregate. The functions `fold` and `tag_key` are those of `sql-functions.ts`.
 */
export function writeComparison(
  type: Exclude<FieldType, 'segment'>,
  { operator, value }: Compared,
  expression: string,
  scope: SqlScope
): string {
  const opposite = NEGATIONS[operator]
  if (opposite) return `(NOT ${writeComparison(type, { operator: opposite, value }, expression, scope)})`
  const write = WRITERS[type][operator]
  return write ? `(${write(expression, value, scope)})` : '(0)'
}

const numbers =
  (compare: string): Write =>
  (expression, operand, { values }) =>
    `coalesce(${expression} ${compare} ${values.add(Number(listOperands(operand)[0]))}, 0)`
const folded = (operand: Operand): string => normaliseForSearch(String(listOperands(operand)[0] ?? ''))
const dayOf = (expression: string): string => `substr(${expression}, 1, 10)`
const dates =
  (compare: string): Write =>
  (expression, operand, { values }) =>
    `coalesce(${dayOf(expression)} <> '' AND ${dayOf(expression)} ${compare} ${values.add(String(listOperands(operand)[0] ?? ''))}, 0)`
const between = (low: string, expression: string, high: string): string => `coalesce(${expression} BETWEEN ${low} AND ${high}, 0)`
const span =
  (operator: Operator): Write =>
  (expression, operand, scope) => {
    const found = findSpan(operator, operand, scope)
    const day = dayOf(expression)
    return found ? `coalesce(${day} > ${scope.values.add(found.from)} AND ${day} <= ${scope.values.add(found.to)}, 0)` : '0'
  }
const tagged =
  (join: 'AND' | 'OR'): Write =>
  (expression, operand, { values }) =>
    listOperands(operand)
      .map((tag) => `instr(tag_key(${expression}), ${values.add(`|${normaliseForSearch(String(tag))}|`)}) > 0`)
      .join(` ${join} `)

const NUMBER: Partial<Record<Operator, Write>> = {
  eq: numbers('='),
  lt: numbers('<'),
  le: numbers('<='),
  gt: numbers('>'),
  ge: numbers('>='),
  between: (expression, operand, { values }) => {
    const [low = 0, high = 0] = listOperands(operand).map(Number)
    return between(values.add(low), expression, values.add(high))
  },
  filled: (expression) => `${expression} IS NOT NULL`
}

/** Text is compared without accents and case; what is looked for is found by `instr`, so that `%` and `_` mean themselves. */
const TEXT: Partial<Record<Operator, Write>> = {
  is: (expression, operand, { values }) => `fold(${expression}) = ${values.add(folded(operand))}`,
  contains: (expression, operand, { values }) => `instr(fold(${expression}), ${values.add(folded(operand))}) > 0`,
  'starts-with': (expression, operand, { values }) => `instr(fold(${expression}), ${values.add(folded(operand))}) = 1`,
  'ends-with': (expression, operand, { values }) => {
    const end = values.add(folded(operand))
    return `substr(fold(${expression}), -length(${end})) = ${end}`
  },
  'one-of': (expression, operand, { values }) =>
    `fold(${expression}) IN ${values.addList(listOperands(operand).map((each) => normaliseForSearch(String(each))))}`,
  filled: (expression) => `fold(${expression}) <> ''`
}

const WRITERS: Readonly<Record<Exclude<FieldType, 'segment'>, Partial<Record<Operator, Write>>>> = {
  text: TEXT,
  choice: {
    'one-of': (expression, operand, { values }) =>
      `coalesce(CAST(${expression} AS TEXT) IN ${values.addList(listOperands(operand).map(String))}, 0)`,
    filled: (expression) => `coalesce(${expression} <> '', 0)`
  },
  tags: { 'one-of': tagged('OR'), 'all-of': tagged('AND'), filled: (expression) => `tag_key(${expression}) <> ''` },
  number: NUMBER,
  count: NUMBER,
  days: NUMBER,
  amount: NUMBER,
  share: NUMBER,
  score: NUMBER,
  date: {
    on: dates('='),
    before: dates('<'),
    after: dates('>'),
    between: (expression, operand, { values }) => {
      const [low = '', high = ''] = listOperands(operand).map(String)
      return between(values.add(low), dayOf(expression), values.add(high))
    },
    'last-days': span('last-days'),
    'older-days': span('older-days'),
    'in-window': span('in-window'),
    month: (expression, operand, { values }) => `coalesce(substr(${expression}, 6, 2) IN ${values.addList(monthTexts(operand))}, 0)`,
    filled: (expression) => `coalesce(${dayOf(expression)} <> '', 0)`
  },
  boolean: { yes: (expression) => `coalesce(${expression} = 1, 0)` }
}
