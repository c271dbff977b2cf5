import type Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { prepareMeasure } from '../measure-kpi.ts'
import { addCustomer, addOrder } from '../tiny-workspace.ts'

const measure = prepareMeasure()

function fillBase(db: Database.Database): void {
  for (let id = 1; id <= 6; id++) addCustomer(db, { id })
  addOrder(db, 1, '2026-10-31', 10)
}
function answer(
  db: Database.Database,
  customer: number,
  score: number,
  channel: string | null = null,
  at = '2026-03-01',
  kind = 'csat'
): void {
  db.prepare('INSERT INTO surveys (customer_id, at, kind, score, channel) VALUES (?, ?, ?, ?, ?)').run(customer, at, kind, score, channel)
}

describe('satisfaction', () => {
  it('CSAT: 3 of 4 answers in W are 4 or 5; every answer counts', async () => {
    const metric = await measure('k_csat', (db) => {
      fillBase(db)
      answer(db, 1, 5)
      answer(db, 1, 4)
      answer(db, 2, 4)
      answer(db, 3, 3)
      answer(db, 4, 5, null, '2025-10-31')
      answer(db, 4, 9, null, '2026-03-01', 'nps')
    })
    expect(metric).toMatchObject({ value: 75, numerator: 3, denominator: 4 })
    expect(metric.counted).toEqual([1, 2])
    expect(metric.base).toEqual([1, 2, 3])
  })

  it('a figure without an earlier one says why', async () => {
    const today = await measure('k_field_completeness', fillBase)
    expect(today).toMatchObject({ previous: null, noTrend: { en: expect.stringMatching(/how things stand now/) as string } })
    const unasked = await measure('k_csat', (db) => {
      fillBase(db)
      addOrder(db, 1, '2024-01-01', 10)
      answer(db, 1, 5)
    })
    expect(unasked).toMatchObject({ previous: null, noTrend: { en: expect.stringMatching(/holds no data for it/) as string } })
    const asked = await measure('k_csat', (db) => {
      fillBase(db)
      addOrder(db, 1, '2024-01-01', 10)
      answer(db, 1, 5)
      answer(db, 1, 2, null, '2025-10-01')
    })
    expect(asked).toMatchObject({ previous: 0, noTrend: null })
  })

  it('gap between channels: 9 of 10 in the shop, 5 of 10 on the web; nine by phone are too few', async () => {
    const metric = await measure('k_channel_consistency', (db) => {
      fillBase(db)
      for (let k = 0; k < 10; k++) answer(db, 1, k < 9 ? 4 : 1, 'shop')
      for (let k = 0; k < 10; k++) answer(db, 2, k < 5 ? 5 : 3, 'web')
      for (let k = 0; k < 9; k++) answer(db, 3, 1, 'phone')
      for (let k = 0; k < 20; k++) answer(db, 4, 1, null)
    })
    expect(metric).toMatchObject({ value: 40, numerator: 90, denominator: 50, fewData: true })
    expect(metric.numeratorName?.en).toBe('satisfied in the best channel, shop (10 answers)')
    expect(metric.counted).toEqual([1])
    expect(metric.base).toEqual([2])
  })

  it('one channel with enough answers compares with nothing', async () => {
    const metric = await measure('k_channel_consistency', (db) => {
      fillBase(db)
      for (let k = 0; k < 12; k++) answer(db, 1, 5, 'shop')
    })
    expect(metric).toMatchObject({ value: null, missing: { code: 'too-few' } })
  })

  it('proposition fit: 2 of 2 in the target segment against 1 of 4 of the others', async () => {
    const metric = await measure('k_prop_fit', (db) => {
      fillBase(db)
      db.prepare(`INSERT INTO segments (id, name_en, name_es) VALUES ('target', 'Target', 'Objetivo')`).run()
      for (const id of [1, 2])
        db.prepare(`INSERT INTO segment_members (segment_id, customer_id, as_of) VALUES ('target', ?, '2026-01-01')`).run(id)
      answer(db, 1, 5)
      answer(db, 2, 4)
      for (const [id, score] of [
        [3, 5],
        [4, 3],
        [5, 2],
        [5, 1]
      ] as const)
        answer(db, id, score)
    })
    expect(metric).toMatchObject({ value: 75, numerator: 100, denominator: 25, fewData: true })
    expect(metric.counted).toEqual([1, 2])
    expect(metric.base).toEqual([3, 4, 5])
  })

  it('proposition fit asks for the segment aimed at, and for answers on both sides', async () => {
    expect(await measure('k_prop_fit', fillBase)).toMatchObject({ value: null, missing: { code: 'needs-rule' } })
    const oneSided = await measure('k_prop_fit', (db) => {
      fillBase(db)
      db.prepare(`INSERT INTO segments (id, name_en, name_es) VALUES ('target', 'Target', 'Objetivo')`).run()
      db.prepare(`INSERT INTO segment_members (segment_id, customer_id, as_of) VALUES ('target', 1, '2026-01-01')`).run()
      answer(db, 1, 5)
    })
    expect(oneSided).toMatchObject({ value: null, missing: { code: 'no-denominator' } })
  })

  it.each(['k_csat', 'k_channel_consistency'])('%s without surveys says what to bring in', async (id) => {
    expect(await measure(id, fillBase)).toMatchObject({ value: null, missing: { code: 'needs-data', needs: ['surveys'] } })
  })
})
