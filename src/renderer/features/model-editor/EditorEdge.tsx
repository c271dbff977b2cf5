import { useInternalNode, type Edge, type EdgeProps, type InternalNode } from '@xyflow/react'
import type { ReactNode } from 'react'
import type { Route } from '../../../shared/models/edge-routes.ts'
import type { Box } from '../../../shared/models/geometry.ts'
import { RelationLine } from '../../ui/RelationLine.tsx'
import { drawLine } from './lines.ts'

export type EditEdge = Edge<
  Record<string, unknown> & {
    index: number
    /** Null: the finished diagram never draws it (what is nested has no line). */
    route: Route | null
    /** Where its two ends stood when it was routed. */
    start: Box
    end: Box
    words: string
    isLit: boolean
  }
>

/** A relation on its route; while one of its ends is on its way somewhere else, a simple line that follows. */
export function EditorEdge({ source, target, data, selected = false }: EdgeProps<EditEdge>): ReactNode {
  const [from, to] = [useInternalNode(source), useInternalNode(target)]
  if (!from || !to || !data) return null
  const [start, end] = [readBox(from, data.start), readBox(to, data.end)]
  if (data.route && isSame(start, data.start) && isSame(end, data.end))
    return <RelationLine route={data.route} words={data.words} isLit={data.isLit} isNamed={selected} />
  return <path className="editor-line" d={drawLine(start, end)} />
}

/** Where a node is drawn; its size as it is in the definition until it was measured. */
function readBox({ internals, measured }: InternalNode, known: Box): Box {
  const { x, y } = internals.positionAbsolute
  return { x, y, width: measured.width ?? known.width, height: measured.height ?? known.height }
}

/** Measuring rounds. */
const CLOSE = 1
const isSame = (a: Box, b: Box): boolean => (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(a[side] - b[side]) < CLOSE)

export const edgeTypes = { relation: EditorEdge }
