import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  addView,
  changesMore,
  changeView,
  listShown,
  removeView,
  renameInView,
  toggleShown
} from '../../../../src/renderer/features/model-editor/edit-views.ts'
import { applyVariant, isPlain } from '../../../../src/shared/models/apply-variant.ts'
import { checkDraft, OwnModel, tidyDraft } from '../../../../src/shared/models/own-model.ts'

const read = (id: string): OwnModel => OwnModel.parse(JSON.parse(readFileSync(`resources/models/${id}.json`, 'utf8')))
const idic = { ...read('idic'), variants: [] }
const knownBy = ({ elements }: OwnModel): { kpis: Set<string>; segments: Set<string> } => ({
  kpis: new Set(elements.flatMap(({ kpis }) => kpis)),
  segments: new Set(elements.flatMap(({ segments }) => segments))
})
const NAME = { en: 'For the board', es: 'Para la dirección' }
const shownBy = (draft: OwnModel, id: string): string[] => {
  const variant = draft.variants.find((each) => each.id === id)
  return variant ? applyVariant(draft, variant).elements.map((element) => element.id.slice(5)) : []
}
const statesOf = (draft: OwnModel, id: string): Record<string, string> => {
  const variant = draft.variants.find((each) => each.id === id)
  return Object.fromEntries(variant ? listShown(draft, variant).map(({ elementId, state }) => [elementId.slice(5), state]) : [])
}

describe('views of an own model', () => {
  it('begin with one for the model as it stands, and are ours', () => {
    const { draft, id } = addView(idic, NAME, 'es')
    expect([id, draft.variants.map((variant) => variant.id)]).toEqual(['para-la-direccion', ['whole', 'para-la-direccion']])
    expect(draft.variants.every((variant) => isPlain(variant) && variant.source === 'A')).toBe(true)
    // Kept at once, with what is still to be said of it.
    const { draft: kept, unfinished } = checkDraft(tidyDraft(draft), knownBy(draft))
    expect(kept?.variants[1]?.note).toEqual({ en: '', es: '' })
    expect(unfinished.map(({ en }) => en)).toEqual(['variants[1].note.en: is empty', 'variants[1].note.es: is empty'])
    const second = addView(draft, NAME, 'es')
    expect(second.id).toBe('para-la-direccion-2')
    expect(second.draft.variants).toHaveLength(3)
  })

  it('call an element otherwise, and as the model does again', () => {
    const { draft, id } = addView(idic, NAME, 'en')
    const other = { en: 'Know them', es: 'Conocerlos' }
    const renamed = renameInView(draft, id, 'idic.identify', other)
    const nameOf = (from: OwnModel): string | undefined => {
      const variant = from.variants.find((each) => each.id === id)
      return variant && applyVariant(from, variant).elements.find((element) => element.id === 'idic.identify')?.name.es
    }
    expect(nameOf(renamed)).toBe('Conocerlos')
    expect(renamed.elements).toBe(draft.elements)
    expect(checkDraft(tidyDraft(renamed), knownBy(draft)).blocking).toEqual([])
    expect(renamed.variants[1]?.changes.some(changesMore)).toBe(false)
    const own = draft.elements.find((element) => element.id === 'idic.identify')?.name ?? other
    for (const back of [null, own]) expect(renameInView(renamed, id, 'idic.identify', back)).toEqual(draft)
    expect(renameInView(draft, 'whole', 'idic.identify', other)).toBe(draft)
  })

  it('keep the number or place a view gives an element when its name there changes', () => {
    const { draft, id } = addView(idic, NAME, 'en')
    const placed = {
      ...draft,
      variants: draft.variants.map((variant) =>
        variant.id === id ? { ...variant, changes: [{ id: 'idic.identify', ownMeaning: false, order: 7 }] } : variant
      )
    }
    const renamed = renameInView(placed, id, 'idic.identify', NAME)
    expect(renamed.variants[1]?.changes).toEqual([{ id: 'idic.identify', ownMeaning: false, order: 7, name: NAME }])
    expect(renamed.variants[1]?.changes.some(changesMore)).toBe(true)
    expect(renameInView(renamed, id, 'idic.identify', null)).toEqual(placed)
  })

  it('leave out an element with what it holds, and show it again', () => {
    const { draft, id } = addView(idic, NAME, 'en')
    const without = toggleShown(draft, id, 'idic.phase_insight')
    expect(shownBy(without, id)).toEqual(['phase_action', 'interact', 'customize', 'trust'])
    expect(statesOf(without, id)).toMatchObject({ phase_insight: 'hidden', identify: 'inside', interact: 'shown' })
    expect(toggleShown(without, id, 'idic.phase_insight')).toEqual(draft)
  })

  it('show what they take out of a frame they leave out', () => {
    const source = read('idic')
    expect(statesOf(source, 'source')).toMatchObject({ phase_insight: 'hidden', identify: 'shown', trust: 'hidden' })
    expect(source.variants.map((variant) => listShown(source, variant).map(({ depth }) => depth))).toEqual([
      [0, 1, 1, 0, 1, 1, 0],
      [0, 1, 1, 0, 1, 1, 0]
    ])
  })

  it('never leave a walk without a step, nor the first without the whole', () => {
    const { draft: begun, id } = addView(idic, NAME, 'en')
    const draft = ['identify', 'differentiate', 'interact'].reduce((left, each) => toggleShown(left, id, `idic.${each}`), begun)
    expect(toggleShown(draft, id, 'idic.customize')).toBe(draft)
    expect(toggleShown(draft, 'whole', 'idic.trust')).toBe(draft)
    expect(removeView(draft, 'whole')).toBe(draft)
  })

  it('are renamed as ours, and are none once only the whole is left', () => {
    const source = read('idic')
    const renamed = changeView(source, 'source', { name: NAME })
    expect(renamed.variants.map(({ source: mark, name }) => [mark, name.en])).toEqual([
      ['V', 'literature'],
      ['A', 'For the board']
    ])
    expect(removeView(renamed, 'source').variants).toEqual([])
    expect(removeView(read('buttle'), '2004').variants.map(({ id }) => id)).toEqual(['2001', '2020s'])
  })
})
