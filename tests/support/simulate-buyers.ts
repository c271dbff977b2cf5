import { drawGamma, makeRandom } from '../../src/shared/analytics/chance.ts'
import type { BgNbdParameters } from '../../src/shared/analytics/lifetime/bg-nbd-likelihood.ts'
import type { BuyingHistories } from '../../src/shared/analytics/lifetime/buying-histories.ts'
import type { Spending } from '../../src/shared/analytics/lifetime/gamma-gamma.ts'

/** Buyers who do what BG/NBD assumes, first order 0 to `days` days before the as-of date; the same for the same seed. */
export function simulateBuyers({
  customers,
  parameters: { r, alpha, a, b },
  days,
  seed
}: {
  customers: number
  parameters: BgNbdParameters
  days: number
  seed: number
}): BuyingHistories {
  const random = makeRandom(seed)
  const histories = { repeats: new Int32Array(customers), lastDays: new Int32Array(customers), ageDays: new Int32Array(customers) }
  for (let i = 0; i < customers; i++) {
    const age = Math.floor(days / 2 + (random() * days) / 2)
    const perDay = drawGamma(random, r) / alpha / 7
    const [leaves, stays] = [drawGamma(random, a), drawGamma(random, b)]
    const leaving = leaves / (leaves + stays)
    let last = 0
    histories.ageDays[i] = age
    for (let at = 0; ;) {
      at -= Math.log(1 - random()) / perDay
      if (!(at <= age)) break
      // Orders of one day are one.
      if (Math.ceil(at) > last && Math.ceil(at) <= age) {
        last = Math.ceil(at)
        histories.repeats[i]! += 1
        if (random() < leaving) break
      }
    }
    histories.lastDays[i] = last
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
