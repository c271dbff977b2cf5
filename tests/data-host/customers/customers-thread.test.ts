import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CauceError } from '../../../src/shared/domain/errors.ts'
import { runInThread } from '../../../src/main/data-host/repositories/customers-thread.ts'
import { orderByRecord } from '../../../src/main/data-host/repositories/record-order.ts'
import { buildIndex } from '../../../src/main/data-host/repositories/search/build-index.ts'
import { fillCustomers } from '../../support/fill-customers.ts'
import { startTestHost, type TestHost } from '../../support/local-host.ts'

describe('customers read in a thread', () => {
  let test: TestHost
  let customerIds: Int32Array
  beforeAll(async () => {
    test = startTestHost()
    const { token } = test.file('thread.cauce')
    await test.client.workspace.createWorkspace({ fileToken: token, title: 'Prueba' })
    await test.context.workspace().change(['customers'], (db) => {
      fillCustomers(db, 400)
    })
    const ids = test.context.workspace().read.prepare<[], number>('SELECT id FROM customers ORDER BY id').pluck().all()
    customerIds = Int32Array.from(ids)
  })
  afterAll(() => test.end())

  it('are the words that are read in the own thread', async () => {
    const workspace = test.context.workspace()
    const own = await buildIndex(workspace.read)
    const index = await runInThread(workspace, { type: 'index', path: workspace.path })
    expect(index.ids).toEqual(customerIds)
    expect([...index.own]).toEqual([...(own?.own ?? [])])
    expect([...index.shared]).toEqual([...(own?.shared ?? [])])
    expect(index.rows).toEqual(own?.rows)
  })
  it.each(['name', 'email', 'city', 'postal-code', 'created', 'attribute:number:Puntos', 'attribute:text:gone'])(
    'stand by %s in the same order',
    async (by) => {
      const workspace = test.context.workspace()
      const order = await runInThread(workspace, { type: 'order', path: workspace.path, customerIds, by })
      expect(order).toEqual(await orderByRecord(workspace.read, customerIds, by))
    }
  )
  it('stand by text, accents aside, and last where there is none', async () => {
    const { read } = test.context.workspace()
    await test.client.customerEdits.updateCustomers({ ids: [7], fields: { city: null } })
    const { positions, filled } = await orderByRecord(read, customerIds, 'city')
    const cities = [...positions].map((i) =>
      read
        .prepare<[number], string | null>('SELECT city FROM customers WHERE id = ?')
        .pluck()
        .get(customerIds[i] ?? 0)
    )
    const plain = cities.slice(0, filled).map((city) => (city ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase())
    expect(plain).toEqual(plain.toSorted())
    expect(cities.slice(filled)).toEqual([null])
  })
  it('say what stood in the way', async () => {
    const workspace = test.context.workspace()
    const order = runInThread(workspace, { type: 'order', path: `${workspace.path}-gone`, customerIds, by: 'name' })
    await expect(order).rejects.toThrow()
    await expect(order).rejects.not.toBeInstanceOf(CauceError)
  })
})
