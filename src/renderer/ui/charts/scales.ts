/** From a value to pixels. */
export type Scale = (value: number) => number

export function scaleBetween(low: number, high: number, from: number, to: number): Scale {
  const span = high - low
  return (value) => (span === 0 ? (from + to) / 2 : from + ((value - low) / span) * (to - from))
}

/** Below, a step would be nothing: such a span counts as none. */
const LEAST_SPAN = 1e-300

/** Round steps (1, 2, 2.5 or 5 times a power of ten) that cover the values with about `count` of them; ends included. */
export function findTicks(low: number, high: number, count = 5): number[] {
  if (!(high - low > LEAST_SPAN)) return [low]
  const rough = (high - low) / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((each) => each * power >= rough * 0.999) ?? 10) * power
  const first = Math.floor(low / step + 1e-9)
  const last = Math.ceil(high / step - 1e-9)
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)))
}
