import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addElement,
  boxOf,
  changeElement,
  changeRelation,
  connect,
  GRID,
  listInside,
  listParents,
  moveStep,
  placeElements,
  removeElements,
  removeRelation,
  toggleStep
} from '../../../../src/renderer/features/model-editor/edits.ts'
import { overlaps } from '../../../../src/shared/models/geometry.ts'
import { RELATION_KINDS } from '../../../../src/shared/models/model.ts'
import { checkDraft, makeBlank, OwnModel } from '../../../../src/shared/models/own-model.ts'

const KNOWN = { kpis: new Set<string>(), segments: new Set<string>() }
const named = (name: string): { en: string; es: string } => ({ en: name, es: name })
const blank = makeBlank('own', named('Own'))
const withElements = (...names: string[]): OwnModel => names.reduce((draft, name) => addElement(draft, named(name), 'en').draft, blank)

describe('edits of a model', () => {
  it('add elements side by side, each with an id of its own, at the end of the walk', () => {
    const draft = withElements('Listen', 'Listen', '¡Atención!', '')
    expect(draft.elements.map(({ id }) => id)).toEqual(['own.listen', 'own.listen_2', 'own.atencion', 'own.element'])
    expect(draft.walk).toEqual(draft.elements.map(({ id }) => id))
    const boxes = draft.elements.map(boxOf)
    boxes.forEach((box, index) => {
      expect(boxes.slice(index + 1).some((other) => overlaps(box, other))).toBe(false)
    })
  })

  it('keep the page as large as what is on it, and everything on the grid', () => {
    const draft = placeElements(withElements('A', 'B'), new Map([['own.a', { x: 1503, y: -27, width: 222, height: 7 }]]))
    expect(draft.elements[0]?.position).toEqual([1500, 0, 220, 40])
    expect(draft.canvas[0]).toBeGreaterThanOrEqual(1720)
    expect(draft.canvas[1]).toBe(blank.canvas[1])
  })

  it('take an element away with its relations and its step; what was inside it stays', () => {
    let draft = connect(withElements('A', 'B', 'C'), 'own.a', 'own.b')
    draft = changeElement(connect(draft, 'own.b', 'own.c'), 'own.c', { parent: 'own.a' })
    const left = removeElements(draft, new Set(['own.a']))
    expect(left.elements.map(({ id, parent }) => [id, parent])).toEqual([
      ['own.b', null],
      ['own.c', null]
    ])
    expect(left.relations.map(({ from, to }) => [from, to])).toEqual([['own.b', 'own.c']])
    expect(left.walk).toEqual(['own.b', 'own.c'])
  })

  it('never offer an element a place inside itself', () => {
    let draft = changeElement(withElements('A', 'B', 'C', 'D'), 'own.b', { parent: 'own.a' })
    draft = changeElement(draft, 'own.c', { parent: 'own.b' })
    expect([...listInside(draft, 'own.a')]).toEqual(['own.a', 'own.b', 'own.c'])
    expect(listParents(draft, 'own.a').map(({ id }) => id)).toEqual(['own.d'])
    expect(listParents(draft, 'own.c').map(({ id }) => id)).toEqual(['own.a', 'own.b', 'own.d'])
  })

  it('connect two elements once with each kind', () => {
    let draft = withElements('A', 'B')
    for (let times = 0; times < RELATION_KINDS.length + 3; times++) draft = connect(draft, 'own.a', 'own.b')
    expect(new Set(draft.relations.map(({ kind }) => kind)).size).toBe(RELATION_KINDS.length)
    expect(draft.relations).toHaveLength(RELATION_KINDS.length)
    expect(draft.relations[0]?.kind).toBe('feeds')
    expect(removeRelation(draft, 0).relations[0]?.kind).not.toBe('feeds')
  })

  it('mark as one’s own what was reworded, and only that', () => {
    const [element] = withElements('A').elements
    if (!element) throw new Error('no element')
    const taken: OwnModel = { ...withElements('A'), elements: [{ ...element, source: 'V', sourceTerm: 'Identify' }] }
    expect(changeElement(taken, 'own.a', { kpis: [] }).elements[0]).toMatchObject({ source: 'V', sourceTerm: 'Identify' })
    expect(changeElement(taken, 'own.a', { definition: named('x') }).elements[0]).toMatchObject({ source: 'A', sourceTerm: '' })
    const related = connect(withElements('A', 'B'), 'own.a', 'own.b')
    expect(changeRelation(related, 0, { kind: 'guides' }).relations[0]).toMatchObject({ kind: 'guides', source: 'A' })
  })

  it('leave every model of the app whole, whatever is taken away from it, its views included', () => {
    const folder = fileURLToPath(new URL('../../../../resources/models/', import.meta.url))
    for (const file of readdirSync(folder)) {
      const model = OwnModel.parse(JSON.parse(readFileSync(`${folder}${file}`, 'utf8')))
      const known = {
        kpis: new Set(model.elements.flatMap(({ kpis }) => kpis)),
        segments: new Set(model.elements.flatMap(({ segments }) => segments))
      }
      expect([file, checkDraft(model, known).blocking]).toEqual([file, []])
      const edits = [
        ...model.elements.map(({ id }) => removeElements(model, new Set([id]))),
        ...model.relations.map((_, index) => removeRelation(model, index)),
        ...model.relations.map((_, index) => changeRelation(model, index, { kind: 'balances' })),
        ...model.walk.map((id) => toggleStep(model, id)),
        model.walk.slice(1).reduce(toggleStep, model),
        removeElements(model, new Set(model.walk)),
        removeElements(model, new Set(model.elements.map(({ id }) => id)))
      ]
      for (const draft of edits) {
        const isDoubled = draft.relations.some((one, at) =>
          draft.relations.some((other, after) => after > at && one.from === other.from && one.to === other.to && one.kind === other.kind)
        )
        if (!isDoubled) expect([file, checkDraft(draft, known).blocking]).toEqual([file, []])
      }
    }
  })

  it('order the walk', () => {
    const draft = withElements('A', 'B', 'C')
    expect(moveStep(draft, 2, -1).walk).toEqual(['own.a', 'own.c', 'own.b'])
    expect(moveStep(draft, 0, -1).walk).toEqual(draft.walk)
    expect(moveStep(draft, 2, 1).walk).toEqual(draft.walk)
    expect(moveStep(draft, 0, 2).walk).toEqual(['own.b', 'own.c', 'own.a'])
    expect(toggleStep(toggleStep(draft, 'own.b'), 'own.b').walk).toEqual(['own.a', 'own.c', 'own.b'])
  })

  it('leave a definition that can be kept, whatever is done in whatever order', () => {
    const id = (draft: OwnModel, n: number): string => draft.elements[n % Math.max(1, draft.elements.length)]?.id ?? ''
    const steps: readonly ((draft: OwnModel, a: number, b: number) => OwnModel)[] = [
      (draft, a) => addElement(draft, named(`E${String(a % 3)}`), 'es', { x: (a % 90) * 17, y: (a % 50) * 13 }).draft,
      (draft, a) => removeElements(draft, new Set([id(draft, a)])),
      (draft, a, b) => placeElements(draft, new Map([[id(draft, a), { x: b - 500, y: a - 500, width: b, height: a }]])),
      (draft, a, b) => (draft.elements.length === 0 ? draft : connect(draft, id(draft, a), id(draft, b))),
      (draft, a, b) => {
        const parents = draft.elements.length === 0 ? [] : listParents(draft, id(draft, a))
        return changeElement(draft, id(draft, a), { parent: parents[b % Math.max(1, parents.length)]?.id ?? null })
      },
      (draft, a) => (draft.elements.length === 0 ? draft : toggleStep(draft, id(draft, a))),
      (draft, a, b) => moveStep(draft, a % 5, (b % 5) - 2)
    ]
    const step = fc.tuple(fc.nat(steps.length - 1), fc.nat(1000), fc.nat(1000))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (script) => {
        const draft = script.reduce((current, [kind, a, b]) => steps[kind]?.(current, a, b) ?? current, blank)
        expect(checkDraft(draft, KNOWN).blocking).toEqual([])
        for (const { position } of draft.elements) for (const value of position) expect(value % GRID).toBe(0)
      })
    )
  })
})
