import type { Missing } from '../../../shared/contract/segments.ts'
import type { Figures } from '../figures/figures.ts'
import { computeLifetime } from '../figures/lifetime.ts'
import { LIFETIME_HINTS } from '../segments/lifetime-hints.ts'

/** What all customers' future margin is worth (Σ CLV, domain 6.6) and how many have a value. */
export interface FutureValue {
  /** Minor units. */
  readonly total: number
  readonly customers: number
}

const before = new WeakMap<Figures, Promise<FutureValue>>()

/** Why no customer's future value can be told; null when it can. */
export function findLifetimeFault({ lifetime: { buying } }: Figures): Missing | null {
  return buying.fault === null ? null : { code: 'too-few', needs: [], hint: LIFETIME_HINTS[buying.fault] }
}

export function sumFutureValue({ lifetime }: Pick<Figures, 'lifetime'>): FutureValue {
  return sumValues(lifetime.value)
}

/** The same one window earlier with today's parameters and discount rate, as the growth of customer equity asks (domain 4). */
export function sumFutureValueBefore(figures: Figures): Promise<FutureValue> {
  const known = before.get(figures)
  if (known) return known
  const sum = valueBefore(figures)
  before.set(figures, sum)
  sum.catch(() => before.delete(figures))
  return sum
}

async function valueBefore(figures: Figures): Promise<FutureValue> {
  const { profile, asOfDay } = await figures.previous()
  const { value } = await computeLifetime(
    {
      profile,
      asOfDay: asOfDay ?? 0,
      // Only a new fit would need it.
      medianGapDays: 0,
      grossMargin: figures.settings.grossMargin,
      hasCosts: figures.orders.cost !== null
    },
    figures.lifetime
  )
  return sumValues(value)
}

function sumValues(values: Float64Array): FutureValue {
  let total = 0
  let customers = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    total += value
    customers++
  }
  return { total, customers }
}
