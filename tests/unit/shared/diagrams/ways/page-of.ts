import fc from 'fast-check'
import {
  isAttached,
  isLine,
  isShape,
  type DiagramItem,
  type DiagramLine,
  type DiagramShape,
  type ShapeKind
} from '../../../../../src/shared/diagrams/diagram.ts'
import type { Items } from '../../../../../src/shared/diagrams/edits/items.ts'
import { routeLine } from '../../../../../src/shared/diagrams/route-line.ts'
import { overlaps, type Box, type Point } from '../../../../../src/shared/models/geometry.ts'
import { makeLine, makeShape } from '../edits/sample.ts'

export const shapesOf = (items: Items): ReadonlyMap<string, DiagramShape> =>
  new Map([...items.values()].filter(isShape).map((shape) => [shape.id, shape]))
export const linesOf = (items: Items): DiagramLine[] => [...items.values()].filter(isLine)
export const wayOf = (items: Items, id: string): readonly Point[] => {
  const line = items.get(id)
  return line && isLine(line) ? routeLine(line, shapesOf(items)).points : []
}
export const listLegs = (points: readonly Point[]): Box[] =>
  points.slice(1).map((to, index) => {
    const from = points[index] ?? to
    return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) }
  })

/** The lines that run through a shape, their own ends apart, and those with a leg that is neither upright nor level. */
export function listBadWays(items: Items): string[] {
  const shapes = shapesOf(items)
  return linesOf(items).flatMap((line) => {
    const ends = [line.from, line.to].flatMap((end) => (isAttached(end) ? [end.shapeId] : []))
    const legs = listLegs(routeLine(line, shapes).points)
    const through = [...shapes.values()].filter(
      (shape) => shape.kind !== 'group' && !ends.includes(shape.id) && legs.some((leg) => overlaps(leg, shape))
    )
    const slanted = legs.filter(({ width, height }) => Math.min(width, height) > 0.5)
    return [...through.map(({ id }) => `${line.id} runs through ${id}`), ...slanted.map(() => `${line.id} is slanted`)]
  })
}

const KINDS: readonly ShapeKind[] = ['process', 'decision', 'data', 'database', 'ellipse', 'document', 'preparation', 'account']
const CELL = { width: 260, height: 200 }

/** Shapes that stand apart from each other, one in some cells of a grid, and lines between any two. */
export const anyPage: fc.Arbitrary<DiagramItem[]> = fc
  .record({
    cells: fc.array(
      fc.record({
        column: fc.integer({ min: 0, max: 4 }),
        row: fc.integer({ min: 0, max: 4 }),
        dx: fc.integer({ min: 30, max: 90 }),
        dy: fc.integer({ min: 30, max: 90 }),
        kind: fc.constantFrom(...KINDS),
        width: fc.integer({ min: 60, max: 140 }),
        height: fc.integer({ min: 40, max: 80 })
      }),
      { minLength: 2, maxLength: 14 }
    ),
    lines: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { minLength: 1, maxLength: 14 })
  })
  .map(({ cells, lines }) => {
    const byCell = new Map(cells.map((cell) => [`${String(cell.column)}-${String(cell.row)}`, cell]))
    const shapes = [...byCell].map(([id, { column, row, dx, dy, kind, width, height }]) =>
      makeShape(id, { kind, x: column * CELL.width + dx, y: row * CELL.height + dy, width, height })
    )
    const made = lines.flatMap(([a, b, isNamed], index) => {
      const [from, to] = [shapes[a % shapes.length], shapes[b % shapes.length]]
      return from && to && from !== to ? [makeLine(`l${String(index)}`, from.id, to.id, { label: isNamed ? 'ok' : '' })] : []
    })
    return [...shapes, ...made]
  })
