import type { CustomerProfile } from '../../../shared/analytics/customer-profile.ts'
import { chooseTopFifth } from '../../../shared/analytics/strategic-customers.ts'
import { measureUnrealised } from '../../../shared/analytics/unrealised-value.ts'
import { pauseForOthers } from '../pause.ts'

/** Who is in the best fifth by what, one byte per customer. */
export interface ValueTiers {
  /** Of the active customers, by margin in W (revenue where no order has a cost). */
  readonly isTopActual: Uint8Array
  /** Of everybody with a lifetime value. */
  readonly isTopLifetime: Uint8Array
  /** What each could bring beyond today, minor units; NaN: not measured. Null: nobody has needs tags. */
  readonly unrealised: Float64Array | null
  /** Of the active customers with needs tags, by unrealised value above zero. */
  readonly isTopUnrealised: Uint8Array
}

/** The tiers behind MVC and MGC (domain section 5). */
export async function chooseValueTiers(
  profile: CustomerProfile,
  needsGroup: Int32Array,
  lifetimeValue: Float64Array,
  sscMeasure: 'margin' | 'revenue'
): Promise<ValueTiers> {
  const { isActive, marginWindow, revenueWindow, lastDay } = profile
  const unrealised = measureUnrealised({ needsGroup, isActive, marginWindow })
  await pauseForOthers()
  const top = unrealised && chooseTopFifth({ eligible: markMeasured(unrealised), value: unrealised, lastDay })
  await pauseForOthers()
  const isTopActual = chooseTopFifth({ eligible: isActive, value: sscMeasure === 'margin' ? marginWindow : revenueWindow, lastDay })
  await pauseForOthers()
  const isTopLifetime = chooseTopFifth({ eligible: markMeasured(lifetimeValue), value: lifetimeValue, lastDay })
  await pauseForOthers()
  return {
    isTopActual,
    isTopLifetime,
    unrealised,
    isTopUnrealised: top ? top.map((chosen, i) => (unrealised[i]! > 0 ? chosen : 0)) : new Uint8Array(isActive.length)
  }
}

function markMeasured(values: Float64Array): Uint8Array {
  const measured = new Uint8Array(values.length)
  for (let i = 0; i < values.length; i++) measured[i] = Number.isNaN(values[i]!) ? 0 : 1
  return measured
}
