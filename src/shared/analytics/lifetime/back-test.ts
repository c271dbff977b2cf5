/** How far predictions lie from what happened. */
export interface Accuracy {
  /** Predicted in all, and ÷ actual − 1 (null: nothing happened). */
  readonly orders: number
  readonly totalError: number | null
  /** Mean absolute and root mean square error per customer. */
  readonly mae: number
  readonly rmse: number
}

/** One entry per customer known when the model stopped looking. */
export interface HiddenOrders {
  /** Order days in the hidden weeks. */
  readonly actual: Int32Array
  readonly predicted: Float64Array
  /** Repeat order days in as many weeks before. */
  readonly before: Int32Array
  /** Repeat order days in all until then. */
  readonly repeats: Int32Array
}

export interface BackTestResult {
  readonly actual: number
  readonly model: Accuracy
  /** Naive rules: everybody buys as often as in as many weeks before; nobody buys. */
  readonly sameAgain: Accuracy
  readonly nothing: Accuracy
  readonly usable: boolean
}

/** Errors of a prediction per customer. */
export function measureAccuracy(predicted: ArrayLike<number>, actual: Int32Array): Accuracy {
  const n = actual.length
  let orders = 0,
    happened = 0,
    absolute = 0,
    squares = 0
  for (let i = 0; i < n; i++) {
    const off = predicted[i]! - actual[i]!
    orders += predicted[i]!
    happened += actual[i]!
    absolute += Math.abs(off)
    squares += off * off
  }
  return {
    orders,
    totalError: happened > 0 ? orders / happened - 1 : null,
    mae: n > 0 ? absolute / n : 0,
    rmse: n > 0 ? Math.sqrt(squares / n) : 0
  }
}

/** A model is usable when it beats both naive rules in both errors: the mean absolute one alone flatters whoever predicts nothing. */
export function judgePrediction({ actual, predicted, before }: HiddenOrders): BackTestResult {
  const model = measureAccuracy(predicted, actual)
  const sameAgain = measureAccuracy(before, actual)
  const nothing = measureAccuracy(new Float64Array(actual.length), actual)
  const usable = [sameAgain, nothing].every((naive) => model.mae < naive.mae && model.rmse < naive.rmse)
  return { actual: actual.reduce((sum, count) => sum + count, 0), model, sameAgain, nothing, usable }
}

/** Customers with the same number of repeat order days, and what they did and should have done on average. */
export interface RepeatGroup {
  readonly x: number
  readonly orMore: boolean
  readonly customers: number
  readonly actual: number
  readonly predicted: number
}

/** Per number of repeat order days until then; the last group is `most` or more. Groups of nobody are left out. */
export function groupByRepeats({ actual, predicted, repeats }: Omit<HiddenOrders, 'before'>, most: number): RepeatGroup[] {
  const groups = Array.from({ length: most + 1 }, (_, x) => ({ x, orMore: x === most, customers: 0, actual: 0, predicted: 0 }))
  for (let i = 0; i < repeats.length; i++) {
    const group = groups[Math.min(repeats[i]!, most)]!
    group.customers++
    group.actual += actual[i]!
    group.predicted += predicted[i]!
  }
  return groups
    .filter(({ customers }) => customers > 0)
    .map((group) => ({ ...group, actual: group.actual / group.customers, predicted: group.predicted / group.customers }))
}
