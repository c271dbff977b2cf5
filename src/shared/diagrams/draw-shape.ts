import type { Language } from '../domain/text.ts'
import { INK, type Shape } from '../models/diagram-shapes.ts'
import type { Box } from '../models/geometry.ts'
import type { DiagramShape } from './diagram.ts'
import { drawBadge } from './draw-badge.ts'
import { chooseColours } from './draw-colours.ts'
import { drawEntity } from './draw-entity.ts'
import { FORMS, type Room } from './draw-forms.ts'
import { drawIcon } from './draw-icons.ts'
import { drawBandLeft, drawBandTop, drawFrame } from './draw-frames.ts'
import { drawEmotion, drawMember } from './draw-members.ts'
import { layOutText } from './draw-text.ts'
import type { Drawing } from './drawing.ts'
import { type Inside, SHAPE_LOOKS } from './shape-kinds.ts'
import type { LiveFigure } from './with-figures.ts'

const DASHES = { solid: null, dashed: '6 4', dotted: '1.5 4' } as const

/** Where a shape stands when its figure sets its size: around its own middle. Lines end at this box. */
export function boxOf({ x, y, width, height }: Box, live: LiveFigure | null): Box {
  const scale = live?.scale ?? 1
  return { x: x - (width * (scale - 1)) / 2, y: y - (height * (scale - 1)) / 2, width: width * scale, height: height * scale }
}

/** A shape with its text, and what its link says, in page coordinates. */
export function drawShape(shape: DiagramShape, live: LiveFigure | null, language: Language): Shape[] {
  const look = SHAPE_LOOKS[shape.kind]
  const { style } = shape
  const box = boxOf(shape, live)
  const colours = chooseColours(look, style, live)
  const dash = style.dash === undefined ? (look.isDashed ? DASHES.dashed : null) : DASHES[style.dash]
  const drawing: Drawing = {
    shape,
    look,
    box,
    colours,
    paint: { ...colours, weight: style.weight ?? look.weight, dash, radius: look.radius },
    text: {
      size: style.fontSize ?? look.fontSize,
      face: style.isBold === undefined ? look.face : style.isBold ? 'bold' : 'regular',
      ink: colours.ink,
      align: style.align ?? look.align,
      valign: style.valign ?? look.valign,
      ...(style.isItalic ? { isItalic: true } : {})
    },
    language
  }
  return [...INSIDES[look.inside](drawing), ...(live ? drawBadge(live, box) : [])]
}

const INSIDES: Readonly<Record<Inside, (drawing: Drawing) => Shape[]>> = {
  text: drawPlain,
  frame: drawFrame,
  'band-left': drawBandLeft,
  'band-top': drawBandTop,
  member: drawMember,
  icon: drawWithIcon,
  emotion: drawEmotion,
  entity: drawEntity,
  titled: drawTitled,
  image: drawImage
}

function drawPlain({ shape, look, box, paint, text }: Drawing): Shape[] {
  const { shapes, room } = FORMS[look.form](box, paint)
  return [...shapes, ...layOutText(shape.label, room, text).shapes]
}

/** An icon on its ground beside the text. */
function drawWithIcon({ shape, look, box, paint, text }: Drawing): Shape[] {
  const { shapes, room } = FORMS[look.form](box, paint)
  const size = Math.max(12, Math.min(34, box.height - 14, box.width / 3))
  const [x, y] = [box.x + 10 + size / 2, box.y + box.height / 2]
  const left = box.x + 20 + size
  const inner: Room = { ...room, x: left, width: Math.max(1, box.x + box.width - 10 - left) }
  return [
    ...shapes,
    { kind: 'rect', x: x - size / 2, y: y - size / 2, width: size, height: size, radius: 8, fill: look.accent.ground },
    ...(look.icon ? [drawIcon(look.icon, { x, y, size: size * 0.6, ink: look.accent.ink })] : []),
    ...layOutText(shape.label, inner, text).shapes
  ]
}

/** A label that begins with a number has it on a tile, as elements of a model do: `1. Identificar`. */
const NUMBERED = /^(\d{1,2})[.)]\s+(?=\S)/u

function drawTitled({ shape, look, box, paint, text }: Drawing): Shape[] {
  const { shapes, room } = FORMS[look.form](box, paint)
  const number = NUMBERED.exec(shape.label)?.[1]
  if (number === undefined) return [...shapes, ...layOutText(shape.label, room, text).shapes]
  const tile = Math.min(21, room.height)
  const label = shape.label.replace(NUMBERED, '')
  const inner: Room = { ...room, x: room.x + tile + 8, width: Math.max(1, room.width - tile - 8) }
  const laid = layOutText(label, inner, { ...text, align: 'start' })
  const first = laid.shapes[0]
  const middle = first?.kind === 'text' ? first.y - first.size * 0.33 : room.y + room.height / 2
  return [
    ...shapes,
    { kind: 'rect', x: room.x, y: middle - tile / 2, width: tile, height: tile, radius: 6, fill: INK.accentSoft },
    {
      kind: 'text',
      x: room.x + tile / 2,
      y: middle + tile * 0.21,
      text: number,
      size: tile * 0.62,
      fill: INK.accentInk,
      anchor: 'middle',
      face: 'bold'
    },
    ...laid.shapes
  ]
}

/** A picture whole and in its own proportions; what it is called stands under it. */
function drawImage({ shape, look, box, paint, text, colours }: Drawing): Shape[] {
  const { shapes } = FORMS[look.form](box, paint)
  const caption = shape.label.trim() === '' ? 0 : Math.min(box.height / 3, 26)
  const room = { ...box, height: box.height - caption }
  const label = layOutText(shape.label, { ...box, y: box.y + room.height, height: caption }, { ...text, align: 'middle', valign: 'middle' })
  if (shape.image !== undefined) return [...shapes, { kind: 'image', ...room, href: shape.image }, ...label.shapes]
  return [
    ...shapes,
    { kind: 'rect', ...room, radius: 6, fill: INK.region, stroke: INK.regionLine, dash: '5 4', outline: true },
    drawIcon('image', { x: box.x + box.width / 2, y: room.y + room.height / 2, size: Math.min(36, room.height / 2), ink: colours.muted }),
    ...label.shapes
  ]
}
