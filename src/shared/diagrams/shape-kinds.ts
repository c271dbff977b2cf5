import { INK } from '../models/diagram-shapes.ts'
import type { Face } from '../models/font-advances.ts'
import type { Icon } from './draw-icons.ts'
import type { DiagramShape, ShapeKind, ShapeStyle } from './diagram.ts'

/** The outline of a shape: `draw-forms.ts`. */
export type Form =
  | 'card'
  | 'square'
  | 'ellipse'
  | 'pill'
  | 'diamond'
  | 'slanted'
  | 'document'
  | 'subprocess'
  | 'hexagon'
  | 'manual-input'
  | 'delay'
  | 'cylinder'
  | 'off-page'
  | 'note'
  | 'chevron'
  | 'point'
  | 'stack'
  | 'bare'
/** What stands inside the outline: `draw-shape.ts`. */
export type Inside = 'text' | 'frame' | 'band-left' | 'band-top' | 'member' | 'icon' | 'emotion' | 'entity' | 'titled' | 'image'

export interface ShapeLook {
  /** Size when placed, in units. */
  readonly width: number
  readonly height: number
  readonly form: Form
  readonly inside: Inside
  readonly fill: string
  readonly stroke: string
  readonly ink: string
  readonly face: Face
  readonly fontSize: number
  readonly align: NonNullable<ShapeStyle['align']>
  readonly valign: NonNullable<ShapeStyle['valign']>
  readonly weight: number
  readonly radius: number
  readonly isDashed: boolean
  readonly icon: Icon | null
  /** Of the icon and its ground. */
  readonly accent: { readonly ink: string; readonly ground: string }
}

const TEAL = { ink: INK.accentInk, ground: INK.accentSoft }
const AMBER = { ink: INK.signal, ground: INK.paper }
const PLAIN: ShapeLook = {
  width: 144,
  height: 64,
  form: 'card',
  inside: 'text',
  fill: INK.surface,
  stroke: INK.faint,
  ink: INK.ink,
  face: 'regular',
  fontSize: 13,
  align: 'middle',
  valign: 'middle',
  weight: 1.1,
  radius: 6,
  isDashed: false,
  icon: null,
  accent: TEAL
}
const FRAME: ShapeLook = {
  ...PLAIN,
  fill: INK.region,
  stroke: INK.regionLine,
  ink: INK.accentInk,
  face: 'bold',
  weight: 1,
  radius: 4,
  align: 'middle'
}
const MEMBER: ShapeLook = { ...PLAIN, width: 184, height: 64, inside: 'member', stroke: INK.line, radius: 10, align: 'start', weight: 1 }
const CRM: ShapeLook = {
  ...PLAIN,
  width: 164,
  height: 56,
  inside: 'icon',
  stroke: INK.line,
  face: 'bold',
  radius: 10,
  align: 'start',
  weight: 1
}
const JOURNEY: ShapeLook = { ...PLAIN, width: 160, height: 56, inside: 'icon', stroke: INK.line, radius: 10, align: 'start', weight: 1 }
const MODEL: ShapeLook = {
  ...PLAIN,
  width: 208,
  height: 88,
  inside: 'titled',
  stroke: INK.line,
  face: 'title',
  fontSize: 17,
  radius: 10,
  align: 'start',
  weight: 1
}

/** What each kind looks like until somebody chooses otherwise, and its size when placed. */
export const SHAPE_LOOKS: Readonly<Record<ShapeKind, ShapeLook>> = {
  rectangle: { ...PLAIN, form: 'square' },
  rounded: { ...PLAIN, radius: 12 },
  ellipse: { ...PLAIN, form: 'ellipse', height: 80 },
  text: { ...PLAIN, form: 'bare', fill: 'none', stroke: 'none', align: 'start', valign: 'top', height: 32 },
  note: { ...PLAIN, form: 'note', fill: INK.accentSoft, stroke: INK.regionLine, align: 'start', valign: 'top', width: 168, height: 112 },
  image: { ...PLAIN, form: 'bare', inside: 'image', fill: 'none', stroke: 'none', width: 200, height: 150 },
  group: { ...FRAME, inside: 'frame', width: 320, height: 200, radius: 12, align: 'start' },

  process: { ...PLAIN, radius: 3 },
  decision: { ...PLAIN, form: 'diamond', fill: INK.accentSoft, stroke: INK.accent, width: 168, height: 104 },
  terminator: { ...PLAIN, form: 'pill', fill: INK.accentSoft, stroke: INK.accent, height: 52 },
  data: { ...PLAIN, form: 'slanted' },
  document: { ...PLAIN, form: 'document', height: 80 },
  subprocess: { ...PLAIN, form: 'subprocess', radius: 3 },
  preparation: { ...PLAIN, form: 'hexagon', width: 160 },
  'manual-input': { ...PLAIN, form: 'manual-input', height: 72 },
  delay: { ...PLAIN, form: 'delay' },
  database: { ...PLAIN, form: 'cylinder', width: 120, height: 96 },
  connector: { ...PLAIN, form: 'ellipse', width: 44, height: 44, face: 'bold' },
  'off-page': { ...PLAIN, form: 'off-page', width: 64, height: 64, face: 'bold' },

  pool: { ...FRAME, inside: 'band-left', stroke: INK.faint, width: 760, height: 320 },
  lane: { ...FRAME, inside: 'band-left', width: 728, height: 160 },
  'vertical-lane': { ...FRAME, inside: 'band-top', width: 220, height: 480 },

  person: { ...MEMBER },
  role: { ...MEMBER, icon: 'role' },
  team: { ...MEMBER, form: 'stack', icon: 'team' },
  vacancy: { ...MEMBER, icon: 'vacancy', fill: 'none', stroke: INK.faint, isDashed: true, accent: { ink: INK.faint, ground: INK.paper } },

  stage: { ...FRAME, form: 'card', inside: 'band-top', width: 200, height: 480, radius: 10 },
  touchpoint: { ...JOURNEY, icon: 'touchpoint' },
  emotion: { ...PLAIN, form: 'bare', inside: 'emotion', width: 128, height: 76, fill: INK.surface, stroke: INK.accent, weight: 1.6 },
  'pain-point': { ...JOURNEY, icon: 'pain', accent: AMBER, stroke: INK.signal },
  'opportunity-point': { ...JOURNEY, icon: 'idea', stroke: INK.accent },
  persona: { ...MEMBER, width: 220, height: 88, icon: 'contact' },

  'primary-activity': {
    ...PLAIN,
    form: 'chevron',
    fill: INK.surface,
    stroke: INK.regionLine,
    face: 'title',
    fontSize: 15,
    width: 176,
    height: 104
  },
  'support-activity': { ...PLAIN, fill: INK.region, stroke: INK.regionLine, width: 720, height: 48 },
  margin: {
    ...PLAIN,
    form: 'point',
    inside: 'titled',
    fill: INK.accentSoft,
    stroke: INK.regionLine,
    ink: INK.accentInk,
    face: 'title',
    fontSize: 15,
    width: 120,
    height: 240
  },
  condition: { ...MODEL, stroke: INK.regionLine, fontSize: 15, radius: 6, width: 720, height: 44 },

  entity: { ...PLAIN, inside: 'entity', width: 240, height: 160, radius: 8, face: 'bold', align: 'start' },

  account: { ...CRM, icon: 'account' },
  contact: { ...CRM, icon: 'contact' },
  lead: { ...CRM, icon: 'lead' },
  opportunity: { ...CRM, icon: 'opportunity' },
  case: { ...CRM, icon: 'case', accent: { ink: INK.signal, ground: INK.paper } },
  campaign: { ...CRM, icon: 'campaign' },
  order: { ...CRM, icon: 'order' },
  product: { ...CRM, icon: 'product' },
  task: { ...CRM, icon: 'task' },

  'model-phase': { ...MODEL },
  'model-block': { ...MODEL },
  'model-process': { ...MODEL },
  'model-stage': { ...MODEL, form: 'chevron', fontSize: 15, height: 120 },
  'model-region': { ...FRAME, inside: 'frame', width: 480, height: 280, radius: 12, align: 'start' },
  'model-foundation': { ...MODEL, width: 640, height: 48 }
}

/** What stands inside a shape: a band may have been put at another edge than its kind has it. */
export function insideOf({ kind, style }: Pick<DiagramShape, 'kind' | 'style'>): Inside {
  const { inside } = SHAPE_LOOKS[kind]
  const isBand = inside === 'band-left' || inside === 'band-top'
  return isBand && style.headSide !== undefined ? (style.headSide === 'top' ? 'band-top' : 'band-left') : inside
}

/** The face of an emotion, in its box above the word. */
export const faceSize = ({ width, height }: { width: number; height: number }): number => Math.min(36, width, height * 0.55)
