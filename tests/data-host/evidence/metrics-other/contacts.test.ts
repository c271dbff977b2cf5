import type Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { fillShop, insertRow, measureTiny } from '../measure-tiny.ts'
import { addCustomer } from '../tiny-workspace.ts'

function addContact(db: Database.Database, customer: number | null, at: string, more: Record<string, string> = {}): void {
  insertRow(db, 'interactions', { customer_id: customer, at, direction: 'in', kind: 'visit', ...more })
}

describe('contacts of leaders', () => {
  const role = (handled_by_role: string): Record<string, string> => ({ handled_by_role })

  it('two in the three months up to 31 October, one in the three before', async () => {
    const metric = await measureTiny('k_exec_contact', (db) => {
      fillShop(db)
      addContact(db, 1, '2026-08-01T09:00:00', role('executive'))
      addContact(db, 2, '2026-10-31T18:00:00', role(' Dueña '))
      addContact(db, 3, '2026-09-01T09:00:00', role('dependienta'))
      addContact(db, 4, '2026-09-02T09:00:00')
      addContact(db, 4, '2026-07-31T09:00:00', role('Director'))
      addContact(db, 5, '2026-04-30T09:00:00', role('executive'))
    })
    expect(metric).toMatchObject({
      value: 2,
      numerator: 2,
      denominator: 4,
      previous: 1,
      window: { from: '2026-07-31', to: '2026-10-31', days: 92 }
    })
    expect(metric.counted).toEqual([1, 2])
    expect(metric.base).toEqual([1, 2, 3, 4])
  })

  it('is unknown where nobody was ever called a leader, and 0 where one was but not lately', async () => {
    const without = await measureTiny('k_exec_contact', (db) => {
      fillShop(db)
      addContact(db, 1, '2026-08-01T09:00:00', role('dependienta'))
    })
    expect(without).toMatchObject({ value: null, missing: { code: 'needs-data', needs: ['interactions'] } })
    const long = await measureTiny('k_exec_contact', (db) => {
      fillShop(db)
      addContact(db, 1, '2026-08-01T09:00:00', role('dependienta'))
      addContact(db, 1, '2024-08-01T09:00:00', role('gerente'))
    })
    expect(long).toMatchObject({ value: 0, denominator: 1 })
  })
})

describe('multichannel customers', () => {
  it('two of four: one by two channels of orders, one by an order and a contact', async () => {
    const metric = await measureTiny('k_multichannel_share', (db) => {
      fillShop(db)
      db.prepare(`UPDATE orders SET channel = 'shop'`).run()
      db.prepare(`UPDATE orders SET channel = 'web' WHERE customer_id = 1 AND order_date = '2026-10-31'`).run()
      addContact(db, 2, '2026-03-02T09:00:00', { channel: 'phone' })
      addContact(db, 3, '2026-03-02T09:00:00', { channel: 'shop' })
      // Not active, and outside W.
      addContact(db, 5, '2026-03-02T09:00:00', { channel: 'phone' })
      addContact(db, 5, '2026-03-02T09:00:00', { channel: 'web' })
      addContact(db, 4, '2025-10-31T09:00:00', { channel: 'phone' })
    })
    expect(metric).toMatchObject({ value: 50, numerator: 2, denominator: 4, previous: 0 })
    expect(metric.counted).toEqual([1, 2])
  })

  it('wants channels', async () => {
    expect(await measureTiny('k_multichannel_share', fillShop)).toMatchObject({ value: null, missing: { code: 'needs-data' } })
  })
})

describe('freshness of the data', () => {
  it('five of seven live customers: three bought, one was in contact, one was changed within 365 days', async () => {
    const metric = await measureTiny('k_data_freshness', (db) => {
      // Bought in W: 1, 2, 3 and 4; 5 only before it. Every record was last changed on 1 January 2025.
      fillShop(db)
      db.prepare('DELETE FROM orders WHERE customer_id = 4').run()
      for (const id of [6, 7, 8]) addCustomer(db, { id, ...(id === 8 && { mergedInto: 7 }) })
      addContact(db, 5, '2025-11-01T00:00:00')
      addContact(db, 7, '2025-10-31T23:00:00')
      db.prepare(`UPDATE customers SET updated_at = '2025-11-01T00:00:00.000Z' WHERE id IN (6, 8)`).run()
    })
    expect(metric).toMatchObject({ numerator: 5, denominator: 7, previous: null, window: null })
    expect(metric.value).toBeCloseTo(71.4286, 3)
    expect(metric.noTrend?.es).toContain('guarda solo su último cambio')
    expect(metric.counted).toEqual([1, 2, 3, 5, 6])
    expect(metric.base).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})
