import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, startTestHost, type TestHost } from '../../support/local-host.ts'

let host: TestHost
beforeEach(() => {
  host = startTestHost()
})
afterEach(() => host.end())

describe('the workspace', () => {
  it('is nothing until one is open, and nothing again when it is closed', async () => {
    const { client } = host
    expect(await client.workspace.getState()).toBeNull()
    expect(await codeOf(() => client.walks.listWalks())).toBe('no-workspace')
    const file = host.file('tienda.cauce')
    const state = await client.workspace.createWorkspace({ fileToken: file.token, currency: 'MXN' })
    expect(state).toMatchObject({ name: 'tienda', settings: { title: 'tienda', currency: 'MXN' }, asOf: null, readOnly: false, undo: null })
    await client.workspace.closeWorkspace()
    expect(await client.workspace.getState()).toBeNull()
    expect(readdirSync(host.folder)).toEqual(['tienda.cauce'])
  })

  it('keeps the open one when another can’t be opened', async () => {
    const { client } = host
    await client.workspace.createWorkspace({ fileToken: host.file('a.cauce').token, title: 'A' })
    writeFileSync(join(host.folder, 'b.cauce'), 'not a workspace')
    expect(await codeOf(() => client.workspace.openWorkspace({ fileToken: host.file('b.cauce').token }))).toBe('file-not-ours')
    expect((await client.workspace.getState())?.settings.title).toBe('A')
  })

  it('takes no date that is not in the calendar', async () => {
    await host.client.workspace.createWorkspace({ fileToken: host.file('a.cauce').token })
    expect(await codeOf(() => host.client.workspace.updateSettings({ asOf: '2026-02-30' }))).toBe('invalid-value')
    expect((await host.client.workspace.updateSettings({ asOf: '2026-02-28' })).asOf).toBe('2026-02-28')
  })

  it('tells watchers every change, none twice and none missed', async () => {
    const { client } = host
    await client.workspace.createWorkspace({ fileToken: host.file('a.cauce').token, title: 'A' })
    const changes = await client.workspace.watchChanges()
    expect((await changes.next()).value).toMatchObject({ revision: 0 })
    await client.workspace.updateSettings({ title: 'B' })
    await client.workspace.updateSettings({ windowDays: 180 })
    await client.plan.addAction({ title: 'Llamar', owner: 'Marta', dueDate: '2026-12-01' })
    const seen = [await changes.next(), await changes.next(), await changes.next()].map(({ value }) => value)
    expect(seen).toEqual([
      { revision: 1, areas: ['workspace'] },
      { revision: 2, areas: expect.arrayContaining(['customers', 'value']) as unknown },
      { revision: 3, areas: ['plan'] }
    ])
  })

  it('saves a copy that is whole and leaves the original open', async () => {
    const { client } = host
    await client.workspace.createWorkspace({ fileToken: host.file('a.cauce').token, sampleId: 'la-espiga' })
    const copy = host.file('copia.cauce')
    writeFileSync(copy.path, 'an older file the person agreed to replace')
    const { bytes } = await client.workspace.saveCopy({ fileToken: copy.token })
    expect(readFileSync(copy.path).byteLength).toBe(bytes)
    const before = await client.workspace.getState()
    expect(await codeOf(() => client.workspace.saveCopy({ fileToken: host.file('a.cauce').token }))).toBe('file-in-use')
    const opened = await client.workspace.openWorkspace({ fileToken: copy.token })
    expect(opened.counts).toEqual(before?.counts)
    expect(await client.workspace.checkIntegrity()).toEqual({ ok: true, problems: [] })
  })

  it('names what is wrong inside a file', async () => {
    const { client, context } = host
    await client.workspace.createWorkspace({ fileToken: host.file('a.cauce').token })
    await context.workspace().change(['customers'], (db) => {
      db.exec(`INSERT INTO orders (order_date, net_minor) VALUES ('2026-02-31', 100)`)
      db.exec(`INSERT INTO walk_steps (walk_id, element_id, position) SELECT 7, 'idic.identify', 0 WHERE 0`)
      db.exec(`INSERT INTO walks (model_id, model_revision, started_at, updated_at) VALUES ('idic', 1, '', '')`)
    })
    const { ok, problems } = await client.workspace.checkIntegrity()
    expect(ok).toBe(false)
    expect(problems.map(({ en }) => en)).toEqual(['orders with a date that is not in the calendar: 1', 'walks without steps: 1'])
  })
})
