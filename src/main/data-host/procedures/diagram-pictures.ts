import type { Language } from '../../../shared/domain/text.ts'
import type { DiagramContent } from '../../../shared/diagrams/diagram.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { HostContext } from '../context.ts'
import { host } from './base.ts'

/** A template in the person's language. Throws `not-found`. */
export function makeFromTemplate(_context: HostContext, _templateId: string, _language: Language): DiagramContent {
  throw new CauceError('internal')
}

/** A model drawn as a diagram with its links. Throws `not-found`. */
export function makeFromModel(_context: HostContext, _modelId: string, _view: string | undefined, _language: Language): DiagramContent {
  throw new CauceError('internal')
}

/** Diagrams drawn: models, templates and pictures of what is kept. */
export const diagramPictureProcedures = {
  drawModel: host.diagrams.drawModel.handler(({ context, input }) => makeFromModel(context, input.modelId, input.view, input.language)),
  listTemplates: host.diagrams.listTemplates.handler(() => {
    throw new CauceError('internal')
  }),
  renderDiagram: host.diagrams.renderDiagram.handler(() => {
    throw new CauceError('internal')
  })
}
