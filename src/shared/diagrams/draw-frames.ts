import { INK, type Shape } from '../models/diagram-shapes.ts'
import type { Drawing } from './drawing.ts'
import { FORMS } from './draw-forms.ts'
import { layOutText } from './draw-text.ts'

const BAND = 32

/** A frame with its name in its upper corner. */
export function drawFrame({ shape, look, box, paint, text }: Drawing): Shape[] {
  const { shapes } = FORMS[look.form](box, paint)
  const room = { x: box.x + 14, y: box.y + 8, width: Math.max(1, box.width - 28), height: Math.max(8, Math.min(36, box.height - 16)) }
  return [...shapes, ...layOutText(shape.label, room, { ...text, valign: shape.style.valign ?? 'top' }).shapes]
}

/** A lane headed at its left: the name reads upwards. */
export function drawBandLeft({ shape, look, box, paint, text }: Drawing): Shape[] {
  const { shapes } = FORMS[look.form](box, paint)
  const band = Math.min(BAND, box.width / 3)
  const middle = { x: box.x + band / 2, y: box.y + box.height / 2 }
  // Laid out lying down around the middle of the band, then turned.
  const room = { x: middle.x - box.height / 2 + 8, y: middle.y - band / 2, width: Math.max(1, box.height - 16), height: band }
  const laid = layOutText(shape.label, room, { ...text, align: 'middle', valign: 'middle' })
  return [
    ...shapes,
    ground({ ...box, width: band }, paint.radius, shape.style.fill !== undefined),
    { kind: 'path', d: `M${box.x + band},${box.y}V${box.y + box.height}`, fill: 'none', stroke: paint.stroke, weight: paint.weight },
    ...laid.shapes.map((each): Shape => {
      if (each.kind !== 'text') return each
      // A quarter turn to the left around the middle: what lay under it comes to stand at its right.
      return { ...each, x: middle.x + (each.y - middle.y), y: middle.y - (each.x - middle.x), turn: -90 }
    })
  ]
}

/** A lane or a stage headed above. */
export function drawBandTop({ shape, look, box, paint, text }: Drawing): Shape[] {
  const { shapes } = FORMS[look.form](box, paint)
  const band = Math.min(BAND + 8, box.height / 3)
  const room = { x: box.x + 10, y: box.y + 2, width: Math.max(1, box.width - 20), height: band - 4 }
  return [
    ...shapes,
    ground({ ...box, height: band }, paint.radius, shape.style.fill !== undefined),
    { kind: 'path', d: `M${box.x},${box.y + band}H${box.x + box.width}`, fill: 'none', stroke: paint.stroke, weight: paint.weight },
    ...layOutText(shape.label, room, { ...text, valign: 'middle' }).shapes
  ]
}

function ground({ x, y, width, height }: Drawing['box'], radius: number, isChosen: boolean): Shape {
  return {
    kind: 'rect',
    x: x + 0.5,
    y: y + 0.5,
    width: Math.max(1, width - 1),
    height: Math.max(1, height - 1),
    radius: Math.max(0, radius - 0.5),
    fill: isChosen ? 'none' : INK.accentSoft
  }
}
