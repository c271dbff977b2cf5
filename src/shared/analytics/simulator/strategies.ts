import type { SimulationInputs } from './resolve-inputs.ts'

const MONTHS = 12

/** Amounts in minor units of today's money; month 0 is the day the amount is spent. */
export interface Course {
  /** What was really spent: less than the amount where there are not so many customers to keep. */
  readonly spent: number
  /** Customers won, or looked after. */
  readonly reached: number
  /** Cumulative profit at the end of month 0, 1, … horizon. */
  readonly profit: readonly number[]
  /** First month with what was spent back; null: not within the horizon. */
  readonly paybackMonth: number | null
}
export interface Simulation {
  readonly win: Course
  readonly keep: Course
}

/** Share of customers still there at the start of each month: the yearly share, spread evenly over the months. `0 ** 0` is 1. */
const survivalOf = (yearly: number, months: number): number => yearly ** (months / MONTHS)

/** Present value of one amount paid at the end of each month, weighted: Σ weight(k) · v^k, cumulative. */
function accumulate(months: number, discount: number, weight: (month: number) => number): number[] {
  const sums = [0]
  for (let month = 1; month <= months; month++) sums.push((sums[month - 1] ?? 0) + weight(month) * (1 + discount) ** (-month / MONTHS))
  return sums
}

/**
 * What one won customer brings, cumulative by month: the monthly margin while they stay, `Σ m/12 · r^((k−1)/12) · (1+d)^(−k/12)`
 * (geometric retention of domain 6.6, month by month, from the first month on).
 */
export function accumulateWon({ margin, newRetention, discount, horizon }: SimulationInputs): number[] {
  return accumulate(horizon, discount, (month) => (margin / MONTHS) * survivalOf(newRetention, month - 1))
}

/**
 * What looking after one customer for a year brings, cumulative by month: the margin of those who stay because of it. In the first
 * year the raised share stays, then the usual one (ours): `Σ m/12 · (with(k−1) − without(k−1)) · (1+d)^(−k/12)`.
 */
export function accumulateKept({ margin, retention, careEffect, discount, horizon }: SimulationInputs): number[] {
  const raised = Math.min(1, retention + careEffect)
  const stayWith = (months: number): number =>
    months <= MONTHS ? survivalOf(raised, months) : raised * survivalOf(retention, months - MONTHS)
  return accumulate(horizon, discount, (month) => (margin / MONTHS) * (stayWith(month - 1) - survivalOf(retention, month - 1)))
}

function runCourse(spent: number, reached: number, perCustomer: readonly number[]): Course {
  const profit = perCustomer.map((value) => reached * value - spent)
  const paybackMonth = profit.findIndex((value, month) => month > 0 && value >= 0)
  return { spent, reached, profit, paybackMonth: paybackMonth < 0 ? null : paybackMonth }
}

/** The same amount spent once on winning customers, or once on keeping those there are. */
export function simulate(inputs: SimulationInputs): Simulation {
  const { amount, winCost, keepCost, customers } = inputs
  const reached = Math.min(customers, amount / keepCost)
  return {
    win: runCourse(amount, amount / winCost, accumulateWon(inputs)),
    keep: runCourse(reached * keepCost, reached, accumulateKept(inputs))
  }
}
