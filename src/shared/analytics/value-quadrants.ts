/** The parts of the current × projected chart (domain 6.6). */
export const QUADRANT_IDS = ['mvc', 'mgc', 'maintain', 'below_zero'] as const
export type QuadrantId = (typeof QUADRANT_IDS)[number]

/** Below zero on either axis goes first; then who stands on the better side of which line. */
export function chooseQuadrant(current: number, projected: number, isTopCurrent: boolean, isTopProjected: boolean): QuadrantId {
  if (current < 0 || projected < 0) return 'below_zero'
  if (!isTopProjected) return 'maintain'
  return isTopCurrent ? 'mvc' : 'mgc'
}

/** One dot of a chart: at the mean of its customers. */
export interface Dot {
  readonly current: number
  readonly projected: number
  readonly customers: number
  readonly quadrant: number
}

/** Fields per axis. */
const FIELDS = 40

/**
 * Many customers as few dots: one per field and quadrant. Fields are as wide as the logarithm of the amount says (amounts of
 * every size are common), so the few large customers stay apart. The lists run in parallel.
 */
export function binDots(current: Float64Array, projected: Float64Array, quadrants: Uint8Array): Dot[] {
  const scale = (value: number): number => Math.sign(value) * Math.log1p(Math.abs(value) / 100)
  const fieldOf = (values: Float64Array): ((value: number) => number) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const value of values) {
      low = Math.min(low, scale(value))
      high = Math.max(high, scale(value))
    }
    const width = (high - low) / FIELDS || 1
    return (value) => Math.min(FIELDS - 1, Math.floor((scale(value) - low) / width))
  }
  const [column, row] = [fieldOf(current), fieldOf(projected)]
  const sums = new Map<number, { current: number; projected: number; customers: number; quadrant: number }>()
  for (let i = 0; i < current.length; i++) {
    const key = (column(current[i]!) * FIELDS + row(projected[i]!)) * QUADRANT_IDS.length + quadrants[i]!
    let sum = sums.get(key)
    if (!sum) sums.set(key, (sum = { current: 0, projected: 0, customers: 0, quadrant: quadrants[i]! }))
    sum.current += current[i]!
    sum.projected += projected[i]!
    sum.customers++
  }
  return [...sums.values()].map((sum) => ({
    ...sum,
    current: sum.current / sum.customers,
    projected: sum.projected / sum.customers
  }))
}
