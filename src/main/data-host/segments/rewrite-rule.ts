import { listNamedSegments } from '../../../shared/segments/check-rule.ts'
import { listOperands } from '../../../shared/segments/compare.ts'
import { RULE_LIMITS, type FieldCondition, type Rule, type RuleGroup, type RuleNode } from '../../../shared/segments/rule.ts'
import { isOnSegments } from './rule-engine/compile-rule.ts'

/** A rule that names the segment `id`, saying the same with that segment's own rule in its place. Null: it would grow past what a rule may be. */
export function inlineSegment(rule: Rule, id: string, replacement: Rule): Rule | null {
  const visit = (node: RuleNode): RuleNode => {
    if (node.kind === 'group') return { ...node, rules: node.rules.map(visit) }
    return listNamedSegments(node).includes(id) && isOnSegments(node) ? spellOut(node, id, replacement) : node
  }
  const rewritten = visit(rule)
  return rewritten.kind === 'group' && measureDepth(rewritten) <= RULE_LIMITS.depth && countConditions(rewritten) <= RULE_LIMITS.conditions
    ? rewritten
    : null
}

/** "in X or Y" as a group of X's rule and "in Y". */
function spellOut(condition: FieldCondition, id: string, replacement: Rule): RuleGroup {
  const others = listOperands(condition.value).filter((each) => each !== id)
  const operator = condition.operator === 'all-of' ? 'all-of' : 'one-of'
  const rest: RuleNode[] = others.length === 0 ? [] : [{ kind: 'field', not: false, field: condition.field, operator, value: others }]
  return {
    kind: 'group',
    join: condition.operator === 'all-of' ? 'all' : 'any',
    not: (condition.operator === 'none-of') !== condition.not,
    rules: [replacement, ...rest]
  }
}

const measureDepth = (node: RuleNode): number =>
  node.kind === 'group' ? Math.max(0, ...node.rules.map((each) => 1 + (each.kind === 'group' ? measureDepth(each) : 0))) : 0
const countConditions = (node: RuleNode): number =>
  node.kind === 'group' ? node.rules.reduce((sum, each) => sum + countConditions(each), 0) : 1
