import type { EntityField, ShapeKind } from '../../../shared/diagrams/diagram.ts'
import { SHAPE_LOOKS } from '../../../shared/diagrams/shape-kinds.ts'
import { measureText, wrapText } from '../../../shared/models/text-measure.ts'

interface Size {
  readonly width: number
  readonly height: number
}

const PADDING = 32
const WIDEST = 320
const LINE = 1.35
/** Forms whose corners leave less room for text than the box around them. */
const NARROWING: Partial<Record<ShapeKind, number>> = {
  decision: 1.7,
  ellipse: 1.4,
  preparation: 1.25,
  data: 1.25,
  connector: 1.4,
  'off-page': 1.3
}
const ENTITY_HEAD = 40
const ENTITY_FIELD = 20
/** Texts beyond this many characters are not measured: such a shape has its greatest size. */
const MEASURED = 600

/** How large a shape is made whose file says no size: as when placed, larger where its text needs it. */
export function sizeShape(kind: ShapeKind, label: string, fields: readonly EntityField[] = []): Size {
  const look = SHAPE_LOOKS[kind]
  if (kind === 'entity') return { width: look.width, height: ENTITY_HEAD + Math.max(1, fields.length) * ENTITY_FIELD }
  const factor = NARROWING[kind] ?? 1
  const lines = label.slice(0, MEASURED).split('\n')
  const widest = Math.max(...lines.map((line) => measureText(line, look.fontSize, look.face)))
  const room = Math.min(WIDEST, Math.max(look.width / factor - PADDING, Math.min(widest, WIDEST * 0.7)))
  const count = lines.flatMap((line) => wrapText(line, room, look.fontSize, look.face)).length
  const width = Math.max(look.width, Math.ceil((room + PADDING) * factor))
  const height = Math.max(look.height, Math.ceil((count * look.fontSize * LINE + 24) * factor))
  return kind === 'ellipse' || kind === 'connector' ? { width, height: Math.max(height, Math.round(width / 1.8)) } : { width, height }
}
