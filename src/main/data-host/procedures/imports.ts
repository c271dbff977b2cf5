import { host } from './base.ts'
import { CauceError } from '../../../shared/domain/errors.ts'

export const importsProcedures = {
  listPresets: host.imports.listPresets.handler(() => {
    throw new CauceError('internal')
  }),
  inspectFile: host.imports.inspectFile.handler(() => {
    throw new CauceError('internal')
  }),
  forecastImport: host.imports.forecastImport.handler(() => {
    throw new CauceError('internal')
  }),
  runImport: host.imports.runImport.handler(() => {
    throw new CauceError('internal')
  }),
  saveRejects: host.imports.saveRejects.handler(() => {
    throw new CauceError('internal')
  }),
  listBatches: host.imports.listBatches.handler(() => {
    throw new CauceError('internal')
  }),
  undoBatch: host.imports.undoBatch.handler(() => {
    throw new CauceError('internal')
  })
}
