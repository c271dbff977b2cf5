import { EdgeLabelRenderer, useInternalNode, type Edge, type EdgeProps, type InternalNode } from '@xyflow/react'
import type { ReactNode } from 'react'
import type { Box } from '../../../shared/models/geometry.ts'
import type { RelationKind } from '../../../shared/models/model.ts'
import { LINE_STYLES } from '../../../shared/models/edge-routes.ts'
import { measureText } from '../../../shared/models/text-measure.ts'
import { drawLine } from './lines.ts'

/** As the style sheet sets it. */
const LABEL_SIZE = 11
const LABEL_PADDING = 10

export type EditEdge = Edge<Record<string, unknown> & { index: number; lane: number; kind: RelationKind; label: string | null }>

function boxOf(node: InternalNode): Box {
  const { x, y } = node.internals.positionAbsolute
  return { x, y, width: node.measured.width ?? 0, height: node.measured.height ?? 0 }
}

/** A relation: it follows its ends while they move. What the finished diagram leaves undrawn is dotted here, to be found. */
export function EditorEdge({ source, target, data, selected = false }: EdgeProps<EditEdge>): ReactNode {
  const [from, to] = [useInternalNode(source), useInternalNode(target)]
  if (!from || !to || !data) return null
  const { path, middle, room } = drawLine(boxOf(from), boxOf(to), data.lane)
  const style = LINE_STYLES[data.kind]
  const look = style === null ? 'editor-line-hidden' : style.line === 'dashed' ? 'editor-line-dashed' : ''
  const head = `url(#${selected ? 'editor-head-accent' : 'editor-head'})`
  return (
    <>
      <path className="editor-line-reach" d={path} />
      <path
        className={`editor-line ${look} ${selected ? 'editor-line-on' : ''}`}
        d={path}
        markerEnd={style?.endArrow === false ? undefined : head}
        markerStart={style?.startArrow ? head : undefined}
      />
      {data.label !== null && (selected || measureText(data.label, LABEL_SIZE) + LABEL_PADDING <= room) && (
        <EdgeLabelRenderer>
          <div
            className={`editor-line-label ${selected ? 'editor-line-label-on' : ''}`}
            style={{ transform: `translate(-50%, -50%) translate(${String(middle.x)}px, ${String(middle.y)}px)` }}
          >
            {data.label}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  )
}

/** Arrow heads, defined once per page. */
export function ArrowHeads(): ReactNode {
  return (
    <svg width="0" height="0" className="editor-heads" aria-hidden>
      <defs>
        <Head id="editor-head" fill="var(--muted)" />
        <Head id="editor-head-accent" fill="var(--accent)" />
      </defs>
    </svg>
  )
}

function Head({ id, fill }: { id: string; fill: string }): ReactNode {
  return (
    <marker
      id={id}
      viewBox="0 0 10 10"
      refX="9"
      refY="5"
      markerWidth="9"
      markerHeight="9"
      markerUnits="userSpaceOnUse"
      orient="auto-start-reverse"
    >
      <path d="M0.5 0.8L9.5 5L0.5 9.2z" fill={fill} />
    </marker>
  )
}

export const edgeTypes = { relation: EditorEdge }
