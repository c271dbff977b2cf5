/** Spends of one window in minor units, the part (0 to 1) of two of them that counts as winning, and whom they served. */
export interface Spends {
  readonly winSpend: number | null
  readonly welcomeSpend: number
  readonly keepSpend: number | null
  readonly sharedSpend: number
  readonly welcomePart: number
  readonly sharedPart: number
  readonly newCustomers: number | null
  readonly keptCustomers: number | null
}
/** Cost of winning and of keeping one customer, minor units; null where nothing was spent on it or it served nobody. */
export interface UnitCosts {
  readonly win: number | null
  readonly keep: number | null
}

const divide = (spend: number, customers: number | null): number | null =>
  customers === null || customers <= 0 || spend <= 0 ? null : spend / customers

/**
 * CAC = acquisition spend / new customers; CRC = retention, onboarding and development spend / retained customers, what is shared
 * by explicit parts (domain 6.9).
 */
export function computeUnitCosts(spends: Spends): UnitCosts {
  const { winSpend, welcomeSpend, keepSpend, sharedSpend, welcomePart, sharedPart } = spends
  const win = (winSpend ?? 0) + welcomeSpend * welcomePart + sharedSpend * sharedPart
  const keep = (keepSpend ?? 0) + welcomeSpend * (1 - welcomePart) + sharedSpend * (1 - sharedPart)
  return { win: divide(win, spends.newCustomers), keep: divide(keep, spends.keptCustomers) }
}

/** Winning against keeping: `CAC / CRC`. */
export interface CostRatio {
  readonly ratio: number
  /** Over every other way to share out what may count as either; null: nothing may. */
  readonly range: { readonly low: number; readonly high: number } | null
}

const ratioOf = (spends: Spends): number | null => {
  const { win, keep } = computeUnitCosts(spends)
  return win === null || keep === null ? null : win / keep
}

/**
 * The firm's own test of the "five times" claim. The range goes over all of the welcome spend and all of the shared spend counted
 * as winning or as keeping: the ratio only grows with either part, so its ends are among these four.
 */
export function computeCostRatio(spends: Spends): CostRatio | null {
  const ratio = ratioOf(spends)
  if (ratio === null) return null
  if (spends.welcomeSpend === 0 && spends.sharedSpend === 0) return { ratio, range: null }
  const others = [0, 1].flatMap((welcomePart) => [0, 1].map((sharedPart) => ratioOf({ ...spends, welcomePart, sharedPart })))
  const known = [ratio, ...others.filter((each) => each !== null)]
  return { ratio, range: { low: Math.min(...known), high: Math.max(...known) } }
}
