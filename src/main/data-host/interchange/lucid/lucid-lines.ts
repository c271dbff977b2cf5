import {
  type DiagramLine,
  type DiagramShape,
  isAttached,
  type LineEnd,
  type LineHead,
  type Side
} from '../../../../shared/diagrams/diagram.ts'
import { SHAPE_LOOKS } from '../../../../shared/diagrams/shape-kinds.ts'
import { INK } from '../../../../shared/models/diagram-shapes.ts'
import { toOpaque, writeMarkup } from './lucid-text.ts'

interface Point {
  readonly x: number
  readonly y: number
}
type Json = Readonly<Record<string, unknown>>

const STYLES: Readonly<Record<LineHead, string>> = {
  none: 'none',
  arrow: 'arrow',
  open: 'openArrow',
  diamond: 'composition',
  circle: 'openCircle',
  one: 'exactlyOne',
  many: 'many',
  'zero-or-one': 'zeroOrOne',
  'zero-or-many': 'zeroOrMore',
  'one-or-many': 'oneOrMore'
}
const TYPES = { elbow: 'elbow', straight: 'straight', curve: 'curved' } as const
/** The place on a side, in shares of the shape. */
function placeOn(side: Side, at: number): Point {
  if (side === 'top' || side === 'bottom') return { x: at, y: side === 'top' ? 0 : 1 }
  return { x: side === 'left' ? 0 : 1, y: at }
}

const round = (value: number): number => Math.round(value * 100) / 100
const roundPoint = ({ x, y }: Point): Point => ({ x: round(x), y: round(y) })
const centreOf = ({ x, y, width, height }: DiagramShape): Point => ({ x: x + width / 2, y: y + height / 2 })

/** The side of a shape that faces a point. */
function findSide(shape: DiagramShape, { x, y }: Point): Side {
  const centre = centreOf(shape)
  const across = (x - centre.x) / shape.width
  const down = (y - centre.y) / shape.height
  if (Math.abs(across) > Math.abs(down)) return across > 0 ? 'right' : 'left'
  return down > 0 ? 'bottom' : 'top'
}

/** Where a line ends and how it is written. `towards`: where it goes next, which decides the side where none was chosen. */
function placeEnd(
  end: LineEnd,
  towards: Point,
  style: string,
  shapes: ReadonlyMap<string, DiagramShape>,
  ids: ReadonlyMap<string, string>
): { json: Json; at: Point } | null {
  if (!isAttached(end)) return { json: { type: 'positionEndpoint', style, position: roundPoint(end) }, at: end }
  const shape = shapes.get(end.shapeId)
  const shapeId = ids.get(end.shapeId)
  if (!shape || shapeId === undefined) return null
  const position = placeOn(end.side ?? findSide(shape, towards), end.side === undefined ? 0.5 : (end.at ?? 0.5))
  const at = { x: shape.x + shape.width * position.x, y: shape.y + shape.height * position.y }
  return { json: { type: 'shapeEndpoint', style, shapeId, position }, at }
}

const isLevel = (one: Point, other: Point): boolean => Math.abs(one.x - other.x) < 0.5 || Math.abs(one.y - other.y) < 0.5

/** A border or line in whole pixels; what Lucid takes for granted (1 px, solid) is not said, since the file may not be large. */
const writeStroke = (color: string, weight: number, dash: 'solid' | 'dashed' | 'dotted'): Json => {
  const width = Math.max(1, Math.round(weight))
  return { color, ...(width === 1 ? {} : { width }), ...(dash === 'solid' ? {} : { style: dash }) }
}

/** A line as Lucid's import takes it, and whether corners set by hand had to go; null when an end is at nothing. */
export function writeLucidLine(
  line: DiagramLine,
  id: string,
  shapes: ReadonlyMap<string, DiagramShape>,
  ids: ReadonlyMap<string, string>
): { json: Json; hasLostCorners: boolean } | null {
  const pointOf = (end: LineEnd): Point | null => {
    if (!isAttached(end)) return end
    const shape = shapes.get(end.shapeId)
    return shape ? centreOf(shape) : null
  }
  const [start, stop] = [pointOf(line.from), pointOf(line.to)]
  if (!start || !stop) return null
  const from = placeEnd(line.from, line.points[0] ?? stop, STYLES[line.startHead], shapes, ids)
  const to = placeEnd(line.to, line.points.at(-1) ?? start, STYLES[line.endHead], shapes, ids)
  if (!from || !to) return null
  const way = [from.at, ...line.points, to.at]
  const isSquare = line.route === 'elbow' && way.every((point, index) => index === 0 || isLevel(point, way[index - 1] ?? point))
  const keepsCorners = line.points.length > 0 && (line.route === 'straight' || isSquare)
  const { dash = 'solid', weight = 1, stroke = INK.muted } = line.style
  const corners = line.points.map(roundPoint)
  return {
    hasLostCorners: line.points.length > 0 && !keepsCorners,
    json: {
      id,
      lineType: TYPES[line.route],
      endpoint1: from.json,
      endpoint2: to.json,
      stroke: writeStroke(toOpaque(stroke === 'none' ? INK.muted : stroke), weight, dash),
      ...(line.label.trim() === '' ? {} : { text: [{ text: writeMarkup(line.label), position: line.labelAt ?? 0.5, side: 'middle' }] }),
      ...(line.data ? { customData: writeData(line.data) } : {}),
      ...(keepsCorners ? { [line.route === 'straight' ? 'joints' : 'elbowControlPoints']: corners } : {})
    }
  }
}

/** Data of a shape or a line. A value that begins with `=` is a formula in Lucid: a space before it keeps it a text. */
export const writeData = (data: Readonly<Record<string, string>>): Json[] =>
  Object.entries(data).flatMap(([key, value]) => (key.trim() === '' ? [] : [{ key, value: value.startsWith('=') ? ` ${value}` : value }]))

/** Fill and border of a shape as Lucid says them: whole pixels, no transparent border. */
export function writeLook({ kind, style }: DiagramShape, rounding: number | undefined): Json {
  const look = SHAPE_LOOKS[kind]
  const fill = style.fill ?? look.fill
  const stroke = style.stroke ?? look.stroke
  const isBare = stroke === 'none'
  return {
    fill: { type: 'color', color: fill === 'none' ? '#ffffff00' : fill.toLowerCase() },
    stroke: writeStroke(
      isBare ? (fill === 'none' ? '#ffffff' : toOpaque(fill)) : toOpaque(stroke),
      style.weight ?? look.weight,
      style.dash ?? (look.isDashed ? 'dashed' : 'solid')
    ),
    ...(rounding === undefined ? {} : { rounding })
  }
}
