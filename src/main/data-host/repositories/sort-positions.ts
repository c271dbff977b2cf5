const DIGIT_BITS = 16
const DIGITS = 1 << DIGIT_BITS
/** Rows between two chances to let others in: one or two milliseconds each. */
const SLICE = 1 << 17

/**
 * Positions by rising value, equal ones as they stand; those without a value (NaN) come last. Stepwise: a radix sort of the bits, so
 * that a million values cost as much time as any other million and nobody waits for it in one piece.
 */
export function* sortPositions(values: Float64Array): Generator<void, { positions: Int32Array; filled: number }, void> {
  const { low, high } = yield* writeKeys(values)
  let order = new Int32Array(values.length)
  let filled = 0
  for (let i = 0; i < values.length; i += 1) if (!Number.isNaN(values[i]!)) order[filled++] = i
  const blanks = values.length - filled
  let other = new Int32Array(filled)
  let sorted = order.slice(0, filled)
  yield
  for (const [keys, shift] of [
    [low, 0],
    [low, DIGIT_BITS],
    [high, 0],
    [high, DIGIT_BITS]
  ] as const) {
    const starts = countDigits(keys, shift, sorted)
    yield
    if (!starts) continue
    for (let place = 0; place < filled; place += 1) {
      const i = sorted[place]!
      other[starts[(keys[i]! >>> shift) & (DIGITS - 1)]!++] = i
      if (place % SLICE === SLICE - 1) yield
    }
    ;[sorted, other] = [other, sorted]
  }
  order = new Int32Array(values.length)
  order.set(sorted)
  if (blanks > 0) for (let i = 0, place = filled; i < values.length; i += 1) if (Number.isNaN(values[i]!)) order[place++] = i
  return { positions: order, filled }
}

/** The bits of each number turned so that they rise with it, in two halves. */
function* writeKeys(values: Float64Array): Generator<void, { low: Uint32Array; high: Uint32Array }, void> {
  const low = new Uint32Array(values.length)
  const high = new Uint32Array(values.length)
  const number = new Float64Array(1)
  const halves = new Uint32Array(number.buffer)
  for (let i = 0; i < values.length; i += 1) {
    // Zero has two signs.
    number[0] = values[i]! + 0
    const isNegative = halves[1]! >>> 31 === 1
    low[i] = isNegative ? ~halves[0]! : halves[0]!
    high[i] = isNegative ? ~halves[1]! : halves[1]! | 0x80000000
    if (i % SLICE === SLICE - 1) yield
  }
  return { low, high }
}

/** Where each digit begins; null: all have the same one. */
function countDigits(keys: Uint32Array, shift: number, positions: Int32Array): Uint32Array | null {
  const counts = new Uint32Array(DIGITS + 1)
  for (let place = 0; place < positions.length; place += 1) counts[((keys[positions[place]!]! >>> shift) & (DIGITS - 1)) + 1]! += 1
  const first = positions.length === 0 ? 0 : (keys[positions[0]!]! >>> shift) & (DIGITS - 1)
  if (counts[first + 1] === positions.length) return null
  for (let digit = 0; digit < DIGITS; digit += 1) counts[digit + 1]! += counts[digit]!
  return counts
}
