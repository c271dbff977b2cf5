import { chooseBest, chooseTopFifth } from './strategic-customers.ts'

/** Tiers by current value, and what is outside them. 'none': never bought; 'inactive': not in W. */
export const CURRENT_TIERS = ['top20', 'next30', 'rest', 'below_zero', 'inactive', 'none'] as const
export type CurrentTier = (typeof CURRENT_TIERS)[number]

export interface CurrentTierInput {
  /** 1: bought in W. */
  readonly isActive: Uint8Array
  readonly orders: Int32Array
  /** Margin in W (revenue where no order has a cost), minor units. */
  readonly current: Float64Array
  readonly lastDay: Int32Array
}

/** Position in `CURRENT_TIERS` of every customer: the best fifth and the best half of the active ones by current value; below zero goes first. */
export function sortIntoTiers({ isActive, orders, current, lastDay }: CurrentTierInput): Uint8Array {
  const input = { eligible: isActive, value: current, lastDay }
  const isTop = chooseTopFifth(input)
  const isUpper = chooseBest(input, (count) => Math.ceil(count / 2))
  return isActive.map((active, i) => {
    const tier: CurrentTier = ((): CurrentTier => {
      if (orders[i] === 0) return 'none'
      if (active === 0) return 'inactive'
      if (current[i]! < 0) return 'below_zero'
      return isTop[i] === 1 ? 'top20' : isUpper[i] === 1 ? 'next30' : 'rest'
    })()
    return CURRENT_TIERS.indexOf(tier)
  })
}
