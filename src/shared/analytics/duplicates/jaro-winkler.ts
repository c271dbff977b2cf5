const PREFIX_MOST = 4
const PREFIX_WEIGHT = 0.1

/** Marks of matched characters, kept between calls: a search compares millions of names. */
let takenLeft = new Uint8Array(64)
let takenRight = new Uint8Array(64)

/**
 * Likeness of two texts, 0 to 1 (Jaro 1989, domain 6.11): matches lie within `floor(longer / 2) − 1` places, τ is half of
 * those out of order. Works on UTF-16 units. Two empty texts are alike.
 */
export function measureJaro(one: string, other: string): number {
  if (one === other) return 1
  // Always from the same side: which of several equal characters is taken must not depend on who asks.
  const isOrdered = one.length < other.length || (one.length === other.length && one < other)
  const left = isOrdered ? one : other
  const right = isOrdered ? other : one
  const matches = markMatches(left, right)
  if (matches === 0) return 0
  const transpositions = countTranspositions(left, right) / 2
  return (matches / left.length + matches / right.length + (matches - transpositions) / matches) / 3
}

/** Jaro's likeness, raised by up to four common first characters (Winkler 1990): `J + ℓ·0.1·(1 − J)`. */
export function measureJaroWinkler(one: string, other: string): number {
  const jaro = measureJaro(one, other)
  let prefix = 0
  while (prefix < PREFIX_MOST && prefix < one.length && one[prefix] === other[prefix]) prefix++
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro)
}

function markMatches(left: string, right: string): number {
  if (takenLeft.length < left.length) takenLeft = new Uint8Array(left.length * 2)
  if (takenRight.length < right.length) takenRight = new Uint8Array(right.length * 2)
  takenLeft.fill(0, 0, left.length)
  takenRight.fill(0, 0, right.length)
  const reach = Math.max(0, Math.floor(right.length / 2) - 1)
  let matches = 0
  for (let i = 0; i < left.length; i++) {
    const wanted = left.charCodeAt(i)
    const end = Math.min(right.length, i + reach + 1)
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if (takenRight[j] === 1 || right.charCodeAt(j) !== wanted) continue
      takenLeft[i] = 1
      takenRight[j] = 1
      matches++
      break
    }
  }
  return matches
}

/** Matched characters that stand in another order on the other side. */
function countTranspositions(left: string, right: string): number {
  let count = 0
  let j = 0
  for (let i = 0; i < left.length; i++) {
    if (takenLeft[i] === 0) continue
    while (takenRight[j] === 0) j++
    if (left.charCodeAt(i) !== right.charCodeAt(j)) count++
    j++
  }
  return count
}
