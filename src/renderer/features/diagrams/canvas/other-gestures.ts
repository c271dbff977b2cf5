import {
  isAttached,
  isLine,
  isShape,
  SIDES,
  type DiagramLine,
  type DiagramShape,
  type LineEnd,
  type Side
} from '../../../../shared/diagrams/diagram.ts'
import { connect, reconnect } from '../../../../shared/diagrams/edits/connect.ts'
import { pushLeg, putCorner } from '../../../../shared/diagrams/edits/corners.ts'
import { findShapeAt } from '../../../../shared/diagrams/edits/hit.ts'
import { findShape, type Items } from '../../../../shared/diagrams/edits/items.ts'
import { GRID, snapTo } from '../../../../shared/diagrams/edits/place.ts'
import { resize, stretchBox, type Corner } from '../../../../shared/diagrams/edits/resize.ts'
import { snapEdge } from '../../../../shared/diagrams/edits/snap.ts'
import { placePort } from '../../../../shared/diagrams/ports.ts'
import { routeLine } from '../../../../shared/diagrams/route-line.ts'
import { centre, right, bottom, type Box, type Point } from '../../../../shared/models/geometry.ts'
import { joinPatches, listNeighbourBoxes, listPlain, previewOf } from './drag-items.ts'
import { clearMarks, minus, type Gesture, type Pointer, type Tools } from './gesture.ts'

const REACH_PX = 6
const PORT_PX = 14

/** Sizes one shape by a corner or side: Shift keeps its proportions, Alt its middle, Ctrl leaves the grid. */
export function startResize(tools: Tools, from: Pointer, id: string, corner: Corner): Gesture | null {
  const { store, ui } = tools
  const { items, settings } = store.getState()
  const shape = findShape(items, id)
  if (!shape || shape.isLocked === true) return null
  const seen = ui.getState().view?.readSeen() ?? shape
  const neighbours = listNeighbourBoxes(items, new Set([id]), seen, centre(shape))
  const plain = listPlain(items, new Set([id]))
  const findPatch = (to: Pointer): ReturnType<typeof resize> => {
    const by = minus(to.at, from.at)
    const snap = (side: number, step: number, axis: 'x' | 'y'): number =>
      to.isMod || !settings.doesSnap ? step : snapEdge(side + step, axis, neighbours, { grid: GRID, reach: REACH_PX / tools.zoom() }) - side
    const step: Point = {
      x: corner.includes('e') ? snap(right(shape), by.x, 'x') : corner.includes('w') ? snap(shape.x, by.x, 'x') : 0,
      y: corner.includes('s') ? snap(bottom(shape), by.y, 'y') : corner.includes('n') ? snap(shape.y, by.y, 'y') : 0
    }
    const keepsRatio = shape.kind === 'image' ? !to.isShift : to.isShift
    return resize(items, id, stretchBox(shape, corner, step, { keepsRatio, isCentred: to.isAlt }))
  }
  return {
    move: (to) => {
      store.getState().setPreview(previewOf(joinPatches(plain, findPatch(to))))
    },
    end: (to) => {
      const patch = findPatch(to)
      clearMarks(tools)
      tools.actions.perform('resize', patch, { said: ['resized', 1] })
    }
  }
}

const boxBetween = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y)
})
const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && right(inner) <= right(outer) && bottom(inner) <= bottom(outer)

/** What lies wholly in a box of the page: shapes, and lines both of whose ends do. */
function listWithin(items: Items, box: Box): string[] {
  const shapes = new Set([...items.values()].filter(isShape).flatMap((shape) => (isWithin(shape, box) ? [shape.id] : [])))
  const holds = (end: LineEnd): boolean => (isAttached(end) ? shapes.has(end.shapeId) : isWithin({ ...end, width: 0, height: 0 }, box))
  const lines = [...items.values()].filter(isLine).flatMap((line) => (holds(line.from) && holds(line.to) ? [line.id] : []))
  return [...shapes, ...lines]
}

/** Draws a box around what is to be chosen; with Shift, in addition to what is. */
export function startChoosing(tools: Tools, from: Pointer): Gesture {
  const { items, selection, select } = tools.store.getState()
  return {
    move: (to) => {
      const box = boxBetween(from.at, to.at)
      tools.ui.setState({ marks: { kind: 'choose', box } })
      select([...(from.isShift ? selection : []), ...listWithin(items, box)])
    },
    end: () => {
      clearMarks(tools)
      tools.actions.announceSelection()
    }
  }
}

/** Where a line being pulled would end: at the shape under the pointer, on its side when near a dot, else loose on the page. */
function findEnd(tools: Tools, { at, isMod }: Pointer, otherId: string | null): LineEnd {
  const { items } = tools.store.getState()
  const shape = findShapeAt(items, at, new Set(otherId === null ? [] : [otherId]))
  if (shape && !isMod) {
    return { shapeId: shape.id, ...findPlace(shape, at, PORT_PX / tools.zoom()) }
  }
  return { x: snapTo(at.x), y: snapTo(at.y) }
}
/** Along a side a line may be fastened in its middle, or a quarter to either end. */
const SHARES = [0.5, 0.25, 0.75] as const

/** The place of a side within reach of the pointer; none: the side that is nearest is found by itself. */
function findPlace(shape: DiagramShape, at: Point, reach: number): { side?: Side; at?: number } {
  const places = SIDES.flatMap((side) => SHARES.map((share) => ({ side, share, distance: distanceTo(placePort(shape, side, share), at) })))
  const nearest = places.reduce((best, each) => (each.distance < best.distance ? each : best))
  if (nearest.distance > reach) return {}
  return nearest.share === 0.5 ? { side: nearest.side } : { side: nearest.side, at: nearest.share }
}
const distanceTo = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)
export function portOf(shape: Box, side: Side): Point {
  const middle = centre(shape)
  if (side === 'top') return { x: middle.x, y: shape.y }
  if (side === 'bottom') return { x: middle.x, y: bottom(shape) }
  return side === 'left' ? { x: shape.x, y: middle.y } : { x: right(shape), y: middle.y }
}

/** A container the line's own shape stands in is page for it. */
function isOutside(items: Items, fromId: string, end: LineEnd): boolean {
  if (!isAttached(end)) return true
  let at: DiagramShape | null = findShape(items, fromId)
  const seen = new Set<string>()
  while (at?.parentId !== undefined && !seen.has(at.parentId)) {
    seen.add(at.parentId)
    if (at.parentId === end.shapeId) return true
    at = findShape(items, at.parentId)
  }
  return false
}

/** Pulls a line out of a shape. Let go on another they are joined; on the empty page a new shape is offered there. */
export function startConnecting(tools: Tools, from: Pointer, fromId: string, side: Side): Gesture {
  const { store, ui, actions } = tools
  const start: LineEnd = { shapeId: fromId, side }
  const findTarget = (to: Pointer): LineEnd => {
    const end = findEnd(tools, to, fromId)
    return isOutside(store.getState().items, fromId, end) ? { x: to.at.x, y: to.at.y } : end
  }
  return {
    move: (to) => {
      const end = findTarget(to)
      ui.setState({ marks: { kind: 'connect', from: start, to: end }, targetId: isAttached(end) ? end.shapeId : null })
    },
    end: (to) => {
      const end = findTarget(to)
      clearMarks(tools)
      if (isAttached(end)) {
        const id = tools.makeId()
        actions.perform('connect', connect(store.getState().items, start, end, id), { chosen: [id], said: ['connected', id] })
      } else if (distanceTo(from.at, to.at) > PORT_PX / tools.zoom()) ui.setState({ offer: { fromId, side, at: end } })
    }
  }
}

/** Leads one end of a line elsewhere. */
export function startReconnecting(tools: Tools, line: DiagramLine, which: 'from' | 'to'): Gesture | null {
  if (line.isLocked === true) return null
  const other = line[which === 'from' ? 'to' : 'from']
  const otherId = isAttached(other) ? other.shapeId : null
  const patchFor = (to: Pointer): ReturnType<typeof reconnect> =>
    reconnect(tools.store.getState().items, line.id, which, findEnd(tools, to, otherId))
  return {
    move: (to) => {
      const patch = patchFor(to)
      const [next] = patch.put
      const end = next && isLine(next) ? next[which] : null
      tools.store.getState().setPreview(previewOf(patch))
      tools.ui.setState({ targetId: end && isAttached(end) ? end.shapeId : null })
    },
    end: (to) => {
      const patch = patchFor(to)
      clearMarks(tools)
      tools.actions.perform('reconnect', patch, { said: ['connected', line.id] })
    }
  }
}

/** Pushes a leg of a line aside (elbow), or pulls a corner of it (straight and curved). */
export function startCorner(
  tools: Tools,
  from: Pointer,
  line: DiagramLine,
  { index, isNew, isLeg }: { index: number; isNew: boolean; isLeg: boolean }
): Gesture | null {
  if (line.isLocked === true) return null
  const { items } = tools.store.getState()
  const shapes = new Map([...items.values()].filter(isShape).map((shape) => [shape.id, shape]))
  const way = routeLine(line, shapes).points
  const patchFor = (to: Pointer): ReturnType<typeof pushLeg> => {
    const [a, b] = [way[index], way[index + 1]]
    if (isLeg && a && b) {
      const raw = minus(to.at, from.at)
      const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
      const by = to.isMod ? raw : { x: snapTo(middle.x + raw.x) - middle.x, y: snapTo(middle.y + raw.y) - middle.y }
      return pushLeg(line, way, index, by)
    }
    return putCorner(line, index, to.isMod ? to.at : { x: snapTo(to.at.x), y: snapTo(to.at.y) }, { isNew })
  }
  return {
    move: (to) => {
      tools.store.getState().setPreview(previewOf(patchFor(to)))
    },
    end: (to) => {
      const patch = patchFor(to)
      clearMarks(tools)
      tools.actions.perform('corners', patch, {})
    }
  }
}
