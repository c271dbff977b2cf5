import { CauceError } from '../../../shared/domain/errors.ts'
import type { HostContext } from '../context.ts'
import { readSettings } from '../database/settings.ts'
import { ensureFigures } from '../figures/ensure-figures.ts'
import type { Figures } from '../figures/figures.ts'
import { addBelowZero } from '../segments/below-zero.ts'
import { fillRule, listRuleNumbers } from '../segments/fill-rule.ts'
import { countMask } from '../segments/own-segments.ts'
import type { Mask } from '../segments/rule-engine/answer-conditions.ts'
import { host } from './base.ts'
import { ownSegmentProcedures } from './own-segments.ts'
import { segmentListProcedures } from './segment-lists.ts'
import { readPageOf, segmentRuleProcedures } from './segment-rules.ts'

/** Which region each customer is in: bit k set for the k-th segment. */
async function overlay(context: HostContext, ids: readonly string[]): Promise<{ figures: Figures; masks: Mask[] }> {
  const figures = await ensureFigures(context.workspace(), context.resourcesDir)
  if (new Set(ids).size < ids.length) throw new CauceError('invalid-value')
  const masks = ids.map((id) => {
    const mask = figures.segmentMask(id)
    if (!mask) throw new CauceError('segment-unanswered')
    return mask
  })
  return { figures, masks }
}

/** Customers in just those of the segments that the region names: `10`, `011`. */
function markRegion(masks: readonly Mask[], region: string): Mask {
  const wanted = Array.from(region, Number)
  const first = masks[0] ?? new Uint8Array()
  return first.map((_, i) => (masks.every((mask, place) => mask[i] === wanted[place]) ? 1 : 0))
}

/** Every region of two or three segments but the one outside all: `10`, `01`, `11`. */
function listRegions(segments: number): string[] {
  return Array.from({ length: 2 ** segments - 1 }, (_, code) =>
    Array.from((code + 1).toString(2).padStart(segments, '0'))
      .reverse()
      .join('')
  )
}

export const segmentsProcedures = {
  listSegments: host.segments.listSegments.handler(async ({ context }) => {
    const workspace = context.workspace()
    const figures = await ensureFigures(workspace, context.resourcesDir)
    const numbers = listRuleNumbers(readSettings(workspace.read), figures.lifecycleThresholds)
    // What stands in braces in a person's own rule is theirs.
    return figures
      .segmentSummaries()
      .map((segment) => (segment.kind === 'own' ? segment : addBelowZero(fillRule(segment, numbers), figures)))
  }),

  findOverlap: host.segments.findOverlap.handler(async ({ context, input: { ids } }) => {
    const { figures, masks } = await overlay(context, ids)
    const regions = listRegions(ids.length).map((region) => ({ region, ...countMask(markRegion(masks, region), figures) }))
    const all = regions.reduce((sum, { customers }) => sum + customers, 0)
    const hasOrders = figures.lifecycleThresholds !== null
    return {
      segments: ids.map((id) => {
        const { name, customers } = figures.segmentSummary(id)
        return { id, name, customers: customers ?? 0 }
      }),
      regions: regions.map(({ region, customers, revenueWindow }) => ({
        region,
        customers,
        share: all > 0 ? customers / all : null,
        revenueMinor: hasOrders ? revenueWindow : null,
        revenueShare: figures.revenueWindowTotal > 0 ? revenueWindow / figures.revenueWindowTotal : null
      }))
    }
  }),

  listRegion: host.segments.listRegion.handler(async ({ context, input }) => {
    const { figures, masks } = await overlay(context, input.ids)
    if (input.region.length !== input.ids.length || !input.region.includes('1')) throw new CauceError('invalid-value')
    return readPageOf(context.workspace(), figures, markRegion(masks, input.region), input)
  }),

  ...segmentRuleProcedures,
  ...ownSegmentProcedures,
  ...segmentListProcedures
}
