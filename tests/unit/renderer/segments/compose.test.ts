import { expect, test } from 'vitest'
import type { RuleField, RuleSubject } from '../../../../src/shared/contract/segments.ts'
import {
  askField,
  askRecords,
  askSegments,
  changeMeasure,
  changeOperator,
  typeOfMeasure
} from '../../../../src/renderer/features/segments/builder/compose.ts'
import { TEMPLATES } from '../../../../src/renderer/features/segments/builder/templates.ts'
import { checkRule } from '../../../../src/shared/segments/check-rule.ts'
import { OPERATORS_OF_TYPE, type FieldType } from '../../../../src/shared/segments/field-types.ts'
import { FIELD_GROUPS } from '../../../../src/shared/segments/fields.ts'

const field = (id: string, type: FieldType, choices: RuleField['choices'] = null): RuleField => ({
  id,
  name: { en: id, es: id },
  type,
  operators: [...OPERATORS_OF_TYPE[type]],
  choices,
  isOpen: true
})
const amount = field('amount', 'amount')
const date = field('date', 'date')
const orders: RuleSubject = {
  id: 'orders',
  name: { en: 'Orders', es: 'Pedidos' },
  filters: [amount, date],
  measures: [
    { measure: 'count', name: { en: '', es: '' }, of: null, operators: ['eq', 'ge', 'between'] },
    { measure: 'sum', name: { en: '', es: '' }, of: [amount], operators: [] },
    { measure: 'latest', name: { en: '', es: '' }, of: [amount, date], operators: [] }
  ],
  isEmpty: false
}

test('a new condition begins with the comparison one usually means', () => {
  expect(askField(field('recency', 'days'))).toMatchObject({ operator: 'ge', value: null })
  expect(askField(field('last-order', 'date'))).toMatchObject({ operator: 'last-days' })
  expect(askField(field('city', 'text'))).toMatchObject({ operator: 'is' })
  const city = field('city', 'text', [{ value: 'Soria', name: { en: 'Soria', es: 'Soria' }, customers: 3 }])
  expect(askField(city)).toMatchObject({ operator: 'one-of' })
  expect(askRecords(orders, date)).toMatchObject({
    measure: 'count',
    operator: 'ge',
    value: 1,
    where: [{ field: 'date', operator: 'last-days' }]
  })
})

test('another operator keeps of the value what fits', () => {
  const city = { operator: 'is' as const, value: 'Soria' }
  const several = changeOperator(city, 'text', 'one-of')
  expect(several).toEqual({ operator: 'one-of', value: ['Soria'] })
  expect(changeOperator(several, 'text', 'contains').value).toBe('Soria')
  expect(changeOperator({ operator: 'ge', value: 3 }, 'count', 'le').value).toBe(3)
  expect(changeOperator({ operator: 'ge', value: 3 }, 'count', 'between').value).toEqual([3, ''])
  expect(changeOperator({ operator: 'last-days', value: 90 }, 'date', 'older-days').value).toBe(90)
  expect(changeOperator({ operator: 'last-days', value: 90 }, 'date', 'on').value).toBeNull()
  expect(changeOperator(city, 'text', 'filled').value).toBeNull()
})

test('another measure is compared as what it measures', () => {
  const count = { ...askRecords(orders), value: 3 }
  const sum = changeMeasure(orders, count, 'sum')
  expect(sum).toMatchObject({ measure: 'sum', of: 'amount', operator: 'ge', value: null })
  expect(typeOfMeasure(orders, sum)).toBe('amount')
  expect(changeMeasure(orders, { ...sum, value: 500 }, 'latest', 'date')).toMatchObject({ of: 'date', operator: 'last-days', value: null })
  expect(changeMeasure(orders, { ...sum, value: 500 }, 'latest', 'amount')).toMatchObject({ of: 'amount', operator: 'ge', value: 500 })
  expect(changeMeasure(orders, sum, 'count')).toMatchObject({ of: null, operator: 'ge' })
})

test.each(TEMPLATES)('the template $id can be answered as it stands', ({ rule }) => {
  expect(checkRule(rule, () => 'there')).toEqual([])
})

test('a region as a rule: in these segments, in none of those', () => {
  const segmentField = FIELD_GROUPS.flatMap(({ fields }) => fields).find(({ type }) => type === 'segment')?.id ?? ''
  const rule = askSegments(segmentField, ['a', 'b'], ['c'])
  expect(checkRule(rule, () => 'there')).toEqual([])
  expect(rule.rules).toMatchObject([
    { operator: 'one-of', value: ['a'] },
    { operator: 'one-of', value: ['b'] },
    { operator: 'none-of', value: ['c'] }
  ])
})
