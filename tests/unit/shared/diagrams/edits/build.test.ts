import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAttached, isLine, isShape } from '../../../../../src/shared/diagrams/diagram.ts'
import { connect, findSide, growShape, insertOnLine, reconnect, turnAround } from '../../../../../src/shared/diagrams/edits/connect.ts'
import { findContainerAt, reparent, settle } from '../../../../../src/shared/diagrams/edits/contain.ts'
import { copyItems, duplicate, findFreeShift, moveTo, pasteItems } from '../../../../../src/shared/diagrams/edits/copy.ts'
import { group, ungroup } from '../../../../../src/shared/diagrams/edits/group.ts'
import { withContents } from '../../../../../src/shared/diagrams/edits/items.ts'
import { addLane, findPool } from '../../../../../src/shared/diagrams/edits/lanes.ts'
import { isAllLocked, setLocked } from '../../../../../src/shared/diagrams/edits/lock.ts'
import { findRoom, makeShape as placeShape } from '../../../../../src/shared/diagrams/edits/place.ts'
import { removeItems } from '../../../../../src/shared/diagrams/edits/remove.ts'
import { overlaps } from '../../../../../src/shared/models/geometry.ts'
import { apply, anyItems, countingIds, listFaults, makeLine, makeShape, shapeOf, toItems, withChoice } from './sample.ts'

describe('groups', () => {
  const items = toItems([
    makeShape('g', { kind: 'group', width: 800, height: 400 }),
    makeShape('a', { parentId: 'g', x: 100, y: 100 }),
    makeShape('b', { parentId: 'g', x: 300, y: 100 })
  ])
  it('stand around what is chosen, in the container it shares, and give it back', () => {
    const grouped = apply(items, group(items, ['a', 'b'], 'new'))
    expect(shapeOf(grouped, 'new')).toMatchObject({ kind: 'group', parentId: 'g' })
    expect(shapeOf(grouped, 'a').parentId).toBe('new')
    const back = apply(grouped, ungroup(grouped, ['new']))
    expect(back).toEqual(items)
  })
  it('need two things', () => {
    expect(group(items, ['a'], 'new').put).toEqual([])
  })
  it('of any choice leave a diagram that can be kept, and ungrouping restores it', () => {
    fc.assert(
      fc.property(withChoice(), ({ items, ids }) => {
        const grouped = apply(items, group(items, ids, 'new'))
        expect(listFaults(grouped)).toEqual([])
        if (!grouped.has('new')) return
        const parents = new Set(ids.map((id) => items.get(id)).flatMap((item) => (item && isShape(item) ? [item.parentId] : [])))
        if (parents.size === 1) expect(apply(grouped, ungroup(grouped, ['new']))).toEqual(items)
      })
    )
  })
})

describe('containers', () => {
  const items = toItems([
    makeShape('pool', { kind: 'pool', width: 800, height: 400 }),
    makeShape('lane', { kind: 'lane', parentId: 'pool', x: 32, width: 768, height: 200 }),
    makeShape('a', { x: 100, y: 50 })
  ])
  it('take what is dropped into them, the innermost first, and let it go outside', () => {
    expect(findContainerAt(items, { x: 120, y: 60 })?.id).toBe('lane')
    const inside = apply(items, settle(items, ['a']))
    expect(shapeOf(inside, 'a').parentId).toBe('lane')
    const outside = apply(inside, { put: [{ ...shapeOf(inside, 'a'), x: 2000 }], remove: [] })
    expect(shapeOf(apply(outside, settle(outside, ['a'])), 'a').parentId).toBeUndefined()
  })
  it('never come to stand in themselves', () => {
    expect(reparent(items, ['pool'], 'lane').put).toEqual([])
    fc.assert(
      fc.property(withChoice(), fc.nat(), ({ items, ids }, at) => {
        const target = [...items.keys()][at % items.size] ?? ''
        expect(listFaults(apply(items, reparent(items, ids, target)))).toEqual([])
        expect(listFaults(apply(items, settle(items, ids)))).toEqual([])
      })
    )
  })
  it('get one lane more below the last, and grow by it', () => {
    const next = apply(items, addLane(items, findPool(items, 'lane')?.id ?? '', 'more', 'Service'))
    expect(shapeOf(next, 'more')).toMatchObject({ kind: 'lane', x: 32, y: 200, width: 768, height: 200, parentId: 'pool' })
    const third = apply(next, addLane(next, 'pool', 'third', ''))
    expect(shapeOf(third, 'pool').height).toBe(600)
  })
})

describe('copies', () => {
  it('have ids of their own and the same structure among themselves', () => {
    fc.assert(
      fc.property(withChoice(), ({ items, ids }) => {
        const pasted = duplicate(items, ids, countingIds())
        const next = apply(items, pasted)
        expect(listFaults(next)).toEqual([])
        const copied = copyItems(items, ids)
        expect(pasted.put).toHaveLength(copied.length)
        expect(next.size).toBe(items.size + copied.length)
        for (const id of items.keys()) expect(next.get(id)).toBe(items.get(id))
        const inner = (all: readonly { readonly item: string }[]): number => all.filter(({ item }) => item === 'line').length
        expect(inner(pasted.put)).toBe(inner(copied))
        for (const id of pasted.ids) expect(next.has(id)).toBe(true)
      })
    )
  })
  it('of two joined shapes are joined too, and stand where they are put', () => {
    const items = toItems([makeShape('a'), makeShape('b', { x: 300 }), makeLine('l', 'a', 'b', { points: [{ x: 200, y: 0 }] })])
    const copied = copyItems(items, ['a', 'b'])
    const by = moveTo(copied, { x: 1000, y: 1000 })
    const { put, ids } = pasteItems(toItems([]), copied, { by, makeId: countingIds() })
    expect(ids).toHaveLength(2)
    expect(put.filter(isLine)).toMatchObject([{ from: { shapeId: ids[0] }, to: { shapeId: ids[1] }, points: [{ x: 200 + by.x, y: by.y }] }])
  })
})

describe('deleting', () => {
  it('takes contents and lines along, and nothing is left hanging', () => {
    fc.assert(
      fc.property(withChoice(), ({ items, ids }) => {
        const next = apply(items, removeItems(items, ids))
        expect(listFaults(next)).toEqual([])
        for (const id of ids) {
          const isKept = [...withContents(items, [id])].some((inner) => items.get(inner)?.isLocked === true)
          if (!isKept && items.get(id)?.item === 'shape') expect(next.has(id)).toBe(false)
        }
        for (const item of items.values()) if (isShape(item) && item.isLocked === true) expect(next.has(item.id)).toBe(true)
      })
    )
  })
})

describe('lines', () => {
  const items = toItems([makeShape('a'), makeShape('b', { x: 400 }), makeLine('l', 'a', 'b', { label: 'yes', points: [{ x: 200, y: 0 }] })])
  it('join two shapes, or one with itself', () => {
    expect(connect(items, { shapeId: 'b' }, { shapeId: 'a' }, 'n').put).toMatchObject([{ id: 'n', from: { shapeId: 'b' } }])
    expect(connect(items, { shapeId: 'a' }, { shapeId: 'a' }, 'n').put).toMatchObject([{ from: { shapeId: 'a' }, to: { shapeId: 'a' } }])
    expect(connect(items, { shapeId: 'a' }, { shapeId: 'gone' }, 'n').put).toEqual([])
  })
  it('lead elsewhere, and the other way round', () => {
    expect(reconnect(items, 'l', 'to', { x: 5, y: 5 }).put).toMatchObject([{ to: { x: 5, y: 5 }, points: [] }])
    expect(turnAround(items, ['l']).put).toMatchObject([{ from: { shapeId: 'b' }, startHead: 'arrow', endHead: 'none' }])
  })
  it('take a shape into their middle', () => {
    const next = apply(items, insertOnLine(items, 'l', makeShape('c', { x: 200 }), countingIds()))
    const lines = [...next.values()].filter(isLine)
    expect(lines).toMatchObject([
      { id: 'l', from: { shapeId: 'a' }, to: { shapeId: 'c' }, label: 'yes' },
      { from: { shapeId: 'c' }, to: { shapeId: 'b' }, label: '' }
    ])
    expect(listFaults(next)).toEqual([])
  })
  it('know the side that faces a place', () => {
    expect(findSide(makeShape('a'), { x: 300, y: 30 })).toBe('right')
    expect(findSide(makeShape('a'), { x: 50, y: -30 })).toBe('top')
  })
})

describe('shapes made beside others', () => {
  it('stand free of them, joined, on the side asked for', () => {
    fc.assert(
      fc.property(anyItems, fc.constantFrom('top', 'right', 'bottom', 'left'), (items, side) => {
        const grown = growShape(items, 's0', { side, makeId: countingIds() })
        if (!grown) throw new Error('s0 is always there')
        const next = apply(items, grown)
        expect(listFaults(next)).toEqual([])
        const line = grown.put.find(isLine)
        expect(line && isAttached(line.from) ? line.from : null).toEqual({ shapeId: 's0', side })
      })
    )
  })
  it('are not pasted over others: a free place nearby, else below all there is', () => {
    const copied = [makeShape('a', { width: 100, height: 50 })]
    expect(findFreeShift(toItems([]), copied, { x: 7, y: 9 })).toEqual({ x: 7, y: 9 })
    for (const items of [
      toItems([makeShape('a', { width: 100, height: 50 })]),
      toItems([makeShape('a', { x: -5000, y: -5000, width: 10000, height: 10000 })])
    ]) {
      const by = findFreeShift(items, copied, { x: 20, y: 20 })
      const pasted = shapeOf(apply(items, pasteItems(items, copied, { by, makeId: () => 'new' })), 'new')
      expect(overlaps(pasted, shapeOf(items, 'a'))).toBe(false)
    }
  })
  it('go beside what is in the way', () => {
    const items = toItems([makeShape('a'), makeShape('b', { x: 160 })])
    const at = findRoom(items, shapeOf(items, 'a'), 'right', { width: 100, height: 50 })
    expect(at.y).not.toBe(25)
  })
  it('stand in the container they are placed over', () => {
    const items = toItems([makeShape('g', { kind: 'group', width: 800, height: 400 })])
    expect(placeShape(items, 'process', { x: 300, y: 200 }, 'n')).toMatchObject({ parentId: 'g', x: 230, y: 170 })
    expect(placeShape(items, 'process', { x: 3000, y: 200 }, 'n').parentId).toBeUndefined()
  })
})

describe('locking', () => {
  it('and unlocking is as it was', () => {
    fc.assert(
      fc.property(withChoice(), ({ items, ids }) => {
        const locked = apply(items, setLocked(items, ids, true))
        expect(isAllLocked(locked, ids)).toBe(true)
        const free = apply(locked, setLocked(locked, ids, false))
        expect(isAllLocked(free, ids)).toBe(false)
        for (const id of ids) expect(removeItems(locked, [id]).remove).not.toContain(id)
      })
    )
  })
})
