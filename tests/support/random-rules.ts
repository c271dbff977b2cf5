import fc from 'fast-check'
import { FIELD_GROUPS } from '../../src/shared/segments/fields.ts'
import { operandOf, OPERATORS_OF_TYPE, type FieldDefinition } from '../../src/shared/segments/field-types.ts'
import {
  ATTRIBUTE_TYPES,
  attributeField,
  canMeasure,
  findField,
  measuredType,
  operatorsOfMeasure
} from '../../src/shared/segments/find-field.ts'
import { MEASURES, type Operand, type Operator, type RuleGroup, type RuleNode } from '../../src/shared/segments/rule.ts'
import { SUBJECTS } from '../../src/shared/segments/subjects.ts'

/** Texts that meet one another only without accents, case and spaces, with the signs that mean something to SQL. */
export const TEXTS = [
  'Málaga',
  'MALAGA',
  ' malaga ',
  'Ávila',
  '50%',
  '5_0',
  "O'Hara",
  'a\\b',
  '"x"',
  'Ñandú',
  'ﬁn',
  'straße',
  'web',
  'Tienda',
  'x',
  '  '
]
export const DAYS = [
  '2025-10-31',
  '2025-11-01',
  '2026-01-15',
  '2026-02-28',
  '2026-05-31',
  '2026-08-03',
  '2026-10-02',
  '2026-10-31',
  '2026-11-20'
]
export const TAGS = ['pan', 'Bollería; pan', 'sin gluten | PAN', 'vegano,,', ' ; ', 'bolleria']
const NUMBERS = [-500, 0, 1, 2, 3, 4.5, 5, 7, 30, 90, 365, 1000, 2500, 10_000]
const SEGMENTS = ['s_active', 's_champions', 's_ssc', 's_new', 's_lapsed', 's_incomplete']
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  rfm: ['s_champions', 's_hibernating', 's_loyal'],
  'acquisition-campaign': ['1', '2', '9'],
  campaign: ['1', '2', '9']
}

const one = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.uniqueArray(one(values), { minLength: 1, maxLength: 3 })

function arbitraryOperand(field: Pick<FieldDefinition, 'id' | 'type' | 'choices'>, operator: Operator): fc.Arbitrary<Operand> {
  const words = TEXTS.filter((text) => text.trim() !== '')
  const pieces = [...words, ...words.map((word) => word.slice(0, 2)), ...words.map((word) => word.slice(-2))].filter(
    (word) => word.trim() !== ''
  )
  const known =
    field.choices?.map(({ value }) => value) ??
    CHOICES[field.id] ??
    (field.type === 'segment' ? SEGMENTS : field.type === 'tags' ? ['pan', 'Bolleria', 'vegano', 'otro'] : words)
  const ascending = (pair: readonly (string | number)[]): (string | number)[] => [...pair].sort((a, b) => (a < b ? -1 : 1))
  switch (operandOf(field.type, operator)) {
    case 'none':
      return fc.constant(null)
    case 'text':
      return one(pieces)
    case 'texts':
      return some(known)
    case 'number':
      return one(NUMBERS)
    case 'numbers':
      return fc.tuple(one(NUMBERS), one(NUMBERS)).map(ascending)
    case 'date':
      return one(DAYS)
    case 'dates':
      return fc.tuple(one(DAYS), one(DAYS)).map(ascending)
    case 'day-count':
      return one([1, 30, 90, 92, 365, 4000])
    case 'months':
      return some([1, 2, 5, 8, 10, 11])
  }
}

const OWN_COLUMNS = ATTRIBUTE_TYPES.map((type) => attributeField(type, 'Talla "x"'))
const FIELDS = [...FIELD_GROUPS.flatMap(({ fields }) => fields), ...OWN_COLUMNS.flatMap((id) => findField(id)?.definition ?? [])]

const comparisonOf = (field: FieldDefinition): fc.Arbitrary<{ operator: Operator; value: Operand }> =>
  one(OPERATORS_OF_TYPE[field.type]).chain((operator) => arbitraryOperand(field, operator).map((value) => ({ operator, value })))

const fieldCondition: fc.Arbitrary<RuleNode> = one(FIELDS).chain((field) =>
  fc.tuple(comparisonOf(field), fc.boolean()).map(([comparison, not]) => ({ kind: 'field' as const, field: field.id, not, ...comparison }))
)

const recordCondition: fc.Arbitrary<RuleNode> = one(SUBJECTS).chain((subject) => {
  const measured = MEASURES.flatMap((measure) =>
    [null, ...subject.fields].flatMap((of) => (canMeasure(measure, of) ? [{ measure, of }] : []))
  )
  return one(measured).chain(({ measure, of }) => {
    const type = measuredType(measure, of)
    const compared = one(operatorsOfMeasure(measure, of)).chain((operator) =>
      arbitraryOperand({ id: of?.id ?? '', type, ...(of?.choices && { choices: of.choices }) }, operator).map((value) => ({
        operator,
        value
      }))
    )
    const where = fc.array(
      one(subject.fields).chain((field) => comparisonOf(field).map((comparison) => ({ field: field.id, ...comparison }))),
      { maxLength: 2 }
    )
    return fc.tuple(compared, where, fc.boolean()).map(([comparison, filters, not]) => ({
      kind: 'records' as const,
      subject: subject.id,
      not,
      measure,
      of: of?.id ?? null,
      where: filters,
      ...comparison
    }))
  })
})

/** Any rule the screen can write over the random workspaces. */
export function arbitraryRule(depth = 2): fc.Arbitrary<RuleGroup> {
  const leaf = fc.oneof(fieldCondition, recordCondition)
  const node: fc.Arbitrary<RuleNode> =
    depth === 0 ? leaf : fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 1, arbitrary: arbitraryRule(depth - 1) })
  return fc.record({
    kind: fc.constant('group' as const),
    join: one(['all', 'any'] as const),
    not: fc.boolean(),
    rules: fc.array(node, { minLength: 1, maxLength: 3 })
  })
}
