import { meets, type RuleScope } from '../../../../shared/segments/compare.ts'
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
import { CUSTOMERS, CUSTOMERS_ALONE, METRICS, RELATIONS } from './sql-relations.ts'

export type Condition = FieldCondition | RecordCondition

/** One question to one table, for several conditions at once: rows of (customer, bit k set where condition k holds). */
export interface Statement {
  readonly sql: string
  /** Beside `@low` and `@high` (customers, both included) and the dates. */
  readonly values: Readonly<Record<string, string | number | null>>
  readonly conditions: readonly Condition[]
  /** What a customer without a row of it gets, by condition. */
  readonly otherwise: readonly boolean[]
  /** The table whose rows say how long it takes. */
  readonly table: string
}

/** Gives the values of a column of `customers` that meet a test, where these are few enough to be listed; else null. */
export type PickTexts = (column: string, isMet: (value: string) => boolean) => string[] | null

/** Whatever is asked of one condition stands for it wherever it stands in a rule: turned round or not. */
export function conditionKey(condition: Condition): string {
  return JSON.stringify({ ...condition, not: false })
}

/** The conditions of a rule, each once, but for those on segments: they are looked up. */
export function listConditions(node: RuleNode): Condition[] {
  const found = new Map<string, Condition>()
  const visit = (each: RuleNode): void => {
    if (each.kind === 'group') each.rules.forEach(visit)
    else if (!isOnSegments(each)) found.set(conditionKey(each), each)
  }
  visit(node)
  return [...found.values()]
}

export function isOnSegments(condition: Condition): condition is FieldCondition {
  return condition.kind === 'field' && findField(condition.field)?.definition.type === 'segment'
}

/** Bits of a statement's answer: what fits a number that JavaScript shifts. */
const MOST_BITS = 30

/**
 * Conditions as parameterised SQL: grouped by the table they ask, so that each table is read once whatever the number of its
 * conditions, and no customer is asked for on its own.
 */
export function compileConditions(conditions: readonly Condition[], scope: RuleScope, pickTexts: PickTexts = () => null): Statement[] {
  const groups = new Map<string, Condition[]>()
  for (const condition of conditions) {
    const table = tableOf(condition)
    groups.set(table, [...(groups.get(table) ?? []), condition])
  }
  return [...groups].flatMap(([table, all]) =>
    Array.from({ length: Math.ceil(all.length / MOST_BITS) }, (_, part) => all.slice(part * MOST_BITS, (part + 1) * MOST_BITS)).map(
      (part) => compileTable(table, part, scope, pickTexts)
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

function compileTable(table: string, conditions: readonly Condition[], scope: RuleScope, pickTexts: PickTexts): Statement {
  const values = new SqlValues()
  const sqlScope = { ...scope, values }
  const [first] = conditions
  const records = conditions.filter((each) => each.kind === 'records')
  if (first?.kind === 'records') return { ...compileRecords(records, sqlScope), values: bindDates(values, scope), conditions }
  const fields = conditions.filter((each) => each.kind === 'field')
  const bits = fields.map((each) => writeField(each, sqlScope, pickTexts))
  const hasFlags = fields.some(({ field }) => field === 'flags')
  const source = table === 'customer_metrics' ? METRICS : hasFlags ? CUSTOMERS : CUSTOMERS_ALONE
  const sql = `SELECT id, ${joinBits(bits)} FROM (${source}) WHERE ${bits.join(' OR ')}`
  return { sql, values: bindDates(values, scope), conditions, otherwise: fields.map(() => false), table }
}

function bindDates({ values }: SqlValues, { asOf }: RuleScope): Statement['values'] {
  return { ...values, asOf: asOf ?? '9999-12-31', day: asOf }
}

const joinBits = (bits: readonly string[]): string => bits.map((bit, place) => `(${bit} << ${String(place)})`).join(' | ')

function writeField(condition: FieldCondition, scope: SqlScope, pickTexts: PickTexts): string {
  const found = findField(condition.field)
  if (!found || found.definition.type === 'segment') return '(0)'
  const { definition } = found
  const type: Exclude<FieldType, 'segment'> = found.definition.type
  const picked = isListed(found)
    ? pickTexts(definition.column, (value) => meets(type, condition.operator, condition.value, value, scope))
    : null
  if (!picked) return writeComparison(type, condition, writeColumn(found, scope), scope)
  const isBlankIn = meets(type, condition.operator, condition.value, null, scope)
  // NULL IN an empty list is 0, not NULL, so blanks are asked for on their own.
  return `(iif(${definition.column} IS NULL, ${isBlankIn ? '1' : '0'}, ${definition.column} IN ${scope.values.addList(picked)}))`
}

/** Whether the values of the column can be tested one by one instead of row by row. */
function isListed({ definition, table }: FoundField): boolean {
  return table === 'customers' && (definition.type === 'text' || definition.id === 'tags') && definition.column !== 'attributes'
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
  if (!first || !subject) return { sql: 'SELECT 0, 0 WHERE 0', otherwise: [], table: '' }
  const rows = RELATIONS[subject.id]?.(asksStatus(first.where)) ?? ''
  const otherwise = conditions.map((each) => meetsNothing(each, subject, scope))
  const filters = conditions.map(({ where }) => writeFilters(subject, where, scope))
  const table = subject.tables[0] ?? ''
  if (isPlaced(first)) return { sql: writePlaced(first, subject, rows, filters[0] ?? '1', scope), otherwise, table }
  const bits = conditions.map((each, place) => writeMeasured(each, subject, filters[place] ?? '1', scope))
  return {
    sql: `SELECT customer_id, ${joinBits(bits)} FROM (${rows}) WHERE ${filters.join(' OR ')} GROUP BY customer_id`,
    otherwise,
    table
  }
}

function writeFilters(subject: SubjectDefinition, where: readonly Comparison[], scope: SqlScope): string {
  const parts = where.map((filter) => {
    const field = findRecordField(subject, filter.field)
    return field && field.type !== 'segment' ? writeComparison(field.type, filter, field.column, scope) : '(0)'
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
  const aggregate = AGGREGATES[condition.measure](field?.column ?? '', `FILTER (WHERE ${filter})`)
  return writeComparison(type, condition, `(${aggregate})`, scope)
}

function writePlaced(condition: RecordCondition, subject: SubjectDefinition, rows: string, filter: string, scope: SqlScope): string {
  const field = findRecordField(subject, condition.of)
  const date = findRecordField(subject, subject.date)?.column ?? ''
  if (!field || field.type === 'segment') return 'SELECT 0, 0 WHERE 0'
  const way = condition.measure === 'first' ? 'ASC' : 'DESC'
  return `SELECT customer_id, ${writeComparison(field.type, condition, field.column, scope)} FROM (
    SELECT *, row_number() OVER (PARTITION BY customer_id ORDER BY ${date} ${way}, id ${way}) AS turn FROM (${rows}) WHERE ${date} IS NOT NULL AND ${filter}
  ) WHERE turn = 1`
}

/** Whether somebody without any such record meets the condition. */
function meetsNothing({ measure, of, operator, value }: RecordCondition, subject: SubjectDefinition, scope: RuleScope): boolean {
  const type = measuredType(measure, findRecordField(subject, of))
  const nothing = measure === 'count' || measure === 'sum' ? 0 : null
  return type !== 'segment' && meets(type, operator, value, nothing, scope)
}
