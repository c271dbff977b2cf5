import { countTopFifth } from './concentration.ts'
import { selectPlaces } from './selection.ts'

export interface TopFifthInput {
  /** 1: may be chosen. */
  readonly eligible: Uint8Array
  readonly value: Float64Array
  readonly lastDay: Int32Array
}

/**
 * The best fifth of the eligible customers by value. Ties at the border go to the more recent order, then to the smaller
 * position (customers stand by id), so the list never changes by chance (domain 6.3).
 */
export function chooseTopFifth(input: TopFifthInput): Uint8Array {
  return chooseBest(input, countTopFifth)
}

/** The same for as many as `sizeOf` says of the number of eligible customers. */
export function chooseBest({ eligible, value, lastDay }: TopFifthInput, sizeOf: (eligible: number) => number): Uint8Array {
  const chosen = new Uint8Array(eligible.length)
  const values = new Float64Array(eligible.length)
  let count = 0
  for (let i = 0; i < eligible.length; i++) if (eligible[i] === 1) values[count++] = value[i]!
  const size = sizeOf(count)
  if (size === 0) return chosen
  const [cut = Number.NaN] = selectPlaces(values.subarray(0, count), [count - size])
  const border: number[] = []
  let taken = 0
  for (let i = 0; i < eligible.length; i++) {
    if (eligible[i] !== 1) continue
    if (value[i]! > cut) {
      chosen[i] = 1
      taken++
    } else if (value[i] === cut) border.push(i)
  }
  border.sort((a, b) => lastDay[b]! - lastDay[a]! || a - b)
  for (const i of border.slice(0, size - taken)) chosen[i] = 1
  return chosen
}

/** Adds the customers a person put in by hand and takes out those excluded by hand (positions). */
export function applyFlags(chosen: Uint8Array, added: Iterable<number>, excluded: Iterable<number>): Uint8Array {
  for (const i of added) chosen[i] = 1
  for (const i of excluded) chosen[i] = 0
  return chosen
}
