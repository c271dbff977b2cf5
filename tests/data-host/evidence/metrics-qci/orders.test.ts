import type Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { prepareMeasure } from '../measure-kpi.ts'
import { addCustomer, addOrder } from '../tiny-workspace.ts'

const measure = prepareMeasure()

/** As-of date 2026-10-31: W is 2025-11-01 … 2026-10-31, the window before 2024-11-01 … 2025-10-31. */
const LAST_DAY = '2026-10-31'
const customers = (db: Database.Database, count: number): void => {
  for (let id = 1; id <= count; id++) addCustomer(db, { id })
}

describe('who stays and what they spend', () => {
  /** Active before: 1, 2, 3; in W: 1, 2, 4. */
  const fill = (db: Database.Database): void => {
    customers(db, 4)
    addOrder(db, 1, '2024-11-01', 40)
    addOrder(db, 2, '2025-10-31', 60)
    addOrder(db, 3, '2025-05-01', 500)
    addOrder(db, 1, '2025-11-01', 90)
    addOrder(db, 2, '2026-02-01', 35)
    addOrder(db, 4, LAST_DAY, 700)
  }

  it('churn: one of the three active before did not come back', async () => {
    const metric = await measure('k_churn', fill)
    expect(metric).toMatchObject({ numerator: 1, denominator: 3, fewData: true })
    expect(metric.value).toBeCloseTo(100 / 3, 9)
    expect(metric.counted).toEqual([3])
    expect(metric.base).toEqual([1, 2, 3])
  })

  it('growth of continuing customers: 1 and 2 brought 100 before and 125 now', async () => {
    const metric = await measure('k_arpc_growth', fill)
    expect(metric).toMatchObject({ value: 25, numerator: 12_500, denominator: 10_000, fewData: true })
    expect(metric.counted).toEqual([1, 2])
  })

  it('no growth where nobody continues', async () => {
    const metric = await measure('k_arpc_growth', (db) => {
      customers(db, 2)
      addOrder(db, 1, '2025-05-01', 10)
      addOrder(db, 2, LAST_DAY, 10)
    })
    expect(metric).toMatchObject({ value: null, missing: { code: 'no-denominator' } })
  })
})

describe('what is on record', () => {
  it('single view: 3 of 4 orders and 1 of 2 interactions have a customer', async () => {
    const metric = await measure('k_single_view', (db) => {
      customers(db, 3)
      addOrder(db, 1, '2026-01-01', 10)
      addOrder(db, 1, '2026-01-02', 10)
      addOrder(db, 2, LAST_DAY, 10)
      addOrder(db, null, '2026-01-03', 10)
      // Neither valid nor in W.
      addOrder(db, null, '2026-01-03', 10, 'cancelled')
      addOrder(db, null, '2025-10-31', 10)
      const add = db.prepare(`INSERT INTO interactions (customer_id, at, direction, kind) VALUES (?, ?, 'in', 'support')`)
      add.run(3, '2026-03-01T10:00:00')
      add.run(null, '2026-10-31T23:00:00')
      add.run(3, '2025-10-31')
    })
    expect(metric).toMatchObject({ numerator: 4, denominator: 6 })
    expect(metric.value).toBeCloseTo(66.6667, 3)
    expect(metric.base).toEqual([1, 2, 3])
    expect(metric.listed?.denominator.en).toBe('customers with an order or an interaction; 2 have no customer')
  })

  it('orders of merged records still have a customer', async () => {
    const metric = await measure('k_single_view', (db) => {
      addCustomer(db, { id: 1 })
      addCustomer(db, { id: 2, mergedInto: 1 })
      addOrder(db, 2, '2026-01-01', 10)
      addOrder(db, 1, LAST_DAY, 10)
    })
    expect(metric).toMatchObject({ value: 100, numerator: 2, denominator: 2 })
  })
})

describe('deliveries', () => {
  it('on time: 2 of the 3 orders with both dates, over the whole history; one of nobody counts too', async () => {
    const metric = await measure('k_on_time', (db) => {
      customers(db, 2)
      const deliver = (order: number, promised: string | null, delivered: string | null): void => {
        db.prepare('UPDATE orders SET promised_date = ?, delivered_date = ? WHERE id = ?').run(promised, delivered, order)
      }
      deliver(addOrder(db, 1, '2023-01-01', 10), '2023-01-03', '2023-01-03')
      deliver(addOrder(db, 2, '2026-01-01', 10), '2026-01-03', '2026-01-04')
      deliver(addOrder(db, null, '2026-01-01', 10), '2026-01-03', '2026-01-02')
      deliver(addOrder(db, 1, '2026-01-05', 10), '2026-01-07', null)
      deliver(addOrder(db, 1, '2026-01-06', 10, 'pending'), '2026-01-07', '2026-01-09')
      addOrder(db, 2, LAST_DAY, 10)
    })
    expect(metric).toMatchObject({ numerator: 2, denominator: 3, window: null, previous: 100 })
    expect(metric.value).toBeCloseTo(66.6667, 3)
    expect(metric.counted).toEqual([1])
    expect(metric.base).toEqual([1, 2])
  })

  it('on time wants both dates', async () => {
    const metric = await measure('k_on_time', (db) => {
      customers(db, 1)
      addOrder(db, 1, LAST_DAY, 10)
    })
    expect(metric).toMatchObject({ value: null, missing: { code: 'needs-data', needs: ['orders'] } })
    expect(metric.missing?.hint.es).toContain('fecha prometida')
  })
})

describe('new customers', () => {
  /** New in W: 1 (first of July), 2 (5 March), 3 (day 90 before the end, 2026-08-02), 4 (the day after it). 5 is older. */
  const fill = (db: Database.Database): void => {
    customers(db, 5)
    addOrder(db, 1, '2026-07-01', 10)
    // Day 90 after the first counts, the same day does not.
    addOrder(db, 1, '2026-07-01', 10)
    addOrder(db, 1, '2026-09-29', 10)
    addOrder(db, 2, '2026-03-05', 10)
    addOrder(db, 2, '2026-06-04', 10)
    addOrder(db, 3, '2026-08-02', 10)
    addOrder(db, 4, '2026-08-03', 10)
    addOrder(db, 4, '2026-08-04', 10)
    addOrder(db, 5, '2025-10-31', 10)
    addOrder(db, 5, LAST_DAY, 10)
  }

  it('second purchase: of the three with 90 days to follow one came on a second day in time', async () => {
    const metric = await measure('k_second_purchase', fill)
    expect(metric).toMatchObject({ numerator: 1, denominator: 3 })
    expect(metric.value).toBeCloseTo(100 / 3, 9)
    expect(metric.counted).toEqual([1])
    expect(metric.base).toEqual([1, 2, 3])
  })

  it('welcome coverage: two of the four new customers within seven days', async () => {
    const metric = await measure('k_welcome_coverage', (db) => {
      fill(db)
      const add = db.prepare(`INSERT INTO interactions (customer_id, at, direction, kind) VALUES (?, ?, 'out', ?)`)
      add.run(1, '2026-07-08T18:00:00', 'welcome')
      add.run(2, '2026-03-13', 'welcome')
      add.run(3, '2026-08-02', 'welcome')
      add.run(3, '2026-08-03', 'welcome')
      add.run(4, '2026-08-04', 'follow_up')
      add.run(5, LAST_DAY, 'welcome')
    })
    expect(metric).toMatchObject({ value: 50, numerator: 2, denominator: 4 })
    expect(metric.counted).toEqual([1, 3])
    expect(metric.base).toEqual([1, 2, 3, 4])
  })

  it('says that no welcome is on record rather than that nobody was welcomed', async () => {
    expect(await measure('k_welcome_coverage', fill)).toMatchObject({ value: null, missing: { needs: ['interactions'] } })
  })

  it('target fit: three of the four new customers are in the segment aimed at', async () => {
    const metric = await measure('k_target_hit', (db) => {
      fill(db)
      db.prepare(`INSERT INTO segments (id, name_en, name_es) VALUES ('target', 'Target', 'Objetivo')`).run()
      const add = db.prepare(`INSERT INTO segment_members (segment_id, customer_id, as_of) VALUES ('target', ?, ?)`)
      add.run(4, '2025-12-31')
      for (const id of [1, 2, 3, 5]) add.run(id, '2026-10-01')
    })
    expect(metric).toMatchObject({ value: 75, numerator: 3, denominator: 4 })
    expect(metric.counted).toEqual([1, 2, 3])
  })

  it('asks for the segment aimed at', async () => {
    expect(await measure('k_target_hit', fill)).toMatchObject({ value: null, missing: { code: 'needs-rule' } })
  })

  it('no comparison with a window before which there is nothing to tell who was new', async () => {
    const twoWindows = await measure('k_second_purchase', (db) => {
      fill(db)
      addOrder(db, 5, '2024-11-02', 10)
    })
    expect(twoWindows.previous).toBeNull()
    // Three windows of data: 5 was new in the window before, and came back after 10 days.
    const threeWindows = await measure('k_second_purchase', (db) => {
      fill(db)
      addCustomer(db, { id: 6 })
      addOrder(db, 6, '2023-11-02', 10)
      addOrder(db, 5, '2025-02-01', 10)
      addOrder(db, 5, '2025-02-11', 10)
    })
    expect(threeWindows.previous).toBe(100)
  })
})

describe('prospects', () => {
  const addProspect = (db: Database.Database, id: number, created: string, acquired: string | null = null): void => {
    db.prepare(
      `INSERT INTO customers (id, name, status, created_at, updated_at, acquisition_date) VALUES (?, 'P', 'prospect', ?, ?, ?)`
    ).run(id, `${created}T09:00:00.000Z`, created, acquired)
  }

  it('lead conversion: of four prospects followed for 90 days, one bought in time', async () => {
    const metric = await measure('k_lead_conversion', (db) => {
      addProspect(db, 1, '2026-01-01')
      addOrder(db, 1, '2026-04-01', 10) // day 90
      addProspect(db, 2, '2026-01-01')
      addOrder(db, 2, '2026-04-02', 10) // day 91
      addProspect(db, 3, '2026-08-02') // exactly 90 days before the end
      addProspect(db, 4, '2026-08-03') // too late to tell
      addProspect(db, 5, '2025-10-31') // before W
      addProspect(db, 6, '2026-02-01') // on record by buying
      addOrder(db, 6, '2026-02-01', 10)
      // Typed in later than the first contact.
      addProspect(db, 7, '2026-10-01', '2026-03-01')
      addOrder(db, 6, LAST_DAY, 10)
    })
    expect(metric).toMatchObject({ value: 25, numerator: 1, denominator: 4 })
    expect(metric.counted).toEqual([1])
    expect(metric.base).toEqual([1, 2, 3, 7])
  })

  it('says what to bring in where everybody is on record since the first purchase', async () => {
    const metric = await measure('k_lead_conversion', (db) => {
      customers(db, 1)
      addOrder(db, 1, LAST_DAY, 10)
    })
    expect(metric).toMatchObject({ value: null, missing: { code: 'needs-data', needs: ['customers'] } })
  })
})

describe('categories and losses', () => {
  it('categories per active customer: 2 + 1 + 0 of three', async () => {
    const metric = await measure('k_cross_category', (db) => {
      customers(db, 4)
      const line = (order: number, category: string | null): void => {
        db.prepare(`INSERT INTO order_lines (order_id, category, net_exact) VALUES (?, ?, '1')`).run(order, category)
      }
      const [a, b, c] = [addOrder(db, 1, '2026-01-01', 10), addOrder(db, 1, '2026-02-01', 10), addOrder(db, 2, '2026-01-01', 10)]
      line(a, 'bread')
      line(a, 'bread')
      line(b, 'cakes')
      line(c, 'bread')
      line(c, '')
      // Before W, cancelled, of nobody.
      line(addOrder(db, 1, '2025-10-31', 10), 'coffee')
      line(addOrder(db, 2, '2026-01-01', 10, 'cancelled'), 'coffee')
      line(addOrder(db, null, '2026-01-01', 10), 'coffee')
      addOrder(db, 3, LAST_DAY, 10)
      addOrder(db, 4, '2025-01-01', 10)
    })
    expect(metric).toMatchObject({ value: 1, numerator: 3, denominator: 3 })
    expect(metric.counted).toEqual([1, 2])
    expect(metric.base).toEqual([1, 2, 3])
  })

  it('counts more categories than fit in one word', async () => {
    const metric = await measure('k_cross_category', (db) => {
      customers(db, 1)
      const order = addOrder(db, 1, LAST_DAY, 10)
      const add = db.prepare(`INSERT INTO order_lines (order_id, category, net_exact) VALUES (?, ?, '1')`)
      for (let k = 0; k < 70; k++) add.run(order, `c${k}`)
      for (let k = 0; k < 70; k++) add.run(order, `c${k}`)
    })
    expect(metric.value).toBe(70)
  })

  it('losses to competitors: one of the two lost customers whose reason is known', async () => {
    const metric = await measure('k_competitor_losses', (db) => {
      customers(db, 5)
      addOrder(db, 5, LAST_DAY, 10)
      addOrder(db, 3, '2020-01-01', 10)
      db.exec(`UPDATE customers SET status = 'lost', lost_reason = 'competitor' WHERE id = 1;
        UPDATE customers SET status = 'lost' WHERE id = 2;
        UPDATE customers SET lost_reason = 'unknown' WHERE id = 3;
        UPDATE customers SET lost_reason = 'competitor' WHERE id = 5;`)
    })
    // 3 is lost by silence; 5 bought today and is not lost; 2 has no reason.
    expect(metric).toMatchObject({ value: 50, numerator: 1, denominator: 2, window: null, previous: null })
    expect(metric.counted).toEqual([1])
    expect(metric.base).toEqual([1, 3])
  })
})
