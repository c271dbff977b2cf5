/** One upright piece of a line in a gutter, with the level pieces at its two ends: which way each goes on from it. */
export interface Leg {
  readonly gutter: number
  readonly ends: readonly [LegEnd, LegEnd]
  x: number
}
export interface LegEnd {
  y: number
  readonly goes: 'left' | 'right'
}

/** Beyond so many pieces in one gutter nobody follows a line through it any more, and putting them in order takes long. */
const MOST_ORDERED = 240

const lowOf = ({ ends: [a, b] }: Leg): number => Math.min(a.y, b.y)
const highOf = ({ ends: [a, b] }: Leg): number => Math.max(a.y, b.y)

/**
 * The pieces of one gutter from left to right, so that few cross: a level piece that goes on to the right crosses every
 * upright one further right that it meets, and the other way about. Neighbours change places as long as that saves a crossing.
 */
export function orderLegs(legs: readonly Leg[]): Leg[] {
  const order = legs.toSorted((a, b) => lowOf(a) - lowOf(b) || highOf(a) - highOf(b))
  if (order.length > MOST_ORDERED) return order
  // Every change saves at least one crossing, so there is an end; as in sorting, each pass settles one place or more.
  for (let pass = 0, hasChanged = true; hasChanged && pass < order.length; pass++) {
    hasChanged = false
    for (let at = 1; at < order.length; at++) {
      const [left, right] = [order[at - 1], order[at]]
      if (!left || !right || countCrossings(right, left) >= countCrossings(left, right)) continue
      order[at - 1] = right
      order[at] = left
      hasChanged = true
    }
  }
  return order
}

function countCrossings(left: Leg, right: Leg): number {
  const meets = (ends: Leg['ends'], goes: LegEnd['goes'], other: Leg): number =>
    ends.filter((end) => end.goes === goes && end.y > lowOf(other) && end.y < highOf(other)).length
  return meets(left.ends, 'right', right) + meets(right.ends, 'left', left)
}
