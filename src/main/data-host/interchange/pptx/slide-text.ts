import type { DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { layOutText } from '../../../../shared/diagrams/draw-text.ts'
import { SHAPE_LOOKS } from '../../../../shared/diagrams/shape-kinds.ts'
import { type Run, spaceEntity } from './entity-text.ts'

/** Text without what XML can't hold. */
export const cleanText = (text: string): string => text.replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
/** `112233` of `#112233ff`. */
export const toHex = (colour: string): string => colour.slice(1, 7).toUpperCase()
/** Transparency in percent of a colour that says its opacity. */
export const toTransparency = (colour: string): number =>
  colour.length === 9 ? Math.round((1 - Number.parseInt(colour.slice(7), 16) / 255) * 100) : 0

export const FONT = 'Calibri'
/** Points below which nobody reads anything. */
const LEAST_POINTS = 5
const INSET = 6
const KEYS = { primary: 'PK ', foreign: 'FK ', external: 'EK ', unique: 'UK ' } as const

interface SlideText {
  readonly runs: readonly Run[]
  /** Free above the first line, in points, where that is not the margin. */
  readonly top?: number
}

/** The text of a shape, set in PowerPoint's own: as large as in the app, smaller where it would not fit. `points`: of a unit. */
export function makeText(shape: DiagramShape, toPoints: (size: number) => number, points: number): SlideText {
  const { kind, style, label, fields = [] } = shape
  const look = SHAPE_LOOKS[kind]
  const room = { x: 0, y: 0, width: Math.max(10, shape.width - INSET * 2), height: Math.max(10, shape.height - INSET) }
  const isTurned = kind === 'pool' || kind === 'lane'
  const size = style.fontSize ?? look.fontSize
  const text = cleanText(label).trim()
  const fitting =
    fields.length > 0 || look.inside === 'frame' || isTurned
      ? size
      : layOutText(text, room, { size, face: look.face, ink: look.ink, align: look.align, valign: look.valign }).size
  const common = {
    fontFace: FONT,
    color: toHex(style.ink ?? look.ink),
    bold: style.isBold ?? look.face !== 'regular',
    italic: style.isItalic ?? false,
    fontSize: Math.max(LEAST_POINTS, toPoints(fitting))
  }
  const lines =
    text === ''
      ? []
      : text.split('\n').map((line, index): Run => {
          // A name, or a title, stands over what is said of it.
          const isHead = index === 0 && (look.inside === 'member' || look.inside === 'titled')
          const isBody = index > 0 && look.inside === 'titled'
          const own = {
            bold: isHead || (common.bold && !isBody),
            fontSize: isBody ? Math.max(LEAST_POINTS, toPoints(fitting * 0.8)) : common.fontSize
          }
          return { text: line, options: { ...common, ...own, breakLine: true } }
        })
  const own = fields.map(({ name, type, key }): Run => {
    const said = cleanText(`${key ? KEYS[key] : ''}${name}${type === '' ? '' : `: ${type}`}`)
    return { text: said, options: { ...common, bold: false, fontSize: Math.max(LEAST_POINTS, toPoints(size * 0.85)), breakLine: true } }
  })
  return kind === 'entity' && own.length > 0 ? spaceEntity(shape, lines, own, points) : { runs: [...lines, ...own] }
}
