import { expect, it } from 'vitest'
import { addView } from '../../../../src/renderer/features/model-editor/edit-views.ts'
import { addElement, connect } from '../../../../src/renderer/features/model-editor/edits.ts'
import { placeProblems } from '../../../../src/renderer/features/model-editor/problems.ts'
import { checkDraft, makeBlank } from '../../../../src/shared/models/own-model.ts'

const KNOWN = { kpis: new Set<string>(), segments: new Set<string>() }

it('names a problem by its element, once for both languages', () => {
  let draft = makeBlank('own', { en: 'Own', es: 'Propio' })
  for (const name of ['Listen', 'Answer']) draft = addElement(draft, { en: name, es: `${name} (es)` }, 'en').draft
  draft = connect(draft, 'own.listen', 'own.answer')
  const broken = {
    ...draft,
    relations: draft.relations.map((relation) => ({ ...relation, label: { en: '', es: '' } })),
    elements: draft.elements.map((element, index) => (index === 0 ? { ...element, kpis: ['k_none'] } : element))
  }
  const placed = placeProblems(checkDraft(broken, KNOWN).unfinished, broken, 'es')
  expect(placed).toEqual([
    expect.objectContaining({ elementId: 'own.listen', field: 'kpis', what: 'no existe la cifra «k_none» en el catálogo' }),
    expect.objectContaining({ elementId: null, relationIndex: null, place: null, field: 'summary', what: 'está vacío' }),
    expect.objectContaining({ elementId: 'own.listen', place: 'Listen (es)', field: 'definition' }),
    expect.objectContaining({ elementId: 'own.answer', place: 'Answer (es)', field: 'definition' }),
    expect.objectContaining({ relationIndex: 0, place: 'Listen (es) → Answer (es)', field: 'label' })
  ])
  const { draft: viewed } = addView(draft, { en: 'Short', es: 'Breve' }, 'en')
  expect(placeProblems(checkDraft(viewed, KNOWN).unfinished, viewed, 'es')).toContainEqual(
    expect.objectContaining({ viewId: 'short', place: 'Breve', field: 'note', what: 'está vacío' })
  )
  expect(placeProblems([{ en: 'no path at all', es: 'sin camino' }], draft, 'en')).toEqual([
    { elementId: null, relationIndex: null, viewId: null, place: null, field: '', what: 'no path at all' }
  ])
})
