import type { TFunction } from 'i18next'

/** In how many of the segments. */
export const depthOf = (region: string): number => region.replaceAll('0', '').length

/** "In A and B, not in C": what a region's letters say of the segments. `as`: said of the region, or as the name of a segment made of it. */
export function nameRegion(region: string, names: readonly string[], t: TFunction, as: 'said' | 'named' = 'said'): string {
  const inside = names.filter((_, index) => region[index] === '1')
  const outside = names.filter((_, index) => region[index] === '0')
  const list = (items: readonly string[], joint: string): string =>
    items.length < 2 ? items.join('') : t(`segments.overlap.${joint}`, { first: items.slice(0, -1).join(', '), last: items.at(-1) })
  if (outside.length === 0) return t(`segments.overlap.${as}.all`, { names: list(inside, 'and') })
  if (inside.length === 1) return t(`segments.overlap.${as}.one`, { name: inside[0] })
  return t(`segments.overlap.${as}.some`, { names: list(inside, 'and'), others: list(outside, 'or') })
}
