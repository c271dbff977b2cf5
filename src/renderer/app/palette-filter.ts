import type { SpotlightActionData, SpotlightActionGroupData } from '@mantine/spotlight'

type PaletteEntry = SpotlightActionData | SpotlightActionGroupData

/** Lower case, without accents: what somebody in a hurry types. */
function simplify(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function isNamed({ label = '', description = '', keywords = '' }: SpotlightActionData, words: readonly string[]): boolean {
  const text = simplify([label, description, ...(typeof keywords === 'string' ? [keywords] : keywords)].join(' '))
  return words.every((word) => text.includes(word))
}

/** The palette's entries that hold every word of the query, accents and case aside, in their order and groups. */
export function filterPalette(query: string, actions: PaletteEntry[]): PaletteEntry[] {
  const words = simplify(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return actions
  const filterGroup = (group: SpotlightActionGroupData): SpotlightActionGroupData => ({
    ...group,
    actions: group.actions.filter((action) => isNamed(action, words))
  })
  return actions
    .map((entry) => ('actions' in entry ? filterGroup(entry) : entry))
    .filter((entry) => ('actions' in entry ? entry.actions.length > 0 : isNamed(entry, words)))
}
