import { FIELD_GROUPS, type FieldGroup } from './fields.ts'
import { OPERATORS_OF_TYPE, say, type FieldDefinition, type FieldType } from './field-types.ts'
import type { Measure, Operator } from './rule.ts'
import { SUBJECTS, type SubjectDefinition } from './subjects.ts'

/** Columns of the person's own files that are no field of ours: kept as JSON by name, read as text, number, date, or yes and no. */
export const ATTRIBUTE_TYPES = ['text', 'number', 'date', 'boolean'] as const
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number]

export const attributeField = (type: AttributeType, name: string): string => `attribute:${type}:${name}`

/** What a field id of that form names; null for any other. */
export function parseAttributeField(id: string): { type: AttributeType; name: string } | null {
  const [, type, name] = /^attribute:(text|number|date|boolean):(.+)$/s.exec(id) ?? []
  const known = ATTRIBUTE_TYPES.find((each) => each === type)
  return known && name !== undefined ? { type: known, name } : null
}

export interface FoundField {
  readonly definition: FieldDefinition
  readonly table: FieldGroup['table']
}
const FIELDS = new Map(
  FIELD_GROUPS.flatMap(({ table, fields }) => fields.map((definition): [string, FoundField] => [definition.id, { definition, table }]))
)

/** A field of the customer, custom ones too; null: there is none of that id. */
export function findField(id: string): FoundField | null {
  const known = FIELDS.get(id)
  if (known) return known
  const attribute = parseAttributeField(id)
  if (!attribute) return null
  const { type, name } = attribute
  const whose = say(`whose “${name}”`, `cuyo dato «${name}»`)
  const yes = say(`who have “${name}”`, `que tienen «${name}»`)
  const no = say(`who do not have “${name}”`, `que no tienen «${name}»`)
  return { definition: { id, name: say(name, name), type, column: 'attributes', whose, yes, no }, table: 'customers' }
}

export function findSubject(id: string): SubjectDefinition | null {
  return SUBJECTS.find((subject) => subject.id === id) ?? null
}

export function findRecordField(subject: SubjectDefinition, id: string | null): FieldDefinition | null {
  return subject.fields.find((field) => field.id === id) ?? null
}

const NUMERIC: ReadonlySet<FieldType> = new Set<FieldType>(['number', 'count', 'days', 'amount', 'share', 'score'])
const ADDED: ReadonlySet<FieldType> = new Set<FieldType>(['number', 'amount', 'days'])

/** Whether a measure can be taken of a field; `count` is of none. */
export function canMeasure(measure: Measure, field: FieldDefinition | null): boolean {
  if (measure === 'count') return field === null
  if (!field) return false
  if (measure === 'first' || measure === 'latest') return field.type !== 'boolean'
  return measure === 'sum' ? ADDED.has(field.type) : NUMERIC.has(field.type)
}

/** A count or a sum is always there: nothing to ask about being filled in. */
const ALWAYS_THERE: ReadonlySet<Measure> = new Set<Measure>(['count', 'sum'])

/** What the measured value is, and how it may be compared. */
export function measuredType(measure: Measure, field: FieldDefinition | null): FieldType {
  return measure === 'count' || !field ? 'count' : field.type
}
export function operatorsOfMeasure(measure: Measure, field: FieldDefinition | null): readonly Operator[] {
  const operators = OPERATORS_OF_TYPE[measuredType(measure, field)]
  return ALWAYS_THERE.has(measure) ? operators.filter((operator) => operator !== 'filled' && operator !== 'blank') : operators
}
