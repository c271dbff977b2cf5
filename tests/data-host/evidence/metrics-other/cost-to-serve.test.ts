import type Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { fillShop, insertRow, measureTiny } from '../measure-tiny.ts'
import { addCustomer } from '../tiny-workspace.ts'

/**
 * Two active customers in W. Margins: 100 − 60 = 40 euros; 50 without a cost, so 30 % of it = 15. To serve them: a contact of
 * 3, a compensation of 2, service of an order 1.50. Before: an order of 80 − 50 = 30 with 4 of service, and a contact of 9.
 */
function fillCosts(db: Database.Database): void {
  addCustomer(db, { id: 1 })
  addCustomer(db, { id: 2 })
  insertRow(db, 'orders', { customer_id: 1, order_date: '2026-10-31', net_minor: 10_000, cost_minor: 6_000, service_cost_minor: 150 })
  insertRow(db, 'orders', { customer_id: 2, order_date: '2026-01-15', net_minor: 5_000 })
  insertRow(db, 'orders', { customer_id: 1, order_date: '2024-11-01', net_minor: 8_000, cost_minor: 5_000, service_cost_minor: 400 })
  insertRow(db, 'interactions', { customer_id: 2, at: '2026-02-01T10:00:00', direction: 'in', kind: 'enquiry', cost_minor: 300 })
  insertRow(db, 'interactions', { customer_id: 1, at: '2025-10-31T23:59:00', direction: 'in', kind: 'enquiry', cost_minor: 900 })
  insertRow(db, 'complaints', { customer_id: 1, opened_at: '2026-02-02', compensation_minor: 200 })
}

describe('cost to serve', () => {
  it('is 6.50 over two active customers; 13 over one before', async () => {
    const metric = await measureTiny('k_cost_to_serve', fillCosts)
    expect(metric).toMatchObject({ value: 325, numerator: 650, denominator: 2, previous: 1300, fewData: true })
    expect(metric.counted).toEqual([1, 2])
    expect(metric.base).toEqual([1, 2])
  })

  it('wants to know some cost', async () => {
    const metric = await measureTiny('k_cost_to_serve', fillShop)
    expect(metric).toMatchObject({ value: null, missing: { code: 'needs-data', needs: ['interactions', 'complaints', 'orders'] } })
  })
})

describe('net margin per active customer', () => {
  it('is (55 − 6.50) / 2; before (30 − 13) / 1', async () => {
    const metric = await measureTiny('k_customer_margin', fillCosts)
    expect(metric).toMatchObject({ value: 2425, numerator: 4850, denominator: 2, previous: 1700 })
    expect(metric.numeratorName?.en).toBe('margin in the window less cost to serve')
  })

  it('says that the margin is assumed where no order has a cost: 30% of 180 euros over four', async () => {
    const metric = await measureTiny('k_customer_margin', fillShop)
    expect(metric).toMatchObject({ value: 1350, numerator: 5400, denominator: 4 })
    expect(metric.numeratorName?.en).toContain('margin assumed at 30')
    expect(metric.numeratorName?.es).toContain('margen supuesto del 30')
  })
})

describe('cost per contact by channel', () => {
  it('is 5 euros over three contacts, 2 by phone and 1 in the shop; a channel without any cost is left out', async () => {
    const metric = await measureTiny('k_channel_cost', (db) => {
      fillShop(db)
      const contact = (customer: number | null, channel: string, cost: number | null, at = '2026-03-03T09:00:00'): void => {
        insertRow(db, 'interactions', { customer_id: customer, at, channel, direction: 'in', kind: 'enquiry', cost_minor: cost })
      }
      contact(1, 'phone', 400)
      contact(2, 'phone', null)
      contact(null, 'shop', 100)
      contact(3, 'web', null)
      contact(4, 'phone', 5000, '2025-10-31T20:00:00')
    })
    expect(metric).toMatchObject({ value: 167, numerator: 500, denominator: 3, previous: 5000 })
    expect(metric.denominatorName?.en).toBe('contacts in channels with a cost (phone €2.00, shop €1.00)')
    expect(metric.counted).toEqual([1])
    expect(metric.base).toEqual([1, 2])
  })
})

describe('customer retention cost', () => {
  const campaign = (db: Database.Database, goal: string, start: string, cost: number | null): void => {
    insertRow(db, 'campaigns', { name: goal, goal, start_date: start, actual_cost_minor: cost })
  }

  it('is 100 euros of three campaigns over the two customers who came back', async () => {
    const metric = await measureTiny('k_crc', (db) => {
      fillShop(db)
      campaign(db, 'onboarding', '2025-11-01', 3000)
      campaign(db, 'retention', '2026-10-31', 5000)
      campaign(db, 'development', '2026-05-01', 2000)
      campaign(db, 'acquisition', '2026-05-01', 99_900)
      campaign(db, 'winback', '2026-05-01', 99_900)
      campaign(db, 'retention', '2025-10-31', 7700)
      campaign(db, 'retention', '2026-05-01', null)
    })
    expect(metric).toMatchObject({ value: 5000, numerator: 10_000, denominator: 2, previous: null })
    expect(metric.counted).toEqual([1, 2])
  })

  it('takes no unknown cost for free', async () => {
    const metric = await measureTiny('k_crc', (db) => {
      fillShop(db)
      campaign(db, 'retention', '2026-05-01', null)
    })
    expect(metric).toMatchObject({ value: null, missing: { code: 'needs-data', needs: ['campaigns'] } })
  })
})
