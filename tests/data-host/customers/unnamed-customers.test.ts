import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestHost, type TestHost } from '../../support/local-host.ts'

let host: TestHost
beforeAll(async () => {
  host = startTestHost()
  await host.client.workspace.createWorkspace({ fileToken: host.file('numbers.cauce').token })
  await host.context.workspace().change(['customers'], (db) => {
    const insert = db.prepare(
      "INSERT INTO customers (external_id, name, search_key, created_at, updated_at) VALUES (?, ?, ?, '2026-01-01', '2026-01-01')"
    )
    insert.run('10', '', '\n\n\n10')
    insert.run('9', '', '\n\n\n9')
    insert.run('7', 'Zoe', 'zoe\n\n\n7')
  })
})
afterAll(() => host.end())

it('calls somebody known by a number alone by that number, before the named ones and 9 before 10', async () => {
  const ask = async (descending: boolean): Promise<string[]> => {
    const { rows } = await host.client.customers.listCustomers({ offset: 0, limit: 10, sort: { by: 'name', descending } })
    return rows.map(({ name }) => name)
  }
  expect(await ask(false)).toEqual(['9', '10', 'Zoe'])
  expect(await ask(true)).toEqual(['Zoe', '10', '9'])
})
