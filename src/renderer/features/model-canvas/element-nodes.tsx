import { Handle, Position, type Node, type NodeProps } from '@xyflow/react'
import { memo, useMemo, type ReactNode } from 'react'
import { isFrame, type PlacedElement } from '../../../shared/models/arrange-model.ts'
import { drawElement } from '../../../shared/models/diagram-nodes.ts'
import type { NodeText } from '../../../shared/models/node-text.ts'
import { useFormats } from '../../ui/formats.tsx'
import { DrawnShapes } from '../../ui/DrawnShapes.tsx'

export type ElementNodeData = Record<string, unknown> & {
  placed: PlacedElement
  text: NodeText
  isSelected: boolean
  /** The one node that Tab reaches; arrow keys move it. */
  isTabStop: boolean
}
export type ElementNode = Node<ElementNodeData>

/** Lines need an anchor to exist; their real course comes from `edge-routes`. */
function Anchors(): ReactNode {
  return (
    <>
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
      <Handle type="target" position={Position.Top} isConnectable={false} />
    </>
  )
}

/** An element as `diagram-nodes` draws it, on paper as in the window; screen readers hear it in one sentence. */
function DrawnNode({ data }: NodeProps<ElementNode>): ReactNode {
  const { placed, text, isSelected, isTabStop } = data
  const { language } = useFormats()
  const { element, shape, detail, box } = placed
  const shapes = useMemo(() => drawElement({ ...placed, box: { ...box, x: 0, y: 0 } }, text, language), [placed, box, text, language])
  return (
    <div
      className={`node node-${shape} ${isFrame(shape) ? 'node-frame' : 'node-card'} detail-${detail} ${isSelected ? 'node-selected' : ''}`}
      role="button"
      tabIndex={isTabStop ? 0 : -1}
      aria-pressed={isSelected}
      data-testid={`node-${element.id}`}
      data-element={element.id}
    >
      <Anchors />
      <span className="visually-hidden">{text.label}</span>
      <svg className="node-drawn" width={box.width} height={box.height} aria-hidden>
        {/* Pointed at, a node says in full what its size shortens. */}
        <title>{text.lines.join('\n')}</title>
        <DrawnShapes shapes={shapes} />
      </svg>
    </div>
  )
}

export const nodeTypes = { element: memo(DrawnNode) }
