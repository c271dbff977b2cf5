import { CauceError } from '../../../shared/domain/errors.ts'
import type { Model } from '../../../shared/models/model.ts'
import { loadKpis } from '../models/load-catalogue.ts'
import { checkModelFile, loadModels } from '../models/load-models.ts'
import { host } from './base.ts'

/** The model of that id; `not-found` when no good file has it. */
function findModel(resourcesDir: string, id: string): Model {
  const model = loadModels(resourcesDir).models.find((each) => each.id === id)
  if (!model) throw new CauceError('not-found', { what: id })
  return model
}

export const modelsProcedures = {
  listModels: host.models.listModels.handler(({ context }) => loadModels(context.resourcesDir)),
  getModel: host.models.getModel.handler(({ context, input }) => findModel(context.resourcesDir, input.id)),
  checkModel: host.models.checkModel.handler(({ context, input }) => {
    const { problems } = checkModelFile(context.files.resolve(input.fileToken), context.resourcesDir)
    return { ok: problems.length === 0, problems }
  }),
  getEvidence: host.models.getEvidence.handler(() => {
    throw new CauceError('internal')
  }),
  listKpis: host.models.listKpis.handler(({ context }) => loadKpis(context.resourcesDir)),
  listMissingData: host.models.listMissingData.handler(() => {
    throw new CauceError('internal')
  })
}
