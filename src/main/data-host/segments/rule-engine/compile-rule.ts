import { meets, NEGATIONS, type RuleScope } from '../../../../shared/segments/compare.ts'
import type { FieldType } from '../../../../shared/segments/field-types.ts'
import {
  findField,
  findRecordField,
  findSubject,
  measuredType,
  parseAttributeField,
  type FoundField
} from '../../../../shared/segments/find-field.ts'
import type { Comparison, FieldCondition, Measure, RecordCondition, RuleNode } from '../../../../shared/segments/rule.ts'
import type { SubjectDefinition } from '../../../../shared/segments/subjects.ts'
import { SqlValues, writeComparison, type SqlScope } from './sql-comparison.ts'
import { CUSTOMERS, CUSTOMERS_ALONE, METRICS, RELATIONS, writeMoment } from './sql-relations.ts'

export type Condition = FieldCondition | RecordCondition

/**
 * One question to one table, for several conditions at once. Each row is one number: the customer's id times 2 to the number of
 * conditions, plus the bits (k set where condition k holds). Customers for whom the bits are `otherwise` are left out.
 */
export interface Statement {
  readonly sql: string
  /** Beside `@low` and `@high` (customers, both included) and the dates. */
  readonly values: Readonly<Record<string, string | number | null>>
  readonly conditions: readonly Condition[]
  /** What a customer without a row of the answer gets, by condition. */
  readonly otherwise: readonly boolean[]
  /** The table whose rows say how long it takes. */
  readonly table: string
}

/** The condition as it is asked: never in the negative, which is turned round afterwards. "is not Madrid" asks whose city is Madrid. */
export function askPlainly(condition: Condition): { readonly asked: Condition; readonly isTurned: boolean } {
  const opposite = NEGATIONS[condition.operator]
  return { asked: { ...condition, operator: opposite ?? condition.operator, not: false }, isTurned: opposite !== undefined }
}

/** Stands for a condition of `listConditions` wherever it stands in a rule. */
export function conditionKey(asked: Condition): string {
  return JSON.stringify(asked)
}

/** The conditions of a rule as they are asked, each once, but for those on segments: they are looked up. */
export function listConditions(node: RuleNode): Condition[] {
  const found = new Map<string, Condition>()
  const visit = (each: RuleNode): void => {
    if (each.kind === 'group') each.rules.forEach(visit)
    else if (!isOnSegments(each)) {
      const { asked } = askPlainly(each)
      found.set(conditionKey(asked), asked)
    }
  }
  visit(node)
  return [...found.values()]
}

export function isOnSegments(condition: Condition): condition is FieldCondition {
  return condition.kind === 'field' && findField(condition.field)?.definition.type === 'segment'
}

/** Bits of a statement's answer: with an id of 33 bits they fit a number exactly. */
const MOST_BITS = 20

/**
 * Conditions as parameterised SQL: grouped by the table they ask, so that each table is read once whatever the number of its
 * conditions, and no customer is asked for on its own.
 */
export function compileConditions(conditions: readonly Condition[], scope: RuleScope): Statement[] {
  const groups = new Map<string, Condition[]>()
  for (const condition of conditions) {
    const table = tableOf(condition)
    groups.set(table, [...(groups.get(table) ?? []), condition])
  }
  return [...groups].flatMap(([table, all]) =>
    Array.from({ length: Math.ceil(all.length / MOST_BITS) }, (_, part) => all.slice(part * MOST_BITS, (part + 1) * MOST_BITS)).map(
      (part) => compileTable(table, part, scope)
    )
  )
}

/** What stands together in one statement: conditions on one table, and the latest or first of a record alone, whose filters choose the row. */
function tableOf(condition: Condition): string {
  if (condition.kind === 'field') return findField(condition.field)?.table ?? ''
  return isPlaced(condition) ? conditionKey(condition) : `${condition.subject} ${asksStatus(condition.where) ? 'of any state' : ''}`
}

const asksStatus = (where: readonly Comparison[]): boolean => where.some(({ field }) => field === 'status')

function isPlaced({ measure, of, subject }: RecordCondition): boolean {
  return (measure === 'first' || measure === 'latest') && of !== findSubject(subject)?.date
}

function compileTable(table: string, conditions: readonly Condition[], scope: RuleScope): Statement {
  const values = new SqlValues()
  const sqlScope = { ...scope, values }
  const [first] = conditions
  const records = conditions.filter((each) => each.kind === 'records')
  if (first?.kind === 'records') return { ...compileRecords(records, sqlScope), values: bindDates(values, scope), conditions }
  const fields = conditions.filter((each) => each.kind === 'field')
  const bits = fields.map((each) => writeField(each, sqlScope))
  const hasFlags = fields.some(({ field }) => field === 'flags')
  const source = table === 'customer_metrics' ? METRICS : hasFlags ? CUSTOMERS : CUSTOMERS_ALONE
  const sql = `SELECT (id << ${String(bits.length)}) | ${joinBits(bits)} FROM (${source}) WHERE ${bits.join(' OR ')}`
  return { sql, values: bindDates(values, scope), conditions, otherwise: fields.map(() => false), table }
}

function bindDates({ values }: SqlValues, { asOf }: RuleScope): Statement['values'] {
  return { ...values, asOf: asOf ?? '9999-12-31', day: asOf }
}

const joinBits = (bits: readonly string[]): string => bits.map((bit, place) => `(${bit} << ${String(place)})`).join(' | ')

function writeField(condition: FieldCondition, scope: SqlScope): string {
  const found = findField(condition.field)
  if (!found || found.definition.type === 'segment') return '(0)'
  const type: Exclude<FieldType, 'segment'> = found.definition.type
  return writeComparison(type, condition, writeColumn(found, scope), scope)
}

function writeColumn({ definition }: FoundField, scope: SqlScope): string {
  const attribute = parseAttributeField(definition.id)
  return attribute
    ? `attribute_value(attributes, ${scope.values.add(attribute.type)}, ${scope.values.add(attribute.name)})`
    : definition.column
}

function compileRecords(conditions: readonly RecordCondition[], scope: SqlScope): Pick<Statement, 'sql' | 'otherwise' | 'table'> {
  const [first] = conditions
  const subject = first && findSubject(first.subject)
  if (!first || !subject) return { sql: 'SELECT 0 WHERE 0', otherwise: [], table: '' }
  const rows = RELATIONS[subject.id]?.(asksStatus(first.where)) ?? ''
  const otherwise = conditions.map((each) => meetsNothing(each, subject, scope))
  const filters = conditions.map(({ where }) => writeFilters(subject, where, scope))
  const table = subject.tables[0] ?? ''
  // A condition on its own is narrowed by WHERE already.
  const isAlone = conditions.length === 1
  const inner = isPlaced(first)
    ? writePlaced(first, subject, rows, filters[0] ?? '1', scope)
    : `SELECT customer_id, ${joinBits(conditions.map((each, place) => writeMeasured(each, subject, isAlone ? '' : `FILTER (WHERE ${filters[place] ?? '1'})`, scope)))} AS bits
       FROM (${rows}) WHERE ${filters.join(' OR ')} GROUP BY customer_id`
  const without = otherwise.reduce((bits, isMet, place) => bits | (isMet ? 1 << place : 0), 0)
  const sql = `SELECT (customer_id << ${String(conditions.length)}) | bits FROM (${inner}) WHERE bits <> ${String(without)}`
  return { sql, otherwise, table }
}

function writeFilters(subject: SubjectDefinition, where: readonly Comparison[], scope: SqlScope): string {
  const parts = where.map((filter) => {
    const field = findRecordField(subject, filter.field)
    if (!field || field.type === 'segment') return '(0)'
    return writeComparison(field.type, filter, field.column, scope)
  })
  return parts.length === 0 ? '(1)' : `(${parts.join(' AND ')})`
}

const AGGREGATES: Readonly<Record<Measure, (column: string, filter: string) => string>> = {
  count: (_, filter) => `count(*) ${filter}`,
  sum: (column, filter) => `coalesce(sum(${column}) ${filter}, 0)`,
  average: (column, filter) => `1.0 * sum(${column}) ${filter} / count(${column}) ${filter}`,
  lowest: (column, filter) => `min(${column}) ${filter}`,
  highest: (column, filter) => `max(${column}) ${filter}`,
  first: (column, filter) => `min(${column}) ${filter}`,
  latest: (column, filter) => `max(${column}) ${filter}`
}

function writeMeasured(condition: RecordCondition, subject: SubjectDefinition, filter: string, scope: SqlScope): string {
  const field = findRecordField(subject, condition.of)
  const type = measuredType(condition.measure, field)
  if (type === 'segment') return '(0)'
  const aggregate = AGGREGATES[condition.measure](field?.column ?? '', filter)
  return writeComparison(type, condition, `(${aggregate})`, scope)
}

function writePlaced(condition: RecordCondition, subject: SubjectDefinition, rows: string, filter: string, scope: SqlScope): string {
  const field = findRecordField(subject, condition.of)
  const date = findRecordField(subject, subject.date)?.column ?? ''
  if (!field || field.type === 'segment') return 'SELECT 0 WHERE 0'
  // Beside one min or max SQLite takes the other columns from the row that has it.
  const end = condition.measure === 'first' ? 'min' : 'max'
  return `SELECT customer_id, ${writeComparison(field.type, condition, field.column, scope)} AS bits FROM (
    SELECT customer_id, ${field.column}, ${end}(${writeMoment(date)}) FROM (${rows}) WHERE ${date} IS NOT NULL AND ${filter} GROUP BY customer_id
  )`
}

/** Whether somebody without any such record meets the condition. */
function meetsNothing({ measure, of, operator, value }: RecordCondition, subject: SubjectDefinition, scope: RuleScope): boolean {
  const type = measuredType(measure, findRecordField(subject, of))
  const nothing = measure === 'count' || measure === 'sum' ? 0 : null
  return type !== 'segment' && meets(type, operator, value, nothing, scope)
}
