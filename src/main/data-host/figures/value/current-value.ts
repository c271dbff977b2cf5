import { sortIntoTiers } from '../../../../shared/analytics/current-tiers.ts'
import type { Figures } from '../figures.ts'

/** What every customer brought in W: margin, or revenue where no order has a cost. Minor units. */
export function findCurrentValue({ sscMeasure, profile }: Pick<Figures, 'sscMeasure' | 'profile'>): Float64Array {
  return sscMeasure === 'margin' ? profile.marginWindow : profile.revenueWindow
}

/** Position in `CURRENT_TIERS` of every customer. */
export function findCurrentTiers(figures: Pick<Figures, 'sscMeasure' | 'profile'>): Uint8Array {
  const { isActive, orders, lastDay } = figures.profile
  return sortIntoTiers({ isActive, orders, current: findCurrentValue(figures), lastDay })
}

/** NaN in columns is null in answers. */
export const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value)
/** Amounts leave the host as whole minor units. */
export const roundOrNull = (value: number): number | null => (Number.isFinite(value) ? Math.round(value) : null)
