import { memo, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isAttached, isLine, type DiagramLine, type DiagramShape, type LineEnd } from '../../../../shared/diagrams/diagram.ts'
import { drawLine, routeLine } from '../../../../shared/diagrams/draw-line.ts'
import { boxOf } from '../../../../shared/diagrams/draw-shape.ts'
import type { Anchor } from '../../../../shared/diagrams/route-line.ts'
import type { LiveFigure } from '../../../../shared/diagrams/with-figures.ts'
import { DrawnShapes } from '../../../ui/DrawnShapes.tsx'
import type { DiagramState } from '../store/diagram-store.ts'
import { useDiagramStore, useItems } from '../store/use-diagram.ts'
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

interface LineViewProps {
  id: string
  /** Too small to be read: its way alone. */
  isFar: boolean
  /** Drawn elsewhere: here it only has its name. */
  isUnseen?: boolean
}

/** A line with its heads and label, and a wide unseen one to point at. */
export const LineView = memo(function LineView({ id, isFar, isUnseen = false }: LineViewProps): ReactNode {
  const { t } = useTranslation()
  const store = useDiagramStore()
  const ends = readLine(store.getState(), id)
  const [fromId, toId] = [idOf(ends?.from), idOf(ends?.to)]
  const { line, from, to, fromFigure, toFigure, isSelected, isWritten } = useItems([id, fromId, toId], (diagram, { figures, editing }) => ({
    line: readLine(diagram, id),
    from: readShape(diagram, fromId),
    to: readShape(diagram, toId),
    fromFigure: figures.get(fromId) ?? null,
    toFigure: figures.get(toId) ?? null,
    isSelected: diagram.selection.has(id),
    isWritten: editing?.id === id
  }))
  const drawn = useMemo(() => {
    if (!line) return null
    const anchors = new Map<string, Anchor>()
    if (from) anchors.set(from.id, { ...boxOf(from, fromFigure), kind: from.kind })
    if (to) anchors.set(to.id, { ...boxOf(to, toFigure), kind: to.kind })
    const route = routeLine(line, anchors)
    return { route, shapes: drawLine(isWritten ? { ...line, label: '' } : line, anchors, route) }
  }, [line, from, to, fromFigure, toFigure, isWritten])
  if (!line || !drawn) return null
  return (
    <g
      className={`diagram-line ${isSelected ? 'diagram-line-on' : ''}`}
      role="button"
      tabIndex={-1}
      aria-pressed={isSelected}
      aria-label={describeLine(line, { from, to }, store.getState().items, t)}
      id={`item-${id}`}
      data-item={id}
      data-testid={`line-${id}`}
    >
      <path className="diagram-line-hit" d={drawn.route.path} />
      {!isUnseen && <DrawnShapes shapes={isFar ? drawn.shapes.slice(0, 1) : drawn.shapes} />}
    </g>
  )
})
