import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAttached, type DiagramItem, type DiagramLine, type ShapeKind } from '../../../../../src/shared/diagrams/diagram.ts'
import type { Items } from '../../../../../src/shared/diagrams/edits/items.ts'
import { rerouteLines } from '../../../../../src/shared/diagrams/ways/reroute.ts'
import { spreadEnds, type SideEnd } from '../../../../../src/shared/diagrams/ways/spread.ts'
import type { Point } from '../../../../../src/shared/models/geometry.ts'
import { apply, makeLine, makeShape, toItems } from '../edits/sample.ts'
import { linesOf, listLegs, wayOf } from './page-of.ts'

const led = (items: readonly DiagramItem[], chosen: readonly string[] = []): Items =>
  apply(toItems(items), rerouteLines(toItems(items), chosen))
const portsOf = (items: Items, ids: readonly string[]): (Point | undefined)[] => ids.map((id) => wayOf(items, id)[0])
/** How often two ways cross each other. */
function countCrossings(a: readonly Point[], b: readonly Point[]): number {
  const isUpright = ({ width }: { width: number }): boolean => width < 0.5
  return listLegs(a).flatMap((one) =>
    listLegs(b).filter((other) => {
      if (isUpright(one) === isUpright(other)) return false
      const [upright, level] = isUpright(one) ? [one, other] : [other, one]
      return upright.x > level.x && upright.x < level.x + level.width && level.y > upright.y && level.y < upright.y + upright.height
    })
  ).length
}

/** How much of two ways is one and the same. */
const measureShared = (a: readonly Point[], b: readonly Point[]): number =>
  listLegs(a)
    .flatMap((one) => listLegs(b).map((other) => ({ one, other })))
    .reduce((sum, { one, other }) => {
      const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
      const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
      return sum + (across >= 0 && down >= 0 ? Math.max(across, down) : 0)
    }, 0)

describe('ends on one side', () => {
  const end = (lineId: string, way: readonly Point[], fixed: number | null = null): SideEnd => ({ lineId, way, fixed, rank: 0 })
  /** Out to the right to `turn`, then to `to`. */
  const elbow = (turn: number, to: number): Point[] => [
    { x: 0, y: 0 },
    { x: turn, y: 0 },
    { x: turn, y: to },
    { x: 200, y: to }
  ]
  const straight = [
    { x: 0, y: 0 },
    { x: 200, y: 0 }
  ]

  it('stand in the order in which their ways do not cross, what leads straight on in the middle', () => {
    const places = spreadEnds(
      [end('down', elbow(60, 90)), end('straight', straight), end('far', elbow(100, -150)), end('near', elbow(50, -80))],
      'right',
      100
    )
    expect([...places].sort((a, b) => a[1] - b[1]).map(([id]) => id)).toEqual(['near', 'far', 'straight', 'down'])
    expect(places.get('straight')).toBe(0)
  })

  it('leave the places people chose alone, and keep within the side', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: 20, max: 120 })), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 40, max: 200 }),
        fc.option(fc.integer({ min: -15, max: 15 }), { nil: null }),
        (ways, length, fixed) => {
          const ends = [
            ...ways.map(([to, turn], index) => end(`l${String(index)}`, elbow(turn, to))),
            ...(fixed === null ? [] : [end('mine', elbow(30, 50), fixed)])
          ]
          const places = spreadEnds(ends, 'right', length)
          expect(places.has('mine')).toBe(false)
          expect(places.size).toBe(ways.length)
          expect(new Set(places.values()).size).toBe(ways.length)
          for (const place of places.values()) expect(Math.abs(place)).toBeLessThanOrEqual(length / 2)
        }
      ),
      { examples: [[Array.from({ length: 9 }, () => [90, 60] as [number, number]), 40, 15]] }
    )
  })

  it('do not lie on each other once led, and one alone stays in the middle', () => {
    const targets = [0, 1, 2].map((row) => makeShape(`t${String(row)}`, { x: 400, y: row * 120 }))
    const lines = targets.flatMap(({ id }, index) => [
      makeLine(`to${id}`, 'hub', id),
      ...(index === 1 ? [] : [makeLine(`from${id}`, id, 'hub')])
    ])
    const items = led([makeShape('hub', { y: 120, height: 120 }), ...targets, ...lines])
    const ways = lines.map(({ id }) => wayOf(items, id))
    let crossings = 0
    for (const [index, way] of ways.entries())
      for (const other of ways.slice(index + 1)) {
        crossings += countCrossings(way, other)
        expect(measureShared(way, other)).toBe(0)
      }
    expect(crossings).toBeLessThanOrEqual(1)
    expect(new Set(portsOf(items, ['tot0', 'tot1', 'tot2']).map((port) => port?.y)).size).toBe(3)
    const alone = led([makeShape('a'), makeShape('b', { x: 300 }), makeLine('l', 'a', 'b')])
    expect(linesOf(alone)).toEqual([makeLine('l', 'a', 'b')])
  })

  it('of two lines between the same shapes run beside each other', () => {
    const items = led([makeShape('a'), makeShape('b', { x: 300 }), makeLine('l', 'a', 'b'), makeLine('m', 'b', 'a')])
    const [l, m] = [wayOf(items, 'l'), wayOf(items, 'm')]
    expect([l.length, m.length]).toEqual([2, 2])
    expect(l[0]?.y).not.toBe(m[0]?.y)
  })

  it('keep one stem where they are branches', () => {
    const tree = (kind: ShapeKind, count: number): readonly DiagramLine[] => {
      const children = Array.from({ length: count }, (_, index) => makeShape(`c${String(index)}`, { kind, x: index * 160, y: 200 }))
      const top = makeShape('top', { kind, x: 160 })
      return linesOf(led([top, ...children, ...children.map(({ id }) => makeLine(`l${id}`, 'top', id))]))
    }
    for (const line of [...tree('person', 2), ...tree('process', 3)]) expect(isAttached(line.from) && line.from.at).toBeUndefined()
  })
})

describe('lines from a shape to itself', () => {
  it('stand at corners of their own', () => {
    const loops = ['l', 'm', 'n', 'o'].map((id) => makeLine(id, 'a', 'a'))
    const items = led([makeShape('a'), ...loops])
    expect(new Set(loops.map(({ id }) => JSON.stringify(wayOf(items, id)))).size).toBe(loops.length)
    // The first stays where it was.
    expect(items.get('l')).toEqual(loops[0])
  })
})
