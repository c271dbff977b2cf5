/** 90th percentile with linear interpolation between the two nearest ranks. `ascending` must not be empty. */
export function findPercentile90(ascending: ArrayLike<number>): number {
  const rank = 0.9 * (ascending.length - 1)
  const low = ascending[Math.floor(rank)] ?? 0
  const high = ascending[Math.ceil(rank)] ?? low
  return low + (high - low) * (rank - Math.floor(rank))
}

/** Tags of a customer in one order and spelling: customers with the same tags have the same needs. Empty: no tag at all. */
export function normaliseTags(tags: string): string {
  return tags
    .toLowerCase()
    .split(/[;,|]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
    .sort()
    .join('|')
}

export interface NeedsInput {
  /** Which customers have the same needs tags; 0: none. */
  readonly needsGroup: Int32Array
  /** 1: bought in W. */
  readonly isActive: Uint8Array
  readonly marginWindow: Float64Array
}

/**
 * What each active customer with needs tags could bring beyond today: max(0, potential − actual), actual = margin in W,
 * potential = its 90th percentile among the active customers with the same tags (domain, `k_unrealised_value`). NaN: not
 * measured. Null: nobody has tags.
 */
export function measureUnrealised({ needsGroup, isActive, marginWindow }: NeedsInput): Float64Array | null {
  const groups = new Map<number, number[]>()
  for (let i = 0; i < needsGroup.length; i++) {
    if (needsGroup[i] === 0 || isActive[i] !== 1) continue
    const members = groups.get(needsGroup[i]!)
    if (members) members.push(i)
    else groups.set(needsGroup[i]!, [i])
  }
  if (groups.size === 0) return null
  const unrealised = new Float64Array(needsGroup.length).fill(Number.NaN)
  for (const members of groups.values()) {
    const potential = findPercentile90(Float64Array.from(members, (i) => marginWindow[i]!).sort())
    for (const i of members) unrealised[i] = Math.max(0, potential - marginWindow[i]!)
  }
  return unrealised
}
