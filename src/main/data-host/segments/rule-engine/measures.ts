import type { Measure } from '../../../../shared/segments/rule.ts'

type Take = (pass: Uint8Array, numbers: Float64Array, from: number, to: number) => number

const TAKES: Readonly<Record<Measure, Take>> = {
  count: (pass, _, from, to) => {
    let count = 0
    for (let row = from; row < to; row++) count += pass[row]!
    return count
  },
  sum: (pass, numbers, from, to) => {
    let sum = 0
    for (let row = from; row < to; row++) if (pass[row] === 1 && !Number.isNaN(numbers[row]!)) sum += numbers[row]!
    return sum
  },
  average: (pass, numbers, from, to) => {
    let [count, sum] = [0, 0]
    for (let row = from; row < to; row++)
      if (pass[row] === 1 && !Number.isNaN(numbers[row]!)) {
        count++
        sum += numbers[row]!
      }
    return count === 0 ? Number.NaN : sum / count
  },
  lowest: (pass, numbers, from, to) => {
    let least = Infinity
    for (let row = from; row < to; row++) if (pass[row] === 1 && numbers[row]! < least) least = numbers[row]!
    return least === Infinity ? Number.NaN : least
  },
  highest: (pass, numbers, from, to) => {
    let most = -Infinity
    for (let row = from; row < to; row++) if (pass[row] === 1 && numbers[row]! > most) most = numbers[row]!
    return most === -Infinity ? Number.NaN : most
  },
  first: (pass, _, from, to) => {
    for (let row = from; row < to; row++) if (pass[row] === 1) return row
    return Number.NaN
  },
  latest: (pass, _, from, to) => {
    for (let row = to - 1; row >= from; row--) if (pass[row] === 1) return row
    return Number.NaN
  }
}

/** Takes a measure over the rows let through (1) from `from` to `to`; of the first and the latest their row. Numbers that are NaN are not there; NaN: there is none. */
export function takeMeasure(measure: Measure): Take {
  return TAKES[measure]
}
