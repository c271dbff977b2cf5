import type { DiagramPatch } from '../../contract/diagrams.ts'
import type { Box, Point } from '../../models/geometry.ts'
import { CONTAINERS, isAttached, isLine, isShape, PAGE_LIMIT, type DiagramItem, type DiagramLine, type DiagramShape } from '../diagram.ts'

/** The items of a diagram by id, as every edit takes them. Edits change nothing: they answer with what is to be put and taken away. */
export type Items = ReadonlyMap<string, DiagramItem>
export type Patch = Pick<DiagramPatch, 'put' | 'remove'>
export type MakeId = () => string

export const NO_PATCH: Patch = { put: [], remove: [] }
export const putAll = (put: DiagramItem[]): Patch => ({ put, remove: [] })

export const isContainer = (item: DiagramItem): boolean => isShape(item) && CONTAINERS.includes(item.kind)

export function findShape(items: Items, id: string): DiagramShape | null {
  const item = items.get(id)
  return item && isShape(item) ? item : null
}
export function findLine(items: Items, id: string): DiagramLine | null {
  const item = items.get(id)
  return item && isLine(item) ? item : null
}

/** The containers a shape stands in, innermost first. A ring of containers, which no edit makes, ends where it closes. */
export function listAround(items: Items, id: string): DiagramShape[] {
  const around: DiagramShape[] = []
  const seen = new Set([id])
  for (let parentId = findShape(items, id)?.parentId; parentId !== undefined && !seen.has(parentId);) {
    seen.add(parentId)
    const parent = findShape(items, parentId)
    if (!parent) break
    around.push(parent)
    parentId = parent.parentId
  }
  return around
}

/** What stands directly in each container. */
export function groupByParent(items: Items): ReadonlyMap<string, readonly DiagramShape[]> {
  const inside = new Map<string, DiagramShape[]>()
  for (const item of items.values()) {
    if (!isShape(item) || item.parentId === undefined) continue
    const others = inside.get(item.parentId)
    if (others) others.push(item)
    else inside.set(item.parentId, [item])
  }
  return inside
}

/** The ids with everything that stands in them, at any depth. */
export function withContents(items: Items, ids: Iterable<string>): Set<string> {
  const inside = groupByParent(items)
  const all = new Set<string>()
  const add = (id: string): void => {
    if (all.has(id) || !items.has(id)) return
    all.add(id)
    for (const child of inside.get(id) ?? []) add(child.id)
  }
  for (const id of ids) add(id)
  return all
}

/** The shapes chosen, without those whose container is chosen too: what moves as one thing. */
export function listTop(items: Items, ids: Iterable<string>): DiagramShape[] {
  const chosen = new Set(ids)
  return [...chosen].flatMap((id) => {
    const shape = findShape(items, id)
    return shape && !listAround(items, id).some((parent) => chosen.has(parent.id)) ? [shape] : []
  })
}

/** Lines with an end at one of the shapes. */
export function listLinesAt(items: Items, ids: ReadonlySet<string>): DiagramLine[] {
  return [...items.values()]
    .filter(isLine)
    .filter(({ from, to }) => (isAttached(from) && ids.has(from.shapeId)) || (isAttached(to) && ids.has(to.shapeId)))
}

/** The lowest and highest order in use; 0 and 0 for an empty page. */
export function measureOrder(items: Items): { least: number; most: number } {
  let [least, most] = [Infinity, -Infinity]
  for (const { order } of items.values()) {
    least = Math.min(least, order)
    most = Math.max(most, order)
  }
  return items.size === 0 ? { least: 0, most: 0 } : { least, most }
}

const clamp = (value: number): number => Math.max(-PAGE_LIMIT, Math.min(PAGE_LIMIT, value))
/** To a hundredth of a unit: sums of steps stay what they look like. */
const round = (value: number): number => Math.round(clamp(value) * 100) / 100

export const shiftPoint = ({ x, y }: Point, by: Point): { x: number; y: number } => ({ x: round(x + by.x), y: round(y + by.y) })
export const placeAt = (shape: DiagramShape, { x, y }: Point): DiagramShape => ({ ...shape, x: round(x), y: round(y) })
export const placeBox = (shape: DiagramShape, { x, y, width, height }: Box): DiagramShape => ({
  ...shape,
  x: round(x),
  y: round(y),
  width: Math.max(1, round(width)),
  height: Math.max(1, round(height))
})
export const boxOf = ({ x, y, width, height }: DiagramShape): Box => ({ x, y, width, height })
