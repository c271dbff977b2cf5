import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isShape } from '../../../../../src/shared/diagrams/diagram.ts'
import { align, AXES, distribute, EDGES, makeSameSize } from '../../../../../src/shared/diagrams/edits/align.ts'
import { withContents } from '../../../../../src/shared/diagrams/edits/items.ts'
import { move } from '../../../../../src/shared/diagrams/edits/move.ts'
import { ORDERS, reorder } from '../../../../../src/shared/diagrams/edits/order.ts'
import { CORNERS, resize, stretchBox } from '../../../../../src/shared/diagrams/edits/resize.ts'
import { apply, listFaults, makeLine, makeShape, shapeOf, toItems, withChoice } from './sample.ts'

const step = fc.record({ x: fc.integer({ min: -300, max: 300 }), y: fc.integer({ min: -300, max: 300 }) })

describe('moving', () => {
  it('takes a container with all it holds, and the lines between them with their corners', () => {
    const items = toItems([
      makeShape('pool', { kind: 'pool', width: 500, height: 300 }),
      makeShape('lane', { kind: 'lane', parentId: 'pool' }),
      makeShape('a', { parentId: 'lane', x: 40 }),
      makeShape('b', { parentId: 'lane', x: 240 }),
      makeShape('out', { x: 900 }),
      makeLine('inner', 'a', 'b', { points: [{ x: 200, y: 10 }] }),
      makeLine('outer', 'b', 'out', { points: [{ x: 700, y: 10 }] })
    ])
    const moved = apply(items, move(items, ['pool'], { x: 10, y: 20 }))
    expect(shapeOf(moved, 'a')).toMatchObject({ x: 50, y: 20 })
    expect(moved.get('inner')).toMatchObject({ points: [{ x: 210, y: 30 }] })
    expect(moved.get('outer')).toBe(items.get('outer'))
    expect(moved.get('out')).toBe(items.get('out'))
  })
  it('moves the loose ends of a line that is chosen itself', () => {
    const items = toItems([makeShape('a'), makeLine('l', 'a', 'a', { to: { x: 300, y: 80 } })])
    expect(apply(items, move(items, ['l'], { x: 5, y: -5 })).get('l')).toMatchObject({ from: { shapeId: 'a' }, to: { x: 305, y: 75 } })
  })
  it('there and back again is where it was', () => {
    fc.assert(
      fc.property(withChoice(), step, ({ items, ids }, by) => {
        const there = apply(items, move(items, ids, by))
        expect(listFaults(there)).toEqual([])
        expect(apply(there, move(there, ids, { x: -by.x, y: -by.y }))).toEqual(items)
      })
    )
  })
  it('leaves alone what is locked and chosen itself', () => {
    fc.assert(
      fc.property(withChoice(1), step, ({ items, ids }, by) => {
        const [id = ''] = ids
        if (items.get(id)?.isLocked === true) expect(move(items, ids, by).put).toEqual([])
      })
    )
  })
})

describe('sizing', () => {
  const box = { x: 100, y: 100, width: 80, height: 40 }
  it('pulls a side and leaves the opposite one', () => {
    expect(stretchBox(box, 'e', { x: 20, y: 9 })).toEqual({ ...box, width: 100 })
    expect(stretchBox(box, 'nw', { x: -20, y: -10 })).toEqual({ x: 80, y: 90, width: 100, height: 50 })
  })
  it('keeps the ratio and the middle when asked to', () => {
    expect(stretchBox(box, 'se', { x: 40, y: 0 }, { keepsRatio: true })).toEqual({ x: 100, y: 100, width: 120, height: 60 })
    expect(stretchBox(box, 'e', { x: 10, y: 0 }, { isCentred: true })).toEqual({ ...box, x: 90, width: 100 })
  })
  it('never turns a box over nor makes it vanish', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CORNERS), step, fc.boolean(), fc.boolean(), (corner, by, keepsRatio, isCentred) => {
        const next = stretchBox(box, corner, by, { keepsRatio, isCentred })
        expect(Math.min(next.width, next.height)).toBeGreaterThanOrEqual(8 - 1e-9)
      })
    )
  })
  it('lets lanes share the room of their pool', () => {
    const items = toItems([
      makeShape('pool', { kind: 'pool', width: 400, height: 200 }),
      makeShape('one', { kind: 'lane', parentId: 'pool', x: 32, width: 368, height: 100 }),
      makeShape('two', { kind: 'lane', parentId: 'pool', x: 32, y: 100, width: 368, height: 100 })
    ])
    const next = apply(items, resize(items, 'pool', { x: 0, y: 0, width: 500, height: 400 }))
    expect(shapeOf(next, 'one')).toMatchObject({ x: 32, y: 0, width: 468, height: 200 })
    expect(shapeOf(next, 'two')).toMatchObject({ x: 32, y: 200, width: 468, height: 200 })
  })
})

describe('aligning and distributing', () => {
  const row = toItems([makeShape('a'), makeShape('b', { x: 150, y: 30, width: 60 }), makeShape('c', { x: 400, y: 90 })])
  it('brings all to the edge of the box around them', () => {
    const right = apply(row, align(row, ['a', 'b', 'c'], 'right'))
    expect(['a', 'b', 'c'].map((id) => shapeOf(right, id).x + shapeOf(right, id).width)).toEqual([500, 500, 500])
    const middle = apply(row, align(row, ['a', 'b'], 'middle'))
    expect(shapeOf(middle, 'a').y + 25).toBe(shapeOf(middle, 'b').y + 25)
  })
  it('once aligned stays so, and everything can still be kept', () => {
    fc.assert(
      fc.property(withChoice(), fc.constantFrom(...EDGES), ({ items, ids }, edge) => {
        // A locked shape holds still, and what moves away from it changes what there is to align to.
        fc.pre([...withContents(items, ids)].every((id) => items.get(id)?.isLocked !== true))
        const once = apply(items, align(items, ids, edge))
        expect(listFaults(once)).toEqual([])
        for (const { id } of align(once, ids, edge).put) expect(once.get(id)).toEqual(apply(once, align(once, ids, edge)).get(id))
      })
    )
  })
  it('makes the gaps equal and leaves the outermost where they are', () => {
    const next = apply(row, distribute(row, ['c', 'a', 'b'], 'across'))
    const [a, b, c] = ['a', 'b', 'c'].map((id) => shapeOf(next, id))
    expect(b!.x - (a!.x + a!.width)).toBe(c!.x - (b!.x + b!.width))
    expect([a!.x, c!.x]).toEqual([0, 400])
    for (const axis of AXES) expect(distribute(row, ['a', 'b'], axis).put).toEqual([])
  })
  it('gives all the size of the first around their own middles', () => {
    const next = apply(row, makeSameSize(row, ['b', 'a', 'c'], 'width'))
    expect(['a', 'b', 'c'].map((id) => shapeOf(next, id).width)).toEqual([60, 60, 60])
    expect(shapeOf(next, 'a')).toMatchObject({ x: 20, height: 50 })
  })
})

describe('order', () => {
  const orderOf = (items: ReturnType<typeof toItems>): string[] => [...items.values()].sort((a, b) => a.order - b.order).map(({ id }) => id)
  const pile = toItems(['a', 'b', 'c', 'd'].map((id, order) => makeShape(id, { order })))
  it.each([
    ['front', ['b', 'd', 'a', 'c']],
    ['back', ['a', 'c', 'b', 'd']],
    ['forward', ['b', 'a', 'd', 'c']],
    ['backward', ['a', 'c', 'b', 'd']]
  ] as const)('brings two of four %s', (change, expected) => {
    expect(orderOf(apply(pile, reorder(pile, ['a', 'c'], change)))).toEqual(expected)
  })
  it('keeps the order among what is chosen and among the rest', () => {
    fc.assert(
      fc.property(withChoice(), fc.constantFrom(...ORDERS), ({ items, ids }, change) => {
        const byOrder = (a: { order: number; id: string }, b: { order: number; id: string }): number =>
          a.order - b.order || (a.id < b.id ? -1 : 1)
        const before = [...items.values()].sort(byOrder).map(({ id }) => id)
        const after = [...apply(items, reorder(items, ids, change)).values()].sort(byOrder).map(({ id }) => id)
        const chosen = new Set(ids.filter((id) => items.get(id)?.isLocked !== true))
        expect(after.filter((id) => chosen.has(id))).toEqual(before.filter((id) => chosen.has(id)))
        expect(after.filter((id) => !chosen.has(id))).toEqual(before.filter((id) => !chosen.has(id)))
        if (change === 'front' && chosen.size > 0) expect(after.slice(-chosen.size)).toEqual(before.filter((id) => chosen.has(id)))
      })
    )
  })
  it('counts shapes and lines alike', () => {
    const items = toItems([makeShape('a', { order: 1 }), makeShape('b', { order: 3 }), makeLine('l', 'a', 'b', { order: 2 })])
    expect(orderOf(apply(items, reorder(items, ['l'], 'forward')))).toEqual(['a', 'b', 'l'])
    expect([...items.values()].filter(isShape)).toHaveLength(2)
  })
})
