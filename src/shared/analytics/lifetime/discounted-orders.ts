import type { BgNbdParameters, History } from './bg-nbd-likelihood.ts'
import { expectOrders, expectOrdersWhileAlive } from './bg-nbd-predictions.ts'
import { makeChebyshev } from './chebyshev.ts'
import { tableByAge } from './table-by-age.ts'

/** Future periods a value looks at (domain 6.6). */
export interface Horizon {
  readonly periods: number
  readonly weeksPerPeriod: number
  /** Discount of one year, 0 to 1. */
  readonly yearlyDiscount: number
}
export const WEEKS_PER_YEAR = 52
/** 36 months at 15 % a year. */
export const DEFAULT_HORIZON: Horizon = { periods: 36, weeksPerPeriod: WEEKS_PER_YEAR / 12, yearlyDiscount: 0.15 }

/** Orders to expect in each period, discounted from its end, of a customer known to be there: times P(alive) for anybody. */
export function discountOrdersWhileAlive(parameters: BgNbdParameters, x: number, age: number, horizon: Horizon): number {
  const { periods, weeksPerPeriod, yearlyDiscount } = horizon
  const factor = (1 + yearlyDiscount) ** (-weeksPerPeriod / WEEKS_PER_YEAR)
  let sum = 0
  let before = 0
  for (let k = 1, worth = factor; k <= periods; k++, worth *= factor) {
    const orders = expectOrdersWhileAlive(parameters, x, age, k * weeksPerPeriod)
    sum += (orders - before) * worth
    before = orders
  }
  return sum
}

const { places, interpolate } = makeChebyshev(9)

/**
 * `discountOrdersWhileAlive` to about six digits at a quarter of the price: the expected orders are computed at nine moments,
 * spread evenly in ln(α + age + t), and read off between them.
 */
export function estimateDiscountedOrders(parameters: BgNbdParameters, x: number, age: number, horizon: Horizon): number {
  const { periods, weeksPerPeriod, yearlyDiscount } = horizon
  const scale = parameters.alpha + age
  const half = Math.log1p((periods * weeksPerPeriod) / scale) / 2
  const values = places.map((place) => expectOrdersWhileAlive(parameters, x, age, scale * Math.expm1(half * (1 + place))))
  const factor = (1 + yearlyDiscount) ** (-weeksPerPeriod / WEEKS_PER_YEAR)
  let sum = 0
  let before = 0
  for (let k = 1, worth = factor; k <= periods; k++, worth *= factor) {
    const orders = interpolate(values, Math.log1p((k * weeksPerPeriod) / scale) / half - 1)
    sum += (orders - before) * worth
    before = orders
  }
  return sum
}

/** `discountOrdersWhileAlive` for one x as a quick function of the age, up to `longestAge` weeks. */
export function tableDiscountedOrders(
  parameters: BgNbdParameters,
  x: number,
  longestAge: number,
  horizon: Horizon
): (age: number) => number {
  return tableByAge(parameters.alpha, longestAge, (age) => discountOrdersWhileAlive(parameters, x, age, horizon))
}

/** δ·t beyond which e^(−δt) is nothing. */
const FAR = 40
const TOLERANCE = 1e-7
const DEEPEST = 24

/**
 * DERT: discounted expected residual orders without an end, δ ∫ e^(−δt) E[Y(t)] dt by adaptive Simpson (domain 6.6). The tail
 * is heavy, so it lies well above any sum over a few years.
 */
export function findDert(parameters: BgNbdParameters, history: History, yearlyDiscount: number): number {
  const delta = Math.log(1 + yearlyDiscount) / WEEKS_PER_YEAR
  const curve = (s: number): number => Math.exp(-s) * expectOrders(parameters, history, s / delta)
  // Steep near 0 and flat far out: pieces that double.
  let sum = 0
  for (let from = 0, to = 1 / 64; from < FAR; from = to, to = Math.min(2 * to, FAR)) sum += integrate(curve, from, to)
  return sum
}

function integrate(curve: (s: number) => number, from: number, to: number): number {
  const simpson = (left: number, middle: number, right: number, width: number): number => (width / 6) * (left + 4 * middle + right)
  const refine = (a: number, b: number, atA: number, atM: number, atB: number, whole: number, tolerance: number, depth: number): number => {
    const m = (a + b) / 2
    const atLeft = curve((a + m) / 2)
    const atRight = curve((m + b) / 2)
    const left = simpson(atA, atLeft, atM, m - a)
    const right = simpson(atM, atRight, atB, b - m)
    const gap = left + right - whole
    if (depth >= DEEPEST || Math.abs(gap) <= 15 * tolerance) return left + right + gap / 15
    return refine(a, m, atA, atLeft, atM, left, tolerance / 2, depth + 1) + refine(m, b, atM, atRight, atB, right, tolerance / 2, depth + 1)
  }
  const [atFrom, atMiddle, atTo] = [curve(from), curve((from + to) / 2), curve(to)] as const
  return refine(from, to, atFrom, atMiddle, atTo, simpson(atFrom, atMiddle, atTo, to - from), TOLERANCE / 12, 0)
}
