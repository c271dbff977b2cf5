import type { Box, Point } from '../../models/geometry.ts'
import { isAttached, isShape, type DiagramItem, type DiagramLine, type DiagramShape } from '../diagram.ts'
import { routeLine, type LineRoute } from '../route-line.ts'
import { legsOf, type Leg } from './cost.ts'
import { findExtent, makeFinder, type Finder } from './extent.ts'
import { boxOfLabel } from './label-place.ts'

/** The shapes and lines of a page, with where each line runs, found when it is asked for. */
export interface Page {
  readonly shapes: ReadonlyMap<string, DiagramShape>
  readonly lines: ReadonlyMap<string, DiagramLine>
  readonly index: Finder<DiagramShape>
  readonly linesAt: (shapeId: string) => readonly DiagramLine[]
  readonly extentOf: (line: DiagramLine) => Box
  readonly wayOf: (line: DiagramLine) => readonly Point[]
  readonly legsOf: (line: DiagramLine) => readonly Leg[]
  /** Where its label lies. */
  readonly labelOf: (line: DiagramLine) => Box
  /** The lines of right angles that may come near a region. */
  readonly linesNear: (region: Box) => readonly DiagramLine[]
}

/** So many shapes are asked for their lines by looking through all. */
const FEW_SHAPES = 12

export function readPage(items: Iterable<DiagramItem>): Page {
  const shapes = new Map<string, DiagramShape>()
  const lines = new Map<string, DiagramLine>()
  for (const item of items)
    if (isShape(item)) shapes.set(item.id, item)
    else lines.set(item.id, item)
  const extents = new Map<DiagramLine, Box>()
  const routes = new Map<DiagramLine, LineRoute>()
  const legs = new Map<DiagramLine, readonly Leg[]>()
  const labels = new Map<DiagramLine, Box>()
  const attached = new Map<string, readonly DiagramLine[]>()
  let all: ReadonlyMap<string, readonly DiagramLine[]> | null = null
  const extentOf = (line: DiagramLine): Box => keep(extents, line, () => findExtent(line, shapes))
  const routeOf = (line: DiagramLine): LineRoute => keep(routes, line, () => routeLine(line, shapes))
  const near = makeFinder(() => lines.values(), extentOf)
  return {
    shapes,
    lines,
    index: makeFinder(
      () => shapes.values(),
      (shape) => shape
    ),
    linesAt: (id) => {
      if (attached.size >= FEW_SHAPES) return (all ??= groupByShape(lines.values())).get(id) ?? []
      return keep(attached, id, () => [...lines.values()].filter((line) => endsAt(line, id)))
    },
    extentOf,
    wayOf: (line) => routeOf(line).points,
    legsOf: (line) => keep(legs, line, () => legsOf(routeOf(line).points)),
    labelOf: (line) => keep(labels, line, () => boxOfLabel(line, routeOf(line).labelAt)),
    linesNear: (region) => near.find(region).filter(({ route }) => route === 'elbow')
  }
}

const endsAt = ({ from, to }: DiagramLine, id: string): boolean =>
  (isAttached(from) && from.shapeId === id) || (isAttached(to) && to.shapeId === id)

function keep<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  known.set(key, made)
  return made
}

function groupByShape(lines: Iterable<DiagramLine>): ReadonlyMap<string, readonly DiagramLine[]> {
  const found = new Map<string, DiagramLine[]>()
  const add = (id: string, line: DiagramLine): void => {
    const own = found.get(id)
    if (own) own.push(line)
    else found.set(id, [line])
  }
  for (const line of lines) {
    const { from, to } = line
    if (isAttached(from)) add(from.shapeId, line)
    if (isAttached(to) && !(isAttached(from) && from.shapeId === to.shapeId)) add(to.shapeId, line)
  }
  return found
}
