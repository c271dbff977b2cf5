import type Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { ChoiceFactId } from '../../../src/shared/models/model-choice.ts'
import { codeOf } from '../../support/local-host.ts'
import { addCustomer, addOrder, openTinyHost, type TinyHost } from '../evidence/tiny-workspace.ts'

const STAMP = '2025-01-01T00:00:00.000Z'
let host: TinyHost | undefined
afterEach(() => {
  host?.close()
  host = undefined
})
async function open(fill: (db: Database.Database) => void): Promise<TinyHost['client']> {
  host = await openTinyHost(fill)
  return host.client
}

/** Five customers, one of unknown kind; eight orders over two channels that count and one that hardly does. */
function fillShop(db: Database.Database): void {
  for (let id = 1; id <= 5; id++) addCustomer(db, { id })
  db.exec(`UPDATE customers SET type = 'person' WHERE id <= 3; UPDATE customers SET type = 'company' WHERE id = 4`)
  // Gaps of customer 1: 10 and 20 days; of customer 2: 60.
  for (const [customer, date] of [
    [1, '2025-09-01'],
    [1, '2025-09-11'],
    [1, '2025-10-01'],
    [2, '2025-08-01'],
    [2, '2025-09-30'],
    [3, '2025-10-10'],
    [4, '2025-10-20'],
    [5, '2025-10-31']
  ] as const)
    addOrder(db, customer, date, 10)
  // Of nobody: an order to which a complaint can come all the same.
  addOrder(db, null, '2025-10-15', 10)
  addOrder(db, null, '2025-10-16', 10)
  db.exec(`UPDATE orders SET channel = 'web' WHERE id <= 5; UPDATE orders SET channel = 'shop' WHERE id > 5;
    UPDATE orders SET partner_id = 'P1' WHERE id IN (1, 2)`)
  const complain = db.prepare('INSERT INTO complaints (customer_id, opened_at) VALUES (?, ?)')
  complain.run(1, '2025-10-02T10:00:00.000Z')
  complain.run(2, '2024-10-30T10:00:00.000Z')
  db.prepare(`INSERT INTO campaigns (name, goal) VALUES ('Autumn', 'retention')`).run()
}

describe('what the data say', () => {
  it('is measured by hand-checked rules, with the figure in words', async () => {
    const { facts } = await (await open(fillShop)).choose.getChoice()
    expect(Object.fromEntries(facts.map(({ id, value }) => [id, value]))).toEqual({
      company_share: 0.25,
      gap_days: 20,
      customers: 5,
      channels: 2,
      // One of the two complaints is in the window, for ten orders, two of them of nobody.
      complaints_per_100: 10,
      campaigns: 1,
      partner_share: 0.25
    })
    const textOf = (id: string): string => facts.find((fact) => fact.id === id)?.text.en ?? ''
    expect(textOf('company_share')).toBe('25% of the customers are companies (1 of the 4 whose kind is known).')
    expect(textOf('channels')).toBe('Channels in use: 2 (web, shop); each counts from 5% of the orders on.')
    expect(textOf('complaints_per_100')).toBe('Complaints in the period: 1, to 10 orders: 10 for every 100.')
  })

  it('leaves out a channel with less than a twentieth of the orders', async () => {
    const client = await open((db) => {
      addCustomer(db, { id: 1 })
      for (let day = 1; day <= 30; day++) addOrder(db, 1, `2025-10-${String(day).padStart(2, '0')}`, 5)
      db.exec(`UPDATE orders SET channel = 'web'; UPDATE orders SET channel = 'fax' WHERE id = 1`)
    })
    expect((await client.choose.getChoice()).facts.find(({ id }) => id === 'channels')?.value).toBe(1)
  })

  it('is nothing in an empty workspace, and every fact says what is missing', async () => {
    const { facts, answers } = await (await open(() => undefined)).choose.getChoice()
    expect(facts.map(({ id, value }) => [id, value])).toEqual(ChoiceFactId.options.map((id) => [id, null]))
    for (const { text } of facts) for (const words of [text.en, text.es]) expect(words).not.toMatch(/\{\{|choose\./)
    expect(answers).toEqual({})
  })

  it('does not read "no complaints recorded" as "no complaints"', async () => {
    const client = await open((db) => {
      addCustomer(db, { id: 1 })
      addOrder(db, 1, '2025-10-31', 5)
    })
    expect((await client.choose.getChoice()).facts.find(({ id }) => id === 'complaints_per_100')?.value).toBeNull()
  })
})

describe('answers', () => {
  it('are kept in the file, and undone and done again like any change', async () => {
    const client = await open(fillShop)
    await client.choose.setAnswer({ questionId: 'goal', answerId: 'whom' })
    const { answers } = await client.choose.setAnswer({ questionId: 'people', answerId: null })
    expect(answers).toEqual({ goal: 'whom', people: null })
    await client.workspace.undo()
    expect((await client.choose.getChoice()).answers).toEqual({ goal: 'whom' })
    await client.workspace.redo()
    expect((await client.choose.getChoice()).answers).toEqual({ goal: 'whom', people: null })
  })

  it('are forgotten one by one or all at once, and come back with undo', async () => {
    const client = await open(fillShop)
    await client.choose.setAnswer({ questionId: 'goal', answerId: 'whom' })
    await client.choose.setAnswer({ questionId: 'people', answerId: 'team' })
    expect((await client.choose.forgetAnswers({ questionId: 'goal' })).answers).toEqual({ people: 'team' })
    await client.choose.setAnswer({ questionId: 'goal', answerId: 'each' })
    expect((await client.choose.forgetAnswers({})).answers).toEqual({})
    await client.workspace.undo()
    expect((await client.choose.getChoice()).answers).toEqual({ goal: 'each', people: 'team' })
  })

  it('leave the settings, the figures and the log alone when nothing changes', async () => {
    const client = await open(fillShop)
    const before = await client.workspace.getState()
    await client.choose.forgetAnswers({})
    expect((await client.workspace.getState())?.undo).toEqual(before?.undo ?? null)
    await client.choose.setAnswer({ questionId: 'goal', answerId: 'whom' })
    const first = (await client.workspace.getState())?.undo?.id
    await client.choose.setAnswer({ questionId: 'goal', answerId: 'whom' })
    const after = await client.workspace.getState()
    expect(after?.undo?.id).toBe(first)
    expect(after?.settings).toEqual(before?.settings)
  })

  it('touch no figure: neither answering nor undoing makes them old', async () => {
    const client = await open(fillShop)
    const read = (): unknown => host?.context.workspace().read.prepare('SELECT data_number FROM revision').pluck().get()
    const before = read()
    await client.choose.setAnswer({ questionId: 'goal', answerId: 'whom' })
    await client.workspace.undo()
    await client.workspace.redo()
    expect(read()).toBe(before)
  })

  it('are refused for a question or an answer the table does not have, and change nothing', async () => {
    const client = await open(fillShop)
    expect(await codeOf(() => client.choose.setAnswer({ questionId: 'nothing', answerId: null }))).toBe('not-found')
    expect(await codeOf(() => client.choose.setAnswer({ questionId: 'goal', answerId: 'team' }))).toBe('not-found')
    expect((await client.choose.getChoice()).answers).toEqual({})
  })

  it('that cannot be read are left out', async () => {
    const client = await open((db) => {
      fillShop(db)
      db.prepare('INSERT INTO settings (key, value) VALUES (?, ?)').run('choice.goal', '{"odd": 1}')
      db.prepare('INSERT INTO settings (key, value) VALUES (?, ?)').run('choice.people', JSON.stringify(STAMP))
    })
    expect((await client.choose.getChoice()).answers).toEqual({ people: STAMP })
  })
})
