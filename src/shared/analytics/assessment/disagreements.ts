import type { Statement } from '../../contract/assessments.ts'
import type { RoundResult } from './score-round.ts'
import type { Spread } from './spread.ts'

export interface Disagreement {
  readonly elementId: string
  readonly statement: Statement
  readonly field: 'intention' | 'reality' | 'performance'
  readonly spread: Spread
}

/** Statements on which somebody lies more than a point from somebody else, the widest apart first. */
export function listDisagreements({ elements }: Pick<RoundResult, 'elements'>): Disagreement[] {
  return elements
    .flatMap(({ elementId, scale, statements }) =>
      statements.flatMap(({ statement, spread, intentionSpread }): Disagreement[] => [
        ...(spread
          ? [{ elementId, statement, field: scale === 'performance' ? ('performance' as const) : ('reality' as const), spread }]
          : []),
        ...(intentionSpread ? [{ elementId, statement, field: 'intention' as const, spread: intentionSpread }] : [])
      ])
    )
    .filter(({ spread }) => spread.highest - spread.lowest > 1)
    .sort((a, b) => b.spread.range - a.spread.range || b.spread.highest - b.spread.lowest - (a.spread.highest - a.spread.lowest))
}
