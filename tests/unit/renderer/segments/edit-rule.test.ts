import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  closeRule,
  completeName,
  openRule,
  ROOT_ID,
  type DraftGroup,
  type DraftNode
} from '../../../../src/renderer/features/segments/builder/draft.ts'
import {
  changeCondition,
  changeJoin,
  countConditions,
  depthOf,
  dissolveGroup,
  duplicateNode,
  findNode,
  findPlace,
  insertNode,
  moveNode,
  nextId,
  nodeAt,
  removeNode,
  stepNode,
  wrapNode
} from '../../../../src/renderer/features/segments/builder/edit-rule.ts'
import { RULE_LIMITS, RuleGroup, type Rule, type FieldCondition, type RuleNode } from '../../../../src/shared/segments/rule.ts'

const ask = (field: string): FieldCondition => ({ kind: 'field', not: false, field, operator: 'filled', value: null })
const group = (join: 'all' | 'any', ...rules: RuleNode[]): Rule => ({ kind: 'group', join, not: false, rules })
/** The rule's shape in a word: `all(a any(b c))`. */
const say = (node: RuleNode | DraftNode): string =>
  node.kind === 'group' ? `${node.join}(${node.rules.map(say).join(' ')})` : node.kind === 'field' ? node.field : 'records'
const idOf = (rule: DraftGroup, field: string): number => {
  const find = (node: DraftNode): number | null =>
    node.kind === 'group'
      ? node.rules.reduce<number | null>((found, each) => found ?? find(each), null)
      : node.kind === 'field' && node.field === field
        ? node.id
        : null
  return find(rule) ?? -1
}
const idOfGroup = (rule: DraftGroup, inside: string): number => findPlace(rule, idOf(rule, inside))?.groupId ?? -1

const nested = openRule(group('all', ask('a'), group('any', ask('b'), ask('c')), ask('d')))

describe('a part is moved by keyboard', () => {
  const steps = (field: string, ...moves: ('up' | 'down')[]): string =>
    say(moves.reduce<DraftGroup>((rule, move) => stepNode(rule, idOf(rule, field), move) ?? rule, nested))
  test('into the group beside it, through it and out at the other end', () => {
    expect(steps('a', 'down')).toBe('all(any(a b c) d)')
    expect(steps('a', 'down', 'down')).toBe('all(any(b a c) d)')
    expect(steps('a', 'down', 'down', 'down', 'down')).toBe('all(any(b c) a d)')
    expect(steps('d', 'up')).toBe('all(a any(b c d))')
    expect(steps('b', 'up')).toBe('all(a b any(c) d)')
  })
  test('nowhere at the ends of the outermost group', () => {
    expect(stepNode(nested, idOf(nested, 'a'), 'up')).toBeNull()
    expect(stepNode(nested, ROOT_ID, 'up')).toBeNull()
    expect(steps('d', 'down')).toBe('all(a any(b c) d)')
  })
})

test('a part is dropped before and after others, and never into itself', () => {
  const a = idOf(nested, 'a')
  const inner = idOfGroup(nested, 'b')
  expect(say(moveNode(nested, a, { groupId: ROOT_ID, index: 3 }) ?? nested)).toBe('all(any(b c) d a)')
  expect(say(moveNode(nested, a, { groupId: ROOT_ID, index: 1 }) ?? nested)).toBe('all(a any(b c) d)')
  expect(say(moveNode(nested, a, { groupId: inner, index: 1 }) ?? nested)).toBe('all(any(b a c) d)')
  expect(moveNode(nested, inner, { groupId: inner, index: 0 })).toBeNull()
})

test('groups stand no deeper than a rule may', () => {
  let rule = openRule(group('all', ask('a')))
  for (let depth = 1; depth < RULE_LIMITS.depth; depth++) rule = wrapNode(rule, idOf(rule, 'a')) ?? rule
  expect(depthOf(rule)).toBe(RULE_LIMITS.depth)
  expect(wrapNode(rule, idOf(rule, 'a'))).toBeNull()
})

test('a group is wrapped, dissolved, copied and taken away', () => {
  const inner = idOfGroup(nested, 'b')
  expect(say(dissolveGroup(nested, inner) ?? nested)).toBe('all(a b c d)')
  expect(say(wrapNode(nested, idOf(nested, 'd')) ?? nested)).toBe('all(a any(b c) any(d))')
  const copy = duplicateNode(nested, inner)
  expect(copy && say(copy.rule)).toBe('all(a any(b c) any(b c) d)')
  expect(copy && findNode(copy.rule, copy.id)?.kind).toBe('group')
  expect(say(removeNode(nested, inner))).toBe('all(a d)')
  expect(nodeAt(nested, [1, 1])).toMatchObject({ field: 'c' })
  expect(nodeAt(nested, [1, 2])).toBeNull()
})

test('a rule full of conditions takes no copy more', () => {
  const full = openRule(group('all', ...Array.from({ length: RULE_LIMITS.conditions }, (_, i) => ask(`f${String(i)}`))))
  expect(duplicateNode(full, idOf(full, 'f0'))).toBeNull()
})

test('what an edit does not touch stays the very same', () => {
  const changed = changeJoin(nested, idOfGroup(nested, 'b'), { not: true })
  expect(changed.rules[0]).toBe(nested.rules[0])
  expect(changed.rules[1]).toMatchObject({ not: true, join: 'any' })
  expect(changeJoin(nested, 999, { not: true })).toBe(nested)
  expect(removeNode(nested, 999)).toBe(nested)
  const b = findNode(nested, idOf(nested, 'b'))
  if (b?.kind !== 'field') throw new Error('b is a condition')
  expect(changeCondition(nested, { ...b, field: 'e' }).rules[2]).toBe(nested.rules[2])
})

const anyRule: fc.Arbitrary<Rule> = fc.letrec<{ node: RuleNode; group: Rule }>((tie) => ({
  node: fc.oneof({ maxDepth: 3 }, fc.constantFrom('a', 'b', 'c').map(ask), tie('group')),
  group: fc
    .tuple(fc.constantFrom('all' as const, 'any' as const), fc.boolean(), fc.array(tie('node'), { maxLength: 4 }))
    .map(([join, not, rules]) => ({ kind: 'group', join, not, rules }))
})).group

test('any walk of edits keeps ids unique and every condition, and closes to a rule the contract takes', () => {
  fc.assert(
    fc.property(
      anyRule,
      fc.array(fc.tuple(fc.nat(), fc.constantFrom('up', 'down', 'wrap', 'dissolve')), { maxLength: 20 }),
      (start, edits) => {
        let rule = openRule(start)
        const before = countConditions(rule)
        for (const [pick, edit] of edits) {
          const ids = listIds(rule)
          const id = ids[pick % ids.length] ?? ROOT_ID
          const changed =
            edit === 'wrap'
              ? wrapNode(rule, id)
              : edit === 'dissolve'
                ? dissolveGroup(rule, id)
                : stepNode(rule, id, edit === 'up' ? 'up' : 'down')
          rule = changed ?? rule
        }
        expect(countConditions(rule)).toBe(before)
        const ids = listIds(rule)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids).not.toContain(nextId(rule))
        expect(RuleGroup.parse(closeRule(rule))).toEqual(closeRule(rule))
      }
    )
  )
})

function listIds(node: DraftNode): number[] {
  return node.kind === 'group' ? [node.id, ...node.rules.flatMap(listIds)] : [node.id]
}

test('opening and closing a rule changes nothing', () => {
  fc.assert(
    fc.property(anyRule, (rule) => {
      expect(closeRule(openRule(rule))).toEqual(rule)
    })
  )
  expect(say(insertNode(nested, { ...ask('e'), id: 99 }, { groupId: ROOT_ID, index: 0 }))).toBe('all(e a any(b c) d)')
})

test('a name in one language stands for both', () => {
  expect(completeName({ en: ' Loyal ', es: '' })).toEqual({ en: 'Loyal', es: 'Loyal' })
  expect(completeName({ en: ' ', es: '' })).toBeNull()
})
