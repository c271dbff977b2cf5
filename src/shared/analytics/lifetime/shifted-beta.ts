import { logGamma } from './gamma-functions.ts'
import { isInReach } from './bg-nbd-likelihood.ts'
import { finish, minimiseInSteps, type Objective } from './minimise.ts'

/** Shifted-beta-geometric (Fader & Hardie 2007): each contract ends at a renewal with its own probability, beta(α, β) over customers. */
export interface ShiftedBeta {
  readonly alpha: number
  readonly beta: number
  readonly logLikelihood: number
}
/** Why a curve of survivors gives no projection. */
export type SurvivalFault = 'too-few-periods' | 'not-falling' | 'nobody-left' | 'no-convergence'
export type SurvivalResult = { readonly fit: ShiftedBeta; readonly fault: null } | { readonly fit: null; readonly fault: SurvivalFault }

/** With two points any two parameters fit. */
const FEWEST_POINTS = 3
const STARTS = [
  [1, 1],
  [0.5, 4],
  [3, 10]
]
/** Parameters beyond these say "all customers alike": no mixture is left to project from. */
const LARGEST = 1e4

/**
 * Fits α and β by maximum likelihood to the customers of one start still there after 0, 1, 2 … renewals (counts; per cent
 * give the same parameters): Σ lost(t) · ln P(T = t) + left · ln S(t_last).
 */
export function fitShiftedBeta(survivors: readonly number[]): SurvivalResult {
  if (survivors.length < FEWEST_POINTS) return { fit: null, fault: 'too-few-periods' }
  if (survivors.some((count, t) => t > 0 && count > survivors[t - 1]!)) return { fit: null, fault: 'not-falling' }
  if (!(survivors[0]! > 0) || survivors[0] === survivors.at(-1)) return { fit: null, fault: 'nobody-left' }
  const scale = survivors[0]!
  const objective = makeObjective(survivors.map((count) => count / scale))
  const found = STARTS.map((start) => finish(minimiseInSteps(objective, start.map(Math.log))))
  const best = found.filter(({ stop }) => stop === 'converged').sort((one, other) => one.value - other.value)[0]
  if (!best) return { fit: null, fault: 'no-convergence' }
  const [alpha, beta] = [...best.point].map(Math.exp) as [number, number]
  if (alpha > LARGEST || beta > LARGEST) return { fit: null, fault: 'no-convergence' }
  return { fit: { alpha, beta, logLikelihood: -best.value * scale }, fault: null }
}

/** −ln L per customer of the start over (ln α, ln β); a renewal is a draw with r_t = (β + t − 1) / (α + β + t − 1). */
function makeObjective(survivors: readonly number[]): Objective {
  return {
    evaluate: (point, gradient) => {
      const [alpha, beta] = [...point].map(Math.exp) as [number, number]
      if (!isInReach(alpha, beta)) return Number.NaN
      let sum = 0,
        byAlpha = 0,
        byBeta = 0
      for (let t = 1; t < survivors.length; t++) {
        const stayed = survivors[t]!
        const asked = survivors[t - 1]!
        const total = alpha + beta + t - 1
        sum += (asked - stayed) * Math.log(alpha) + stayed * Math.log(beta + t - 1) - asked * Math.log(total)
        byAlpha += (asked - stayed) / alpha - asked / total
        byBeta += stayed / (beta + t - 1) - asked / total
      }
      gradient[0] = -alpha * byAlpha
      gradient[1] = -beta * byBeta
      return -sum
    }
  }
}

/** S(t) = B(α, β + t) / B(α, β): share still there after t renewals. */
export function findSurvival({ alpha, beta }: Pick<ShiftedBeta, 'alpha' | 'beta'>, t: number): number {
  return Math.exp(logGamma(beta + t) - logGamma(beta) + logGamma(alpha + beta) - logGamma(alpha + beta + t))
}

/** r_t = (β + t − 1) / (α + β + t − 1): of those who are asked for the t-th time, the share that renews. */
export function findRenewal({ alpha, beta }: Pick<ShiftedBeta, 'alpha' | 'beta'>, t: number): number {
  return (beta + t - 1) / (alpha + beta + t - 1)
}
