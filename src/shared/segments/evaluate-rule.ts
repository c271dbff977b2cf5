import { meets, type PlainValue, type RuleScope } from './compare.ts'
import { findField, findRecordField, findSubject, measuredType, parseAttributeField } from './find-field.ts'
import { readAttribute } from './read-attribute.ts'
import type { FieldDefinition } from './field-types.ts'
import { NEGATIONS, listOperands } from './compare.ts'
import type { FieldCondition, Measure, RecordCondition, RuleNode } from './rule.ts'
import type { SubjectDefinition } from './subjects.ts'
import { compareText, showRecords, type PlainRow } from './visible-records.ts'

/** All a rule may look at of one customer. */
export interface CustomerFacts {
  /** The row of `customers`, with `flags` (kinds joined by a bar), and that of `customer_metrics`. */
  readonly record: PlainRow
  readonly figures: PlainRow
  /** Rows by subject, in any order, of any date. */
  readonly records: Readonly<Record<string, readonly PlainRow[]>>
  readonly isMember: (segmentId: string) => boolean
}

/** Whether one customer meets a rule: the rule read as it stands, one customer at a time. What the sets computed in the data host must agree with. */
export function meetsRule(node: RuleNode, facts: CustomerFacts, scope: RuleScope): boolean {
  if (node.kind === 'group') {
    const inner = node.rules.map((each) => meetsRule(each, facts, scope))
    const holds = inner.length === 0 || (node.join === 'all' ? inner.every(Boolean) : inner.some(Boolean))
    return holds !== node.not
  }
  return (node.kind === 'field' ? meetsField(node, facts, scope) : meetsRecords(node, facts, scope)) !== node.not
}

function meetsField({ field, operator, value }: FieldCondition, facts: CustomerFacts, scope: RuleScope): boolean {
  const found = findField(field)
  if (!found) return false
  const { definition, table } = found
  if (definition.type === 'segment') return meetsSegments(operator, listOperands(value).map(String), facts.isMember)
  return meets(definition.type, operator, value, readField(definition, table === 'customers' ? facts.record : facts.figures), scope)
}

function meetsSegments(operator: FieldCondition['operator'], ids: readonly string[], isMember: (id: string) => boolean): boolean {
  if (operator === 'all-of') return ids.every(isMember)
  return ids.some(isMember) !== (NEGATIONS[operator] !== undefined)
}

function readField({ id, column }: FieldDefinition, row: PlainRow): PlainValue {
  const attribute = parseAttributeField(id)
  return attribute ? readAttribute(row['attributes'] ?? null, attribute.type, attribute.name) : (row[column] ?? null)
}

function meetsRecords(
  { subject: subjectId, measure, of, operator, value, where }: RecordCondition,
  facts: CustomerFacts,
  scope: RuleScope
): boolean {
  const subject = findSubject(subjectId)
  if (!subject) return false
  const rows = showRecords(subjectId, facts.records[subjectId] ?? [], scope.asOf, where).filter((row) =>
    where.every((filter) => {
      const field = findRecordField(subject, filter.field)
      return (
        field !== null && field.type !== 'segment' && meets(field.type, filter.operator, filter.value, row[field.column] ?? null, scope)
      )
    })
  )
  const field = findRecordField(subject, of)
  const type = measuredType(measure, field)
  return type !== 'segment' && meets(type, operator, value, MEASURED[measure](rows, field, subject), scope)
}

type Take = (rows: readonly PlainRow[], field: FieldDefinition | null, subject: SubjectDefinition) => PlainValue

const listNumbers = (rows: readonly PlainRow[], field: FieldDefinition | null): number[] =>
  rows.flatMap((row) => {
    const each = row[field?.column ?? ''] ?? null
    return each === null ? [] : [Number(each)]
  })
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0)

/** The field of the row that was first (or last); of one moment, of the row made first (or last). Rows without a date don't count. */
const takeAt =
  (place: 0 | -1): Take =>
  (rows, field, subject) => {
    const date = findRecordField(subject, subject.date)?.column ?? ''
    const sorted = rows
      .filter((row) => (row[date] ?? null) !== null)
      .sort((a, b) => compareText(String(a[date]), String(b[date])) || Number(a['id']) - Number(b['id']))
    return sorted.at(place)?.[field?.column ?? ''] ?? null
  }

const MEASURED: Readonly<Record<Measure, Take>> = {
  count: (rows) => rows.length,
  sum: (rows, field) => sumOf(listNumbers(rows, field)),
  average: (rows, field) => {
    const numbers = listNumbers(rows, field)
    return numbers.length === 0 ? null : sumOf(numbers) / numbers.length
  },
  lowest: (rows, field) =>
    listNumbers(rows, field).reduce<number | null>((least, each) => (least === null || each < least ? each : least), null),
  highest: (rows, field) =>
    listNumbers(rows, field).reduce<number | null>((most, each) => (most === null || each > most ? each : most), null),
  first: takeAt(0),
  latest: takeAt(-1)
}
