import type { LineHead, ShapeKind } from '../../../../shared/diagrams/diagram.ts'

/** How a kind is called in Lucidchart, and in which of its libraries. */
interface CsvShape {
  readonly name: string
  readonly library: string
}
const flow = (name: string): CsvShape => ({ name, library: 'Flowchart Shapes/Containers' })
const BLOCK: CsvShape = { name: 'Block', library: 'Standard' }

const WRITTEN: Partial<Record<ShapeKind, CsvShape>> = {
  rectangle: { name: 'Rectangle', library: 'Geometric Shapes' },
  ellipse: { name: 'Circle', library: 'Geometric Shapes' },
  text: { name: 'Text', library: 'Standard' },
  note: { name: 'Sticky Note', library: 'Standard' },
  group: flow('Rectangle Container'),
  process: flow('Process'),
  decision: flow('Decision'),
  terminator: flow('Terminator'),
  data: flow('Data (I/O)'),
  document: flow('Document'),
  subprocess: flow('Predefined Process'),
  preparation: flow('Preparation'),
  'manual-input': flow('Manual Input'),
  delay: flow('Delay'),
  database: flow('Database'),
  connector: flow('Connector'),
  'off-page': flow('Off-Page Link'),
  pool: flow('Swim Lane')
}

/** `hasInner`: shapes stand in it, so it is a container in Lucid too. */
export const csvShapeOf = (kind: ShapeKind, hasInner: boolean): CsvShape =>
  WRITTEN[kind] ?? (hasInner ? flow('Rectangle Container') : BLOCK)

const READ: Partial<Record<ShapeKind, string>> = {
  rectangle: 'rectangle|square|block|default block|custom block',
  rounded: 'rounded rectangle',
  ellipse: 'circle|ellipse|oval',
  text: 'text|text block|minimaltextblock|hotspot',
  note: 'sticky note|note|curly brace note|brace note|annotation',
  group:
    'container|rectangle container|rounded rectangle container|pill container|circle container|diamond container|brace container|bracket container|frame',
  process: 'process',
  decision: 'decision|diamond|rhombus',
  terminator: 'terminator|start|end|start/end',
  data: 'data|data (i/o)|data block|parallelogram',
  document: 'document|multiple documents|paper tape',
  subprocess: 'predefined process',
  preparation: 'preparation|hexagon',
  'manual-input': 'manual input|manual operation',
  delay: 'delay',
  database: 'database|stored data|direct access storage|internal storage|cylinder',
  connector: 'connector',
  'off-page': 'off-page link|off-page connector|off page link',
  pool: 'swim lane|swim lanes|swimlane|swimlanes|advanced swim lane|advanced swimlane|basic swim lane|pool',
  entity: 'entity',
  person: 'person|user|actor'
}
const KINDS: ReadonlyMap<string, ShapeKind> = new Map(
  (Object.entries(READ) as [ShapeKind, string][]).flatMap(([kind, names]) => names.split('|').map((name) => [name, kind] as const))
)

/** The kind of a shape by its name in Lucidchart; null when Cauce has none like it. */
export const kindOfName = (name: string): ShapeKind | null => KINDS.get(name.toLowerCase()) ?? null

const ARROWS: Readonly<Record<LineHead, string>> = {
  none: 'None',
  arrow: 'Arrow',
  open: 'Open Arrow',
  diamond: 'Composition',
  circle: 'Open Circle',
  one: 'CFN ERD One Arrow',
  many: 'CFN ERD Many Arrow',
  'zero-or-one': 'CFN ERD Zero Or One Arrow',
  'zero-or-many': 'CFN ERD Zero Or More Arrow',
  'one-or-many': 'CFN ERD One Or More Arrow'
}
export const arrowOf = (head: LineHead): string => ARROWS[head]

/** The more special first: `Zero Or More` before `More`. */
const HEADS: readonly (readonly [sign: RegExp, head: LineHead])[] = [
  [/^$|none/i, 'none'],
  [/zero or more|zero or many/i, 'zero-or-many'],
  [/one or more|one or many/i, 'one-or-many'],
  [/zero or one/i, 'zero-or-one'],
  [/many/i, 'many'],
  [/\bone\b/i, 'one'],
  [/composition|aggregation|diamond/i, 'diamond'],
  [/circle/i, 'circle'],
  [/open|hollow|async/i, 'open']
]
export const headOf = (arrow: string): LineHead => HEADS.find(([sign]) => sign.test(arrow))?.[1] ?? 'arrow'
