import type { ElementState, ModelEvidence } from '../contract/models.ts'
import type { Language } from '../domain/text.ts'
import { formatDate } from '../i18n/formats.ts'
import { translate } from '../i18n/translate.ts'
import { arrangeModel, isFrame, type Arrangement } from './arrange-model.ts'
import { drawElement } from './diagram-nodes.ts'
import { INK, type Shape, writeSvg } from './diagram-shapes.ts'
import type { Route, RouteLabel } from './edge-routes.ts'
import type { Box } from './geometry.ts'
import { hasEvidence } from './hold.ts'
import type { Model, RelationKind } from './model.ts'
import { drawState } from './node-parts.ts'
import { composeNode } from './node-text.ts'
import { SMALL_TEXT } from './node-sizes.ts'
import { LINE_STYLES } from './relation-lines.ts'
import { tellAuthors } from './tell-authors.ts'
import { fitText, measureText } from './text-measure.ts'

export interface DiagramInput {
  readonly model: Model
  /** Without it: the model alone. */
  readonly evidence: ModelEvidence | null
  readonly language: Language
  readonly currency: string
  /** The business's name. */
  readonly title: string
}
/** A drawing that stands alone carries its fonts: the @font-face rules that set this text. */
export type FontFacesFor = (text: string) => string
export interface Diagram {
  readonly shapes: readonly Shape[]
  readonly width: number
  readonly height: number
}

const MARGIN = 32
const HEADING = 76
const LEGEND = 44
const LEAST_WIDTH = 640

/** The model's diagram with its live figures as one SVG document, in the arrangement the window shows. Pure. */
export function drawDiagramSvg(input: DiagramInput, fontFacesFor: FontFacesFor = () => ''): { svg: string; width: number; height: number } {
  const { shapes, width, height } = layoutDiagram(input)
  const fontFaces = fontFacesFor(shapes.map((shape) => (shape.kind === 'text' ? shape.text : '')).join(''))
  return {
    svg: writeSvg(shapes, { width, height, title: `${input.model.name[input.language]} · ${input.title}`, fontFaces }),
    width,
    height
  }
}

/** Every shape of the diagram, placed on a canvas that starts at 0, 0. */
export function layoutDiagram(input: DiagramInput): Diagram {
  const { model, evidence, language, currency } = input
  const arrangement = arrangeModel(model, language)
  const { bounds } = arrangement
  const width = Math.max(LEAST_WIDTH, Math.ceil(bounds.width + 2 * MARGIN))
  const legend = drawLegend(collectLegend(arrangement, evidence), width, MARGIN + HEADING + bounds.height + 28, language)
  const height = Math.ceil(legend.bottom + LEGEND / 2)
  const byId = new Map(evidence?.elements.map((element) => [element.id, element]))
  const elements = arrangement.placed.map((placed) => ({
    placed,
    shapes: drawElement(
      shiftPlaced(placed, bounds),
      composeNode(placed.element, byId.get(placed.element.id), { language, currency }),
      language
    )
  }))
  const regions = elements.filter(({ placed }) => isFrame(placed.shape)).flatMap(({ shapes }) => shapes)
  const nodes = elements.filter(({ placed }) => !isFrame(placed.shape)).flatMap(({ shapes }) => shapes)
  const lines = arrangement.routes.flatMap((route) => drawRoute(route, bounds))
  return {
    shapes: [
      { kind: 'rect', x: 0, y: 0, width, height, radius: 0, fill: INK.paper },
      ...drawHeading(input, width),
      ...regions,
      ...lines,
      ...nodes,
      ...legend.shapes
    ],
    width,
    height
  }
}

function shiftBox(box: Box, bounds: Box): Box {
  return { ...box, x: box.x - bounds.x + MARGIN, y: box.y - bounds.y + MARGIN + HEADING }
}

function shiftPlaced(placed: Arrangement['placed'][number], bounds: Box): Arrangement['placed'][number] {
  return { ...placed, box: shiftBox(placed.box, bounds) }
}

function drawHeading({ model, evidence, language, title }: DiagramInput, width: number): Shape[] {
  const room = width - 2 * MARGIN
  const asOf = evidence?.asOf ? translate(language, 'common.asOf', { date: formatDate(evidence.asOf, language) }) : ''
  const asOfWidth = measureText(asOf, 12)
  const name = fitText(model.name[language], { width: room, maxLines: 1, size: 27, least: 12, face: 'title' })
  const above = fitText(tellAuthors(model, language), { width: room, maxLines: 1, size: 12, least: 7 })
  const business = fitText(title, { width: room - asOfWidth - 24, maxLines: 1, size: 12.5, least: 6 })
  return [
    ...above.lines.map((text, index): Shape => ({ kind: 'text', x: MARGIN, y: 30 + index * 12, text, size: above.size, fill: INK.muted })),
    ...name.lines.map((text, index): Shape => ({
      kind: 'text',
      x: MARGIN,
      y: 58 + index * 14,
      text,
      size: name.size,
      fill: INK.ink,
      face: 'title'
    })),
    ...business.lines.map((text): Shape => ({ kind: 'text', x: MARGIN, y: 80, text, size: business.size, fill: INK.muted })),
    ...(asOf === '' ? [] : [{ kind: 'text', x: width - MARGIN, y: 80, text: asOf, size: 12, fill: INK.muted, anchor: 'end' } as const])
  ]
}

function drawRoute({ path, style, label, points, relation }: Route, bounds: Box): Shape[] {
  const isLoop = style.line === 'dashed'
  const shapes: Shape[] = [
    {
      kind: 'path',
      d: shiftPath(path, bounds),
      fill: 'none',
      stroke: isLoop ? INK.accent : INK.muted,
      weight: style.weight === 'thin' ? 1 : 1.4,
      ...(isLoop ? { dash: '5 4', accent: true } : {}),
      head: style.head,
      ...(style.endArrow ? { arrow: style.startArrow ? ('both' as const) : ('end' as const) } : {})
    }
  ]
  return label ? [...shapes, ...drawRouteLabel(label, relation.from === relation.to, (points[0]?.x ?? 0) > label.box.x, bounds)] : shapes
}

/** A label sits on its line; that of a small loop stands beside it and covers nothing. */
function drawRouteLabel({ text, box: given }: RouteLabel, isSelfLoop: boolean, isLeftOfLine: boolean, bounds: Box): Shape[] {
  const box = shiftBox(given, bounds)
  const line = { kind: 'text', y: box.y + 14.5, text, size: SMALL_TEXT, fill: INK.accentInk } as const
  if (isSelfLoop) return [isLeftOfLine ? { ...line, x: box.x + box.width - 4, anchor: 'end' } : { ...line, x: box.x + 4 }]
  return [
    { kind: 'rect', ...box, radius: 4, fill: INK.paper },
    { ...line, x: box.x + box.width / 2, anchor: 'middle' }
  ]
}

/** Moves every point of a path made of `x,y` pairs. */
function shiftPath(path: string, bounds: Box): string {
  return path.replace(/(-?[\d.]+),(-?[\d.]+)/g, (_, x: string, y: string) => {
    const moved = shiftBox({ x: Number(x), y: Number(y), width: 0, height: 0 }, bounds)
    return `${Math.round(moved.x * 10) / 10},${Math.round(moved.y * 10) / 10}`
  })
}

interface Legend {
  kinds: RelationKind[]
  states: ElementState[]
}

/** Every kind of line and every state in use, and nothing else. */
function collectLegend({ placed, routes }: Arrangement, evidence: ModelEvidence | null): Legend {
  const drawn = new Set(placed.flatMap(({ element }) => (hasEvidence(element) ? [element.id] : [])))
  return {
    kinds: [...new Set(routes.map(({ relation }) => relation.kind))],
    states: [...new Set(evidence?.elements.flatMap(({ id, state }) => (drawn.has(id) ? [state] : [])))]
  }
}

function drawLegend({ kinds, states }: Legend, width: number, top: number, language: Language): { shapes: Shape[]; bottom: number } {
  const entries = [
    ...kinds.map((kind) => ({
      text: translate(language, `canvas.line.${kind}`),
      draw: (x: number, y: number) => drawLineSample(kind, x, y),
      space: 30
    })),
    ...states.map((state) => ({
      text: translate(language, `canvas.state.${state}`),
      draw: (x: number, y: number) => drawState(state, x + 8, y),
      space: 20
    }))
  ]
  const shapes: Shape[] = []
  let [x, y] = [MARGIN, top]
  for (const { text, draw, space } of entries) {
    const needed = space + measureText(text, 11.5) + 22
    if (x > MARGIN && x + needed > width - MARGIN) [x, y] = [MARGIN, y + 22]
    shapes.push(...draw(x, y - 4), { kind: 'text', x: x + space, y, text, size: 11.5, fill: INK.muted })
    x += needed
  }
  return { shapes, bottom: y }
}

function drawLineSample(kind: RelationKind, x: number, y: number): Shape[] {
  const style = LINE_STYLES[kind]
  if (!style) return []
  const isLoop = style.line === 'dashed'
  return [
    {
      kind: 'path',
      d: `M${x},${y}H${x + 23}`,
      fill: 'none',
      stroke: isLoop ? INK.accent : INK.muted,
      weight: 1.4,
      arrow: style.startArrow ? 'both' : 'end',
      head: style.head,
      ...(isLoop ? { dash: '5 4', accent: true } : {})
    }
  ]
}
