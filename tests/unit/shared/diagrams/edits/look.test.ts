import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { findItems, listSameKind } from '../../../../../src/shared/diagrams/edits/find.ts'
import { listInReadingOrder } from '../../../../../src/shared/diagrams/edits/reading-order.ts'
import { snapEdge, snapMove } from '../../../../../src/shared/diagrams/edits/snap.ts'
import { listNeighbours, travel } from '../../../../../src/shared/diagrams/edits/travel.ts'
import { isShape } from '../../../../../src/shared/diagrams/diagram.ts'
import { anyItems, makeLine, makeShape, toItems } from './sample.ts'

const items = toItems([
  makeShape('c', { x: 0, y: 300, label: 'Cierre' }),
  makeShape('b', { x: 300, y: 4, label: 'Calificación' }),
  makeShape('a', { x: 0, y: 0, label: 'Lead' }),
  makeShape('g', { kind: 'group', x: 600, y: 0, width: 400, height: 300, label: 'Offer' }),
  makeShape('in', { parentId: 'g', x: 650, y: 50 }),
  makeLine('l', 'a', 'b', { label: 'sí' }),
  makeLine('m', 'b', 'c')
])

describe('reading order', () => {
  it('goes row by row, and through a container before what follows it', () => {
    expect(listInReadingOrder(items).map(({ id }) => id)).toEqual(['a', 'b', 'g', 'in', 'c'])
  })
  it('names every shape once, whatever stands in what', () => {
    fc.assert(
      fc.property(anyItems, (some) => {
        const listed = listInReadingOrder(some).map(({ id }) => id)
        expect([...listed].sort()).toEqual(
          [...some.values()]
            .filter(isShape)
            .map(({ id }) => id)
            .sort()
        )
      })
    )
  })
})

describe('travelling', () => {
  it('follows relations first, and goes back the way it came', () => {
    expect(listNeighbours(items, 'b').map(({ id }) => id)).toEqual(['a', 'c'])
    expect(travel(items, 'a', 'right')?.id).toBe('b')
    expect(travel(items, 'b', 'down')?.id).toBe('c')
    expect(travel(items, 'c', 'up', { last: { from: 'b', to: 'c', direction: 'down' } })?.id).toBe('b')
  })
  it('jumps to what is nearest where no relation leads, if it may', () => {
    expect(travel(items, 'b', 'right')?.id).toBe('g')
    expect(travel(items, 'b', 'right', { mayJump: false })).toBeNull()
    expect(travel(items, 'a', 'left')).toBeNull()
  })
})

describe('finding', () => {
  it('finds by words without accents or capitals, in labels of shapes and lines', () => {
    expect(findItems(items, 'calificacion').map(({ id }) => id)).toEqual(['b'])
    expect(findItems(items, 'SI').map(({ id }) => id)).toEqual(['l'])
    expect(findItems(items, '  ')).toEqual([])
  })
  it('lists what is of the same kind', () => {
    expect(listSameKind(items, ['a'])).toEqual(['c', 'b', 'a', 'in'])
    expect(listSameKind(items, ['l'])).toEqual(['l', 'm'])
  })
})

describe('snapping', () => {
  const others = [
    { x: 0, y: 0, width: 100, height: 50 },
    { x: 200, y: 0, width: 100, height: 50 }
  ]
  const options = { grid: 10, reach: 6 }
  it('lines up with edges and middles that are near, and says where', () => {
    const { by, guides } = snapMove({ x: 203, y: 300, width: 100, height: 50 }, others, { x: 0, y: 41 }, options)
    expect(by).toEqual({ x: -3, y: 40 })
    expect(guides).toContainEqual({ kind: 'line', from: { x: 200, y: 0 }, to: { x: 200, y: 390 } })
  })
  it('rests at an equal gap between neighbours', () => {
    const { by, guides } = snapMove({ x: 396, y: 1, width: 100, height: 50 }, others, { x: 0, y: 0 }, options)
    expect(by).toEqual({ x: 4, y: -1 })
    expect(guides.filter(({ kind }) => kind === 'gap')).toHaveLength(2)
  })
  it('rests on the grid when nothing is near, and anywhere without one', () => {
    expect(snapMove({ x: 1003, y: 1004, width: 30, height: 30 }, [], { x: 1, y: 1 }, options).by).toEqual({ x: -3, y: 6 })
    expect(snapMove({ x: 1003, y: 1004, width: 30, height: 30 }, [], { x: 1, y: 1 }, { ...options, grid: 0 }).by).toEqual({ x: 1, y: 1 })
    expect(snapEdge(104, 'x', others, options)).toBe(100)
    expect(snapEdge(134, 'x', others, options)).toBe(130)
  })
})
