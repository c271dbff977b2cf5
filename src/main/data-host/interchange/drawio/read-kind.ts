import type { ShapeKind } from '../../../../shared/diagrams/diagram.ts'
import { isOn, readNumber, type CellStyle } from './cell-style.ts'

/** Shapes of draw.io by name, in the kinds they look like. Names without their library: `mxgraph.flowchart.decision` is `decision`. */
const SHAPES: Readonly<Record<string, ShapeKind>> = {
  rect: 'rectangle',
  rectangle: 'rectangle',
  label: 'rectangle',
  rrect: 'rounded',
  ext: 'rounded',
  partialrectangle: 'rectangle',
  ellipse: 'ellipse',
  doubleellipse: 'ellipse',
  circle: 'ellipse',
  text: 'text',
  line: 'rectangle',
  note: 'note',
  note2: 'note',
  callout: 'note',
  group: 'group',
  rhombus: 'decision',
  decision: 'decision',
  diamond: 'decision',
  process: 'subprocess',
  predefined_process: 'subprocess',
  terminator: 'terminator',
  start_1: 'terminator',
  parallelogram: 'data',
  data: 'data',
  document: 'document',
  document2: 'document',
  'multi-document': 'document',
  hexagon: 'preparation',
  preparation: 'preparation',
  manualinput: 'manual-input',
  manual_input: 'manual-input',
  delay: 'delay',
  cylinder: 'database',
  cylinder2: 'database',
  cylinder3: 'database',
  datastore: 'database',
  database: 'database',
  stored_data: 'database',
  direct_data: 'database',
  'on-page_reference': 'connector',
  start_2: 'connector',
  offpageconnector: 'off-page',
  'off-page_reference': 'off-page',
  step: 'primary-activity',
  umlactor: 'contact',
  actor: 'contact',
  image: 'image'
}
/** Within the flowchart library a process is a plain box; outside it, one with two bars. */
const FLOWCHART: Readonly<Record<string, ShapeKind>> = { ...SHAPES, process: 'process', annotation_1: 'note', annotation_2: 'note' }
const PERIMETERS: Readonly<Record<string, ShapeKind>> = {
  rhombusPerimeter: 'decision',
  ellipsePerimeter: 'ellipse',
  hexagonPerimeter: 'preparation',
  hexagonPerimeter2: 'preparation',
  parallelogramPerimeter: 'data'
}

interface KindFound {
  readonly kind: ShapeKind
  /** Nothing of ours looks like it: the kind is the nearest there is. */
  readonly isNearest: boolean
}

const find = (table: Readonly<Record<string, ShapeKind>>, name: string): ShapeKind | null =>
  Object.hasOwn(table, name) ? (table[name] ?? null) : null

/** The shape a style names, by `shape=` or by a name standing alone; null for a plain box. */
export const shapeName = ({ names, values }: CellStyle): string | null => values.get('shape') ?? names[0] ?? null

/** The kind of ours a cell looks like, containers apart. */
export function readKind(style: CellStyle, size: { width: number; height: number }): KindFound {
  const name = shapeName(style)?.toLowerCase() ?? null
  const [general] = style.names
  const known = name === null ? null : findNamed(name)
  if (known === 'contact' && size.width < 100) return { kind: 'ellipse', isNearest: true }
  if (known) return { kind: known, isNearest: name === 'line' }
  // `ellipse;shape=startState`: what it is in general says more than nothing.
  const byGeneral = general === undefined ? null : findNamed(general.toLowerCase())
  if (byGeneral) return { kind: byGeneral, isNearest: true }
  const byPerimeter = find(PERIMETERS, style.values.get('perimeter') ?? '')
  if (byPerimeter) return { kind: byPerimeter, isNearest: name !== null }
  return { kind: readBox(style, size), isNearest: name !== null && !name.startsWith('html') }
}

function findNamed(name: string): ShapeKind | null {
  const last = name.slice(name.lastIndexOf('.') + 1)
  if (name.startsWith('mxgraph.flowchart.')) return find(FLOWCHART, last)
  if (/^mxgraph\.(basic|bootstrap|mockup\.containers|infographic)\./.test(name)) return find(SHAPES, last)
  if (/^mxgraph\.[a-z0-9]+\.group\w*$/.test(name)) return 'group'
  if (name === 'mxgraph.bpmn.task' || name === 'mxgraph.bpmn.task2') return 'process'
  return find(SHAPES, name)
}

function readBox(style: CellStyle, { width, height }: { width: number; height: number }): ShapeKind {
  if (!isOn(style, 'rounded')) return 'rectangle'
  const arc = readNumber(style.values.get('arcSize')) ?? 10
  const isPill = isOn(style, 'absoluteArcSize') ? arc >= Math.min(width, height) : arc >= 40
  return isPill ? 'terminator' : 'rounded'
}
