import { readSettings } from '../database/settings.ts'
import { ensureFigures } from '../figures/ensure-figures.ts'
import { addBelowZero } from '../segments/below-zero.ts'
import { fillRule, listRuleNumbers } from '../segments/fill-rule.ts'
import { host } from './base.ts'

export const segmentsProcedures = {
  listSegments: host.segments.listSegments.handler(async ({ context }) => {
    const workspace = context.workspace()
    const figures = await ensureFigures(workspace, context.resourcesDir)
    const numbers = listRuleNumbers(readSettings(workspace.read), figures.lifecycleThresholds)
    return figures.segmentSummaries().map((segment) => addBelowZero(fillRule(segment, numbers), figures))
  })
}
