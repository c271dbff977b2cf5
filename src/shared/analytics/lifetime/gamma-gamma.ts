import { isInReach } from './bg-nbd-likelihood.ts'
import { digamma, logGamma } from './gamma-functions.ts'
import { holdNear, minimiseInSteps, type Minimum, type Objective } from './minimise.ts'

/** Gamma-Gamma (Fader & Hardie 2013); γ in the unit of the amounts. */
export interface GammaGammaParameters {
  readonly p: number
  readonly q: number
  readonly gamma: number
}

/** Customers with repeat purchases: how many, and the mean amount of the repeat purchases (any one unit). */
export interface Spending {
  readonly repeats: Int32Array
  readonly means: Float64Array
}

/** Why amounts cannot be modelled by Gamma-Gamma. */
export type SpendFault = 'too-few-repeat-buyers' | 'no-spread' | 'correlated' | 'no-convergence'

export interface SpendModel {
  /** Null: `fault` says why, and each customer's own mean is drawn half-way to the mean of all instead (domain 6.6). */
  readonly parameters: GammaGammaParameters | null
  readonly fault: SpendFault | null
  readonly logLikelihood: number | null
  /** Of x and the mean amount, over the repeat buyers; null where one of them does not vary. */
  readonly correlation: number | null
  /** Mean of the repeat buyers' means. */
  readonly observedMean: number
  readonly customers: number
}

const MINIMUM_REPEAT_BUYERS = 30
const LARGEST_CORRELATION = 0.3
/** Amounts that vary less than this around their mean (coefficient of variation) have one price, not a distribution. */
const LEAST_SPREAD = 1e-3
const STARTS = [
  [1, 2, 1],
  [6, 4, 0.5]
]

/** Fits the spend model; yields every few milliseconds. Customers who spent nothing on repeat purchases are left out. */
export function* fitSpendInSteps(all: Spending): Generator<void, SpendModel, void> {
  const spending = keepSpenders(all)
  yield
  const { mean: observedMean, spread, correlation } = describe(spending)
  const customers = spending.means.length
  const without = (fault: SpendFault): SpendModel => ({
    parameters: null,
    fault,
    logLikelihood: null,
    correlation,
    observedMean,
    customers
  })
  if (customers < MINIMUM_REPEAT_BUYERS) return without('too-few-repeat-buyers')
  if (spread < LEAST_SPREAD * observedMean) return without('no-spread')
  if (correlation !== null && Math.abs(correlation) > LARGEST_CORRELATION) return without('correlated')
  yield
  // Amounts around 1, so that the starts fit whatever the currency.
  const scaled = { repeats: spending.repeats, means: spending.means.map((mean) => mean / observedMean) }
  const objective = makeGammaGammaObjective(scaled)
  yield
  let best: Minimum | null = null
  for (const start of STARTS) {
    const found = yield* minimiseInSteps(objective, start.map(Math.log))
    if (found.stop === 'converged' && (!best || found.value < best.value)) best = found
  }
  if (!best) return without('no-convergence')
  const [p, q, gamma] = [...best.point].map(Math.exp) as [number, number, number]
  const logLikelihood = -best.value * customers - customers * Math.log(observedMean)
  // Without q > 1 the mean of all is infinite, and there is nothing to draw a customer's own mean to.
  if (!(q > 1) || !Number.isFinite(logLikelihood) || logLikelihood === 0) return without('no-convergence')
  return { parameters: { p, q, gamma: gamma * observedMean }, fault: null, logLikelihood, correlation, observedMean, customers }
}

/** Nearer to 1 the mean of all has no bound, and nothing can be said but "very high". */
const LEAST_Q = 1.01

/**
 * The model fitted to other customers of the same base, from the parameters it had and held loosely near them: a few steps.
 * Without a model, the mean alone is found again. Null where the search finds nothing.
 */
export function* refitSpendInSteps(all: Spending, known: SpendModel): Generator<void, SpendModel | null, void> {
  const spending = keepSpenders(all)
  const { mean: observedMean } = describe(spending)
  if (!known.parameters) return { ...known, observedMean }
  if (!(observedMean > 0)) return null
  const { p, q, gamma } = known.parameters
  const scaled = { repeats: spending.repeats, means: spending.means.map((mean) => mean / observedMean) }
  const start = [p, q, gamma / observedMean].map(Math.log)
  const found = yield* minimiseInSteps(holdNear(makeGammaGammaObjective(scaled), start, spending.means.length), start)
  const [nextP, nextQ, nextGamma] = [...found.point].map(Math.exp) as [number, number, number]
  if (found.stop !== 'converged') return null
  return { ...known, observedMean, parameters: { p: nextP, q: Math.max(nextQ, LEAST_Q), gamma: nextGamma * observedMean } }
}

function keepSpenders({ repeats, means }: Spending): Spending {
  const kept = { repeats: new Int32Array(means.length), means: new Float64Array(means.length) }
  let count = 0
  for (let i = 0; i < means.length; i++) {
    if (!(means[i]! > 0) || repeats[i] === 0) continue
    kept.repeats[count] = repeats[i]!
    kept.means[count++] = means[i]!
  }
  return { repeats: kept.repeats.subarray(0, count), means: kept.means.subarray(0, count) }
}

/** E(M | z̄, x): the amount to expect of the next purchase; z̄ is not looked at without repeat purchases. */
export function expectSpend({ parameters, observedMean }: SpendModel, x: number, mean: number): number {
  if (!parameters) return x === 0 ? observedMean : (observedMean + mean) / 2
  const { p, q, gamma } = parameters
  return (p * (gamma + (x === 0 ? 0 : x * mean))) / (p * x + q - 1)
}

/** Mean −ln f and its gradient over (ln p, ln q, ln γ); gamma functions tabled by x. */
export function makeGammaGammaObjective({ repeats, means }: Spending): Objective {
  const n = means.length
  const most = repeats.reduce((high, x) => Math.max(high, x), 0)
  const isSeen = new Uint8Array(most + 1)
  for (const x of repeats) isSeen[x] = 1
  const value = new Float64Array(most + 1)
  const slopeP = new Float64Array(most + 1)
  const slopeQ = new Float64Array(most + 1)
  const logMeans = means.map(Math.log)
  return {
    evaluate: (point, gradient) => {
      const [p, q, gamma] = [...point].map(Math.exp) as [number, number, number]
      if (!isInReach(p, q, gamma)) return Number.NaN
      const atQ = logGamma(q)
      const slopeAtQ = digamma(q)
      const logOfGamma = Math.log(gamma)
      for (let x = 1; x <= most; x++) {
        if (isSeen[x] === 0) continue
        const both = digamma(p * x + q)
        value[x] = logGamma(p * x + q) - logGamma(p * x) - atQ + q * logOfGamma + p * x * Math.log(x)
        slopeP[x] = x * (both - digamma(p * x) + Math.log(x))
        slopeQ[x] = both - slopeAtQ + logOfGamma
      }
      let sum = 0,
        byP = 0,
        byQ = 0,
        byGamma = 0
      for (let i = 0; i < n; i++) {
        const x = repeats[i]!
        const total = gamma + x * means[i]!
        const logTotal = Math.log(total)
        sum += value[x]! + (p * x - 1) * logMeans[i]! - (p * x + q) * logTotal
        byP += slopeP[x]! + x * (logMeans[i]! - logTotal)
        byQ += slopeQ[x]! - logTotal
        byGamma += q / gamma - (p * x + q) / total
      }
      gradient[0] = (-p * byP) / n
      gradient[1] = (-q * byQ) / n
      gradient[2] = (-gamma * byGamma) / n
      return -sum / n
    }
  }
}

function describe({ repeats, means }: Spending): { mean: number; spread: number; correlation: number | null } {
  const n = means.length
  if (n === 0) return { mean: 0, spread: 0, correlation: null }
  let mean = 0,
    meanRepeats = 0
  for (let i = 0; i < n; i++) {
    mean += means[i]!
    meanRepeats += repeats[i]!
  }
  mean /= n
  meanRepeats /= n
  let squares = 0,
    squaresRepeats = 0,
    products = 0
  for (let i = 0; i < n; i++) {
    const off = means[i]! - mean
    const offRepeats = repeats[i]! - meanRepeats
    squares += off * off
    squaresRepeats += offRepeats * offRepeats
    products += off * offRepeats
  }
  const both = Math.sqrt(squares * squaresRepeats)
  return { mean, spread: Math.sqrt(squares / n), correlation: both > 0 ? products / both : null }
}
