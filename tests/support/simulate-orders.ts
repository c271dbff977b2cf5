import { drawGamma, makeRandom } from '../../src/shared/analytics/chance.ts'

/** Orders by date: who bought (0 …), on which day (from 1970-01-01) and for how much (minor units). */
export interface SimulatedOrders {
  owners: Int32Array
  days: Int32Array
  amounts: Int32Array
}

export interface SimulationOptions {
  customers: number
  orders: number
  seed: number
  /** Last day of the five years. */
  lastDay?: number
}

const YEARS_DAYS = 5 * 365
/** 2025-12-31. */
const DEFAULT_LAST_DAY = 20_453

/**
 * Buyers who drop out (Pareto/NBD) and spend by gamma-gamma: few customers hold most of the revenue, many buy once. Exactly
 * `customers` customers and `orders` orders, the same for the same seed.
 */
export function simulateOrders({ customers, orders, seed, lastDay = DEFAULT_LAST_DAY }: SimulationOptions): SimulatedOrders {
  const random = makeRandom(seed)
  const firstDays = Int32Array.from({ length: customers }, () => lastDay - Math.floor(random() * YEARS_DAYS))
  const rates = Float64Array.from({ length: customers }, () => drawGamma(random, 0.55))
  const lives = firstDays.map((day) =>
    Math.min(lastDay - day, Math.floor(-Math.log(1 - random()) / (drawGamma(random, 0.6) * 0.002 + 1e-7)))
  )
  // The rate is scaled so that the expected number of orders is the one asked for.
  const exposure = rates.reduce((sum, rate, i) => sum + rate * lives[i]!, 0)
  const scale = Math.max(orders - customers, 0) / Math.max(exposure, 1e-9)
  const owners = new Int32Array(orders)
  const days = new Int32Array(orders)
  let count = 0
  for (let i = 0; i < customers && count < orders; i++) {
    owners[count] = i
    days[count++] = firstDays[i]!
  }
  for (let i = 0; i < customers && count < orders; i++) {
    const perDay = rates[i]! * scale
    for (let at = -Math.log(1 - random()) / perDay; at <= lives[i]! && count < orders; at -= Math.log(1 - random()) / perDay) {
      owners[count] = i
      days[count++] = firstDays[i]! + Math.floor(at)
    }
  }
  // What chance left short comes from anybody, somewhere in their time.
  while (count < orders) {
    const i = Math.floor(random() * customers)
    owners[count] = i
    days[count++] = firstDays[i]! + Math.floor(random() * (lives[i]! + 1))
  }
  const means = Float64Array.from({ length: customers }, () => (6.25 * 1544) / drawGamma(random, 3.74))
  const byDay = Int32Array.from(days, (_, row) => row).sort((a, b) => days[a]! - days[b]! || a - b)
  const sortedOwners = byDay.map((row) => owners[row]!)
  return {
    owners: sortedOwners,
    days: byDay.map((row) => days[row]!),
    amounts: sortedOwners.map((owner) => Math.round((means[owner]! * drawGamma(random, 6.25)) / 6.25))
  }
}
