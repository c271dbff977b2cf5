import type { z } from 'zod'
import type { LinkState, PictureOptions } from '../../../../shared/contract/diagrams.ts'
import { isLine, isShape, type DiagramContent } from '../../../../shared/diagrams/diagram.ts'
import { drawContent } from '../../../../shared/diagrams/draw-content.ts'
import { drawLegend, makeLegend } from '../../../../shared/diagrams/legend.ts'
import { makeLiveFigures } from '../../../../shared/diagrams/with-figures.ts'
import { formatDate, formatNumber } from '../../../../shared/i18n/formats.ts'
import { translate } from '../../../../shared/i18n/translate.ts'
import { INK, type Shape, writeSvg } from '../../../../shared/models/diagram-shapes.ts'
import type { HostContext } from '../../context.ts'
import { readLinks } from '../links/read-links.ts'
import { findShownSubject, type Subject } from './find-subject.ts'

export type PictureRequest = z.output<typeof PictureOptions> & { readonly subject: Subject }
export interface Picture {
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly name: string
}
/** The @font-face rules that set this text. */
export type FontFacesFor = (text: string) => string

const MARGIN = 24
/** A legend is not folded narrower than this. */
const LEAST_WIDTH = 420

/** A diagram of the workspace, or a model drawn as one, as one SVG document with its fonts, live figures and legend. Throws `not-found`. */
export async function drawPicture(
  context: HostContext,
  { subject, language, isTransparent, isMasked }: PictureRequest,
  fontFacesFor: FontFacesFor
): Promise<Picture> {
  const { name, content } = await findShownSubject(context, { subject, language, isMasked })
  const answers = await answerLinks(isMasked ? { ...context, mask: { isOn: true } } : context, content)
  const reader = { language, currency: answers.currency }
  const drawn = drawContent(content, { figures: makeLiveFigures(content.items, answers.links, reader), language })
  const legend = makeLegend(content.items, answers.links, reader)
  const width = legend.length > 0 ? Math.max(drawn.width, LEAST_WIDTH) : drawn.width
  const foot = drawLegend(legend, { x: MARGIN, y: drawn.height, width: width - 2 * MARGIN })
  const asOf = answers.asOf === null ? '' : translate(language, 'diagramShapes.picture.asOf', { date: formatDate(answers.asOf, language) })
  const date: Shape[] =
    asOf === '' ? [] : [{ kind: 'text', x: MARGIN, y: drawn.height + foot.height + 14, text: asOf, size: 11.5, fill: INK.muted }]
  const height = drawn.height + foot.height + (date.length > 0 ? 22 : 0) + (foot.height + date.length > 0 ? MARGIN / 2 : 0)
  const ground: Shape[] = isTransparent ? [] : [{ kind: 'rect', x: 0, y: 0, width, height, radius: 0, fill: INK.paper }]
  const shapes = [...ground, ...drawn.shapes, ...foot.shapes, ...date]
  const fontFaces = fontFacesFor(shapes.map((shape) => (shape.kind === 'text' ? shape.text : '')).join(''))
  const description = [describeSize(content, language), ...legend.map(({ text }) => text), asOf].filter((text) => text !== '').join('. ')
  return { svg: writeSvg(shapes, { width, height, title: name, description, fontFaces }), width, height, name }
}

/** What every link says; without a workspace nothing does. */
async function answerLinks(
  context: HostContext,
  { items }: DiagramContent
): Promise<{ asOf: string | null; currency: string; links: LinkState[] }> {
  const links = items.flatMap((item) => (isShape(item) && item.link ? [{ itemId: item.id, link: item.link }] : []))
  return links.length > 0 && context.current ? readLinks(context, links) : { asOf: null, currency: 'EUR', links: [] }
}

function describeSize({ items }: DiagramContent, language: 'es' | 'en'): string {
  const [shapes, lines] = [items.filter(isShape).length, items.filter(isLine).length]
  return translate(language, 'diagramShapes.picture.size', {
    shapes: translate(language, 'diagramShapes.picture.shapes', { count: shapes, value: formatNumber(shapes, language) }),
    lines: translate(language, 'diagramShapes.picture.lines', { count: lines, value: formatNumber(lines, language) })
  })
}
