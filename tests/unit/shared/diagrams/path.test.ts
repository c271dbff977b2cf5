import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DiagramLine, DiagramShape, type DiagramItem } from '../../../../src/shared/diagrams/diagram.ts'
import { findPath } from '../../../../src/shared/diagrams/path.ts'

const shape = (id: string, x: number, y: number, more: Partial<DiagramShape> = {}): DiagramShape =>
  DiagramShape.parse({ item: 'shape', id, kind: 'process', x, y, width: 100, height: 50, order: 0, label: id, ...more })
const line = (from: string, to: string): DiagramLine =>
  DiagramLine.parse({ item: 'line', id: `${from}>${to}`, from: { shapeId: from }, to: { shapeId: to }, order: 1 })
const pathOf = (items: DiagramItem[], path?: string[]): string[] =>
  findPath({ settings: { hasGrid: true, doesSnap: true, ...(path ? { path } : {}) }, items })

describe('the path of a presentation', () => {
  it('follows a branch to where it meets another before the next one begins', () => {
    const items = [
      shape('start', 0, 100),
      ...['a1', 'a2'].map((id, index) => shape(id, 200 + 200 * index, 0)),
      ...['b1', 'b2'].map((id, index) => shape(id, 200 + 200 * index, 200)),
      shape('end', 600, 100),
      ...[line('start', 'b1'), line('start', 'a1'), line('a1', 'a2'), line('b1', 'b2'), line('a2', 'end'), line('b2', 'end')]
    ]
    expect(pathOf(items)).toEqual(['start', 'a1', 'a2', 'b1', 'b2', 'end'])
  })

  it('takes the longer way out of a decision first, wherever it stands', () => {
    const items = [
      shape('asked', 0, 0, { kind: 'decision' }),
      shape('no', 200, 0),
      shape('yes', 0, 200),
      shape('then', 0, 400),
      ...[line('asked', 'no'), line('asked', 'yes'), line('yes', 'then')]
    ]
    expect(pathOf(items)).toEqual(['asked', 'yes', 'then', 'no'])
  })

  it('has what feeds a step before it, though it begins elsewhere, and a remark never first', () => {
    const items = [
      shape('remark', 0, -200, { kind: 'note' }),
      shape('order', 0, 0),
      shape('ship', 200, 0),
      shape('stock', 0, 200),
      ...[line('remark', 'ship'), line('order', 'ship'), line('stock', 'ship')]
    ]
    expect(pathOf(items)).toEqual(['order', 'stock', 'remark', 'ship'])
  })

  it('goes on through shapes nobody stops at, and the way an arrow points', () => {
    const items = [
      shape('late', 0, 0),
      shape('dot', 200, 0, { kind: 'connector' }),
      shape('early', 400, 0),
      line('early', 'dot'),
      { ...line('late', 'dot'), startHead: 'arrow' as const, endHead: 'none' as const }
    ]
    expect(pathOf(items)).toEqual(['early', 'late'])
  })

  it('leaves out pools and lanes with something in them, whose work is in the order of its flow', () => {
    const items = [
      shape('pool', 0, 0, { kind: 'pool', width: 800, height: 400 }),
      shape('above', 0, 0, { kind: 'lane', width: 800, height: 200, parentId: 'pool' }),
      shape('below', 0, 200, { kind: 'lane', width: 800, height: 200, parentId: 'pool' }),
      shape('c', 500, 50, { parentId: 'above' }),
      shape('a', 50, 50, { parentId: 'above' }),
      shape('b', 300, 250, { parentId: 'below' }),
      ...[line('a', 'b'), line('b', 'c')]
    ]
    expect(pathOf(items)).toEqual(['a', 'b', 'c'])
    expect(pathOf(items.slice(0, 3))).toEqual(['above', 'below'])
    expect(pathOf(items, ['below', 'a'])).toEqual(['below', 'a'])
  })

  it('comes to all that is in a container by what leads to it, and leaves it after all of that', () => {
    const items = [
      shape('after', 0, -300),
      shape('box', 0, 0, { kind: 'group', width: 400, height: 200 }),
      shape('in-1', 20, 50, { parentId: 'box' }),
      shape('in-2', 200, 50, { parentId: 'box' }),
      shape('before', 0, 300),
      ...[line('before', 'box'), line('box', 'after')]
    ]
    expect(pathOf(items)).toEqual(['before', 'box', 'in-1', 'in-2', 'after'])
  })

  it('reads rows from above, and what stands beside all of them after them', () => {
    const items = [
      shape('beside', 300, 0, { height: 250 }),
      shape('b', 150, 0),
      shape('d', 150, 100),
      shape('a', 0, 0),
      shape('c', 0, 100),
      shape('e', 0, 200)
    ]
    expect(pathOf(items)).toEqual(['a', 'b', 'c', 'd', 'e', 'beside'])
  })

  it('goes along the relations, above first', () => {
    const items = [
      shape('end', 400, 0),
      shape('low', 200, 200),
      shape('high', 200, 0),
      shape('start', 0, 100),
      line('start', 'low'),
      line('start', 'high'),
      line('high', 'end'),
      line('low', 'end')
    ]
    expect(pathOf(items)).toEqual(['start', 'high', 'low', 'end'])
  })

  it('keeps the path somebody set, less what is gone', () => {
    expect(pathOf([shape('a', 0, 0), shape('b', 200, 0)], ['b', 'gone', 'a', 'b'])).toEqual(['b', 'a'])
  })

  it('goes by position when every shape of the path is gone', () => {
    expect(pathOf([shape('b', 200, 0), shape('a', 0, 4)], ['gone'])).toEqual(['a', 'b'])
  })

  it('shows a container before what is in it', () => {
    const items = [
      shape('in', 20, 40, { parentId: 'box' }),
      shape('box', 0, 0, { kind: 'group' }),
      shape('before', 0, -90),
      line('before', 'in')
    ]
    expect(pathOf(items)).toEqual(['before', 'box', 'in'])
  })

  it('starts a circle where it stands first', () => {
    expect(pathOf([shape('a', 0, 0), shape('b', 200, 0), shape('c', 100, 100), line('b', 'c'), line('c', 'a'), line('a', 'b')])).toEqual([
      'a',
      'b',
      'c'
    ])
  })

  it('leaves out what nobody would stop at', () => {
    expect(pathOf([shape('a', 0, 0), shape('dot', 0, 90, { kind: 'connector' }), shape('empty', 0, 180, { label: '' })])).toEqual(['a'])
  })

  it('has every relation lead forward where none leads in a circle', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    const pair = fc.tuple(fc.nat(5), fc.nat(5)).filter(([from, to]) => from < to)
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 14 }), fc.array(fc.nat(900), { minLength: 12, maxLength: 12 }), (pairs, places) => {
        const lines = pairs.map(([from, to]) => [ids[from] ?? '', ids[to] ?? ''] as const)
        const path = pathOf([
          ...ids.map((id, index) => shape(id, places[2 * index] ?? 0, places[2 * index + 1] ?? 0)),
          ...lines.map(([from, to]) => line(from, to))
        ])
        expect(lines.filter(([from, to]) => path.indexOf(from) > path.indexOf(to))).toEqual([])
      })
    )
  })

  it('follows a way of thousands of steps', () => {
    const ids = Array.from({ length: 5000 }, (_, index) => `s${String(index)}`)
    const items = [...ids.map((id, index) => shape(id, 0, -index * 100)), ...ids.slice(1).map((id, index) => line(`s${String(index)}`, id))]
    expect(pathOf(items)).toEqual(ids)
  })

  it('visits every presented shape exactly once, whatever the lines', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const pair = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids))
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 12 }), fc.array(fc.nat(500), { minLength: 10, maxLength: 10 }), (pairs, places) => {
        const items = [
          ...ids.map((id, index) => shape(id, places[2 * index] ?? 0, places[2 * index + 1] ?? 0)),
          ...pairs.map(([from, to]) => line(from, to))
        ]
        expect(pathOf(items).toSorted()).toEqual(ids)
      })
    )
  })
})
