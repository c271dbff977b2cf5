/** Chebyshev nodes in ln(scale + age): nine digits for everything BG/NBD says of an age. */
const NODES = 20

/**
 * A smooth function of the age as a quick look-up from 0 to `longestAge` (same unit as `scale`, which is α): in ln(α + age) it
 * is so smooth that a polynomial through 20 Chebyshev nodes gives it to nine digits, at a thousandth of the price.
 */
export function tableByAge(scale: number, longestAge: number, valueAt: (age: number) => number): (age: number) => number {
  const low = Math.log(scale)
  const half = (Math.log(scale + Math.max(longestAge, 1)) - low) / 2
  const places = Float64Array.from({ length: NODES }, (_, k) => Math.cos(((2 * k + 1) * Math.PI) / (2 * NODES)))
  const weights = places.map((_, k) => (k % 2 === 0 ? 1 : -1) * Math.sin(((2 * k + 1) * Math.PI) / (2 * NODES)))
  const values = places.map((place) => valueAt(Math.max(0, Math.exp(low + half * (1 + place)) - scale)))
  return (age) => {
    const at = (Math.log(scale + age) - low) / half - 1
    let above = 0
    let below = 0
    for (let k = 0; k < NODES; k++) {
      const distance = at - places[k]!
      if (distance === 0) return values[k]!
      above += (weights[k]! / distance) * values[k]!
      below += weights[k]! / distance
    }
    return above / below
  }
}
