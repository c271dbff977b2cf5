import type { CustomerDuplicates } from './ensure-duplicates.ts'

/** 1 for every record in a group of two or more; null where there is no answer. */
export function markGrouped({ groupOf, isAnswerable }: CustomerDuplicates): Uint8Array | null {
  if (!isAnswerable) return null
  const mask = new Uint8Array(groupOf.length)
  for (const [position, first] of groupOf.entries()) {
    if (first === position) continue
    mask[position] = 1
    mask[first] = 1
  }
  return mask
}
