import fc from 'fast-check'
import type { DiagramContent, DiagramItem, DiagramShape } from '../../src/shared/diagrams/diagram.ts'

/** A shape with what most need; `more` says the rest. */
export const makeShape = (id: string, more: Partial<DiagramShape> = {}): DiagramShape => ({
  item: 'shape',
  id,
  kind: 'process',
  x: 0,
  y: 0,
  width: 120,
  height: 60,
  order: 1,
  label: id,
  style: {},
  ...more
})

export const makeLine = (id: string, from: string, to: string): DiagramItem => ({
  item: 'line',
  id,
  from: { shapeId: from },
  to: { shapeId: to, side: 'left' },
  order: 2,
  label: '',
  route: 'elbow',
  points: [],
  startHead: 'none',
  endHead: 'arrow',
  style: {}
})

export const makeContent = (items: readonly DiagramItem[]): DiagramContent => ({
  settings: { hasGrid: true, doesSnap: true },
  items: [...items]
})

/** One of a few ids, so that edits meet. */
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'ñ "quoted"', 'f\\g')
const place = fc.integer({ min: -500, max: 500 })

/** Any item of a small diagram: it may well name containers and ends that are not there. */
export const anyItem: fc.Arbitrary<DiagramItem> = fc.oneof(
  fc
    .record({
      id,
      x: place,
      y: place,
      label: fc.string({ unit: 'grapheme', maxLength: 8 }),
      parentId: fc.option(id, { nil: undefined }),
      image: fc.option(fc.constantFrom('data:image/png;base64,AAAA', 'data:image/gif;base64,BBBB'), { nil: undefined }),
      segmentId: fc.option(fc.constantFrom('s_all', 's_ssc'), { nil: undefined })
    })
    .map(({ id: own, parentId, image, segmentId, ...rest }) =>
      makeShape(own, {
        ...rest,
        kind: image ? 'image' : 'group',
        ...(parentId !== undefined && { parentId }),
        ...(image !== undefined && { image }),
        ...(segmentId !== undefined && { link: { to: 'segment', segmentId } })
      })
    ),
  fc.tuple(id, id, id).map(([own, from, to]) => makeLine(own, from, to))
)
