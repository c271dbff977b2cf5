import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, startTestHost, type TestHost } from '../../support/local-host.ts'
import { readAllRows } from '../../support/read-all-rows.ts'

let host: TestHost
beforeEach(async () => {
  host = startTestHost()
  await host.client.workspace.createWorkspace({ fileToken: host.file('history.cauce').token, sampleId: 'la-espiga' })
})
afterEach(() => host.end())

const rows = (): Record<string, unknown[]> => readAllRows(host.context.workspace().read)
const rename = (id: number, name: string): Promise<unknown> => host.client.customerEdits.updateCustomers({ ids: [id], fields: { name } })
const remove = (...ids: number[]): Promise<unknown> => host.client.customerEdits.deleteCustomers({ ids })
const newest = async (): Promise<number> => (await host.client.history.listHistory({ limit: 1 })).entries[0]!.id
const listDeleted = (): ReturnType<TestHost['client']['history']['listHistory']> => host.client.history.listHistory({ deleted: true })

describe('the history', () => {
  it('lists every change, the newest first, with its rows and whether it was taken back', async () => {
    await rename(3, 'Uno')
    await host.client.customerEdits.updateCustomers({ ids: [3, 4], addTags: ['feria'] })
    await host.client.workspace.undo()
    const { total, entries } = await host.client.history.listHistory({})
    expect(total).toBe(2)
    expect(entries.map(({ kind, isUndone, rows: touched }) => [kind, isUndone, touched])).toEqual([
      ['customers-changed', true, 2],
      ['customer-changed', false, 1]
    ])
  })

  it('goes back to a point and forward again, exactly', async () => {
    const start = rows()
    await rename(3, 'Uno')
    const first = await newest()
    await remove(5)
    await rename(4, 'Dos')
    const last = await newest()
    const end = rows()
    expect(await host.client.history.goBackTo({ change: first })).toEqual({ undone: 3 })
    expect(rows()).toEqual(start)
    expect(await host.client.history.goForwardTo({ change: last })).toEqual({ redone: 3 })
    expect(rows()).toEqual(end)
    expect(await codeOf(() => host.client.history.goForwardTo({ change: first }))).toBe('not-found')
  })

  it('brings back what was deleted, whatever came since, and takes that back too', async () => {
    const start = rows()
    await remove(5)
    const deletion = await newest()
    await rename(3, 'Mientras tanto')
    const meanwhile = rows()
    const { entries } = await listDeleted()
    expect(entries.map(({ id, kind }) => [id, kind])).toEqual([[deletion, 'customer-deleted']])
    expect(entries[0]!.restorable).toBeGreaterThan(1)
    await host.client.history.restoreDeleted({ change: deletion })
    expect((await listDeleted()).total).toBe(0)
    const { customers, ...rest } = rows()
    const { customers: before, ...others } = start
    expect(rest).toEqual(others)
    expect(customers).toHaveLength(before!.length)
    expect(await codeOf(() => host.client.history.restoreDeleted({ change: deletion }))).toBe('restore-there')
    await host.client.workspace.undo()
    expect(rows()).toEqual(meanwhile)
    expect((await listDeleted()).total).toBe(1)
  })

  it('gives back another number when somebody new has taken the old one', async () => {
    const last = (await host.client.customerEdits.addCustomer({ name: 'La última' })).id
    await host.client.customerEdits.addRecord({ kind: 'order', fields: { customerId: last, orderDate: '2026-01-05', netMinor: 900 } })
    await host.client.value.setCustomerFlag({ customerId: last, kind: 'benchmark', reason: 'sí' })
    await remove(last)
    const deletion = await newest()
    expect((await host.client.customerEdits.addCustomer({ name: 'Quien llegó después' })).id).toBe(last)
    await host.client.history.restoreDeleted({ change: deletion })
    const found = await host.client.customers.listCustomers({ filter: { search: 'la ultima' } })
    const id = found.rows[0]!.id
    expect(id).not.toBe(last)
    expect((await host.client.customerEdits.listTimeline({ customerId: id })).counts.order).toBe(1)
    expect((await host.client.customerEdits.getCustomerRecord({ id })).flags).toHaveLength(1)
    expect((await host.client.customerEdits.listTimeline({ customerId: last })).total).toBe(0)
  })

  it('says what stands in the way, and changes nothing', async () => {
    const { id } = await host.client.customerEdits.addCustomer({ name: 'Ana', externalId: 'Z-1' })
    const order = await host.client.customerEdits.addRecord({
      kind: 'order',
      fields: { customerId: id, orderDate: '2026-01-05', netMinor: 9 }
    })
    await host.client.customerEdits.deleteRecord({ kind: 'order', id: order.id })
    const orderGone = await newest()
    await remove(id)
    const customerGone = await newest()
    await host.client.customerEdits.updateCustomers({ ids: [3], fields: { externalId: 'Z-1' } })
    const before = rows()
    expect(await codeOf(() => host.client.history.restoreDeleted({ change: orderGone }))).toBe('restore-parent-gone')
    expect(await codeOf(() => host.client.history.restoreDeleted({ change: customerGone }))).toBe('number-taken')
    expect(rows()).toEqual(before)
  })

  it('brings a member back into the fixed lists, which changed meanwhile', async () => {
    const { client } = host
    const source = (...ids: number[]): { from: 'customers'; ids: number[] } => ({ from: 'customers', ids })
    const made = await client.segments.createList({ name: { en: 'Fair', es: 'Feria' }, source: source(3, 5) })
    await remove(5)
    const deletion = await newest()
    await client.segments.addMembers({ id: made.id, source: source(8) })
    await client.history.restoreDeleted({ change: deletion })
    const listed = await client.customers.listCustomers({ filter: { segmentId: made.id } })
    expect(listed.rows.map(({ id }) => id).sort()).toEqual([3, 5, 8])
  })

  it('brings back a deleted action and a deleted walk', async () => {
    const { client } = host
    const walk = await client.walks.startWalk({ modelId: 'idic' })
    const action = await client.plan.addAction({ title: 'Llamar', owner: 'Marta', dueDate: '2026-12-01', walkId: walk.id })
    await client.walks.saveStep({ walkId: walk.id, elementId: walk.stepList[0]!.elementId, justification: 'porque sí' })
    await client.walks.deleteWalk({ walkId: walk.id })
    const walkGone = await newest()
    await client.plan.deleteAction({ id: action.id })
    const actionGone = await newest()
    await client.history.restoreDeleted({ change: actionGone })
    await client.history.restoreDeleted({ change: walkGone })
    expect((await client.walks.getWalk({ id: walk.id })).stepList[0]).toMatchObject({ justification: 'porque sí' })
    expect((await client.plan.listActions({ walkId: walk.id })).map(({ title }) => title)).toEqual(['Llamar'])
  })
})
