/** Round values between two, about `most` of them, and the range they span. */
export function chooseTicks(low: number, high: number, most = 6): { low: number; high: number; ticks: number[] } {
  const span = high - low || 1
  const rough = span / most
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5].find((digit) => digit * power >= rough) ?? 10) * power
  const from = Math.floor(low / step)
  const to = Math.ceil(high / step)
  const ticks = Array.from({ length: to - from + 1 }, (_, at) => (from + at) * step)
  return { low: from * step, high: to * step, ticks }
}

/** Months to name on an axis: no more than a dozen, in steps a calendar knows. */
export function listMonths(horizon: number): number[] {
  const step = [1, 3, 6, 12].find((each) => horizon / each <= 12) ?? 12
  return Array.from({ length: Math.floor(horizon / step) + 1 }, (_, at) => at * step)
}
