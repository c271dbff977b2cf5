import type { DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { ENTITY_HEAD, measureEntity, measureRow } from '../../../../shared/diagrams/draw-entity.ts'
import { SHAPE_LOOKS } from '../../../../shared/diagrams/shape-kinds.ts'
import { measureText } from '../../../../shared/models/text-measure.ts'

export interface Run {
  readonly text: string
  readonly options: Readonly<Record<string, unknown>>
}
interface EntityText {
  readonly runs: readonly Run[]
  /** Free above the first line, in points. */
  readonly top: number
}

/** A line of text is this many times as high as its letters. */
const LINE = 1.2
const FIELD = 12
const MARGIN = 5
const LEAST_POINTS = 5
const ROW = measureRow(1) - measureRow(0)
/** Between the head and the first row. */
const GAP = measureRow(0) - ROW / 2 - ENTITY_HEAD

/**
 * The text of a table of fields with every row where Cauce draws it, for lines end at rows. `head`: lines of the name, `fields`: one
 * for each; `points`: of a unit of the page.
 */
export function spaceEntity(shape: DiagramShape, head: readonly Run[], fields: readonly Run[], points: number): EntityText {
  const need = measureEntity(shape)
  const scale = Math.min(1, shape.width / need.width, shape.height / need.height)
  const unit = points * scale
  const named = (shape.style.fontSize ?? SHAPE_LOOKS.entity.fontSize) * unit
  const lines = [
    ...head.map((run) => ({ run, size: named, height: (ENTITY_HEAD * unit) / head.length })),
    ...fields.map((run) => {
      const fits = (shape.width - 2 * MARGIN) / Math.max(1, measureText(run.text, FIELD) * scale)
      return { run, size: FIELD * unit * Math.min(1, fits), height: ROW * unit }
    })
  ].map(({ run, size, height }) => {
    const fontSize = Math.max(LEAST_POINTS, Math.round(size * 10) / 10)
    const line = Math.min(height, fontSize * LINE)
    return { run, fontSize, line, free: (height - line) / 2 }
  })
  let before = (head.length === 0 ? ENTITY_HEAD + GAP : 0) * unit
  const top = before + (lines[0]?.free ?? 0)
  const runs = lines.map(({ run, fontSize, line, free }, index): Run => {
    const above = index === 0 ? 0 : before + free
    before = free + (index === head.length - 1 ? GAP * unit : 0)
    return { text: run.text, options: { ...run.options, fontSize, lineSpacing: line, paraSpaceBefore: above } }
  })
  return { runs, top }
}
