import { meets, type RuleScope } from '../../../../shared/segments/compare.ts'
import type { FieldType } from '../../../../shared/segments/field-types.ts'
import { findField } from '../../../../shared/segments/find-field.ts'
import type { FieldCondition } from '../../../../shared/segments/rule.ts'
import { FIGURE_CHOICES, FIGURE_READERS, type FigureSource } from '../../figures/figure-readers.ts'
import { makeNumberTest } from './number-tests.ts'

/** Who meets a condition on a figure, one byte per customer; null: no figure of that name. */
export function answerFigure(condition: FieldCondition, figures: FigureSource, scope: RuleScope): Uint8Array | null {
  const read = FIGURE_READERS[condition.field]?.(figures)
  const type = findField(condition.field)?.definition.type
  if (!read || !type) return null
  const isIn = makeTest(condition, type, scope)
  const mask = new Uint8Array(figures.customerIds.length)
  for (let i = 0; i < mask.length; i++) mask[i] = isIn(read(i)) ? 1 : 0
  return mask
}

/** The comparison as a test of a number, NaN for nothing. */
function makeTest(condition: FieldCondition, type: FieldType, scope: RuleScope): (value: number) => boolean {
  const choices = FIGURE_CHOICES[condition.field]
  if (!choices) return makeNumberTest(type, condition, scope)
  const isIn = choices.map((choice) => meets('choice', condition.operator, condition.value, choice, scope))
  const isBlankIn = meets('choice', condition.operator, condition.value, null, scope)
  return (each) => (Number.isNaN(each) ? isBlankIn : isIn[each] === true)
}
