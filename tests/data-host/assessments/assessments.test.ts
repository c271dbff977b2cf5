import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findAssessment } from '../../../src/main/data-host/models/load-assessments.ts'
import { countQuestions, scoreRound } from '../../../src/shared/analytics/assessment/score-round.ts'
import { Assessment, barrierKey, IMPORTANCE, STAGE } from '../../../src/shared/contract/assessments.ts'
import { codeOf, resourcesFolder, startTestHost, type TestHost } from '../../support/local-host.ts'

const MARCH = '2026-03-01T10:00:00.000Z'
const JUNE = '2026-06-01T10:00:00.000Z'
let host: TestHost
beforeEach(async () => {
  host = startTestHost()
  await host.client.workspace.createWorkspace({ fileToken: host.file('shop.cauce').token, title: 'Tienda' })
})
afterEach(() => host.end())

describe('the assessment files', () => {
  const files = readdirSync(join(resourcesFolder, 'assessments')).filter((name) => name.endsWith('.json'))

  it('there is one for each of the five models, and each names what its model has', async () => {
    expect(files.sort()).toEqual(['buttle.json', 'gartner.json', 'idic.json', 'payne.json', 'qci.json'])
    const { models } = await host.client.models.listModels()
    for (const file of files) {
      const assessment = Assessment.parse(JSON.parse(readFileSync(join(resourcesFolder, 'assessments', file), 'utf8')))
      const model = models.find(({ id }) => id === assessment.modelId)
      const elements = assessment.groups.flatMap((group) => group.elements)
      for (const { elementId, statements } of elements) {
        expect(model?.elements.map(({ id }) => id)).toContain(elementId)
        expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length)
      }
      expect(new Set(elements.map(({ elementId }) => elementId)).size).toBe(elements.length)
    }
  })

  it('says in both languages what it is, with statements nobody wrote twice and a mark for what is ours', () => {
    for (const file of files) {
      const assessment = Assessment.parse(JSON.parse(readFileSync(join(resourcesFolder, 'assessments', file), 'utf8')))
      const texts = assessment.groups.flatMap(({ elements }) => elements.flatMap(({ statements }) => statements.map(({ text }) => text)))
      for (const language of ['en', 'es'] as const) {
        const own = texts.map((text) => text[language])
        expect(own.every((text) => text.length > 10 && text.endsWith('.'))).toBe(true)
        expect(new Set(own).size).toBe(own.length)
      }
      expect(texts.every(({ en, es }) => en !== es)).toBe(true)
      expect(assessment.note.es).toMatch(/nuestr/)
      expect(assessment.sources.some(({ mark }) => mark.startsWith('A'))).toBe(true)
    }
  })

  it('IDIC has four statements for each of its four steps; Payne a stage, seven barriers and five processes', async () => {
    const idic = await host.client.assessments.getAssessment({ modelId: 'idic' })
    expect(idic.groups.map(({ elements }) => elements.map(({ statements }) => statements.length))).toEqual([[4, 4, 4, 4]])
    const payne = await host.client.assessments.getAssessment({ modelId: 'payne' })
    expect([payne.stages.length, payne.barriers.length]).toEqual([5, 7])
    expect(payne.groups.map(({ scale, elements }) => [scale, elements.length])).toEqual([
      ['performance', 5],
      ['maturity', 4]
    ])
    expect(countQuestions(payne)).toBe(27 + 5 + 1 + 7)
  })

  it('a model without a file is rated by its own questions', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cauce-assess-'))
    try {
      cpSync(join(resourcesFolder, 'models'), join(folder, 'models'), { recursive: true })
      const model = await host.client.models.getModel({ id: 'idic' })
      const derived = findAssessment(folder, model)
      expect(derived?.kind).toBe('maturity')
      expect(derived?.groups.flatMap(({ elements }) => elements.map(({ elementId }) => elementId))).toEqual(model.walk)
      expect(derived?.groups[0]?.elements[0]?.statements[0]?.text.es).toContain(
        model.elements.find(({ id }) => id === model.walk[0])?.questions[0]?.es
      )
      expect(findAssessment(folder, { ...model, elements: model.elements.map((element) => ({ ...element, questions: [] })) })).toBeNull()
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('ratings', () => {
  const first = { modelId: 'gartner', round: MARCH, participant: 'Ana', elementId: 'gartner.vision', statementId: 's1' }

  it('are saved value by value, kept over a restart, and scored', async () => {
    const { client } = host
    await client.assessments.saveRating({ ...first, intention: 4 })
    await client.assessments.saveRating({ ...first, reality: 4 })
    await client.assessments.saveRating({ ...first, evidence: 'Acta de enero' })
    await client.assessments.saveRating({ ...first, participant: ' Luis ', intention: 4, reality: 4 })
    await client.assessments.saveRating({ ...first, round: JUNE, intention: 2, reality: 1 })
    const ratings = await client.assessments.listRatings({ modelId: 'gartner' })
    expect(ratings.map(({ round, participant, reality }) => [round, participant, reality])).toEqual([
      [MARCH, 'Ana', 4],
      [MARCH, 'Luis', 4],
      [JUNE, 'Ana', 1]
    ])
    expect(ratings[0]).toMatchObject({ intention: 4, evidence: 'Acta de enero', notApplicable: false, importance: null })
    await client.workspace.closeWorkspace()
    await client.workspace.openWorkspace({ fileToken: host.file('shop.cauce').token })
    expect(await client.assessments.listRatings({ modelId: 'gartner' })).toEqual(ratings)
    const assessment = await client.assessments.getAssessment({ modelId: 'gartner' })
    expect(scoreRound(assessment, ratings, MARCH).score).toBe(82.5)
    const summary = (await client.assessments.listAssessments()).find(({ modelId }) => modelId === 'gartner')
    expect(summary).toMatchObject({ kind: 'maturity', statements: 24, rounds: 2, lastRound: JUNE, score: 32.5 })
  })

  it('set aside what does not apply, and are gone when everything in them is cleared', async () => {
    const { client } = host
    await client.assessments.saveRating({ ...first, intention: 3, reality: 2, evidence: 'x' })
    await client.assessments.saveRating({ ...first, notApplicable: true })
    expect(await client.assessments.listRatings({ modelId: 'gartner' })).toMatchObject([
      { notApplicable: true, intention: null, evidence: '' }
    ])
    await client.assessments.saveRating({ ...first, notApplicable: false })
    expect(await client.assessments.listRatings({ modelId: 'gartner' })).toEqual([])
    await client.assessments.saveRating({ ...first, reality: 1 })
    await client.assessments.saveRating({ ...first, reality: null })
    expect(await client.assessments.listRatings({ modelId: 'gartner' })).toEqual([])
  })

  it('can be undone and done again, typed text as one', async () => {
    const { client } = host
    const list = (): ReturnType<typeof client.assessments.listRatings> => client.assessments.listRatings({ modelId: 'gartner' })
    await client.assessments.saveRating({ ...first, intention: 3, reality: 3 })
    for (const evidence of ['A', 'Ac', 'Acta']) await client.assessments.saveRating({ ...first, evidence })
    expect((await client.workspace.undo()).kind).toBe('rating-saved')
    expect(await list()).toMatchObject([{ reality: 3, evidence: '' }])
    await client.workspace.redo()
    expect(await list()).toMatchObject([{ reality: 3, evidence: 'Acta' }])
    await client.workspace.undo()
    await client.workspace.undo()
    expect(await list()).toEqual([])
  })

  it('of a round, or of one person in it, can be deleted and brought back', async () => {
    const { client } = host
    const list = async (): Promise<number> => (await client.assessments.listRatings({ modelId: 'gartner' })).length
    for (const participant of ['Ana', 'Luis'])
      for (const round of [MARCH, JUNE]) await client.assessments.saveRating({ ...first, round, participant, reality: 2 })
    await client.assessments.deleteRound({ modelId: 'gartner', round: MARCH, participant: 'Luis' })
    expect(await list()).toBe(3)
    await client.assessments.deleteRound({ modelId: 'gartner', round: JUNE })
    expect(await list()).toBe(1)
    await client.workspace.undo()
    await client.workspace.undo()
    expect(await list()).toBe(4)
    expect(await codeOf(() => client.assessments.deleteRound({ modelId: 'gartner', round: '2020-01-01T00:00:00.000Z' }))).toBe('not-found')
  })

  it('refuse what belongs to no question or to another scale, and keep nothing of it', async () => {
    const { client } = host
    const save = (change: Partial<Parameters<typeof client.assessments.saveRating>[0]>): Promise<unknown> =>
      codeOf(() => client.assessments.saveRating({ ...first, ...change }))
    expect(await save({ modelId: 'nowhere', reality: 1 })).toBe('not-found')
    expect(await save({ elementId: 'gartner.nowhere', reality: 1 })).toBe('not-found')
    expect(await save({ statementId: 's99', reality: 1 })).toBe('not-found')
    expect(await save({ performance: 3 })).toBe('invalid-value')
    expect(await save({ statementId: STAGE, performance: 3 })).toBe('not-found')
    const payne = { modelId: 'payne', elementId: 'payne.strategy' }
    expect(await save({ ...payne, intention: 3 })).toBe('invalid-value')
    expect(await save({ ...payne, elementId: 'payne.impl_readiness', statementId: barrierKey('skills'), reality: 4 })).toBe('invalid-value')
    expect(await save({ modelId: 'payne', elementId: 'payne.nowhere', statementId: STAGE, performance: 2 })).toBe('not-found')
    expect(await save({ ...payne, statementId: STAGE, performance: 2 })).toBe('not-found')
    expect(await save({ ...payne, statementId: IMPORTANCE, performance: 4 })).toBe('invalid-value')
    for (const model of ['gartner', 'payne']) expect(await client.assessments.listRatings({ modelId: model })).toEqual([])
  })
})

describe('what a workspace makes of an assessment', () => {
  const place = { modelId: 'gartner', elementId: 'gartner.vision', statementId: 's1' }
  const answer = { ...place, round: MARCH, participant: 'Ana' }
  const text = { en: 'We say it in one sentence.', es: 'Lo decimos en una frase.' }
  const read = async (): Promise<Assessment> => host.client.assessments.getAssessment({ modelId: 'gartner' })
  const readFirst = async (): Promise<Assessment['groups'][number]['elements'][number] | undefined> =>
    (await read()).groups.flatMap(({ elements }) => elements).find(({ elementId }) => elementId === 'gartner.vision')

  it('a statement is reworded, added and removed, undone and restored, and kept over a restart', async () => {
    const { client } = host
    const before = await readFirst()
    const count = before?.statements.length ?? 0
    await client.assessments.saveStatement({ ...place, text: { en: '', es: text.es }, weight: 2 })
    expect((await readFirst())?.statements[0]).toMatchObject({ text: { en: text.es, es: text.es }, weight: 2, edit: { state: 'changed' } })
    const { statementId } = await client.assessments.saveStatement({ modelId: 'gartner', elementId: 'gartner.vision', text, weight: 1 })
    await client.assessments.removeStatement({ ...place, statementId: 's2' })
    const edited = await readFirst()
    expect(edited?.statements.at(-1)).toMatchObject({ id: statementId, text, edit: { state: 'added' } })
    expect(edited?.statements).toHaveLength(count + 1)
    expect((await client.assessments.listAssessments()).find(({ modelId }) => modelId === 'gartner')?.statements).toBe(24)
    await client.workspace.closeWorkspace()
    await client.workspace.openWorkspace({ fileToken: host.file('shop.cauce').token })
    expect(await readFirst()).toEqual(edited)
    expect((await client.workspace.undo()).kind).toBe('statement-removed')
    expect((await readFirst())?.statements[1]).toEqual(before?.statements[1])
    await client.workspace.redo()
    await client.assessments.restoreStatements({ modelId: 'gartner' })
    expect(await readFirst()).toEqual(before)
    await client.workspace.undo()
    expect(await readFirst()).toEqual(edited)
  })

  it('answers stay with the wording they answered, and a removed statement is answered no more', async () => {
    const { client } = host
    await client.assessments.saveRating({ ...answer, intention: 4, reality: 2 })
    const scoreOf = async (round: string): Promise<number | null> =>
      scoreRound(await read(), await client.assessments.listRatings({ modelId: 'gartner' }), round).score
    const was = await scoreOf(MARCH)
    await client.assessments.saveStatement({ ...place, text, weight: 5 })
    await client.assessments.removeStatement(place)
    expect(await scoreOf(MARCH)).toBe(was)
    await client.assessments.saveRating({ ...answer, reality: 1 })
    expect(await codeOf(() => client.assessments.saveRating({ ...answer, round: JUNE, reality: 1 }))).toBe('not-found')
    await client.assessments.restoreStatements(place)
    await client.assessments.saveRating({ ...answer, round: JUNE, reality: 1 })
  })

  it('refuses a statement without words, the removal of the last one, and what is not there', async () => {
    const { client } = host
    expect(await codeOf(() => client.assessments.saveStatement({ ...place, text: { en: ' ', es: '' }, weight: 1 }))).toBe('statement-empty')
    expect(await codeOf(() => client.assessments.saveStatement({ ...place, statementId: 's99', text, weight: 1 }))).toBe('not-found')
    expect(await codeOf(() => client.assessments.saveStatement({ ...place, elementId: 'gartner.x', text, weight: 1 }))).toBe('not-found')
    const ids = (await readFirst())?.statements.map(({ id }) => id) ?? []
    for (const statementId of ids.slice(1)) await client.assessments.removeStatement({ ...place, statementId })
    expect(await codeOf(() => client.assessments.removeStatement({ ...place, statementId: ids[0] ?? '' }))).toBe('statement-last')
  })

  it('a target and the name of a round are kept, taken away and undone', async () => {
    const { client } = host
    expect(await codeOf(() => client.assessments.nameRound({ modelId: 'gartner', round: MARCH, name: 'Taller' }))).toBe('not-found')
    await client.assessments.saveRating({ ...answer, reality: 2 })
    await client.assessments.nameRound({ modelId: 'gartner', round: MARCH, name: ' Taller de marzo ' })
    await client.assessments.setElementTarget({ modelId: 'gartner', elementId: 'gartner.vision', target: 80 })
    expect(await read()).toMatchObject({ roundNames: { [MARCH]: 'Taller de marzo' }, targets: { 'gartner.vision': 80 } })
    await client.assessments.setElementTarget({ modelId: 'gartner', elementId: 'gartner.vision', target: null })
    expect((await read()).targets).toEqual({})
    await client.workspace.undo()
    expect((await read()).targets).toEqual({ 'gartner.vision': 80 })
    expect(await codeOf(() => client.assessments.setElementTarget({ modelId: 'gartner', elementId: 'gartner.x', target: 8 }))).toBe(
      'not-found'
    )
  })
})
