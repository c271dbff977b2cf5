/** How many of the values held against reality were right, with the 95 % interval of what that says of all of them. */
export interface Accuracy {
  readonly checked: number
  readonly correct: number
  /** 0 to 1; null: nothing checked. */
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
}

const Z = 1.959963985

/** Share with its Wilson score interval (Wilson 1927), which also holds for small samples and for 0 or all right. */
export function estimateAccuracy(correct: number, checked: number): Accuracy {
  if (checked === 0) return { checked, correct, share: null, low: null, high: null }
  const share = correct / checked
  const spread = 1 + Z ** 2 / checked
  const centre = (share + Z ** 2 / (2 * checked)) / spread
  const half = (Z / spread) * Math.sqrt((share * (1 - share)) / checked + Z ** 2 / (4 * checked ** 2))
  return { checked, correct, share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

/** `count` different positions of `total`, every one as likely as any other, ascending (Floyd). */
export function drawPositions(total: number, count: number, random: () => number): number[] {
  const drawn = new Set<number>()
  for (let top = Math.max(0, total - count); top < total; top++) {
    const position = Math.floor(random() * (top + 1))
    drawn.add(drawn.has(position) ? top : position)
  }
  return [...drawn].sort((a, b) => a - b)
}
