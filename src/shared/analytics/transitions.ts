/** One pair of states and who made it; sums of both weights over these customers. */
export interface Flow {
  readonly from: number
  readonly to: number
  readonly customers: number
  readonly weightFrom: number
  readonly weightTo: number
}

/** Transition counts between two dates (domain 6.4). */
export interface Transitions {
  /** Customers per state at either date. */
  readonly before: Float64Array
  readonly after: Float64Array
  /** Pairs with at least one customer, by `from`, then `to`. */
  readonly flows: readonly Flow[]
}

/**
 * Counts who went from which state to which. The lists run in parallel over the same customers, states are numbers below
 * `states`; the flows out of a state add up to its customers before, those into it to its customers after.
 */
export function countTransitions(
  before: Uint8Array,
  after: Uint8Array,
  states: number,
  weights: { readonly before: Float64Array; readonly after: Float64Array }
): Transitions {
  const cells = states * states
  const customers = new Float64Array(cells)
  const weightFrom = new Float64Array(cells)
  const weightTo = new Float64Array(cells)
  for (let i = 0; i < before.length; i++) {
    const cell = before[i]! * states + after[i]!
    customers[cell]!++
    weightFrom[cell]! += weights.before[i]!
    weightTo[cell]! += weights.after[i]!
  }
  const [sumBefore, sumAfter] = [new Float64Array(states), new Float64Array(states)]
  const flows: Flow[] = []
  for (let cell = 0; cell < cells; cell++) {
    const [from, to] = [Math.floor(cell / states), cell % states]
    sumBefore[from]! += customers[cell]!
    sumAfter[to]! += customers[cell]!
    if (customers[cell]! > 0)
      flows.push({ from, to, customers: customers[cell]!, weightFrom: weightFrom[cell]!, weightTo: weightTo[cell]! })
  }
  return { before: sumBefore, after: sumAfter, flows }
}
