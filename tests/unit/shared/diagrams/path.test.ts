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
  it('goes along the relations level by level, above first', () => {
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
