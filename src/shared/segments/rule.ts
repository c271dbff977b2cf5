import { z } from 'zod'

/** How deep groups may stand in groups, how many conditions a rule may have, and how many values one condition may list. */
export const RULE_LIMITS = { depth: 8, conditions: 200, values: 2000 } as const

/** Every comparison there is; which of them a field takes hangs on its type (`OPERATORS_OF_TYPE`). */
export const OPERATORS = [
  // text
  'is',
  'is-not',
  'contains',
  'contains-not',
  'starts-with',
  'ends-with',
  // one or several of a list: choices, texts, tags, segments
  'one-of',
  'none-of',
  'all-of',
  // numbers, amounts (minor units), days, shares (0 to 1)
  'eq',
  'ne',
  'lt',
  'le',
  'gt',
  'ge',
  'between',
  // days of the calendar, `between` included
  'on',
  'before',
  'after',
  // days counted back from the as-of date: 'last-days' 90 is A-90 < date <= A, 'older-days' 90 is date <= A-90
  'last-days',
  'older-days',
  'in-window',
  'month',
  // yes or no
  'yes',
  'no',
  // whether anything stands there
  'filled',
  'blank'
] as const
export const Operator = z.enum(OPERATORS)
export type Operator = z.infer<typeof Operator>

const Single = z.union([z.string().max(500), z.number()])
/** What a field is compared with: nothing, one value, or several (`between`: exactly two). Amounts are minor units, dates `YYYY-MM-DD`. */
export const Operand = z.union([z.null(), Single, z.array(Single).max(RULE_LIMITS.values)])
export type Operand = z.infer<typeof Operand>

const fieldId = z.string().min(1).max(220)

/** One comparison of a field, of the customer or of a record. */
export const Comparison = z.object({ field: fieldId, operator: Operator, value: Operand.default(null) })
export type Comparison = z.infer<typeof Comparison>

/** Something about the customer: `city one-of [Madrid]`. `not` turns it round. */
export const FieldCondition = Comparison.extend({ kind: z.literal('field'), not: z.boolean().default(false) })
export type FieldCondition = z.infer<typeof FieldCondition>

export const MEASURES = ['count', 'sum', 'average', 'lowest', 'highest', 'first', 'latest'] as const
export const Measure = z.enum(MEASURES)
export type Measure = z.infer<typeof Measure>

/**
 * Something about the customer's orders, complaints… that meet every filter of `where`: `count of orders (in the last 90 days,
 * by web) ge 2`, `latest score of surveys (kind NPS) le 6`. `of`: the record's field measured; null for `count`.
 */
export const RecordCondition = z.object({
  kind: z.literal('records'),
  not: z.boolean().default(false),
  subject: z.string().min(1).max(40),
  measure: Measure,
  of: fieldId.nullable().default(null),
  operator: Operator,
  value: Operand.default(null),
  where: z.array(Comparison).max(20).default([])
})
export type RecordCondition = z.infer<typeof RecordCondition>

export interface RuleGroup {
  kind: 'group'
  /** All of the rules must hold, or any one of them. A group with no rule holds for everybody. */
  join: 'all' | 'any'
  not: boolean
  rules: RuleNode[]
}
export type RuleNode = RuleGroup | FieldCondition | RecordCondition
export interface RuleGroupInput {
  kind: 'group'
  join: 'all' | 'any'
  not?: boolean | undefined
  rules: (RuleGroupInput | z.input<typeof FieldCondition> | z.input<typeof RecordCondition>)[]
}

export const RuleGroup: z.ZodType<RuleGroup, RuleGroupInput> = z.object({
  kind: z.literal('group'),
  join: z.enum(['all', 'any']),
  not: z.boolean().default(false),
  rules: z
    .array(z.lazy((): z.ZodType<RuleNode, RuleGroupInput['rules'][number]> => z.union([RuleGroup, FieldCondition, RecordCondition])))
    .max(RULE_LIMITS.conditions)
})

/** A segment's rule: its outermost group. */
export type Rule = RuleGroup
