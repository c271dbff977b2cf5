import type { Edge, EdgeProps } from '@xyflow/react'
import type { ReactNode } from 'react'
import type { Route } from '../../../shared/models/edge-routes.ts'
import { RelationLine } from '../../ui/RelationLine.tsx'

export type RelationEdgeType = Edge<Record<string, unknown> & { route: Route; isLit: boolean; words: string }>

function RelationEdge({ data }: EdgeProps<RelationEdgeType>): ReactNode {
  return data ? <RelationLine route={data.route} words={data.words} isLit={data.isLit} /> : null
}

export const edgeTypes = { relation: RelationEdge }
