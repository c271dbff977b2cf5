import { drawGamma, makeRandom } from '../../src/shared/analytics/chance.ts'
import type { BgNbdParameters } from '../../src/shared/analytics/lifetime/bg-nbd-likelihood.ts'
import type { BuyingHistories } from '../../src/shared/analytics/lifetime/buying-histories.ts'
import type { Spending } from '../../src/shared/analytics/lifetime/gamma-gamma.ts'

/**
 * Buyers who do what BG/NBD assumes, first order 0 to `days` days before the as-of date; the same for the same seed.
 * `tellFuture` hears of every order day in the `futureDays` after it: whose, and how many days later.
 */
export function simulateBuyers({
  customers,
  parameters: { r, alpha, a, b },
  days,
  seed,
  futureDays = 0,
  tellFuture = () => undefined
}: {
  customers: number
  parameters: BgNbdParameters
  days: number
  seed: number
  futureDays?: number
  tellFuture?: (customer: number, later: number) => void
}): BuyingHistories {
  const random = makeRandom(seed)
  const column = (): Int32Array => new Int32Array(customers)
  const histories = { repeats: column(), lastDays: column(), ageDays: column() }
  for (let i = 0; i < customers; i++) {
    const age = Math.floor(days / 2 + (random() * days) / 2)
    const perDay = drawGamma(random, r) / alpha / 7
    const [leaves, stays] = [drawGamma(random, a), drawGamma(random, b)]
    const leaving = leaves / (leaves + stays)
    let last = 0
    histories.ageDays[i] = age
    for (let at = 0; ;) {
      at -= Math.log(1 - random()) / perDay
      const day = Math.ceil(at)
      if (!(day <= age + futureDays)) break
      // Orders of one day are one.
      if (day <= last) continue
      last = day
      if (day > age) tellFuture(i, day - age)
      else {
        histories.repeats[i]! += 1
        histories.lastDays[i] = day
      }
      if (random() < leaving) break
    }
  }
  return histories
}

/** Means of 1 to 6 purchases by gamma-gamma. */
export function simulateSpending({
  customers,
  p,
  q,
  gamma,
  seed
}: {
  customers: number
  p: number
  q: number
  gamma: number
  seed: number
}): Spending {
  const random = makeRandom(seed)
  const repeats = Int32Array.from({ length: customers }, () => 1 + Math.floor(random() * 6))
  return { repeats, means: Float64Array.from(repeats, (x) => (drawGamma(random, p * x) * gamma) / drawGamma(random, q) / x) }
}
