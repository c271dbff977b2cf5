import type { Language } from '../domain/text.ts'
import type { Shape, TextShape } from '../models/diagram-shapes.ts'
import { union, type Box } from '../models/geometry.ts'
import { measureText } from '../models/text-measure.ts'
import { isShape, type DiagramContent, type DiagramItem } from './diagram.ts'
import { drawLine, routeLine } from './draw-line.ts'
import { sortForDrawing } from './draw-order.ts'
import { boxOf, drawShape } from './draw-shape.ts'
import type { Anchor } from './route-line.ts'
import type { LiveFigure } from './with-figures.ts'

interface DrawnContent {
  /** From back to front, in a page that starts at 0, 0. */
  readonly shapes: readonly Shape[]
  readonly width: number
  readonly height: number
}
interface ContentReader {
  readonly figures: ReadonlyMap<string, LiveFigure>
  readonly language: Language
}

/** Free page around everything. */
const MARGIN = 24

/** Everything of a diagram from back to front, in its own page coordinates. */
function drawItems({ items }: DiagramContent, { figures, language }: ContentReader): Shape[] {
  const anchors = new Map<string, Anchor>()
  for (const item of items) if (isShape(item)) anchors.set(item.id, { ...boxOf(item, figures.get(item.id) ?? null), kind: item.kind })
  const draw = (item: DiagramItem): Shape[] =>
    isShape(item) ? drawShape(item, figures.get(item.id) ?? null, language) : drawLine(item, anchors, routeLine(item, anchors))
  return sortForDrawing(items).flatMap(draw)
}

/** The whole diagram on a page of its own size. */
export function drawContent(content: DiagramContent, reader: ContentReader): DrawnContent {
  const shapes = drawItems(content, reader)
  const bounds = union(shapes.flatMap((shape) => measureShape(shape) ?? [])) ?? { x: 0, y: 0, width: 1, height: 1 }
  const [dx, dy] = [MARGIN - Math.floor(bounds.x), MARGIN - Math.floor(bounds.y)]
  return {
    shapes: shapes.map((shape) => moveShape(shape, dx, dy)),
    width: Math.ceil(bounds.width) + 2 * MARGIN,
    height: Math.ceil(bounds.height) + 2 * MARGIN
  }
}

/** The room a shape of the drawing takes; null: none. A path takes what its points span, controls of its curves included. */
export function measureShape(shape: Shape): Box | null {
  if (shape.kind === 'text') return measureTextBox(shape)
  if (shape.kind !== 'path') return { x: shape.x, y: shape.y, width: shape.width, height: shape.height }
  if (shape.at) return { x: shape.at.x, y: shape.at.y, width: 24 * shape.at.scale, height: 24 * shape.at.scale }
  const points = Array.from(shape.d.matchAll(/(-?[\d.]+),(-?[\d.]+)/gu), ([, x, y]) => ({
    x: Number(x),
    y: Number(y),
    width: 0,
    height: 0
  }))
  return union(points)
}

function measureTextBox({ x, y, text, size, anchor = 'start', face, turn }: TextShape): Box {
  const width = measureText(text, size, face)
  const left = anchor === 'start' ? 0 : anchor === 'middle' ? -width / 2 : -width
  if (turn === -90) return { x: x - size * 0.8, y: y - left - width, width: size, height: width }
  return { x: x + left, y: y - size * 0.8, width, height: size }
}

/** The same elsewhere. */
function moveShape(shape: Shape, dx: number, dy: number): Shape {
  if (shape.kind !== 'path') return { ...shape, x: shape.x + dx, y: shape.y + dy }
  const at = shape.at ?? { x: 0, y: 0, scale: 1 }
  return { ...shape, at: { ...at, x: at.x + dx, y: at.y + dy } }
}
