import type { SpotlightActionData, SpotlightActionGroupData } from '@mantine/spotlight'

type PaletteEntry = SpotlightActionData | SpotlightActionGroupData

/** Lower case, without accents: what somebody in a hurry types. */
function simplify(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** How well an entry answers: the host found it by something not shown (2), its own text holds every word (1), it is what was typed (0). */
const RANK = { exact: 0, named: 1, found: 2 } as const

function rankAction({ label = '', description = '', keywords = '' }: SpotlightActionData, words: readonly string[]): number | null {
  const holds = (text: string): boolean => words.every((word) => text.includes(word))
  const own = simplify([label, description].join(' '))
  if (simplify(label).split(/\s+/).join(' ') === words.join(' ')) return RANK.exact
  if (holds(own)) return RANK.named
  return holds(simplify([own, ...(typeof keywords === 'string' ? [keywords] : keywords)].join(' '))) ? RANK.found : null
}

/** An entry with what of it answers the words, the best first, and the rank of that best one; null where nothing does. */
function rankEntry(entry: PaletteEntry, words: readonly string[]): { entry: PaletteEntry; rank: number } | null {
  const ranked = ('actions' in entry ? entry.actions : [entry])
    .map((action) => ({ action, rank: rankAction(action, words) }))
    .filter((each): each is { action: SpotlightActionData; rank: number } => each.rank !== null)
    .sort((one, other) => one.rank - other.rank)
  const [best] = ranked
  if (best === undefined) return null
  return { entry: 'actions' in entry ? { ...entry, actions: ranked.map(({ action }) => action) } : entry, rank: best.rank }
}

/**
 * The palette's entries that hold every word of the query, accents and case aside. What is called exactly that comes first, then
 * what its own text names, and last what was only found by its keywords; else their order and groups stay.
 */
export function filterPalette(query: string, actions: PaletteEntry[]): PaletteEntry[] {
  const words = simplify(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return actions
  return actions
    .map((entry) => rankEntry(entry, words))
    .filter((each) => each !== null)
    .sort((one, other) => one.rank - other.rank)
    .map(({ entry }) => entry)
}
