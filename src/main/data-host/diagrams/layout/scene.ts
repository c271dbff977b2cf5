import { isAttached, isLine, isShape, type DiagramItem, type DiagramLine, type DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { SHAPE_LOOKS } from '../../../../shared/diagrams/shape-kinds.ts'

/** Middles rest on multiples of this, so that shapes in line stay in line; with them corners, where a size is a multiple of twice that. */
const GRID = 4
export const snap = (value: number): number => Math.round(value / GRID) * GRID
/** Size of a container: its corners are on the grid when its middle is. */
export const snapUp = (value: number): number => Math.ceil(value / (2 * GRID)) * 2 * GRID
/** The corner nearest to `corner` that puts the middle on the grid; whole numbers. */
export const snapCorner = (corner: number, length: number): number => Math.round(snap(corner + length / 2) - length / 2)
export const snapBox = ({ x, y, width, height }: Box): Box => ({ x: snapCorner(x, width), y: snapCorner(y, height), width, height })

export interface Place {
  readonly x: number
  readonly y: number
}
export interface Size {
  readonly width: number
  readonly height: number
}
export type Box = Place & Size
/** One thing to place among others: a shape, or a container with all it holds. */
export interface Cell extends Size {
  readonly id: string
}
export interface Link {
  readonly from: string
  readonly to: string
}

/** The shapes to arrange and how they hang together. */
export interface Scene {
  readonly shapes: ReadonlyMap<string, DiagramShape>
  /** By container, in the order they are given; null: those that stand in none of these. */
  readonly inside: ReadonlyMap<string | null, readonly DiagramShape[]>
  /** Stay where they are: locked, in something locked, or holding something locked. */
  readonly fixed: ReadonlySet<string>
  /** Lines between two different shapes that move, neither of which holds the other. */
  readonly lines: readonly AttachedLine[]
}
export interface AttachedLine extends Link {
  readonly line: DiagramLine
}

/** The nearest container among the shapes. */
export const holderOf = ({ shapes }: Pick<Scene, 'shapes'>, id: string): string | null => {
  const parent = shapes.get(id)?.parentId
  return parent !== undefined && shapes.has(parent) ? parent : null
}

/** The shape and its containers, from the inside out. A container that stands inside itself ends the way. */
export function listHolders(scene: Pick<Scene, 'shapes'>, id: string): string[] {
  const way: string[] = []
  for (let at: string | null = id; at !== null && !way.includes(at); at = holderOf(scene, at)) way.push(at)
  return way
}

export function readScene(items: readonly DiagramItem[]): Scene {
  const shapes = new Map(items.filter(isShape).map((shape) => [shape.id, shape]))
  const inside = new Map<string | null, DiagramShape[]>()
  for (const shape of shapes.values()) {
    const way = listHolders({ shapes }, shape.id)
    // Whoever stands inside itself is taken out of it, so that every shape is found from the outside in.
    const isRound = way.some((id) => holderOf({ shapes }, id) === shape.id)
    const holder = isRound ? null : holderOf({ shapes }, shape.id)
    const held = inside.get(holder)
    if (held) held.push(shape)
    else inside.set(holder, [shape])
  }
  const scene = { shapes, inside }
  const fixed = findFixed(scene)
  const lines = items.filter(isLine).flatMap((line) => readLine(scene, fixed, line))
  return { ...scene, fixed, lines }
}

function findFixed(scene: Pick<Scene, 'shapes' | 'inside'>): Set<string> {
  const fixed = new Set<string>()
  const hold = (id: string): void => {
    if (fixed.has(id)) return
    fixed.add(id)
    for (const child of scene.inside.get(id) ?? []) hold(child.id)
  }
  for (const shape of scene.shapes.values()) if (shape.isLocked) for (const id of listHolders(scene, shape.id)) hold(id)
  return fixed
}

function readLine(scene: Pick<Scene, 'shapes'>, fixed: ReadonlySet<string>, line: DiagramLine): AttachedLine[] {
  if (!isAttached(line.from) || !isAttached(line.to)) return []
  const [from, to] = [line.from.shapeId, line.to.shapeId]
  const isFree = (id: string): boolean => scene.shapes.has(id) && !fixed.has(id)
  if (from === to || !isFree(from) || !isFree(to)) return []
  if (listHolders(scene, from).includes(to) || listHolders(scene, to).includes(from)) return []
  return [{ from, to, line }]
}

/** Room a container keeps around what is in it: its name stands in a band or a corner. */
export function findPadding({ kind }: DiagramShape): { top: number; left: number; bottom: number; right: number } {
  const around = { top: 20, left: 20, bottom: 20, right: 20 }
  const { inside } = SHAPE_LOOKS[kind]
  if (inside === 'band-left') return { ...around, left: 52 }
  if (inside === 'band-top') return { ...around, top: 56 }
  return { ...around, top: 48 }
}

/** A container is never smaller than its name needs. */
export const LEAST_CONTAINER: Size = { width: 120, height: 80 }

/** The lines between what stands in `holder`, by the cells that stand there: lines from inside a container count as the container's. */
export function liftLinks(scene: Scene, holder: string | null): Link[] {
  const lifted = new Map<string, Link>()
  const find = (id: string): string | undefined => listHolders(scene, id).find((each) => holderOf(scene, each) === holder)
  for (const { from, to } of scene.lines) {
    const [a, b] = [find(from), find(to)]
    if (a !== undefined && b !== undefined && a !== b) lifted.set(JSON.stringify([a, b]), { from: a, to: b })
  }
  return [...lifted.values()]
}
