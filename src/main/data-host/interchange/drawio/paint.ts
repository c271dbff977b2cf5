import type { DiagramLine, DiagramShape, ShapeKind, ShapeStyle } from '../../../../shared/diagrams/diagram.ts'
import { SHAPE_LOOKS } from '../../../../shared/diagrams/shape-kinds.ts'
import { INK } from '../../../../shared/models/diagram-shapes.ts'
import { readColour } from '../colours.ts'
import { type CellStyle, readNumber } from './cell-style.ts'
import { hasHead } from './kind-styles.ts'

type Plain = Omit<ShapeStyle, 'labelSide' | 'headSide' | 'headSize' | 'headFill'>
type Whole = Required<{ [K in keyof Plain]: Exclude<Plain[K], undefined> }>

/** Everything a kind's style says when nothing was chosen. */
function lookStyle(kind: ShapeKind): Whole {
  const { fill, stroke, ink, isDashed, weight, fontSize, face, align, valign, inside } = SHAPE_LOOKS[kind]
  return {
    fill,
    stroke,
    ink,
    dash: isDashed ? 'dashed' : 'solid',
    weight,
    fontSize,
    isBold: face !== 'regular',
    isItalic: false,
    align,
    // A frame has its name above what stands in it.
    valign: inside === 'frame' ? 'top' : valign
  }
}
const LINE_LOOK: Whole = { ...lookStyle('text'), stroke: INK.muted, ink: INK.muted, weight: 1.4, fontSize: 12 }
const LINE_KEYS = ['stroke', 'ink', 'dash', 'weight', 'fontSize'] as const

const ALIGNS = { start: 'left', middle: 'center', end: 'right' } as const
const DASH_STYLES = { solid: ['0', null], dashed: ['1', null], dotted: ['1', '1 3'] } as const

/** `#RRGGBBAA` as draw.io has it: the colour and, in its own key, how much of it shows, in percent. */
function writeColour(values: Map<string, string>, key: string, opacityKey: string, colour: string): void {
  values.set(key, colour.slice(0, 7))
  if (colour.length === 9) values.set(opacityKey, String(Math.round((Number.parseInt(colour.slice(7), 16) / 255) * 10_000) / 100))
}

function writeText(values: Map<string, string>, { ink, fontSize, isBold, isItalic }: Whole): void {
  writeColour(values, 'fontColor', 'textOpacity', ink)
  values.set('fontSize', String(fontSize))
  values.set('fontStyle', String((isBold ? 1 : 0) + (isItalic ? 2 : 0)))
}

function writeEdge(values: Map<string, string>, { stroke, dash, weight }: Whole): void {
  writeColour(values, 'strokeColor', 'strokeOpacity', stroke)
  const [dashed, pattern] = DASH_STYLES[dash]
  values.set('dashed', dashed)
  if (pattern) values.set('dashPattern', pattern)
  values.set('strokeWidth', String(weight))
}

/** The ground of a head nobody chose one for. */
export const headFillOf = (fill: string | undefined): string => (fill === undefined ? INK.accentSoft : fill.slice(0, 7))

/** Colours, edge and text of a shape in the keys of draw.io. */
export function paintShape(values: Map<string, string>, { kind, style }: Pick<DiagramShape, 'kind' | 'style'>): void {
  const whole: Whole = { ...lookStyle(kind), ...dropEmpty(style) }
  if (hasHead(SHAPE_LOOKS[kind])) {
    writeColour(values, 'swimlaneFillColor', 'fillOpacity', whole.fill)
    values.set('fillColor', headFillOf(style.fill))
  } else writeColour(values, 'fillColor', 'fillOpacity', whole.fill)
  writeEdge(values, whole)
  writeText(values, whole)
  values.set('align', ALIGNS[whole.align])
  if (whole.align === 'start') values.set('spacingLeft', '8')
  if (whole.align === 'end') values.set('spacingRight', '8')
  values.set('verticalAlign', whole.valign)
}

export function paintLine(values: Map<string, string>, { style }: Pick<DiagramLine, 'style'>): void {
  const whole: Whole = { ...LINE_LOOK, ...dropEmpty(style) }
  writeEdge(values, whole)
  writeText(values, { ...whole, isBold: false, isItalic: false })
}

const dropEmpty = <T extends object>(value: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Partial<{
    [K in keyof T]: Exclude<T[K], undefined>
  }>

/** A colour of another program as `#rrggbb`; `none` stays; what is left to the program (`default`, `inherit`) is not said. */
const readCellColour = (text: string | undefined): string | undefined => (text === undefined ? undefined : (readColour(text) ?? undefined))

function withOpacity(colour: string | undefined, percent: number | null): string | undefined {
  if (colour === undefined || percent === null || colour.length !== 7) return colour
  const alpha = Math.round((Math.min(Math.max(percent, 0), 100) / 100) * 255)
  return `${colour}${alpha.toString(16).padStart(2, '0')}`
}

const clamp = (value: number | null, lowest: number, highest: number): number | undefined =>
  value === null ? undefined : Math.min(Math.max(value, lowest), highest)

/** What a cell's style says, in our words; what it leaves open is undefined. */
function readWhole(style: CellStyle, fillKey: string): { [K in keyof Whole]: Whole[K] | undefined } {
  const { values } = style
  const colour = (key: string, opacityKey: string): string | undefined => {
    // Of the shape alone: text has an opacity of its own.
    const general = key === 'fontColor' ? null : readNumber(values.get('opacity'))
    return withOpacity(readCellColour(values.get(key)), readNumber(values.get(opacityKey)) ?? (general === 100 ? null : general))
  }
  const ink = colour('fontColor', 'textOpacity')
  const font = readNumber(values.get('fontStyle')) ?? 0
  const pattern = values.get('dashPattern')
  const first = readNumber(pattern?.split(' ')[0])
  const dash = values.get('dashed') !== '1' ? 'solid' : first !== null && first <= 2 ? 'dotted' : 'dashed'
  return {
    fill: colour(fillKey, 'fillOpacity'),
    stroke: colour('strokeColor', 'strokeOpacity'),
    ink: ink === 'none' ? undefined : ink,
    dash,
    weight: clamp(readNumber(values.get('strokeWidth')), 0.25, 20),
    fontSize: clamp(readNumber(values.get('fontSize')) ?? 12, 4, 200),
    isBold: (font & 1) > 0,
    isItalic: (font & 2) > 0,
    align: ({ left: 'start', right: 'end' } as const)[values.get('align') ?? ''] ?? 'middle',
    valign: ({ top: 'top', bottom: 'bottom' } as const)[values.get('verticalAlign') ?? ''] ?? 'middle'
  }
}

/** Keeps what differs from `look`, and what was chosen by hand although it is the same (`own`). */
function keepOwn(read: { [K in keyof Whole]: Whole[K] | undefined }, look: Whole, own: ReadonlySet<string>): ShapeStyle {
  return Object.fromEntries(
    Object.entries(read).filter(([key, value]) => value !== undefined && (own.has(key) || !isSame(value, look[key as keyof Whole])))
  )
}

const isSame = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' && typeof other === 'string' ? one.toLowerCase() === other.toLowerCase() : one === other

/** `own`: the keys somebody chose in Cauce, as written with the shape. */
export function readShapeStyle(style: CellStyle, kind: ShapeKind, own: readonly string[]): ShapeStyle {
  const fillKey = hasHead(SHAPE_LOOKS[kind]) && style.values.has('swimlaneFillColor') ? 'swimlaneFillColor' : 'fillColor'
  const read = readWhole(style, fillKey)
  // Heads of lanes are bold and in the middle with us whatever the other program says.
  const isBare = own.length === 0 && hasHead(SHAPE_LOOKS[kind])
  return keepOwn(isBare ? { ...read, align: undefined, valign: undefined } : read, lookStyle(kind), new Set(own))
}

export function readLineStyle(style: CellStyle, own: readonly string[]): DiagramLine['style'] {
  const read = readWhole(style, 'fillColor')
  const kept = keepOwn(read, LINE_LOOK, new Set(own))
  return Object.fromEntries(LINE_KEYS.flatMap((key) => (kept[key] === undefined ? [] : [[key, kept[key]]])))
}
