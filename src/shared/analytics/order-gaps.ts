import type { OrderColumns } from './order-columns.ts'

/** The middle number of days between two orders of one customer, and how many customers and gaps stand behind it. */
export interface OrderGaps {
  readonly medianDays: number
  readonly gaps: number
  readonly customers: number
}

/** Gaps longer than this count as this long: the median is far below. */
const LONGEST = 4000

/**
 * Median of the days between consecutive order days of the same customer, over orders up to `asOfDay`; orders of one day
 * count once (domain conventions). Null when nobody has bought on two days. Of an even number of gaps, the mean of the middle two.
 */
export function measureOrderGaps({ starts, days }: Pick<OrderColumns, 'starts' | 'days'>, asOfDay: number): OrderGaps | null {
  const counts = new Int32Array(LONGEST + 1)
  let gaps = 0
  let customers = 0
  for (let i = 0; i + 1 < starts.length; i++) {
    const before = gaps
    for (let row = starts[i]! + 1; row < starts[i + 1]! && days[row]! <= asOfDay; row++) {
      const gap = days[row]! - days[row - 1]!
      if (gap <= 0) continue
      counts[Math.min(gap, LONGEST)]! += 1
      gaps++
    }
    if (gaps > before) customers++
  }
  if (gaps === 0) return null
  return { medianDays: (findNth(counts, (gaps - 1) >> 1) + findNth(counts, gaps >> 1)) / 2, gaps, customers }
}

/** The value at position `n` (from 0) of the sorted list whose values are counted. */
function findNth(counts: Int32Array, n: number): number {
  let passed = 0
  for (let value = 0; value < counts.length; value++) {
    passed += counts[value]!
    if (passed > n) return value
  }
  return counts.length - 1
}
