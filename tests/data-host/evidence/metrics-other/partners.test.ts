import type Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { fillShop, insertRow, measureTiny } from '../measure-tiny.ts'
import { addOrder, openTinyHost } from '../tiny-workspace.ts'

const viaPartner = (db: Database.Database, order: number): void => {
  db.prepare(`UPDATE orders SET partner_id = 'P1' WHERE id = ?`).run(order)
}

describe('revenue through partners', () => {
  it('is 80 of 200 euros in W and 30 of 100 before, orders of nobody included', async () => {
    const metric = await measureTiny('k_partner_share', (db) => {
      fillShop(db)
      db.prepare(`UPDATE orders SET partner_id = 'P1' WHERE customer_id = 2`).run()
      viaPartner(db, addOrder(db, null, '2026-06-01', 20))
    })
    expect(metric).toMatchObject({ value: 40, numerator: 8_000, denominator: 20_000, previous: 30 })
    expect(metric.counted).toEqual([2])
    expect(metric.base).toEqual([1, 2, 3, 4])
  })

  it('is unknown, not 0, where no order names a partner', async () => {
    expect(await measureTiny('k_partner_share', fillShop)).toMatchObject({
      value: null,
      missing: { code: 'needs-data', needs: ['orders'] }
    })
  })
})

describe('service gap of partners', () => {
  it('is 1 complaint about 2 orders through partners (50) less 1 about 4 direct ones (25)', async () => {
    const metric = await measureTiny('k_partner_quality', (db) => {
      fillShop(db)
      const partner = addOrder(db, 2, '2026-06-01', 10)
      viaPartner(db, partner)
      db.prepare(`UPDATE orders SET partner_id = 'P1' WHERE customer_id = 3 AND status = 'completed'`).run()
      const direct = addOrder(db, 4, '2025-12-01', 10)
      db.prepare(`DELETE FROM orders WHERE customer_id = 4 AND net_minor = 0`).run()
      const complaint = (order: number | null, opened: string): void => {
        insertRow(db, 'complaints', { customer_id: 2, order_id: order, opened_at: opened })
      }
      complaint(partner, '2026-06-02')
      complaint(direct, '2026-06-03')
      // About no order, and before W: neither counts.
      complaint(null, '2026-06-04')
      complaint(partner, '2025-10-31')
    })
    expect(metric).toMatchObject({ value: 25, numerator: 50, denominator: 25, fewData: true })
    expect(metric.numeratorName?.en).toBe('complaints per 100 orders through partners (1 of 2)')
    expect(metric.denominatorName?.en).toBe('complaints per 100 direct orders (1 of 4)')
    expect(metric.counted).toEqual([2, 3])
    expect(metric.base).toEqual([1, 2, 4])
  })
})

describe('suppliers on time', () => {
  const fillDeliveries = (db: Database.Database): void => {
    fillShop(db)
    const deliver = (id: number, delivered: string, cause: string | null): void => {
      db.prepare(`UPDATE orders SET promised_date = '2026-06-01', delivered_date = ?, delay_cause = ? WHERE id = ?`).run(
        delivered,
        cause,
        id
      )
    }
    deliver(1, '2026-06-01', null)
    deliver(2, '2026-06-02', 'Proveedor de harina')
    deliver(3, '2026-06-03', 'horno averiado')
    deliver(4, '2026-05-31', null)
  }

  it('three of four orders were not late through a supplier', async () => {
    const metric = await measureTiny('k_supplier_on_time', fillDeliveries)
    expect(metric).toMatchObject({ value: 75, numerator: 3, denominator: 4, enterable: true, enteredByHand: false })
    // Customer 1 has another order that was.
    expect(metric.counted).toEqual([1, 2, 3])
  })

  it('what was counted by hand of their own deliveries goes first, in its own words', async () => {
    const host = await openTinyHost(fillDeliveries)
    await host.client.models.enterKpi({ kpiId: 'k_supplier_on_time', at: '2026-10-01', numerator: 45, denominator: 50 })
    const metric = await host.client.models.getMetric({ id: 'k_supplier_on_time' })
    host.close()
    expect(metric).toMatchObject({ value: 90, enteredByHand: true, fewData: false, listable: false })
    expect(metric.denominatorName?.en).toBe('deliveries of suppliers')
  })

  it('without a single cause of delay nobody asked whose fault it was', async () => {
    const metric = await measureTiny('k_supplier_on_time', (db) => {
      fillShop(db)
      db.prepare(`UPDATE orders SET promised_date = '2026-06-01', delivered_date = '2026-06-02'`).run()
    })
    expect(metric).toMatchObject({ value: null, enterable: true, missing: { code: 'needs-data' } })
  })
})
