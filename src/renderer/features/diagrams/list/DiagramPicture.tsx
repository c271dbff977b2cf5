import { memo, useMemo, type ReactNode } from 'react'
import { CONTAINERS, isLine, isShape, type DiagramItem, type DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { drawShape } from '../../../../shared/diagrams/draw-shape.ts'
import { routeLine } from '../../../../shared/diagrams/draw-line.ts'
import { SHAPE_LOOKS } from '../../../../shared/diagrams/shape-kinds.ts'
import type { Shape } from '../../../../shared/models/diagram-shapes.ts'
import { DrawnShapes } from '../../../ui/DrawnShapes.tsx'
import { useFormats } from '../../../ui/formats.tsx'

const MARGIN = 16
/** Beyond these, shapes are specks: plain boxes say as much, at a fraction of the work. */
const MOST_DRAWN = 250
const MOST_LINES = 800
/** How much wider than high the picture is; what is smaller than this is not blown up. */
const LEAST = { width: 420, height: 240 }

interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

/** The page's part that the shapes take up, no smaller than a few shapes side by side. */
function findBounds(shapes: readonly DiagramShape[]): Bounds {
  if (shapes.length === 0) return { x: 0, y: 0, ...LEAST }
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, width, height } of shapes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  const [width, height] = [Math.max(LEAST.width, right - left), Math.max(LEAST.height, bottom - top)]
  return {
    x: (left + right - width) / 2 - MARGIN,
    y: (top + bottom - height) / 2 - MARGIN,
    width: width + 2 * MARGIN,
    height: height + 2 * MARGIN
  }
}

const isContainer = ({ kind }: DiagramShape): boolean => CONTAINERS.includes(kind)

function drawBox({ x, y, width, height, kind, style }: DiagramShape): Shape {
  const look = SHAPE_LOOKS[kind]
  return { kind: 'rect', x, y, width, height, radius: look.radius, fill: style.fill ?? look.fill, stroke: style.stroke ?? look.stroke }
}

/** A diagram in small: outlines, colours and lines; words would be specks. */
export const DiagramPicture = memo(function DiagramPicture({ items }: { items: readonly DiagramItem[] }): ReactNode {
  const { language } = useFormats()
  const drawn = useMemo(() => {
    const shapes = items
      .filter(isShape)
      .sort((one, other) => Number(isContainer(other)) - Number(isContainer(one)) || one.order - other.order)
    const byId = new Map(shapes.map((shape) => [shape.id, shape]))
    const isSmall = shapes.length <= MOST_DRAWN
    return {
      bounds: findBounds(shapes),
      shapes: shapes.flatMap((shape) =>
        isSmall ? drawShape(shape, null, language).filter(({ kind }) => kind !== 'text') : [drawBox(shape)]
      ),
      lines: items
        .filter(isLine)
        .slice(0, MOST_LINES)
        .map((line) => ({ id: line.id, path: routeLine(line, byId).path }))
    }
  }, [items, language])
  const { x, y, width, height } = drawn.bounds
  return (
    <div className="diagram-picture">
      <svg viewBox={`${String(x)} ${String(y)} ${String(width)} ${String(height)}`} preserveAspectRatio="xMidYMid meet" aria-hidden>
        <DrawnShapes shapes={drawn.shapes} />
        {drawn.lines.map(({ id, path }) => (
          <path key={id} className="diagram-picture-line" d={path} />
        ))}
      </svg>
    </div>
  )
})
