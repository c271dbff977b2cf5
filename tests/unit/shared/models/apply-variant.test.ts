import { describe, expect, it } from 'vitest'
import { applyVariant, findVariant, isPlain } from '../../../../src/shared/models/apply-variant.ts'
import { checkModel } from '../../../../src/shared/models/check-model.ts'
import type { ElementKind, Model } from '../../../../src/shared/models/model.ts'
import { bundledModels } from '../../../support/bundled-models.ts'

function findModel(id: string): Model {
  const model = bundledModels.find((each) => each.id === id)
  if (!model) throw new Error(id)
  return model
}
const view = (modelId: string, variantId: string): Model => applyVariant(findModel(modelId), findVariant(findModel(modelId), variantId))
const idsOf = (model: Model): string[] => model.elements.map(({ id }) => id.slice(model.id.length + 1))

describe('views of a model', () => {
  it('begin with the model as it stands', () => {
    for (const model of bundledModels) {
      const first = findVariant(model, undefined)
      expect(first && isPlain(first)).toBe(true)
      expect(applyVariant(model, first)).toBe(model)
      expect(findVariant(model, 'gone')).toBe(first)
    }
    expect(findVariant({ ...findModel('idic'), variants: [] }, 'source')).toBeNull()
  })

  it('leave out what a source does not name, and keep what stood in a frame they leave out', () => {
    const source = view('idic', 'source')
    expect(idsOf(source)).toEqual(['identify', 'differentiate', 'interact', 'customize'])
    expect(source.elements.map(({ parent }) => parent)).toEqual([null, null, null, null])
    expect(source.relations.filter(({ kind }) => kind === 'contains' || kind === 'underpins')).toEqual([])
    // The learning inside interaction is theirs.
    expect(source.relations.filter(({ kind }) => kind === 'feedback')).toHaveLength(1)
  })

  it('show the eight elements of the book of QCi, and the activities of CMAT', () => {
    const book = view('qci', 'book')
    const scored = book.elements.filter(({ kind }) => kind === 'dimension' || kind === 'core')
    expect(scored.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0)).map(({ order, name }) => [order, name.en])).toEqual([
      [1, 'Analysis and planning'],
      [2, 'The proposition'],
      [3, 'Customer management activity'],
      [4, 'People and organisation'],
      [5, 'Information and technology'],
      [6, 'Process management'],
      [7, 'Measuring the effect'],
      [8, 'The customer experience']
    ])
    expect(book.elements.filter(({ kind }) => kind === 'activity')).toHaveLength(6)
    expect(book.walk).not.toContain('qci.external_environment')
  })

  it('show four conditions of Buttle’s textbooks, and five enablers of the newer chain', () => {
    const conditions = (model: Model, kind: ElementKind): string[] =>
      model.elements
        .filter(({ kind: each }) => each === kind)
        .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
        .map(({ name }) => name.en)
    expect(conditions(view('buttle', '2004'), 'support condition')).toEqual([
      'Leadership and culture',
      'Data and IT',
      'People',
      'Processes'
    ])
    expect(conditions(view('buttle', '2020s'), 'enabling element')).toEqual([
      'Data and analytics',
      'Marketing, sales and service processes',
      'Network relationships',
      'Organisational culture',
      'People'
    ])
    expect(view('buttle', '2020s').elements.filter(({ kind }) => kind === 'process')).toHaveLength(3)
    expect(view('buttle', '2020s').elements.filter(({ kind }) => kind === 'support condition' || kind === 'primary stage')).toEqual([])
  })

  it('hide all that a hidden frame holds, and every line to it', () => {
    const nine = view('payne', 'nine')
    expect(nine.elements).toHaveLength(10)
    expect(nine.elements.some(({ kind }) => kind === 'component')).toBe(false)
    const ids = new Set(nine.elements.map(({ id }) => id))
    for (const { from, to } of nine.relations) expect([ids.has(from), ids.has(to)]).toEqual([true, true])
  })
})

describe('the check of views', () => {
  const idic = findModel('idic')
  const known = {
    kpis: new Set(idic.elements.flatMap(({ kpis }) => kpis)),
    segments: new Set(idic.elements.flatMap(({ segments }) => segments))
  }
  const problemsOf = (variants: unknown): string[] => checkModel({ ...idic, variants }, known).problems.map(({ en }) => en)
  const plain = { id: 'plain', name: { en: 'a', es: 'a' }, note: { en: 'b', es: 'b' }, source: 'A' }

  it('takes a file without any', () => {
    const { variants, ...rest } = idic
    expect(variants.length).toBeGreaterThan(0)
    expect(checkModel(rest, known)).toMatchObject({ problems: [], model: { variants: [] } })
  })

  it.each([
    [
      'an element that is not there',
      [plain, { ...plain, id: 'b', hides: ['idic.gone'] }],
      'variants[1].hides[0]: there is no element “idic.gone”'
    ],
    ['the same id twice', [plain, plain], 'variants[1].id: “plain” is used twice'],
    [
      'a first that changes something',
      [{ ...plain, hides: ['idic.trust'] }],
      'variants[0]: the first view must show the model as it stands'
    ],
    [
      'a place outside the canvas',
      [plain, { ...plain, id: 'b', changes: [{ id: 'idic.trust', position: [0, 0, 9000, 10] }] }],
      'variants[1].changes[0].position: lies outside the canvas of 1200 × 640'
    ],
    [
      'a relation that is not there',
      [plain, { ...plain, id: 'b', hidesRelations: [{ from: 'idic.trust', to: 'idic.interact', kind: 'feeds' }] }],
      'variants[1].hidesRelations[0]: there is no such relation'
    ],
    ['nothing left', [plain, { ...plain, id: 'b', hides: idic.walk }], 'variants[1]: leaves nothing to walk'],
    ['a note in one language', [{ ...plain, note: { en: 'b', es: ' ' } }], 'variants[0].note.es: is empty'],
    ['a key that is not theirs', [{ ...plain, hide: [] }], 'variants[0].hide: is not part of a model']
  ])('refuses %s', (_what, variants, problem) => {
    expect(problemsOf(variants)).toEqual([problem])
  })
})
