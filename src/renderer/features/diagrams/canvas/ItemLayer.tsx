import { memo, type ReactNode } from 'react'
import type { DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { useDiagram } from '../store/use-diagram.ts'

/** All shapes and lines, in one drawing: containers first, then by order. */
export function ItemLayer({ onPress }: { onPress: (id: string) => void }): ReactNode {
  const items = useDiagram((state) => state.items)
  return (
    <svg className="diagram-items">
      {[...items.values()].map((item) => item.item === 'shape' && <PlainShape key={item.id} shape={item} onPress={onPress} />)}
    </svg>
  )
}

const PlainShape = memo(function PlainShape({ shape, onPress }: { shape: DiagramShape; onPress: (id: string) => void }): ReactNode {
  const { id, x, y, width, height, label } = shape
  return (
    <g
      data-item={id}
      data-testid={`shape-${id}`}
      onClick={() => {
        onPress(id)
      }}
    >
      <rect {...{ x, y, width, height }} rx={8} className="diagram-plain" />
      <text x={x + width / 2} y={y + height / 2} textAnchor="middle" dominantBaseline="middle">
        {label}
      </text>
    </g>
  )
})
