/** Fewer values than this are selected one place after the other. */
const BUCKETS_FROM = 4096
const BUCKETS = 8192

/**
 * The values that would stand at `places` (from 0, ascending) if `values` were sorted; none may be NaN. Leaves `values` as
 * they are. Counts the values in even buckets between the smallest and the largest and looks only into those that hold a
 * place: a few passes instead of a selection per place.
 */
export function selectPlaces(values: Float64Array, places: readonly number[]): number[] {
  const [least, most] = findRange(values)
  if (least === most) return places.map(() => least)
  const scale = (BUCKETS - 1) / (most - least)
  if (values.length < BUCKETS_FROM || !(scale > 0 && scale < Infinity)) {
    const scratch = values.slice()
    return places.map((place, at) => selectKth(scratch, place, places[at - 1] ?? 0))
  }
  const counts = new Uint32Array(BUCKETS)
  for (let i = 0; i < values.length; i++) counts[((values[i]! - least) * scale) | 0]!++
  const held = findBuckets(counts, places)
  const numberOf = new Uint8Array(BUCKETS)
  const contents = held.map(({ bucket }, at) => {
    numberOf[bucket] = at + 1
    return new Float64Array(counts[bucket]!)
  })
  const filled = contents.map(() => 0)
  for (let i = 0; i < values.length; i++) {
    const at = numberOf[((values[i]! - least) * scale) | 0]! - 1
    if (at >= 0) contents[at]![filled[at]!++] = values[i]!
  }
  return held.flatMap(({ before, places: within }, at) => within.map((place) => selectKth(contents[at]!, place - before)))
}

/** The buckets that hold a place, with the places and how many values stand in the buckets before. */
function findBuckets(counts: Uint32Array, places: readonly number[]): { bucket: number; before: number; places: number[] }[] {
  const held: { bucket: number; before: number; places: number[] }[] = []
  let bucket = 0
  let before = 0
  for (const place of places) {
    while (before + counts[bucket]! <= place) before += counts[bucket++]!
    const last = held.at(-1)
    if (last?.bucket === bucket) last.places.push(place)
    else held.push({ bucket, before, places: [place] })
  }
  return held
}

function findRange(values: Float64Array): [least: number, most: number] {
  let least = values[0]!
  let most = least
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!
    if (value < least) least = value
    else if (value > most) most = value
  }
  return [least, most]
}

/**
 * The k-th smallest value (k from 0). Reorders `values`. Quickselect with the median of three and a three-way split, so
 * that many equal values (order counts, zero amounts) cost no more than different ones. `from`: the smaller values are
 * known to stand before it (from a selection of a smaller k just before).
 */
function selectKth(values: Float64Array, k: number, from = 0): number {
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

/** The median (mean of the two middle values of an even number); null without values. */
export function medianOf(values: Float64Array): number | null {
  const n = values.length
  if (n === 0) return null
  const upper = n >> 1
  const middle = selectPlaces(values, n % 2 === 1 ? [upper] : [upper - 1, upper])
  return n % 2 === 1 ? middle[0]! : (middle[0]! + middle[1]!) / 2
}
