import { describe, expect, it } from 'vitest'
import { checkModel } from '../../../../src/shared/models/check-model.ts'
import { checkIncoming, completeText, copyModel, tidyDraft } from '../../../../src/shared/models/own-model.ts'
import { bundledModels } from '../../../support/bundled-models.ts'

const KNOWN = {
  kpis: new Set(bundledModels.flatMap(({ elements }) => elements.flatMap(({ kpis }) => kpis))),
  segments: new Set(bundledModels.flatMap(({ elements }) => elements.flatMap(({ segments }) => segments)))
}
const MARKS = { source: { en: 'Based on it', es: 'Basado en él' }, authors: 'Based on it' }

function findModel(id: string): (typeof bundledModels)[number] {
  const model = bundledModels.find((each) => each.id === id)
  if (!model) throw new Error(id)
  return model
}
/** The model with every text in Spanish alone; the other language left out, or empty. */
function speakOne(value: unknown, other: { en?: string }): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => speakOne(entry, other))
  if (typeof value !== 'object' || value === null) return value
  if ('en' in value && 'es' in value) return { ...other, es: value.es }
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, speakOne(entry, other)]))
}

describe('a model file in one language', () => {
  it.each([{}, { en: '' }])('is told every text that lacks the other, and taken in with the one for both (%j)', (other) => {
    const model = findModel('buttle')
    const file = speakOne(model, other)
    const { problems } = checkModel(file, KNOWN)
    expect(problems.map(({ en }) => en.split(':')[0])).toEqual(
      expect.arrayContaining(['name.en', 'elements[0].definition.en', 'variants[2].note.en'])
    )
    const { draft, blocking } = checkIncoming(tidyDraft(file), KNOWN)
    expect(blocking).toEqual([])
    expect(draft?.name).toEqual({ en: model.name.es, es: model.name.es })
    expect(draft?.variants[2]?.changes[0]?.name).toEqual({ en: 'Identificar la oportunidad', es: 'Identificar la oportunidad' })
  })

  it('is no text with anything beside the two languages in it', () => {
    expect(tidyDraft({ es: 'hola', fr: 'salut' })).toEqual({ es: 'hola', fr: 'salut' })
    expect(tidyDraft({})).toEqual({})
    expect(tidyDraft({ es: 3 })).toEqual({ es: 3 })
  })
})

describe('a copy of a model', () => {
  it('keeps its views under its own ids, and names nobody as the author of one', () => {
    const copy = copyModel(findModel('buttle'), 'ours', { en: 'Ours', es: 'Nuestro' }, MARKS)
    expect(copy.variants.map(({ id }) => id)).toEqual(['2001', '2004', '2020s'])
    expect(copy.variants[2]?.changes[0]?.id).toBe('ours.cpa')
    expect(copy.variants[2]?.walk?.[1]).toBe('ours.proposition')
    expect(JSON.stringify(copy.variants)).not.toMatch(/Maklan|"authors"|"year"/)
    expect(copy.rank).toBeUndefined()
    expect(checkModel(copy, KNOWN).problems).toEqual([])
  })
})

describe('the order a view is walked in', () => {
  it('names elements that are there, each once, and leaves one', () => {
    const model = findModel('buttle')
    const withWalk = (walk: string[]): string[] =>
      checkModel(
        { ...model, variants: model.variants.map((variant, index) => (index === 1 ? { ...variant, walk } : variant)) },
        KNOWN
      ).problems.map(({ en }) => en)
    expect(withWalk(['buttle.cpa'])).toEqual([])
    expect(withWalk(['buttle.nowhere', 'buttle.cpa'])).toEqual([expect.stringContaining('variants[1].walk[0]')])
    expect(withWalk(['buttle.cpa', 'buttle.cpa'])).toEqual([expect.stringContaining('variants[1].walk[1]')])
    expect(withWalk(['buttle.sup_org_design'])).toEqual([expect.stringContaining('variants[1]')])
  })
})

describe('a text in one language', () => {
  it('stands for both, and mere spaces say nothing', () => {
    expect(completeText({ en: ' ', es: 'Modelo' })).toEqual({ en: 'Modelo', es: 'Modelo' })
    expect(completeText({ en: ' ', es: '' })).toEqual({ en: '', es: '' })
  })
})
