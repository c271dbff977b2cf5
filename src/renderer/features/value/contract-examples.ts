/** The two published groups of customers, per cent still there after 0 to 7 renewals (Fader & Hardie 2007; domain 6.8). */
export const CONTRACT_EXAMPLES = {
  regular: [100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1],
  highEnd: [100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1]
} as const
export type ContractExample = keyof typeof CONTRACT_EXAMPLES
const IDS = ['regular', 'highEnd'] as const satisfies readonly ContractExample[]

/** Which published group these numbers are; null: somebody’s own. */
export function findExample(survivors: readonly number[]): ContractExample | null {
  return IDS.find((id) => CONTRACT_EXAMPLES[id].join() === survivors.join()) ?? null
}
