import { describe, expect, it } from 'vitest'
import { drawEdges, drawNodes, keepMeasured, readBoxes } from '../../../../src/renderer/features/model-editor/draw.ts'
import { addElement, boxOf, changeElement, connect, placeElements } from '../../../../src/renderer/features/model-editor/edits.ts'
import { drawLine } from '../../../../src/renderer/features/model-editor/lines.ts'
import { makeBlank, type OwnModel } from '../../../../src/shared/models/own-model.ts'

const named = (name: string): { en: string; es: string } => ({ en: name, es: name })
function nested(): OwnModel {
  let draft = makeBlank('own', named('Own'))
  for (const name of ['Inner', 'Middle', 'Outer']) draft = addElement(draft, named(name), 'en').draft
  draft = placeElements(
    draft,
    new Map([
      ['own.outer', { x: 100, y: 100, width: 600, height: 400 }],
      ['own.middle', { x: 150, y: 150, width: 400, height: 300 }],
      ['own.inner', { x: 200, y: 220, width: 200, height: 130 }]
    ])
  )
  return changeElement(changeElement(draft, 'own.inner', { parent: 'own.middle' }), 'own.middle', { parent: 'own.outer' })
}

describe('the page of the workshop', () => {
  it('has frames before what they hold, and everything where the file puts it', () => {
    const draft = nested()
    const nodes = drawNodes(draft, 'en', 'own.inner', new Set(['own.middle']))
    expect(nodes.map(({ id, selected }) => [id, selected])).toEqual([
      ['own.outer', false],
      ['own.middle', false],
      ['own.inner', true]
    ])
    expect(nodes.map(({ data }) => [data.isFrame, data.isFlagged])).toEqual([
      [true, false],
      [true, true],
      [false, false]
    ])
    const boxes = readBoxes(nodes)
    for (const element of draft.elements) expect(boxes.get(element.id)).toEqual(boxOf(element))
    const measured = nodes.map((node) => ({ ...node, measured: { width: 7, height: 7 } }))
    expect(keepMeasured(nodes, measured.slice(1)).map((node) => node.measured?.width)).toEqual([undefined, 7, 7])
  })

  it('stays drawable when a file puts two elements inside each other', () => {
    const draft = changeElement(nested(), 'own.outer', { parent: 'own.inner' })
    expect(drawNodes(draft, 'en', null, new Set())).toHaveLength(3)
  })

  it('draws several relations of two elements side by side, and no line for what lies inside', () => {
    let draft = addElement(nested(), named('Other'), 'en').draft
    for (const [from, to] of [
      ['own.inner', 'own.other'],
      ['own.other', 'own.inner'],
      ['own.inner', 'own.other']
    ] as const)
      draft = connect(draft, from, to)
    draft = {
      ...draft,
      relations: [...draft.relations, { from: 'own.outer', to: 'own.inner', kind: 'contains', label: null, shortLabel: null, source: 'A' }]
    }
    const edges = drawEdges(draft, 'en', null, (kind) => kind)
    expect(edges.map(({ data }) => [data?.lane, data?.label])).toEqual([
      [0, 'feeds'],
      [1, 'feeds'],
      [2, 'precedes']
    ])
    const paths = edges.map(
      ({ data }) => drawLine({ x: 0, y: 0, width: 10, height: 10 }, { x: 90, y: 0, width: 10, height: 10 }, data?.lane ?? 0).path
    )
    expect(new Set(paths).size).toBe(3)
    expect(drawEdges(draft, 'en', { relation: 3 }, (kind) => kind)).toHaveLength(4)
  })

  it('draws from border to border, and a loop for an element and itself', () => {
    const a = { x: 0, y: 0, width: 100, height: 50 }
    expect(drawLine(a, { x: 300, y: 0, width: 100, height: 50 }, 0)).toEqual({
      path: 'M100,25Q200,25 300,25',
      middle: { x: 200, y: 25 },
      room: 200
    })
    expect(drawLine(a, { x: 10, y: 300, width: 100, height: 50 }, 0).room).toBe(Infinity)
    expect(drawLine(a, a, 0).path).toMatch(/^M.*C/)
  })
})
