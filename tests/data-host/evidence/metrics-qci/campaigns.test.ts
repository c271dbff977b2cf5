import type Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { prepareMeasure } from '../measure-kpi.ts'
import { addCustomer, addOrder } from '../tiny-workspace.ts'

const measure = prepareMeasure()

/** As-of date 2026-10-31 by the order of customer 20; W begins on 2025-11-01. */
function fillBase(db: Database.Database, customers: number): void {
  for (let id = 1; id <= customers; id++) addCustomer(db, { id })
  addCustomer(db, { id: 20 })
  addOrder(db, 20, '2020-01-01', 10)
  addOrder(db, 20, '2025-09-01', 10)
  addOrder(db, 20, '2026-10-31', 10)
}
function addCampaign(db: Database.Database, id: number, goal: string, start: string, euros: number | null): void {
  db.prepare('INSERT INTO campaigns (id, name, goal, start_date, actual_cost_minor) VALUES (?, ?, ?, ?, ?)').run(
    id,
    `Campaign ${id}`,
    goal,
    start,
    euros === null ? null : euros * 100
  )
}
function addMember(
  db: Database.Database,
  campaign: number,
  customer: number,
  { group = 'T', sent = null, order = null }: { group?: 'T' | 'C'; sent?: string | null; order?: number | null }
): void {
  db.prepare(
    'INSERT INTO campaign_members (campaign_id, customer_id, member_group, sent_at, converted_order_id) VALUES (?, ?, ?, ?, ?)'
  ).run(campaign, customer, group, sent, order)
}

describe('what it costs to win and to keep', () => {
  /** New in W: 1 to 4. Retained: 20 and 5. */
  const fill = (db: Database.Database): void => {
    fillBase(db, 5)
    for (const id of [1, 2, 3, 4]) addOrder(db, id, '2026-02-01', 10)
    addOrder(db, 5, '2024-12-01', 10)
    addOrder(db, 5, '2026-02-01', 10)
    addCampaign(db, 1, 'acquisition', '2025-11-01', 100)
    addCampaign(db, 2, 'acquisition', '2026-10-31', 20)
    addCampaign(db, 3, 'acquisition', '2025-10-31', 999)
    addCampaign(db, 4, 'acquisition', '2026-01-01', null)
    addCampaign(db, 5, 'retention', '2026-01-01', 6)
    addCampaign(db, 6, 'onboarding', '2026-01-01', 3)
    addCampaign(db, 7, 'development', '2026-01-01', 1)
    addCampaign(db, 8, 'winback', '2026-01-01', 500)
  }

  it('CAC: 120 euros of campaigns begun in W for four new customers', async () => {
    const metric = await measure('k_cac', fill)
    expect(metric).toMatchObject({ value: 3000, numerator: 12_000, denominator: 4, fewData: true })
    expect(metric.base).toEqual([1, 2, 3, 4])
  })

  it('CAC ÷ CRC: 30 euros to win one against 5 to keep one', async () => {
    const metric = await measure('k_cac_crc', fill)
    expect(metric).toMatchObject({ value: 6, numerator: 3000, denominator: 500 })
    expect(metric.denominatorName?.en).toBe('to keep one (2 retained)')
    expect(metric.counted).toEqual([1, 2, 3, 4])
    expect(metric.base).toEqual([5, 20])
  })

  it('no campaign with a cost is no cost of nothing', async () => {
    const none = await measure('k_cac', (db) => {
      fill(db)
      db.exec(`DELETE FROM campaigns WHERE id < 4`)
    })
    expect(none).toMatchObject({ value: null, missing: { code: 'needs-data', needs: ['campaigns'] } })
    expect(
      await measure('k_cac_crc', (db) => {
        fill(db)
        db.exec(`DELETE FROM campaigns WHERE goal IN ('retention', 'onboarding', 'development')`)
      })
    ).toMatchObject({ value: null, missing: { code: 'needs-data' } })
  })

  it('no new customer: nothing to divide by', async () => {
    const metric = await measure('k_cac', (db) => {
      fillBase(db, 0)
      addCampaign(db, 1, 'acquisition', '2026-01-01', 10)
    })
    expect(metric).toMatchObject({ value: null, missing: { code: 'no-denominator' } })
  })
})

describe('winning back', () => {
  /**
   * Without 30 gaps the usual gap is 60 days: lapsed after 180 days, lost after 365. The message goes out on 2026-03-01.
   * 1 to 3 were lapsed or lost then; 4 had bought 100 days before; 5 never; 6 was in the control group.
   */
  const fill = (db: Database.Database): void => {
    fillBase(db, 6)
    addOrder(db, 1, '2025-08-01', 10)
    addOrder(db, 1, '2026-04-30', 50) // day 60
    addOrder(db, 1, '2026-10-27', 30) // day 180 after the return
    addOrder(db, 1, '2026-10-28', 900) // day 181
    addOrder(db, 2, '2024-08-01', 10)
    addOrder(db, 2, '2026-05-01', 50) // day 61
    addOrder(db, 3, '2025-08-31', 10)
    addOrder(db, 3, '2026-03-01', 20) // the day of the message
    addOrder(db, 4, '2025-11-21', 10)
    addOrder(db, 4, '2026-03-05', 70)
    addOrder(db, 6, '2025-01-01', 10)
    addOrder(db, 6, '2026-03-05', 70)
    addCampaign(db, 1, 'winback', '2026-03-01', 20)
    for (const id of [1, 2, 3, 4, 5]) addMember(db, 1, id, { sent: '2026-03-01T10:00:00' })
    addMember(db, 1, 6, { group: 'C' })
  }

  it('rate: two of the three lapsed or lost came within 60 days', async () => {
    const metric = await measure('k_winback_rate', fill)
    expect(metric).toMatchObject({ numerator: 2, denominator: 3, window: null, fewData: true })
    expect(metric.value).toBeCloseTo(66.6667, 3)
    expect(metric.counted).toEqual([1, 3])
    expect(metric.base).toEqual([1, 2, 3])
  })

  it('ROI: 30 % of 50 + 30 + 20 euros against a cost of 20', async () => {
    const metric = await measure('k_winback_roi', fill)
    expect(metric).toMatchObject({ value: 50, numerator: 1000, denominator: 2000 })
    expect(metric.numeratorName?.en).toContain('the 2 who came back')
    expect(metric.counted).toEqual([1, 3])
  })

  it('ROI by the own cost of the orders where it is known', async () => {
    const metric = await measure('k_winback_roi', (db) => {
      fill(db)
      db.exec(`UPDATE orders SET cost_minor = 4000 WHERE customer_id = 1 AND order_date = '2026-04-30'`)
    })
    // 10 + 30 % of 30 + 30 % of 20 = 25 euros.
    expect(metric).toMatchObject({ value: 25, numerator: 500 })
  })

  it('a second message counts for the same customer, and a campaign without a cost only for the rate', async () => {
    const twice = (db: Database.Database): void => {
      fill(db)
      addCampaign(db, 2, 'winback', '2026-04-15', null)
      addMember(db, 2, 2, { sent: '2026-04-15' })
    }
    expect(await measure('k_winback_rate', twice)).toMatchObject({ value: 100, numerator: 3, denominator: 3 })
    expect(await measure('k_winback_roi', twice)).toMatchObject({ value: 50 })
  })

  it('without winback campaigns, or without their cost, says what to bring in', async () => {
    const noCost = (db: Database.Database): void => {
      fill(db)
      db.exec('UPDATE campaigns SET actual_cost_minor = NULL')
    }
    expect(await measure('k_winback_roi', noCost)).toMatchObject({ value: null, missing: { needs: ['campaigns'] } })
    expect(await measure('k_winback_rate', (db) => fillBase(db, 1))).toMatchObject({ value: null, missing: { needs: ['campaigns'] } })
  })
})

describe('what a campaign brings back', () => {
  /** Treated: 4 members, orders of 100 and 60 euros; control: 2 members, one order of 20. Margin 30 %: 12 a head against 3. */
  const fill = (db: Database.Database): void => {
    fillBase(db, 8)
    addCampaign(db, 1, 'development', '2026-02-01', 24)
    addMember(db, 1, 1, { order: addOrder(db, 1, '2026-02-10', 100) })
    addMember(db, 1, 2, { order: addOrder(db, 2, '2026-02-10', 60) })
    addMember(db, 1, 3, {})
    addMember(db, 1, 4, { order: addOrder(db, 4, '2026-02-10', 500, 'cancelled') })
    addMember(db, 1, 5, { group: 'C', order: addOrder(db, 5, '2026-02-11', 20) })
    addMember(db, 1, 6, { group: 'C' })
    // Nothing to compare with; no cost.
    addCampaign(db, 2, 'retention', '2026-02-01', 1000)
    addMember(db, 2, 7, { order: addOrder(db, 7, '2026-02-10', 100) })
    addCampaign(db, 3, 'retention', '2026-02-01', null)
    addMember(db, 3, 7, {})
    addMember(db, 3, 8, { group: 'C' })
  }

  it('ROI: (12 − 3) × 4 − 24 = 12 euros on 24', async () => {
    const metric = await measure('k_campaign_roi', fill)
    expect(metric).toMatchObject({ value: 50, numerator: 1200, denominator: 2400, fewData: true })
    expect(metric.counted).toEqual([1, 2, 4])
    expect(metric.base).toEqual([1, 2, 3, 4, 5, 6])
    expect(metric.denominatorName?.en).toContain('4 treated, 2 in control groups')
  })

  it('ROI wants a cost and a control group', async () => {
    const metric = await measure('k_campaign_roi', (db) => {
      fill(db)
      db.exec('DELETE FROM campaign_members WHERE campaign_id = 1 AND customer_id IN (5, 6)')
    })
    expect(metric).toMatchObject({ value: null, missing: { code: 'needs-data', needs: ['campaigns'] } })
  })
})
