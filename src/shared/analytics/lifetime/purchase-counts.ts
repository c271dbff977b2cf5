import type { BgNbdParameters } from './bg-nbd-likelihood.ts'
import { logGamma } from './gamma-functions.ts'

/**
 * P(X(t) = x) for x = 0 … most: how likely a new customer is to come back x times in `weeks` (Fader, Hardie & Lee 2005,
 * equation 8). What is missing to 1 is "more often".
 */
export function countDistribution({ r, alpha, a, b }: BgNbdParameters, weeks: number, most: number): Float64Array {
  const logBeta = (p: number, q: number): number => logGamma(p) + logGamma(q) - logGamma(p + q)
  const base = logBeta(a, b)
  const stay = r * Math.log(alpha / (alpha + weeks))
  const come = weeks > 0 ? Math.log(weeks / (alpha + weeks)) : Number.NEGATIVE_INFINITY
  // Purchases that would have come without drop-out: negative binomial, and its sum so far.
  const plain = (x: number): number =>
    x === 0 ? Math.exp(stay) : Math.exp(logGamma(r + x) - logGamma(r) - logGamma(x + 1) + stay + x * come)
  const shares = new Float64Array(most + 1)
  for (let x = 0, fewer = 0; x <= most; x++) {
    const here = plain(x)
    shares[x] = Math.exp(logBeta(a, b + x) - base) * here
    if (x > 0) shares[x]! += Math.exp(logBeta(a + 1, b + x - 1) - base) * Math.max(0, 1 - fewer)
    fewer += here
  }
  return shares
}
