import { memo, useMemo, type CSSProperties, type ReactNode } from 'react'
import type { DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import { isShape } from '../../../../shared/diagrams/diagram.ts'
import { drawLine } from '../../../../shared/diagrams/draw-line.ts'
import { sortForDrawing } from '../../../../shared/diagrams/draw-order.ts'
import { boxOf, drawShape } from '../../../../shared/diagrams/draw-shape.ts'
import type { Anchor } from '../../../../shared/diagrams/route-line.ts'
import type { LiveFigure } from '../../../../shared/diagrams/with-figures.ts'
import type { Language } from '../../../../shared/domain/text.ts'
import { DrawnShapes } from '../../../ui/DrawnShapes.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import type { Items } from '../store/items.ts'
import type { Camera } from './camera.ts'

interface StageProps {
  items: Items
  figures: ReadonlyMap<string, LiveFigure>
  camera: Camera
  /** What the step is about; null: all of it. */
  lit: ReadonlySet<string> | null
  /** Number of each shape that is a step, while the whole is shown; null: it can be picked, and shows none. */
  numbers: ReadonlyMap<string, number | null> | null
  onPick: (id: string) => void
}

/** The diagram without anything around it: a camera goes over it from step to step, the rest of it fades. */
export const Stage = memo(function Stage({ items, figures, camera, lit, numbers, onPick }: StageProps): ReactNode {
  const { language } = useFormats()
  const sorted = useMemo(() => sortForDrawing([...items.values()]), [items])
  const anchors = useMemo(() => {
    const found = new Map<string, Anchor>()
    for (const item of items.values())
      if (isShape(item)) found.set(item.id, { ...boxOf(item, figures.get(item.id) ?? null), kind: item.kind })
    return found
  }, [items, figures])
  const move: CSSProperties = { transform: `translate(${camera.x}px, ${camera.y}px) scale(${camera.zoom})` }
  return (
    <svg className="stage" aria-hidden data-testid="stage">
      <g className="stage-page" style={move}>
        {sorted.map((item) => (
          <StageItem
            key={item.id}
            item={item}
            live={figures.get(item.id) ?? null}
            anchors={isShape(item) ? null : anchors}
            isFaded={lit !== null && !lit.has(item.id)}
            language={language}
          />
        ))}
        {numbers &&
          [...numbers].map(([id, number], index) => {
            const box = anchors.get(id)
            return (
              box && (
                <g
                  key={id}
                  className="stage-step"
                  data-testid={`stage-step-${String(index + 1)}`}
                  onClick={(event) => {
                    event.stopPropagation()
                    onPick(id)
                  }}
                >
                  <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={6} fill="transparent" />
                  {number !== null && (
                    <g transform={`translate(${box.x} ${box.y}) scale(${1 / camera.zoom})`}>
                      <circle r={17} />
                      <text textAnchor="middle" y={5.5}>
                        {number}
                      </text>
                    </g>
                  )}
                </g>
              )
            )
          })}
      </g>
    </svg>
  )
})

interface StageItemProps {
  item: DiagramItem
  live: LiveFigure | null
  anchors: ReadonlyMap<string, Anchor> | null
  isFaded: boolean
  language: Language
}

const NO_ANCHORS: ReadonlyMap<string, Anchor> = new Map()

const StageItem = memo(function StageItem({ item, live, anchors, isFaded, language }: StageItemProps): ReactNode {
  const shapes = useMemo(
    () => (isShape(item) ? drawShape(item, live, language) : drawLine(item, anchors ?? NO_ANCHORS)),
    [item, live, anchors, language]
  )
  return (
    <g className={isFaded ? 'stage-item stage-faded' : 'stage-item'} data-item={item.id}>
      <DrawnShapes shapes={shapes} />
    </g>
  )
})
