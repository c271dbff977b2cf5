import { describe, expect, test } from 'vitest'
import { placeNew } from '../../../../src/renderer/features/diagrams/panels/place-new.ts'
import { applyPatch } from '../../../../src/renderer/features/diagrams/store/items.ts'
import type { DiagramItem, DiagramShape, ShapeKind } from '../../../../src/shared/diagrams/diagram.ts'
import type { Items } from '../../../../src/shared/diagrams/edits/items.ts'
import { overlaps } from '../../../../src/shared/models/geometry.ts'
import { makeShape } from '../../../support/make-diagram.ts'

const toItems = (list: readonly DiagramItem[]): Items => new Map(list.map((item) => [item.id, item]))
const SEEN = { x: 1000, y: 1000, width: 800, height: 600 }
let made = 0
const makeId = (): string => `new ${String(++made)}`
const shapeOf = (items: Items, id: string): DiagramShape => {
  const item = items.get(id)
  if (item?.item !== 'shape') throw new Error(`no shape ${id}`)
  return item
}
/** Adds a shape and answers with the page afterwards and the new one. */
function add(items: Items, kind: ShapeKind, where: Parameters<typeof placeNew>[2]): { items: Items; shape: DiagramShape } {
  const { shapeId, ...patch } = placeNew(items, { kind, label: 'x', makeId }, where)
  const next = applyPatch(items, { ...patch, put: [...patch.put], remove: [] })
  return { items: next, shape: shapeOf(next, shapeId) }
}

describe('a shape added without pointing at a place', () => {
  test('comes to the middle of what is seen, several not on each other', () => {
    const one = add(new Map(), 'process', { anchorId: null, seen: SEEN })
    expect(overlaps(one.shape, { x: 1300, y: 1200, width: 200, height: 200 })).toBe(true)
    const two = add(one.items, 'process', { anchorId: null, seen: SEEN })
    expect(two.shape).not.toMatchObject({ x: one.shape.x, y: one.shape.y })
  })

  test('comes beside the shape chosen, in the container that stands in', () => {
    const lane = makeShape('lane', { kind: 'lane', width: 300, height: 160 })
    const step = makeShape('step', { x: 40, y: 40, width: 140, height: 60, parentId: 'lane' })
    const { items, shape } = add(toItems([lane, step]), 'process', { anchorId: 'step', seen: SEEN })
    expect(shape.parentId).toBe('lane')
    expect(shape.x).toBeGreaterThan(step.x + step.width)
    const grown = shapeOf(items, 'lane')
    expect(grown.width).toBeGreaterThan(300)
    expect(shape.x + shape.width).toBeLessThanOrEqual(grown.x + grown.width)
  })

  test('goes into a container chosen, to one free place after the other; the container grows when it is full', () => {
    let items = toItems([makeShape('group', { kind: 'group', width: 320, height: 160 })])
    for (let count = 0; count < 6; count++) items = add(items, 'process', { anchorId: 'group', seen: SEEN }).items
    const group = shapeOf(items, 'group')
    const inside = [...items.values()].filter((item): item is DiagramShape => item.item === 'shape' && item.parentId === 'group')
    expect(inside).toHaveLength(6)
    for (const [at, one] of inside.entries()) {
      expect(one.y + one.height).toBeLessThanOrEqual(group.y + group.height)
      for (const other of inside.slice(at + 1)) expect(overlaps(one, other)).toBe(false)
    }
  })

  test('stands beside a container when that is asked for, and a lane in its pool', () => {
    const pool = makeShape('pool', { kind: 'pool', width: 600, height: 200 })
    const beside = add(toItems([pool]), 'process', { anchorId: 'pool', seen: null, isBeside: true })
    expect(beside.shape.parentId).toBeUndefined()
    expect(beside.shape.x).toBeGreaterThan(600)
    expect(add(toItems([pool]), 'lane', { anchorId: 'pool', seen: null }).shape).toMatchObject({ kind: 'lane', parentId: 'pool' })
  })

  test('follows the last shape when nothing is seen or chosen', () => {
    const items = toItems([makeShape('a', { order: 1 }), makeShape('b', { order: 2, x: 500, y: 0, width: 100, height: 60 })])
    expect(add(items, 'process', { anchorId: null, seen: null }).shape.x).toBeGreaterThan(600)
  })
})
