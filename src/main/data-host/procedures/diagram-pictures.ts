import { CauceError } from '../../../shared/domain/errors.ts'
import { host } from './base.ts'

/** Diagrams drawn: models, templates and pictures of what is kept. */
export const diagramPictureProcedures = {
  drawModel: host.diagrams.drawModel.handler(() => {
    throw new CauceError('internal')
  }),
  listTemplates: host.diagrams.listTemplates.handler(() => {
    throw new CauceError('internal')
  }),
  renderDiagram: host.diagrams.renderDiagram.handler(() => {
    throw new CauceError('internal')
  })
}
