import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockPathOf } from '../../../src/main/data-host/database/lock-file.ts'
import { codeOf, startTestHost, type TestHost } from '../../support/local-host.ts'

const typist = fileURLToPath(new URL('../../support/type-until-killed.ts', import.meta.url))
let host: TestHost
beforeEach(() => {
  host = startTestHost()
})
afterEach(() => host.end())

async function createShop(): Promise<{ path: string; token: string }> {
  const file = host.file('shop.cauce')
  await host.client.workspace.createWorkspace({ fileToken: file.token, title: 'Tienda' })
  return file
}

describe('walks', () => {
  it('visit the elements in the model’s order, with room for every answer', async () => {
    await createShop()
    const walk = await host.client.walks.startWalk({ modelId: 'idic' })
    const model = await host.client.models.getModel({ id: 'idic' })
    expect(walk.stepList.map(({ elementId }) => elementId)).toEqual(model.walk)
    expect(walk.currentElementId).toBe(model.walk[0])
    for (const step of walk.stepList)
      expect(step.answers).toHaveLength(model.elements.find(({ id }) => id === step.elementId)?.questions.length ?? -1)
    expect(await codeOf(() => host.client.walks.startWalk({ modelId: 'nowhere' }))).toBe('not-found')
    expect(await codeOf(() => host.client.walks.startWalk({ modelId: 'idic', elementId: 'idic.nowhere' }))).toBe('not-found')
  })

  it('save only what was given, at once', async () => {
    await createShop()
    const { client } = host
    const { id: walkId, stepList } = await client.walks.startWalk({ modelId: 'idic' })
    const elementId = stepList[0]?.elementId ?? ''
    await client.walks.saveStep({ walkId, elementId, score: 4, justification: 'Se ve en la caja.' })
    await client.walks.saveStep({ walkId, elementId, notes: 'Preguntar a Iker.', answer: { index: 2, text: 'Sí' } })
    await client.walks.saveStep({ walkId, elementId, score: null })
    const [step] = (await client.walks.getWalk({ id: walkId })).stepList
    expect(step).toMatchObject({
      score: null,
      justification: 'Se ve en la caja.',
      notes: 'Preguntar a Iker.',
      decision: '',
      status: 'open',
      evidence: null
    })
    expect(step?.answers[2]).toBe('Sí')
    expect(await codeOf(() => client.walks.saveStep({ walkId, elementId: 'idic.nowhere', notes: 'x' }))).toBe('not-found')
    expect(await codeOf(() => client.walks.saveStep({ walkId, elementId, answer: { index: 1e9, text: 'x' } }))).toBe('invalid-value')
  })

  it('keep the evidence of the element that is left, and finish', async () => {
    const file = host.file('sample.cauce')
    await host.client.workspace.createWorkspace({ fileToken: file.token, sampleId: 'la-espiga' })
    const { client } = host
    const started = await client.walks.startWalk({ modelId: 'idic' })
    const [first, second] = started.stepList.map(({ elementId }) => elementId)
    await client.walks.saveStep({ walkId: started.id, elementId: first ?? '', score: 3 })
    const moved = await client.walks.goToStep({ walkId: started.id, elementId: second ?? null })
    expect(moved.currentElementId).toBe(second)
    expect(moved.stepList[0]).toMatchObject({ elementId: first, status: 'done' })
    const live = (await client.models.getEvidence({ modelId: 'idic' })).elements.find(({ id }) => id === first)
    expect(moved.stepList[0]?.evidence).toEqual(live)
    const skipped = await client.walks.goToStep({ walkId: started.id, elementId: null, leaveAs: 'skipped' })
    expect([skipped.currentElementId, skipped.stepList[1]?.status]).toEqual([null, 'skipped'])
    const finished = await client.walks.finishWalk({ walkId: started.id })
    expect(finished.finishedAt).not.toBeNull()
    expect(await client.walks.finishWalk({ walkId: started.id })).toEqual(finished)
  })

  it('call a step done only when something was written, scored, decided or agreed at it', async () => {
    await createShop()
    const { client } = host
    const { id: walkId, stepList } = await client.walks.startWalk({ modelId: 'idic' })
    const [a = '', b = '', c = '', d = ''] = stepList.map(({ elementId }) => elementId)
    const go = async (elementId: string | null, leaveAs?: 'skipped'): Promise<Record<string, string>> => {
      const walk = await client.walks.goToStep({ walkId, elementId, ...(leaveAs ? { leaveAs } : {}) })
      return Object.fromEntries(walk.stepList.map((step) => [step.elementId, `${step.status}${step.evidence ? ', kept' : ''}`]))
    }
    expect((await go(b))[a]).toBe('open')
    await client.walks.saveStep({ walkId, elementId: b, answer: { index: 0, text: '  ' } })
    expect((await go(c))[b]).toBe('open')
    await client.plan.addAction({ title: 'Llamar', owner: 'Marta', dueDate: '2026-11-15', walkId, modelId: 'idic', elementId: c })
    expect((await go(d))[c]).toBe('done, kept')
    expect((await go(b, 'skipped'))[d]).toBe('skipped, kept')
    await client.walks.saveStep({ walkId, elementId: b, answer: { index: 0, text: 'Dos' } })
    expect((await go(d))[b]).toBe('done, kept')
    expect((await go(b))[d]).toBe('skipped, kept')
    await client.walks.saveStep({ walkId, elementId: b, answer: { index: 0, text: '' } })
    const finished = await client.walks.finishWalk({ walkId })
    expect(finished.stepList.map(({ status }) => status)).toEqual(['open', 'open', 'done', 'skipped'])
    expect(finished.doneSteps).toBe(1)
  })

  it('keep the action that is being written until it is added or called off', async () => {
    await createShop()
    const { client } = host
    const { id: walkId, stepList } = await client.walks.startWalk({ modelId: 'idic' })
    const elementId = stepList[1]?.elementId ?? ''
    const draft = async (): Promise<unknown> => (await client.walks.getWalk({ id: walkId })).stepList[1]?.actionDraft
    expect(await draft()).toBeNull()
    const half = { title: 'Llamar al ', owner: '', dueDate: '', segmentId: '' }
    await client.walks.saveStep({ walkId, elementId, actionDraft: half })
    expect(await draft()).toEqual(half)
    await client.walks.saveStep({ walkId, elementId, notes: 'Otra cosa' })
    expect(await draft()).toEqual(half)
    await client.walks.saveStep({ walkId, elementId, actionDraft: null })
    expect(await draft()).toBeNull()
    expect(await codeOf(() => client.walks.saveStep({ walkId, elementId, actionDraft: { ...half, dueDate: 'ayer' } }))).toBe('BAD_REQUEST')
  })

  it('go with everything and come back with everything', async () => {
    await createShop()
    const { client } = host
    const walk = await client.walks.startWalk({ modelId: 'idic' })
    await client.walks.saveStep({
      walkId: walk.id,
      elementId: walk.stepList[1]?.elementId ?? '',
      decision: 'Llamar al hotel',
      answer: { index: 0, text: 'Tres' }
    })
    const action = await client.plan.addAction({ title: 'Llamar', owner: 'Marta', dueDate: '2026-11-15', walkId: walk.id })
    const before = await client.walks.getWalk({ id: walk.id })
    await client.walks.deleteWalk({ walkId: walk.id })
    expect(await client.walks.listWalks()).toEqual([])
    expect(await client.plan.listActions({})).toEqual([{ ...action, walkId: null }])
    // A new walk must not take the place the deleted one may come back to.
    const other = await client.walks.startWalk({ modelId: 'idic' })
    expect(other.id).not.toBe(walk.id)
    await client.workspace.undo()
    await client.workspace.undo()
    expect(await client.walks.getWalk({ id: walk.id })).toEqual(before)
    expect(await client.plan.listActions({ walkId: walk.id })).toEqual([action])
  })

  it('resume after kill -9 with all that was acknowledged', { timeout: 60_000 }, async () => {
    const file = await createShop()
    const { client } = host
    const { id, stepList } = await client.walks.startWalk({ modelId: 'idic', elementId: 'idic.interact' })
    expect(stepList.length).toBeGreaterThan(2)
    await client.workspace.closeWorkspace()

    const child = spawn(process.execPath, [typist, file.path, String(id)], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.split('\n').length > 40) child.kill('SIGKILL')
    })
    const [, signal] = (await once(child, 'close')) as [number | null, string | null]
    expect(signal).toBe('SIGKILL')
    expect(existsSync(lockPathOf(file.path))).toBe(true)
    const acknowledged = Number(said.trimEnd().split('\n').at(-1))

    await client.workspace.openWorkspace({ fileToken: file.token })
    const walk = await client.walks.getWalk({ id })
    expect(walk.currentElementId).toBe('idic.interact')
    const answer = walk.stepList.find(({ elementId }) => elementId === 'idic.interact')?.answers[1] ?? ''
    // One more may have been saved and not yet reported.
    expect([`respuesta ${String(acknowledged)}`, `respuesta ${String(acknowledged + 1)}`]).toContain(answer)
    expect(await client.workspace.checkIntegrity()).toEqual({ ok: true, problems: [] })
  })
})

describe('actions', () => {
  it('need somebody and a day that exists', async () => {
    await createShop()
    const { plan } = host.client
    expect(await codeOf(() => plan.addAction({ title: 'Llamar', owner: 'Marta', dueDate: '2026-02-30' }))).toBe('action-incomplete')
    // The contract itself refuses a blank.
    expect(await codeOf(() => plan.addAction({ title: 'Llamar', owner: '  ', dueDate: '2026-02-20' }))).toBe('BAD_REQUEST')
    expect(await plan.listActions({})).toEqual([])
    const action = await plan.addAction({ title: ' Llamar ', owner: 'Marta', dueDate: '2026-12-01', segmentId: 's_ssc' })
    expect(action).toMatchObject({ title: 'Llamar', status: 'open', completedAt: null })
    expect((await plan.updateAction({ id: action.id, status: 'done' })).completedAt).not.toBeNull()
    expect((await plan.updateAction({ id: action.id, status: 'open' })).completedAt).toBeNull()
    expect(await codeOf(() => plan.updateAction({ id: 99, title: 'x' }))).toBe('not-found')
  })
})
