import { INK, type Shape } from '../models/diagram-shapes.ts'
import type { Room } from './draw-forms.ts'
import { layOutText, LINE, type TextLook } from './draw-text.ts'
import type { Drawing } from './drawing.ts'

/** A label that begins with a number has it on a tile, as elements of a model do: `1. Identificar`. */
const NUMBERED = /^(\d{1,2})[.)]\s+(?=\S)/u
const GAP = 4

/** A name in the title face; the lines under it say more in plain letters. */
export function drawTitled({ shape, box, outline, room: inner, text, colours }: Drawing): Shape[] {
  const room =
    shape.kind.startsWith('model-') && box.height > 60 ? { ...inner, x: inner.x + 4, width: Math.max(1, inner.width - 8) } : inner
  return [...outline, ...drawHeading(shape.label, room, text, colours.muted)]
}

/** A number's tile, a name and what is under it, together in the middle of the room (or above, as the look says). */
export function drawHeading(label: string, room: Room, text: TextLook, muted: string): Shape[] {
  const number = NUMBERED.exec(label)?.[1]
  const [title = '', ...rest] = label.replace(NUMBERED, '').split(/\r?\n/u)
  const body = rest.join('\n')
  const tile = number === undefined ? 0 : Math.min(21, room.height)
  const beside = tile === 0 ? 0 : tile + 8
  const align = tile === 0 ? text.align : 'start'
  const headRoom: Room = {
    ...room,
    x: room.x + beside,
    width: Math.max(1, room.width - beside),
    height: body === '' ? room.height : room.height * 0.6
  }
  const head = layOutText(title, headRoom, { ...text, align, valign: body === '' ? text.valign : 'top' })
  const headHeight = head.lines.length * head.size * LINE
  const foot = layOutText(
    body,
    { ...room, y: room.y + headHeight + GAP, height: Math.max(6, room.height - headHeight - GAP) },
    { ...text, align, size: Math.max(6.5, Math.min(13, text.size * 0.8)), face: 'regular', ink: muted, valign: 'top' }
  )
  const whole = headHeight + GAP + foot.lines.length * foot.size * LINE
  const down = body === '' || text.valign === 'top' ? 0 : Math.max(0, (room.height - whole) / (text.valign === 'bottom' ? 1 : 2))
  const first = head.shapes[0]
  const middle = (first?.kind === 'text' ? first.y - first.size * 0.33 : room.y + room.height / 2) + down
  return [
    ...(number === undefined ? [] : drawTile(number, { x: room.x, middle, size: tile })),
    ...[...head.shapes, ...foot.shapes].map((each): Shape => (each.kind === 'text' ? { ...each, y: each.y + down } : each))
  ]
}

function drawTile(number: string, { x, middle, size }: { x: number; middle: number; size: number }): Shape[] {
  return [
    { kind: 'rect', x, y: middle - size / 2, width: size, height: size, radius: 6, fill: INK.accentSoft },
    {
      kind: 'text',
      x: x + size / 2,
      y: middle + size * 0.21,
      text: number,
      size: Math.round(size * 0.62),
      fill: INK.accentInk,
      anchor: 'middle',
      face: 'bold'
    }
  ]
}
