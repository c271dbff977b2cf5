/**
 * The k-th smallest value (k from 0). Reorders `values`. Quickselect with the median of three and a three-way split, so
 * that many equal values (order counts, zero amounts) cost no more than different ones. `from`: the smaller values are
 * known to stand before it (from a selection of a smaller k just before).
 */
export function selectKth(values: Float64Array, k: number, from = 0): number {
  let low = from
  let high = values.length - 1
  while (low < high) {
    const pivot = medianOfThree(values[low]!, values[(low + high) >> 1]!, values[high]!)
    let left = low
    let right = high
    let i = low
    while (i <= right) {
      const value = values[i]!
      if (value < pivot) swap(values, i++, left++)
      else if (value > pivot) swap(values, i, right--)
      else i++
    }
    if (k < left) high = left - 1
    else if (k > right) low = right + 1
    else return pivot
  }
  return values[k]!
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}

function swap(values: Float64Array, i: number, j: number): void {
  const value = values[i]!
  values[i] = values[j]!
  values[j] = value
}

/** The median (mean of the two middle values of an even number); null without values. Reorders `values`. */
export function medianOf(values: Float64Array): number | null {
  const n = values.length
  if (n === 0) return null
  const upper = selectKth(values, n >> 1)
  return n % 2 === 1 ? upper : (upper + selectKth(values, (n >> 1) - 1)) / 2
}
