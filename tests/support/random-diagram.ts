import fc from 'fast-check'
import type { DiagramItem } from '../../src/shared/diagrams/diagram.ts'
import { makeLine, makeShape } from './make-diagram.ts'

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
