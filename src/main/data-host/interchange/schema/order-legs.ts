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
 * upright one further right that it meets, and the other way about; none lies on a level piece of another where that can be
 * helped. Neighbours change places as long as that saves something.
 */
export function orderLegs(legs: readonly Leg[]): Leg[] {
  const order = legs.toSorted((a, b) => lowOf(a) - lowOf(b) || highOf(a) - highOf(b))
  if (order.length > MOST_ORDERED) return order
  // Every change saves something, so there is an end; as in sorting, each pass settles one place or more.
  for (let pass = 0, hasChanged = true; hasChanged && pass < order.length; pass++) {
    hasChanged = false
    for (let at = 1; at < order.length; at++) {
      const [left, right] = [order[at - 1], order[at]]
      if (!left || !right || costOf(right, left) >= costOf(left, right)) continue
      order[at - 1] = right
      order[at] = left
      hasChanged = true
    }
  }
  for (let pass = 0; pass < order.length && partShared(order); pass++);
  return order
}

/** Takes what still lies on another, past others, to where all together cost least; whether anything could be saved. */
function partShared(order: Leg[]): boolean {
  let hasChanged = false
  for (const leg of [...order]) {
    const from = order.indexOf(leg)
    const liesOn = order.some((other, at) => (at < from ? countShared(other, leg) : at > from ? countShared(leg, other) : 0) > 0)
    if (!liesOn) continue
    const best = findPlace(order, from, leg)
    if (best === from) continue
    order.splice(from, 1)
    order.splice(best, 0, leg)
    hasChanged = true
  }
  return hasChanged
}

/** The place of a piece among the others at which all cost least. */
function findPlace(order: readonly Leg[], from: number, leg: Leg): number {
  let best = { place: from, by: 0 }
  for (const step of [-1, 1] as const) {
    let by = 0
    for (let at = from + step; at >= 0 && at < order.length; at += step) {
      const other = order[at]
      if (!other) break
      by += step < 0 ? costOf(leg, other) - costOf(other, leg) : costOf(other, leg) - costOf(leg, other)
      if (by < best.by) best = { place: at, by }
    }
  }
  return best.place
}

/** Level pieces of two lines nearer than this seem to be one, which is worse than so many crossings. */
const NEAR = 6
const SHARED = 5

const costOf = (left: Leg, right: Leg): number => countCrossings(left, right) + SHARED * countShared(left, right)

/** Where a level piece to the right and one to the left lie on each other: between the two uprights. */
function countShared(left: Leg, right: Leg): number {
  const toLeft = right.ends.filter(({ goes }) => goes === 'left')
  return left.ends.filter(({ goes, y }) => goes === 'right' && toLeft.some((end) => Math.abs(end.y - y) < NEAR)).length
}

function countCrossings(left: Leg, right: Leg): number {
  const meets = (ends: Leg['ends'], goes: LegEnd['goes'], other: Leg): number =>
    ends.filter((end) => end.goes === goes && end.y > lowOf(other) && end.y < highOf(other)).length
  return meets(left.ends, 'right', right) + meets(right.ends, 'left', left)
}
