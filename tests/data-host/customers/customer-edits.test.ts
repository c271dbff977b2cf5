import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NewRecord } from '../../../src/shared/contract/customer-edits.ts'
import { readAllRows } from '../../support/read-all-rows.ts'
import { codeOf, startTestHost, type TestHost } from '../../support/local-host.ts'

let host: TestHost
beforeEach(async () => {
  host = startTestHost()
  await host.client.workspace.createWorkspace({ fileToken: host.file('edits.cauce').token, sampleId: 'la-espiga' })
})
afterEach(() => host.end())

const edits = (): TestHost['client']['customerEdits'] => host.client.customerEdits
const rows = (): Record<string, unknown[]> => readAllRows(host.context.workspace().read)

/** Runs an edit, takes it back, does it again and takes it back: the content must be the same on both sides. */
async function provesUndoable(edit: () => Promise<unknown>): Promise<void> {
  const before = rows()
  await edit()
  const after = rows()
  expect(after).not.toEqual(before)
  await host.client.workspace.undo()
  expect(rows()).toEqual(before)
  await host.client.workspace.redo()
  expect(rows()).toEqual(after)
  await host.client.workspace.undo()
  expect(rows()).toEqual(before)
}

const NEW_RECORDS: NewRecord[] = [
  { kind: 'order', fields: { customerId: 7, orderDate: '2026-05-01', netMinor: 1250, status: 'pending' } },
  { kind: 'interaction', fields: { customerId: 7, at: '2026-05-01T10:00:00Z', direction: 'in', kind: 'enquiry', subject: 'Pan sin sal' } },
  { kind: 'complaint', fields: { customerId: 7, openedAt: '2026-05-02', category: 'delivery', severity: 2, reopened: true } },
  { kind: 'survey', fields: { customerId: 7, at: '2026-05-03', kind: 'nps', score: 9 } },
  { kind: 'consent', fields: { customerId: 7, purpose: 'marketing', channel: 'email', status: 'withdrawn', at: '2026-05-04' } },
  { kind: 'campaign', fields: { name: 'Navidad', goal: 'retention', startDate: '2026-12-01', budgetMinor: 50_000 } }
]

describe('editing customers', () => {
  it('adds one, found by the search with every figure at once', async () => {
    const { id } = await edits().addCustomer({
      name: 'Íñigo Peñalosa',
      email: 'INIGO@Example.ES',
      city: 'Cádiz',
      tags: ['vip', 'VIP', 'obrador']
    })
    const { fields } = await edits().getCustomerRecord({ id })
    expect(fields).toMatchObject({ name: 'Íñigo Peñalosa', email: 'inigo@example.es', tags: ['VIP', 'obrador'], status: 'customer' })
    const found = await host.client.customers.listCustomers({ filter: { search: 'inigo penalosa cadiz' } })
    expect(found.rows.map((row) => row.id)).toEqual([id])
  })

  it('changes each field, and what the search finds with it', async () => {
    await edits().updateCustomers({
      ids: [7],
      fields: {
        name: 'Zoraida Úbeda',
        birthDate: '1980-02-29',
        status: 'lost',
        lostReason: 'price',
        walletEstimateMinor: 1000,
        notes: ' a \n b '
      }
    })
    const { fields } = await edits().getCustomerRecord({ id: 7 })
    expect(fields).toMatchObject({ name: 'Zoraida Úbeda', birthDate: '1980-02-29', status: 'lost', lostReason: 'price', notes: 'a \n b' })
    const found = await host.client.customers.listCustomers({ filter: { search: 'ubeda' } })
    expect(found.rows.map((row) => row.id)).toEqual([7])
    // Whoever comes back was not lost for a reason.
    await edits().updateCustomers({ ids: [7], fields: { status: 'customer' } })
    expect((await edits().getCustomerRecord({ id: 7 })).fields.lostReason).toBeNull()
  })

  it('takes everything back and does it again', async () => {
    await provesUndoable(() => edits().addCustomer({ name: 'Nueva' }))
    await provesUndoable(() => edits().updateCustomers({ ids: [7], fields: { name: 'Otra', city: 'Jaén' } }))
    await provesUndoable(() => edits().updateCustomers({ ids: [3, 4, 5], fields: { ownerUser: 'Rosa' }, addTags: ['feria'] }))
    await provesUndoable(() => edits().deleteCustomers({ ids: [7] }))
    await provesUndoable(() => edits().deleteCustomers({ ids: [1, 2, 3, 4, 5, 6, 7, 8, 9] }))
    for (const record of NEW_RECORDS) await provesUndoable(() => edits().addRecord(record))
  })

  it('changes many as one change, tag by tag', async () => {
    const { changed } = await edits().updateCustomers({ ids: [3, 4, 5], addTags: ['Feria 2026'] })
    expect(changed).toBe(3)
    await edits().updateCustomers({ ids: [3, 4], removeTags: ['feria 2026'] })
    const tags = async (id: number): Promise<boolean> => (await edits().getCustomerRecord({ id })).fields.tags.includes('Feria 2026')
    expect(await Promise.all([3, 4, 5].map(tags))).toEqual([false, false, true])
    const { undo } = (await host.client.workspace.getState())!
    expect(undo).toMatchObject({ kind: 'customers-changed', details: { count: 2 } })
  })

  it('joins what is typed in one field into one step', async () => {
    const before = rows()
    for (const name of ['M', 'Ma', 'Mar']) await edits().updateCustomers({ ids: [7], fields: { name } })
    await host.client.workspace.undo()
    expect(rows()).toEqual(before)
  })

  it('refuses with a sentence and changes nothing', async () => {
    const before = rows()
    const { fields } = await edits().getCustomerRecord({ id: 8 })
    const refused: [string, () => Promise<unknown>][] = [
      ['customer-unnamed', () => edits().addCustomer({ city: 'Jaén' })],
      ['customer-unnamed', () => edits().updateCustomers({ ids: [7], fields: { name: ' ', email: '', externalId: null } })],
      ['number-taken', () => edits().updateCustomers({ ids: [7], fields: { externalId: fields.externalId } })],
      ['email-wrong', () => edits().updateCustomers({ ids: [7], fields: { email: 'ana@casa' } })],
      ['date-wrong', () => edits().updateCustomers({ ids: [7], fields: { birthDate: '2026-02-30' } })],
      ['text-too-long', () => edits().updateCustomers({ ids: [7], fields: { name: 'a'.repeat(501) } })],
      ['amount-below-zero', () => edits().updateCustomers({ ids: [7], fields: { walletEstimateMinor: -1 } })],
      ['one-at-a-time', () => edits().updateCustomers({ ids: [7, 8], fields: { name: 'Todos' } })],
      ['not-found', () => edits().updateCustomers({ ids: [7, 999_999], fields: { city: 'Jaén' } })],
      ['not-found', () => edits().updateCustomers({ ids: [7], fields: { attributes: { unknown: 1 } } })],
      ['not-found', () => edits().deleteCustomers({ ids: [999_999] })],
      ['not-found', () => edits().addRecord({ kind: 'order', fields: { customerId: 999_999, orderDate: '2026-01-01', netMinor: 1 } })],
      ['date-wrong', () => edits().addRecord({ kind: 'order', fields: { orderDate: '2026-13-01', netMinor: 1 } })],
      ['field-empty', () => edits().addRecord({ kind: 'campaign', fields: { name: '  ', goal: 'winback' } })],
      [
        'entry-out-of-range',
        () => edits().addRecord({ kind: 'survey', fields: { customerId: 7, at: '2026-01-01', kind: 'csat', score: 6 } })
      ],
      [
        'dates-reversed',
        () => edits().addRecord({ kind: 'complaint', fields: { customerId: 7, openedAt: '2026-05-02', resolvedAt: '2026-05-01' } })
      ]
    ]
    for (const [code, call] of refused) expect(await codeOf(call), code).toBe(code)
    expect(rows()).toEqual(before)
  })

  it('keeps values in columns of the user’s own, each of its kind', async () => {
    await host.context.workspace().change(['customers'], (db) => {
      db.exec("INSERT INTO attributes (id, name, type) VALUES ('sons', 'Hijos', 'number'), ('allergy', 'Alergia', 'text')")
    })
    await edits().updateCustomers({ ids: [7], fields: { attributes: { sons: 2, allergy: 'gluten' } } })
    await edits().updateCustomers({ ids: [7], fields: { attributes: { allergy: null } } })
    expect((await edits().getCustomerRecord({ id: 7 })).fields.attributes).toEqual({ sons: 2 })
    expect(await codeOf(() => edits().updateCustomers({ ids: [7], fields: { attributes: { sons: 'dos' } } }))).toBe('attribute-wrong')
  })
})

describe('editing what happened with a customer', () => {
  it.each(NEW_RECORDS)('adds and reads back: $kind', async (record) => {
    const { id } = await edits().addRecord(record)
    const stored = await edits().getRecord({ kind: record.kind, id })
    expect(stored.fields).toMatchObject(record.fields)
  })

  it('changes and deletes each kind, undoable', async () => {
    for (const record of NEW_RECORDS) {
      const { id } = await edits().addRecord(record)
      if (record.kind === 'consent') continue
      const { kind } = record
      await provesUndoable(() => edits().updateRecord({ kind, id, fields: { channel: 'teléfono' } }))
      await provesUndoable(() => edits().deleteRecord({ kind, id }))
    }
  })

  it('lets go of a deleted order without losing what spoke of it', async () => {
    const order = await edits().addRecord({ kind: 'order', fields: { customerId: 7, orderDate: '2026-05-01', netMinor: 1250 } })
    const complaint = await edits().addRecord({ kind: 'complaint', fields: { customerId: 7, orderId: order.id, openedAt: '2026-05-02' } })
    await provesUndoable(() => edits().deleteRecord({ kind: 'order', id: order.id }))
    await edits().deleteRecord({ kind: 'order', id: order.id })
    expect((await edits().getRecord({ kind: 'complaint', id: complaint.id })).fields).toMatchObject({ orderId: null })
  })

  it('puts people into a campaign and takes them out', async () => {
    const { id: campaignId } = await edits().addRecord({ kind: 'campaign', fields: { name: 'Vuelta', goal: 'winback' } })
    const customerIds = [3, 4, 5]
    await provesUndoable(() => edits().addMembers({ campaignId, customerIds, group: 'C' }))
    expect(await edits().addMembers({ campaignId, customerIds })).toMatchObject({ added: 3 })
    expect(await edits().addMembers({ campaignId, customerIds: [5, 6] })).toMatchObject({ added: 1 })
    await provesUndoable(() => edits().updateMember({ campaignId, customerId: 4, fields: { respondedAt: '2026-06-01' } }))
    expect(await edits().getMember({ campaignId, customerId: 4 })).toMatchObject({ group: 'T', respondedAt: null })
    await provesUndoable(() => edits().removeMembers({ campaignId, customerIds: [3, 4] }))
    await provesUndoable(() => edits().deleteRecord({ kind: 'campaign', id: campaignId }))
    const found = (await edits().listCampaigns()).find(({ id }) => id === campaignId)
    expect(found).toMatchObject({ members: 4, controls: 0, fields: { name: 'Vuelta' } })
  })

  it('says which consent rules: the newest of its purpose and channel', async () => {
    const give = (status: 'granted' | 'withdrawn', at: string, expiresAt: string | null = null): Promise<unknown> =>
      edits().addRecord({ kind: 'consent', fields: { customerId: 7, purpose: 'perfiles', channel: 'sms', status, at, expiresAt } })
    await give('withdrawn', '2026-03-01')
    await give('granted', '2026-02-01')
    const rule = async (): Promise<unknown> =>
      (await edits().getCustomerRecord({ id: 7 })).consents.find(({ purpose }) => purpose === 'perfiles')
    expect(await rule()).toMatchObject({ status: 'withdrawn', rows: 2 })
    await give('granted', '2026-04-01', '2026-05-01')
    expect(await rule()).toMatchObject({ status: 'granted', isExpired: true, rows: 3 })
  })

  it('shows what happened in pages, by kind', async () => {
    for (const record of NEW_RECORDS.slice(0, 5)) await edits().addRecord(record)
    const all = await edits().listTimeline({ customerId: 7, limit: 5 })
    expect(all.total).toBe(Object.values(all.counts).reduce((sum, rows) => sum + rows, 0))
    const next = await edits().listTimeline({ customerId: 7, offset: 5, limit: 5 })
    expect(next.entries.every((entry) => !all.entries.some(({ kind, id }) => kind === entry.kind && id === entry.id))).toBe(true)
    const complaints = await edits().listTimeline({ customerId: 7, kinds: ['complaint'] })
    expect(complaints.total).toBe(all.counts.complaint)
    expect(complaints.entries.some(({ isOpen, status }) => isOpen && status === 'open')).toBe(true)
  })
})
