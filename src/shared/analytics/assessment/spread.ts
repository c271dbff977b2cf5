/** The middle value (mean of the two middle ones of an even number); null of nothing. */
export function findMedian(values: readonly number[]): number | null {
  return findQuantile(values, 0.5)
}

/**
 * The value below which the share `at` of the values lies, by linear interpolation between neighbours at position
 * `at · (n − 1)`; null of nothing.
 */
export function findQuantile(values: readonly number[], at: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const position = at * (sorted.length - 1)
  const low = sorted[Math.floor(position)]
  const high = sorted[Math.ceil(position)]
  if (low === undefined || high === undefined) return null
  return low + (high - low) * (position - Math.floor(position))
}

/** Mean with weights; null when they add up to nothing. */
export function findWeightedMean(items: readonly { readonly value: number; readonly weight: number }[]): number | null {
  const total = items.reduce((sum, { weight }) => sum + weight, 0)
  return total === 0 ? null : items.reduce((sum, { value, weight }) => sum + value * weight, 0) / total
}

/** One rater's mark, in points of the scale. */
export interface Mark {
  readonly participant: string
  readonly value: number
}

/** How far raters lie apart, in points of the scale. */
export interface Spread {
  readonly lowest: number
  readonly highest: number
  /** Inter-quartile range. */
  readonly range: number
  readonly lowestBy: readonly string[]
  readonly highestBy: readonly string[]
  /** They lie so far apart that the number says little before they have talked. */
  readonly isWide: boolean
}

/** From how many points of inter-quartile range on people should talk first (domain 6.12). */
export const WIDE_RANGE = 2

/** How far the marks of several raters lie apart; null with fewer than two. */
export function measureSpread(marks: readonly Mark[]): Spread | null {
  if (marks.length < 2) return null
  const values = marks.map(({ value }) => value)
  const range = (findQuantile(values, 0.75) ?? 0) - (findQuantile(values, 0.25) ?? 0)
  const lowest = Math.min(...values)
  const highest = Math.max(...values)
  const namesAt = (value: number): string[] => marks.filter((mark) => mark.value === value).map(({ participant }) => participant)
  return { lowest, highest, range, lowestBy: namesAt(lowest), highestBy: namesAt(highest), isWide: range >= WIDE_RANGE }
}
