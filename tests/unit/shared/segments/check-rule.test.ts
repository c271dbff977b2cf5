import { describe, expect, it } from 'vitest'
import { checkRule, listNamedSegments } from '../../../../src/shared/segments/check-rule.ts'
import { RULE_LIMITS, RuleGroup } from '../../../../src/shared/segments/rule.ts'

const rule = (...rules: unknown[]): RuleGroup => RuleGroup.parse({ kind: 'group', join: 'all', rules })
const there = () => 'there' as const
const faultsOf = (...rules: unknown[]) => checkRule(rule(...rules), there).map(({ path, text }) => [path, text.en])

describe('checkRule', () => {
  it('finds nothing wrong with a whole rule, nor with one that asks nothing', () => {
    expect(checkRule(rule(), there)).toEqual([])
    expect(faultsOf({ kind: 'field', field: 'last-order', operator: 'last-days', value: 30 })).toEqual([])
  })

  it.each([
    [{ kind: 'field', field: 'gone', operator: 'is', value: 'x' }, 'This field does not exist any more. Choose another one.'],
    [{ kind: 'field', field: 'city', operator: 'ge', value: 1 }, 'Choose how to compare.'],
    [{ kind: 'field', field: 'city', operator: 'is', value: '  ' }, 'Say a value to compare with.'],
    [{ kind: 'field', field: 'orders', operator: 'ge', value: 'dos' }, 'Write a number.'],
    [{ kind: 'field', field: 'orders', operator: 'between', value: [5, 2] }, 'Write two numbers, the smaller one first.'],
    [{ kind: 'field', field: 'last-order', operator: 'on', value: '2026-02-30' }, 'Give a day of the calendar.'],
    [{ kind: 'field', field: 'last-order', operator: 'last-days', value: 0 }, 'Write a whole number of days, from 1 to 40,000.'],
    [{ kind: 'field', field: 'lifecycle', operator: 'one-of', value: ['happy'] }, 'Choose one or more of the values.'],
    [
      { kind: 'records', subject: 'orders', measure: 'sum', of: 'channel', operator: 'ge', value: 1 },
      'Choose what to measure of these records.'
    ],
    [
      { kind: 'records', subject: 'orders', measure: 'count', operator: 'ge', value: 1, where: [{ field: 'date', operator: 'before' }] },
      'Give a day of the calendar.'
    ],
    [{ kind: 'group', join: 'any', rules: [] }, 'This group has no condition. Add one or take the group out.']
  ])('says what is missing: %#', (condition, text) => {
    expect(faultsOf({ kind: 'field', field: 'email', operator: 'filled' }, condition)).toEqual([[[1], text]])
  })

  it('knows segments that are gone or lead back', () => {
    const named = rule({ kind: 'field', field: 'segment', operator: 'one-of', value: ['own_a'] })
    expect(listNamedSegments(named)).toEqual(['own_a'])
    expect(checkRule(named, () => 'gone')[0]?.text.en).toMatch('does not exist any more')
    expect(checkRule(named, () => 'cycle')[0]?.text.es).toMatch('lleva de vuelta')
  })

  it('holds groups and conditions to their number', () => {
    let deep: unknown = { kind: 'field', field: 'email', operator: 'filled' }
    for (let depth = 0; depth <= RULE_LIMITS.depth; depth++) deep = { kind: 'group', join: 'all', rules: [deep] }
    expect(faultsOf(deep)).toHaveLength(1)
    const half = Array.from({ length: RULE_LIMITS.conditions / 2 + 1 }, () => ({ kind: 'field', field: 'email', operator: 'filled' }))
    expect(faultsOf({ kind: 'group', join: 'all', rules: half }, { kind: 'group', join: 'all', rules: half })).toHaveLength(1)
  })
})
