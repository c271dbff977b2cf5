import type { Text } from '../../../../shared/domain/text.ts'
import type { FieldCondition, RecordCondition, Rule, RuleNode } from '../../../../shared/segments/rule.ts'

/** A rule being written: as `Rule`, every part with an id of its own, so that a part keeps its place on the screen while it moves. */
export interface DraftGroup {
  readonly id: number
  readonly kind: 'group'
  readonly join: 'all' | 'any'
  readonly not: boolean
  readonly rules: readonly DraftNode[]
}
export type DraftCondition = (FieldCondition & { readonly id: number }) | (RecordCondition & { readonly id: number })
export type DraftNode = DraftGroup | DraftCondition

/** Everything the builder's form holds. */
export interface SegmentDraft {
  readonly name: Text
  readonly rule: DraftGroup
  /** The one the business aims at: said when it is made. */
  readonly isTarget: boolean
}

export const ROOT_ID = 1

/** The names a segment is kept under: what is missing in one language is said as in the other. */
export function completeName(name: Text): Text | null {
  const [en, es] = [name.en.trim(), name.es.trim()]
  return en === '' && es === '' ? null : { en: en || es, es: es || en }
}

export function emptyRule(): DraftGroup {
  return { id: ROOT_ID, kind: 'group', join: 'all', not: false, rules: [] }
}

/** The rule with ids from `firstId` on, the outermost first. */
export function openRule(rule: Rule, firstId = ROOT_ID): DraftGroup {
  let next = firstId
  const open = (node: RuleNode): DraftNode => {
    const id = next++
    return node.kind === 'group' ? openGroup(node, id) : { ...node, id }
  }
  const openGroup = (group: Rule, id: number): DraftGroup => ({ ...group, id, rules: group.rules.map(open) })
  return openGroup(rule, next++)
}

/** The rule as it is counted and kept. */
export function closeRule({ join, not, rules }: DraftGroup): Rule {
  return { kind: 'group', join, not, rules: rules.map(closeNode) }
}

function closeNode(node: DraftNode): RuleNode {
  if (node.kind === 'group') return closeRule(node)
  const { id: _id, ...condition } = node
  return condition
}
