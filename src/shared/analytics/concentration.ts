/** How unevenly value is spread over customers (domain 6.3). Shares are null when the total is not above zero. */
export interface ConcentrationFigures {
  readonly customers: number
  readonly total: number
  readonly top20Customers: number
  readonly top20Share: number | null
  readonly gini: number | null
  readonly giniCorrected: number | null
  readonly customersFor80: number | null
  readonly zeroCustomers: number
  readonly belowZeroCustomers: number
  readonly largestShare: number | null
  readonly topThreeShare: number | null
  /** Σ (v / V)²: 1 / n when all bring the same, 1 when one brings all; its inverse is "as many as n equal customers". */
  readonly herfindahl: number | null
  /** A, B and C in this order; empty where there are no shares. */
  readonly abc: AbcGroup[]
  /** Cumulative shares from the most valuable down, at most `CURVE_POINTS` + 1 points. */
  readonly curve: { customers: number; value: number }[]
}

/** Customers who together bring one part of the value: A the fewest for 80 %, B the next for 95 %, C all others. */
interface AbcGroup {
  readonly id: 'a' | 'b' | 'c'
  readonly customers: number
  readonly total: number
}

const CURVE_POINTS = 200

/** How many customers the best fifth is: `ceil(0.20 · n)`, in whole numbers so that 15 gives 3. */
export function countTopFifth(n: number): number {
  return Math.ceil(n / 5)
}

/** Measures of concentration over one value per customer; below-zero values are clipped to 0 for the Gini only. */
export function measureConcentration(values: Float64Array): ConcentrationFigures {
  const n = values.length
  const ascending = values.slice().sort()
  const top20Customers = countTopFifth(n)
  let total = 0,
    clipped = 0,
    ranked = 0,
    zero = 0,
    belowZero = 0
  for (let i = 0; i < n; i++) {
    const value = ascending[i]!
    total += value
    if (value === 0) zero++
    if (value < 0) belowZero++
    else {
      clipped += value
      ranked += (i + 1) * value
    }
  }
  const gini = clipped > 0 ? (2 * ranked) / (n * clipped) - (n + 1) / n : null
  const counts = {
    customers: n,
    total,
    top20Customers,
    zeroCustomers: zero,
    belowZeroCustomers: belowZero,
    gini,
    giniCorrected: gini !== null && n > 1 ? (gini * n) / (n - 1) : null
  }
  if (total <= 0) return { ...counts, ...NO_SHARES }
  return { ...counts, ...walkDown(ascending, total, top20Customers) }
}

type Descent = Pick<
  ConcentrationFigures,
  'top20Share' | 'customersFor80' | 'largestShare' | 'topThreeShare' | 'herfindahl' | 'abc' | 'curve'
>
const NO_SHARES: Descent = {
  top20Share: null,
  customersFor80: null,
  largestShare: null,
  topThreeShare: null,
  herfindahl: null,
  abc: [],
  curve: []
}

/** One pass from the largest value down. */
function walkDown(ascending: Float64Array, total: number, top20Customers: number): Descent {
  const n = ascending.length
  const stops = new Set(Array.from({ length: CURVE_POINTS + 1 }, (_, point) => Math.round((point * n) / CURVE_POINTS)))
  const curve = [{ customers: 0, value: 0 }]
  const shareAt = new Map<number, number>()
  let sum = 0
  let squares = 0
  let a = { customers: n, total }
  let ab = { customers: n, total }
  for (let k = 1; k <= n; k++) {
    const value = ascending[n - k]!
    // 5·sum ≥ 4·V compares whole minor units exactly where sum / V ≥ 0.8 would round; likewise 0.95.
    if (5 * sum < 4 * total && 5 * (sum + value) >= 4 * total) a = { customers: k, total: sum + value }
    if (20 * sum < 19 * total && 20 * (sum + value) >= 19 * total) ab = { customers: k, total: sum + value }
    sum += value
    squares += (value / total) ** 2
    if (k === 1 || k === Math.min(3, n) || k === top20Customers) shareAt.set(k, sum / total)
    if (stops.has(k)) curve.push({ customers: k / n, value: sum / total })
  }
  return {
    top20Share: shareAt.get(top20Customers) ?? null,
    customersFor80: a.customers,
    largestShare: shareAt.get(1) ?? null,
    topThreeShare: shareAt.get(Math.min(3, n)) ?? null,
    herfindahl: squares,
    abc: [
      { id: 'a', ...a },
      { id: 'b', customers: ab.customers - a.customers, total: ab.total - a.total },
      { id: 'c', customers: n - ab.customers, total: total - ab.total }
    ],
    curve
  }
}
