/** A span of one axis that something covers, and how long it must become. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly need: number
}

const LEAST_GAP = 24

/**
 * A rising map of one axis that gives every span its room: between two edges the axis stretches by the most that any span
 * over it asks for, so that what is alike stays alike. Stretches that nothing covers become as long as `gapOf` says.
 */
export function stretchAxis(spans: readonly Span[], gapOf: (from: number, to: number) => number): (value: number) => number {
  const edges = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const ends = [0]
  for (const [index, to] of edges.entries()) {
    const from = edges[index - 1]
    if (from === undefined) continue
    const over = spans.filter((span) => span.from <= from && span.to >= to)
    const length =
      over.length === 0
        ? gapOf(from, to)
        : Math.max(Math.min(to - from, LEAST_GAP), ...over.map((span) => ((to - from) * span.need) / (span.to - span.from)))
    ends.push((ends.at(-1) ?? 0) + length)
  }
  return (value) => {
    const next = edges.findIndex((edge) => edge >= value)
    if (next === -1) return Math.round((ends.at(-1) ?? 0) + value - (edges.at(-1) ?? 0))
    const [to, end] = [edges[next] ?? 0, ends[next] ?? 0]
    const [from, start] = [edges[next - 1], ends[next - 1]]
    if (from === undefined || start === undefined) return Math.round(value - to)
    return Math.round(start + ((end - start) * (value - from)) / (to - from))
  }
}
