import { CauceError } from '../../../shared/domain/errors.ts'
import { host } from './base.ts'

/** Diagrams as files and texts of other programs. */
export const diagramExchangeProcedures = {
  saveDiagram: host.diagrams.saveDiagram.handler(() => {
    throw new CauceError('internal')
  }),
  writeText: host.diagrams.writeText.handler(() => {
    throw new CauceError('internal')
  }),
  importDiagram: host.diagrams.importDiagram.handler(() => {
    throw new CauceError('internal')
  }),
  readText: host.diagrams.readText.handler(() => {
    throw new CauceError('internal')
  })
}
