import type PptxGenJS from 'pptxgenjs'
import type { ShapeKind, Side } from '../../../../shared/diagrams/diagram.ts'

/** A form of PowerPoint: its name, and the number of the place on each side that a connector is glued to. */
export interface SlideForm {
  readonly name: PptxGenJS.SHAPE_NAME
  readonly sites: Readonly<Record<Side, number>> | null
}

/** Most forms count their places from the top against the clock; ovals have one on each corner too. */
const FOUR = { top: 0, left: 1, bottom: 2, right: 3 } as const
const EIGHT = { top: 0, left: 2, bottom: 4, right: 6 } as const
const CAN = { top: 1, left: 2, bottom: 3, right: 4 } as const

const four = (name: SlideForm['name']): SlideForm => ({ name, sites: FOUR })
const CARD = four('roundRect')
const BOX = four('rect')

const FORMS: Partial<Record<ShapeKind, SlideForm>> = {
  rectangle: BOX,
  text: BOX,
  note: four('snip1Rect'),
  ellipse: { name: 'ellipse', sites: EIGHT },
  process: four('flowChartProcess'),
  decision: four('flowChartDecision'),
  terminator: four('flowChartTerminator'),
  // Its places are counted otherwise: lines end there, and are not glued.
  data: { name: 'flowChartInputOutput', sites: null },
  document: four('flowChartDocument'),
  subprocess: four('flowChartPredefinedProcess'),
  preparation: four('flowChartPreparation'),
  'manual-input': four('flowChartManualInput'),
  delay: four('flowChartDelay'),
  database: { name: 'can', sites: CAN },
  connector: { name: 'flowChartConnector', sites: EIGHT },
  'off-page': four('flowChartOffpageConnector'),
  pool: BOX,
  lane: BOX,
  'vertical-lane': BOX,
  'primary-activity': four('homePlate'),
  'model-stage': four('homePlate'),
  margin: four('homePlate'),
  'support-activity': BOX,
  condition: BOX,
  entity: BOX
}

export const slideFormOf = (kind: ShapeKind): SlideForm => FORMS[kind] ?? CARD
