import { useStore } from '@xyflow/react'
import { memo, useMemo, type ReactNode } from 'react'
import { isAttached, isShape, SIDES, type DiagramLine, type DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { makeLine } from '../../../../shared/diagrams/edits/connect.ts'
import { CORNERS, type Corner } from '../../../../shared/diagrams/edits/resize.ts'
import { drawLine, measureLabel, routeLine } from '../../../../shared/diagrams/draw-line.ts'
import { measureDrawn } from '../../../../shared/diagrams/draw-shape.ts'
import { bottom, centre, right, type Box, type Point } from '../../../../shared/models/geometry.ts'
import { DrawnShapes } from '../../../ui/DrawnShapes.tsx'
import type { GestureMarks } from '../store/canvas-ui.ts'
import { useCanvasUi, useDiagram } from '../store/use-diagram.ts'
import { ChosenMany } from './ChosenMany.tsx'
import { FarNames } from './FarNames.tsx'
import { anchorsOf, readLine } from './LineView.tsx'
import { readLineInHand } from './line-stops.ts'
import { portOf } from './other-gestures.ts'
import { readShape } from './ShapeView.tsx'
import type { CanvasMode } from './canvas-mode.ts'

/** More than these that were found are not outlined; more than these chosen are shown in one drawing. */
const MOST_OUTLINED = 400
const MOST_CHOSEN = 60
/** How far outside of a shape its dots stand: clear of the squares it is resized by. */
const PORT_GAP_PX = 21

const readZoom = ({ transform }: { transform: readonly [number, number, number] }): number => transform[2]

/** Over the drawing: what is chosen and its handles, what is found, guides and what is being pulled. Sizes stay the same at every zoom. */
export const Overlay = memo(function Overlay({ mode }: { mode: CanvasMode }): ReactNode {
  const zoom = useStore(readZoom)
  const selection = useDiagram((state) => state.selection)
  const isMoving = useDiagram((state) => state.preview !== null)
  const found = useCanvasUi((state) => state.found)
  const marks = useCanvasUi((state) => state.marks)
  const targetId = useCanvasUi((state) => state.targetId)
  const hoveredId = useCanvasUi((state) => state.hoveredId)
  const isWriting = useCanvasUi((state) => state.editing !== null)
  const px = 1 / zoom
  const [onlyId = null] = selection.size === 1 ? selection : []
  const isEditing = mode === 'edit'
  return (
    <svg className="diagram-overlay" aria-hidden>
      <FarNames />
      {found?.ids.slice(0, MOST_OUTLINED).map((id, index) => (
        <Outline
          key={id}
          id={id}
          className={index === found.at ? 'overlay-found overlay-found-now' : 'overlay-found'}
          gap={6 * px}
          px={px}
        />
      ))}
      {selection.size > MOST_CHOSEN ? (
        <ChosenMany px={px} />
      ) : (
        [...selection].map((id) => <Outline key={id} id={id} className="overlay-chosen" gap={3 * px} px={px} />)
      )}
      {targetId !== null && <Outline id={targetId} className="overlay-target" gap={4 * px} px={px} />}
      {isEditing && !isWriting && onlyId !== null && !marks && <Handles id={onlyId} px={px} />}
      {isEditing && !isWriting && !isMoving && !marks && hoveredId !== null && <Ports id={hoveredId} px={px} />}
      {isEditing && <StopInHand px={px} />}
      {marks && <Marks marks={marks} px={px} />}
    </svg>
  )
})

/** The corner, leg, end or label of a line that the keys lead. */
function StopInHand({ px }: { px: number }): ReactNode {
  const items = useDiagram((state) => state.items)
  const selection = useDiagram((state) => state.selection)
  const stop = useCanvasUi((state) => state.stop)
  const figures = useCanvasUi((state) => state.figures)
  const inHand = useMemo(() => readLineInHand({ items, selection }, { stop, figures }), [items, selection, stop, figures])
  const now = inHand?.stops[inHand.at]
  if (!now) return null
  const { x, y } = now.at
  return (
    <g data-testid="line-stop" data-kind={now.kind} data-x={x} data-y={y}>
      <circle className="overlay-stop-halo" cx={x} cy={y} r={11 * px} strokeWidth={5 * px} />
      <circle className="overlay-stop" cx={x} cy={y} r={11 * px} strokeWidth={2.4 * px} />
      <circle className="overlay-stop-dot" cx={x} cy={y} r={4.5 * px} />
    </g>
  )
}

function Outline({ id, className, gap, px }: { id: string; className: string; gap: number; px: number }): ReactNode {
  const shape = useDiagram((state) => readShape(state, id))
  const line = useDiagram((state) => readLine(state, id))
  const route = useRoute(line)
  const box = useDrawnBox(shape)
  if (box) return <rect className={className} {...grow(box, gap)} rx={5 * px} strokeWidth={1.4 * px} />
  return (
    route &&
    line && (
      <>
        <path className={`${className} overlay-line`} d={route.path} strokeWidth={5 * px} />
        <LineWords line={line} route={route} />
      </>
    )
  )
}

/** What a shape takes up, its badge included: frame and handles would strike it through. */
function useDrawnBox(shape: DiagramShape | null): Box | null {
  const figure = useCanvasUi(({ figures }) => (shape ? (figures.get(shape.id) ?? null) : null))
  return useMemo(() => shape && (figure ? measureDrawn(shape, figure) : shape), [shape, figure])
}

/** What is written on a line, with its ground, over what marks the line. */
function LineWords({ line, route }: { line: DiagramLine; route: ReturnType<typeof routeLine> }): ReactNode {
  const isWritten = useCanvasUi(({ editing }) => editing?.id === line.id)
  const words = useMemo(() => drawLine(line, new Map(), route).filter(({ kind }) => kind === 'rect' || kind === 'text'), [line, route])
  return !isWritten && <DrawnShapes shapes={words} />
}

/** Where a handle stands: under the words of the line if it would cover them. */
function placeBeside(at: Point, label: Box, px: number): Point {
  const box = grow(label, 9 * px)
  const isOver = label.width > 0 && at.x > box.x && at.x < right(box) && at.y > box.y && at.y < bottom(box)
  return isOver ? { x: at.x, y: bottom(box) } : at
}

function useRoute(line: DiagramLine | null): ReturnType<typeof routeLine> | null {
  const figures = useCanvasUi((state) => state.figures)
  const from = useDiagram((state) => (line && isAttached(line.from) ? readShape(state, line.from.shapeId) : null))
  const to = useDiagram((state) => (line && isAttached(line.to) ? readShape(state, line.to.shapeId) : null))
  return useMemo(() => (line ? routeLine(line, anchorsOf([from, to], figures)) : null), [line, from, to, figures])
}

const PLACES: Readonly<Record<Corner, (box: Box) => Point>> = {
  nw: ({ x, y }) => ({ x, y }),
  n: (box) => ({ x: centre(box).x, y: box.y }),
  ne: (box) => ({ x: right(box), y: box.y }),
  e: (box) => ({ x: right(box), y: centre(box).y }),
  se: (box) => ({ x: right(box), y: bottom(box) }),
  s: (box) => ({ x: centre(box).x, y: bottom(box) }),
  sw: (box) => ({ x: box.x, y: bottom(box) }),
  w: (box) => ({ x: box.x, y: centre(box).y })
}
const SMALL_PX = 44
/** A shorter leg of a line has no handle: there would be nothing left to see of it. */
const LEAST_LEG_PX = 40

/** What the one item chosen is changed by: corners and dots of a shape, ends, legs and corners of a line. */
function Handles({ id, px }: { id: string; px: number }): ReactNode {
  const shape = useDiagram((state) => readShape(state, id))
  const line = useDiagram((state) => readLine(state, id))
  const drawn = useDrawnBox(shape)
  if (line && line.isLocked !== true) return <LineHandles line={line} px={px} />
  if (!shape || !drawn || shape.isLocked === true) return null
  const isSmall = Math.min(shape.width, shape.height) / px < SMALL_PX
  const corners = isSmall ? (['nw', 'ne', 'se', 'sw'] as const) : CORNERS
  const box = grow(drawn, 3 * px)
  return (
    <>
      {corners.map((corner) => {
        const { x, y } = PLACES[corner](box)
        const size = 8 * px
        return (
          <rect
            key={corner}
            className={`overlay-handle overlay-${corner}`}
            data-corner={corner}
            data-of={id}
            x={x - size / 2}
            y={y - size / 2}
            width={size}
            height={size}
            rx={2 * px}
            strokeWidth={1.4 * px}
          />
        )
      })}
    </>
  )
}
const grow = ({ x, y, width, height }: Box, by: number): Box => ({ x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by })

/** Dots a little outside of the four sides: a line is pulled out of them, a click makes the next shape on that side. */
function Ports({ id, px }: { id: string; px: number }): ReactNode {
  const shape = useDiagram((state) => readShape(state, id))
  const drawn = useDrawnBox(shape)
  if (!shape || !drawn || shape.isLocked === true) return null
  const box = grow(drawn, PORT_GAP_PX * px)
  return (
    <>
      {SIDES.map((side) => {
        const { x, y } = portOf(box, side)
        return (
          <circle key={side} className="overlay-port" data-port={side} data-of={id} cx={x} cy={y} r={5.5 * px} strokeWidth={1.5 * px} />
        )
      })}
    </>
  )
}

function LineHandles({ line, px }: { line: DiagramLine; px: number }): ReactNode {
  const route = useRoute(line)
  const way = route?.points ?? []
  const [start, end] = [way[0], way.at(-1)]
  const isElbow = line.route === 'elbow'
  const words = measureLabel(line)
  const label = {
    x: (route?.labelAt.x ?? 0) - (route?.labelBeside ? 0 : words.width / 2),
    y: (route?.labelAt.y ?? 0) - words.height / 2,
    ...words
  }
  return (
    <>
      {isElbow
        ? way.slice(1).flatMap((to, leg) => {
            const from = way[leg]
            if (!from || Math.hypot(to.x - from.x, to.y - from.y) < LEAST_LEG_PX * px) return []
            const isLevel = Math.abs(from.y - to.y) < Math.abs(from.x - to.x)
            const [width, height] = isLevel ? [16 * px, 6 * px] : [6 * px, 16 * px]
            const at = placeBeside({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, label, px)
            return [
              <rect
                key={leg}
                className={`overlay-handle ${isLevel ? 'overlay-n' : 'overlay-e'}`}
                data-index={leg}
                data-leg="yes"
                data-of={line.id}
                x={at.x - width / 2}
                y={at.y - height / 2}
                width={width}
                height={height}
                rx={3 * px}
                strokeWidth={1.4 * px}
              />
            ]
          })
        : [
            ...line.points.map(({ x, y }, index) => (
              <circle
                key={`at ${String(index)}`}
                className="overlay-handle overlay-move"
                data-index={index}
                data-of={line.id}
                cx={x}
                cy={y}
                r={5 * px}
                strokeWidth={1.4 * px}
              />
            )),
            ...way.slice(1).flatMap((to, index) => {
              const from = way[index]
              if (!from) return []
              const at = placeBeside({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, label, px)
              return [
                <circle
                  key={`new ${String(index)}`}
                  className="overlay-handle overlay-new overlay-move"
                  data-index={index}
                  data-new="yes"
                  data-of={line.id}
                  cx={at.x}
                  cy={at.y}
                  r={4 * px}
                  strokeWidth={1.2 * px}
                />
              ]
            })
          ]}
      {(
        [
          ['from', start],
          ['to', end]
        ] as const
      ).map(
        ([which, at]) =>
          at && (
            <circle
              key={which}
              className="overlay-handle overlay-end"
              data-end={which}
              data-of={line.id}
              cx={at.x}
              cy={at.y}
              r={6 * px}
              strokeWidth={1.6 * px}
            />
          )
      )}
    </>
  )
}

function Marks({ marks, px }: { marks: GestureMarks; px: number }): ReactNode {
  if (marks.kind === 'choose') return <rect className="overlay-choose" {...marks.box} strokeWidth={px} />
  if (marks.kind === 'connect') return <Pulled marks={marks} px={px} />
  return (
    <>
      {marks.ghosts.map((box, index) => (
        <rect key={`ghost ${String(index)}`} className="overlay-ghost" {...box} rx={4} strokeWidth={px} />
      ))}
      {marks.guides.map(({ kind, from, to }, index) => (
        <path
          key={index}
          className={`overlay-guide ${kind === 'gap' ? 'overlay-gap' : ''}`}
          d={kind === 'gap' ? drawGap(from, to, 4 * px) : `M${from.x},${from.y}L${to.x},${to.y}`}
          strokeWidth={1.2 * px}
        />
      ))}
    </>
  )
}

/** A measure with bars at both ends. */
function drawGap(from: Point, to: Point, bar: number): string {
  const isLevel = from.y === to.y
  const end = ({ x, y }: Point): string => (isLevel ? `M${x},${y - bar}V${y + bar}` : `M${x - bar},${y}H${x + bar}`)
  return `${end(from)}M${from.x},${from.y}L${to.x},${to.y}${end(to)}`
}

function Pulled({ marks, px }: { marks: Extract<GestureMarks, { kind: 'connect' }>; px: number }): ReactNode {
  const items = useDiagram((state) => state.items)
  const figures = useCanvasUi((state) => state.figures)
  const line = makeLine(new Map(), 'pulled', marks.from, marks.to)
  const ends = [marks.from, marks.to].map((end) => {
    const item = isAttached(end) ? items.get(end.shapeId) : undefined
    return item && isShape(item) ? item : null
  })
  const route = routeLine(line, anchorsOf(ends, figures))
  const tip = route.points.at(-1)
  return (
    <>
      <path className="overlay-pulled" d={route.path} strokeWidth={2 * px} />
      {tip && <circle className="overlay-tip" cx={tip.x} cy={tip.y} r={4 * px} />}
    </>
  )
}
