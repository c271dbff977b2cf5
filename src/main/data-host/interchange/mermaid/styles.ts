import type { DiagramLine, ShapeStyle } from '../../../../shared/diagrams/diagram.ts'
import { readColour } from '../colours.ts'

type Setter = (style: ShapeStyle, value: string) => void

const setColour =
  (key: 'fill' | 'stroke' | 'ink'): Setter =>
  (style, value) => {
    const colour = readColour(value)
    if (colour !== null && (key !== 'ink' || colour !== 'none')) style[key] = colour
  }
const readPixels = (value: string, least: number, most: number): number | undefined => {
  const number = Number.parseFloat(value)
  return Number.isFinite(number) && number >= least && number <= most ? number : undefined
}

/** What a property of CSS says of a shape; one that is not here says nothing a diagram keeps. */
const SETTERS: Readonly<Record<string, Setter>> = {
  fill: setColour('fill'),
  background: setColour('fill'),
  'background-color': setColour('fill'),
  stroke: setColour('stroke'),
  color: setColour('ink'),
  'stroke-width': (style, value) => {
    const weight = readPixels(value, 0.25, 20)
    if (weight !== undefined) style.weight = weight
    else if (Number.parseFloat(value) === 0) style.stroke = 'none'
  },
  'stroke-dasharray': (style, value) => {
    const first = Number.parseFloat(value)
    style.dash = first > 0 ? (first <= 2 ? 'dotted' : 'dashed') : 'solid'
  },
  'font-size': (style, value) => {
    const size = readPixels(value, 4, 200)
    if (size !== undefined) style.fontSize = size
  },
  'font-weight': (style, value) => {
    if (/^(bold|bolder|[6-9]00)/.test(value)) style.isBold = true
  },
  'font-style': (style, value) => {
    if (value.startsWith('italic')) style.isItalic = true
  }
}

/** Styles as Mermaid says them (`fill:#f9f`), the later over the earlier, as a style of ours. */
export function readStyle(styles: readonly string[]): ShapeStyle {
  const style: ShapeStyle = {}
  for (const each of styles) {
    const colon = each.indexOf(':')
    if (colon < 0) continue
    const name = each.slice(0, colon).trim().toLowerCase()
    if (Object.hasOwn(SETTERS, name))
      SETTERS[name]?.(
        style,
        each
          .slice(colon + 1)
          .replace(/!important/i, '')
          .trim()
          .toLowerCase()
      )
  }
  return style
}

const DASH_ARRAYS = { solid: '0', dashed: '6 4', dotted: '2 2' } as const

/** A style of ours as Mermaid says it; the empty text when it says nothing. */
export function writeStyle(style: ShapeStyle | DiagramLine['style']): string {
  const { fill, isBold, isItalic }: ShapeStyle = style
  const said: readonly (readonly [name: string, value: string | number | undefined])[] = [
    ['fill', fill],
    ['stroke', style.stroke],
    ['stroke-width', style.weight === undefined ? undefined : `${style.weight}px`],
    ['stroke-dasharray', style.dash && DASH_ARRAYS[style.dash]],
    ['color', style.ink],
    ['font-size', style.fontSize === undefined ? undefined : `${style.fontSize}px`],
    ['font-weight', isBold === true ? 'bold' : undefined],
    ['font-style', isItalic === true ? 'italic' : undefined]
  ]
  return said.flatMap(([name, value]) => (value === undefined ? [] : [`${name}:${value}`])).join(',')
}
