import type { ShapeKind } from '../../../../shared/diagrams/diagram.ts'
import type { CellStyle } from './cell-style.ts'
import { SHAPE_LOOKS, type Form, type Inside, type ShapeLook } from '../../../../shared/diagrams/shape-kinds.ts'

type Entries = Readonly<Record<string, string>>

const named = (name: string, values: Entries = {}): CellStyle => ({ names: [name], values: new Map(Object.entries(values)) })
const shaped = (shape: string, values: Entries = {}): CellStyle => ({ names: [], values: new Map(Object.entries({ shape, ...values })) })
const plain = (values: Entries): CellStyle => ({ names: [], values: new Map(Object.entries(values)) })

/** The shape of draw.io that looks like each outline of ours. */
const FORMS: Readonly<Record<Form, CellStyle>> = {
  card: plain({ rounded: '1', absoluteArcSize: '1', arcSize: '12' }),
  square: plain({ rounded: '0' }),
  ellipse: named('ellipse'),
  pill: plain({ rounded: '1', arcSize: '50' }),
  diamond: named('rhombus'),
  slanted: shaped('parallelogram', { perimeter: 'parallelogramPerimeter', fixedSize: '1' }),
  document: shaped('document', { boundedLbl: '1' }),
  subprocess: shaped('process', { backgroundOutline: '1' }),
  hexagon: shaped('hexagon', { perimeter: 'hexagonPerimeter2', fixedSize: '1' }),
  'manual-input': shaped('manualInput'),
  delay: shaped('delay'),
  cylinder: shaped('cylinder3', { boundedLbl: '1', backgroundOutline: '1', size: '15' }),
  'off-page': shaped('offPageConnector'),
  note: shaped('note', { size: '14' }),
  chevron: shaped('step', { perimeter: 'stepPerimeter', fixedSize: '1' }),
  point: named('triangle'),
  stack: plain({ rounded: '1', absoluteArcSize: '1', arcSize: '20', shadow: '1' }),
  bare: named('text')
}

const CONTAINER: Entries = { container: '1', collapsible: '0', recursiveResize: '0' }
/** What stands inside decides over the outline where draw.io has a shape for it. */
const INSIDES: Readonly<Partial<Record<Inside, CellStyle>>> = {
  'band-left': named('swimlane', { horizontal: '0', startSize: '32', ...CONTAINER }),
  'band-top': named('swimlane', { horizontal: '1', startSize: '40', ...CONTAINER }),
  frame: plain({ rounded: '1', absoluteArcSize: '1', arcSize: '16', ...CONTAINER }),
  entity: named('swimlane', {
    childLayout: 'stackLayout',
    horizontal: '1',
    startSize: '36',
    horizontalStack: '0',
    resizeParent: '1',
    resizeParentMax: '0',
    resizeLast: '0',
    collapsible: '0',
    marginBottom: '0'
  }),
  image: shaped('image', { imageAspect: '0', verticalLabelPosition: 'bottom', labelBackgroundColor: 'default' })
}

/** How draw.io is told to draw a kind, its colours apart. */
export function styleOfKind(kind: ShapeKind): CellStyle {
  const look = SHAPE_LOOKS[kind]
  return INSIDES[look.inside] ?? FORMS[look.form]
}

/** Whether the kind has a head that is painted apart from the rest (`swimlaneFillColor`). */
export const hasHead = ({ inside }: ShapeLook): boolean => inside === 'band-left' || inside === 'band-top' || inside === 'entity'
