interface Scored {
  /** Null: not answered, and in no mean. */
  readonly score: number | null
  readonly weight: number
}

/** `(30.0 + 50.0) / 2 = 40.0`: a mean with its numbers put in, each with its weight where they differ; null of fewer than two. */
export function workMean(elements: readonly Scored[], mean: number | null, write: (value: number) => string): string | null {
  const scored = elements.flatMap(({ score, weight }) => (score === null ? [] : [{ score, weight }]))
  if (mean === null || scored.length < 2) return null
  const isWeighted = scored.some(({ weight }) => weight !== scored[0]?.weight)
  const terms = scored.map(({ score, weight }) => (isWeighted ? `${write(weight)} × ${write(score)}` : write(score)))
  const total = isWeighted ? write(scored.reduce((sum, { weight }) => sum + weight, 0)) : String(scored.length)
  return `(${terms.join(' + ')}) / ${total} = ${write(mean)}`
}
