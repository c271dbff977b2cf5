import { INK, type Shape } from '../models/diagram-shapes.ts'
import type { Box } from '../models/geometry.ts'
import type { DiagramShape } from './diagram.ts'
import type { Room } from './draw-forms.ts'
import { layOutText, type TextLook } from './draw-text.ts'
import { SHAPE_LOOKS } from './shape-kinds.ts'

const GAP = 4
/** Room a label has outside its shape; wider where the shape is. */
const WIDTH = 168
const HEIGHT = 96

/** A label that stands above, below or beside its shape: on the page, in the page's ink unless one was chosen. */
export function drawOutside({ kind, label, style }: DiagramShape, box: Box, text: TextLook): Shape[] {
  const { inside } = SHAPE_LOOKS[kind]
  // Frames have their name at the beginning of their edge, inside or out.
  const align = style.align ?? (inside === 'frame' ? 'start' : 'middle')
  const ink = style.ink === undefined ? { ink: INK.ink } : { ink: style.ink, onPage: true }
  const { room, ...place } = placeOutside(box, style.labelSide ?? 'bottom', align)
  return layOutText(label, room, { ...text, ...ink, ...place }).shapes
}

/** The room beside a shape for a label outside it, and how it stands there. */
export function placeOutside(
  { x, y, width, height }: Box,
  side: NonNullable<DiagramShape['style']['labelSide']>,
  align: TextLook['align']
): { room: Room } & Pick<TextLook, 'align' | 'valign'> {
  const across = Math.max(WIDTH, width)
  const left = align === 'start' ? x : align === 'end' ? x + width - across : x + (width - across) / 2
  const down = Math.max(HEIGHT, height)
  const beside = { y: y + (height - down) / 2, width: WIDTH, height: down }
  if (side === 'left') return { room: { ...beside, x: x - WIDTH - GAP }, align: 'end', valign: 'middle' }
  if (side === 'right') return { room: { ...beside, x: x + width + GAP }, align: 'start', valign: 'middle' }
  if (side === 'top') return { room: { x: left, y: y - HEIGHT - GAP, width: across, height: HEIGHT }, align, valign: 'bottom' }
  return { room: { x: left, y: y + height + GAP, width: across, height: HEIGHT }, align, valign: 'top' }
}
