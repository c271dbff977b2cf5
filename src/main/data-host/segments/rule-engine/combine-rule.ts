import { listOperands, NEGATIONS } from '../../../../shared/segments/compare.ts'
import type { RuleNode } from '../../../../shared/segments/rule.ts'
import { conditionKey, isOnSegments } from './compile-rule.ts'
import type { Mask } from './answer-conditions.ts'

/** What a rule is put together from: who meets each condition, and who is in each segment it names. */
export interface RuleParts {
  readonly customers: number
  readonly ofCondition: (key: string) => Mask
  readonly ofSegment: (segmentId: string) => Mask
}

/** Who meets the rule, one byte per customer; `note` hears of every part, by path, before it is turned round by the group around it. */
export function combineRule(rule: RuleNode, parts: RuleParts, note?: (path: readonly number[], mask: Mask) => void): Mask {
  const visit = (node: RuleNode, path: readonly number[]): Mask => {
    const mask =
      node.kind === 'group'
        ? combineGroup(
            node.join,
            node.rules.map((each, place) => visit(each, [...path, place])),
            parts.customers
          )
        : find(node)
    const answer = node.not ? turn(mask) : mask
    note?.(path, answer)
    return answer
  }
  const find = (node: Exclude<RuleNode, { kind: 'group' }>): Mask => {
    if (!isOnSegments(node)) return parts.ofCondition(conditionKey(node))
    const masks = listOperands(node.value).map((id) => parts.ofSegment(String(id)))
    const joined = combineGroup(node.operator === 'all-of' ? 'all' : 'any', masks, parts.customers)
    return NEGATIONS[node.operator] ? turn(joined) : joined
  }
  return visit(rule, [])
}

const turn = (mask: Mask): Mask => mask.map((byte) => byte ^ 1)

function combineGroup(join: 'all' | 'any', masks: readonly Mask[], customers: number): Mask {
  const [first, ...others] = masks
  // A group without conditions asks nothing, so it holds for everybody.
  if (!first) return new Uint8Array(customers).fill(1)
  const joined = first.slice()
  for (const mask of others)
    if (join === 'all') for (let i = 0; i < customers; i++) joined[i]! &= mask[i]!
    else for (let i = 0; i < customers; i++) joined[i]! |= mask[i]!
  return joined
}
