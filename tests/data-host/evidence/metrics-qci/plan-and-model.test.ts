import type Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { ensureFigures } from '../../../../src/main/data-host/figures/ensure-figures.ts'
import { expectOrders } from '../../../../src/shared/analytics/lifetime/bg-nbd-predictions.ts'
import { fillOrders } from '../../../support/fill-orders.ts'
import { simulateOrders } from '../../../support/simulate-orders.ts'
import { measureIn, prepareMeasure } from '../measure-kpi.ts'
import { addCustomer, addOrder, openTinyHost, resourcesDir, type TinyHost } from '../tiny-workspace.ts'

const measure = prepareMeasure()
let host: TinyHost | undefined
afterEach(() => {
  host?.close()
  host = undefined
})

/** Customers 1 to 4 bring 40, 30, 20 and 10 euros in W, nobody 100 more. */
function fillShop(db: Database.Database): void {
  for (let id = 1; id <= 4; id++) {
    addCustomer(db, { id })
    addOrder(db, id, '2026-10-31', 50 - 10 * id)
  }
  addOrder(db, null, '2026-10-31', 100)
}
function addAction(db: Database.Database, segment: string | null, status = 'open'): void {
  db.prepare(
    `INSERT INTO actions (title, owner, due_date, segment_id, status, created_at) VALUES ('Call', 'Ana', '2026-12-01', ?, ?, '2026-11-01')`
  ).run(segment, status)
}
function addSegment(db: Database.Database, id: string, members: readonly number[]): void {
  db.prepare('INSERT INTO segments (id, name_en, name_es) VALUES (?, ?, ?)').run(id, id, id)
  for (const customer of members)
    db.prepare(`INSERT INTO segment_members (segment_id, customer_id, as_of) VALUES (?, ?, '2026-10-31')`).run(id, customer)
}

describe('revenue under a plan', () => {
  it('counts each customer of planned segments once: 40 + 20 of 200 euros', async () => {
    const metric = await measure('k_segment_plan', (db) => {
      fillShop(db)
      addSegment(db, 'cafes', [1, 3])
      addSegment(db, 'hotels', [3])
      addSegment(db, 'homes', [4])
      addAction(db, 'cafes')
      addAction(db, 'cafes')
      addAction(db, 'hotels')
      addAction(db, 'homes', 'done')
      addAction(db, 'gone')
      addAction(db, 's_detractors') // has no answer without surveys
      addAction(db, null)
    })
    expect(metric).toMatchObject({ value: 30, numerator: 6000, denominator: 20_000, previous: null })
    expect(metric.counted).toEqual([1, 3])
    expect(metric.base).toEqual([1, 2, 3, 4])
  })

  it('takes built-in segments too, follows the plan at once, and is 0 without one', async () => {
    host = await openTinyHost(fillShop)
    expect(await measureIn(host, 'k_segment_plan')).toMatchObject({ value: 0, numerator: 0 })
    await host.context.workspace().change(['plan'], (db) => {
      addAction(db, 's_active')
    })
    expect(await measureIn(host, 'k_segment_plan')).toMatchObject({ value: 50, numerator: 10_000 })
  })
})

describe('propositions', () => {
  it('one of three segments has an owner, a proposition and a review of the last 12 months', async () => {
    const metric = await measure('k_prop_coverage', (db) => {
      fillShop(db)
      for (const id of ['a', 'b', 'c']) addSegment(db, id, [])
      const set = db.prepare('UPDATE segments SET owner = ?, proposition = ?, reviewed_at = ? WHERE id = ?')
      set.run('Ana', 'Bread at six', '2025-10-31', 'a')
      set.run('Ana', 'Bread at six', '2025-10-30', 'b')
      set.run('Ana', ' ', '2026-10-01', 'c')
    })
    expect(metric).toMatchObject({ numerator: 1, denominator: 3, enterable: true, enteredByHand: false })
    expect(metric.value).toBeCloseTo(33.3333, 3)
  })

  it('is entered by hand where no segment is kept', async () => {
    host = await openTinyHost(fillShop)
    expect(await measureIn(host, 'k_prop_coverage')).toMatchObject({ value: null, enterable: true, missing: { code: 'needs-entry' } })
    await host.client.models.enterKpi({ kpiId: 'k_prop_coverage', at: '2026-10-30', numerator: 3, denominator: 4 })
    expect(await measureIn(host, 'k_prop_coverage')).toMatchObject({ value: 75, enteredByHand: true })
  })
})

describe('figures about the model itself', () => {
  it('coverage: elements of QCi with a value, whatever else they show', async () => {
    host = await openTinyHost(fillShop)
    const model = await host.client.models.getModel({ id: 'qci' })
    const evidence = await host.client.models.getEvidence({ modelId: 'qci' })
    const withValue = evidence.elements.filter(({ metrics }) => metrics.some(({ id, value }) => value !== null && id !== 'k_kpi_coverage'))
    const metric = await measureIn(host, 'k_kpi_coverage', 'qci')
    expect(metric).toMatchObject({ numerator: withValue.length, denominator: model.elements.length, fewData: false })
    // Orders alone: the single view is the one figure of infrastructure that has a value.
    expect(withValue.map(({ id }) => id)).toContain('qci.infrastructure')
    expect(withValue.map(({ id }) => id)).not.toContain('qci.people_organisation')
  })

  it('coverage rises with what is entered, at once', async () => {
    host = await openTinyHost(fillShop)
    const before = await measureIn(host, 'k_kpi_coverage', 'qci')
    await host.client.models.enterKpi({ kpiId: 'k_enps', at: '2026-10-30', value: 20 })
    const after = await measureIn(host, 'k_kpi_coverage', 'qci')
    expect(after.numerator).toBe((before.numerator ?? 0) + 1)
  })

  it('maturity: 0.3 × intention + 0.7 × reality of the newest round, beside the round before', async () => {
    host = await openTinyHost(fillShop)
    const { client } = host
    expect(await measureIn(host, 'k_maturity', 'qci')).toMatchObject({ value: null, missing: { code: 'needs-entry' } })
    const assessment = await client.assessments.getAssessment({ modelId: 'qci' })
    const element = assessment.groups[0]?.elements[0]
    const rate = (round: string, intention: number, reality: number, evidence: string): Promise<unknown> =>
      client.assessments.saveRating({
        modelId: 'qci',
        round,
        participant: 'Ana',
        elementId: element?.elementId ?? '',
        statementId: element?.statements[0]?.id ?? '',
        intention,
        reality,
        evidence
      })
    await rate('2026-05-01T09:00:00.000Z', 2, 1, '')
    await rate('2026-10-20T09:00:00.000Z', 4, 4, 'Minutes of the meeting')
    expect(await measureIn(host, 'k_maturity', 'qci')).toMatchObject({
      value: 100,
      previous: 32.5,
      enteredByHand: true,
      enteredAt: '2026-10-20',
      numerator: 1
    })
  })

  it.each(['k_kpi_coverage', 'k_maturity'])('%s belongs to a model', async (id) => {
    expect(await measure(id, fillShop)).toMatchObject({ value: null, missing: { code: 'needs-analysis' } })
  })
})

describe('the forecast held against what came', () => {
  it('adds up what the model fitted before W expects of each customer, and counts what they bought in W', async () => {
    const customers = 600
    host = await openTinyHost((db) => {
      fillOrders(db, customers, simulateOrders({ customers, orders: 5000, seed: 3 }))
    })
    const figures = await ensureFigures(host.context.workspace(), resourcesDir)
    const before = await figures.previous()
    const parameters = before.lifetime.buying.fit?.parameters
    if (!parameters || before.asOfDay === null) throw new Error('no model')
    let predicted = 0
    for (let i = 0; i < customers; i++) {
      if (before.profile.orders[i] === 0) continue
      const weeks = (days: number): number => days / 7
      const first = before.profile.firstDay[i] ?? 0
      const history = {
        x: (before.profile.orderDays[i] ?? 0) - 1,
        tx: weeks((before.profile.lastDay[i] ?? 0) - first),
        age: weeks(before.asOfDay - first)
      }
      predicted += expectOrders(parameters, history, weeks(365))
    }
    const actual = host.context
      .workspace()
      .read.prepare<[string, string, string], number>(
        `SELECT COUNT(*) FROM (SELECT DISTINCT customer_id, order_date FROM orders o WHERE order_date > ? AND order_date <= ?
           AND EXISTS (SELECT 1 FROM orders e WHERE e.customer_id = o.customer_id AND e.order_date <= ?))`
      )
      .pluck()
      .get(figures.window?.from ?? '', figures.window?.to ?? '', figures.window?.from ?? '')
    const metric = await measureIn(host, 'k_forecast_error')
    expect(metric.denominator).toBe(actual)
    expect(actual).toBeGreaterThan(100)
    expect(metric.value).toBeCloseTo((100 * Math.abs(predicted - (actual ?? 0))) / (actual ?? 1), 6)
    expect(metric.numeratorName?.en).toContain(`${Math.round(predicted).toLocaleString('en-US')} predicted`)
    expect(metric.counted?.every((id) => metric.base?.includes(id))).toBe(true)
  })

  it('says why there is none with few customers', async () => {
    const metric = await measure('k_forecast_error', fillShop)
    expect(metric).toMatchObject({ value: null, missing: { code: 'too-few' } })
    expect(metric.missing?.hint.es).toContain('clientes')
  })
})
