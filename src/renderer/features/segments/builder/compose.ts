import type { RuleField, RuleSubject } from '../../../../shared/contract/segments.ts'
import { operandOf, type FieldType, type OperandKind } from '../../../../shared/segments/field-types.ts'
import type { Comparison, FieldCondition, Measure, Operand, Operator, RecordCondition, Rule } from '../../../../shared/segments/rule.ts'

type Values = Exclude<Operand, null | string | number>

/** For a number "at least" is what one usually means, where there is a list "one of"; for the rest the first operator is the usual one. */
function usualOperator(operators: readonly Operator[], hasChoices = false): Operator {
  if (operators.includes('ge')) return 'ge'
  return hasChoices && operators.includes('one-of') ? 'one-of' : (operators[0] ?? 'filled')
}

type Asked = Pick<RuleField, 'id' | 'operators' | 'choices'>

export function compareField({ id, operators, choices }: Asked): Comparison {
  return { field: id, operator: usualOperator(operators, (choices?.length ?? 0) > 0), value: null }
}

export function askField(field: Asked): FieldCondition {
  return { kind: 'field', not: false, ...compareField(field) }
}

/** "At least one order", narrowed by a field of the orders where one was chosen. */
export function askRecords(subject: Pick<RuleSubject, 'id'>, filter?: RuleField): RecordCondition {
  return {
    kind: 'records',
    not: false,
    subject: subject.id,
    measure: 'count',
    of: null,
    operator: 'ge',
    value: 1,
    where: filter ? [compareField(filter)] : []
  }
}

/** A rule that means: in this segment (`field`: the field that asks for segments), or in none of those to leave out. */
export function askSegments(field: string, inside: readonly string[], outside: readonly string[] = []): Rule {
  const each = (id: string, operator: Operator): FieldCondition => ({ kind: 'field', not: false, field, operator, value: [id] })
  return {
    kind: 'group',
    join: 'all',
    not: false,
    rules: [...inside.map((id) => each(id, 'one-of')), ...outside.map((id) => each(id, 'none-of'))]
  }
}

const asList = (value: Operand): Values => (value === null ? [] : Array.isArray(value) ? value : [value])

/** What of a value still makes sense for another kind of operand; null: nothing. */
function carry(value: Operand, from: OperandKind, to: OperandKind): Operand {
  if (from === to) return value
  const list = asList(value)
  const first = list[0] ?? null
  if (from === 'text' && to === 'texts') return first === null || first === '' ? null : [first]
  if (from === 'texts' && to === 'text') return first
  if ((from === 'number' && to === 'numbers') || (from === 'date' && to === 'dates')) return first === null ? null : [first, '']
  if ((from === 'numbers' && to === 'number') || (from === 'dates' && to === 'date')) return first === '' ? null : first
  return null
}

/** The comparison with another operator, keeping of its value what fits. */
export function changeOperator<T extends { operator: Operator; value: Operand }>(comparison: T, type: FieldType, operator: Operator): T {
  const value = carry(comparison.value, operandOf(type, comparison.operator), operandOf(type, operator))
  return { ...comparison, operator, value }
}

/** What a measure is compared as: a field's own type, days and averages included; a count where no field is measured. */
export function typeOfMeasure(subject: RuleSubject, { measure, of }: Pick<RecordCondition, 'measure' | 'of'>): FieldType {
  const fields = subject.measures.find((each) => each.measure === measure)?.of ?? []
  return fields.find(({ id }) => id === of)?.type ?? 'count'
}

/** The operators a measured value takes; a sum is always there, so nothing is asked about its being filled in. */
export function operatorsOfMeasure(subject: RuleSubject, { measure, of }: Pick<RecordCondition, 'measure' | 'of'>): readonly Operator[] {
  const entry = subject.measures.find((each) => each.measure === measure)
  const field = entry?.of?.find(({ id }) => id === of)
  if (!field) return entry?.operators ?? []
  return measure === 'sum' ? field.operators.filter((operator) => operator !== 'filled' && operator !== 'blank') : field.operators
}

/** The condition with another measure: of the same field where it can be measured so, else of the first that can. */
export function changeMeasure(subject: RuleSubject, condition: RecordCondition, measure: Measure, of?: string): RecordCondition {
  const fields = subject.measures.find((each) => each.measure === measure)?.of ?? []
  const field = fields.find(({ id }) => id === (of ?? condition.of)) ?? fields[0]
  const changed = { ...condition, measure, of: field?.id ?? null }
  const [before, after] = [typeOfMeasure(subject, condition), typeOfMeasure(subject, changed)]
  const operators = operatorsOfMeasure(subject, changed)
  const operator = operators.includes(condition.operator) && before === after ? condition.operator : usualOperator(operators)
  return {
    ...changed,
    operator,
    value: before === after ? carry(condition.value, operandOf(before, condition.operator), operandOf(after, operator)) : null
  }
}
