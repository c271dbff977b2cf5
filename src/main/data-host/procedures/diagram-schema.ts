import { CauceError } from '../../../shared/domain/errors.ts'
import { host } from './base.ts'

/** Schemas of CRM software as entity diagrams. */
export const diagramSchemaProcedures = {
  inspectSchema: host.diagrams.inspectSchema.handler(() => {
    throw new CauceError('internal')
  }),
  importSchema: host.diagrams.importSchema.handler(() => {
    throw new CauceError('internal')
  })
}
