import { INK, type Shape } from '../models/diagram-shapes.ts'
import { faceSize } from './shape-kinds.ts'
import type { Drawing } from './drawing.ts'
import { drawIcon } from './draw-icons.ts'
import { layOutText, LINE } from './draw-text.ts'

/** With less room for the text beside it, an icon is left out. */
export const LEAST_BESIDE_ICON = 40

/** `Ana Pérez`: `AP`. */
function readInitials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => /^\p{L}/u.test(word))
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase()
}

/** A card of an organisation: who, and on the lines under the name what they are. */
export function drawMember({ shape, look, box, outline, room, text, colours }: Drawing): Shape[] {
  const size = Math.max(12, Math.min(38, room.height - 6, box.width / 3))
  const [x, y] = [room.x + size / 2, room.y + room.height / 2]
  const beside = room.width - size - 10 < LEAST_BESIDE_ICON ? 0 : size + 10
  const inner = { ...room, x: room.x + beside, width: room.width - beside }
  const [name = '', ...rest] = shape.label.split(/\r?\n/u)
  const under = rest.join('\n')
  const initials = look.icon === null ? readInitials(name) : ''
  const head = layOutText(name, under === '' ? inner : { ...inner, height: inner.height * 0.62 }, { ...text, face: 'bold', valign: 'top' })
  const headHeight = head.lines.length * head.size * LINE
  const foot = layOutText(
    under,
    { ...inner, y: inner.y + headHeight + 1, height: Math.max(6, inner.height - headHeight - 1) },
    { ...text, size: text.size - 1, ink: colours.muted, valign: 'top' }
  )
  const whole = headHeight + (foot.lines.length > 0 ? 1 + foot.lines.length * foot.size * LINE : 0)
  const down = Math.max(0, (inner.height - whole) / 2)
  return [
    ...outline,
    ...(beside === 0 ? [] : drawPortrait()),
    ...[...head.shapes, ...foot.shapes].map((each): Shape => (each.kind === 'text' ? { ...each, y: each.y + down } : each))
  ]

  function drawPortrait(): Shape[] {
    const ground: Shape = {
      kind: 'rect',
      x: x - size / 2,
      y: y - size / 2,
      width: size,
      height: size,
      radius: size / 2,
      fill: look.accent.ground
    }
    if (initials === '') return [ground, drawIcon(look.icon ?? 'contact', { x, y, size: size * 0.56, ink: look.accent.ink })]
    return [
      ground,
      {
        kind: 'text',
        x,
        y: y + size * 0.13,
        text: initials,
        size: Math.round(size * 0.36),
        fill: look.accent.ink,
        face: 'bold',
        anchor: 'middle'
      }
    ]
  }
}
/** What a label that begins with a sign says of the mood: `+` good, `++` very good, `−` bad, `−−` very bad. */
function readMood(label: string): number {
  const signs = /^\s*([+]{1,2}|[-−–]{1,2})/u.exec(label)?.[1] ?? ''
  return signs.startsWith('+') ? signs.length : -signs.length
}

/** A point of the emotion curve: a face with its word under it. */
export function drawEmotion({ shape, box, paint, text }: Drawing): Shape[] {
  const mood = readMood(shape.label)
  const size = faceSize(box)
  const [x, y] = [box.x + box.width / 2, box.y + size / 2 + 1]
  const bend = (mood * size) / 14
  const mouth = y + size * 0.18
  const reach = size * 0.22
  const ink = mood < 0 ? INK.signal : paint.stroke
  const room = { x: box.x, y: box.y + size + 4, width: box.width, height: Math.max(6, box.height - size - 4) }
  return [
    {
      kind: 'rect',
      x: x - size / 2,
      y: y - size / 2,
      width: size,
      height: size,
      radius: size / 2,
      fill: paint.fill,
      stroke: ink,
      weight: paint.weight,
      outline: true
    },
    {
      kind: 'path',
      d: `M${x - size * 0.16},${y - size * 0.12}v0.1M${x + size * 0.16},${y - size * 0.12}v0.1`,
      fill: 'none',
      stroke: ink,
      weight: 3
    },
    { kind: 'path', d: `M${x - reach},${mouth}Q${x},${mouth + 2 * bend} ${x + reach},${mouth}`, fill: 'none', stroke: ink, weight: 1.8 },
    ...layOutText(shape.label, room, { ...text, align: 'middle', valign: 'top' }).shapes
  ]
}
