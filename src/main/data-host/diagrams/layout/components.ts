import type { Cell, Link, Place, Size } from './scene.ts'

export interface Component {
  readonly cells: readonly Cell[]
  readonly links: readonly Link[]
}

/** Parts that no link joins, the largest first. */
export function splitComponents(cells: readonly Cell[], links: readonly Link[]): Component[] {
  const near = listNeighbours(cells, links)
  const part = new Map<string, number>()
  let parts = 0
  for (const { id } of cells) {
    if (part.has(id)) continue
    const waiting = [id]
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (part.has(at)) continue
      part.set(at, parts)
      waiting.push(...(near.get(at) ?? []))
    }
    parts++
  }
  const components = Array.from({ length: parts }, (): { cells: Cell[]; links: Link[] } => ({ cells: [], links: [] }))
  for (const cell of cells) components[part.get(cell.id) ?? 0]?.cells.push(cell)
  for (const link of links) components[part.get(link.from) ?? 0]?.links.push(link)
  return components.sort((a, b) => b.cells.length - a.cells.length)
}

export function listNeighbours(cells: readonly Cell[], links: readonly Link[]): Map<string, string[]> {
  const near = new Map<string, string[]>(cells.map(({ id }) => [id, []]))
  for (const { from, to } of links) {
    near.get(from)?.push(to)
    near.get(to)?.push(from)
  }
  return near
}

/** A tree over a component: first along the links as they point, then against them. */
export interface Tree {
  readonly root: string
  /** Every cell, each after its parent. */
  readonly order: readonly string[]
  readonly childrenOf: ReadonlyMap<string, readonly string[]>
}

/** The root is where nothing leads to and most leads on from. */
export function spanTree({ cells, links }: Component): Tree {
  const out = new Map<string, string[]>(cells.map(({ id }) => [id, []]))
  const arriving = new Map<string, number>()
  for (const { from, to } of links) {
    out.get(from)?.push(to)
    arriving.set(to, (arriving.get(to) ?? 0) + 1)
  }
  const rank = ({ id }: Cell): number => (out.get(id)?.length ?? 0) - ((arriving.get(id) ?? 0) > 0 ? cells.length : 0)
  const root = cells.reduce((best, cell) => (rank(cell) > rank(best) ? cell : best), cells[0] ?? { id: '', width: 0, height: 0 }).id
  const near = listNeighbours(cells, links)
  const childrenOf = new Map<string, string[]>()
  const seen = new Set([root])
  const order = [root]
  const grow = (next: ReadonlyMap<string, readonly string[]>, from: readonly string[]): void => {
    const waiting = [...from]
    for (let place = 0; place < waiting.length; place++) {
      const at = waiting[place] ?? ''
      for (const child of next.get(at) ?? []) {
        if (seen.has(child)) continue
        seen.add(child)
        order.push(child)
        waiting.push(child)
        const siblings = childrenOf.get(at)
        if (siblings) siblings.push(child)
        else childrenOf.set(at, [child])
      }
    }
  }
  grow(out, [root])
  grow(near, [...order])
  return { root, order, childrenOf }
}

export interface Placed extends Size {
  /** Upper left corner of each cell, from the corner of all. */
  readonly places: ReadonlyMap<string, Place>
}

/** Moves the places so that the upper left corner of all is at 0, and measures them. */
export function measurePlaces(cells: readonly Cell[], places: ReadonlyMap<string, Place>): Placed {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { id, width, height } of cells) {
    const { x, y } = places.get(id) ?? { x: 0, y: 0 }
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  if (cells.length === 0) return { places, width: 0, height: 0 }
  const moved = new Map([...places].map(([id, { x, y }]) => [id, { x: x - left, y: y - top }]))
  return { places: moved, width: right - left, height: bottom - top }
}

/** Parts beside each other in rows, about as wide as a screen is to its height. */
export function packParts(parts: readonly Placed[], gap: number): Placed {
  const area = parts.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0)
  const widest = Math.max(0, ...parts.map(({ width }) => width))
  const room = Math.max(widest, Math.sqrt(area * 1.6))
  const places = new Map<string, Place>()
  let [x, y, rowHeight, width] = [0, 0, 0, 0]
  for (const part of [...parts].sort((a, b) => b.height - a.height)) {
    if (x > 0 && x + part.width > room) {
      y += rowHeight + gap
      x = 0
      rowHeight = 0
    }
    for (const [id, place] of part.places) places.set(id, { x: x + place.x, y: y + place.y })
    x += part.width + gap
    width = Math.max(width, x - gap)
    rowHeight = Math.max(rowHeight, part.height)
  }
  return { places, width, height: y + rowHeight }
}
