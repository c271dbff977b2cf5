import { describe, expect, it } from 'vitest'
import { drawEdges, drawNodes, keepMeasured, readBoxes, routeDraft } from '../../../../src/renderer/features/model-editor/draw.ts'
import { addElement, boxOf, changeElement, connect, placeElements } from '../../../../src/renderer/features/model-editor/edits.ts'
import { drawLine } from '../../../../src/renderer/features/model-editor/lines.ts'
import { segmentsOf } from '../../../../src/shared/models/edge-routes.ts'
import { overlaps } from '../../../../src/shared/models/geometry.ts'
import { findAncestors, readHolders } from '../../../../src/shared/models/hold.ts'
import { makeBlank, type OwnModel } from '../../../../src/shared/models/own-model.ts'
import { bundledModels } from '../../../support/bundled-models.ts'

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
    const nodes = drawNodes(draft, 'en', 'own.inner', { flagged: new Set(['own.middle']), hidden: new Set(['own.inner']) })
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
    expect(nodes.map(({ data }) => data.isHidden)).toEqual([false, false, true])
    const boxes = readBoxes(nodes)
    for (const element of draft.elements) expect(boxes.get(element.id)).toEqual(boxOf(element))
    const measured = nodes.map((node) => ({ ...node, measured: { width: 7, height: 7 } }))
    expect(keepMeasured(nodes, measured.slice(1)).map((node) => node.measured?.width)).toEqual([undefined, 7, 7])
  })

  it('stays drawable when a file puts two elements inside each other', () => {
    const draft = changeElement(nested(), 'own.outer', { parent: 'own.inner' })
    expect(drawNodes(draft, 'en', null, { flagged: new Set(), hidden: new Set() })).toHaveLength(3)
  })

  it('draws several relations of two elements side by side, and no line for what lies inside', () => {
    let draft = addElement(nested(), named('Other'), 'en', { x: 900, y: 220 }).draft
    for (const [from, to] of [
      ['own.inner', 'own.other'],
      ['own.other', 'own.inner'],
      ['own.inner', 'own.other']
    ] as const)
      draft = connect(draft, from, to)
    draft = {
      ...draft,
      relations: [
        ...draft.relations,
        { from: 'own.outer', to: 'own.inner', kind: 'contains', label: null, shortLabel: null, source: 'A' },
        { from: 'own.other', to: 'own.outer', kind: 'measures', label: null, shortLabel: null, source: 'A' }
      ]
    }
    const edges = drawEdges(draft, 'en', null)
    expect(edges.map(({ data }) => data?.index)).toEqual([0, 1, 2])
    expect(new Set(edges.map(({ data }) => data?.route?.path)).size).toBe(3)
    // Selected, every relation is drawn and says what it relates.
    expect(drawEdges(draft, 'en', { relation: 3 }).find(({ selected }) => selected)?.data).toMatchObject({ index: 3, route: null })
    const measures = drawEdges(draft, 'en', { relation: 4 }).find(({ selected }) => selected)?.data
    expect([measures?.words, measures?.route === null]).toEqual(['Other measures Outer', false])
  })

  it.each(bundledModels.map((model) => [model.id, model] as const))('runs no line of %s through an element', (_, model) => {
    const boxes = new Map(model.elements.map((element) => [element.id, boxOf(element)]))
    const holders = readHolders(model)
    const kin = (id: string): string[] => [id, ...findAncestors(id, holders)]
    for (const { relation, points } of routeDraft(model, 'es', null)) {
      const near = new Set([...kin(relation.from), ...kin(relation.to)])
      const struck = [...boxes].filter(
        ([id, box]) =>
          !near.has(id) &&
          !kin(id).includes(relation.from) &&
          !kin(id).includes(relation.to) &&
          segmentsOf(points).some((segment) => overlaps(segment, box))
      )
      expect([relation.from, relation.to, struck.map(([id]) => id)]).toEqual([relation.from, relation.to, []])
    }
  })

  it('draws a moving line from border to border, and a loop for an element and itself', () => {
    const a = { x: 0, y: 0, width: 100, height: 50 }
    expect(drawLine(a, { x: 300, y: 0, width: 100, height: 50 })).toBe('M100,25L300,25')
    expect(drawLine(a, a)).toMatch(/^M.*C/)
  })
})
