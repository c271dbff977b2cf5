import type { DiagramShape, ShapeKind, ShapeStyle } from '../../../../shared/diagrams/diagram.ts'
import { SHAPE_LOOKS } from '../../../../shared/diagrams/shape-kinds.ts'
import { type CellStyle, readNumber } from './cell-style.ts'
import type { Extra } from './extra.ts'
import { headFillOf } from './paint.ts'

/*
 * Labels outside their shapes and the heads of lanes. Draw.io says them in keys that several of ours come from, so they are read
 * from there only where somebody changed them since they were written, or where another program wrote them.
 */

const LABEL_KEYS = ['verticalLabelPosition', 'labelPosition', 'align', 'verticalAlign'] as const
const HEAD_KEYS = ['startSize', 'horizontal', 'fillColor'] as const
/** Of a swimlane that says nothing of it. */
const DRAWIO_HEAD = 40
/** What a band measures with us, and where it is. */
const BANDS = { 'band-left': { side: 'left', size: 32 }, 'band-top': { side: 'top', size: 40 } } as const

function bandOf(kind: ShapeKind): { side: 'left' | 'top'; size: number } | null {
  const { inside } = SHAPE_LOOKS[kind]
  return inside === 'band-left' || inside === 'band-top' ? BANDS[inside] : null
}

const SIDE_STYLES = {
  bottom: { verticalLabelPosition: 'bottom', labelPosition: 'center', verticalAlign: 'top' },
  top: { verticalLabelPosition: 'top', labelPosition: 'center', verticalAlign: 'bottom' },
  left: { verticalLabelPosition: 'middle', labelPosition: 'left', verticalAlign: 'middle', align: 'right' },
  right: { verticalLabelPosition: 'middle', labelPosition: 'right', verticalAlign: 'middle', align: 'left' }
} as const

/** Adds where the label stands and what the head is like to a style that is painted already. */
export function writeOuter(values: Map<string, string>, { kind, style }: Pick<DiagramShape, 'kind' | 'style'>): void {
  const { labelSide, headSide, headSize, headFill } = style
  if (labelSide !== undefined) for (const [key, value] of Object.entries(SIDE_STYLES[labelSide])) values.set(key, value)
  const band = bandOf(kind)
  if (!band) return
  if (headSide !== undefined) values.set('horizontal', headSide === 'left' ? '0' : '1')
  if (headSize !== undefined) values.set('startSize', String(headSize))
  if (headFill !== undefined) values.set('fillColor', headFill.slice(0, 7))
}

const say = (values: ReadonlyMap<string, string>, kind: ShapeKind): string =>
  [...LABEL_KEYS, ...(bandOf(kind) ? HEAD_KEYS : [])].map((key) => values.get(key) ?? '').join('|')

/** What is kept beside the cell, so that it comes back exactly unless somebody changed it: nothing for most shapes. */
export function keepOuter(
  values: ReadonlyMap<string, string>,
  { kind, style }: Pick<DiagramShape, 'kind' | 'style'>
): Pick<Extra, 'outer'> {
  const { labelSide, headSide, headSize, headFill, align, valign } = style
  const whole = { labelSide, headSide, headSize, headFill, ...(labelSide === undefined ? {} : { align, valign }) }
  const own = Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined))
  if (!bandOf(kind) && Object.keys(own).length === 0) return {}
  return { outer: { style: own, said: say(values, kind) } }
}

/** A style with the label's side and the head as the cell has them. `kept`: what was written with it; null for a cell of another program. */
export function readOuter({ values }: CellStyle, kind: ShapeKind, style: ShapeStyle, extra: Extra | null): ShapeStyle {
  const kept = extra?.outer
  if (extra && !kept) return style
  if (kept && kept.said === say(values, kind))
    return kept.style.labelSide === undefined ? { ...style, ...kept.style } : { ...withoutAlign(style), ...kept.style }
  const labelSide = readSide(values)
  const inner = labelSide === undefined ? style : { ...withoutAlign(style), labelSide }
  return { ...inner, ...readHead(values, kind, style) }
}

const withoutAlign = ({ align: _align, valign: _valign, ...style }: ShapeStyle): ShapeStyle => style

function readSide(values: ReadonlyMap<string, string>): ShapeStyle['labelSide'] {
  const [down, across] = [values.get('verticalLabelPosition'), values.get('labelPosition')]
  if (down === 'top' || down === 'bottom') return down
  return across === 'left' || across === 'right' ? across : undefined
}

function readHead(values: ReadonlyMap<string, string>, kind: ShapeKind, { fill }: ShapeStyle): ShapeStyle {
  const band = bandOf(kind)
  if (!band) return {}
  const side = values.get('horizontal') === '0' ? 'left' : 'top'
  const size = Math.min(Math.max(readNumber(values.get('startSize')) ?? DRAWIO_HEAD, 0), 1000)
  return {
    ...(side === band.side ? {} : { headSide: side }),
    ...(size === BANDS[`band-${side}`].size ? {} : { headSize: size }),
    ...readFills(values, fill)
  }
}

/** Draw.io paints the head with `fillColor` and the rest only where `swimlaneFillColor` says so. */
function readFills(values: ReadonlyMap<string, string>, fill: string | undefined): ShapeStyle {
  const head = values.get('fillColor')
  if (!values.has('swimlaneFillColor')) return fill === undefined || fill === 'none' ? {} : { headFill: fill, fill: 'none' }
  if (head === undefined || head.toLowerCase() === headFillOf(fill).toLowerCase()) return {}
  return /^(#[0-9a-f]{6}|none)$/i.test(head) ? { headFill: head } : {}
}
