import { overlaps, type Box, type Point } from '../../models/geometry.ts'
import { isAttached, isShape, type DiagramItem, type DiagramLine, type DiagramShape } from '../diagram.ts'
import { routeLine } from '../route-line.ts'
import { legsOf, type Leg } from './cost.ts'
import { findExtent } from './extent.ts'
import { boxOfLabel } from './label-place.ts'
import { indexShapes, type BoxIndex } from './obstacles.ts'

/** The shapes and lines of a page, with where each line runs, found when it is asked for. */
export interface Page {
  readonly shapes: ReadonlyMap<string, DiagramShape>
  readonly lines: ReadonlyMap<string, DiagramLine>
  readonly index: BoxIndex
  readonly linesAt: (shapeId: string) => readonly DiagramLine[]
  readonly extentOf: (line: DiagramLine) => Box
  readonly wayOf: (line: DiagramLine) => readonly Point[]
  /** Where its label lies. */
  readonly labelOf: (line: DiagramLine) => Box
  /** The legs of every line of right angles that may come near a region, but for some. */
  readonly legsNear: (region: Box, without: (line: DiagramLine) => boolean) => readonly (readonly [DiagramLine, readonly Leg[]])[]
}

export function readPage(items: Iterable<DiagramItem>): Page {
  const shapes = new Map<string, DiagramShape>()
  const lines = new Map<string, DiagramLine>()
  for (const item of items)
    if (isShape(item)) shapes.set(item.id, item)
    else lines.set(item.id, item)
  const extents = new Map<DiagramLine, Box>()
  const ways = new Map<DiagramLine, readonly Point[]>()
  const legs = new Map<DiagramLine, readonly Leg[]>()
  const labels = new Map<DiagramLine, Box>()
  const index = once(() => indexShapes(shapes.values()))
  const attached = once(() => groupByShape(lines.values()))
  const extentOf = (line: DiagramLine): Box => keep(extents, line, () => findExtent(line, shapes))
  const wayOf = (line: DiagramLine): readonly Point[] => keep(ways, line, () => routeLine(line, shapes).points)
  return {
    shapes,
    lines,
    index: { find: (region) => index().find(region) },
    linesAt: (id) => attached().get(id) ?? [],
    extentOf,
    wayOf,
    labelOf: (line) => keep(labels, line, () => boxOfLabel(line, routeLine(line, shapes).labelAt)),
    legsNear: (region, without) => {
      const found: (readonly [DiagramLine, readonly Leg[]])[] = []
      for (const line of lines.values())
        if (line.route === 'elbow' && overlaps(extentOf(line), region) && !without(line))
          found.push([line, keep(legs, line, () => legsOf(wayOf(line)))])
      return found
    }
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}
function keep<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  known.set(key, made)
  return made
}

function groupByShape(lines: Iterable<DiagramLine>): ReadonlyMap<string, readonly DiagramLine[]> {
  const found = new Map<string, DiagramLine[]>()
  for (const line of lines)
    for (const id of new Set([line.from, line.to].flatMap((end) => (isAttached(end) ? [end.shapeId] : [])))) {
      const own = found.get(id)
      if (own) own.push(line)
      else found.set(id, [line])
    }
  return found
}
