import type { Language } from '../domain/text.ts'
import { INK, type Shape } from '../models/diagram-shapes.ts'
import { union, type Box } from '../models/geometry.ts'
import { measureText } from '../models/text-measure.ts'
import type { DiagramShape } from './diagram.ts'
import { drawBadge, placeBadge } from './draw-badge.ts'
import { chooseColours, type Colours } from './draw-colours.ts'
import { drawEntity, placeEntityHead } from './draw-entity.ts'
import { FORMS, type Paint, type Room } from './draw-forms.ts'
import { drawBandLeft, drawBandTop, drawFrame, placeBandTop, placeFrameHead } from './draw-frames.ts'
import { drawIcon } from './draw-icons.ts'
import { drawEmotion, drawMember, LEAST_BESIDE_ICON } from './draw-members.ts'
import { drawOutside } from './draw-outside.ts'
import { layOutText, LINE, type TextLook } from './draw-text.ts'
import { drawTitled } from './draw-titled.ts'
import type { Drawing } from './drawing.ts'
import { type Inside, insideOf, SHAPE_LOOKS, type ShapeLook } from './shape-kinds.ts'
import type { LiveFigure } from './with-figures.ts'

const DASHES = { solid: null, dashed: '6 4', dotted: '1.5 4' } as const

/** Where a shape stands when its figure sets its size: around its own middle. Lines end at this box. */
export function boxOf({ x, y, width, height }: Box, live: LiveFigure | null): Box {
  const scale = live?.scale ?? 1
  return { x: x - (width * (scale - 1)) / 2, y: y - (height * (scale - 1)) / 2, width: width * scale, height: height * scale }
}

/** A shape with its text, and what its link says, in page coordinates. */
export function drawShape(shape: DiagramShape, live: LiveFigure | null, language: Language): Shape[] {
  const { drawing, badge } = prepare(shape, live, language)
  const outside = isOutside(shape) ? drawOutside(shape, drawing.box, drawing.text) : []
  return [...INSIDES[insideOf(shape)](drawing), ...outside, ...(live && badge ? drawBadge(live, badge) : [])]
}

const isOutside = ({ style }: DiagramShape): boolean => style.labelSide !== undefined

/** The box a shape is drawn in, with the badge that may reach out of it. */
export function measureDrawn(shape: DiagramShape, live: LiveFigure | null): Box {
  const box = boxOf(shape, live)
  const badge = live && prepare(shape, live, 'en').badge
  return (badge && union([box, badge.box])) ?? box
}

function prepare(whole: DiagramShape, live: LiveFigure | null, language: Language) {
  const shape = isOutside(whole) ? { ...whole, label: '' } : whole
  const look = SHAPE_LOOKS[shape.kind]
  const box = boxOf(shape, live)
  const colours = chooseColours(look, shape.style, live)
  const paint: Paint = { ...colours, weight: shape.style.weight ?? look.weight, dash: chooseDash(shape, look), radius: look.radius }
  const text = chooseText(shape, look, colours)
  const form = FORMS[look.form](box, paint)
  const free = ROOMS[insideOf(shape)]?.(box, shape.style.headSize) ?? form.room
  const badge =
    live && placeBadge({ live, box, room: free, ...needOf(shape.label, free, text, look), align: text.align, under: underOf(shape) })
  const drawing: Drawing = { shape, look, box, colours, paint, outline: form.shapes, room: badge?.room ?? free, text, language }
  return { drawing, badge }
}

/** About the room a label needs: its width on as many lines as there may be, and its height somewhat smaller than its own size. */
function needOf(label: string, room: Room, { size, face }: TextLook, { inside }: ShapeLook): { need: number; height: number } {
  const beside = inside === 'text' ? 0 : 30
  const widths = label.split(/\r?\n/u).map((line) => measureText(line, size, face))
  const widest = Math.max(...widths)
  const lines = Math.max(1, Math.floor(room.height / (size * LINE)))
  const across = Math.max(1, room.width - beside)
  const rows = widths.reduce((sum, width) => sum + Math.max(1, Math.ceil((width * SMALLER * 1.1) / across)), 0)
  return { need: Math.max(84, (lines === 1 ? widest : (widest / lines) * 1.3) + beside), height: rows * size * SMALLER * LINE }
}
const SMALLER = 0.8

/** Frames of models keep room under their heading for what they say. */
const underOf = ({ kind, height }: DiagramShape): number => (kind === 'model-region' && height > 160 ? 36 : 0)

function chooseDash({ style }: DiagramShape, { isDashed }: ShapeLook): string | null {
  return style.dash === undefined ? (isDashed ? DASHES.dashed : null) : DASHES[style.dash]
}

function chooseText({ style }: DiagramShape, look: ShapeLook, { ink, isInkOnPage }: Colours): TextLook {
  return {
    size: style.fontSize ?? look.fontSize,
    face: style.isBold === undefined ? look.face : style.isBold ? 'bold' : 'regular',
    ink,
    align: style.align ?? look.align,
    valign: style.valign ?? look.valign,
    ...(style.isItalic ? { isItalic: true } : {}),
    ...(isInkOnPage ? { onPage: true } : {})
  }
}

/** Where the text of shapes stands that hold more than text: a heading, or nowhere a badge could be. */
const ROOMS: Partial<Record<Inside, (box: Box, headSize?: number) => Room>> = {
  frame: placeFrameHead,
  'band-top': placeBandTop,
  'band-left': ({ x, y }) => ({ x, y, width: 1, height: 1 }),
  entity: placeEntityHead,
  emotion: (box) => ({ ...box, width: 1 }),
  image: (box) => ({ ...box, width: 1 })
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

function drawPlain({ shape, outline, room, text }: Drawing): Shape[] {
  return [...outline, ...layOutText(shape.label, room, text).shapes]
}

/** An icon on its ground beside the text; a narrow shape has room for its text alone. */
function drawWithIcon({ shape, look, box, outline, room, text }: Drawing): Shape[] {
  const size = Math.max(12, Math.min(34, room.height - 2, box.width / 3))
  const beside = size + 10
  if (room.width - beside < LEAST_BESIDE_ICON) return [...outline, ...layOutText(shape.label, room, text).shapes]
  const [x, y] = [room.x + size / 2, room.y + room.height / 2]
  const inner: Room = { ...room, x: room.x + beside, width: room.width - beside }
  return [
    ...outline,
    { kind: 'rect', x: x - size / 2, y: y - size / 2, width: size, height: size, radius: 8, fill: look.accent.ground },
    ...(look.icon ? [drawIcon(look.icon, { x, y, size: size * 0.6, ink: look.accent.ink })] : []),
    ...layOutText(shape.label, inner, text).shapes
  ]
}

/** A picture in its own proportions; what it is called stands under it. */
function drawImage({ shape, box, outline, text, colours }: Drawing): Shape[] {
  const caption = shape.label.trim() === '' ? 0 : Math.min(box.height / 3, 26)
  const room = { ...box, height: box.height - caption }
  const label = layOutText(shape.label, { ...box, y: box.y + room.height, height: caption }, { ...text, align: 'middle', valign: 'middle' })
  if (shape.image !== undefined) return [...outline, { kind: 'image', ...room, href: shape.image }, ...label.shapes]
  return [
    ...outline,
    { kind: 'rect', ...room, radius: 6, fill: INK.region, stroke: INK.regionLine, dash: '5 4', outline: true },
    drawIcon('image', { x: box.x + box.width / 2, y: room.y + room.height / 2, size: Math.min(36, room.height / 2), ink: colours.muted }),
    ...label.shapes
  ]
}
