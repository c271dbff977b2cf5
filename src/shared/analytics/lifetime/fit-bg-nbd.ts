import { makeBgNbdObjective, makeNbdObjective, type BgNbdParameters, type Leaving } from './bg-nbd-likelihood.ts'
import { DAYS_PER_WEEK, groupInSteps, thinHistories, type BuyingHistories } from './buying-histories.ts'
import { medianOfCounts } from '../lifecycle.ts'
import { minimiseInSteps, type Minimum } from './minimise.ts'

/** Why there is no model (guard rails of domain 6.5). */
export type BuyingFault = 'too-few-customers' | 'too-few-repeat-buyers' | 'too-short' | 'no-convergence'
export type BuyingWarning = 'parameter-at-limit' | 'starts-disagree' | 'no-drop-out'

export interface BgNbdFit {
  readonly parameters: BgNbdParameters
  readonly logLikelihood: number
  readonly customers: number
  readonly warnings: BuyingWarning[]
}
export type BgNbdResult = { readonly fit: BgNbdFit; readonly fault: null } | { readonly fit: null; readonly fault: BuyingFault }

export const MINIMUM_CUSTOMERS = 100
export const MINIMUM_REPEAT_BUYERS = 30
const MINIMUM_GAPS_OF_AGE = 3
/** Log-likelihood between starts, and over the model without drop-out. */
const STARTS_AGREE = 0.5
const WORTH_DROP_OUT = 2
const LOW_LIMIT = 1e-4
const HIGH_LIMIT = 1e4
/** Where to start is found on about this many rows; only the last search looks at all of them. */
const SEARCH_ROWS = 8_000

/**
 * Fits BG/NBD (or MBG/NBD, by `leaving`) by maximum likelihood from two starts. Yields every few milliseconds. `medianGapDays`:
 * between order days.
 */
export function* fitBgNbdInSteps(
  histories: BuyingHistories,
  medianGapDays: number,
  leaving: Leaving = 'after-repeat'
): Generator<void, BgNbdResult, void> {
  const fault = findFault(histories, medianGapDays)
  if (fault) return { fit: null, fault }
  yield
  const grouped = yield* groupInSteps(histories)
  yield
  const sample = thinHistories(grouped, SEARCH_ROWS)
  const starts = [
    [1, 1, 1, 1],
    [0.5, medianGapDays / DAYS_PER_WEEK, 1, 3]
  ]
  const found: Minimum[] = []
  for (const start of starts) found.push(yield* minimiseInSteps(makeBgNbdObjective(sample, leaving), start.map(Math.log)))
  const usable = found.filter(({ stop }) => stop === 'converged').sort((one, other) => one.value - other.value)
  const best = usable[0]
  if (!best) return { fit: null, fault: 'no-convergence' }
  const final = sample === grouped ? best : yield* minimiseInSteps(makeBgNbdObjective(grouped, leaving), [...best.point])
  const logLikelihood = -final.value * grouped.customers
  // Nothing is ever certain: a likelihood of one is a search that overflowed.
  if (final.stop !== 'converged' || !Number.isFinite(logLikelihood) || logLikelihood === 0) return { fit: null, fault: 'no-convergence' }
  const [r, alpha, a, b] = [...final.point].map(Math.exp) as [number, number, number, number]
  const plain = yield* minimiseInSteps(makeNbdObjective(grouped), [Math.log(r), Math.log(alpha)])
  const warnings: BuyingWarning[] = []
  if ([r, alpha, a, b].some((value) => value <= LOW_LIMIT || value >= HIGH_LIMIT)) warnings.push('parameter-at-limit')
  if (found.some(({ value, stop }) => stop !== 'converged' || (value - best.value) * sample.customers > STARTS_AGREE))
    warnings.push('starts-disagree')
  if (plain.stop === 'converged' && logLikelihood + plain.value * grouped.customers < WORTH_DROP_OUT) warnings.push('no-drop-out')
  return { fit: { parameters: { r, alpha, a, b }, logLikelihood, customers: grouped.customers, warnings }, fault: null }
}

function findFault({ repeats, ageDays }: BuyingHistories, medianGapDays: number): BuyingFault | null {
  if (repeats.length < MINIMUM_CUSTOMERS) return 'too-few-customers'
  if (repeats.reduce((count, x) => count + (x > 0 ? 1 : 0), 0) < MINIMUM_REPEAT_BUYERS) return 'too-few-repeat-buyers'
  const counts = new Map<number, number>()
  for (const days of ageDays) counts.set(days, (counts.get(days) ?? 0) + 1)
  const { median } = medianOfCounts(counts)
  return median === null || median < MINIMUM_GAPS_OF_AGE * medianGapDays ? 'too-short' : null
}
