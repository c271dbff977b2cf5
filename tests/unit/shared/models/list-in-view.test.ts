import { describe, expect, it } from 'vitest'
import { dropOwnMeanings, viewModel, type ModelView } from '../../../../src/shared/models/apply-variant.ts'
import { checkModel } from '../../../../src/shared/models/check-model.ts'
import { countSeries } from '../../../../src/shared/models/element-series.ts'
import { findInView, findPairing, listEvidenceInView, listInView, nameAsView } from '../../../../src/shared/models/list-in-view.ts'
import { bundledModels } from '../../../support/bundled-models.ts'

function view(modelId: string, variantId?: string): ModelView {
  const model = bundledModels.find(({ id }) => id === modelId)
  if (!model) throw new Error(modelId)
  return viewModel(model, variantId)
}
const book = view('qci', 'book')
const newer = view('buttle', '2020s')

describe('what is rated of a model, in a view', () => {
  it('is named as the view names it, keeps what the view leaves out, and its own name where the view means something else', () => {
    const nameOf = (model: ModelView, id: string): string | undefined => nameAsView(model).elements.find((each) => each.id === id)?.name.en
    expect(nameOf(book, 'qci.act_conversion')).toBe('Enquiry management')
    expect(nameOf(book, 'qci.external_environment')).toBe('External environment')
    expect(nameOf(newer, 'buttle.cpa')).toBe('Customer portfolio analysis')
    expect(nameAsView(book).elements).toHaveLength(book.whole.elements.length)
    expect(nameAsView(view('qci')).elements).toBe(view('qci').whole.elements)
  })
})

describe('elements as a view lists them', () => {
  it('are all there, in the order asked for, in the model as it stands', () => {
    const { shown, absent } = listInView(view('qci'), ['qci.act_value', 'qci.cma'])
    expect([shown.map(({ id }) => id), absent]).toEqual([['qci.act_value', 'qci.cma'], 0])
  })

  it('have its names and numbers and its order, and those it leaves out are counted', () => {
    const { shown, absent } = listInView(book, ['qci.external_environment', 'qci.customer_experience', 'qci.cma', 'qci.proposition'])
    expect(shown.map(({ order, name }) => [order, name.en])).toEqual([
      [2, 'The proposition'],
      [3, 'Customer management activity'],
      [8, 'The customer experience']
    ])
    expect(absent).toBe(1)
    expect(findInView(book, 'qci.external_environment')?.name.en).toBe('External environment')
  })

  it('are numbered as far as the view goes: eight elements, and seven activities in six boxes', () => {
    const total = (id: string): number => {
      const element = findInView(book, id)
      return element ? countSeries(book.view, element) : 0
    }
    expect([total('qci.cma'), total('qci.proposition'), total('qci.act_winback')]).toEqual([8, 8, 7])
    expect(JSON.stringify(findInView(book, 'qci.cma'))).not.toContain('Which of the eight')
  })
})

describe('an element a view gives another meaning', () => {
  it('has no figure, segment or question of the one in whose place it stands', () => {
    const changed = newer.view.elements.filter(({ id }) => findPairing(newer, id))
    expect(changed).toHaveLength(8)
    for (const { kpis, segments, questions, prompt } of changed)
      expect({ kpis, segments, questions, prompt }).toEqual({ kpis: [], segments: [], questions: [], prompt: null })
    expect(findPairing(newer, 'buttle.sup_procurement')?.en).toBe('Procurement processes')
    expect(findPairing(view('buttle'), 'buttle.sup_procurement')).toBeNull()
  })

  it('is listed for a topic, but not for what rests on evidence', () => {
    const ids = ['buttle.cpa', 'buttle.intimacy', 'buttle.profitability']
    const all = listInView(newer, ids)
    expect([all.shown.map(({ name }) => name.en), all.absent]).toEqual([['Identify opportunity', 'Customer profitability'], 1])
    const measured = listEvidenceInView(newer, ids)
    expect([measured.shown.map(({ id }) => id), measured.absent]).toEqual([['buttle.profitability'], 2])
  })

  it('takes nothing of what is known of the other', () => {
    const known = new Map([
      ['buttle.cpa', 1],
      ['buttle.profitability', 2]
    ])
    expect([...dropOwnMeanings(known, newer.variant).keys()]).toEqual(['buttle.profitability'])
    expect(dropOwnMeanings(known, book.variant)).toBe(known)
  })

  it('must say its own name and definition', () => {
    const { whole } = newer
    const known = {
      kpis: new Set(whole.elements.flatMap(({ kpis }) => kpis)),
      segments: new Set(whole.elements.flatMap(({ segments }) => segments))
    }
    const [plain] = whole.variants
    const unsaid = { ...plain, id: 'b', changes: [{ id: 'buttle.cpa', name: { en: 'a', es: 'a' }, ownMeaning: true }] }
    const { problems } = checkModel({ ...whole, variants: [plain, unsaid] }, known)
    expect(problems.map(({ en }) => en.split(': ')[0])).toEqual(['variants[1].changes[0].definition'])
  })
})
