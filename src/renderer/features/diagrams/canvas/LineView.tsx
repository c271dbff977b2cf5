import { memo, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isAttached, isLine, type DiagramLine, type DiagramShape, type LineEnd } from '../../../../shared/diagrams/diagram.ts'
import { drawLine, routeLine } from '../../../../shared/diagrams/draw-line.ts'
import { boxOf } from '../../../../shared/diagrams/draw-shape.ts'
import type { Anchor } from '../../../../shared/diagrams/route-line.ts'
import type { LiveFigure } from '../../../../shared/diagrams/with-figures.ts'
import { DrawnShapes } from '../../../ui/DrawnShapes.tsx'
import type { DiagramState } from '../store/diagram-store.ts'
import { useCanvasUi, useDiagram } from '../store/use-diagram.ts'
import { describeLine } from './describe.ts'
import { readShape } from './ShapeView.tsx'

export const readLine = ({ preview, items }: DiagramState, id: string): DiagramLine | null => {
  const item = preview?.get(id) ?? items.get(id)
  return item && isLine(item) ? item : null
}
const idOf = (end: LineEnd | undefined): string => (end && isAttached(end) ? end.shapeId : '')

/** What a line's ends stand at, as they are drawn. */
export function anchorsOf(ends: readonly (DiagramShape | null)[], figures: ReadonlyMap<string, LiveFigure>): ReadonlyMap<string, Anchor> {
  return new Map(ends.flatMap((end) => (end ? [[end.id, { ...boxOf(end, figures.get(end.id) ?? null), kind: end.kind }]] : [])))
}

/** A line with its heads and label, and a wide unseen one to point at. */
export const LineView = memo(function LineView({ id }: { id: string }): ReactNode {
  const { t } = useTranslation()
  const line = useDiagram((state) => readLine(state, id))
  const from = useDiagram((state) => readShape(state, idOf(readLine(state, id)?.from)))
  const to = useDiagram((state) => readShape(state, idOf(readLine(state, id)?.to)))
  const isSelected = useDiagram((state) => state.selection.has(id))
  const figures = useCanvasUi((state) => state.figures)
  const isWritten = useCanvasUi((state) => state.editing?.id === id)
  const drawn = useMemo(() => {
    if (!line) return null
    const anchors = anchorsOf([from, to], figures)
    const route = routeLine(line, anchors)
    return { route, shapes: drawLine(isWritten ? { ...line, label: '' } : line, anchors, route) }
  }, [line, from, to, figures, isWritten])
  if (!line || !drawn) return null
  return (
    <g
      className={`diagram-line ${isSelected ? 'diagram-line-on' : ''}`}
      role="button"
      tabIndex={-1}
      aria-pressed={isSelected}
      aria-label={describeLine(line, from, to, t)}
      id={`item-${id}`}
      data-item={id}
      data-testid={`line-${id}`}
    >
      <path className="diagram-line-hit" d={drawn.route.path} />
      <DrawnShapes shapes={drawn.shapes} />
    </g>
  )
})
