import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indent, outdent, shiftInList } from '../../../../src/renderer/features/diagrams/outline/edit-outline.ts'
import { buildOutline, findTyped, itemIdOf } from '../../../../src/renderer/features/diagrams/outline/outline-tree.ts'
import { applyPatch } from '../../../../src/renderer/features/diagrams/store/items.ts'
import type { DiagramItem } from '../../../../src/shared/diagrams/diagram.ts'
import type { Items, Patch } from '../../../../src/shared/diagrams/edits/items.ts'
import { makeLine, makeShape } from '../../../support/make-diagram.ts'
import { anyItem } from '../../../support/random-diagram.ts'

const toItems = (list: readonly DiagramItem[]): Items => new Map(list.map((item) => [item.id, item]))
const apply = (items: Items, patch: Patch): Items => applyPatch(items, { ...patch, put: [...patch.put], remove: [...patch.remove] })
const NONE: ReadonlySet<string> = new Set()
const keysOf = (items: Items, closed = NONE): string[] => buildOutline(items, closed).map(({ key }) => key)

/** A lane with two steps joined by a line, and a note beside it. */
const SALE = toItems([
  makeShape('lane', { kind: 'lane', order: 0, width: 600, height: 200 }),
  makeShape('first', { order: 1, parentId: 'lane', x: 60, y: 60 }),
  makeShape('second', { order: 2, parentId: 'lane', x: 300, y: 60 }),
  makeShape('note', { kind: 'note', order: 3, x: 800, y: 0 }),
  makeLine('l', 'first', 'second')
])

describe('the outline', () => {
  test('lists containers with what stands in them, and every relation at both its ends', () => {
    expect(keysOf(SALE)).toEqual(['lane', 'first', 'l @first', 'second', 'l @second', 'note'])
    const rows = buildOutline(SALE, NONE)
    expect(rows.map(({ level }) => level)).toEqual([1, 2, 3, 2, 3, 1])
    expect(rows.map((row) => (row.row === 'line' ? row.way : null)).filter(Boolean)).toEqual(['out', 'in'])
    expect(rows.find(({ key }) => key === 'second')).toMatchObject({ place: 2, siblings: 2, isOpen: true, parentKey: 'lane' })
  })

  test('leaves out what is inside of a closed row, and nothing else', () => {
    expect(keysOf(SALE, new Set(['lane']))).toEqual(['lane', 'note'])
    expect(keysOf(SALE, new Set(['first']))).toEqual(['lane', 'first', 'second', 'l @second', 'note'])
  })

  test('shows every shape once and every line, whatever containers and ends say', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyItem, { selector: ({ id }) => id }), (list) => {
        const items = toItems(list)
        const rows = buildOutline(items, NONE)
        const shapes = rows.filter(({ row }) => row === 'shape').map(itemIdOf)
        expect(shapes.toSorted()).toEqual(
          list
            .filter(({ item }) => item === 'shape')
            .map(({ id }) => id)
            .toSorted()
        )
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
        for (const { place, siblings } of rows) expect(place).toBeLessThanOrEqual(siblings)
      })
    )
  })

  test('moves a shape up and down among its siblings and back', () => {
    const down = apply(SALE, shiftInList(SALE, 'first', 1))
    expect(keysOf(down)).toEqual(['lane', 'second', 'l @second', 'first', 'l @first', 'note'])
    expect(keysOf(apply(down, shiftInList(down, 'first', -1)))).toEqual(keysOf(SALE))
    expect(shiftInList(SALE, 'lane', -1).put).toEqual([])
    const locked = toItems([...SALE.values()].map((item) => (item.id === 'first' ? { ...item, isLocked: true } : item)))
    expect(shiftInList(locked, 'first', 1).put).toEqual([])
  })

  test('moves a shape into the container listed before it, where it then stands, and out again', () => {
    const within = apply(SALE, indent(SALE, 'note'))
    const [note, lane] = [within.get('note'), within.get('lane')]
    if (note?.item !== 'shape' || lane?.item !== 'shape') throw new Error('gone')
    expect(note.parentId).toBe('lane')
    expect(note.x).toBeGreaterThanOrEqual(lane.x)
    expect(note.x + note.width).toBeLessThanOrEqual(lane.x + lane.width)
    expect(note.y + note.height).toBeLessThanOrEqual(lane.y + lane.height)
    const out = apply(within, outdent(within, 'note')).get('note')
    if (out?.item !== 'shape') throw new Error('gone')
    expect(out.parentId).toBeUndefined()
    expect(out.x >= lane.x + lane.width || out.y >= lane.y + lane.height).toBe(true)
  })

  test('finds the next row that begins with what is typed, round to the start', () => {
    const rows = buildOutline(SALE, NONE)
    const nameOf = (row: (typeof rows)[number]): string => itemIdOf(row)
    expect(findTyped(rows, nameOf, 'NO', 0)).toBe(5)
    expect(findTyped(rows, nameOf, 'l', 3)).toBe(4)
    expect(findTyped(rows, nameOf, 'la', 3)).toBe(0)
    expect(findTyped(rows, nameOf, 'x', 0)).toBeNull()
  })
})
