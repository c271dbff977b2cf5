import { CauceError } from '../../../shared/domain/errors.ts'
import type { SegmentSummary } from '../../../shared/contract/segments.ts'
import { findHomes } from '../../../shared/models/find-homes.ts'
import type { OpenWorkspace } from '../context.ts'
import { readSettings } from '../database/settings.ts'
import { describeElementLinks } from '../evidence/element-links.ts'
import { ensureFigures } from '../figures/ensure-figures.ts'
import type { Figures } from '../figures/figures.ts'
import { loadCrosswalk } from '../models/load-catalogue.ts'
import { loadAllModels } from '../models/workspace-models.ts'
import { fillRule, listRuleNumbers } from '../segments/fill-rule.ts'
import { host } from './base.ts'

export const compareProcedures = {
  findHomes: host.compare.findHomes.handler(async ({ context, input }) => {
    const workspace = context.workspace()
    const figures = await ensureFigures(workspace, context.resourcesDir)
    const segments = 'segmentId' in input ? [figures.segmentSummary(input.segmentId)] : listSegmentsOf(figures, input.customerId)
    const ids = segments.map(({ id }) => id)
    return {
      segments: fillRules(segments, workspace, figures),
      models: loadAllModels(context).models.map((model) => findHomes(model, describeElementLinks(workspace.read, model), ids))
    }
  }),
  getCrosswalk: host.compare.getCrosswalk.handler(({ context }) => loadCrosswalk(context.resourcesDir))
}

/** The segments a customer is in now; `not-found` for nobody. */
function listSegmentsOf(figures: Figures, customerId: number): SegmentSummary[] {
  if (figures.indexOf(customerId) < 0) throw new CauceError('not-found', { what: 'customer' })
  return figures.segmentSummaries().filter(({ id }) => figures.isMember(id, customerId))
}

function fillRules(segments: readonly SegmentSummary[], workspace: OpenWorkspace, figures: Figures): SegmentSummary[] {
  const numbers = listRuleNumbers(readSettings(workspace.read), figures.lifecycleThresholds)
  return segments.map((segment) => fillRule(segment, numbers))
}
