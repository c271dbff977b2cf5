import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DiagramLine, LINE_HEADS, LINE_ROUTES, SIDES, type Side } from '../../../../src/shared/diagrams/diagram.ts'
import { drawLine } from '../../../../src/shared/diagrams/draw-line.ts'
import { routeLine, type Anchor } from '../../../../src/shared/diagrams/route-line.ts'
import { bottom, overlaps, right, type Box, type Point } from '../../../../src/shared/models/geometry.ts'

const anchor = (x: number, y: number, kind: Anchor['kind'] = 'process'): Anchor => ({ x, y, width: 100, height: 60, kind })
const line = (more: Partial<DiagramLine> = {}): DiagramLine =>
  DiagramLine.parse({ item: 'line', id: 'l', from: { shapeId: 'a' }, to: { shapeId: 'b' }, order: 0, ...more })
const between = (a: Anchor, b: Anchor): ReadonlyMap<string, Anchor> =>
  new Map([
    ['a', a],
    ['b', b]
  ])
const isOnEdge = ({ x, y }: Point, box: Box): boolean =>
  (Math.min(Math.abs(x - box.x), Math.abs(x - right(box))) < 0.1 && y >= box.y - 0.1 && y <= bottom(box) + 0.1) ||
  (Math.min(Math.abs(y - box.y), Math.abs(y - bottom(box))) < 0.1 && x >= box.x - 0.1 && x <= right(box) + 0.1)
const legsOf = (points: readonly Point[]): Box[] =>
  points.slice(1).map((to, index) => {
    const from = points[index] ?? to
    return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) }
  })
const coordinate = fc.integer({ min: -600, max: 600 })
const side = fc.option(fc.constantFrom(...SIDES), { nil: undefined })
const end = (shapeId: string, chosen: Side | undefined): DiagramLine['from'] => ({ shapeId, ...(chosen ? { side: chosen } : {}) })

describe('the way of a line', () => {
  it('leaves on the sides that face each other', () => {
    const at = (b: Anchor): readonly Point[] => routeLine(line(), between(anchor(0, 0), b)).points
    expect(at(anchor(300, 0))).toEqual([
      { x: 100, y: 30 },
      { x: 300, y: 30 }
    ])
    expect(at(anchor(0, 300))).toEqual([
      { x: 50, y: 60 },
      { x: 50, y: 300 }
    ])
    expect(at(anchor(-300, 0))).toEqual([
      { x: 0, y: 30 },
      { x: -200, y: 30 }
    ])
    expect(at(anchor(300, 100))).toEqual([
      { x: 100, y: 30 },
      { x: 200, y: 30 },
      { x: 200, y: 130 },
      { x: 300, y: 130 }
    ])
  })

  it('keeps to right angles, from edge to edge, and does not enter a shape whose side faces the other', () => {
    fc.assert(
      fc.property(coordinate, coordinate, side, side, (x, y, fromSide, toSide) => {
        const [a, b] = [anchor(0, 0), anchor(x, y)]
        fc.pre(!overlaps(a, b, 50))
        const { points } = routeLine(line({ from: end('a', fromSide), to: end('b', toSide) }), between(a, b))
        expect([isOnEdge(points[0] as Point, a), isOnEdge(points.at(-1) as Point, b)]).toEqual([true, true])
        for (const { width, height } of legsOf(points)) expect(Math.min(width, height)).toBeLessThan(0.1)
        if (fromSide === undefined && toSide === undefined)
          for (const leg of legsOf(points)) expect([overlaps(leg, a), overlaps(leg, b)]).toEqual([false, false])
      })
    )
  })

  it('goes through the corners set by hand, at right angles', () => {
    const corner = fc.record({ x: coordinate, y: coordinate })
    fc.assert(
      fc.property(fc.array(corner, { minLength: 1, maxLength: 4 }), (points) => {
        const route = routeLine(line({ points }), between(anchor(0, 0), anchor(400, 200)))
        for (const { width, height } of legsOf(route.points)) expect(Math.min(width, height)).toBeLessThan(0.51)
        for (const { x, y } of points) {
          const isPassed = legsOf(route.points).some(
            (leg) => x >= leg.x - 0.6 && x <= right(leg) + 0.6 && y >= leg.y - 0.6 && y <= bottom(leg) + 0.6
          )
          expect(isPassed).toBe(true)
        }
      })
    )
  })

  it('ends on the form itself where it is straight', () => {
    const to = (kind: Anchor['kind']): Point | undefined =>
      routeLine(line({ route: 'straight' }), between(anchor(0, 0), anchor(200, 200, kind))).points.at(-1)
    const [box, diamond, ellipse] = [to('process'), to('decision'), to('ellipse')]
    // The nearer the form is to its middle, the further the line goes.
    expect((box?.y ?? 0) < (ellipse?.y ?? 0) && (ellipse?.y ?? 0) < (diamond?.y ?? 0)).toBe(true)
  })

  it('puts the label where it is asked to be, else in the middle, and beside a loop', () => {
    const boxes = between(anchor(0, 0), anchor(300, 0))
    expect(routeLine(line(), boxes).labelAt).toEqual({ x: 200, y: 30 })
    expect(routeLine(line({ labelAt: 0.25 }), boxes).labelAt).toEqual({ x: 150, y: 30 })
    const loop = routeLine(line({ to: { shapeId: 'a' } }), boxes)
    expect(loop.points.length).toBeGreaterThan(3)
    expect(loop.labelAt.x).toBeGreaterThan(100)
  })

  it('has a way whatever its ends are: loose, gone, one inside the other', () => {
    for (const route of LINE_ROUTES) {
      const boxes = new Map([
        ['a', anchor(0, 0)],
        ['b', { x: -100, y: -100, width: 500, height: 400, kind: 'group' as const }]
      ])
      for (const to of [{ x: 40, y: 900 }, { shapeId: 'b' }, { shapeId: 'gone' }]) {
        const found = routeLine(line({ route, to }), boxes)
        expect(found.path).toMatch(/^M-?[\d.]+,-?[\d.]+/)
        expect(found.path).not.toMatch(/NaN|Infinity/)
        expect([found.startAngle, found.endAngle].every(Number.isFinite)).toBe(true)
      }
    }
  })
})

describe('a drawn line', () => {
  it.each(LINE_HEADS)('has a head of its own: %s', (head) => {
    const boxes = between(anchor(0, 0), anchor(300, 0))
    const plain = drawLine(line({ endHead: 'none' }), boxes).length
    const count = drawLine(line({ endHead: head }), boxes).length - plain
    expect(count > 0).toBe(head !== 'none')
  })

  it('writes its whole label, in lines', () => {
    const label = 'una relación con un nombre bastante más largo que lo que cabe en una sola línea'
    const texts = drawLine(line({ label }), between(anchor(0, 0), anchor(300, 0))).flatMap((shape) =>
      shape.kind === 'text' ? [shape.text] : []
    )
    expect(texts.length).toBeGreaterThan(1)
    expect(texts.join(' ')).toBe(label)
  })
})
