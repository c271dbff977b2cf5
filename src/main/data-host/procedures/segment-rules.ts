import type { CustomerRow } from '../../../shared/contract/customers.ts'
import type { RuleAnswer, RuleProblem } from '../../../shared/contract/segments.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { checkRule } from '../../../shared/segments/check-rule.ts'
import { describeRule } from '../../../shared/segments/describe-rule.ts'
import type { Rule } from '../../../shared/segments/rule.ts'
import type { HostContext, OpenWorkspace } from '../context.ts'
import { ensureFigures } from '../figures/ensure-figures.ts'
import type { Figures } from '../figures/figures.ts'
import { readCustomerRows } from '../repositories/customers.ts'
import { listRuleFields } from '../segments/list-fields.ts'
import { countMask, listOwnSegments, makeStateOf, type OwnSegmentRow } from '../segments/own-segments.ts'
import { readReadingWords } from '../segments/reading-words.ts'
import { answerRule } from '../segments/rule-engine/answer-rule.ts'
import type { Mask } from '../segments/rule-engine/answer-conditions.ts'
import { countOnes, listPositions } from '../segments/rule-engine/combine-rule.ts'
import { host } from './base.ts'

/** Customers shown with a count. */
const SHOWN = 20

/** The newest count of each draft; older ones stop. */
const newest = new WeakMap<OpenWorkspace, Map<string, number>>()

function supersedeOthers(workspace: OpenWorkspace, draft: string, signal: AbortSignal | undefined): () => boolean {
  const counts = newest.get(workspace) ?? new Map<string, number>()
  newest.set(workspace, counts)
  const mine = (counts.get(draft) ?? 0) + 1
  counts.set(draft, mine)
  return () => counts.get(draft) !== mine || signal?.aborted === true || !workspace.read.open
}

/** One page of a set of customers. */
export function readPageOf(
  workspace: OpenWorkspace,
  figures: Figures,
  mask: Mask,
  { offset, limit }: { offset: number; limit: number }
): { total: number; rows: CustomerRow[] } {
  const positions = listPositions(mask)
  return { total: positions.length, rows: readCustomerRows(workspace.read, figures, positions.subarray(offset, offset + limit)) }
}

/** Who meets a rule now; refuses what can't be answered. */
export async function requireRuleMask(workspace: OpenWorkspace, figures: Figures, rule: Rule, from: string | null = null): Promise<Mask> {
  requireSound(figures, listOwnSegments(workspace.read), rule, from)
  const answer = await answerRule(workspace, figures, rule, { ofSegment: (id) => Promise.resolve(segmentOf(figures, id)) })
  if (!answer) throw new CauceError('no-workspace')
  if (answer.unanswered.length > 0) throw new CauceError('segment-unanswered')
  return answer.mask
}

/** Refuses a rule that says too little, or that leads back to its own segment. */
export function requireSound(figures: Figures, rows: readonly OwnSegmentRow[], rule: Rule, from: string | null): void {
  const stateOf = makeStateOf(figures, rows, from)
  const faults = checkRule(rule, stateOf)
  if (faults.length === 0) return
  const isCycle = checkRule(rule, (id) => (stateOf(id) === 'cycle' ? 'there' : stateOf(id))).length === 0
  throw new CauceError(isCycle ? 'rule-cycle' : 'rule-incomplete')
}

function segmentOf(figures: Figures, id: string): Mask | NonNullable<ReturnType<Figures['segmentSummary']>['missing']> {
  const mask = figures.segmentMask(id)
  const missing = figures.segmentSummary(id).missing
  if (mask) return mask
  if (missing) return missing
  throw new CauceError('not-found', { what: id })
}

async function countRule(
  context: HostContext,
  rule: Rule,
  segmentId: string | null,
  isStale: (workspace: OpenWorkspace) => () => boolean
): Promise<RuleAnswer> {
  const workspace = context.workspace()
  const stale = isStale(workspace)
  const figures = await ensureFigures(workspace, context.resourcesDir)
  if (stale()) return { state: 'superseded' }
  const start = performance.now()
  const rows = listOwnSegments(workspace.read)
  const reading = describeRule(rule, readReadingWords(workspace.read, context.resourcesDir, figures, rows))
  const problems: RuleProblem[] = checkRule(rule, makeStateOf(figures, rows, segmentId)).map(({ path, text }) => ({
    path: [...path],
    text
  }))
  if (problems.length > 0) return { state: 'incomplete', reading, problems }
  const parts: { path: number[]; customers: number }[] = []
  const answer = await answerRule(workspace, figures, rule, {
    ofSegment: (id) => Promise.resolve(segmentOf(figures, id)),
    isStale: stale,
    note: (path, mask) => parts.push({ path: [...path], customers: countOnes(mask) })
  })
  if (!answer) return { state: 'superseded' }
  if (answer.unanswered.length > 0)
    return {
      state: 'incomplete',
      reading,
      problems: answer.unanswered.map(({ path, missing }) => ({ path: [...path], text: missing.hint }))
    }
  const { customers, revenueWindow } = countMask(answer.mask, figures)
  const total = figures.customerIds.length
  return {
    state: 'counted',
    reading,
    customers,
    share: total > 0 ? customers / total : null,
    revenueMinor: figures.lifecycleThresholds === null ? null : revenueWindow,
    revenueShare: figures.revenueWindowTotal > 0 ? revenueWindow / figures.revenueWindowTotal : null,
    first: readPageOf(workspace, figures, answer.mask, { offset: 0, limit: SHOWN }).rows,
    parts,
    asOf: figures.asOf,
    ms: performance.now() - start
  }
}

/** What rules may ask, and who meets one as it is written. */
export const segmentRuleProcedures = {
  listFields: host.segments.listFields.handler(async ({ context }) => {
    const workspace = context.workspace()
    return listRuleFields(workspace, await ensureFigures(workspace, context.resourcesDir))
  }),

  countRule: host.segments.countRule.handler(({ context, input, signal }) =>
    countRule(context, input.rule, input.segmentId, (workspace) => supersedeOthers(workspace, input.draft, signal))
  ),

  listRuleCustomers: host.segments.listRuleCustomers.handler(async ({ context, input }) => {
    const workspace = context.workspace()
    const figures = await ensureFigures(workspace, context.resourcesDir)
    return readPageOf(workspace, figures, await requireRuleMask(workspace, figures, input.rule), input)
  })
}
