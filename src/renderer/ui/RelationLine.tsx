import './relation-line.css'
import { EdgeLabelRenderer } from '@xyflow/react'
import { useState, type ReactNode } from 'react'
import type { Route } from '../../shared/models/edge-routes.ts'
import type { Point } from '../../shared/models/geometry.ts'

interface RelationLineProps {
  route: Route
  /** The relation in words: who does what to whom. */
  words: string
  isLit: boolean
  /** The words stand there without being pointed at. */
  isNamed?: boolean
}

/** A relation along its computed route. Pointed at, it says in words what it relates, whether there is room for its label or not. */
export function RelationLine({ route, words, isLit: isLitByOthers, isNamed = false }: RelationLineProps): ReactNode {
  const [isPointedAt, setPointedAt] = useState(false)
  const isLit = isLitByOthers || isPointedAt
  const { style, label } = route
  const look = `relation relation-${style.line} relation-${style.weight} ${isLit ? 'relation-lit' : ''}`
  const isAccent = style.line === 'dashed' || isLit
  const head = `relation-head${style.head === 'open' ? '-open' : ''}${isAccent ? '-accent' : ''}`
  return (
    <>
      <path
        className={look}
        d={route.path}
        markerEnd={style.endArrow ? `url(#${head})` : undefined}
        markerStart={style.startArrow ? `url(#${head})` : undefined}
      />
      <path
        className="relation-reach"
        d={route.path}
        onPointerEnter={() => {
          setPointedAt(true)
        }}
        onPointerLeave={() => {
          setPointedAt(false)
        }}
      />
      {(isPointedAt || isNamed) && (
        <EdgeLabelRenderer>
          <div className="relation-words" style={placeWords(route.points)}>
            {words}
          </div>
        </EdgeLabelRenderer>
      )}
      {label && (
        <EdgeLabelRenderer>
          <div
            className={`relation-label ${isLit ? 'relation-label-lit' : ''} ${route.relation.from === route.relation.to ? 'relation-label-beside' : ''}`}
            style={{ transform: `translate(${label.box.x}px, ${label.box.y}px)`, width: label.box.width, height: label.box.height }}
          >
            {label.text}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  )
}

/** Above the middle of the line. */
function placeWords(points: readonly Point[]): { transform: string } {
  const longest = points.slice(1).reduce<[Point, Point] | null>((best, to, index) => {
    const from = points[index] ?? to
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    return best && Math.hypot(best[1].x - best[0].x, best[1].y - best[0].y) >= length ? best : [from, to]
  }, null)
  const [from, to] = longest ?? [
    { x: 0, y: 0 },
    { x: 0, y: 0 }
  ]
  return { transform: `translate(${(from.x + to.x) / 2}px, ${(from.y + to.y) / 2 - 8}px) translate(-50%, -100%)` }
}

/** Arrow heads, defined once per diagram. */
export function ArrowHeads(): ReactNode {
  return (
    <svg width="0" height="0" className="relation-heads" aria-hidden>
      <defs>
        <Head id="relation-head" fill="var(--muted)" />
        <Head id="relation-head-accent" fill="var(--accent)" />
        <OpenHead id="relation-head-open" stroke="var(--muted)" />
        <OpenHead id="relation-head-open-accent" stroke="var(--accent)" />
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

function OpenHead({ id, stroke }: { id: string; stroke: string }): ReactNode {
  return (
    <marker
      id={id}
      viewBox="0 0 10 10"
      refX="9"
      refY="5"
      markerWidth="10"
      markerHeight="10"
      markerUnits="userSpaceOnUse"
      orient="auto-start-reverse"
    >
      <path d="M1.5 1.2L9 5L1.5 8.8" fill="none" stroke={stroke} strokeWidth="1.4" />
    </marker>
  )
}
