import { INK, type Shape } from '../models/diagram-shapes.ts'
import type { Point } from '../models/geometry.ts'
import { measureText, wrapText } from '../models/text-measure.ts'
import type { DiagramLine, LineHead } from './diagram.ts'
import { keepColour } from './draw-colours.ts'
import { type Anchor, routeLine, type LineRoute } from './route-line.ts'

export { routeLine } from './route-line.ts'

const WEIGHT = 1.4
const LABEL_SIZE = 12
const LABEL_WIDTH = 240
const DASHES = { solid: null, dashed: '5 4', dotted: '1.5 3.5' } as const

/** A line with its heads and its label, in page coordinates. `route`: when it is known already. */
export function drawLine(
  line: DiagramLine,
  shapesById: ReadonlyMap<string, Anchor>,
  route: LineRoute = routeLine(line, shapesById)
): Shape[] {
  const stroke = line.style.stroke === undefined ? INK.muted : line.style.stroke === 'none' ? 'none' : keepColour(line.style.stroke)
  const weight = line.style.weight ?? WEIGHT
  const dash = DASHES[line.style.dash ?? 'solid']
  const [start, end] = [route.points[0], route.points.at(-1)]
  return [
    { kind: 'path', d: route.path, fill: 'none', stroke, weight, ...(dash === null ? {} : { dash }), onPage: true },
    ...(start ? drawHead(line.startHead, start, route.startAngle, stroke, weight) : []),
    ...(end ? drawHead(line.endHead, end, route.endAngle, stroke, weight) : []),
    ...drawLabel(line, route)
  ]
}

type Mark = 'triangle' | 'open' | 'diamond' | 'ring' | 'near-ring' | 'near-bar' | 'far-bar' | 'far-ring' | 'foot'
/** What each head is put together from: bars, rings and a crow's foot as entity diagrams have them. */
const HEADS: Readonly<Record<LineHead, readonly Mark[]>> = {
  none: [],
  arrow: ['triangle'],
  open: ['open'],
  diamond: ['diamond'],
  circle: ['near-ring'],
  one: ['near-bar', 'far-bar'],
  many: ['foot'],
  'zero-or-one': ['near-bar', 'far-ring'],
  'zero-or-many': ['foot', 'far-ring'],
  'one-or-many': ['foot', 'far-bar']
}

function drawHead(head: LineHead, tip: Point, angle: number, stroke: string, weight: number): Shape[] {
  const size = 9 + Math.max(0, weight - WEIGHT) * 2.5
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  /** A place `back` behind the tip and `aside` of the line. */
  const at = (back: number, aside: number): string =>
    `${round(tip.x - cos * back - sin * aside)},${round(tip.y - sin * back + cos * aside)}`
  const trace = (d: string, fill: string): Shape => ({ kind: 'path', d, fill, stroke, weight: Math.max(1.2, weight), onPage: true })
  const ring = (from: number): Shape => {
    const [radius, k] = [size * 0.45, size * 0.45 * 0.5523]
    const middle = from + radius
    return trace(
      `M${at(from, 0)}C${at(from, k)} ${at(middle - k, radius)} ${at(middle, radius)}C${at(middle + k, radius)} ${at(from + 2 * radius, k)} ${at(from + 2 * radius, 0)}C${at(from + 2 * radius, -k)} ${at(middle + k, -radius)} ${at(middle, -radius)}C${at(middle - k, -radius)} ${at(from, -k)} ${at(from, 0)}Z`,
      INK.paper
    )
  }
  const bar = (back: number): Shape => trace(`M${at(back, -size * 0.6)}L${at(back, size * 0.6)}`, 'none')
  const marks: Readonly<Record<Mark, () => Shape>> = {
    triangle: () => trace(`M${at(0.6, 0)}L${at(size, size * 0.44)}L${at(size, -size * 0.44)}Z`, stroke),
    open: () => trace(`M${at(size, size * 0.5)}L${at(0.6, 0)}L${at(size, -size * 0.5)}`, 'none'),
    diamond: () => trace(`M${at(0.6, 0)}L${at(size * 0.8, size * 0.42)}L${at(size * 1.6, 0)}L${at(size * 0.8, -size * 0.42)}Z`, INK.paper),
    ring: () => ring(0),
    'near-ring': () => ring(0),
    'near-bar': () => bar(size * 0.6),
    'far-bar': () => bar(size * 1.25),
    'far-ring': () => ring(size * 1.1),
    foot: () => trace(`M${at(size * 1.1, 0)}L${at(0, size * 0.6)}M${at(size * 1.1, 0)}L${at(0, -size * 0.6)}`, 'none')
  }
  return HEADS[head].map((mark) => marks[mark]())
}

const round = (value: number): number => Math.round(value * 100) / 100

interface LabelText {
  readonly lines: readonly string[]
  readonly size: number
  readonly width: number
  readonly height: number
}
function layLabel({ label, style }: DiagramLine): LabelText | null {
  if (label.trim() === '') return null
  const size = style.fontSize ?? LABEL_SIZE
  const lines = label.split(/\r?\n/u).flatMap((text) => wrapText(text, LABEL_WIDTH, size))
  const width = Math.max(...lines.map((text) => measureText(text, size))) + 8
  return { lines, size, width, height: lines.length * size * 1.28 }
}

/** The room the label of a line takes; none without one. */
export function measureLabel(line: DiagramLine): { width: number; height: number } {
  return layLabel(line) ?? { width: 0, height: 0 }
}

/** The label on the line, the page's colour behind it. */
function drawLabel(line: DiagramLine, { labelAt, labelBeside }: LineRoute): Shape[] {
  const text = layLabel(line)
  if (!text) return []
  const { lines, size, width, height } = text
  const [x, y] = [labelAt.x + (labelBeside ? width / 2 : 0), labelAt.y]
  return [
    ...(labelBeside
      ? []
      : [{ kind: 'rect', x: x - width / 2, y: y - height / 2 - 1, width, height: height + 2, radius: 4, fill: INK.paper } as const]),
    ...lines.map((text, index): Shape => ({
      kind: 'text',
      x,
      y: y - height / 2 + (index + 0.5) * size * 1.28 + size * 0.35,
      text,
      size,
      fill: line.style.ink === undefined ? INK.accentInk : keepColour(line.style.ink),
      anchor: 'middle',
      onPage: true,
      part: 'label'
    }))
  ]
}
