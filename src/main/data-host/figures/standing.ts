import type { CustomerAttributes } from '../../../shared/analytics/customer-attributes.ts'
import {
  copyProfile,
  fillProfile,
  makeProfile,
  type CustomerProfile,
  type ProfileOptions
} from '../../../shared/analytics/customer-profile.ts'
import type { LifecycleThresholds } from '../../../shared/analytics/lifecycle.ts'
import type { OrderColumns } from '../../../shared/analytics/order-columns.ts'
import { copyRhythms, discountGaps, fillRhythm, makeRhythms, type RhythmColumns } from '../../../shared/analytics/rhythm-columns.ts'
import type { Lifetime, PredictionTables } from './lifetime.ts'
import { startPace } from '../pause.ts'

/**
 * What is computed customer by customer from the orders alone, at one as-of date: after a change it stands for everybody
 * whose orders did not change.
 */
export interface Standing {
  readonly orders: OrderColumns
  readonly options: ProfileOptions
  readonly profile: CustomerProfile
  readonly rhythms: RhythmColumns
  readonly lifetime: Lifetime
  readonly tables: PredictionTables
  readonly cycle: Cycle
}

/** Where everybody stands in the lifecycle, and what that was decided by. */
export interface Cycle {
  readonly lifecycle: Uint8Array
  readonly returned: Uint8Array
  readonly thresholds: LifecycleThresholds
  /** The records' flags. */
  readonly flags: CustomerAttributes['flags']
}

/** Where a computation may start from: the same customers, of whom only these (positions, ascending) bought otherwise. */
export interface Start {
  readonly standing: Standing
  readonly touched: Int32Array
}

/** Customers between two looks at the clock. */
const SLICE = 500

/** The start where it answers the same question, else null. */
export function useStart(start: Start | undefined, options: ProfileOptions, customers: number): Start | null {
  if (!start || start.standing.profile.orders.length !== customers) return null
  return JSON.stringify(start.standing.options) === JSON.stringify(options) ? start : null
}

/** Profiles and rhythms of all customers, computed for those who are not known yet. */
export async function describeCustomers(
  orders: OrderColumns,
  options: ProfileOptions,
  customers: number,
  start: Start | null
): Promise<{ profile: CustomerProfile; rhythms: RhythmColumns }> {
  const { asOfDay } = options
  if (start) {
    const { standing, touched } = start
    const profile = copyProfile(standing.profile, touched)
    const rhythms = copyRhythms(standing.rhythms)
    for (const i of touched) {
      fillProfile(profile, orders, options, i, i + 1)
      discountGaps(rhythms, standing.orders, i, asOfDay)
      fillRhythm(rhythms, orders, i, asOfDay)
    }
    return { profile, rhythms }
  }
  const profile = makeProfile(customers)
  const rhythms = makeRhythms(customers)
  const pace = startPace()
  for (let from = 0; from < customers; from += SLICE) {
    const to = Math.min(from + SLICE, customers)
    fillProfile(profile, orders, options, from, to)
    for (let i = from; i < to; i++) fillRhythm(rhythms, orders, i, asOfDay)
    await pace()
  }
  return { profile, rhythms }
}
