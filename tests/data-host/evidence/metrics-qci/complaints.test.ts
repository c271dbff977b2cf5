import type Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { prepareMeasure } from '../measure-kpi.ts'
import { addCustomer, addOrder } from '../tiny-workspace.ts'

const measure = prepareMeasure()

/** As-of date 2026-10-31 by the order of customer 9. */
function fillBase(db: Database.Database): void {
  for (let id = 1; id <= 9; id++) addCustomer(db, { id })
  addOrder(db, 9, '2026-10-31', 10)
}

interface Complaint {
  opened: string
  answered?: string
  resolved?: string
  satisfaction?: number
}
function complain(db: Database.Database, customer: number, { opened, answered, resolved, satisfaction }: Complaint): void {
  db.prepare('INSERT INTO complaints (customer_id, opened_at, first_response_at, resolved_at, satisfaction) VALUES (?, ?, ?, ?, ?)').run(
    customer,
    opened,
    answered ?? null,
    resolved ?? null,
    satisfaction ?? null
  )
}

describe('complaints', () => {
  it('per 100 orders: 3 opened in W, 40 valid orders of which 39 have a customer', async () => {
    const metric = await measure('k_complaint_rate', (db) => {
      fillBase(db)
      for (let k = 0; k < 38; k++) addOrder(db, 1, '2026-01-01', 10)
      addOrder(db, null, '2026-01-01', 10)
      addOrder(db, 1, '2026-01-01', 10, 'cancelled')
      addOrder(db, 1, '2025-10-31', 10)
      complain(db, 1, { opened: '2025-11-01T00:00:00' })
      complain(db, 1, { opened: '2026-05-01' })
      complain(db, 2, { opened: '2026-10-31T23:59:59' })
      complain(db, 3, { opened: '2025-10-31T23:59:59' })
      complain(db, 3, { opened: '2026-11-01' })
    })
    expect(metric).toMatchObject({ value: 7.5, numerator: 3, denominator: 40, fewData: false })
    expect(metric.counted).toEqual([1, 2])
    expect(metric.base).toEqual([1, 9])
  })

  it('resolved in 72 hours: exactly 72 counts; young open ones and those after the as-of date do not', async () => {
    const metric = await measure('k_resolution_sla', (db) => {
      fillBase(db)
      complain(db, 1, { opened: '2026-01-01T10:00:00', resolved: '2026-01-04T10:00:00' }) // 72 h
      complain(db, 2, { opened: '2026-01-01T10:00:00', resolved: '2026-01-04T10:00:01' }) // a second more
      complain(db, 3, { opened: '2026-01-01' }) // open for months
      complain(db, 4, { opened: '2026-10-30T10:00:00' }) // open for 38 hours
      complain(db, 5, { opened: '2026-10-30T10:00:00', resolved: '2026-10-31T10:00:00' })
      complain(db, 6, { opened: '2026-10-31T10:00:00', resolved: '2026-11-01T10:00:00' }) // still open, and young, on the last day
      complain(db, 7, { opened: '2025-10-31', resolved: '2025-10-31' }) // before W
    })
    expect(metric).toMatchObject({ value: 50, numerator: 2, denominator: 4 })
    expect(metric.counted).toEqual([1, 5])
    expect(metric.base).toEqual([1, 2, 3, 5])
  })

  it('satisfaction with the solution: two of three marks, whenever they were given', async () => {
    const metric = await measure('k_recovery_sat', (db) => {
      fillBase(db)
      complain(db, 1, { opened: '2022-01-01', resolved: '2022-01-02', satisfaction: 4 })
      complain(db, 2, { opened: '2026-01-01', resolved: '2026-01-02', satisfaction: 5 })
      complain(db, 3, { opened: '2026-01-01', resolved: '2026-01-02', satisfaction: 3 })
      complain(db, 4, { opened: '2026-01-01', resolved: '2026-01-02' })
      complain(db, 5, { opened: '2026-01-01', satisfaction: 1 })
    })
    expect(metric).toMatchObject({ numerator: 2, denominator: 3, window: null })
    expect(metric.value).toBeCloseTo(66.6667, 3)
    expect(metric.counted).toEqual([1, 2])
  })

  it('retention after a complaint: two of three complainants bought in the 180 days after', async () => {
    const metric = await measure('k_post_complaint_ret', (db) => {
      fillBase(db)
      complain(db, 1, { opened: '2026-01-01', resolved: '2026-01-10T10:00:00' })
      addOrder(db, 1, '2026-07-09', 10) // day 180
      complain(db, 2, { opened: '2026-01-01', resolved: '2026-01-10' })
      addOrder(db, 2, '2026-01-10', 10) // the same day is not after
      addOrder(db, 2, '2026-07-10', 10) // day 181
      // Two complaints, one customer: after the first she bought.
      complain(db, 3, { opened: '2024-01-01', resolved: '2024-01-02' })
      complain(db, 3, { opened: '2025-01-01', resolved: '2025-01-02' })
      addOrder(db, 3, '2024-02-01', 10)
      complain(db, 4, { opened: '2026-05-01', resolved: '2026-05-05' }) // resolved 179 days ago: too soon to tell
      complain(db, 5, { opened: '2026-01-01' })
    })
    expect(metric).toMatchObject({ numerator: 2, denominator: 3, window: null })
    expect(metric.value).toBeCloseTo(66.6667, 3)
    expect(metric.counted).toEqual([1, 3])
    expect(metric.base).toEqual([1, 2, 3])
  })

  it('first answer: the median of 1, 2 and 30 hours is 2; four were opened', async () => {
    const metric = await measure('k_first_response', (db) => {
      fillBase(db)
      complain(db, 1, { opened: '2026-01-01T10:00:00', answered: '2026-01-01T11:00:00' })
      complain(db, 2, { opened: '2026-01-01T10:00:00' })
      const add = db.prepare('INSERT INTO interactions (customer_id, at, direction, kind, first_response_at) VALUES (?, ?, ?, ?, ?)')
      add.run(3, '2026-02-01T10:00:00', 'in', 'enquiry', '2026-02-02T16:00:00')
      add.run(null, '2026-02-01T10:00:00', 'in', 'enquiry', '2026-02-01T12:00:00')
      // Not inbound enquiries, and not in W.
      add.run(4, '2026-02-01T10:00:00', 'out', 'enquiry', '2026-02-01T10:30:00')
      add.run(4, '2026-02-01T10:00:00', 'in', 'support', '2026-02-01T10:30:00')
      add.run(4, '2025-10-01T10:00:00', 'in', 'enquiry', '2025-10-01T10:30:00')
    })
    expect(metric).toMatchObject({ value: 2, numerator: 3, denominator: 4, fewData: true })
    expect(metric.counted).toEqual([1, 3])
    expect(metric.base).toEqual([1, 2, 3])
  })

  it('an even number of answers: halfway between the two in the middle; one before the question does not count', async () => {
    const metric = await measure('k_first_response', (db) => {
      fillBase(db)
      complain(db, 1, { opened: '2026-01-01T10:00:00', answered: '2026-01-01T11:00:00' })
      complain(db, 2, { opened: '2026-01-01T10:00:00', answered: '2026-01-01T14:00:00' })
      complain(db, 3, { opened: '2026-01-01T10:00:00', answered: '2026-01-01T09:00:00' })
    })
    expect(metric).toMatchObject({ value: 2.5, numerator: 2, denominator: 3 })
  })

  it.each(['k_complaint_rate', 'k_resolution_sla', 'k_recovery_sat', 'k_post_complaint_ret', 'k_first_response'])(
    '%s without complaints says what to bring in',
    async (id) => {
      expect(await measure(id, fillBase)).toMatchObject({ value: null, missing: { code: 'needs-data' } })
    }
  )

  it('compares with the window before as it stood at its own end', async () => {
    const fill = (db: Database.Database): void => {
      fillBase(db)
      // Ten valid orders in the window before, which the data reach back over.
      for (let k = 0; k < 10; k++) addOrder(db, 1, '2024-11-01', 10)
      complain(db, 1, { opened: '2025-01-01T10:00:00', answered: '2025-01-01T14:00:00', resolved: '2025-01-02T10:00:00', satisfaction: 5 })
      // Answered and resolved only after that window had ended.
      complain(db, 2, { opened: '2025-10-20T10:00:00', answered: '2025-11-02T10:00:00', resolved: '2025-11-03T10:00:00', satisfaction: 1 })
      complain(db, 3, { opened: '2026-01-01T10:00:00', answered: '2026-01-01T11:00:00', resolved: '2026-01-02T10:00:00' })
    }
    expect((await measure('k_complaint_rate', fill)).previous).toBe(20)
    expect(await measure('k_resolution_sla', fill)).toMatchObject({ value: 100, previous: 50 })
    expect(await measure('k_recovery_sat', fill)).toMatchObject({ value: 50, previous: 100 })
    expect(await measure('k_first_response', fill)).toMatchObject({ value: 1, previous: 4 })
  })

  it('none opened in W is a rate of 0 per 100 orders, but no share of anything', async () => {
    const fill = (db: Database.Database): void => {
      fillBase(db)
      complain(db, 1, { opened: '2024-01-01', resolved: '2026-10-30' })
    }
    expect(await measure('k_complaint_rate', fill)).toMatchObject({ value: 0, numerator: 0, denominator: 1 })
    expect(await measure('k_resolution_sla', fill)).toMatchObject({ value: null, missing: { code: 'no-denominator' } })
    expect(await measure('k_post_complaint_ret', fill)).toMatchObject({ value: null, missing: { code: 'no-denominator' } })
  })
})
