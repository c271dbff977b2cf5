import { isAttached, isLine, isShape, type DiagramItem, type DiagramShape, type LineEnd } from '../../../../shared/diagrams/diagram.ts'
import { insertOnLine } from '../../../../shared/diagrams/edits/connect.ts'
import { findContainerAt, settle } from '../../../../shared/diagrams/edits/contain.ts'
import { duplicate } from '../../../../shared/diagrams/edits/copy.ts'
import { measureToWay } from '../../../../shared/diagrams/edits/hit.ts'
import {
  boxOf,
  isContainer,
  listAround,
  listLinesAt,
  listTop,
  putAll,
  withContents,
  type Items,
  type Patch
} from '../../../../shared/diagrams/edits/items.ts'
import { move } from '../../../../shared/diagrams/edits/move.ts'
import { GRID } from '../../../../shared/diagrams/edits/place.ts'
import { snapMove, type Snapped } from '../../../../shared/diagrams/edits/snap.ts'
import { routeLine } from '../../../../shared/diagrams/route-line.ts'
import { bareLine } from '../../../../shared/diagrams/ways/own.ts'
import { withWays } from '../../../../shared/diagrams/ways/reroute.ts'
import { centre, overlaps, union, type Box, type Point } from '../../../../shared/models/geometry.ts'
import { clearMarks, minus, type Gesture, type Pointer, type Tools } from './gesture.ts'

const REACH_PX = 6
/** Lining up with more than these at once says nothing to anybody. */
const MOST_NEIGHBOURS = 250

/** What a dragged thing may line up with: shapes in view that stay, containers around it left out. */
export function listNeighbourBoxes(items: Items, moved: ReadonlySet<string>, seen: Box, near: Point): Box[] {
  const around = new Set([...moved].flatMap((id) => listAround(items, id).map((container) => container.id)))
  const boxes: DiagramShape[] = []
  for (const item of items.values())
    if (isShape(item) && !moved.has(item.id) && !around.has(item.id) && overlaps(item, seen)) boxes.push(item)
  if (boxes.length <= MOST_NEIGHBOURS) return boxes
  const distance = (box: Box): number => Math.abs(centre(box).x - near.x) + Math.abs(centre(box).y - near.y)
  return boxes.sort((a, b) => distance(a) - distance(b)).slice(0, MOST_NEIGHBOURS)
}

/** The items after a patch, as a gesture shows them. */
export const previewOf = (patch: Patch): ReadonlyMap<string, DiagramItem> => new Map(patch.put.map((item) => [item.id, item]))

export function applyTo(items: Items, patch: Patch): Items {
  const next = new Map(items)
  for (const id of patch.remove) next.delete(id)
  for (const item of patch.put) next.set(item.id, item)
  return next
}
export function joinPatches(first: Patch, second: Patch): Patch {
  const put = new Map([...first.put, ...second.put].map((item) => [item.id, item]))
  return { put: [...put.values()], remove: [...first.remove, ...second.remove] }
}

/** Lines that are led anew once these shapes are let go: until then they are plain elbows, without the corners found for where the shapes stood. */
export function listPlain(items: Items, moved: ReadonlySet<string>): Patch {
  const goes = (end: LineEnd): boolean => isAttached(end) && moved.has(end.shapeId)
  return putAll(
    [...items.values()].flatMap((item) =>
      isLine(item) && item.isRouted === true && item.isLocked !== true && goes(item.from) !== goes(item.to) ? [bareLine(item)] : []
    )
  )
}

/** Beyond so many things on the page, or lines at what is dragged, finding their ways takes longer than a frame lasts. */
const MOST_FOLLOWED = { items: 80, lines: 8 } as const

/** What shows while shapes are dragged: on a small page their lines already go around what stands in the way; all others keep still. */
function leadAlong(items: Items, plain: Patch, patch: Patch, attached: ReadonlySet<string>): Patch {
  const shown = joinPatches(plain, patch)
  if (items.size > MOST_FOLLOWED.items || attached.size === 0 || attached.size > MOST_FOLLOWED.lines) return shown
  return joinPatches(shown, putAll(withWays(items, patch).put.filter(({ id }) => attached.has(id))))
}

/** The line a lone shape that has none of its own was let go on. */
function findLineUnder(items: Items, shape: DiagramShape, reach: number): string | null {
  if (isContainer(shape) || listLinesAt(items, new Set([shape.id])).length > 0) return null
  const shapes = new Map([...items.values()].filter(isShape).map((each) => [each.id, each]))
  for (const item of items.values()) {
    if (!isLine(item) || item.isLocked === true) continue
    if (measureToWay(routeLine(item, shapes).points, centre(shape)).distance <= reach) return item.id
  }
  return null
}

/** Drags what is chosen: on the grid and onto guides (not with Ctrl), into containers, onto lines; with Alt, copies are dragged. */
export function startDrag(tools: Tools, from: Pointer): Gesture {
  const { store, ui, actions } = tools
  const { items, selection, settings } = store.getState()
  const ids = [...selection]
  const free = ids.filter((id) => items.get(id)?.isLocked !== true)
  const top = listTop(items, free)
  const start = union(top.map(boxOf))
  const moved = withContents(items, free)
  const seen = ui.getState().view?.readSeen() ?? null
  const plain = listPlain(items, moved)
  const attached = new Set(listLinesAt(items, moved).map(({ id }) => id))
  const neighbours = start && seen ? listNeighbourBoxes(items, moved, seen, centre(start)) : []

  const findStep = (to: Pointer): Snapped => {
    const raw = minus(to.at, from.at)
    // Shift keeps to one direction.
    const by = to.isShift ? (Math.abs(raw.x) > Math.abs(raw.y) ? { x: raw.x, y: 0 } : { x: 0, y: raw.y }) : raw
    if (to.isMod || !start) return { by, guides: [] }
    const options = { grid: settings.doesSnap ? GRID : 0, reach: settings.doesSnap ? REACH_PX / tools.zoom() : 0 }
    const snapped = snapMove(start, neighbours, by, options)
    return to.isShift ? { ...snapped, by: by.x === 0 ? { x: 0, y: snapped.by.y } : { x: snapped.by.x, y: 0 } } : snapped
  }
  return {
    move: (to) => {
      const { by, guides } = findStep(to)
      const patch = move(items, free, by)
      store.getState().setPreview(previewOf(leadAlong(items, plain, patch, attached)))
      const box = start && { ...start, x: start.x + by.x, y: start.y + by.y }
      const container = box && findContainerAt(items, centre(box), moved)
      const isNew = container && top.some(({ parentId }) => parentId !== container.id)
      ui.setState({
        marks: { kind: 'move', guides, ghosts: to.isAlt ? top.map(boxOf) : [] },
        targetId: isNew ? container.id : null
      })
    },
    end: (to) => {
      const { by } = findStep(to)
      clearMarks(tools)
      if (by.x === 0 && by.y === 0) return
      if (to.isAlt) {
        const copies = duplicate(items, ids, tools.makeId, by)
        const patch = joinPatches(copies, settle(applyTo(items, copies), copies.ids))
        actions.perform('duplicate', patch, { chosen: copies.ids, said: ['copied', copies.ids.length] })
        return
      }
      const patch = move(items, free, by)
      const next = applyTo(items, patch)
      const settled = joinPatches(patch, settle(next, free))
      const [only] = top
      const shape = settled.put.find((item): item is DiagramShape => isShape(item) && item.id === only?.id)
      const lineId = top.length === 1 && shape ? findLineUnder(next, shape, REACH_PX / tools.zoom()) : null
      const inserted = lineId !== null && shape ? joinPatches(settled, insertOnLine(next, lineId, shape, tools.makeId)) : settled
      actions.perform('move', inserted, { said: ['moved', top.length] })
    }
  }
}
