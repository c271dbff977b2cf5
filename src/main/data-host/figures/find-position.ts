/** Position of `id` in ascending ids, -1 when it is not there. Ids without gaps (the usual case) are found at once. */
export function findPosition(ids: Int32Array, id: number): number {
  const guess = id - (ids[0] ?? 0)
  if (ids[guess] === id) return guess
  let low = 0
  let high = ids.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const value = ids[middle]!
    if (value === id) return middle
    if (value < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}
