import { fillProfile, makeProfile, type CustomerProfile } from '../../../shared/analytics/customer-profile.ts'
import type { Missing } from '../../../shared/contract/segments.ts'
import type { Figures } from '../figures/figures.ts'
import { startPace } from '../pause.ts'
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
  return valueAt(figures, profile, asOfDay ?? 0)
}

const earlierProfiles = new WeakMap<Figures, Promise<CustomerProfile>>()

/** The same two windows earlier. */
export async function sumFutureValueTwoBefore(figures: Figures): Promise<FutureValue> {
  const previous = await figures.previous()
  const asOfDay = (previous.asOfDay ?? 0) - previous.settings.windowDays
  // Kept with the figures of the window before, which outlive a change within the window.
  const known = earlierProfiles.get(previous)
  const profile = known ?? profileOrders(previous, asOfDay)
  if (!known) {
    earlierProfiles.set(previous, profile)
    profile.catch(() => earlierProfiles.delete(previous))
  }
  return valueAt(figures, await profile, asOfDay)
}

/** Customers per slice: a few milliseconds. */
const SLICE = 4000

async function profileOrders({ orders, settings, customerIds }: Figures, asOfDay: number): Promise<CustomerProfile> {
  const { windowDays, grossMargin } = settings
  const profile = makeProfile(customerIds.length)
  const pace = startPace()
  for (let from = 0; from < customerIds.length; from += SLICE) {
    fillProfile(profile, orders, { asOfDay, windowDays, grossMargin }, from, Math.min(from + SLICE, customerIds.length))
    await pace()
  }
  return profile
}

/** What orders up to a day are worth with today's parameters. */
async function valueAt(figures: Figures, profile: CustomerProfile, asOfDay: number): Promise<FutureValue> {
  const {
    lifetime: { value }
  } = await computeLifetime(
    {
      profile,
      asOfDay,
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
