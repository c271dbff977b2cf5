import type { BgNbdParameters } from './bg-nbd-likelihood.ts'
import { expectOrdersWhileAlive, findAliveProbability } from './bg-nbd-predictions.ts'
import { DAYS_PER_WEEK, type BuyingHistories } from './buying-histories.ts'
import { tableByAge } from './table-by-age.ts'

/** Fewer customers with the same number of repeat orders than this are cheaper one by one than by a table. */
const TABLE_FROM = 20
const SLICE = 256

/** E[Y(t)] of every customer: orders to expect in the next `weeks`. Yields every few hundred customers. */
export function* projectOrdersInSteps(
  parameters: BgNbdParameters,
  { repeats, lastDays, ageDays }: BuyingHistories,
  weeks: number
): Generator<void, Float64Array, void> {
  const expected = new Float64Array(repeats.length)
  const counts = new Map<number, number>()
  for (const x of repeats) counts.set(x, (counts.get(x) ?? 0) + 1)
  const longestAge = ageDays.reduce((most, days) => Math.max(most, days), 0) / DAYS_PER_WEEK
  const tables = new Map<number, (age: number) => number>()
  for (let i = 0; i < repeats.length; i++) {
    const x = repeats[i]!
    const age = ageDays[i]! / DAYS_PER_WEEK
    let ordersAt = tables.get(x)
    if (!ordersAt) {
      const exact = (at: number): number => expectOrdersWhileAlive(parameters, x, at, weeks)
      ordersAt = counts.get(x)! < TABLE_FROM ? exact : tableByAge(parameters.alpha, longestAge, exact)
      tables.set(x, ordersAt)
    }
    expected[i] = ordersAt(age) * findAliveProbability(parameters, { x, tx: lastDays[i]! / DAYS_PER_WEEK, age })
    if (i % SLICE === SLICE - 1) yield
  }
  return expected
}
