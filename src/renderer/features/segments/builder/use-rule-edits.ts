import { useEffect, useState } from 'react'
import { RULE_LIMITS, type FieldCondition, type RecordCondition } from '../../../../shared/segments/rule.ts'
import type { DraftCondition, DraftGroup } from './draft.ts'
import * as rules from './edit-rule.ts'
import type { DraftControl } from './use-draft.ts'

/** What a person does to the rule. */
export interface RuleEdits {
  readonly add: (groupId: number, condition: FieldCondition | RecordCondition) => void
  readonly addGroup: (groupId: number) => void
  readonly canNest: (groupId: number) => boolean
  readonly change: (condition: DraftCondition) => void
  readonly join: (groupId: number, join: Pick<DraftGroup, 'join' | 'not'>) => void
  readonly remove: (id: number) => void
  readonly duplicate: (id: number) => void
  readonly step: (id: number, move: rules.Move) => void
  readonly drop: (id: number, place: rules.Place) => void
  readonly wrap: (id: number) => void
  readonly dissolve: (id: number) => void
}

/** A part's first value; where it wants none, its first word. */
const VALUE = [
  '.rule-filter :is(.rule-input, .rule-list input:not([type=hidden]))',
  '.rule-input',
  '.rule-list input:not([type=hidden])',
  'select'
]

/** Where the keyboard goes after an edit: the first of these that is there. */
interface Focus {
  readonly selectors: readonly string[]
}

export function useRuleEdits({ draft, edit }: DraftControl): RuleEdits {
  const [focus, setFocus] = useState<Focus | null>(null)
  useEffect(() => {
    const found = focus?.selectors.map((selector) => document.querySelector<HTMLElement>(selector)).find((element) => element !== null)
    found?.focus()
  }, [focus])
  const { rule } = draft
  const look = (id: number, ...places: readonly string[]): void => {
    setFocus({ selectors: places.map((place) => `[data-part="${String(id)}"] ${place}`) })
  }
  /** A change that may have no way to be made: then nothing happens. */
  const put = (changed: DraftGroup | null, subject?: string): void => {
    if (changed) edit((now) => ({ ...now, rule: changed }), subject)
  }
  const isFull = rules.countConditions(rule) >= RULE_LIMITS.conditions
  return {
    add: (groupId, condition) => {
      const group = rules.findNode(rule, groupId)
      if (isFull || group?.kind !== 'group') return
      const id = rules.nextId(rule)
      put(rules.insertNode(rule, { ...condition, id }, { groupId, index: group.rules.length }))
      look(id, ...VALUE)
    },
    addGroup: (groupId) => {
      const group = rules.findNode(rule, groupId)
      if (group?.kind !== 'group') return
      const id = rules.nextId(rule)
      const added: DraftGroup = { id, kind: 'group', join: 'any', not: false, rules: [] }
      put(rules.insertNode(rule, added, { groupId, index: group.rules.length }))
      look(id, '.rule-add')
    },
    canNest: (groupId) => depthAt(rule, groupId) < RULE_LIMITS.depth,
    change: (condition) => {
      put(rules.changeCondition(rule, condition), `condition ${String(condition.id)}`)
    },
    join: (groupId, join) => {
      put(rules.changeJoin(rule, groupId, join))
    },
    remove: (id) => {
      put(rules.removeNode(rule, id))
      setFocus({ selectors: ['.rule-root > .rule-adds .rule-add'] })
    },
    duplicate: (id) => {
      const copy = rules.duplicateNode(rule, id)
      if (!copy) return
      put(copy.rule)
      look(copy.id, '.rule-handle')
    },
    step: (id, move) => {
      put(rules.stepNode(rule, id, move))
      look(id, '.rule-handle')
    },
    drop: (id, place) => {
      put(rules.moveNode(rule, id, place))
    },
    wrap: (id) => {
      put(rules.wrapNode(rule, id))
    },
    dissolve: (id) => {
      put(rules.dissolveGroup(rule, id))
    }
  }
}

/** How deep the group stands: 1 for the outermost. */
function depthAt(rule: DraftGroup, groupId: number): number {
  if (rule.id === groupId) return 1
  for (const node of rule.rules) {
    const depth = node.kind === 'group' ? depthAt(node, groupId) : 0
    if (depth > 0) return depth + 1
  }
  return 0
}
