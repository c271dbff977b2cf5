import { CauceError } from '../../../shared/domain/errors.ts'
import { readSettings } from '../database/settings.ts'
import { ensureFigures } from '../figures/ensure-figures.ts'
import { addBelowZero } from '../segments/below-zero.ts'
import { fillRule, listRuleNumbers } from '../segments/fill-rule.ts'
import { host } from './base.ts'

/** Stands in until the engine behind it is there. */
const later = (): never => {
  throw new CauceError('busy')
}

export const segmentsProcedures = {
  listSegments: host.segments.listSegments.handler(async ({ context }) => {
    const workspace = context.workspace()
    const figures = await ensureFigures(workspace, context.resourcesDir)
    const numbers = listRuleNumbers(readSettings(workspace.read), figures.lifecycleThresholds)
    return figures.segmentSummaries().map((segment) => addBelowZero(fillRule(segment, numbers), figures))
  }),
  listFields: host.segments.listFields.handler(later),
  countRule: host.segments.countRule.handler(later),
  listRuleCustomers: host.segments.listRuleCustomers.handler(later),
  getSegment: host.segments.getSegment.handler(later),
  createSegment: host.segments.createSegment.handler(later),
  updateSegment: host.segments.updateSegment.handler(later),
  duplicateSegment: host.segments.duplicateSegment.handler(later),
  listUses: host.segments.listUses.handler(later),
  deleteSegment: host.segments.deleteSegment.handler(later),
  createList: host.segments.createList.handler(later),
  addMembers: host.segments.addMembers.handler(later),
  removeMembers: host.segments.removeMembers.handler(later),
  takeSnapshot: host.segments.takeSnapshot.handler(later),
  deleteSnapshot: host.segments.deleteSnapshot.handler(later),
  compareSnapshots: host.segments.compareSnapshots.handler(later),
  listMovement: host.segments.listMovement.handler(later),
  findOverlap: host.segments.findOverlap.handler(later),
  listRegion: host.segments.listRegion.handler(later)
}
