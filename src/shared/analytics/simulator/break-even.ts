import type { SimulationInputs } from './resolve-inputs.ts'
import { accumulateKept, accumulateWon, simulate } from './strategies.ts'

/** Values of single inputs at which the money spent just comes back within the horizon, the other inputs unchanged. */
export interface BreakEvens {
  /** The most a won customer may cost, minor units; null: none would be little enough. */
  readonly winCost: number | null
  /** The most looking after a customer may cost. */
  readonly keepCost: number | null
  /** The least share of new customers that must stay; null: not even if all stayed. */
  readonly newRetention: number | null
  /** The least number of points more that must stay; null: not even if all stayed. */
  readonly careEffect: number | null
  /** The cost of winning one customer at which both strategies leave the same; null: there is none. */
  readonly evenWinCost: number | null
}

const last = (values: readonly number[]): number => values.at(-1) ?? 0
const atLeastNothing = (value: number): number | null => (value > 0 ? value : null)

const HALVINGS = 60

const MONTHS = 12
const minus = (value: number | null, taken: number): number | null => (value === null ? null : value - taken)

/**
 * The yearly share, from `low` to 1, at which a function that never falls reaches `target`; null: nowhere. Halves the share of a
 * month: of a year, next to nothing and nothing differ by far more than they do on screen.
 */
function solveShare(rise: (share: number) => number, target: number, low: number): number | null {
  if (rise(low) >= target) return low
  if (rise(1) < target) return null
  let [from, to] = [low ** (1 / MONTHS), 1]
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (from + to) / 2
    if (rise(middle ** MONTHS) >= target) to = middle
    else from = middle
  }
  return to ** MONTHS
}

/** All break-evens of one simulation. With a margin below zero nothing comes back, whatever stays: the shares are then null. */
export function findBreakEvens(inputs: SimulationInputs): BreakEvens {
  const { retention } = inputs
  const won = last(accumulateWon(inputs))
  const { keep } = simulate(inputs)
  const returned = inputs.amount + last(keep.profit)
  return {
    winCost: atLeastNothing(won),
    keepCost: atLeastNothing(last(accumulateKept(inputs))),
    newRetention: solveShare((newRetention) => last(accumulateWon({ ...inputs, newRetention })), inputs.winCost, 0),
    careEffect: minus(
      solveShare((raised) => last(accumulateKept({ ...inputs, careEffect: raised - retention })), inputs.keepCost, retention),
      retention
    ),
    evenWinCost: won > 0 && returned > 0 ? (inputs.amount * won) / returned : null
  }
}
