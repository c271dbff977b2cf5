/** Days in the time unit of the buying models. */
export const DAYS_PER_WEEK = 7

/** One entry per customer who bought: repeat order days, days from first to last order, days from first order to the as-of date. */
export interface BuyingHistories {
  readonly repeats: Int32Array
  readonly lastDays: Int32Array
  readonly ageDays: Int32Array
}

/** Distinct histories with the number of customers who share each. */
export interface WeightedHistories extends BuyingHistories {
  readonly weights: Float64Array
  readonly customers: number
  readonly mostRepeats: number
  readonly longestAge: number
}

const SLICE = 5_000

/** Groups equal histories: the likelihood is then summed over each only once. Yields every few thousand customers. */
export function* groupInSteps({ repeats, lastDays, ageDays }: BuyingHistories): Generator<void, WeightedHistories, void> {
  const n = repeats.length
  const longestAge = ageDays.reduce((most, days) => Math.max(most, days), 0)
  const mostRepeats = repeats.reduce((most, count) => Math.max(most, count), 0)
  const span = longestAge + 1
  const places = new Map<number, number>()
  const first = new Int32Array(n)
  const weights = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const key = (repeats[i]! * span + lastDays[i]!) * span + ageDays[i]!
    const place = places.get(key)
    if (place === undefined) {
      first[places.size] = i
      weights[places.size] = 1
      places.set(key, places.size)
    } else weights[place]! += 1
    if (i % SLICE === SLICE - 1) yield
  }
  yield
  const rows = first.subarray(0, places.size)
  return {
    repeats: rows.map((i) => repeats[i]!),
    lastDays: rows.map((i) => lastDays[i]!),
    ageDays: rows.map((i) => ageDays[i]!),
    weights: weights.slice(0, places.size),
    customers: n,
    mostRepeats,
    longestAge
  }
}

/** Every k-th row, so that at most about `rows` are left: enough to find where a search should start. */
export function thinHistories(histories: WeightedHistories, rows: number): WeightedHistories {
  const every = Math.ceil(histories.weights.length / rows)
  if (every <= 1) return histories
  const isKept = (_: number, i: number): boolean => i % every === 0
  const weights = histories.weights.filter(isKept)
  return {
    ...histories,
    repeats: histories.repeats.filter(isKept),
    lastDays: histories.lastDays.filter(isKept),
    ageDays: histories.ageDays.filter(isKept),
    weights,
    customers: weights.reduce((sum, weight) => sum + weight, 0)
  }
}
