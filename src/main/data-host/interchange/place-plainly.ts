import type { Layout } from '../../../shared/contract/diagrams.ts'
import {
  type DiagramItem,
  type DiagramLine,
  type DiagramShape,
  isAttached,
  isLine,
  isShape,
  PAGE_LIMIT
} from '../../../shared/diagrams/diagram.ts'

const MARGIN = 24
const HEADING = 40
/** A rank longer than this goes on in the next row: no page is wide enough for thousands in one. */
const LONGEST_ROW = 40_000
const EMPTY = { width: 240, height: 120 }

interface Box {
  readonly shape: DiagramShape
  readonly inner: Box[]
  x: number
  y: number
  width: number
  height: number
}

/** Containers before what is in them; a shape whose container is gone, or that would stand in itself, stands on the page. */
function nest(shapes: readonly DiagramShape[]): { roots: Box[]; boxes: Map<string, Box>; parents: Map<string, string> } {
  const boxes = new Map(
    shapes.map((shape): [string, Box] => [shape.id, { shape, inner: [], x: 0, y: 0, width: shape.width, height: shape.height }])
  )
  const parents = new Map<string, string>()
  const isInside = (id: string, container: string): boolean => {
    for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) if (at === container) return true
    return false
  }
  const roots: Box[] = []
  for (const box of boxes.values()) {
    const { id, parentId } = box.shape
    const parent = parentId === undefined ? undefined : boxes.get(parentId)
    if (!parent || isInside(parent.shape.id, id)) roots.push(box)
    else {
      parents.set(id, parent.shape.id)
      parent.inner.push(box)
    }
  }
  return { roots, boxes, parents }
}

/** For each container (the page is null), which of its own boxes lead to which: a line counts where the ways of its ends part. */
function findRelations(
  lines: readonly DiagramLine[],
  boxes: ReadonlyMap<string, Box>,
  parents: ReadonlyMap<string, string>
): Map<Box, Set<Box>> {
  const relations = new Map<Box, Set<Box>>()
  const climb = (id: string): string[] => {
    const way = [id]
    for (let at = parents.get(id); at !== undefined; at = parents.get(at)) way.push(at)
    return way.reverse()
  }
  for (const { from, to } of lines) {
    if (!isAttached(from) || !isAttached(to) || !boxes.has(from.shapeId) || !boxes.has(to.shapeId)) continue
    const start = climb(from.shapeId)
    const end = climb(to.shapeId)
    let level = 0
    while (level < start.length && level < end.length && start[level] === end[level]) level++
    const [one, other] = [boxes.get(start[level] ?? ''), boxes.get(end[level] ?? '')]
    if (one && other) relations.set(one, (relations.get(one) ?? new Set()).add(other))
  }
  return relations
}

/** The rank of each box: one more than the highest that leads to it; a line that closes a circle does not count. */
function rank(boxes: readonly Box[], relations: ReadonlyMap<Box, ReadonlySet<Box>>): Map<Box, number> {
  const order: Box[] = []
  const state = new Map<Box, 'open' | 'done'>()
  const forward = new Map<Box, Box[]>()
  for (const root of boxes) {
    if (state.has(root)) continue
    state.set(root, 'open')
    const way = [{ box: root, next: [...(relations.get(root) ?? [])], at: 0 }]
    for (let top = way.at(-1); top; top = way.at(-1)) {
      const child = top.next[top.at++]
      if (!child) {
        state.set(top.box, 'done')
        order.push(top.box)
        way.pop()
      } else if (state.get(child) !== 'open') {
        const own = forward.get(top.box)
        if (own) own.push(child)
        else forward.set(top.box, [child])
        if (!state.has(child)) {
          state.set(child, 'open')
          way.push({ box: child, next: [...(relations.get(child) ?? [])], at: 0 })
        }
      }
    }
  }
  const ranks = new Map<Box, number>(boxes.map((box) => [box, 0]))
  for (const box of order.reverse())
    for (const child of forward.get(box) ?? []) ranks.set(child, Math.max(ranks.get(child) ?? 0, (ranks.get(box) ?? 0) + 1))
  return ranks
}

/** Boxes by rank; those that nothing leads to or from stand in rows of their own, about as many as columns. */
function makeRows(boxes: readonly Box[], relations: ReadonlyMap<Box, ReadonlySet<Box>>): Box[][] {
  const related = new Set([...relations].flatMap(([box, others]) => [box, ...others]))
  const ranks = rank(boxes, relations)
  const rows: Box[][] = []
  for (const box of boxes) if (related.has(box)) (rows[ranks.get(box) ?? 0] ??= []).push(box)
  const alone = boxes.filter((box) => !related.has(box))
  const columns = Math.ceil(Math.sqrt(alone.length))
  for (let at = 0; at < alone.length; at += columns) rows.push(alone.slice(at, at + columns))
  return rows.flatMap((row) => breakRow(row))
}

function breakRow(row: readonly Box[]): Box[][] {
  const parts: Box[][] = []
  let length = Number.POSITIVE_INFINITY
  for (const box of row) {
    const own = Math.max(box.width, box.height)
    if (length + own > LONGEST_ROW) {
      parts.push([])
      length = 0
    }
    parts.at(-1)?.push(box)
    length += own
  }
  return parts
}

/** Places boxes in rows (columns, when the way goes to the side) from 0, 0; gives the room they take. */
function placeRows(rows: readonly Box[][], { direction, gap }: Layout): { width: number; height: number } {
  const isSideways = direction === 'right' || direction === 'left'
  const along = (box: Box): number => (isSideways ? box.height : box.width)
  const across = (box: Box): number => (isSideways ? box.width : box.height)
  const lengths = rows.map((row) => row.reduce((sum, box) => sum + along(box) + gap, -gap))
  const length = Math.max(0, ...lengths)
  const ordered = direction === 'up' || direction === 'left' ? [...rows].reverse() : rows
  let depth = 0
  for (const row of ordered) {
    const thickness = row.reduce((most, box) => Math.max(most, across(box)), 0)
    let at = (length - row.reduce((sum, box) => sum + along(box) + gap, -gap)) / 2
    for (const box of row) {
      const aside = depth + (thickness - across(box)) / 2
      box.x = isSideways ? aside : at
      box.y = isSideways ? at : aside
      at += along(box) + gap
    }
    depth += thickness + gap * 1.5
  }
  const total = Math.max(0, depth - gap * 1.5)
  return isSideways ? { width: total, height: length } : { width: length, height: total }
}

/**
 * Gives places to shapes of a file that says none: ranks along the lines, containers around what is in them. Plain and quick
 * (one pass each over shapes and lines), so that any file can be shown; `diagrams.layOut` does it better.
 */
export function placePlainly(items: readonly DiagramItem[], layout: Layout): DiagramItem[] {
  const shapes = items.filter(isShape)
  const { roots, boxes, parents } = nest(shapes)
  const relations = findRelations(items.filter(isLine), boxes, parents)
  const containers: Box[] = []
  const queue = [...roots]
  for (let at = 0; at < queue.length; at++) {
    const box = queue[at]
    if (!box) continue
    containers.push(box)
    queue.push(...box.inner)
  }
  for (const box of containers.reverse()) {
    if (box.inner.length === 0) continue
    const room = placeRows(makeRows(box.inner, relationsOf(box.inner, relations)), layout)
    box.width = Math.max(EMPTY.width, room.width + MARGIN * 2)
    box.height = room.height + MARGIN * 2 + HEADING
    for (const inner of box.inner) {
      inner.x += MARGIN + (box.width - room.width - MARGIN * 2) / 2
      inner.y += MARGIN + HEADING
    }
  }
  placeRows(makeRows(roots, relationsOf(roots, relations)), layout)
  for (const box of containers.reverse())
    for (const inner of box.inner) {
      inner.x += box.x
      inner.y += box.y
    }
  return items.map((item) => {
    const box = isShape(item) ? boxes.get(item.id) : undefined
    if (!box || !isShape(item)) return item
    const [width, height] = [Math.min(PAGE_LIMIT, Math.round(box.width)), Math.min(PAGE_LIMIT, Math.round(box.height))]
    // What would be beyond the end of the page stands at its end.
    return { ...item, x: Math.min(PAGE_LIMIT, Math.round(box.x)), y: Math.min(PAGE_LIMIT, Math.round(box.y)), width, height }
  })
}

function relationsOf(boxes: readonly Box[], relations: ReadonlyMap<Box, ReadonlySet<Box>>): Map<Box, ReadonlySet<Box>> {
  return new Map(
    boxes.flatMap((box) => [[box, relations.get(box)] as const]).flatMap(([box, others]) => (others ? [[box, others] as const] : []))
  )
}
