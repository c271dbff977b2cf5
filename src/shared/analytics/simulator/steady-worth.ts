import { valueByRetention } from '../geometric-value.ts'

/** Yearly margin in minor units, yearly retention and discount as shares. */
interface Worth {
  readonly margin: number
  readonly retention: number
  readonly discount: number
  /** A customer just won, whose first margin is due now; else one there is, whose next is a year away. */
  readonly isNew: boolean
}

/** Lifetime value at a steady retention, minor units; null where it has no end: everybody stays and nothing is discounted. */
export function findWorth({ margin, retention, discount, isNew }: Worth): number | null {
  return 1 + discount - retention > 0 ? valueByRetention(margin, retention, discount, isNew) : null
}
