import { computeCostRatio, computeUnitCosts, type CostRatio, type Spends } from '../../../shared/analytics/simulator/unit-costs.ts'
import type { ResolvedInputs } from '../../../shared/analytics/simulator/resolve-inputs.ts'
import type { Formats } from '../../ui/formats.tsx'

function readSpends(inputs: ResolvedInputs): Spends {
  return {
    winSpend: inputs.winSpend?.value ?? null,
    welcomeSpend: inputs.welcomeSpend?.value ?? 0,
    keepSpend: inputs.keepSpend?.value ?? null,
    sharedSpend: inputs.sharedSpend?.value ?? 0,
    welcomePart: inputs.welcomePart?.value ?? 0,
    sharedPart: inputs.sharedPart?.value ?? 0,
    newCustomers: inputs.newCustomers?.value ?? null,
    keptCustomers: inputs.keptCustomers?.value ?? null
  }
}

/** Both unit costs with their numbers put in: `€3,500.00 / 50 = €70.00`; null where the cost was typed. */
export function workUnitCosts(inputs: ResolvedInputs, { money, count }: Formats): { win: string | null; keep: string | null } {
  const spends = readSpends(inputs)
  const costs = computeUnitCosts(spends)
  const work = (side: 'win' | 'keep', customers: number | null): string | null => {
    const cost = costs[side]
    const origin = inputs[side === 'win' ? 'winCost' : 'keepCost']?.origin
    if (cost === null || customers === null || origin === 'typed') return null
    return `${money(cost * customers, { exact: true })} / ${count(customers)} = ${money(cost, { exact: true })}`
  }
  return { win: work('win', spends.newCustomers), keep: work('keep', spends.keptCustomers) }
}

/** The own ratio: of the costs as they stand; with a range only where neither was typed. */
export function findRatio(inputs: ResolvedInputs): (CostRatio & { isTyped: boolean }) | null {
  const { winCost, keepCost } = inputs
  if (!winCost || !keepCost) return null
  if (winCost.origin === 'typed' || keepCost.origin === 'typed')
    return { ratio: winCost.value / keepCost.value, range: null, isTyped: true }
  const ratio = computeCostRatio(readSpends(inputs))
  return ratio && { ...ratio, isTyped: false }
}
