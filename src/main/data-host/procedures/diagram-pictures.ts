import type { Language } from '../../../shared/domain/text.ts'
import type { DiagramContent } from '../../../shared/diagrams/diagram.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { fillTemplate } from '../../../shared/diagrams/templates.ts'
import type { HostContext } from '../context.ts'
import { drawPicture, type Picture, type PictureRequest } from '../diagrams/pictures/draw-picture.ts'
import { findSubject } from '../diagrams/pictures/find-subject.ts'
import { loadTemplates } from '../diagrams/pictures/load-templates.ts'
import { embedFonts } from '../reports/embed-fonts.ts'
import { host } from './base.ts'

/** A template in the person's language. Throws `not-found`. */
export function makeFromTemplate({ resourcesDir }: HostContext, templateId: string, language: Language): DiagramContent {
  const template = loadTemplates(resourcesDir).find(({ id }) => id === templateId)
  if (!template) throw new CauceError('not-found', { what: templateId })
  return fillTemplate(template, language)
}

/** A model drawn as a diagram with its links. Throws `not-found`. */
export function makeFromModel(context: HostContext, modelId: string, view: string | undefined, language: Language): DiagramContent {
  return findSubject(context, { modelId, ...(view === undefined ? {} : { view }) }, language).content
}

/** The SVG of a diagram or a model, its fonts inside. */
export const renderPicture = (context: HostContext, request: PictureRequest): Promise<Picture> =>
  drawPicture(context, request, (words) => embedFonts(context.resourcesDir, words))

/** Diagrams drawn: models, templates and pictures of what is kept. */
export const diagramPictureProcedures = {
  drawModel: host.diagrams.drawModel.handler(({ context, input }) => makeFromModel(context, input.modelId, input.view, input.language)),
  listTemplates: host.diagrams.listTemplates.handler(({ context }) =>
    loadTemplates(context.resourcesDir).map((template) => ({
      id: template.id,
      name: template.name,
      description: {
        en: `${template.description.en} ${template.source.en}`,
        es: `${template.description.es} ${template.source.es}`
      },
      content: { en: fillTemplate(template, 'en'), es: fillTemplate(template, 'es') }
    }))
  ),
  renderDiagram: host.diagrams.renderDiagram.handler(({ context, input }) => renderPicture(context, input))
}
