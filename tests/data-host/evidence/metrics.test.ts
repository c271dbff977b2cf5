import type Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { computeMetric } from '../../../src/main/data-host/evidence/model-evidence.ts'
import { metricCustomerIds } from '../../../src/main/data-host/evidence/metric-customers.ts'
import { metricDefinitions } from '../../../src/main/data-host/evidence/metrics/index.ts'
import { loadKpis } from '../../../src/main/data-host/models/load-catalogue.ts'
import { findPercentile90 } from '../../../src/shared/analytics/unrealised-value.ts'
import { ensureFigures } from '../../../src/main/data-host/figures/ensure-figures.ts'
import type { Metric } from '../../../src/shared/contract/models.ts'
import { LANGUAGES } from '../../../src/shared/domain/text.ts'
import { translate } from '../../../src/shared/i18n/translate.ts'
import { addCustomer, addOrder, openTinyHost, resourcesDir, type TinyHost } from './tiny-workspace.ts'

let host: TinyHost | undefined
afterEach(() => {
  host?.close()
  host = undefined
})

interface Measured extends Metric {
  counted: number[] | null
  base: number[] | null
}

/** The metric over a workspace filled by hand, and the customers of both of its parts. */
async function measure(id: string, fill: (db: Database.Database) => void): Promise<Measured> {
  host = await openTinyHost(fill)
  const workspace = host.context.workspace()
  const figures = await ensureFigures(workspace, resourcesDir)
  const metric = await computeMetric(workspace, id, resourcesDir, figures)
  if (!metric) throw new Error(`no KPI ${id}`)
  const list = async (part: 'numerator' | 'denominator'): Promise<number[] | null> => {
    const ids = await metricCustomerIds(workspace, figures, id, part)
    return ids && [...ids]
  }
  return { ...metric, counted: await list('numerator'), base: await list('denominator') }
}

/**
 * As-of date 2026-10-31 (the last order). W is 2025-11-01 … 2026-10-31, the window before 2024-11-01 … 2025-10-31.
 * Customers 1 to 5; euros in W: 100, 60, 20, 0 (an order of nothing), none; before: 1 → 50, 2 → 30, 5 → 20.
 */
function fillShop(db: Database.Database): void {
  for (const id of [1, 2, 3, 4, 5]) addCustomer(db, { id })
  addOrder(db, 1, '2025-11-01', 70)
  addOrder(db, 1, '2026-10-31', 30)
  addOrder(db, 2, '2026-03-01', 60)
  addOrder(db, 3, '2026-04-01', 20)
  addOrder(db, 4, '2026-05-01', 0)
  addOrder(db, 1, '2025-10-31', 50)
  addOrder(db, 2, '2025-01-01', 30)
  addOrder(db, 5, '2024-11-02', 20)
  // Not valid: cancelled, below zero.
  addOrder(db, 3, '2026-04-02', 500, 'cancelled')
  addOrder(db, 3, '2026-04-03', -5)
}

describe('figures from orders', () => {
  it('identified sales: 180 of 200 euros have a customer, 100 of 125 in the window before', async () => {
    const metric = await measure('k_identified_sales', (db) => {
      fillShop(db)
      addOrder(db, null, '2026-01-01', 20)
      addOrder(db, null, '2025-02-01', 25)
      addOrder(db, null, '2026-01-02', 99, 'pending')
    })
    expect(metric).toMatchObject({
      value: 90,
      numerator: 18_000,
      denominator: 20_000,
      previous: 80,
      fewData: true,
      listable: true,
      asOf: '2026-10-31',
      window: { from: '2025-10-31', to: '2026-10-31', days: 365 }
    })
    expect(metric.counted).toEqual([1, 2, 3, 4])
    expect(metric.listed?.denominator.en).toBe('customers who bought; €20.00 of sales have no customer')
  })

  it('top-20 % share: the first of four active customers brings 100 of 180', async () => {
    const metric = await measure('k_top20_share', fillShop)
    expect(metric).toMatchObject({ numerator: 10_000, denominator: 18_000, fewData: true })
    expect(metric.value).toBeCloseTo(55.5556, 3)
    expect(metric.previous).toBe(50)
    expect(metric.counted).toEqual([1])
    expect(metric.base).toEqual([1, 2, 3, 4])
  })

  it('retention: two of the three who bought in the window before bought again', async () => {
    const metric = await measure('k_retention', fillShop)
    expect(metric).toMatchObject({ numerator: 2, denominator: 3 })
    expect(metric.value).toBeCloseTo(66.6667, 3)
    expect(metric.counted).toEqual([1, 2])
    expect(metric.base).toEqual([1, 2, 5])
  })

  it('retention of significant customers: the one of the window before is still there, a flagged one is not', async () => {
    const flagged = (db: Database.Database): void => {
      fillShop(db)
      db.prepare(`INSERT INTO customer_flags (customer_id, kind, at) VALUES (5, 'benchmark', '2025-01-01')`).run()
    }
    const metric = await measure('k_ssc_retention', flagged)
    expect(metric).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
    expect(metric.base).toEqual([1, 5])
    expect(metric.counted).toEqual([1])
  })

  it('no earlier figure where the data does not reach back over the window before', async () => {
    const metric = await measure('k_top20_share', (db) => {
      addCustomer(db, { id: 1 })
      addOrder(db, 1, '2025-06-01', 10)
      addOrder(db, 1, '2026-10-31', 10)
    })
    expect(metric).toMatchObject({ value: 100, previous: null })
  })

  it('needs tags: two of four active customers have one', async () => {
    const metric = await measure('k_value_diff_coverage', (db) => {
      fillShop(db)
      db.prepare(`UPDATE customers SET needs_tags = 'gift' WHERE id IN (1, 3, 5)`).run()
    })
    expect(metric).toMatchObject({ value: 50, numerator: 2, denominator: 4, previous: null })
    expect(metric.counted).toEqual([1, 3])
  })

  it('unrealised value: what the 90th percentile of the same needs brings beyond each', async () => {
    // Margins (30 %): 30, 18, 6 euros with the same tags; percentile 90 of [6, 18, 30] = 18 + 0.8 × 12 = 27.6.
    const metric = await measure('k_unrealised_value', (db) => {
      fillShop(db)
      db.prepare(`UPDATE customers SET needs_tags = 'gift;bread' WHERE id = 1`).run()
      db.prepare(`UPDATE customers SET needs_tags = 'Bread, Gift' WHERE id IN (2, 3)`).run()
    })
    expect(metric).toMatchObject({ value: 960 + 2160, denominator: 3 })
    expect(metric.counted).toEqual([2, 3])
    expect(metric.base).toEqual([1, 2, 3])
  })

  it('below zero: active customers whose margin does not cover what they cost, whatever is predicted of them', async () => {
    // Margins in W: 30, 18, 6 and 0 euros; contacts of W cost the third 7 and the first 29.
    const metric = await measure('k_below_zero_share', (db) => {
      fillShop(db)
      const add = db.prepare(`INSERT INTO interactions (customer_id, at, direction, kind, cost_minor) VALUES (?, ?, 'in', 'support', ?)`)
      add.run(3, '2026-05-01', 700)
      add.run(1, '2026-05-01', 2900)
      add.run(5, '2026-05-01', 100)
    })
    expect(metric).toMatchObject({ value: 25, numerator: 1, denominator: 4 })
    expect(metric.counted).toEqual([3])
    const segments = await host?.client.segments.listSegments()
    expect(segments?.find(({ id }) => id === 's_bz')?.rule.en).toMatch(/keeps a customer out.*does not cover their cost to serve: 1\.$/)
  })

  it('90th percentile lies between the two nearest ranks', () => {
    expect(findPercentile90([5])).toBe(5)
    expect(findPercentile90([0, 10])).toBe(9)
    expect(findPercentile90([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])).toBe(10)
  })
})

describe('figures from records', () => {
  it('field completeness: weights of what is filled and well formed', async () => {
    // Customer 1: name 2 + e-mail 2; customer 2: name 2, the e-mail is none; customer 3 is merged and does not count.
    const metric = await measure('k_field_completeness', (db) => {
      addCustomer(db, { id: 1, email: 'ana@example.com' })
      addCustomer(db, { id: 2, email: 'sin correo' })
      addCustomer(db, { id: 3, mergedInto: 1 })
      addOrder(db, 1, '2026-10-31', 10)
    })
    expect(metric).toMatchObject({ value: 30, numerator: 6, denominator: 20, fewData: true, window: null, asOf: '2026-10-31' })
    expect(metric.base).toEqual([1, 2])
  })
})

describe('figures from contacts', () => {
  const fill = (db: Database.Database): void => {
    fillShop(db)
    const add = db.prepare('INSERT INTO interactions (customer_id, at, direction, kind, outcome) VALUES (?, ?, ?, ?, ?)')
    add.run(1, '2026-10-31T18:00:00', 'in', 'enquiry', 'wants rye')
    add.run(1, '2025-11-01', 'out', 'visit', '')
    add.run(2, '2026-02-01', 'in', 'support', null)
    add.run(null, '2026-02-02', 'out', 'other', 'closed')
    // The window before, and the day after the as-of date.
    add.run(3, '2025-10-31T23:59:00', 'in', 'support', 'done')
    add.run(3, '2026-11-01T00:00:00', 'in', 'support', 'done')
  }

  it('interactions that teach: two of four carry an outcome; the one of the window before did', async () => {
    const metric = await measure('k_interaction_learning', fill)
    expect(metric).toMatchObject({ value: 50, numerator: 2, denominator: 4, previous: 100, fewData: true })
    expect(metric.counted).toEqual([1])
    expect(metric.base).toEqual([1, 2])
    expect(metric.listed?.denominator).toEqual({ en: 'customers behind 4 interactions', es: 'clientes detrás de 4 interacciones' })
  })

  it('dialogue ratio: two of four came from the customer', async () => {
    expect(await measure('k_dialogue_ratio', fill)).toMatchObject({ value: 50, numerator: 2, denominator: 4 })
  })

  it('NPS: the latest answer of each customer in W; 1 promoter, 1 passive, 2 detractors of 4', async () => {
    const metric = await measure('k_nps', (db) => {
      fillShop(db)
      const add = db.prepare(`INSERT INTO surveys (customer_id, at, kind, score) VALUES (?, ?, ?, ?)`)
      add.run(1, '2026-01-01', 'nps', 3)
      add.run(1, '2026-06-01', 'nps', 10)
      add.run(2, '2026-06-01', 'nps', 7)
      add.run(3, '2026-06-01', 'nps', 6)
      add.run(4, '2026-06-01', 'nps', 0)
      add.run(5, '2025-06-01', 'nps', 9)
      add.run(5, '2026-06-01', 'csat', 5)
    })
    expect(metric).toMatchObject({ value: -25, numerator: -1, denominator: 4, previous: 100 })
    expect(metric.counted).toEqual([1, 3, 4])
    // p = 0.25, d = 0.5: ±1.96·100·√((0.75 − 0.0625) / 4)
    expect(metric.margin).toBeCloseTo(81.26, 2)
    expect(metric.listed?.numerator.en).toBe('respondents who are promoters (1) or detractors (2)')
    expect(metric.kpi.source?.en).toContain('Reichheld 2003')
  })

  it('contactable: a valid e-mail and a marketing consent in force', async () => {
    const metric = await measure('k_contactable', (db) => {
      fillShop(db)
      db.prepare(`UPDATE customers SET email = 'a@example.com' WHERE id IN (1, 2, 3)`).run()
      const add = db.prepare(
        `INSERT INTO consents (customer_id, purpose, channel, status, at, expires_at) VALUES (?, 'marketing', 'email', ?, ?, ?)`
      )
      add.run(1, 'granted', '2025-12-01', null)
      add.run(2, 'granted', '2025-12-01', null)
      add.run(2, 'withdrawn', '2026-02-01', null)
      add.run(3, 'granted', '2025-12-01', '2026-01-01')
      add.run(4, 'granted', '2025-12-01', null)
    })
    expect(metric).toMatchObject({ value: 25, numerator: 1, denominator: 4 })
    expect(metric.counted).toEqual([1])
  })
})

describe('figures from campaigns', () => {
  /** Campaign 1 names a segment and has a control group; campaign 2 has neither. */
  const fill = (db: Database.Database): void => {
    fillShop(db)
    db.prepare(
      `INSERT INTO campaigns (id, name, goal, segment_id, start_date) VALUES (1, 'Rye', 'development', 's_mvc', '2026-02-01'), (2, 'News', 'retention', NULL, '2026-03-01')`
    ).run()
    const add = db.prepare(
      'INSERT INTO campaign_members (campaign_id, customer_id, member_group, sent_at, responded_at, converted_order_id) VALUES (?, ?, ?, ?, ?, ?)'
    )
    const order = addOrder(db, 1, '2026-02-10', 5)
    add.run(1, 1, 'T', '2026-02-02', '2026-02-03', order)
    add.run(1, 2, 'T', '2026-02-02', null, null)
    add.run(1, 3, 'C', null, null, null)
    add.run(2, 4, 'T', '2026-03-02', '2026-03-02', null)
    add.run(2, 5, 'T', '2026-03-02', null, null)
  }

  it('response rate: two of four sent', async () => {
    const metric = await measure('k_response_rate', fill)
    expect(metric).toMatchObject({ value: 50, numerator: 2, denominator: 4, window: null })
    expect(metric.counted).toEqual([1, 4])
    expect(metric.base).toEqual([1, 2, 4, 5])
  })

  it('targeted messages: two of four belong to a campaign aimed at a segment', async () => {
    const metric = await measure('k_personalised_share', fill)
    expect(metric).toMatchObject({ value: 50, numerator: 2, denominator: 4 })
    expect(metric.counted).toEqual([1, 2])
  })

  it('uplift: one of two treated bought, the one of the control group did not', async () => {
    const metric = await measure('k_uplift', fill)
    expect(metric).toMatchObject({ value: 50, numerator: 50, denominator: 0, fewData: true })
    // ±1.96·100·√(0.25 / 2) = 69.3
    expect(metric.margin).toBeCloseTo(69.3, 1)
    expect(metric.numeratorName?.en).toContain('1 of the 2 treated')
    expect(metric.numeratorName?.es).toContain('elección nuestra')
    expect(metric.numeratorName?.es).not.toContain('%')
    // Those who bought, not their whole group.
    expect(metric.counted).toEqual([1])
    expect(metric.base).toEqual([])
    expect(metric.listed?.numerator.en).toBe('treated customers who bought')
  })

  it('no uplift without a control group', async () => {
    const metric = await measure('k_uplift', (db) => {
      fill(db)
      db.prepare(`DELETE FROM campaign_members WHERE member_group = 'C'`).run()
    })
    expect(metric).toMatchObject({ value: null, missing: { code: 'needs-data', needs: ['campaigns'] } })
  })
})

describe('what the data can’t answer', () => {
  it.each([
    'k_interaction_learning',
    'k_dialogue_ratio',
    'k_response_rate',
    'k_personalised_share',
    'k_uplift',
    'k_contactable',
    'k_nps',
    'k_unrealised_value',
    'k_below_zero_share',
    'k_duplicate_rate',
    'k_csat'
  ])('%s is missing, with what to bring in, never 0', async (id) => {
    const metric = await measure(id, fillShop)
    expect(metric.value).toBeNull()
    expect(metric.missing?.hint.en).not.toBe('')
    expect(metric.missing?.hint.es).not.toBe('')
    expect(metric.counted).toBeNull()
  })

  it('nothing at all: every figure is missing', async () => {
    host = await openTinyHost(() => undefined)
    for (const { id } of metricDefinitions) expect((await host.client.models.getMetric({ id })).value, id).toBeNull()
  })

  it('every figure of the catalogue is measured, and none twice', () => {
    const measured = metricDefinitions.map(({ id }) => id)
    expect(measured.toSorted()).toEqual(
      loadKpis(resourcesDir)
        .map(({ id }) => id)
        .toSorted()
    )
  })

  it('every figure has its texts in both languages', () => {
    for (const { id, listCustomers } of metricDefinitions)
      for (const language of LANGUAGES)
        for (const part of ['numerator', 'denominator']) {
          for (const group of listCustomers ? ['metrics', 'listed'] : ['metrics']) {
            const key = `evidence.${group}.${id}.${part}`
            expect(translate(language, key), key).not.toBe(key)
          }
        }
  })
})
