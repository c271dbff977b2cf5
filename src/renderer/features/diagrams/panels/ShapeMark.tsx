import { memo, useMemo, type ReactNode } from 'react'
import type { DiagramShape, ShapeKind } from '../../../../shared/diagrams/diagram.ts'
import { drawShape } from '../../../../shared/diagrams/draw-shape.ts'
import { SHAPE_LOOKS } from '../../../../shared/diagrams/shape-kinds.ts'
import { INK, type Shape } from '../../../../shared/models/diagram-shapes.ts'
import { DrawnShapes } from '../../../ui/DrawnShapes.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import './shape-mark.css'

const MARGIN = 4
/** Very long or very high kinds are shown shorter, so that what they are can be told. */
const MOST_RATIO = 2.1

/** A shape of that kind as it is drawn, in small and without words. */
export const ShapeMark = memo(function ShapeMark({ kind, size }: { kind: ShapeKind; size: number }): ReactNode {
  const { language } = useFormats()
  const { shapes, width, height } = useMemo(() => {
    const look = SHAPE_LOOKS[kind]
    const width = Math.min(look.width, look.height * MOST_RATIO)
    const height = Math.min(look.height, look.width * MOST_RATIO)
    const shape: DiagramShape = {
      item: 'shape',
      id: kind,
      kind,
      x: 0,
      y: 0,
      width,
      height,
      order: 0,
      label: '',
      style: {}
    }
    return { width, height, shapes: [...drawShape(shape, null, language).filter((each) => each.kind !== 'text'), ...(SIGNS[kind] ?? [])] }
  }, [kind, language])
  return (
    <svg
      className="shape-mark"
      width={size * 1.45}
      height={size}
      viewBox={`${String(-MARGIN)} ${String(-MARGIN)} ${String(width + 2 * MARGIN)} ${String(height + 2 * MARGIN)}`}
      aria-hidden
    >
      <DrawnShapes shapes={shapes} />
    </svg>
  )
})

/** Kinds that are nothing but words: lines as words are written on. */
const SIGNS: Partial<Record<ShapeKind, readonly Shape[]>> = {
  text: [0.22, 0.52, 0.82].map((down, row) => ({
    kind: 'path',
    d: `M2,${String(SHAPE_LOOKS.text.height * down)}H${String(row === 2 ? 38 : 62)}`,
    fill: 'none',
    stroke: INK.muted,
    weight: 2.4
  }))
}
