/** A polynomial through Chebyshev nodes between −1 and 1: the values at the nodes say all. */
export interface Chebyshev {
  readonly places: Float64Array
  readonly interpolate: (values: Float64Array, at: number) => number
}

/** Barycentric interpolation through `nodes` Chebyshev nodes of the first kind. */
export function makeChebyshev(nodes: number): Chebyshev {
  const angle = (k: number): number => ((2 * k + 1) * Math.PI) / (2 * nodes)
  const places = Float64Array.from({ length: nodes }, (_, k) => Math.cos(angle(k)))
  const weights = Float64Array.from({ length: nodes }, (_, k) => (k % 2 === 0 ? 1 : -1) * Math.sin(angle(k)))
  return {
    places,
    interpolate: (values, at) => {
      let above = 0
      let below = 0
      for (let k = 0; k < nodes; k++) {
        const distance = at - places[k]!
        if (distance === 0) return values[k]!
        above += (weights[k]! / distance) * values[k]!
        below += weights[k]! / distance
      }
      return above / below
    }
  }
}
