import { describe, expect, it } from 'vitest'
import { makeRandom } from '../../../../../src/shared/analytics/chance.ts'
import { makeBgNbdObjective } from '../../../../../src/shared/analytics/lifetime/bg-nbd-likelihood.ts'
import { findAliveProbability } from '../../../../../src/shared/analytics/lifetime/bg-nbd-predictions.ts'
import { bootstrapInSteps, type BootstrapResult, type Range80 } from '../../../../../src/shared/analytics/lifetime/bootstrap.ts'
import { groupInSteps } from '../../../../../src/shared/analytics/lifetime/buying-histories.ts'
import {
  DEFAULT_HORIZON,
  estimateDiscountedOrders,
  tableDiscountedOrders
} from '../../../../../src/shared/analytics/lifetime/discounted-orders.ts'
import { fitBgNbdInSteps, type BgNbdFit, type BuyingFault } from '../../../../../src/shared/analytics/lifetime/fit-bg-nbd.ts'
import { expectSpend, fitSpendInSteps, type SpendModel } from '../../../../../src/shared/analytics/lifetime/gamma-gamma.ts'
import { finish } from '../../../../../src/shared/analytics/lifetime/minimise.ts'
import { projectOrdersInSteps } from '../../../../../src/shared/analytics/lifetime/project-orders.ts'
import { simulateBase, type SimulatedBase } from '../../../../support/simulated-base.ts'

/** 200 bases of up to 300,000 customers with `CAUCE_SIMULATED_BASES=200 CAUCE_SIMULATED_CUSTOMERS=300000`; fewer and smaller otherwise. */
const BASES = Number(process.env['CAUCE_SIMULATED_BASES'] ?? 48)
const MOST_CUSTOMERS = Number(process.env['CAUCE_SIMULATED_CUSTOMERS'] ?? 2000)
const RESAMPLES = BASES >= 200 ? 200 : 100
/** Far from every seed a base is drawn with. */
const SEED = 2_000_000_011
const FAULTS: readonly BuyingFault[] = ['too-few-customers', 'too-few-repeat-buyers', 'too-short', 'no-convergence']
/** 95 % of a χ² variable with four degrees of freedom lie below. */
const CHI_SQUARE_95 = 9.488
/** Standard errors a share of so many bases may lie off by chance: one of a hundred does, whoever is right. */
const ALLOWED = 2.6
const allow = (share: number, of: number): number => ALLOWED * Math.sqrt((share * (1 - share)) / of)

/** Value of every customer at the parameters given, margin ratio 1. */
function valueAll({ histories, means }: SimulatedBase, parameters: BgNbdFit['parameters'], spend: SpendModel): Float64Array {
  const longest = histories.ageDays.reduce((most, days) => Math.max(most, days), 0) / 7
  const tables = new Map<number, (age: number) => number>()
  const counts = new Map<number, number>()
  for (const x of histories.repeats) counts.set(x, (counts.get(x) ?? 0) + 1)
  return Float64Array.from(histories.repeats, (x, i) => {
    const age = histories.ageDays[i]! / 7
    const table =
      tables.get(x) ??
      (counts.get(x)! < 100
        ? (weeks: number): number => estimateDiscountedOrders(parameters, x, weeks, DEFAULT_HORIZON)
        : tableDiscountedOrders(parameters, x, longest, DEFAULT_HORIZON))
    tables.set(x, table)
    return expectSpend(spend, x, means[i]!) * table(age) * findAliveProbability(parameters, { x, tx: histories.lastDays[i]! / 7, age })
  })
}

interface Outcome {
  base: SimulatedBase
  fit: BgNbdFit | null
  fault: BuyingFault | null
  spend: SpendModel | null
  /** 2 · (ln L found − ln L at the parameters the base was drawn from). */
  ratio: number
  ranges: BootstrapResult | null
}

function study(k: number): Outcome {
  const base = simulateBase(k, MOST_CUSTOMERS)
  const { histories, means } = base
  const { fit, fault } = finish(fitBgNbdInSteps(histories, base.medianGapDays))
  if (!fit) return { base, fit, fault, spend: null, ratio: Number.NaN, ranges: null }
  const spend = finish(fitSpendInSteps({ repeats: histories.repeats, means }))
  if (base.kind !== 'regular') return { base, fit, fault, spend, ratio: Number.NaN, ranges: null }
  const { r, alpha, a, b } = base.parameters
  const atTruth =
    -makeBgNbdObjective(finish(groupInSteps(histories))).evaluate(Float64Array.of(r, alpha, a, b).map(Math.log), new Float64Array(4)) *
    base.customers
  const value = valueAll(base, fit.parameters, spend)
  const ranges = finish(
    bootstrapInSteps(
      {
        histories,
        means,
        ratios: new Float64Array(base.customers).fill(1),
        value,
        orders: finish(projectOrdersInSteps(fit.parameters, histories, base.futureWeeks))
      },
      {
        parameters: fit.parameters,
        spend,
        horizon: DEFAULT_HORIZON,
        horizonWeeks: base.futureWeeks,
        resamples: RESAMPLES,
        random: makeRandom(SEED + k)
      }
    )
  )
  return { base, fit, fault, spend, ratio: 2 * (fit.logLikelihood - atTruth), ranges }
}

const share = (list: readonly Outcome[], holds: (outcome: Outcome) => boolean): number => list.filter(holds).length / list.length

describe(`${BASES} simulated bases of 100 to ${MOST_CUSTOMERS} customers`, { timeout: 7_200_000 }, () => {
  const outcomes: Outcome[] = []
  it('each end in a fit or a named reason', () => {
    for (let k = 0; k < BASES; k++) {
      const outcome = study(k)
      outcomes.push(outcome)
      tell(outcome, k)
      const { base, fit, fault, spend } = outcome
      if (fit) {
        for (const value of Object.values(fit.parameters))
          expect([k, base.kind, Number.isFinite(value) && value > 0]).toEqual([k, base.kind, true])
        expect(Number.isFinite(spend?.observedMean)).toBe(true)
        expect(spend?.parameters !== null || spend.fault !== null).toBe(true)
      } else expect(FAULTS).toContain(fault)
    }
    for (const { base, fit, fault } of outcomes.filter(({ base: { kind } }) => kind === 'all-one-time')) {
      // Of very many who hardly ever come back, some do: a fit then, with a warning.
      if (base.histories.repeats.filter((x) => x > 0).length < 30) expect(fault).toBe('too-few-repeat-buyers')
      else expect(fit?.warnings).toContain('parameter-at-limit')
    }
    for (const { base, fit, spend } of outcomes) if (fit && base.kind === 'constant-spend') expect(spend?.fault).toBe('no-spread')
  })
  it('give back the parameters within their sampling error', () => {
    const fitted = outcomes.filter(({ ratio }) => !Number.isNaN(ratio))
    expect(fitted.length).toBeGreaterThan(BASES / 3)
    // The likelihood found is never below that of the truth; and above it no more than chance explains.
    for (const { ratio } of fitted) expect(ratio).toBeGreaterThan(-1e-3)
    const within = share(fitted, ({ ratio }) => ratio < CHI_SQUARE_95)
    report('parameters within their 95 % region', within, fitted.length)
    expect(within).toBeGreaterThanOrEqual(0.95 - allow(0.95, fitted.length))
  })
  it('do what lies in the 80 % ranges about four times out of five', () => {
    const ranged = outcomes.filter(({ ranges }) => ranges?.value && ranges.orders)
    // A range is there for every base with a fit.
    expect(ranged.length).toBe(outcomes.filter(({ ratio }) => !Number.isNaN(ratio)).length)
    const orders = share(ranged, ({ ranges, base }) => isIn(ranges?.orders, base.future) === 'in')
    const value = share(ranged, ({ ranges, base }) => isIn(ranges?.value, base.futureWorth) === 'in')
    report('orders that came, in their range', orders, ranged.length)
    report('discounted amounts that came, in their range', value, ranged.length)
    for (const covered of [orders, value]) expect(Math.abs(covered - 0.8)).toBeLessThanOrEqual(allow(0.8, ranged.length))
  })
})

const isIn = (range: Range80 | null | undefined, value: number): 'in' | 'below' | 'above' | '-' =>
  !range ? '-' : value < range.low ? 'below' : value > range.high ? 'above' : 'in'

/** One line per base, where the long run was asked for. */
function tell({ base, fault, ratio, ranges }: Outcome, k: number): void {
  if (process.env['CAUCE_SIMULATED_BASES'] === undefined) return
  const told = [
    k,
    base.kind,
    base.unit,
    base.customers,
    fault ?? 'fit',
    ratio.toFixed(2),
    isIn(ranges?.orders, base.future),
    isIn(ranges?.value, base.futureWorth)
  ]
  process.stderr.write(`${told.join(' ')}\n`)
}

function report(what: string, part: number, of: number): void {
  if (process.env['CAUCE_SIMULATED_BASES'] !== undefined) process.stderr.write(`${what}: ${(100 * part).toFixed(1)} % of ${of}\n`)
}
