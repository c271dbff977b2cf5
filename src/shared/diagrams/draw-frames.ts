import { INK, type Shape } from '../models/diagram-shapes.ts'
import type { Box } from '../models/geometry.ts'
import { measureText } from '../models/text-measure.ts'
import { keepColour, readChosenInk } from './draw-colours.ts'
import type { Room } from './draw-forms.ts'
import { layOutText, type TextLook } from './draw-text.ts'
import { drawHeading } from './draw-titled.ts'
import type { Drawing } from './drawing.ts'

const BAND = 32
/** A lower one has no room for a name. */
const LEAST_BAND = 8
const bandTop = ({ height }: Box, own?: number): number => (own === undefined ? Math.min(BAND + 8, height / 3) : Math.min(own, height))

/** The corner where a frame's name stands. */
export const placeFrameHead = ({ x, y, width, height }: Box): Room => ({
  x: x + 14,
  y: y + 6,
  width: Math.max(1, width - 28),
  height: Math.max(8, Math.min(38, height - 12))
})

/** The band above a vertical lane. */
export const placeBandTop = (box: Box, headSize?: number): Room => ({
  x: box.x + 10,
  y: box.y + Math.min(2, bandTop(box, headSize) / 12),
  width: Math.max(1, box.width - 20),
  height: Math.max(1, bandTop(box, headSize) - Math.min(4, bandTop(box, headSize) / 6))
})

/** A frame with its name in its upper corner; that of a model, without number or figure, has it on its upper edge. */
export function drawFrame({ shape, box, outline, room, text, colours }: Drawing): Shape[] {
  if (shape.kind === 'model-region' && shape.link === undefined && !/^\d/u.test(shape.label))
    return [...outline, ...drawOnEdge(shape.label, box, text)]
  return [...outline, ...drawHeading(shape.label, room, { ...text, valign: shape.style.valign ?? 'top' }, colours.muted)]
}

function drawOnEdge(label: string, box: Box, text: TextLook): Shape[] {
  const room = { x: box.x + 24, y: box.y - 9, width: Math.max(1, box.width - 48), height: 18 }
  const { shapes, lines, size } = layOutText(label, room, { ...text, align: 'start', valign: 'middle' })
  const width = Math.max(0, ...lines.map((line) => measureText(line, size, text.face)))
  return lines.length === 0
    ? []
    : [{ kind: 'rect', x: room.x - 6, y: room.y, width: width + 12, height: room.height, radius: 4, fill: INK.paper }, ...shapes]
}

/** A lane headed at its left: the name reads upwards. */
export function drawBandLeft({ shape, box, paint, outline, text }: Drawing): Shape[] {
  const { headSize } = shape.style
  const band = headSize === undefined ? Math.min(BAND, box.width / 3) : Math.min(headSize, box.width)
  const middle = { x: box.x + band / 2, y: box.y + box.height / 2 }
  // Laid out lying down around the middle of the band, then turned.
  const room = { x: middle.x - box.height / 2 + 8, y: middle.y - band / 2, width: Math.max(1, box.height - 16), height: band }
  const laid = layOutText(shape.label, room, { ...onHead(text, shape), align: 'middle', valign: 'middle' })
  return [
    ...outline,
    ground({ ...box, width: band }, paint.radius, shape.style),
    { kind: 'path', d: `M${box.x + band},${box.y}V${box.y + box.height}`, fill: 'none', stroke: paint.stroke, weight: paint.weight },
    // A quarter turn to the left around the middle: what lay under it comes to stand at its right.
    ...(band < LEAST_BAND ? [] : laid.shapes).map((each): Shape =>
      each.kind === 'text' ? { ...each, x: middle.x + (each.y - middle.y), y: middle.y - (each.x - middle.x), turn: -90 } : each
    )
  ]
}

/** A lane or a stage headed above. */
export function drawBandTop({ shape, box, paint, outline, room, text }: Drawing): Shape[] {
  const band = bandTop(box, shape.style.headSize)
  return [
    ...outline,
    ground({ ...box, height: band }, paint.radius, shape.style),
    { kind: 'path', d: `M${box.x},${box.y + band}H${box.x + box.width}`, fill: 'none', stroke: paint.stroke, weight: paint.weight },
    ...(band < LEAST_BAND ? [] : layOutText(shape.label, room, { ...onHead(text, shape), valign: 'middle' }).shapes)
  ]
}

/** Text on a head with a ground of its own is readable on that. */
function onHead(text: TextLook, { style: { headFill, ink } }: Drawing['shape']): TextLook {
  if (headFill === undefined || headFill === 'none') return text
  const { onPage: _page, ...own } = text
  return { ...own, ink: readChosenInk(headFill, ink) }
}

const groundOf = ({ fill, headFill }: Drawing['shape']['style']): string =>
  headFill === undefined ? (fill === undefined ? INK.accentSoft : 'none') : headFill === 'none' ? 'none' : keepColour(headFill)

function ground({ x, y, width, height }: Box, radius: number, style: Drawing['shape']['style']): Shape {
  return {
    kind: 'rect',
    x: x + 0.5,
    y: y + 0.5,
    width: Math.max(1, width - 1),
    height: Math.max(1, height - 1),
    radius: Math.max(0, radius - 0.5),
    fill: groundOf(style)
  }
}
