/**
 * Lifetime value when every year the same share of customers stays: `m · r / (1 + d − r)`, the first margin a year from now
 * (geometric retention in the manner of Gupta & Lehmann, domain 6.6). `margin` a year in minor units, `retention` and `discount`
 * yearly shares. Null where it has no end: everybody stays and nothing is discounted.
 */
export function valueExisting(margin: number, retention: number, discount: number): number | null {
  const divisor = 1 + discount - retention
  return divisor > 0 ? (margin * retention) / divisor : null
}

/** The same for a new customer, whose first margin is due now: `m · (1 + d) / (1 + d − r)`. */
export function valueNew(margin: number, retention: number, discount: number): number | null {
  const divisor = 1 + discount - retention
  return divisor > 0 ? (margin * (1 + discount)) / divisor : null
}
