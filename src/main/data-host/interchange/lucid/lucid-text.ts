import type { DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { SHAPE_LOOKS } from '../../../../shared/diagrams/shape-kinds.ts'
import { escapeXml } from '../../../../shared/models/diagram-shapes.ts'

/** CSS pixels to points, in which Lucid counts the size of text. */
const POINTS = 0.75
const ALIGN = { start: 'left', end: 'right' } as const

/** A colour without its transparency: strokes and texts have none in Lucid. */
export const toOpaque = (colour: string): string => colour.slice(0, 7).toLowerCase()

/** Text as Lucid's markup, a line at a time. A formula of Lucid begins with two braces: ours stay text. */
export const writeMarkup = (text: string): string =>
  text
    .split('\n')
    .map((line) => escapeXml(line).replaceAll('{', '&#123;'))
    .join('<br>')

/** The text of a shape in one paragraph with its size, colour and place; undefined when it has none. */
export function writeShapeText({ kind, label, style, fields = [] }: DiagramShape): string | undefined {
  const lines = [label, ...fields.map(({ name, type }) => (type === '' ? name : `${name}: ${type}`))].join('\n').trim()
  if (lines === '') return undefined
  const look = SHAPE_LOOKS[kind]
  const { align = look.align, valign = look.valign } = style
  const css = [
    `font-size:${Math.max(4, Math.round((style.fontSize ?? look.fontSize) * POINTS))}pt`,
    `color:${toOpaque(style.ink ?? look.ink)}`,
    // Lucid puts text into the middle by itself.
    ...(align === 'middle' ? [] : [`text-align:${ALIGN[align]}`]),
    ...(valign === 'middle' ? [] : [`vertical-align:${valign}`]),
    ...((style.isBold ?? look.face !== 'regular') ? ['font-weight:bold'] : []),
    ...(style.isItalic === true ? ['font-style:italic'] : [])
  ].join(';')
  return `<p style="${css}">${writeMarkup(lines)}</p>`
}
