import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { codeOf, startTestHost, type TestHost } from '../../support/local-host.ts'

let host: TestHost
beforeEach(async () => {
  host = startTestHost()
  await host.client.workspace.createWorkspace({ fileToken: host.file('shop.cauce').token, title: 'Tienda' })
})
afterEach(() => host.end())

/** Everything undo answers for, as it stands in the file. */
function snapshot(): unknown {
  const { read } = host.context.workspace()
  return ['settings', 'actions', 'walks', 'walk_steps', 'walk_answers'].map((table) =>
    read.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()
  )
}

/** One thing a person does; `pick` chooses among what is there. Answers whether it is an entry of the log. */
type Step = { kind: 'settings' | 'add' | 'change' | 'finish-action' | 'delete' | 'delete-walk' | 'finish-walk'; pick: number; text: string }

async function doStep({ kind, pick, text }: Step): Promise<void> {
  const { client } = host
  const actions = await client.plan.listActions({})
  const action = actions[pick % Math.max(1, actions.length)]
  const walks = await client.walks.listWalks()
  const walk = walks[pick % Math.max(1, walks.length)]
  if (kind === 'settings')
    await client.workspace.updateSettings({ title: text, windowDays: 30 + pick, asOf: pick % 2 ? '2026-10-31' : null })
  else if (kind === 'add') await client.plan.addAction({ title: text, owner: 'Marta', dueDate: '2026-12-01', walkId: walk?.id ?? null })
  else if (kind === 'change' && action) await client.plan.updateAction({ id: action.id, title: text, segmentId: pick % 2 ? 's_ssc' : null })
  else if (kind === 'finish-action' && action) await client.plan.updateAction({ id: action.id, status: pick % 3 === 0 ? 'open' : 'done' })
  else if (kind === 'delete' && action) await client.plan.deleteAction({ id: action.id })
  else if (kind === 'delete-walk' && walk) await client.walks.deleteWalk({ walkId: walk.id })
  else if (kind === 'finish-walk' && walk) await client.walks.finishWalk({ walkId: walk.id })
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('settings', 'add', 'change', 'finish-action', 'delete', 'delete-walk', 'finish-walk'),
  pick: fc.nat(5),
  text: fc.string({ minLength: 1, maxLength: 12 }).map((text) => `x${text}`)
})

async function startWalkWithText(text: string): Promise<number> {
  const walk = await host.client.walks.startWalk({ modelId: 'idic' })
  await host.client.walks.saveStep({
    walkId: walk.id,
    elementId: walk.stepList[0]?.elementId ?? '',
    score: 3,
    justification: text,
    answer: { index: 0, text }
  })
  return walk.id
}

describe('undo and redo', () => {
  it('take back and do again any sequence of changes, exactly', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
        const token = host.file(`run-${String(Math.random()).slice(2)}.cauce`).token
        await host.client.workspace.createWorkspace({ fileToken: token, title: 'Tienda' })
        await startWalkWithText('dicho')
        await startWalkWithText('otro')
        const states = [snapshot()]
        const heads = [(await host.client.workspace.getState())?.undo?.id ?? null]
        for (const each of steps) {
          await doStep(each)
          const undo = (await host.client.workspace.getState())?.undo?.id ?? null
          if (undo !== heads.at(-1)) {
            heads.push(undo)
            states.push(snapshot())
          }
        }
        for (let index = states.length - 2; index >= 0; index -= 1) {
          await host.client.workspace.undo()
          expect(snapshot()).toEqual(states[index])
        }
        // What is left is the two walks and what was written in them.
        for (let left = 4; left > 0; left -= 1) await host.client.workspace.undo()
        expect(await codeOf(() => host.client.workspace.undo())).toBe('nothing-to-undo')
        expect(await host.client.walks.listWalks()).toEqual([])
        for (let left = 4; left > 0; left -= 1) await host.client.workspace.redo()
        expect(snapshot()).toEqual(states[0])
        for (let index = 1; index < states.length; index += 1) {
          await host.client.workspace.redo()
          expect(snapshot()).toEqual(states[index])
        }
        expect(await codeOf(() => host.client.workspace.redo())).toBe('nothing-to-undo')
        expect(await host.client.workspace.checkIntegrity()).toEqual({ ok: true, problems: [] })
      }),
      { numRuns: 25, seed: 20261101 }
    )
  })

  it('drops what could be redone when something new is done', async () => {
    const { client } = host
    await client.workspace.updateSettings({ title: 'A' })
    await client.workspace.updateSettings({ title: 'B' })
    await client.workspace.undo()
    expect((await client.workspace.getState())?.redo?.kind).toBe('settings-changed')
    await client.workspace.updateSettings({ title: 'C' })
    expect((await client.workspace.getState())?.redo).toBeNull()
    expect(await codeOf(() => client.workspace.redo())).toBe('nothing-to-undo')
    await client.workspace.undo()
    expect((await client.workspace.getState())?.settings.title).toBe('A')
  })

  it('takes back what was typed into a walk place by place, and leaves the rest', async () => {
    const { client } = host
    const id = await startWalkWithText('antes')
    const place = { walkId: id, elementId: (await client.walks.getWalk({ id })).stepList[1]?.elementId ?? '' }
    for (const text of ['S', 'Se', 'Señas']) await client.walks.saveStep({ ...place, answer: { index: 0, text } })
    for (const participants of ['Mar', 'Marta, Iker']) await client.walks.saveParticipants({ walkId: id, participants })
    await client.walks.finishWalk({ walkId: id })
    const left = async (): Promise<unknown> => {
      const { finishedAt, participants, stepList } = await client.walks.getWalk({ id })
      return [finishedAt !== null, participants, stepList[1]?.answers[0], stepList[0]?.justification]
    }
    expect(await left()).toEqual([true, 'Marta, Iker', 'Señas', 'antes'])
    await client.workspace.undo()
    expect(await left()).toEqual([false, 'Marta, Iker', 'Señas', 'antes'])
    await client.workspace.undo()
    expect(await left()).toEqual([false, '', 'Señas', 'antes'])
    await client.workspace.undo()
    expect(await left()).toEqual([false, '', '', 'antes'])
  })

  it('does not log a change of nothing', async () => {
    await host.client.workspace.updateSettings({ title: 'Tienda' })
    expect((await host.client.workspace.getState())?.undo).toBeNull()
  })

  it('touches no table that people do not edit, whatever the log of a foreign file says', async () => {
    const { write } = host.context.workspace()
    write
      .prepare(`INSERT INTO changes (at, kind, details, rows) VALUES ('', 'settings-changed', '{}', ?)`)
      .run(JSON.stringify([{ table: 'sqlite_schema', key: { name: 'customers' }, before: null, after: { name: 'customers' } }]))
    expect(await codeOf(() => host.client.workspace.undo())).toBe('undo-blocked')
    expect(write.prepare('SELECT count(*) FROM customers').pluck().get()).toBe(0)
  })
})
