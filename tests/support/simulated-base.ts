import { drawGamma, makeRandom } from '../../src/shared/analytics/chance.ts'
import type { BgNbdParameters } from '../../src/shared/analytics/lifetime/bg-nbd-likelihood.ts'
import type { BuyingHistories } from '../../src/shared/analytics/lifetime/buying-histories.ts'
import { DEFAULT_HORIZON, WEEKS_PER_YEAR } from '../../src/shared/analytics/lifetime/discounted-orders.ts'
import type { GammaGammaParameters } from '../../src/shared/analytics/lifetime/gamma-gamma.ts'
import { simulateBuyers } from './simulate-buyers.ts'

/** What a base is made to be; only 'regular' ones do what the models assume. */
export const BASE_KINDS = ['regular', 'heavy', 'all-one-time', 'few-repeats', 'constant-spend', 'never-leaving', 'one-day'] as const
export type BaseKind = (typeof BASE_KINDS)[number]

export interface SimulatedBase {
  readonly kind: BaseKind
  readonly customers: number
  /** How long an order usually takes: the base lives in days, weeks or months. */
  readonly unit: 'days' | 'weeks' | 'months'
  readonly parameters: BgNbdParameters
  readonly spend: GammaGammaParameters
  readonly histories: BuyingHistories
  /** What really came: order days of all in the `futureWeeks` after the as-of date, and the amounts of the default horizon, discounted. */
  readonly future: number
  readonly futureWeeks: number
  readonly futureWorth: number
  readonly means: Float64Array
  readonly medianGapDays: number
}

/**
 * Weeks between two orders: 1 : 7 : 30. Long against a day, because the models count time without steps: orders every few days,
 * rounded to days, would be other data than the parameters say, which 300,000 customers are enough to notice.
 */
const UNIT_WEEKS = { days: 40, weeks: 280, months: 1200 } as const
/** Whole days with several orders a week: what a real base of heavy buyers looks like. */
const COARSE_WEEKS = 3
const UNITS = ['days', 'weeks', 'months'] as const
/** Nine of twelve are regular: they carry the statistics. */
const ORDER: readonly BaseKind[] = [
  'regular',
  'regular',
  'regular',
  'heavy',
  'regular',
  'regular',
  'regular',
  'all-one-time',
  'regular',
  'regular',
  'regular',
  'few-repeats',
  'regular',
  'regular',
  'regular',
  'constant-spend',
  'regular',
  'regular',
  'regular',
  'never-leaving',
  'regular',
  'regular',
  'regular',
  'one-day'
]

/** The k-th base: the same every time. Customers from 100 to `most`, on a logarithmic scale. */
export function simulateBase(k: number, most: number): SimulatedBase {
  const random = makeRandom(7919 * (k + 1))
  const between = (low: number, high: number): number => low + random() * (high - low)
  const kind = ORDER[k % ORDER.length] ?? 'regular'
  const unit = UNITS[k % UNITS.length] ?? 'weeks'
  const customers = Math.round(100 * (most / 100) ** random())
  const weeks = kind === 'heavy' ? COARSE_WEEKS : UNIT_WEEKS[unit]
  const parameters = chooseParameters(kind, weeks, between)
  const days = Math.round(weeks * 7 * between(8, 20))
  const futureWeeks = Math.max(1, Math.round(days / 7 / 3))
  const spend = { p: between(2, 8), q: between(2.5, 5), gamma: between(500, 5000) }
  const scales = Float64Array.from({ length: customers }, () => spend.gamma / drawGamma(random, spend.q))
  const drawAmounts = (i: number, orders: number): number =>
    kind === 'constant-spend' ? 995 * orders : scales[i]! * drawGamma(random, spend.p * orders)
  let future = 0,
    futureWorth = 0
  const simulated = simulateBuyers({
    customers,
    parameters,
    days,
    seed: k + 1,
    futureDays: Math.max(futureWeeks, DEFAULT_HORIZON.periods * DEFAULT_HORIZON.weeksPerPeriod) * 7,
    tellFuture: (i, later) => {
      if (later <= futureWeeks * 7) future++
      futureWorth += drawAmounts(i, 1) * discountAfter(later / 7)
    }
  })
  const histories = kind === 'one-day' ? { ...simulated, ageDays: simulated.ageDays.fill(days) } : simulated
  const means = Float64Array.from(simulated.repeats, (x, i) => (x === 0 ? 0 : drawAmounts(i, x) / x))
  return {
    kind,
    customers,
    unit,
    parameters,
    spend,
    histories,
    future,
    futureWeeks,
    futureWorth,
    means,
    medianGapDays: weeks * 7
  }
}

/** What one unit is worth that comes after so many weeks: discounted from the end of its period, nothing beyond the horizon. */
function discountAfter(weeks: number): number {
  const { periods, weeksPerPeriod, yearlyDiscount } = DEFAULT_HORIZON
  const period = Math.ceil(weeks / weeksPerPeriod)
  return period > periods ? 0 : (1 + yearlyDiscount) ** ((-period * weeksPerPeriod) / WEEKS_PER_YEAR)
}

function chooseParameters(kind: BaseKind, weeks: number, between: (low: number, high: number) => number): BgNbdParameters {
  const r = between(0.3, 1.5)
  const regular = { r, alpha: r * weeks * between(0.8, 2), a: between(0.4, 1.5), b: between(1.5, 5) }
  switch (kind) {
    case 'heavy':
      // Some buy hundreds of times.
      return { ...regular, r: 0.25, alpha: 0.02 * COARSE_WEEKS, a: 0.3, b: 20 }
    case 'all-one-time':
      return { ...regular, alpha: 1e7 }
    case 'few-repeats':
      return { ...regular, r: 0.05, alpha: 30 * weeks }
    case 'never-leaving':
      return { ...regular, a: 1e-6, b: 5 }
    default:
      return regular
  }
}
