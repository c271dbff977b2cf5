import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAttached, LINE_ROUTES, type DiagramLine } from '../../../../../src/shared/diagrams/diagram.ts'
import { routeLine, type LineRoute } from '../../../../../src/shared/diagrams/route-line.ts'
import { findLine, type Items, type Patch } from '../../../../../src/shared/diagrams/edits/items.ts'
import {
  addCorner,
  fasten,
  findStop,
  listStops,
  moveStop,
  resetStop,
  slide,
  type Stop
} from '../../../../../src/shared/diagrams/edits/stops.ts'
import { apply, listFaults, makeLine, makeShape, shapeOf, toItems } from './sample.ts'

const GRID = 10
const [a, b] = [makeShape('a'), makeShape('b', { x: 300, y: 200 })]
const start = (more: Partial<DiagramLine> = {}): Items => toItems([a, b, makeLine('l', 'a', 'b', more)])
const lineOf = (items: Items): DiagramLine => {
  const line = findLine(items, 'l')
  if (!line) throw new Error('no line')
  return line
}
const wayOf = (items: Items): LineRoute => routeLine(lineOf(items), new Map(['a', 'b'].map((id) => [id, shapeOf(items, id)])))
const stopsOf = (items: Items): Stop[] => listStops(lineOf(items), wayOf(items))
const kinds = (items: Items): string =>
  stopsOf(items)
    .map(({ kind }) => kind)
    .join(' ')
const at = (items: Items, index: number): Stop => {
  const stop = stopsOf(items)[index]
  if (!stop) throw new Error(`no stop ${String(index)}`)
  return stop
}
const go = (items: Items, index: number, by: { x: number; y: number }): Items =>
  apply(items, moveStop(lineOf(items), wayOf(items), at(items, index), by))
const isSquare = ({ points }: LineRoute): boolean =>
  points.slice(1).every(({ x, y }, index) => Math.abs(x - (points[index]?.x ?? x)) < 0.6 || Math.abs(y - (points[index]?.y ?? y)) < 0.6)

describe('the corners of a line', () => {
  it('are gone through from its start to its end, with its legs, and its label at the end', () => {
    expect(kinds(start())).toBe('end leg corner leg corner leg end')
    expect(kinds(start({ label: 'yes' }))).toBe('end leg corner leg corner leg end label')
    expect(kinds(start({ route: 'straight', points: [{ x: 200, y: 20 }] }))).toBe('end leg corner leg end')
  })
  it('of an upright leg go across only, and the line is no longer the app’s to route', () => {
    const items = start({ isRouted: true })
    const [index] = stopsOf(items).flatMap((stop, each) => (stop.kind === 'leg' && !stop.isLevel ? [each] : []))
    if (index === undefined) throw new Error('no upright leg')
    expect(moveStop(lineOf(items), wayOf(items), at(items, index), { x: 0, y: GRID })).toEqual({ put: [], remove: [] })
    const before = at(items, index)
    const moved = go(items, index, { x: GRID, y: 0 })
    expect(lineOf(moved).isRouted).toBeUndefined()
    const now = findStop(stopsOf(moved), before, { x: before.at.x + GRID, y: before.at.y })
    expect(at(moved, now).at.x).toBe(before.at.x + GRID)
  })
  it('are led in both directions, and every leg stays upright or level', () => {
    const items = start()
    const before = at(items, 2)
    const moved = go(items, 2, { x: GRID, y: GRID })
    expect(isSquare(wayOf(moved))).toBe(true)
    const now = findStop(stopsOf(moved), before, { x: before.at.x + GRID, y: before.at.y + GRID })
    expect(at(moved, now).at).toEqual({ x: before.at.x + GRID, y: before.at.y + GRID })
  })
  it('are put in on a leg and given up again', () => {
    for (const route of LINE_ROUTES) {
      const items = start({ route, points: route === 'elbow' ? [] : [{ x: 200, y: 20 }] })
      const corners = stopsOf(items).filter(({ kind }) => kind === 'corner').length
      const added = apply(items, addCorner(lineOf(items), wayOf(items), at(items, 1)))
      expect(stopsOf(added).filter(({ kind }) => kind === 'corner').length, route).toBeGreaterThan(corners)
      const index = stopsOf(added).findIndex(({ kind }) => kind === 'corner')
      const dropped = apply(added, resetStop(lineOf(added), wayOf(added), at(added, index)))
      expect(lineOf(dropped).points.length, route).toBeLessThan(lineOf(added).points.length)
    }
  })
  it('found by the app have nothing to give up', () => {
    const items = start()
    expect(resetStop(lineOf(items), wayOf(items), at(items, 2)).put).toEqual([])
  })
  it('however they are led, leave a diagram that can be kept', () => {
    const step = fc.record({
      at: fc.nat(30),
      what: fc.constantFrom('move', 'add', 'reset', 'slide'),
      x: fc.integer({ min: -30, max: 30 }),
      y: fc.integer({ min: -30, max: 30 })
    })
    fc.assert(
      fc.property(fc.constantFrom(...LINE_ROUTES), fc.array(step, { maxLength: 25 }), (route, steps) => {
        let items = start({ route, label: 'yes' })
        for (const { at: index, what, x, y } of steps) {
          const [line, way, stops] = [lineOf(items), wayOf(items), stopsOf(items)]
          const stop = stops[index % stops.length]
          if (!stop) continue
          const edits: Record<string, () => Patch> = {
            move: () => moveStop(line, way, stop, { x, y }),
            add: () => addCorner(line, way, stop),
            reset: () => resetStop(line, way, stop),
            slide: () => (stop.kind === 'end' ? slide(items, line, way, stop.which, x) : moveStop(line, way, stop, { x, y }))
          }
          const next = apply(items, edits[what]?.() ?? { put: [], remove: [] })
          if (lineOf(next).points.length <= 200) items = next
        }
        expect(listFaults(items)).toEqual([])
        if (route === 'elbow') expect(isSquare(wayOf(items))).toBe(true)
      }),
      { numRuns: 60 }
    )
  })
})

describe('the ends and the label of a line', () => {
  it('are fastened to a side, slid along it and let free again', () => {
    let items = start()
    items = apply(items, fasten(lineOf(items), 'to', 'top'))
    expect(lineOf(items).to).toEqual({ shapeId: 'b', side: 'top' })
    items = apply(items, slide(items, lineOf(items), wayOf(items), 'to', GRID))
    expect(lineOf(items).to).toEqual({ shapeId: 'b', side: 'top', at: 0.6 })
    items = apply(items, slide(items, lineOf(items), wayOf(items), 'to', 1000))
    expect(lineOf(items).to).toMatchObject({ at: 1 })
    const end = stopsOf(items).findIndex((stop) => stop.kind === 'end' && stop.which === 'to')
    items = apply(items, resetStop(lineOf(items), wayOf(items), at(items, end)))
    expect(lineOf(items).to).toEqual({ shapeId: 'b' })
  })
  it('that are loose go where they are led', () => {
    const items = go(start({ to: { x: 500, y: 100 } }), stopsOf(start({ to: { x: 500, y: 100 } })).length - 1, { x: GRID, y: -GRID })
    expect(lineOf(items).to).toEqual({ x: 510, y: 90 })
    expect(isAttached(lineOf(items).from)).toBe(true)
  })
  it('let the label go along the way and back to where it stands by itself', () => {
    const items = start({ label: 'yes' })
    const last = stopsOf(items).length - 1
    const moved = go(items, last, { x: GRID, y: 0 })
    expect(lineOf(moved).labelAt).toBeGreaterThan(0.5)
    expect(lineOf(apply(moved, resetStop(lineOf(moved), wayOf(moved), at(moved, last))))).not.toHaveProperty('labelAt')
  })
  it('of a locked line stay', () => {
    const items = start({ isLocked: true, label: 'yes' })
    for (const stop of stopsOf(items)) expect(moveStop(lineOf(items), wayOf(items), stop, { x: GRID, y: GRID }).put).toEqual([])
    expect(fasten(lineOf(items), 'to', 'top').put).toEqual([])
  })
})
