import { host } from './base.ts'
import { CauceError } from '../../../shared/domain/errors.ts'

export const modelsProcedures = {
  listModels: host.models.listModels.handler(() => {
    throw new CauceError('internal')
  }),
  getModel: host.models.getModel.handler(() => {
    throw new CauceError('internal')
  }),
  checkModel: host.models.checkModel.handler(() => {
    throw new CauceError('internal')
  }),
  getEvidence: host.models.getEvidence.handler(() => {
    throw new CauceError('internal')
  }),
  listKpis: host.models.listKpis.handler(() => {
    throw new CauceError('internal')
  }),
  listMissingData: host.models.listMissingData.handler(() => {
    throw new CauceError('internal')
  })
}
