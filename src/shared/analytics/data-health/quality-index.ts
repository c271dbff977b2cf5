/** The five dimensions of the index; accuracy, the sixth of DAMA UK (2013), is known only from a sample and stays outside it. */
export const DIMENSIONS = ['completeness', 'uniqueness', 'validity', 'timeliness', 'consistency'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** What the index is made of unless a person decides otherwise (domain 6.11; ours, mark A). */
export const DEFAULT_WEIGHTS: Readonly<Record<Dimension, number>> = {
  completeness: 0.3,
  uniqueness: 0.25,
  validity: 0.2,
  timeliness: 0.15,
  consistency: 0.1
}

export interface Ratio {
  readonly numerator: number
  readonly denominator: number
}

/** 0 to 100; null without a base. */
export function percentOf({ numerator, denominator }: Ratio): number | null {
  return denominator === 0 ? null : (100 * numerator) / denominator
}

/**
 * The data-quality index, 0 to 100: the weighted mean of the dimensions. One without an answer is left out and the others
 * share its weight in proportion; null when none with a weight has an answer. `weights` need not add up to 1.
 */
export function computeIndex(
  values: Readonly<Record<Dimension, number | null>>,
  weights: Readonly<Record<Dimension, number>> = DEFAULT_WEIGHTS
): number | null {
  let sum = 0
  let weight = 0
  for (const dimension of DIMENSIONS) {
    const value = values[dimension]
    if (value === null) continue
    sum += weights[dimension] * value
    weight += weights[dimension]
  }
  return weight === 0 ? null : sum / weight
}
