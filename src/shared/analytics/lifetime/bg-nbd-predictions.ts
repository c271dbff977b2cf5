import { countChances, type BgNbdParameters, type History, type Leaving } from './bg-nbd-likelihood.ts'

const MAX_TERMS = 100_000

/** ₂F₁(A, B; C; z) for 0 ≤ z < 1 by its series (domain 6.5). */
export function hypergeometric(A: number, B: number, C: number, z: number): number {
  let term = 1
  let sum = 1
  for (let k = 0; k < MAX_TERMS; k++) {
    term *= (((A + k) * (B + k)) / ((C + k) * (k + 1))) * z
    sum += term
    if (Math.abs(term) < 1e-13 * Math.abs(sum)) break
  }
  return sum
}

/** Beyond it (1 − z)^(a−1) is as good as nothing and its factor as good as infinite. */
const LARGE_A = 50

/** The formulas divide by a − 1. */
function keepOffOne(a: number): number {
  return Math.abs(a - 1) < 1e-6 ? 1 + 1e-6 : a
}

/**
 * P(still a customer) at the as-of date. By BG/NBD 1 without repeat purchases: a property of the model, not an estimate
 * (domain 6.5); with `leaving` 'after-any' and the parameters of that model a real one.
 */
export function findAliveProbability(
  { r, alpha, a, b }: BgNbdParameters,
  { x, tx, age }: History,
  leaving: Leaving = 'after-repeat'
): number {
  const chances = countChances(x, leaving)
  if (chances === 0) return 1
  return 1 / (1 + Math.exp(Math.log(a / (b + chances - 1)) + (r + x) * Math.log((alpha + age) / (alpha + tx))))
}

/**
 * Expected orders in the next `weeks` of a customer known to be there after x repeat orders in `age` weeks:
 * E[Y(t)] / P(alive). Euler's transformation where its terms keep one sign and stay within reach, else the series as published.
 */
export function expectOrdersWhileAlive(parameters: BgNbdParameters, x: number, age: number, weeks: number): number {
  const { r, alpha, b } = parameters
  const a = keepOffOne(parameters.a)
  const z = weeks / (alpha + age + weeks)
  const C = a + b + x - 1
  const stays =
    a + b - 1 - r >= 0 && a < LARGE_A
      ? (1 - z) ** (a - 1) * hypergeometric(a + b - 1 - r, a - 1, C, z)
      : (1 - z) ** (r + x) * hypergeometric(r + x, b + x, C, z)
  return (C / (a - 1)) * (1 - stays)
}

/** E[Y(t) | x, t_x, T]: expected orders in the next `weeks`. */
export function expectOrders(parameters: BgNbdParameters, history: History, weeks: number): number {
  return expectOrdersWhileAlive(parameters, history.x, history.age, weeks) * findAliveProbability(parameters, history)
}

/** E[X(t)]: expected repeat orders of a brand-new customer in its first `weeks`. */
export function expectOrdersOfNew(parameters: BgNbdParameters, weeks: number): number {
  return expectOrdersWhileAlive(parameters, 0, 0, weeks)
}
