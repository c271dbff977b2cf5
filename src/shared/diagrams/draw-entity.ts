import { INK, type Shape } from '../models/diagram-shapes.ts'
import type { Box } from '../models/geometry.ts'
import { measureText } from '../models/text-measure.ts'
import type { EntityField } from './diagram.ts'
import type { Room } from './draw-forms.ts'
import type { Drawing } from './drawing.ts'
import { layOutText } from './draw-text.ts'

/** Height of the heading. */
export const ENTITY_HEAD = 36
const ROW = 22
const FOOT = 6
const KEY_ROOM = 34
const PADDING = 12
const GAP = 18
const SIZE = 12
const TYPE_SIZE = 11
const LEAST = { width: 160, height: 64 }
/** What a field is to its record, in letters everybody in the trade reads. */
const KEY_MARKS = { primary: 'PK', foreign: 'FK', external: 'EX', unique: 'UQ' } as const

const nameOf = (field: EntityField): string => `${field.name}${field.isRequired ? ' *' : ''}`

/** The room an entity needs for its name and every field on a line. */
export function measureEntity({ label, fields = [] }: { label: string; fields?: readonly EntityField[] | undefined }): {
  width: number
  height: number
} {
  const rows = fields.map(
    (field) => measureText(nameOf(field), SIZE, field.key ? 'bold' : 'regular') + GAP + measureText(field.type, TYPE_SIZE)
  )
  const heading = Math.max(...label.split('\n').map((line) => measureText(line, 13, 'bold')))
  const widest = rows.reduce((most, row) => Math.max(most, row), 0)
  return {
    width: Math.ceil(Math.max(LEAST.width, widest + KEY_ROOM + 2 * PADDING - 4, heading + 2 * PADDING)),
    height: Math.ceil(Math.max(LEAST.height, ENTITY_HEAD + fields.length * ROW + FOOT))
  }
}

/** The heading of a table. */
export const placeEntityHead = (box: Box): Room => ({
  x: box.x + PADDING,
  y: box.y,
  width: Math.max(1, box.width - 2 * PADDING),
  height: Math.min(ENTITY_HEAD, box.height)
})

/** How far below its entity's top the middle of a field's row lies, in an entity of the size it needs. */
export const measureRow = (index: number): number => ENTITY_HEAD + 3 + (index + 0.5) * ROW

/** A table: its name, then each field with its key and type. In a smaller box everything is set smaller, nothing left out. */
export function drawEntity({ shape, box, paint, outline, room, text, colours }: Drawing): Shape[] {
  const fields = shape.fields ?? []
  const need = measureEntity(shape)
  const scale = Math.min(1, box.width / need.width, box.height / need.height)
  const head = Math.min(box.height, ENTITY_HEAD * scale)
  const hasRows = fields.length > 0
  const isOwn = shape.style.fill === undefined
  const name = layOutText(
    shape.label,
    { ...room, height: head },
    { ...text, valign: 'middle', size: text.size * scale, ...(isOwn ? { ink: INK.accentInk } : {}) }
  )
  return [
    ...outline,
    ...(isOwn
      ? [
          {
            kind: 'path',
            d: headPath(box.x + 0.5, box.y + 0.5, box.width - 1, head - 0.5, Math.min(paint.radius, head)),
            fill: INK.accentSoft
          } as const
        ]
      : []),
    { kind: 'path', d: `M${box.x},${box.y + head}H${box.x + box.width}`, fill: 'none', stroke: paint.stroke, weight: 1 },
    ...name.shapes,
    ...(hasRows ? fields.flatMap((field, index) => drawField(field, index)) : [])
  ]

  function drawField(field: EntityField, index: number): Shape[] {
    const y = box.y + measureRow(index) * scale
    const baseline = y + SIZE * 0.36 * scale
    const left = box.x + (PADDING - 4) * scale
    const right = box.x + box.width - PADDING * scale
    const mark = field.key ? KEY_MARKS[field.key] : null
    return [
      ...(mark === null
        ? []
        : [
            {
              kind: 'rect',
              x: left,
              y: y - 7.5 * scale,
              width: 24 * scale,
              height: 15 * scale,
              radius: 4 * scale,
              fill: INK.accentSoft
            } as const,
            {
              kind: 'text',
              x: left + 12 * scale,
              y: y + 3.4 * scale,
              text: mark,
              size: 9.5 * scale,
              fill: INK.accentInk,
              face: 'bold',
              anchor: 'middle'
            } as const
          ]),
      {
        kind: 'text',
        x: left + KEY_ROOM * scale - 4 * scale,
        y: baseline,
        text: nameOf(field),
        size: SIZE * scale,
        fill: colours.ink,
        ...(field.key ? { face: 'bold' as const } : {}),
        part: 'field'
      },
      { kind: 'text', x: right, y: baseline, text: field.type, size: TYPE_SIZE * scale, fill: colours.muted, anchor: 'end' }
    ]
  }
}

/** Rounded above, straight below. */
function headPath(x: number, y: number, width: number, height: number, radius: number): string {
  return `M${x},${y + height}V${y + radius}Q${x},${y} ${x + radius},${y}H${x + width - radius}Q${x + width},${y} ${x + width},${y + radius}V${y + height}Z`
}
