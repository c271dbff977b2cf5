import type { Missing } from '../../../../shared/contract/segments.ts'
import { listNamedSegments } from '../../../../shared/segments/check-rule.ts'
import { listOperands } from '../../../../shared/segments/compare.ts'
import type { Rule, RuleNode } from '../../../../shared/segments/rule.ts'
import type { OpenWorkspace } from '../../context.ts'
import type { Figures } from '../../figures/figures.ts'
import { answerConditions, type AnswerOptions, type Mask } from './answer-conditions.ts'
import { combineRule } from './combine-rule.ts'
import { isOnSegments, listConditions } from './compile-rule.ts'
import { findMissing } from './find-missing.ts'

export interface RuleOptions extends AnswerOptions {
  /** Who is in a segment the rule names, or why that has no answer. */
  readonly ofSegment: (segmentId: string) => Promise<Mask | Missing>
  /** Hears of every part by path. */
  readonly note?: (path: readonly number[], mask: Mask) => void
}

export interface RuleResult {
  /** Nobody, where something is unanswered. */
  readonly mask: Mask
  /** Conditions the data can't answer. */
  readonly unanswered: readonly { readonly path: readonly number[]; readonly missing: Missing }[]
}

/** Who meets a rule that `checkRule` found nothing wrong with. Null: `isStale` said so. */
export async function answerRule(workspace: OpenWorkspace, figures: Figures, rule: Rule, options: RuleOptions): Promise<RuleResult | null> {
  const segments = new Map<string, Mask | Missing>()
  for (const id of listNamedSegments(rule)) segments.set(id, await options.ofSegment(id))
  const unanswered = listUnanswered(workspace, figures, rule, segments)
  const customers = figures.customerIds.length
  if (unanswered.length > 0) return { mask: new Uint8Array(customers), unanswered }
  const masks = await answerConditions(workspace, figures, listConditions(rule), options)
  if (!masks) return null
  const nobody = new Uint8Array(customers)
  const ofSegment = (id: string): Mask => {
    const mask = segments.get(id)
    return mask instanceof Uint8Array ? mask : nobody
  }
  const mask = combineRule(rule, { customers, ofCondition: (key) => masks.get(key) ?? nobody, ofSegment }, options.note)
  return { mask, unanswered }
}

function listUnanswered(
  workspace: OpenWorkspace,
  figures: Figures,
  rule: Rule,
  segments: ReadonlyMap<string, Mask | Missing>
): RuleResult['unanswered'] {
  const visit = (node: RuleNode, path: readonly number[]): RuleResult['unanswered'] => {
    if (node.kind === 'group') return node.rules.flatMap((each, place) => visit(each, [...path, place]))
    const missing = isOnSegments(node)
      ? listOperands(node.value)
          .map((id) => segments.get(String(id)))
          .find((each) => each !== undefined && !(each instanceof Uint8Array))
      : findMissing(workspace.read, figures, node)
    return missing && !(missing instanceof Uint8Array) ? [{ path, missing }] : []
  }
  return visit(rule, [])
}
