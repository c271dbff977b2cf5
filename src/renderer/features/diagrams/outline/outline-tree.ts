import { isAttached, isShape, type DiagramLine, type DiagramShape, type LineEnd } from '../../../../shared/diagrams/diagram.ts'
import type { Items } from '../../../../shared/diagrams/edits/items.ts'

/** One row of the outline. A line stands twice: at the shape it comes from and at the one it goes to. */
export type OutlineRow = {
  /** Unique in the tree: the item's id, with the shape a line is listed at. */
  readonly key: string
  /** The row it stands in; null: the page itself. */
  readonly parentKey: string | null
  /** From 1. */
  readonly level: number
  /** Place among its siblings, from 1, and how many they are. */
  readonly place: number
  readonly siblings: number
  /** Null: nothing in it to open. */
  readonly isOpen: boolean | null
} & (
  | { readonly row: 'shape'; readonly shape: DiagramShape }
  /** `other`: the shape at the far end; null: a loose end. */
  | { readonly row: 'line'; readonly line: DiagramLine; readonly way: 'out' | 'in' | 'loose'; readonly other: DiagramShape | null }
)

const byOrder = (one: { order: number; id: string }, other: { order: number; id: string }): number =>
  one.order - other.order || (one.id < other.id ? -1 : 1)

const idOf = (end: LineEnd): string | null => (isAttached(end) ? end.shapeId : null)

interface Parts {
  readonly inside: ReadonlyMap<string | null, readonly DiagramShape[]>
  readonly out: ReadonlyMap<string, readonly DiagramLine[]>
  readonly into: ReadonlyMap<string, readonly DiagramLine[]>
  readonly loose: readonly DiagramLine[]
}

function sortOut(items: Items): Parts {
  const inside = new Map<string | null, DiagramShape[]>()
  const out = new Map<string, DiagramLine[]>()
  const into = new Map<string, DiagramLine[]>()
  const loose: DiagramLine[] = []
  const add = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
    const list = map.get(key)
    if (list) list.push(value)
    else map.set(key, [value])
  }
  for (const item of [...items.values()].sort(byOrder)) {
    if (isShape(item)) {
      const parent = item.parentId === undefined ? undefined : items.get(item.parentId)
      add(inside, parent && isShape(parent) ? parent.id : null, item)
      continue
    }
    const [from, to] = [idOf(item.from), idOf(item.to)]
    if (from !== null) add(out, from, item)
    if (to !== null && to !== from) add(into, to, item)
    if (from === null && to === null) loose.push(item)
  }
  return { inside, out, into, loose }
}

/**
 * The diagram as a tree: containers with what stands in them, every shape with its relations out and in. Rows in the order they
 * are read; those inside of what is `closed` are left out.
 */
export function buildOutline(items: Items, closed: ReadonlySet<string>): OutlineRow[] {
  const { inside, out, into, loose } = sortOut(items)
  const rows: OutlineRow[] = []
  const seen = new Set<string>()
  const shapeAt = (id: string | null): DiagramShape | null => {
    const item = id === null ? undefined : items.get(id)
    return item && isShape(item) ? item : null
  }
  const addShapes = (shapes: readonly DiagramShape[], parentKey: string | null, level: number, after: number): void => {
    shapes.forEach((shape, index) => {
      if (seen.has(shape.id)) return
      seen.add(shape.id)
      const children = inside.get(shape.id) ?? []
      const ways = [
        ...(out.get(shape.id) ?? []).map((line) => ({ line, way: 'out' as const, other: shapeAt(idOf(line.to)) })),
        ...(into.get(shape.id) ?? []).map((line) => ({ line, way: 'in' as const, other: shapeAt(idOf(line.from)) }))
      ]
      const count = children.length + ways.length
      const isOpen = count === 0 ? null : !closed.has(shape.id)
      rows.push({ row: 'shape', key: shape.id, parentKey, level, place: index + 1, siblings: shapes.length + after, isOpen, shape })
      if (isOpen !== true) return
      ways.forEach((each, at) => {
        const key = `${each.line.id} @${shape.id}`
        rows.push({ row: 'line', key, parentKey: shape.id, level: level + 1, place: at + 1, siblings: count, isOpen: null, ...each })
      })
      addChildren(children, shape.id, level + 1, ways.length)
    })
  }
  // Relations first: a lane's shapes then stand under each other without a word in between.
  const addChildren = (children: readonly DiagramShape[], parentKey: string, level: number, before: number): void => {
    const from = rows.length
    addShapes(children, parentKey, level, 0)
    for (let at = from; at < rows.length; at++) {
      const row = rows[at]
      if (row?.row === 'shape' && row.parentKey === parentKey)
        rows[at] = { ...row, place: row.place + before, siblings: children.length + before }
    }
  }
  const top = inside.get(null) ?? []
  addShapes(top, null, 1, loose.length)
  // A ring of containers, which no edit makes, would be seen nowhere.
  for (const item of items.values())
    if (isShape(item) && !seen.has(item.id) && !isUnderClosed(item, items, closed)) addShapes([item], null, 1, 0)
  loose.forEach((line, index) => {
    rows.push({
      row: 'line',
      key: line.id,
      parentKey: null,
      level: 1,
      place: top.length + index + 1,
      siblings: top.length + loose.length,
      isOpen: null,
      line,
      way: 'loose',
      other: null
    })
  })
  return rows
}

/** Left out because something around it is closed, not because nothing leads to it. */
function isUnderClosed(shape: DiagramShape, items: Items, closed: ReadonlySet<string>): boolean {
  const seen = new Set<string>()
  for (let at: string | undefined = shape.parentId; at !== undefined;) {
    if (seen.has(at)) return false
    seen.add(at)
    if (closed.has(at)) return true
    const parent = items.get(at)
    at = parent && isShape(parent) ? parent.parentId : undefined
  }
  return false
}

export const itemIdOf = (row: OutlineRow): string => (row.row === 'shape' ? row.shape.id : row.line.id)

/** The shape a row stands for or is listed at: where something new comes next to. */
export const shapeOfRow = (row: OutlineRow | undefined, items: Items): DiagramShape | null => {
  if (!row) return null
  if (row.row === 'shape') return row.shape
  const item = row.parentKey === null ? undefined : items.get(row.parentKey)
  return item && isShape(item) ? item : null
}

/** The first row at or after `from` whose words begin with what was typed, round to the start; null: none. */
export function findTyped(rows: readonly OutlineRow[], wordsOf: (row: OutlineRow) => string, typed: string, from: number): number | null {
  const wanted = typed.toLowerCase()
  for (let step = 0; step < rows.length; step++) {
    const at = (from + step) % rows.length
    const row = rows[at]
    if (row && wordsOf(row).toLowerCase().startsWith(wanted)) return at
  }
  return null
}
