import { listOperands, NEGATIONS } from '../../../../shared/segments/compare.ts'
import type { RuleNode } from '../../../../shared/segments/rule.ts'
import { askPlainly, conditionKey, isOnSegments } from './compile-rule.ts'
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
    if (!isOnSegments(node)) {
      const { asked, isTurned } = askPlainly(node)
      const mask = parts.ofCondition(conditionKey(asked))
      return isTurned ? turn(mask) : mask
    }
    const masks = listOperands(node.value).map((id) => parts.ofSegment(String(id)))
    const joined = combineGroup(node.operator === 'all-of' ? 'all' : 'any', masks, parts.customers)
    return NEGATIONS[node.operator] ? turn(joined) : joined
  }
  return visit(rule, [])
}

function turn(mask: Mask): Mask {
  const turned = new Uint8Array(mask.length)
  for (let i = 0; i < mask.length; i++) turned[i] = mask[i]! ^ 1
  return turned
}

/** How many are in a set. */
export function countOnes(mask: Mask): number {
  let ones = 0
  for (let i = 0; i < mask.length; i++) ones += mask[i]!
  return ones
}

/** Positions of the members, ascending. */
export function listPositions(mask: Mask): Int32Array {
  const positions = new Int32Array(countOnes(mask))
  for (let i = 0, place = 0; i < mask.length; i++) if (mask[i] === 1) positions[place++] = i
  return positions
}

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
