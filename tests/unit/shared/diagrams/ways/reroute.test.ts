import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAttached, isLine, type DiagramItem, type DiagramLine } from '../../../../../src/shared/diagrams/diagram.ts'
import { connect, insertOnLine, reconnect } from '../../../../../src/shared/diagrams/edits/connect.ts'
import { dropCorners, pushLeg } from '../../../../../src/shared/diagrams/edits/corners.ts'
import { findLine, putAll, type Items, type Patch } from '../../../../../src/shared/diagrams/edits/items.ts'
import { move } from '../../../../../src/shared/diagrams/edits/move.ts'
import { removeItems } from '../../../../../src/shared/diagrams/edits/remove.ts'
import { bareLine } from '../../../../../src/shared/diagrams/ways/own.ts'
import { rerouteLines, withWays } from '../../../../../src/shared/diagrams/ways/reroute.ts'
import { apply, listFaults, makeLine, makeShape, toItems } from '../edits/sample.ts'
import { overlaps } from '../../../../../src/shared/models/geometry.ts'
import { anyPage, linesOf, listBadWays, listLegs, wayOf } from './page-of.ts'

/** Does an edit as the window does: with the lines it has an effect on. */
const edit = (items: Items, patch: Patch): Items => apply(items, withWays(items, patch))
const lineOf = (items: Items, id = 'l'): DiagramLine => {
  const line = findLine(items, id)
  if (!line) throw new Error(`no line ${id}`)
  return line
}
const row = (...more: DiagramItem[]): Items =>
  toItems([makeShape('a'), makeShape('b', { x: 600 }), makeShape('c', { x: 300, y: 300 }), makeLine('l', 'a', 'b'), ...more])

describe('lines along with an edit', () => {
  it('go around a shape that is moved into their way, and straight again when it is moved out of it', () => {
    const items = row()
    expect(listBadWays(apply(items, move(items, ['c'], { x: 0, y: -300 })))).toEqual(['l runs through c'])
    const blocked = edit(items, move(items, ['c'], { x: 0, y: -300 }))
    expect(listBadWays(blocked)).toEqual([])
    expect(lineOf(blocked)).toMatchObject({ isRouted: true })
    const freed = edit(blocked, move(blocked, ['c'], { x: 0, y: 300 }))
    expect(lineOf(freed)).toEqual(lineOf(items))
  })

  it('are left out of edits that do not concern them', () => {
    const items = row()
    const patches = [putAll([{ ...makeShape('c', { x: 300, y: 300 }), label: 'Otro' }]), putAll([{ ...lineOf(items), label: 'sí' }])]
    for (const patch of patches) expect(withWays(items, patch)).toBe(patch)
    expect(withWays(items, move(items, ['c'], { x: 0, y: 100 })).put.map(({ id }) => id)).toEqual(['c'])
  })

  it('that a person gave corners, locked or made curves stay as they are', () => {
    const mine = { points: [{ x: 350, y: 25 }] }
    for (const more of [mine, { isLocked: true }, { route: 'curve' as const }, { route: 'straight' as const }]) {
      const items = toItems([...row().values()].map((item) => (isLine(item) ? { ...item, ...more } : item)))
      expect(withWays(items, move(items, ['c'], { x: 0, y: -300 })).put.map(({ id }) => id)).toEqual(['c'])
      expect(rerouteLines(items, []).put).toEqual([])
    }
  })

  it('keep the side and the place a person fastened them to, and find only the rest', () => {
    for (const at of [undefined, 0.25]) {
      const from = { shapeId: 'a', side: 'bottom' as const, ...(at !== undefined && { at }) }
      const items = toItems([...row().values()].map((item) => (isLine(item) ? { ...item, from } : item)))
      const blocked = edit(items, putAll([makeShape('d', { x: 20, y: 70, width: 60, height: 100 }), makeShape('c', { x: 300, y: 0 })]))
      expect(lineOf(blocked).from).toMatchObject(from)
      expect(listBadWays(blocked)).toEqual([])
      const freed = edit(blocked, removeItems(blocked, ['c', 'd']))
      expect(lineOf(freed).from).toEqual(from)
      expect(lineOf(freed).isRouted).toBeUndefined()
    }
  })

  it('belong to whoever sets a corner, until the corners are dropped', () => {
    const items = row()
    const blocked = edit(items, move(items, ['c'], { x: 0, y: -300 }))
    const way = wayOf(blocked, 'l')
    const pushed = edit(blocked, pushLeg(lineOf(blocked), way, 1, { x: 30, y: 30 }))
    expect(lineOf(pushed).isRouted).toBeUndefined()
    const moved = edit(pushed, move(pushed, ['c'], { x: 0, y: -60 }))
    expect(lineOf(moved)).toBe(lineOf(pushed))
    const dropped = edit(moved, dropCorners(lineOf(moved)))
    expect(listBadWays(dropped)).toEqual([])
    expect(lineOf(edit(dropped, removeItems(dropped, ['c'])))).toEqual(lineOf(items))
  })

  it('find a free way when they are made, led elsewhere, or get a shape put onto them', () => {
    const items = toItems([makeShape('a'), makeShape('b', { x: 300 }), makeShape('c', { x: 600 }), makeShape('d', { x: 600, y: 300 })])
    const joined = edit(items, connect(items, { shapeId: 'a' }, { shapeId: 'c' }, 'l'))
    expect(listBadWays(joined)).toEqual([])
    const elsewhere = edit(joined, reconnect(joined, 'l', 'to', { shapeId: 'd' }))
    expect([listBadWays(elsewhere), lineOf(elsewhere).points]).toEqual([[], []])
    const back = edit(elsewhere, reconnect(elsewhere, 'l', 'to', { shapeId: 'c' }))
    expect(listBadWays(back)).toEqual([])
    const put = edit(
      back,
      insertOnLine(back, 'l', makeShape('e', { x: 300, y: -200 }), () => 'second')
    )
    expect(listBadWays(put)).toEqual([])
  })

  it('go along with both of their shapes, corners and all', () => {
    const items = row()
    const blocked = edit(items, move(items, ['c'], { x: 0, y: -300 }))
    const moved = edit(blocked, move(blocked, ['a', 'b', 'c'], { x: 50, y: 70 }))
    expect(wayOf(moved, 'l')).toEqual(wayOf(blocked, 'l').map(({ x, y }) => ({ x: x + 50, y: y + 70 })))
  })

  it('put a label where no shape lies under it', () => {
    const items = row()
    const named = apply(items, putAll([{ ...lineOf(items), label: 'Aprobado por ventas y por finanzas' }]))
    const blocked = edit(named, putAll([makeShape('c', { x: 300, y: -30, height: 120 }), makeShape('e', { x: 290, y: 110, height: 30 })]))
    expect(listBadWays(blocked)).toEqual([])
  })

  it('run as little as can be through what stands around, where no way is free', () => {
    const wall = [
      makeShape('n', { x: -60, y: -80, width: 220, height: 40 }),
      makeShape('s', { x: -60, y: 90, width: 220, height: 40 }),
      makeShape('w', { x: -80, y: -80, width: 40, height: 210 }),
      makeShape('e', { x: 140, y: -80, width: 40, height: 210 })
    ]
    const items = toItems([...row().values(), ...wall])
    const led = apply(items, rerouteLines(items, []))
    expect(listBadWays(led)).toHaveLength(1)
  })
})

describe('any page', () => {
  it('has no line through a shape and no slanted leg after all lines are led', () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const items = toItems(page)
        const led = apply(items, rerouteLines(items, []))
        expect(listBadWays(led)).toEqual([])
        expect(listFaults(led)).toEqual([])
      }),
      { numRuns: 120 }
    )
  })

  it('is led alike whenever it is led, and the patch undone brings all back', () => {
    fc.assert(
      fc.property(anyPage, fc.nat(), (page, which) => {
        const items = toItems(page)
        const shape = page[which % page.filter(({ item }) => item === 'shape').length]
        if (!shape) return
        const patch = move(items, [shape.id], { x: 40, y: -30 })
        const [once, again] = [withWays(items, patch), withWays(toItems(page), patch)]
        expect(once).toEqual(again)
        const changed = apply(items, once)
        // What undo puts back is what stood there: every item the patch touches, none besides.
        const touched = new Set(once.put.map(({ id }) => id))
        const undone = apply(changed, putAll([...touched].flatMap((id) => items.get(id) ?? [])))
        expect(undone).toEqual(items)
        for (const line of linesOf(items)) if (!touched.has(line.id)) expect(changed.get(line.id)).toBe(line)
      }),
      { numRuns: 60 }
    )
  })

  it('keeps every line that has nothing to do with a shape that moves about it, and whose way stays free', () => {
    const place = fc.record({ x: fc.integer({ min: -50, max: 1300 }), y: fc.integer({ min: -50, max: 1000 }) })
    let count = 0
    fc.assert(
      fc.property(anyPage, place, place, (page, first, then) => {
        const items = toItems(page)
        const led = apply(items, rerouteLines(items, []))
        const [before, after] = [first, then].map((at) => makeShape('loose', { ...at, width: 70, height: 40 }))
        if (!before || !after) return
        const without = linesOf(led).map(bareLine)
        const stood = edit(led, putAll([before]))
        const moved = edit(stood, putAll([after]))
        for (const [was, now, boxes] of [
          [led, stood, [before]],
          [stood, moved, [before, after]]
        ] as const)
          for (const line of linesOf(was)) {
            const plain = apply(led, putAll(without.filter(({ id }) => id === line.id)))
            const isMet = boxes.some((box) =>
              [was, plain].some((each) => listLegs(wayOf(each, line.id)).some((leg) => overlaps(leg, box, 6)))
            )
            if (isMet) continue
            count += 1
            expect(now.get(line.id)).toBe(line)
          }
      }),
      { numRuns: 120 }
    )
    expect(count).toBeGreaterThan(200)
  })

  it('keeps what a person set when a shape moves', () => {
    fc.assert(
      fc.property(anyPage, fc.nat(), (page, which) => {
        const mine = (line: DiagramLine, index: number): DiagramLine =>
          index % 2 === 0
            ? { ...line, points: [{ x: 100, y: 100 }] }
            : { ...line, to: isAttached(line.to) ? { ...line.to, side: 'top', at: 0.25 } : line.to }
        const items = toItems(page.map((item, index) => (isLine(item) ? mine(item, index) : item)))
        const shape = page[which % page.filter(({ item }) => item === 'shape').length]
        if (!shape) return
        const after = edit(items, move(items, [shape.id], { x: 35, y: 25 }))
        for (const line of linesOf(items)) {
          const now = lineOf(after, line.id)
          if (line.points.length > 0) expect(now).toBe(line)
          else expect(now.to).toMatchObject(line.to)
        }
      }),
      { numRuns: 60 }
    )
  })
})
