import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ensureFigures } from '../../../src/main/data-host/figures/ensure-figures.ts'
import type { Figures } from '../../../src/main/data-host/figures/figures.ts'
import { metricDefinitions } from '../../../src/main/data-host/evidence/metrics/index.ts'
import { loadKpis } from '../../../src/main/data-host/models/load-catalogue.ts'
import { RFM_SEGMENTS } from '../../../src/shared/analytics/rfm.ts'
import { LIFECYCLE_STATES } from '../../../src/shared/contract/customers.ts'
import { measureIn, type Measured } from './measure-kpi.ts'
import { fillRandom, randomBusiness } from './random-business.ts'
import { openTinyHost, resourcesDir } from './tiny-workspace.ts'

const kpis = new Map(loadKpis(resourcesDir).map((kpi) => [kpi.id, kpi]))
/** Percentages that are a change, a gain or an error, not a share of something. */
const NO_SHARES = new Set(['k_forecast_error', 'k_arpc_growth', 'k_winback_roi', 'k_campaign_roi', 'k_customer_equity_growth'])
const SHARES = metricDefinitions.map(({ id }) => id).filter((id) => kpis.get(id)?.unit === '%' && !NO_SHARES.has(id))
/** Shares of customers: the lists behind both numbers hold exactly as many. */
const CUSTOMER_SHARES = [
  'k_contactable',
  'k_duplicate_rate',
  'k_data_freshness',
  'k_value_diff_coverage',
  'k_below_zero_share',
  'k_ssc_retention',
  'k_multichannel_share',
  'k_lead_conversion',
  'k_target_hit',
  'k_welcome_coverage',
  'k_second_purchase',
  'k_post_complaint_ret',
  'k_retention',
  'k_churn',
  'k_repeat',
  'k_winback_rate',
  'k_competitor_losses'
]
/** Whose second number counts customers, the first being money or something they did. */
const PER_CUSTOMER = ['k_cac', 'k_crc', 'k_cross_category', 'k_customer_margin', 'k_cost_to_serve']
/** Bounds of what is no share. */
const RANGES: readonly (readonly [id: string, low: number, high: number])[] = [
  ['k_nps', -100, 100],
  ['k_gini', 0, 1],
  ['k_uplift', -100, 100],
  ['k_channel_consistency', 0, 100],
  ['k_prop_fit', -100, 100],
  ['k_first_response', 0, Infinity],
  ['k_complaint_rate', 0, Infinity],
  ['k_cac', 0, Infinity],
  ['k_cac_crc', 0, Infinity],
  ['k_arpc_growth', -100, Infinity],
  ['k_cross_category', 0, 3]
]

interface Business {
  metrics: ReadonlyMap<string, Measured>
  figures: Figures
}
const sizeOf = (figures: Figures, id: string): number => figures.segmentMembers(id)?.length ?? 0

/** Over random businesses in a real file: `check` sees every figure, with the customers behind it. */
async function forEveryBusiness(check: (business: Business) => void): Promise<void> {
  await fc.assert(
    fc.asyncProperty(randomBusiness, async (business) => {
      const host = await openTinyHost((db) => {
        fillRandom(db, business)
      })
      try {
        const figures = await ensureFigures(host.context.workspace(), resourcesDir)
        const metrics = new Map<string, Measured>()
        for (const { id } of metricDefinitions) metrics.set(id, await measureIn(host, id))
        check({ metrics, figures })
      } finally {
        host.close()
      }
    }),
    { numRuns: 40 }
  )
}

function checkFigure({ id, value, missing, numerator, denominator, counted, base }: Measured, { figures }: Business): void {
  expect(value === null, `${id} has a value or a reason`).toBe(missing !== null)
  if (missing) {
    expect(missing.hint.en.length * missing.hint.es.length, id).toBeGreaterThan(0)
    expect(missing.hint.en, id).not.toContain('evidence.')
    return
  }
  expect(Number.isFinite(value), id).toBe(true)
  if (kpis.get(id)?.unit !== 'pp' && id !== 'k_partner_quality') expect(denominator, `${id} divides by something`).not.toBe(0)
  for (const list of [counted, base]) {
    expect(list?.every((customer) => figures.indexOf(customer) >= 0) ?? true, `${id} lists live customers`).toBe(true)
    expect(list ?? [], `${id} lists each once, in order`).toEqual([...new Set(list ?? [])].sort((a, b) => a - b))
  }
  if (SHARES.includes(id)) checkShare(id, value ?? Number.NaN, numerator ?? Number.NaN, denominator ?? Number.NaN)
}

function checkShare(id: string, value: number, numerator: number, denominator: number): void {
  expect(value, id).toBeCloseTo((100 * numerator) / denominator, 9)
  expect(numerator, id).toBeGreaterThanOrEqual(0)
  expect(numerator, `${id} is a part of the whole`).toBeLessThanOrEqual(denominator)
  expect(value, id).toBeLessThanOrEqual(100)
}

function checkCustomers({ metrics }: Business): void {
  for (const id of CUSTOMER_SHARES) {
    const metric = metrics.get(id)
    if (metric?.value == null) continue
    expect(metric.counted, id).toHaveLength(metric.numerator ?? -1)
    expect(metric.base, id).toHaveLength(metric.denominator ?? -1)
    expect(
      metric.counted?.every((customer) => metric.base?.includes(customer)),
      `${id}: whoever is counted is in the base`
    ).toBe(true)
  }
  for (const id of PER_CUSTOMER) {
    const metric = metrics.get(id)
    if (metric?.value != null) expect(metric.base, id).toHaveLength(metric.denominator ?? -1)
  }
}

function checkComplements({ metrics, figures }: Business): void {
  const [kept, gone] = [metrics.get('k_retention'), metrics.get('k_churn')]
  expect(kept?.value == null).toBe(gone?.value == null)
  if (kept?.value != null && gone?.value != null) {
    expect(kept.value + gone.value).toBeCloseTo(100, 9)
    expect([...(kept.counted ?? []), ...(gone.counted ?? [])].sort((a, b) => a - b)).toEqual(kept.base)
  }
  const contactable = metrics.get('k_contactable')
  if (contactable?.value != null)
    expect((contactable.counted?.length ?? 0) + sizeOf(figures, 's_no_consent')).toBe(sizeOf(figures, 's_active'))
  const tagged = metrics.get('k_value_diff_coverage')
  if (tagged?.value != null) expect((tagged.counted?.length ?? 0) + sizeOf(figures, 's_untagged')).toBe(sizeOf(figures, 's_active'))
}

/** Promoters, passives and detractors are all who answered; named RFM segments are all who are scored; everybody is in one state. */
function checkPartitions({ metrics, figures }: Business): void {
  const nps = metrics.get('k_nps')
  if (nps?.value != null) {
    const [promoters, detractors] = [sizeOf(figures, 's_promoters'), sizeOf(figures, 's_detractors')]
    expect(promoters - detractors).toBe(nps.numerator)
    expect(nps.counted).toHaveLength(promoters + detractors)
    expect(promoters + detractors).toBeLessThanOrEqual(nps.denominator ?? -1)
  }
  const named = new Map<number, number>()
  for (const { id } of RFM_SEGMENTS)
    for (const customer of figures.segmentMembers(id) ?? []) named.set(customer, (named.get(customer) ?? 0) + 1)
  const scored = [...figures.customerIds].filter((_, i) => figures.r[i] !== 0)
  expect([...named.keys()].sort((a, b) => a - b)).toEqual(scored)
  expect([...named.values()].every((times) => times === 1)).toBe(true)
  const states = LIFECYCLE_STATES.map((_, code) => figures.lifecycle.filter((each) => each === code).length)
  expect(states.reduce((sum, count) => sum + count, 0)).toBe(figures.customerIds.length)
  const buyers = figures.profile.orders.filter((count) => count > 0).length
  const ofState = (state: (typeof LIFECYCLE_STATES)[number]): number => states[LIFECYCLE_STATES.indexOf(state)] ?? 0
  expect(ofState('prospect')).toBe(figures.customerIds.length - buyers)
  if (buyers > 0) expect([sizeOf(figures, 's_cooling'), sizeOf(figures, 's_lapsed')]).toEqual([ofState('at_risk'), ofState('lapsed')])
}

describe('whatever the business', () => {
  it('has shares within bounds that are parts of their whole, complements and partitions that add up, and lists as long as what they count', async () => {
    const seen = new Set<string>()
    await forEveryBusiness((business) => {
      for (const metric of business.metrics.values()) {
        checkFigure(metric, business)
        if (metric.value !== null) seen.add(metric.id)
      }
      for (const [id, low, high] of RANGES) {
        const value = business.metrics.get(id)?.value
        if (value == null) continue
        expect(value, id).toBeGreaterThanOrEqual(low)
        expect(value, id).toBeLessThanOrEqual(high)
      }
      checkCustomers(business)
      checkComplements(business)
      checkPartitions(business)
    })
    // Nothing was held to these rules by having no value in every business drawn.
    for (const id of [
      ...CUSTOMER_SHARES,
      ...PER_CUSTOMER,
      'k_campaign_roi',
      'k_winback_roi',
      'k_prop_fit',
      'k_first_response',
      'k_on_time'
    ])
      expect(seen, id).toContain(id)
  }, 180_000)
})
