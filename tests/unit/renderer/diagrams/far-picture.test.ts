import { describe, expect, it } from 'vitest'
import { createDrawOrder } from '../../../../src/renderer/features/diagrams/canvas/draw-order.ts'
import { findItemAt, isPictured, MANY } from '../../../../src/renderer/features/diagrams/canvas/item-at.ts'
import { roughBoxOf } from '../../../../src/renderer/features/diagrams/canvas/item-boxes.ts'
import { pictureItem, pictureLine } from '../../../../src/renderer/features/diagrams/canvas/item-pictures.ts'
import { createLifted, goesWhole } from '../../../../src/renderer/features/diagrams/canvas/lifted.ts'
import type { DiagramItem } from '../../../../src/shared/diagrams/diagram.ts'
import { move } from '../../../../src/shared/diagrams/edits/move.ts'
import { overlaps } from '../../../../src/shared/models/geometry.ts'
import { makeLine, makeShape, toItems } from '../../shared/diagrams/edits/sample.ts'

const NO_FIGURES = new Map()
const withItem = (items: ReadonlyMap<string, DiagramItem>, item: DiagramItem): Map<string, DiagramItem> => new Map(items).set(item.id, item)
const previewOf = (items: ReadonlyMap<string, DiagramItem>, ids: string[]): Map<string, DiagramItem> =>
  new Map(move(items, ids, { x: 50, y: 20 }).put.map((item) => [item.id, item]))

const PAGE = toItems([
  makeShape('pool', { kind: 'pool', x: -50, y: -50, width: 900, height: 300, order: 9 }),
  makeShape('a', { x: 0, y: 0, width: 100, height: 60, order: 1 }),
  makeShape('b', { x: 300, y: 0, width: 100, height: 60, order: 2 }),
  makeShape('c', { x: 600, y: 0, width: 100, height: 60, order: 3 }),
  makeLine('ab', 'a', 'b', { order: 4 }),
  makeLine('bc', 'b', 'c', { order: 5, route: 'curve' })
])

describe('the order things are drawn in', () => {
  it('puts containers under what stands in them and counts the lines of each shape', () => {
    const { ids, relations } = createDrawOrder()(PAGE)
    expect(ids).toEqual(['pool', 'a', 'b', 'c', 'ab', 'bc'])
    expect([...relations]).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 1]
    ])
  })

  it('stays the same object while things only move or change their words', () => {
    const read = createDrawOrder()
    const before = read(PAGE)
    expect(read(withItem(PAGE, makeShape('a', { x: 5, y: 7, width: 100, height: 60, order: 1, label: 'Other' })))).toBe(before)
  })

  it('is made anew when something is brought to the front, comes, goes, or a line leads elsewhere', () => {
    const read = createDrawOrder()
    read(PAGE)
    expect(read(withItem(PAGE, makeShape('a', { order: 8 }))).ids.at(-1)).toBe('a')
    expect(read(withItem(PAGE, makeShape('d', { order: 9 }))).ids.at(-1)).toBe('d')
    const less = new Map(PAGE)
    less.delete('c')
    expect(read(less).ids).not.toContain('c')
    read(PAGE)
    const { ids, relations } = read(withItem(PAGE, makeLine('bc', 'b', 'a', { order: 5 })))
    expect(ids).toEqual(['pool', 'a', 'b', 'c', 'ab', 'bc'])
    expect(relations.get('a')).toBe(2)
    expect(relations.has('c')).toBe(false)
  })
})

describe('what a gesture lifts out of the picture', () => {
  it('holds what moves and the lines at it, the same set as long as the same moves', () => {
    const read = createLifted()
    const first = read(PAGE, previewOf(PAGE, ['a']))
    expect([...first].sort()).toEqual(['a', 'ab'])
    expect(read(PAGE, previewOf(PAGE, ['a']))).toBe(first)
    expect([...read(PAGE, previewOf(PAGE, ['b']))].sort()).toEqual(['ab', 'b', 'bc'])
    expect(read(PAGE, null).size).toBe(0)
  })

  it('tells lines that go along from those that are stretched', () => {
    const state = { items: PAGE, preview: previewOf(PAGE, ['a', 'b']) }
    expect(goesWhole('a', state)).toBe(true)
    expect(goesWhole('ab', state)).toBe(true)
    expect(goesWhole('bc', state)).toBe(false)
  })
})

describe('an item as a picture', () => {
  it('has no letters and covers what it is drawn with', () => {
    for (const item of PAGE.values()) {
      const { shapes, box } = pictureItem(item, PAGE, NO_FIGURES)
      expect(shapes.length).toBeGreaterThan(0)
      expect(shapes.filter(({ kind }) => kind === 'text')).toEqual([])
      expect(overlaps(box, roughBoxOf(item, PAGE))).toBe(true)
    }
  })

  it('is drawn anew only when the line or what it joins changed', () => {
    const line = makeLine('x', 'a', 'b', {})
    const before = pictureLine(line, PAGE, NO_FIGURES)
    expect(pictureLine(line, withItem(PAGE, makeShape('c', { x: 900 })), NO_FIGURES)).toBe(before)
    expect(pictureLine(line, withItem(PAGE, makeShape('b', { x: 300, y: 200, width: 100, height: 60 })), NO_FIGURES)).not.toBe(before)
  })
})

describe('what lies at a place of the picture', () => {
  it('is the shape, else the line near by, else the container', () => {
    expect(findItemAt(PAGE, NO_FIGURES, { x: 50, y: 30 }, 0.2)).toBe('a')
    expect(findItemAt(PAGE, NO_FIGURES, { x: 200, y: 32 }, 0.2)).toBe('ab')
    expect(findItemAt(PAGE, NO_FIGURES, { x: 200, y: 200 }, 0.2)).toBe('pool')
    expect(findItemAt(PAGE, NO_FIGURES, { x: 200, y: 900 }, 0.2)).toBeUndefined()
  })

  it('is asked for only where a picture is shown', () => {
    const many = new Map(Array.from({ length: MANY + 1 }, (_, n) => [`s${String(n)}`, makeShape(`s${String(n)}`)]))
    expect(isPictured(many, 0.2)).toBe(true)
    expect(isPictured(many, 1)).toBe(false)
    expect(isPictured(PAGE, 0.2)).toBe(false)
  })
})
