import { NO_DAY } from '../../../../shared/analytics/customer-profile.ts'
import { RFM_SEGMENTS } from '../../../../shared/analytics/rfm.ts'
import { LIFECYCLE_STATES } from '../../../../shared/contract/customers.ts'
import { meets, type RuleScope } from '../../../../shared/segments/compare.ts'
import type { FieldType } from '../../../../shared/segments/field-types.ts'
import { findField } from '../../../../shared/segments/find-field.ts'
import type { FieldCondition } from '../../../../shared/segments/rule.ts'
import type { Figures } from '../../figures/figures.ts'
import { makeNumberTest } from './number-tests.ts'

export type FigureSource = Pick<
  Figures,
  'profile' | 'r' | 'f' | 'm' | 'rfmSegment' | 'lifecycle' | 'isSsc' | 'lifetime' | 'asOfDay' | 'customerIds'
>

type Read = (i: number) => number
const dayOrNone = (day: number): number => (day === NO_DAY ? Number.NaN : day)
const scoreOrNone = (score: number): number => (score === 0 ? Number.NaN : score)

/** Each figure as a number per customer, as `customer_metrics` keeps it; NaN: none. Choices are their place in the list. */
const READERS: Readonly<Record<string, (figures: FigureSource) => Read>> = {
  orders:
    ({ profile }) =>
    (i) =>
      profile.orders[i]!,
  'order-days':
    ({ profile }) =>
    (i) =>
      profile.orderDays[i]!,
  'first-order':
    ({ profile }) =>
    (i) =>
      dayOrNone(profile.firstDay[i]!),
  'last-order':
    ({ profile }) =>
    (i) =>
      dayOrNone(profile.lastDay[i]!),
  recency:
    ({ profile, asOfDay }) =>
    (i) =>
      profile.orders[i]! > 0 ? (asOfDay ?? 0) - profile.lastDay[i]! : Number.NaN,
  revenue:
    ({ profile }) =>
    (i) =>
      profile.revenue[i]!,
  'revenue-window':
    ({ profile }) =>
    (i) =>
      profile.revenueWindow[i]!,
  'margin-window':
    ({ profile }) =>
    (i) =>
      Math.round(profile.marginWindow[i]!),
  'average-order':
    ({ profile }) =>
    (i) =>
      profile.revenue[i]! / (profile.orders[i] === 0 ? Number.NaN : profile.orders[i]!),
  'lifetime-value':
    ({ lifetime }) =>
    (i) =>
      Math.round(lifetime.value[i]!),
  alive:
    ({ lifetime }) =>
    (i) =>
      lifetime.alive[i]!,
  strategic:
    ({ isSsc }) =>
    (i) =>
      isSsc[i]!,
  r:
    ({ r }) =>
    (i) =>
      scoreOrNone(r[i]!),
  f:
    ({ f }) =>
    (i) =>
      scoreOrNone(f[i]!),
  m:
    ({ m }) =>
    (i) =>
      scoreOrNone(m[i]!),
  lifecycle:
    ({ lifecycle }) =>
    (i) =>
      lifecycle[i]!,
  rfm:
    ({ rfmSegment }) =>
    (i) =>
      scoreOrNone(rfmSegment[i]!) - 1
}

/** Values of the choices by place. */
const CHOICES: Readonly<Record<string, readonly string[]>> = { lifecycle: LIFECYCLE_STATES, rfm: RFM_SEGMENTS.map(({ id }) => id) }

/** Who meets a condition on a figure, one byte per customer; null: no figure of that name. */
export function answerFigure(condition: FieldCondition, figures: FigureSource, scope: RuleScope): Uint8Array | null {
  const read = READERS[condition.field]?.(figures)
  const type = findField(condition.field)?.definition.type
  if (!read || !type) return null
  const isIn = makeTest(condition, type, scope)
  const mask = new Uint8Array(figures.customerIds.length)
  for (let i = 0; i < mask.length; i++) mask[i] = isIn(read(i)) ? 1 : 0
  return mask
}

/** The comparison as a test of a number, NaN for nothing. */
function makeTest(condition: FieldCondition, type: FieldType, scope: RuleScope): (value: number) => boolean {
  const choices = CHOICES[condition.field]
  if (!choices) return makeNumberTest(type, condition, scope)
  const isIn = choices.map((choice) => meets('choice', condition.operator, condition.value, choice, scope))
  const isBlankIn = meets('choice', condition.operator, condition.value, null, scope)
  return (each) => (Number.isNaN(each) ? isBlankIn : isIn[each] === true)
}
