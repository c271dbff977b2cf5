/** A smooth function to be made small. `evaluate` writes the gradient; a value that is not finite means "not here". */
export interface Objective {
  readonly evaluate: (point: Float64Array, gradient: Float64Array) => number
}

/** Why the search ended. Only `converged` says that the point is a minimum. */
export type StopReason = 'converged' | 'no-descent' | 'too-many-steps' | 'not-finite'

export interface Minimum {
  readonly point: Float64Array
  readonly value: number
  readonly stop: StopReason
  readonly evaluations: number
}

const GRADIENT_GOAL = 1e-8
/** Where rounding lets nothing get smaller any more, a slope below this still counts as flat. */
const FLAT_ENOUGH = 1e-5
const MAX_STEPS = 200
const MAX_HALVINGS = 40
/** Longest step of one coordinate: points are logarithms, where 2 is a factor of seven. */
const LONGEST = 2

const dot = (u: Float64Array, v: Float64Array): number => u.reduce((sum, value, i) => sum + value * v[i]!, 0)
const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

/**
 * BFGS with backtracking. Yields after every evaluation, so that the caller can let others in between two passes over a long
 * table. The objective should be scaled to about 1 (a mean, not a sum).
 */
export function* minimiseInSteps({ evaluate }: Objective, start: readonly number[]): Generator<void, Minimum, void> {
  const n = start.length
  let point = Float64Array.from(start)
  let gradient = new Float64Array(n)
  let value = evaluate(point, gradient)
  let evaluations = 1
  const end = (stop: StopReason): Minimum => ({ point, value, stop, evaluations })
  yield
  if (!Number.isFinite(value) || gradient.some(Number.isNaN)) return end('not-finite')
  let inverse = scaledIdentity(n, 1 / Math.max(1, largest(gradient)))
  for (let step = 0; step < MAX_STEPS; step++) {
    if (largest(gradient) < GRADIENT_GOAL) return end('converged')
    let direction = multiply(inverse, gradient)
    if (dot(direction, gradient) >= 0) {
      inverse = scaledIdentity(n, 1 / Math.max(1, largest(gradient)))
      direction = multiply(inverse, gradient)
    }
    const slope = dot(direction, gradient)
    let length = Math.min(1, LONGEST / largest(direction))
    let next = point
    let nextValue = Number.POSITIVE_INFINITY
    let nextGradient = new Float64Array(n)
    for (let halving = 0; halving < MAX_HALVINGS; halving++) {
      next = point.map((at, i) => at + length * direction[i]!)
      nextGradient = new Float64Array(n)
      nextValue = evaluate(next, nextGradient)
      evaluations++
      yield
      // A value that is not a number fails this too.
      if (nextValue <= value + 1e-4 * length * slope && nextGradient.every(Number.isFinite)) break
      nextValue = Number.POSITIVE_INFINITY
      length /= 2
    }
    if (!(nextValue < value)) return end(largest(gradient) < FLAT_ENOUGH ? 'converged' : 'no-descent')
    const moved = next.map((at, i) => at - point[i]!)
    const bent = nextGradient.map((slopeThen, i) => slopeThen - gradient[i]!)
    const curvature = dot(moved, bent)
    if (curvature > 1e-14 * Math.sqrt(dot(moved, moved) * dot(bent, bent)))
      inverse = updateInverse(step === 0 ? scaledIdentity(n, curvature / dot(bent, bent)) : inverse, moved, bent, curvature)
    point = next
    value = nextValue
    gradient = nextGradient
  }
  return end('too-many-steps')
}

/** Standard deviation of a logarithm around where it is held: a factor of twenty. */
const LOOSE = 3

/** The same mean over `count` rows, with as much pull towards `centre` as a vague belief in it has: what is flat gets a minimum. */
export function holdNear({ evaluate }: Objective, centre: readonly number[], count: number): Objective {
  const weight = 1 / (LOOSE ** 2 * count)
  return {
    evaluate: (point, gradient) => {
      const value = evaluate(point, gradient)
      return point.reduce((sum, at, i) => {
        const off = at - centre[i]!
        gradient[i]! += weight * off
        return sum + (weight * off ** 2) / 2
      }, value)
    }
  }
}

/** Runs a stepwise piece of work to its end at once. */
export function finish<T>(steps: Generator<void, T, void>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

function scaledIdentity(n: number, scale: number): Float64Array[] {
  return Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (__, j) => (i === j ? scale : 0)))
}

/** −H·g, the way down. */
function multiply(inverse: readonly Float64Array[], gradient: Float64Array): Float64Array {
  return Float64Array.from(inverse, (row) => -dot(row, gradient))
}

/** The BFGS formula for the inverse Hessian: (I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ, ρ = 1 / sᵀy. */
function updateInverse(inverse: readonly Float64Array[], moved: Float64Array, bent: Float64Array, curvature: number): Float64Array[] {
  const turned = Float64Array.from(inverse, (row) => dot(row, bent))
  const weight = (1 + dot(bent, turned) / curvature) / curvature
  return inverse.map((row, i) =>
    row.map((old, j) => old + weight * moved[i]! * moved[j]! - (turned[i]! * moved[j]! + moved[i]! * turned[j]!) / curvature)
  )
}
