import { readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportModelOutcome, SaveOutcome } from '../../../src/shared/contract/own-models.ts'
import { ELEMENT_KINDS, RELATION_KINDS } from '../../../src/shared/models/model.ts'
import { makeElement, type OwnModel } from '../../../src/shared/models/own-model.ts'
import { codeOf, startTestHost, type TestHost } from '../../support/local-host.ts'

let host: TestHost
beforeEach(async () => {
  host = startTestHost()
  await host.client.workspace.createWorkspace({ fileToken: host.file('shop.cauce').token, title: 'Tienda' })
})
afterEach(() => host.end())

const NAME = { en: 'Our model', es: 'Nuestro modelo' }
const create = async (from: string | null, name = NAME): Promise<string> =>
  (await host.client.ownModels.createOwnModel({ from, name, language: 'en' })).id
const read = async (id: string): Promise<OwnModel> => (await host.client.ownModels.getOwnModel({ id })).definition
const save = (definition: unknown, edit = 'test'): Promise<SaveOutcome> => host.client.ownModels.saveOwnModel({ definition, edit })
const listIds = async (): Promise<string[]> => (await host.client.models.listModels()).models.map(({ id }) => id)

/** A definition of two elements, one inside the other's reach, and one relation. */
function addTwo(draft: OwnModel): OwnModel {
  const first = { ...makeElement(draft.id, 'one', { en: 'One', es: 'Uno' }), kpis: ['k_nps'], segments: ['s_ssc'] }
  const second = makeElement(draft.id, 'two', { en: 'Two', es: 'Dos' })
  return {
    ...draft,
    elements: [first, { ...second, position: [400, 40, 200, 130] }],
    relations: [{ from: first.id, to: second.id, kind: 'feeds', label: null, shortLabel: null, source: 'A' }],
    walk: [first.id, second.id]
  }
}

describe('a model of one’s own', () => {
  it('starts blank, is in no list until it can be drawn, and then everywhere', async () => {
    const id = await create(null)
    expect(id).toBe('our-model')
    expect(await host.client.ownModels.listOwnModels()).toMatchObject([{ id, name: NAME, elements: 0, isDrawable: false }])
    expect(await listIds()).not.toContain(id)

    expect(await save(addTwo(await read(id)))).toMatchObject({ outcome: 'saved' })
    const { models } = await host.client.models.listModels()
    expect(models.at(-1)).toMatchObject({ id, own: true })
    expect(models.filter(({ own }) => own)).toHaveLength(1)
    expect(await host.client.models.getModel({ id })).toMatchObject({ id, own: true })
    const evidence = await host.client.models.getEvidence({ modelId: id })
    expect(evidence.elements.map((element) => element.id)).toEqual([`${id}.one`, `${id}.two`])
    expect(evidence.elements[0]?.metrics.map((metric) => metric.id)).toEqual(['k_nps'])
    const walk = await host.client.walks.startWalk({ modelId: id })
    expect(walk.stepList.map(({ elementId }) => elementId)).toEqual([`${id}.one`, `${id}.two`])
  })

  it('is a whole copy of any model under its own id, and says what it was made from', async () => {
    const { models } = await host.client.models.listModels()
    for (const source of models) {
      const id = await create(source.id, { en: `My ${source.name.en}`, es: '' })
      const copy = await host.client.models.getModel({ id })
      expect(copy.name).toEqual({ en: `My ${source.name.en}`, es: `My ${source.name.en}` })
      expect(copy.sources[0]).toEqual({
        text: { en: expect.stringContaining(source.name.en) as string, es: expect.stringContaining(source.name.es) as string },
        mark: 'A'
      })
      expect(copy.authors).toContain(source.authors)
      expect(copy.authors).not.toBe(source.authors)
      const text = JSON.stringify({ elements: copy.elements, relations: copy.relations, walk: copy.walk }).replaceAll(
        `"${id}.`,
        `"${source.id}.`
      )
      expect(JSON.parse(text)).toEqual({ elements: source.elements, relations: source.relations, walk: source.walk })
      for (const element of source.elements) expect(JSON.stringify(copy)).not.toContain(`"${element.id}"`)
    }
    expect(await codeOf(() => create('nowhere'))).toBe('not-found')
    expect(await codeOf(() => create(null, { en: ' ', es: '' }))).toBe('invalid-value')
  })

  it('takes another id when its name is taken, the app’s names included', async () => {
    expect([await create(null), await create(null), await create(null, { en: 'IDIC', es: '' })]).toEqual([
      'our-model',
      'our-model-2',
      'idic-2'
    ])
  })

  it('refuses what could not be drawn or would be lost, with every reason in words, and changes nothing', async () => {
    const id = await create('idic')
    const before = await read(id)
    const state = await host.client.workspace.getState()
    const [first] = before.elements
    if (!first) throw new Error('no element')
    const bad = {
      ...before,
      colour: 'red',
      elements: [{ ...first, position: [-5, 0, 10, 10], parent: `${id}.nowhere` }, ...before.elements],
      walk: [...before.walk, before.walk[0]]
    }
    const answer = await save(bad)
    expect(answer.outcome).toBe('refused')
    const problems = answer.outcome === 'refused' ? answer.problems.map(({ en }) => en) : []
    expect(problems).toEqual(
      expect.arrayContaining([
        'colour: is not part of a model',
        `elements[1].id: “${first.id}” is used twice`,
        `elements[0].parent: there is no element “${id}.nowhere”`,
        expect.stringContaining('elements[0].position: lies outside the canvas'),
        expect.stringContaining('is visited twice')
      ])
    )
    const nameless = await save({ ...before, name: { en: ' ', es: '' } })
    expect(nameless).toEqual({
      outcome: 'refused',
      problems: [
        { en: 'name.en: is empty', es: 'name.en: está vacío' },
        { en: 'name.es: is empty', es: 'name.es: está vacío' }
      ]
    })
    for (const nonsense of [null, 3, 'model', [], {}, { ...before, elements: 'none' }])
      expect(await save(nonsense)).toMatchObject({ outcome: 'refused' })
    expect(await read(id)).toEqual(before)
    expect((await host.client.workspace.getState())?.revision).toBe(state?.revision)
    expect(await codeOf(() => save({ ...before, id: 'other', elements: [], relations: [], walk: [], variants: [] }))).toBe('not-found')
  })

  it('stands after the models of the app, by name', async () => {
    const { client } = host
    for (const name of ['Zeta', 'Ámbar', 'Norte'])
      await client.ownModels.createOwnModel({ from: 'idic', name: { en: name, es: name }, language: 'es' })
    expect((await client.models.listModels()).models.map(({ name }) => name.es).slice(5)).toEqual(['Ámbar', 'Norte', 'Zeta'])
    expect((await client.models.listModels()).models.map(({ id }) => id).slice(0, 5)).toEqual(['idic', 'qci', 'payne', 'gartner', 'buttle'])
  })

  it('is kept while it is not finished, and says what is missing', async () => {
    const id = await create(null)
    const draft = addTwo(await read(id))
    const [one, two] = draft.elements
    if (!one || !two) throw new Error('no element')
    const answer = await save({ ...draft, elements: [{ ...one, kpis: ['k_of_tomorrow'], questions: [{ en: '', es: '' }] }, two] })
    const problems = answer.outcome === 'saved' ? answer.unfinished.map(({ en }) => en) : []
    expect(problems).toContain('elements[0].definition.en: is empty')
    expect(problems).toContain('elements[0].kpis[0]: there is no figure “k_of_tomorrow” in the catalogue')
    expect((await read(id)).elements[0]?.questions).toEqual([])
    expect(await listIds()).toContain(id)
    expect(await host.client.models.getEvidence({ modelId: id })).toMatchObject({ model: id })
  })

  it('reads in both languages when it was written in one', async () => {
    const id = await create(null)
    const draft = addTwo(await read(id))
    const [one, ...rest] = draft.elements
    if (!one) throw new Error('no element')
    await save({
      ...draft,
      elements: [{ ...one, name: { en: '', es: 'Escuchar' }, prompt: { en: 'What?', es: ' ' }, note: { en: '', es: '' } }, ...rest]
    })
    const [kept] = (await read(id)).elements
    expect([kept?.name, kept?.prompt, kept?.note]).toEqual([{ en: 'Escuchar', es: 'Escuchar' }, { en: 'What?', es: 'What?' }, null])
  })

  it('is undone and redone step by step; typing in one field is one step', async () => {
    const { client } = host
    const id = await create('idic')
    const copied = await read(id)
    const rename = (en: string): OwnModel => ({ ...copied, name: { en, es: en } })
    await save(rename('A'), 'name')
    await save(rename('AB'), 'name')
    await save(rename('ABC'), 'name')
    await save({ ...rename('ABC'), summary: { en: 'S', es: 'S' } }, 'summary')
    expect(await client.workspace.undo()).toMatchObject({ kind: 'own-model-edited' })
    expect(await read(id)).toEqual(rename('ABC'))
    await client.workspace.undo()
    expect(await read(id)).toEqual(copied)
    await client.workspace.redo()
    expect(await read(id)).toEqual(rename('ABC'))
    await client.workspace.undo()
    expect(await client.workspace.undo()).toMatchObject({ kind: 'own-model-copied', details: { id } })
    expect(await listIds()).not.toContain(id)
    await client.workspace.redo()
    expect(await read(id)).toEqual(copied)
  })

  it('leaves a hundred steps of editing to take back, and the other changes', async () => {
    const id = await create('idic')
    const copied = await read(id)
    for (let step = 1; step <= 105; step++) await save({ ...copied, year: String(step) }, `step ${String(step)}`)
    for (let step = 0; step < 100; step++) await host.client.workspace.undo()
    expect((await read(id)).year).toBe('5')
    expect(await host.client.workspace.undo()).toMatchObject({ kind: 'own-model-copied' })
  })

  it('is deleted with a word about what stays, and comes back', async () => {
    const { client } = host
    const id = await create('idic')
    const walk = await client.walks.startWalk({ modelId: id })
    await client.walks.saveStep({ walkId: walk.id, elementId: walk.stepList[0]?.elementId ?? '', notes: 'Ya se hace.' })
    expect(await client.ownModels.describeDeletion({ id })).toEqual({ walks: 1, actions: 0, links: 0 })
    await client.ownModels.deleteOwnModel({ id })
    expect(await listIds()).not.toContain(id)
    expect((await client.walks.getWalk({ id: walk.id })).stepList[0]?.notes).toBe('Ya se hace.')
    expect(await codeOf(() => client.models.getEvidence({ modelId: id }))).toBe('not-found')
    expect(await codeOf(() => client.ownModels.deleteOwnModel({ id }))).toBe('not-found')
    expect(await codeOf(() => client.ownModels.deleteOwnModel({ id: 'idic' }))).toBe('not-found')
    await client.workspace.undo()
    expect(await listIds()).toContain(id)
  })
})

describe('a model file', () => {
  const importModel = (token: string, onClash: 'ask' | 'replace' | 'new-id' = 'ask'): Promise<ImportModelOutcome> =>
    host.client.ownModels.importModel({ fileToken: token, onClash })

  it('comes back as it left: export, delete, import', async () => {
    for (const from of ['idic', null]) {
      const id = await create(from)
      if (from === null) await save(addTwo(await read(id)))
      const before = await read(id)
      const file = host.file(`${id}.json`)
      await host.client.ownModels.exportModel({ id, fileToken: file.token })
      await host.client.ownModels.deleteOwnModel({ id })
      expect(await importModel(file.token)).toMatchObject({ outcome: 'imported', id })
      expect(await read(id)).toEqual(before)
      await host.client.workspace.undo()
      expect(await listIds()).not.toContain(id)
      await host.client.workspace.redo()
      expect(await read(id)).toEqual(before)
    }
  })

  it('of the app leaves as the file it is', async () => {
    const file = host.file('idic.json')
    await host.client.ownModels.exportModel({ id: 'idic', fileToken: file.token })
    const { models } = await host.client.models.listModels()
    expect(JSON.parse(readFileSync(file.path, 'utf8'))).toEqual(models.find(({ id }) => id === 'idic'))
    expect(await host.client.models.checkModel({ fileToken: file.token })).toEqual({ ok: true, canImport: true, problems: [] })
  })

  it('whose id is taken asks first: replace or a new id, never over a model of the app', async () => {
    const id = await create('idic')
    const file = host.file('own.json')
    await host.client.ownModels.exportModel({ id, fileToken: file.token })
    const exported = await read(id)
    await save({ ...exported, year: '2026' })
    const revision = (await host.client.workspace.getState())?.revision
    expect(await importModel(file.token)).toEqual({ outcome: 'clash', id, name: exported.name, canReplace: true, newId: `${id}-2` })
    expect((await host.client.workspace.getState())?.revision).toBe(revision)
    expect(await importModel(file.token, 'replace')).toMatchObject({ outcome: 'imported', id })
    expect(await read(id)).toEqual(exported)
    await host.client.workspace.undo()
    expect((await read(id)).year).toBe('2026')
    expect(await importModel(file.token, 'new-id')).toMatchObject({ outcome: 'imported', id: `${id}-2` })
    expect((await read(`${id}-2`)).elements.every((element) => element.id.startsWith(`${id}-2.`))).toBe(true)

    expect((await read(`${id}-2`)).name).toEqual({ en: `${NAME.en} (2)`, es: `${NAME.es} (2)` })
    expect(await importModel(file.token, 'new-id')).toMatchObject({ name: { en: `${NAME.en} (3)`, es: `${NAME.es} (3)` } })

    const builtIn = host.file('idic.json')
    await host.client.ownModels.exportModel({ id: 'idic', fileToken: builtIn.token })
    expect(await importModel(builtIn.token, 'replace')).toMatchObject({ outcome: 'clash', canReplace: false, newId: 'idic-2' })
  })

  it('with something wrong is refused with every reason, and changes nothing', async () => {
    const write = (name: string, content: string): string => {
      const file = host.file(name)
      writeFileSync(file.path, content)
      return file.token
    }
    const good = await read(await create('idic'))
    const before = await host.client.workspace.getState()
    const cases: [string, string, number][] = [
      ['text.json', 'hello', 1],
      ['list.json', '[]', 1],
      ['empty.json', '', 1],
      ['none.json', '{}', 11],
      ['two.json', JSON.stringify({ ...good, id: 'x', colour: 'red', canvas: [10, 10] }), 2]
    ]
    for (const [name, content, least] of cases) {
      const answer = await importModel(write(name, content))
      expect(answer.outcome, name).toBe('refused')
      expect(answer.outcome === 'refused' ? answer.problems.length : 0, name).toBeGreaterThanOrEqual(least)
    }
    expect(await host.client.workspace.getState()).toEqual(before)
    expect(await codeOf(() => importModel('nobody granted this'))).toBe('file-token-unknown')
  })

  it('is judged by one rule, imported or checked', async () => {
    const file = host.file('judged.json')
    const good = await read(await create('idic'))
    const [first, ...others] = good.elements
    if (!first) throw new Error('no element')
    const judge = async (
      model: unknown
    ): Promise<{ check: { ok: boolean; canImport: boolean; problems: unknown[] }; answer: ImportModelOutcome }> => {
      writeFileSync(file.path, JSON.stringify(model))
      return { check: await host.client.models.checkModel({ fileToken: file.token }), answer: await importModel(file.token) }
    }
    const unknown = await judge({ ...good, id: 'x', elements: [{ ...first, kpis: ['k_nope'], segments: ['s_zzz'] }, ...others] })
    expect(unknown.check).toMatchObject({ ok: false, canImport: false })
    const problems = unknown.answer.outcome === 'refused' ? unknown.answer.problems : []
    expect(problems).toEqual(unknown.check.problems)
    expect(problems.map(({ en }) => en)).toEqual(
      expect.arrayContaining([
        'elements[0].kpis[0]: there is no figure “k_nope” in the catalogue',
        expect.stringContaining('elements[0].segments[0]')
      ])
    )
    const rename = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll(`"${good.id}.`, '"fresh.'))
    const empty = await judge({ ...(rename(good) as OwnModel), id: 'fresh', walk: [], summary: { en: '', es: '' } })
    expect(empty.check).toMatchObject({ ok: false, canImport: true })
    expect(empty.answer.outcome === 'imported' ? empty.answer.unfinished : []).toEqual(empty.check.problems)
  })

  it('carries the views of a model: made in the copy, saved, undone, exported and taken in again', async () => {
    const id = await create('buttle')
    const copy = await read(id)
    expect(copy.variants.map((variant) => variant.id)).toEqual(['2001', '2004', '2020s'])
    const view = {
      id: 'short',
      name: { en: 'Short', es: 'Breve' },
      note: { en: 'For the board', es: '' },
      source: 'A' as const,
      hides: [`${id}.intimacy`],
      changes: [],
      hidesRelations: [],
      addsRelations: []
    }
    expect(await save({ ...copy, variants: [...copy.variants, view] })).toMatchObject({ outcome: 'saved', unfinished: [] })
    expect((await read(id)).variants[3]?.note.es).toBe('For the board')
    const { client } = host
    const walk = await client.walks.startWalk({ modelId: id, view: 'short' })
    expect(walk.stepList.map(({ elementId }) => elementId)).not.toContain(`${id}.intimacy`)
    // Beginning the walk was a step of its own, the view one before it.
    expect((await client.workspace.undo()).kind).toBe('walk-started')
    await client.workspace.undo()
    expect((await read(id)).variants).toHaveLength(3)
    await client.workspace.redo()
    await client.workspace.redo()
    expect((await client.walks.getWalk({ id: walk.id })).stepList).toHaveLength(walk.stepList.length)
    const file = host.file('views.json')
    await client.ownModels.exportModel({ id, fileToken: file.token })
    const taken = await importModel(file.token, 'new-id')
    expect(taken.outcome).toBe('imported')
    const again = await read(taken.outcome === 'imported' ? taken.id : '')
    expect(again.variants.map((variant) => variant.id)).toEqual(['2001', '2004', '2020s', 'short'])
    expect(again.variants[3]?.hides).toEqual([`${again.id}.intimacy`])
  })

  it('in one language is told what lacks the other, and says the same in both once it is taken in', async () => {
    const file = host.file('one.json')
    const model = await read(await create('gartner'))
    writeFileSync(file.path, JSON.stringify({ ...model, id: 'uno', name: { es: 'Solo en español' } }).replaceAll(`"${model.id}.`, '"uno.'))
    const check = await host.client.models.checkModel({ fileToken: file.token })
    expect([check.ok, check.canImport, check.problems.map(({ en }) => en)]).toEqual([false, true, ['name.en: is missing']])
    await importModel(file.token)
    expect((await read('uno')).name).toEqual({ en: 'Solo en español', es: 'Solo en español' })
  })

  it('of a copy that was reworded outside loses the mark of its source there, and says so', async () => {
    const file = host.file('copy.json')
    const copy = await read(await create('gartner'))
    const [first, second, ...others] = copy.elements
    if (!first || !second) throw new Error('no element')
    expect(first.source).not.toBe('A')
    const reworded = { ...first, definition: { ...first.definition, es: 'Lo que pensamos nosotros.' } }
    writeFileSync(file.path, JSON.stringify({ ...copy, elements: [reworded, { ...second, position: [0, 0, 300, 80] }, ...others] }))
    expect(await importModel(file.token, 'replace')).toMatchObject({ outcome: 'imported', reworded: 1 })
    const [kept, moved] = (await read(copy.id)).elements
    expect([kept?.source, kept?.sourceTerm, moved?.source]).toEqual(['A', '', second.source])
    // A model that is nobody's copy is taken as its file says.
    writeFileSync(
      file.path,
      JSON.stringify({
        ...addTwo({ ...copy, id: 'other', variants: [], elements: [], relations: [], walk: [] }),
        elements: addTwo({ ...copy, id: 'other' }).elements.map((element) => ({ ...element, source: 'V' }))
      })
    )
    expect(await importModel(file.token)).toMatchObject({ outcome: 'imported', reworded: 0 })
    expect((await read('other')).elements.map(({ source }) => source)).toEqual(['V', 'V'])
  })

  it('of any definition that can be kept imports to the same definition', async () => {
    const file = host.file('any.json')
    await fc.assert(
      fc.asyncProperty(anyModel(), async (model) => {
        writeFileSync(file.path, JSON.stringify(model))
        const first = await importModel(file.token, 'replace')
        expect(first).toMatchObject({ outcome: 'imported' })
        const kept = await read(model.id)
        await host.client.ownModels.exportModel({ id: model.id, fileToken: file.token })
        expect(await importModel(file.token, 'replace')).toMatchObject({ outcome: 'imported' })
        expect(await read(model.id)).toEqual(kept)
        expect(JSON.parse(readFileSync(file.path, 'utf8'))).toEqual(kept)
      }),
      { numRuns: 40 }
    )
  })
})

/** Any definition that can be kept: texts in any script, some of them in one language only or empty. */
function anyModel(): fc.Arbitrary<OwnModel> {
  const words = fc.string({ unit: 'grapheme', maxLength: 12 })
  const text = fc.record({ en: words, es: words })
  const name = fc.record({ en: words.map((word) => `N${word}`), es: words })
  const part = fc.record({ name, definition: text, kind: fc.constantFrom(...ELEMENT_KINDS), questions: fc.array(text, { maxLength: 2 }) })
  const line = fc.record({ from: fc.nat(), to: fc.nat(), kind: fc.constantFrom(...RELATION_KINDS), label: fc.option(text) })
  return fc
    .record({ name, summary: text, authors: words, parts: fc.array(part, { maxLength: 5 }), lines: fc.array(line, { maxLength: 4 }) })
    .map(({ parts, lines, ...rest }): OwnModel => {
      const id = 'any'
      const elements = parts.map((each, index) => ({ ...makeElement(id, `e${String(index)}`, each.name), ...each }))
      const idAt = (index: number): string => elements[index % elements.length]?.id ?? ''
      const relations = (elements.length === 0 ? [] : lines).map(({ from, to, kind, label }) => ({
        from: idAt(from),
        to: idAt(to),
        kind,
        label,
        shortLabel: null,
        source: 'A'
      }))
      const keys = relations.map((relation) => `${relation.from} ${relation.kind} ${relation.to}`)
      return {
        ...rest,
        id,
        revision: 1,
        year: '',
        canvas: [1200, 700],
        elements,
        relations: relations.filter((_, index) => keys.indexOf(keys[index] ?? '') === index),
        walk: elements.slice(1).map((element) => element.id),
        variants: [],
        profile: null,
        confusions: [],
        sources: []
      }
    })
}
