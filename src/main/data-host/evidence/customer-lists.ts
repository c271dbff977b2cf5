import type { Figures } from '../figures/figures.ts'

/** Ids of the customers whose byte is 1, ascending. */
export function listMembers(figures: Figures, mask: Uint8Array): Int32Array {
  const ids: number[] = []
  for (let i = 0; i < mask.length; i++) if (mask[i] === 1) ids.push(figures.customerIds[i]!)
  return Int32Array.from(ids)
}

/** Live customers among rows with a customer id, each once, ascending. */
export function listDistinct(figures: Figures, rows: Iterable<{ customer: number | null }>): Int32Array {
  const ids = new Set<number>()
  for (const { customer } of rows) if (customer !== null && figures.indexOf(customer) >= 0) ids.add(customer)
  return Int32Array.from(ids).sort()
}

/** How many bytes are 1. */
export function countMembers(mask: Uint8Array): number {
  let count = 0
  for (const byte of mask) count += byte
  return count
}

/** 1 where both are 1. */
export function intersect(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((byte, i) => byte & b[i]!)
}

/** Sum of the values whose byte is 1. */
export function sumMembers(values: Float64Array, mask: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < mask.length; i++) if (mask[i] === 1) sum += values[i]!
  return sum
}
