import { DAYS_PER_WEEK, type WeightedHistories } from './buying-histories.ts'
import { logGamma } from './gamma-functions.ts'
import type { Objective } from './minimise.ts'

/** BG/NBD (Fader, Hardie & Lee 2005), time in weeks. */
export interface BgNbdParameters {
  readonly r: number
  readonly alpha: number
  readonly a: number
  readonly b: number
}

/** x repeat order days, the last of them `tx` weeks and the as-of date `age` weeks after the first order. */
export interface History {
  readonly x: number
  readonly tx: number
  readonly age: number
}

/**
 * After which orders a customer can leave: after every repeat order (BG/NBD), or after the first order too (MBG/NBD; Batislam,
 * Denizel & Filiztekin 2007), so that silence says something of one-time buyers as well.
 */
export type Leaving = 'after-repeat' | 'after-any'

/** Chances to leave that a customer with x repeat orders has had. */
export function countChances(x: number, leaving: Leaving): number {
  return leaving === 'after-any' ? x + 1 : x
}

/** ln L of one customer in the stable form of domain 6.5. */
export function logLikelihood({ r, alpha, a, b }: BgNbdParameters, { x, tx, age }: History, leaving: Leaving = 'after-repeat'): number {
  const chances = countChances(x, leaving)
  const buying = logGamma(r + x) - logGamma(r) + r * Math.log(alpha)
  const staying = logGamma(a + b) + logGamma(b + chances) - logGamma(b) - logGamma(a + b + chances)
  const alive = -(r + x) * Math.log(alpha + age)
  if (chances === 0) return buying + staying + alive
  const gone = Math.log(a / (b + chances - 1)) - (r + x) * Math.log(alpha + tx)
  return buying + staying + Math.max(alive, gone) + Math.log1p(Math.exp(-Math.abs(alive - gone)))
}

/** Parameters beyond these are no answer but a search that runs away. */
export const SMALLEST_PARAMETER = 1e-5
export const LARGEST_PARAMETER = 1e5
export function isInReach(...values: number[]): boolean {
  return values.every((value) => value > SMALLEST_PARAMETER && value < LARGEST_PARAMETER)
}

/**
 * Mean −ln L and its gradient over (ln r, ln α, ln a, ln b). Days are whole, so logarithms are tabled by day, and the gamma
 * functions appear only as differences Γ(r + x) / Γ(r): running sums over x. What is left per row is one exponential.
 */
export function makeBgNbdObjective(histories: WeightedHistories, leaving: Leaving = 'after-repeat'): Objective {
  const extra = countChances(0, leaving)
  const { repeats, lastDays, ageDays, weights, customers, mostRepeats, longestAge } = histories
  const byX = (): Float64Array => new Float64Array(mostRepeats + 1)
  const tables = { value: byX(), r: byX(), a: byX(), b: byX(), drop: byX() }
  const logs = new Float64Array(longestAge + 1)
  const days = listDays(lastDays, ageDays, longestAge)
  return {
    evaluate: (point, gradient) => {
      const [r, alpha, a, b] = [...point].map(Math.exp) as [number, number, number, number]
      if (!isInReach(r, alpha, a, b)) return Number.NaN
      fillTables(tables, r, a, b, extra)
      for (const day of days) logs[day] = Math.log(alpha + day / DAYS_PER_WEEK)
      let sum = 0,
        byR = 0,
        byAlpha = 0,
        byA = 0,
        byB = 0
      for (let row = 0; row < weights.length; row++) {
        const x = repeats[row]!
        const weight = weights[row]!
        const power = r + x
        const logAge = logs[ageDays[row]!]!
        let value = tables.value[x]! - power * logAge
        let meanLog = logAge
        let rate = 1 / (alpha + ageDays[row]! / DAYS_PER_WEEK)
        if (x + extra > 0) {
          const logLast = logs[lastDays[row]!]!
          // How much likelier "gone after the last order" is than "still there", as a logarithm.
          const odds = tables.drop[x]! + power * (logAge - logLast)
          const shrunk = Math.exp(-Math.abs(odds))
          const gone = odds > 0 ? 1 / (1 + shrunk) : shrunk / (1 + shrunk)
          value += Math.max(odds, 0) + Math.log1p(shrunk)
          meanLog += gone * (logLast - logAge)
          rate += gone * (1 / (alpha + lastDays[row]! / DAYS_PER_WEEK) - rate)
          byA += weight * gone
          byB -= (weight * gone) / (b + x + extra - 1)
        }
        sum += weight * value
        byR += weight * (tables.r[x]! - meanLog)
        byAlpha -= weight * power * rate
        byA += weight * a * tables.a[x]!
        byB += weight * tables.b[x]!
      }
      const logAlpha = Math.log(alpha)
      gradient[0] = (-r * (byR + customers * logAlpha)) / customers
      gradient[1] = (-alpha * (byAlpha + (customers * r) / alpha)) / customers
      gradient[2] = -byA / customers
      gradient[3] = (-b * byB) / customers
      return -(sum + customers * r * logAlpha) / customers
    }
  }
}

/** The days that occur at all: with long histories of few customers they are a small part of all. */
function listDays(lastDays: Int32Array, ageDays: Int32Array, longestAge: number): Int32Array {
  const isSeen = new Uint8Array(longestAge + 1)
  for (const day of lastDays) isSeen[day] = 1
  for (const day of ageDays) isSeen[day] = 1
  return Int32Array.from(isSeen.keys()).filter((day) => isSeen[day] === 1)
}

type Tables = Record<'value' | 'r' | 'a' | 'b' | 'drop', Float64Array>

/** Per x, with k = x + `extra` chances to leave: ln Γ(r+x)/Γ(r) + ln B(a,b+k)/B(a,b), its derivatives by r, a and b, and ln a/(b+k−1). */
function fillTables(tables: Tables, r: number, a: number, b: number, extra: number): void {
  let value = 0,
    byR = 0,
    byA = 0,
    byB = 0
  const pass = (k: number): void => {
    value += Math.log((b + k) / (a + b + k))
    byA -= 1 / (a + b + k)
    byB += 1 / (b + k) - 1 / (a + b + k)
  }
  for (let k = 0; k < extra; k++) pass(k)
  for (let x = 0; x < tables.value.length; x++) {
    tables.value[x] = value
    tables.r[x] = byR
    tables.a[x] = byA
    tables.b[x] = byB
    tables.drop[x] = x + extra > 0 ? Math.log(a / (b + x + extra - 1)) : Number.NEGATIVE_INFINITY
    value += Math.log(r + x)
    byR += 1 / (r + x)
    pass(x + extra)
  }
}

/** The same without drop-out (NBD) over (ln r, ln α): what the drop-out must improve on. Rows are summed by age and by x first. */
export function makeNbdObjective({ repeats, ageDays, weights, customers, mostRepeats, longestAge }: WeightedHistories): Objective {
  const withRepeats = new Float64Array(mostRepeats + 1)
  const ofAge = new Float64Array(longestAge + 1)
  const boughtAtAge = new Float64Array(longestAge + 1)
  for (let row = 0; row < weights.length; row++) {
    withRepeats[repeats[row]!]! += weights[row]!
    ofAge[ageDays[row]!]! += weights[row]!
    boughtAtAge[ageDays[row]!]! += weights[row]! * repeats[row]!
  }
  return {
    evaluate: (point, gradient) => {
      const [r, alpha] = [...point].map(Math.exp) as [number, number]
      if (!isInReach(r, alpha)) return Number.NaN
      let sum = customers * r * Math.log(alpha)
      let byR = customers * Math.log(alpha)
      let byAlpha = (customers * r) / alpha
      for (let x = 0, value = 0, slope = 0; x <= mostRepeats; x++) {
        sum += withRepeats[x]! * value
        byR += withRepeats[x]! * slope
        value += Math.log(r + x)
        slope += 1 / (r + x)
      }
      for (let day = 0; day <= longestAge; day++) {
        const power = r * ofAge[day]! + boughtAtAge[day]!
        const at = alpha + day / DAYS_PER_WEEK
        sum -= power * Math.log(at)
        byR -= ofAge[day]! * Math.log(at)
        byAlpha -= power / at
      }
      gradient[0] = (-r * byR) / customers
      gradient[1] = (-alpha * byAlpha) / customers
      return -sum / customers
    }
  }
}
