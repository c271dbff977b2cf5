import type { DiagramShape, ShapeKind } from '../../../../shared/diagrams/diagram.ts'

/** A form of Lucid's libraries; `more`: what this type requires besides the common properties. */
export interface LucidForm {
  readonly type: string
  readonly rounding?: number
  readonly more?: Readonly<Record<string, unknown>>
}

const FORMS: Partial<Record<ShapeKind, LucidForm>> = {
  rectangle: { type: 'rectangle' },
  rounded: { type: 'rectangle', rounding: 24 },
  ellipse: { type: 'circle' },
  text: { type: 'text' },
  note: { type: 'stickyNote' },
  image: { type: 'image' },
  process: { type: 'process' },
  decision: { type: 'decision' },
  terminator: { type: 'terminator' },
  data: { type: 'data' },
  document: { type: 'document' },
  subprocess: { type: 'predefinedProcess', more: { sideWidth: 0.1 } },
  preparation: { type: 'preparation' },
  'manual-input': { type: 'manualInput' },
  delay: { type: 'delay' },
  database: { type: 'database' },
  connector: { type: 'connector' },
  'off-page': { type: 'offPageLink' },
  'model-stage': { type: 'rectangle' },
  condition: { type: 'rectangle' },
  'support-activity': { type: 'rectangle' }
}
const CARD: LucidForm = { type: 'rectangle', rounding: 12 }
const CONTAINER: LucidForm = { type: 'rectangleContainer', more: { magnetize: true, assistedLayout: false } }

/** The form of a shape that holds others, or is made to: a container, titled; else that of its kind, or a rounded rectangle. */
export const formOf = ({ kind }: DiagramShape, isContainer: boolean): LucidForm => (isContainer ? CONTAINER : (FORMS[kind] ?? CARD))

/** Whether the kind has no form of its own. */
export const isUnlike = (kind: ShapeKind): boolean => FORMS[kind] === undefined
