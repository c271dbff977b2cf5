import { isCalendarDay } from '../domain/calendar-day.ts'
import { normaliseForSearch } from '../domain/search-key.ts'
import type { Text } from '../domain/text.ts'
import { listOperands } from './compare.ts'
import { OPERATORS_OF_TYPE, operandOf, say, type FieldDefinition, type FieldType, type OperandKind } from './field-types.ts'
import { canMeasure, findField, findRecordField, findSubject, measuredType, operatorsOfMeasure } from './find-field.ts'
import { RULE_LIMITS, type Comparison, type FieldCondition, type Operator, type RecordCondition, type RuleNode } from './rule.ts'

export interface RuleFault {
  /** Places in `rules` from the root. */
  readonly path: readonly number[]
  readonly text: Text
}
/** What a rule may name: `cycle` leads back to the segment the rule belongs to. */
export type SegmentState = 'there' | 'gone' | 'cycle'

const FAULTS = {
  field: say('This field does not exist any more. Choose another one.', 'Este campo ya no existe. Elija otro.'),
  operator: say('Choose how to compare.', 'Elija cómo comparar.'),
  value: say('Say a value to compare with.', 'Indique un valor con el que comparar.'),
  number: say('Write a number.', 'Escriba un número.'),
  range: say('Write two numbers, the smaller one first.', 'Escriba dos números, el menor primero.'),
  date: say('Give a day of the calendar.', 'Indique un día del calendario.'),
  dates: say('Give two days of the calendar, the earlier one first.', 'Indique dos días del calendario, el anterior primero.'),
  days: say('Write a whole number of days, from 1 to 40,000.', 'Escriba un número entero de días, de 1 a 40.000.'),
  months: say('Choose one or more months.', 'Elija uno o más meses.'),
  choice: say('Choose one or more of the values.', 'Elija uno o más de los valores.'),
  measure: say('Choose what to measure of these records.', 'Elija qué medir de estos registros.'),
  group: say('This group has no condition. Add one or take the group out.', 'Este grupo no tiene condiciones. Añada una o quite el grupo.'),
  depth: say('Groups stand too deep in one another. Take one out.', 'Hay demasiados grupos dentro de otros. Quite alguno.'),
  many: say(
    `A rule has at most ${RULE_LIMITS.conditions} conditions.`,
    `Una regla tiene como mucho ${RULE_LIMITS.conditions} condiciones.`
  ),
  gone: say('The segment named here does not exist any more.', 'El segmento que se nombra aquí ya no existe.'),
  cycle: say(
    'The segment named here leads back to this one. Choose another one.',
    'El segmento que se nombra aquí lleva de vuelta a este. Elija otro.'
  )
} as const

/** Everything that keeps a rule from being answered, in the order of its conditions. An empty rule is no fault: it holds for everybody. */
export function checkRule(rule: RuleNode, stateOf: (segmentId: string) => SegmentState): RuleFault[] {
  const faults: RuleFault[] = []
  let conditions = 0
  const visit = (node: RuleNode, path: readonly number[]): void => {
    const found = node.kind === 'group' ? checkGroup(node.rules.length, path) : ((conditions += 1), checkCondition(node, stateOf))
    if (found) faults.push({ path, text: found })
    // What stands deeper is not looked at: nothing would be said that the group's own fault does not.
    if (node.kind === 'group' && found !== FAULTS.depth) node.rules.forEach((each, place) => visit(each, [...path, place]))
  }
  visit(rule, [])
  if (conditions > RULE_LIMITS.conditions) faults.push({ path: [], text: FAULTS.many })
  return faults
}

function checkGroup(rules: number, path: readonly number[]): Text | null {
  if (path.length > RULE_LIMITS.depth) return FAULTS.depth
  return rules === 0 && path.length > 0 ? FAULTS.group : null
}

function checkCondition(node: FieldCondition | RecordCondition, stateOf: (id: string) => SegmentState): Text | null {
  return node.kind === 'field' ? checkField(node, stateOf) : checkRecords(node)
}

function checkField(condition: FieldCondition, stateOf: (id: string) => SegmentState): Text | null {
  const found = findField(condition.field)
  if (!found) return FAULTS.field
  const { definition } = found
  const fault = checkComparison(definition, OPERATORS_OF_TYPE[definition.type], condition)
  if (fault || definition.type !== 'segment') return fault
  const states = new Set(listOperands(condition.value).map((id) => stateOf(String(id))))
  return states.has('gone') ? FAULTS.gone : states.has('cycle') ? FAULTS.cycle : null
}

function checkRecords({ subject: id, measure, of, operator, value, where }: RecordCondition): Text | null {
  const subject = findSubject(id)
  if (!subject) return FAULTS.field
  const field = findRecordField(subject, of)
  if ((of !== null && !field) || !canMeasure(measure, field)) return FAULTS.measure
  for (const filter of where) {
    const definition = findRecordField(subject, filter.field)
    const fault = definition ? checkComparison(definition, OPERATORS_OF_TYPE[definition.type], filter) : FAULTS.field
    if (fault) return fault
  }
  const type = measuredType(measure, field)
  return checkComparison({ type, ...(field?.choices && { choices: field.choices }) }, operatorsOfMeasure(measure, field), {
    operator,
    value
  })
}

function checkComparison(
  { type, choices }: Pick<FieldDefinition, 'type' | 'choices'>,
  operators: readonly Operator[],
  { operator, value }: Pick<Comparison, 'operator' | 'value'>
): Text | null {
  if (!operators.includes(operator)) return FAULTS.operator
  const operands = listOperands(value)
  const fault = OPERAND_CHECKS[operandOf(type, operator)](operands, type)
  if (fault) return fault
  return choices && operands.some((each) => !choices.some((one) => one.value === each)) ? FAULTS.choice : null
}

type Check = (operands: readonly (string | number)[], type: FieldType) => Text | null

const isNumber = (value: string | number | undefined): value is number => typeof value === 'number' && Number.isFinite(value)
const isDay = (value: string | number | undefined): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isCalendarDay(value)
/** Choices and segments are known by their id; texts must leave something to look for. */
const saysSomething = (value: string | number, type: FieldType): boolean =>
  type === 'choice' || type === 'segment' ? String(value) !== '' : normaliseForSearch(String(value)) !== ''

const OPERAND_CHECKS: Readonly<Record<OperandKind, Check>> = {
  none: () => null,
  text: ([first, ...more], type) => (first !== undefined && more.length === 0 && saysSomething(first, type) ? null : FAULTS.value),
  texts: (operands, type) => (operands.length > 0 && operands.every((each) => saysSomething(each, type)) ? null : FAULTS.choice),
  number: ([first, ...more]) => (isNumber(first) && more.length === 0 ? null : FAULTS.number),
  numbers: ([first, second, ...more]) =>
    isNumber(first) && isNumber(second) && first <= second && more.length === 0 ? null : FAULTS.range,
  date: ([first, ...more]) => (isDay(first) && more.length === 0 ? null : FAULTS.date),
  dates: ([first, second, ...more]) => (isDay(first) && isDay(second) && first <= second && more.length === 0 ? null : FAULTS.dates),
  'day-count': ([first, ...more]) =>
    isNumber(first) && Number.isInteger(first) && first >= 1 && first <= 40_000 && more.length === 0 ? null : FAULTS.days,
  months: (operands) =>
    operands.length > 0 && operands.every((each) => isNumber(each) && Number.isInteger(each) && each >= 1 && each <= 12)
      ? null
      : FAULTS.months
}

/** Every segment a rule names, once. */
export function listNamedSegments(node: RuleNode): string[] {
  if (node.kind === 'group') return [...new Set(node.rules.flatMap(listNamedSegments))]
  return node.kind === 'field' && findField(node.field)?.definition.type === 'segment'
    ? [...new Set(listOperands(node.value).map(String))]
    : []
}
