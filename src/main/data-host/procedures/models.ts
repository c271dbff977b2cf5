import { listMissingKinds } from '../evidence/missing-data.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { computeMetric, computeModelEvidence } from '../evidence/model-evidence.ts'
import { ensureFigures, ensureLiveFigures } from '../figures/ensure-figures.ts'
import { loadKpis } from '../models/load-catalogue.ts'
import { checkModelFile } from '../models/load-models.ts'
import { findAnyModel, loadAllModels } from '../models/workspace-models.ts'
import { host } from './base.ts'
import { evidenceEditProcedures } from './evidence-edits.ts'
import { kpiEntryProcedures } from './kpi-entries.ts'

export const modelsProcedures = {
  ...kpiEntryProcedures,
  ...evidenceEditProcedures,
  listModels: host.models.listModels.handler(({ context }) => loadAllModels(context)),
  getModel: host.models.getModel.handler(({ context, input }) => findAnyModel(context, input.id)),
  checkModel: host.models.checkModel.handler(({ context, input }) => {
    const { problems, canImport } = checkModelFile(context.files.resolve(input.fileToken), context.resourcesDir)
    return { ok: problems.length === 0, canImport, problems }
  }),
  getEvidence: host.models.getEvidence.handler(async ({ context, input }) => {
    const workspace = context.workspace()
    const model = findAnyModel(context, input.modelId)
    return computeModelEvidence(workspace, model, context.resourcesDir, await ensureLiveFigures(workspace, context.resourcesDir))
  }),
  getMetric: host.models.getMetric.handler(async ({ context, input }) => {
    const workspace = context.workspace()
    const figures = await ensureFigures(workspace, context.resourcesDir)
    const metric = await computeMetric(workspace, input.id, context.resourcesDir, figures)
    if (!metric) throw new CauceError('not-found', { what: input.id })
    return metric
  }),
  listKpis: host.models.listKpis.handler(({ context }) => loadKpis(context.resourcesDir)),
  listMissingData: host.models.listMissingData.handler(async ({ context }) => {
    const workspace = context.workspace()
    return listMissingKinds(workspace, await ensureFigures(workspace, context.resourcesDir))
  })
}
